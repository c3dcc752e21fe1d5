// A cell becomes the field of its action: double click, the pencil, or e on the row under the keyboard.
// Enter saves, Escape leaves, Tab saves and opens the next cell that can be edited.
const say = document.getElementById("say")?.dataset ?? {};
const toast = (text) => document.dispatchEvent(new CustomEvent("cb:toast", { detail: { text, tone: "over" } }));
const HEADERS = () => ({ "HX-Request": "true", "HX-Current-URL": location.href });

const table = (cell) => cell.closest("table[data-edit-src]");
const cells = (row) => [...row.querySelectorAll("td.ed-c")];
// The key of a cell's column stands in its head.
function keyOf(cell) {
  const heads = [...table(cell).querySelectorAll("thead th")];
  return heads[[...cell.parentElement.children].indexOf(cell)]?.dataset.edit;
}
const address = (cell) => table(cell).dataset.editSrc.replace(/cell=(&|$)/, `cell=${cell.parentElement.dataset.row}.${keyOf(cell)}$1`);

async function open(cell) {
  if (cell.querySelector(".ed-f")) return;
  const answer = await fetch(address(cell), { headers: HEADERS() });
  const text = await answer.text();
  if (answer.headers.has("HX-Redirect")) return location.assign(answer.headers.get("HX-Redirect"));
  if (!answer.ok) return toast(answer.status === 409 ? text : words(text));
  put(cell, text);
}

const words = (html) => new DOMParser().parseFromString(html, "text/html").querySelector("main p")?.textContent ?? say.failed;

function put(cell, html) {
  const form = new DOMParser().parseFromString(html, "text/html").querySelector("form");
  cell.classList.add("ed");
  cell.classList.remove("el");
  cell.querySelector(".ed-f")?.remove();
  // What stood there stays under the field, unseen: the row and its columns keep their size.
  cell.append(document.adoptNode(form));
  window.htmx?.process(cell);
  const field = form.querySelector("input:not([type=hidden]), select, textarea");
  field.focus();
  field.select?.();
}

function close(cell, focus = true) {
  cell.classList.remove("ed");
  cell.classList.toggle("el", !cell.matches(".what, .r"));
  cell.querySelector(".ed-f")?.remove();
  if (focus) stand(cell.parentElement);
}

function stand(row) {
  row.tabIndex = -1;
  row.focus({ preventScroll: true });
}

const changed = (form) => [...form.elements].some((at) => at.type !== "hidden" && (at.type === "checkbox" ? at.checked !== at.defaultChecked : at.tagName === "SELECT" ? [...at.options].some((option) => option.selected !== option.defaultSelected) : at.value !== at.defaultValue));

// Saves; what is next is opened when the server has it.  An answer that never comes leaves the field with its text.
async function save(cell, next = null) {
  const form = cell.querySelector(".ed-f");
  if (!form || form.dataset.busy) return;
  const asked = form.querySelector(".ed-e") !== null;
  if (!changed(form) && !asked) {
    close(cell, !next);
    return next && open(next);
  }
  form.dataset.busy = "1";
  const answer = await fetch(form.getAttribute("action"), { method: "POST", body: new FormData(form), headers: HEADERS() }).catch(() => null);
  delete form.dataset.busy;
  if (!answer) return toast(say.failed);
  if (answer.headers.has("HX-Redirect")) return location.assign(answer.headers.get("HX-Redirect"));
  const html = await answer.text();
  const fresh = new DOMParser().parseFromString(html, "text/html");
  if (answer.ok) return saved(cell, fresh, next);
  if (fresh.querySelector("form.ed-f")) return put(cell, html);
  return toast(answer.status === 409 ? html : words(html));
}

function saved(cell, fresh, next) {
  const row = cell.parentElement;
  const place = next ? cells(row).indexOf(next) : -1;
  const now = [...fresh.querySelectorAll("tr[data-row] > td")].map((td) => document.adoptNode(td));
  [...row.querySelectorAll(":scope > td:not(.cbx)")].forEach((td, at) => { if (now[at]) td.replaceWith(now[at]); });
  const box = document.getElementById("toasts");
  box?.replaceChildren(...[...fresh.querySelector("[data-toasts]").children].map((at) => document.adoptNode(at)));
  if (next && next.isConnected) open(next);
  else if (place >= 0 && cells(row)[place]) open(cells(row)[place]);
  else stand(row);
}

// The pencils of the row under the hand or the keyboard; other rows have none, so that Tab does not pass hundreds.
let marked = null;
function mark(row) {
  if (marked === row) return;
  document.querySelectorAll(".ed-b").forEach((button) => { if (!button.matches(":focus")) button.remove(); });
  marked = row;
  for (const cell of row ? cells(row) : []) {
    if (cell.querySelector(".ed-f, .ed-b")) continue;
    const button = Object.assign(document.createElement("button"), { type: "button", className: "ed-b" });
    button.setAttribute("aria-label", (say.edit ?? "{what}").replace("{what}", cell.dataset.label));
    button.append(document.getElementById("ed-pen")?.content.cloneNode(true) ?? "");
    if (cell === cells(row)[0]) button.dataset.key = "e";
    cell.append(button);
  }
}

document.addEventListener("mouseover", (event) => {
  const row = event.target.closest?.("table[data-edit-src] tr[data-row]");
  if (row) mark(row);
});
document.addEventListener("focusin", (event) => {
  const row = event.target.closest?.("table[data-edit-src] tr[data-row]");
  if (row) mark(row);
});
document.addEventListener("cb:fresh", () => { marked = null; });

document.addEventListener("click", (event) => {
  const button = event.target.closest?.(".ed-b");
  if (button) return open(button.closest("td")).catch(() => toast(say.failed));
  if (event.target.closest?.("[data-theirs]")) location.reload();
  return undefined;
});
document.addEventListener("dblclick", (event) => {
  const cell = event.target.closest?.("td.ed-c");
  if (cell) open(cell).catch(() => toast(say.failed));
});
document.addEventListener("submit", (event) => {
  if (!event.target.matches?.(".ed-f")) return;
  event.preventDefault();
  save(event.target.closest("td"));
});
document.addEventListener("keydown", (event) => {
  const form = event.target.closest?.(".ed-f");
  if (!form || event.isComposing) return;
  const cell = form.closest("td");
  if (event.key === "Escape") {
    event.preventDefault();
    event.stopPropagation();
    close(cell);
  } else if (event.key === "Enter" && event.target.tagName !== "TEXTAREA" && event.target.tagName !== "BUTTON") {
    event.preventDefault();
    save(cell);
  } else if (event.key === "Tab" && !event.target.closest(".ed-e")) {
    const all = cells(cell.parentElement);
    const next = all[all.indexOf(cell) + (event.shiftKey ? -1 : 1)];
    event.preventDefault();
    save(cell, next ?? null);
  }
});
