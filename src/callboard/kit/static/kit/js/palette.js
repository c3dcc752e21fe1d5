// Find or do.  What the frame offers (places, things to make) is matched here; records are asked of the find page, whose
// answer is a list of links.  Without script it is a page with a form.
const palette = document.getElementById("palette");
const input = palette?.querySelector("input");
const list = document.getElementById("palette-list");
let asked = 0;
let timer = 0;
let pending = Promise.resolve();

const hits = () => [...list.querySelectorAll("li")].filter((li) => li.querySelector("a, button"));
const link = (li) => li.querySelector("a, button");
const chosen = () => list.querySelector("li.on");

function mark(li) {
  chosen()?.classList.remove("on");
  hits().forEach((hit) => link(hit).setAttribute("aria-selected", String(hit === li)));
  li?.classList.add("on");
  li?.scrollIntoView({ block: "nearest" });
  if (li) {
    link(li).id ||= `hit-${hits().indexOf(li)}`;
    input.setAttribute("aria-activedescendant", link(li).id);
  } else input.removeAttribute("aria-activedescendant");
}

// The links of the frame whose words begin with what was typed, in a group of their own.
function offered(text) {
  const wanted = text.replace(/^>/, "").trim().toLowerCase();
  const links = [...document.querySelectorAll(".cb-rail .cb-nav a, #menu-new a")];
  const fits = links.filter((at) => wanted && at.textContent.toLowerCase().split(/\s+/).some((word) => word.startsWith(wanted)));
  const items = fits.slice(0, 6).map((at) => {
    const item = document.createElement("li");
    const copy = at.cloneNode(true);
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
  let html = "";
  try {
    const answer = await fetch(url, { headers: { "HX-Request": "true" } });
    if (answer.ok) html = await answer.text();
  } finally {
    if (turn === asked) show(here, html);
  }
}

// Asks at once or a moment later; `pending` is the answer that is under way, for who presses Enter before it is there.
function soon(wait) {
  clearTimeout(timer);
  pending = new Promise((done) => { timer = setTimeout(() => ask().catch(() => {}).finally(done), wait); });
}

async function press() {
  await pending;
  const li = chosen();
  if (!li) return input.form.requestSubmit();
  palette.close();
  return link(li).click();
}

function show(here, html) {
  const found = document.createElement("div");
  found.innerHTML = html;
  list.replaceChildren(here, ...found.childNodes);
  list.querySelectorAll("ul, li").forEach((at) => at.setAttribute("role", "none"));
  hits().forEach((hit) => { link(hit).setAttribute("role", "option"); link(hit).tabIndex = -1; });
  if (hits().length) list.querySelector(".pal-none")?.remove();
  input.setAttribute("aria-expanded", String(hits().length > 0));
  window.htmx?.process(list);
  mark(hits()[0]);
}

function open() {
  if (palette.open) return;
  palette.showModal();
  input.select();
  soon(0);
}

document.addEventListener("click", (event) => {
  const opens = event.target.closest?.("a[data-palette]");
  if (!opens || !palette || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  open();
});
input?.addEventListener("input", () => soon(120));
input?.addEventListener("keydown", (event) => {
  const all = hits();
  const at = all.indexOf(chosen());
  if (event.key === "ArrowDown" || event.key === "ArrowUp") {
    event.preventDefault();
    mark(all[(at + (event.key === "ArrowDown" ? 1 : all.length - 1)) % all.length]);
  }
  // A search field keeps the first Escape to empty itself; here it closes, as the line below says.
  if (event.key === "Escape") {
    event.preventDefault();
    palette.close();
  }
  if (event.key === "Enter") {
    event.preventDefault();
    press();
  }
});
palette?.addEventListener("click", (event) => { if (event.target === palette || event.target.closest("a")) palette.close(); });
