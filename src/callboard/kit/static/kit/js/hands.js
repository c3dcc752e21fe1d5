// What the hands are on, and how a fresh part takes the place of an old one without moving what they left there.
const dirty = (at) => (at.type === "checkbox" || at.type === "radio" ? at.checked !== at.defaultChecked
  : at.tagName === "SELECT" ? [...at.options].some((option) => option.selected !== option.defaultSelected)
    : at.type !== "hidden" && at.value !== at.defaultValue);

const rows = (part) => [...part.querySelectorAll("[data-row]")];
const rowOf = (part, name) => rows(part).find((row) => row.dataset.row === name) ?? null;

// data-live-in-place: figures that change where they stand; the pointer does not hold them, nor what lies over them.
export function busy(part) {
  const focus = document.activeElement;
  if (focus && focus !== document.body && part.contains(focus)) return true;
  if (part.querySelector("[popover]:popover-open, dialog[open]")) return true;
  if ([...part.querySelectorAll("input, textarea, select")].some(dirty)) return true;
  const chosen = getSelection();
  if (chosen && !chosen.isCollapsed && chosen.containsNode(part, true)) return true;
  if (part.dataset.liveInPlace !== undefined) return false;
  return part.matches(":hover") || document.querySelector("dialog:modal") !== null;
}

const words = (at) => [...at.childNodes].filter((node) => !node.classList?.contains("newchip")).map((node) => node.textContent).join(" ").replace(/\s+/g, " ").trim();

// What is new in the fresh part: how many rows; null when it says the same.
export function count(part, fresh) {
  const known = new Set(rows(part).map((row) => row.dataset.row));
  const news = rows(fresh).filter((row) => !known.has(row.dataset.row)).length;
  return news || words(part) !== words(fresh) ? { rows: news } : null;
}

export function put(part, fresh) {
  const known = new Set(rows(part).map((row) => row.dataset.row));
  const current = part.querySelector("[data-row].cur")?.dataset.row;
  const focus = part.contains(document.activeElement) ? document.activeElement : null;
  const back = focus && { id: focus.id, row: focus.closest("[data-row]")?.dataset.row ?? current };
  const unfolded = [...part.querySelectorAll("details[open]")].map((at) => pathTo(part, at));
  const scrolled = [part, ...part.querySelectorAll("*")].filter((at) => at.scrollTop > 0).map((at) => ({ path: pathTo(part, at), top: at.scrollTop, anchor: anchorOf(at) }));
  part.replaceChildren(...fresh.childNodes);
  for (const path of unfolded) part.querySelector(path)?.setAttribute("open", "");
  for (const { path, top, anchor } of scrolled) {
    const at = path ? part.querySelector(path) : part;
    if (at) at.scrollTop = top;
    const row = at && anchor && rowOf(at, anchor.row);
    if (row) at.scrollTop += row.getBoundingClientRect().top - anchor.top;
  }
  const stands = current && rowOf(part, current);
  for (const row of rows(part)) {
    if (stands) row.classList.toggle("cur", row === stands);
    if (known.size && !known.has(row.dataset.row)) row.classList.add("is-fresh");
  }
  if (back) refocus(part, back);
}

function refocus(part, { id, row }) {
  const at = (id && document.getElementById(id)) || (row && rowOf(part, row)) || rows(part)[0] || part;
  if (at.tabIndex < 0) at.tabIndex = -1;
  at.focus({ preventScroll: true });
}

// The first row in sight: it stays where it is when rows come above it.
function anchorOf(at) {
  const top = at.getBoundingClientRect().top;
  const row = rows(at).find((one) => one.getBoundingClientRect().bottom > top);
  return row ? { row: row.dataset.row, top: row.getBoundingClientRect().top } : null;
}

function pathTo(part, at) {
  const steps = [];
  for (let node = at; node !== part; node = node.parentElement) steps.unshift(`:nth-child(${[...node.parentElement.children].indexOf(node) + 1})`);
  return steps.length ? `:scope > ${steps.join(" > ")}` : "";
}
