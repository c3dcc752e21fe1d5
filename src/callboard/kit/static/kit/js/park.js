// Parking: the page is put aside as it stands (what is typed, the cursor, where it is scrolled, the row, an open dialog) and
// comes back the same on any machine.
import { fill, flush, ready, typedIn } from "./drafts.js";
import { post } from "./post.js";

const toast = (text) => document.dispatchEvent(new CustomEvent("cb:toast", { detail: { text, tone: "over" } }));
const say = document.getElementById("say")?.dataset ?? {};

function pathTo(at) {
  if (at.id && document.querySelectorAll(`#${CSS.escape(at.id)}`).length === 1) return `#${CSS.escape(at.id)}`;
  if (!at.parentElement || at === document.body) return "body";
  return `${pathTo(at.parentElement)} > :nth-child(${[...at.parentElement.children].indexOf(at) + 1})`;
}

const cursorOf = (at) => { try { return [at.selectionStart, at.selectionEnd]; } catch { return [null, null]; } };
const fieldOf = (at) => (at?.form && at.name ? { form: at.form.getAttribute("action") ?? "", name: at.name } : null);
const formOf = (action) => [...document.forms].find((form) => (form.getAttribute("action") ?? "") === action);

function standing() {
  const scrolled = [...document.querySelectorAll("main, main *")].filter((at) => at.scrollTop > 0 || at.scrollLeft > 0);
  const focus = document.activeElement;
  const open = document.querySelector("#dialog[open] form[data-action]");
  const others = [...document.forms].filter((form) => form.dataset.draft === undefined && form.getAttribute("method") === "get");
  return {
    scroll: scrolled.slice(0, 20).map((at) => [pathTo(at), at.scrollTop, at.scrollLeft]),
    row: document.querySelector("[data-list] [data-row].cur")?.dataset.row ?? "",
    focus: fieldOf(focus) && [...Object.values(fieldOf(focus)), ...cursorOf(focus)],
    dialog: open?.getAttribute("action") ?? "",
    fields: others.map((form) => [form.getAttribute("action") ?? "", typedIn(form)]).filter(([, values]) => values.length),
  };
}

async function park() {
  // The titles of our pages end in the name of the program.
  const title = document.title.replace(/ · [^·]*$/, "");
  const values = { url: location.pathname + location.search + location.hash, title, state: JSON.stringify(standing()) };
  await flush();
  const answer = await post("/parked/new/", values);
  if (answer.status === 401) return document.dispatchEvent(new CustomEvent("cb:out"));
  const told = await answer.json();
  return answer.ok ? location.assign(told.next) : toast(told.error);
}

async function takeBack(form) {
  const answer = await post(form.getAttribute("action"), new FormData(form));
  if (!answer.ok) return form.submit();
  const { url, state } = await answer.json();
  sessionStorage.setItem("taken-back", JSON.stringify({ url, state }));
  const same = new URL(url, location.href).pathname + new URL(url, location.href).search === location.pathname + location.search;
  return same ? location.reload() : location.assign(url);
}

async function opened(url) {
  document.dispatchEvent(new CustomEvent("cb:open", { detail: url }));
  await new Promise((done) => {
    document.addEventListener("cb:opened", done, { once: true });
    setTimeout(done, 3000);
  });
}

function cursor(focus) {
  const [action, name, start, end] = focus;
  const at = [...(formOf(action)?.elements ?? [])].find((field) => field.name === name);
  if (!at) return;
  at.focus({ preventScroll: true });
  if (start === null || start === undefined) return;
  try { at.setSelectionRange(start, end); } catch { /* A field without a cursor. */ }
}

async function stand({ scroll = [], row = "", focus = null, dialog = "", fields = [] }) {
  await ready;
  for (const [action, values] of fields) if (formOf(action)) fill(formOf(action), values);
  const at = row && document.querySelector(`[data-list] [data-row="${CSS.escape(row)}"]`);
  if (at) {
    at.closest("[data-list]").querySelector("[data-row].cur")?.classList.remove("cur");
    at.classList.add("cur");
    at.tabIndex = -1;
    if (!focus) at.focus({ preventScroll: true });
  }
  for (const [path, top, left] of scroll) document.querySelector(path)?.scrollTo({ top, left, behavior: "instant" });
  if (dialog) await opened(dialog);
  if (focus) cursor(focus);
  document.documentElement.dataset.parked = "back";
}

document.addEventListener("click", (event) => {
  if (!event.target.closest?.("[data-park]")) return;
  event.target.closest("[popover]")?.hidePopover();
  park().catch(() => toast(say.failed));
});
document.addEventListener("submit", (event) => {
  if (!event.target.matches?.("form[data-take-back]")) return;
  event.preventDefault();
  takeBack(event.target).catch(() => toast(say.failed));
});
document.addEventListener("cb:does", ({ detail }) => { if (detail === "park") park().catch(() => toast(say.failed)); });

const kept = JSON.parse(sessionStorage.getItem("taken-back") ?? "null");
if (kept) {
  sessionStorage.removeItem("taken-back");
  const { pathname, search } = new URL(kept.url, location.href);
  if (pathname === location.pathname && search === location.search) stand(kept.state);
}
