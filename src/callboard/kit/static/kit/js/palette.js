// Find or do.  What is typed is asked of the find page; its answer is a list of links.  Without script it is a page with a form.
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

async function ask() {
  const turn = ++asked;
  const url = new URL(input.form.action);
  url.searchParams.set("q", input.value);
  url.searchParams.set("part", "hits");
  const answer = await fetch(url, { headers: { "HX-Request": "true" } });
  if (turn !== asked) return;
  list.innerHTML = answer.ok ? await answer.text() : "";
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
