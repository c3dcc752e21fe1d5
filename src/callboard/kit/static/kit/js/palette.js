// Find or do.  What the frame offers (places, things to make) is matched here; records are asked of the find page, whose
// answer is a list of links.  Without script it is a page with a form.
const palette = document.getElementById("palette");
const input = palette?.querySelector("input");
const list = document.getElementById("palette-list");
let asked = 0;
let timer = 0;

const hits = () => [...list.querySelectorAll("li")].filter((li) => li.querySelector("a, button"));
const chosen = () => list.querySelector("li.on");

function mark(li) {
  chosen()?.classList.remove("on");
  hits().forEach((hit) => hit.setAttribute("aria-selected", String(hit === li)));
  li?.classList.add("on");
  li?.scrollIntoView({ block: "nearest" });
  if (li) {
    li.id ||= `hit-${hits().indexOf(li)}`;
    input.setAttribute("aria-activedescendant", li.id);
  }
}

// The links of the frame whose words begin with what was typed, in a group of their own.
function offered(text) {
  const wanted = text.replace(/^>/, "").trim().toLowerCase();
  const links = [...document.querySelectorAll(".cb-rail .cb-nav a, #menu-new a")];
  const fits = links.filter((link) => wanted && link.textContent.toLowerCase().split(/\s+/).some((word) => word.startsWith(wanted)));
  const items = fits.slice(0, 6).map((link) => {
    const item = document.createElement("li");
    const copy = link.cloneNode(true);
    ["class", "data-key", "aria-current"].forEach((name) => copy.removeAttribute(name));
    copy.querySelectorAll(".n, kbd").forEach((extra) => extra.remove());
    item.append(copy);
    return item;
  });
  const group = document.createElement("ul");
  group.append(...items);
  return group;
}

async function ask() {
  const turn = ++asked;
  const url = new URL(input.form.getAttribute("action"), location.href);
  url.searchParams.set("q", input.value);
  url.searchParams.set("part", "hits");
  const here = offered(input.value);
  show(here, "");
  const answer = await fetch(url, { headers: { "HX-Request": "true" } });
  if (turn === asked && answer.ok) show(here, await answer.text());
}

function show(here, html) {
  const found = document.createElement("div");
  found.innerHTML = html;
  list.replaceChildren(here, ...found.childNodes);
  hits().forEach((hit) => hit.setAttribute("role", "option"));
  input.setAttribute("aria-expanded", String(hits().length > 0));
  window.htmx?.process(list);
  mark(hits()[0]);
}

function open() {
  if (palette.open) return;
  palette.showModal();
  input.select();
  ask().catch(() => {});
}

document.addEventListener("click", (event) => {
  const link = event.target.closest?.("a[data-palette]");
  if (!link || !palette || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  open();
});
input?.addEventListener("input", () => {
  clearTimeout(timer);
  timer = setTimeout(() => ask().catch(() => {}), 120);
});
input?.addEventListener("keydown", (event) => {
  const all = hits();
  const at = all.indexOf(chosen());
  if (event.key === "ArrowDown" || event.key === "ArrowUp") {
    event.preventDefault();
    mark(all[(at + (event.key === "ArrowDown" ? 1 : all.length - 1)) % all.length]);
  }
  if (event.key === "Enter" && chosen()) {
    event.preventDefault();
    const link = chosen().querySelector("a, button");
    palette.close();
    link.click();
  }
});
palette?.addEventListener("click", (event) => { if (event.target === palette || event.target.closest("a")) palette.close(); });
