// Lists: the row under the keyboard, selection, the bar of what is selected.
const rows = (list) => [...list.querySelectorAll(":scope [data-row]")];

function current(list) {
  return list.querySelector("[data-row].cur") ?? null;
}

function stand(row) {
  const list = row.closest("[data-list]");
  current(list)?.classList.remove("cur");
  row.classList.add("cur");
  row.tabIndex = -1;
  row.focus({ preventScroll: true });
  row.scrollIntoView({ block: "nearest" });
}

function theList() {
  const near = document.activeElement?.closest?.("[data-list]");
  if (near) return near;
  return [...document.querySelectorAll("[data-list]")].find((list) => list.offsetParent !== null) ?? null;
}

// keys.js asks; what is done says so by preventing the default.
document.addEventListener("cb:list", (event) => {
  const list = theList();
  if (!list) return;
  const all = rows(list);
  const at = all.indexOf(current(list));
  const row = all[at];
  const act = {
    next: () => all[Math.min(at + 1, all.length - 1)],
    previous: () => all[Math.max(at - 1, 0)],
  }[event.detail];
  if (act) {
    const to = act();
    if (to) stand(to);
    event.preventDefault();
  } else if (row && event.detail === "select") {
    const box = row.querySelector("input[type=checkbox]");
    if (box) { box.click(); event.preventDefault(); }
  } else if (row?.dataset.url && event.detail === "open") {
    event.preventDefault();
    opened(row.dataset.url);
    location.assign(row.dataset.url);
  }
});

// What was opened from a list knows its neighbours: [ and ] walk them without going back.
const here = () => location.pathname;
const same = (url) => new URL(url, location.href).pathname === here();

function opened(url) {
  const all = [...document.querySelectorAll("[data-list] [data-row][data-url]")].map((row) => row.dataset.url);
  if (all.includes(url) && all.length > 1) sessionStorage.setItem("beside", JSON.stringify({ all, list: location.pathname + location.search }));
}

function neighbours() {
  const box = document.getElementById("beside");
  const { all = [] } = JSON.parse(sessionStorage.getItem("beside") ?? "{}");
  const at = all.findIndex(same);
  if (!box || at < 0) return;
  const [before, after] = box.querySelectorAll("a");
  for (const [link, url] of [[before, all[at - 1]], [after, all[at + 1]]]) {
    if (url) link.href = url;
    link.hidden = !url;
  }
  box.hidden = false;
}

function count() {
  const bar = document.querySelector("form.bulk");
  if (!bar) return;
  const boxes = [...document.querySelectorAll("input[type=checkbox][form=bulk]")];
  const chosen = boxes.filter((box) => box.checked);
  boxes.forEach((box) => box.closest("[data-row]")?.classList.toggle("sel", box.checked));
  bar.hidden = chosen.length === 0;
  bar.querySelector("[data-count]").textContent = chosen.length;
  const all = document.querySelector("[data-select-all]");
  if (all) {
    all.checked = chosen.length > 0 && chosen.length === boxes.length;
    all.indeterminate = chosen.length > 0 && chosen.length < boxes.length;
  }
}

function choose(value) {
  document.querySelectorAll("input[type=checkbox][form=bulk]").forEach((box) => { box.checked = value; });
  count();
}

document.addEventListener("change", (event) => {
  if (event.target.matches?.("[data-select-all]")) choose(event.target.checked);
  else if (event.target.matches?.("input[type=checkbox][form=bulk]")) count();
});
document.addEventListener("keydown", (event) => {
  if (event.key === "Escape" && document.querySelector("form.bulk:not([hidden])") && !document.querySelector("dialog[open], [popover]:popover-open")) choose(false);
});
document.addEventListener("click", (event) => {
  if (event.target.closest?.("[data-select-none]")) return choose(false);
  const link = event.target.closest?.("[data-list] [data-row][data-url] a[href]");
  if (link && new URL(link.href).pathname === new URL(link.closest("[data-row]").dataset.url, location.href).pathname) opened(link.closest("[data-row]").dataset.url);
  const row = event.target.closest?.("tr[data-url]");
  const other = event.target.closest?.("a, button, input, select, textarea, label, [popover]");
  if (row && !other && !getSelection()?.toString()) {
    opened(row.dataset.url);
    location.assign(row.dataset.url);
  }
  return undefined;
});
document.addEventListener("cb:fresh", count);
count();
document.addEventListener("cb:fresh", neighbours);
neighbours();
