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
  } else if (row && event.detail === "range") {
    const box = row.querySelector(BOXES);
    if (box) { range(box, true); event.preventDefault(); }
  } else if (event.detail === "bar") {
    const first = document.querySelector("#bulk button");
    if (first?.offsetParent) { first.focus(); event.preventDefault(); }
  } else if (row?.dataset.url && event.detail === "open") {
    event.preventDefault();
    opened(row.dataset.url);
    location.assign(row.dataset.url);
  }
});

// The bar stands there by the stylesheet as soon as a box is ticked; here it learns to count, and boxes to be ticked in a row.
const BOXES = "input[type=checkbox][name=id][form=bulk]";
const boxes = () => [...document.querySelectorAll(BOXES)];
let last = null;
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
  const bar = document.getElementById("bulk");
  if (!bar) return;
  const every = boxes();
  const chosen = every.filter((box) => box.checked);
  every.forEach((box) => box.closest("[data-row]")?.classList.toggle("sel", box.checked));
  const matching = bar.querySelector("[data-all-matching]");
  if (matching && chosen.length < every.length) matching.checked = false;
  bar.querySelector("[data-count]").textContent = matching?.checked ? matching.nextElementSibling.textContent : chosen.length;
  add(bar.querySelector("[data-amounts]"), chosen, matching?.checked);
  const all = document.querySelector("[data-select-all]");
  if (all) {
    all.checked = chosen.length > 0 && chosen.length === every.length;
    all.indeterminate = chosen.length > 0 && chosen.length < every.length;
  }
}

// What the ticked rows come to, written as the program writes amounts: cents only where there are some.
function add(out, chosen, everything) {
  if (!out) return;
  const cents = chosen.reduce((sum, box) => sum + Math.round(Number(box.dataset.amount ?? 0) * 100), 0);
  const places = cents % 100 === 0 ? 0 : 2;
  const digits = new Intl.NumberFormat(document.documentElement.lang, { minimumFractionDigits: places, maximumFractionDigits: places }).format(Math.abs(cents) / 100);
  out.textContent = `${everything ? out.dataset.all : `${cents < 0 ? "\u2212" : ""}$${digits}`} ${out.dataset.amounts}`;
  out.hidden = false;
}

function choose(value) {
  boxes().forEach((box) => { box.checked = value; });
  count();
}

// From the box ticked last to this one.
function range(to, value) {
  const every = boxes();
  const [start, end] = [every.indexOf(last), every.indexOf(to)].sort((a, b) => a - b);
  every.slice(Math.max(start, 0), end + 1).forEach((box) => { box.checked = value; });
  last = to;
  count();
}

document.addEventListener("change", (event) => {
  if (event.target.matches?.("[data-select-all]")) choose(event.target.checked);
  else if (event.target.matches?.("[data-all-matching]")) event.target.checked ? choose(true) : count();
  else if (event.target.matches?.(BOXES)) count();
});
document.addEventListener("click", (event) => {
  if (!event.target.matches?.(BOXES)) return;
  if (event.shiftKey && last?.isConnected) range(event.target, event.target.checked);
  last = event.target;
});
document.addEventListener("reset", (event) => { if (event.target.id === "bulk") setTimeout(count); });
document.addEventListener("keydown", (event) => {
  if (event.key === "Escape" && boxes().some((box) => box.checked) && !document.querySelector("dialog[open], [popover]:popover-open")) choose(false);
});
document.addEventListener("click", (event) => {
  const link = event.target.closest?.("[data-list] [data-row][data-url] a[href]");
  if (link && new URL(link.href).pathname === new URL(link.closest("[data-row]").dataset.url, location.href).pathname) opened(link.closest("[data-row]").dataset.url);
  const row = event.target.closest?.("tr[data-url]");
  const other = event.target.closest?.("a, button, input, select, textarea, label, [popover]");
  if (row && !other && !getSelection()?.toString()) {
    opened(row.dataset.url);
    location.assign(row.dataset.url);
  }
});
document.addEventListener("cb:fresh", count);
addEventListener("pageshow", count);
count();
document.addEventListener("cb:fresh", neighbours);
neighbours();

// After an undo the keyboard stands on the row that came back, else on the one it stood on, if that is still there.
const STOOD = "stood";
const all = () => [...document.querySelectorAll("[data-list] [data-row]")];
document.addEventListener("cb:undoes", () => {
  const row = document.querySelector("[data-list] [data-row].cur")?.dataset.row;
  if (row) sessionStorage.setItem(STOOD, JSON.stringify([here(), row, all().map((each) => each.dataset.row)]));
});
const [page, stood, there] = JSON.parse(sessionStorage.getItem(STOOD) ?? "[]");
sessionStorage.removeItem(STOOD);
if (page === here()) {
  const back = all().filter((each) => !there.includes(each.dataset.row));
  const to = back.length === 1 ? back[0] : all().find((each) => each.dataset.row === stood);
  if (to) stand(to);
}
