// Find or do.  One request answers each pause in typing with records, commands and what to do with a pasted text; its answer
// is a list of links and buttons.  Without script the box is a page with a form.
import { post } from "./post.js";

const palette = document.getElementById("palette");
const input = palette?.querySelector("input");
const list = document.getElementById("palette-list");
const count = document.getElementById("palette-count");
const about = palette?.querySelector(".pal-with");
const say = document.getElementById("say")?.dataset ?? {};
const LONGEST = 2000;
let asked = 0;
let timer = 0;
let pending = Promise.resolve();
// A pasted text of several lines, which a box of one line cannot show; the record of which Tab lists the verbs.
let pasted = "";
let subject = "";

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

// The records the person means by "here": the one under the keyboard, then the page's.
function here() {
  const row = document.querySelector("[data-list] [data-row].cur");
  const first = [row?.querySelector("a[href]")?.getAttribute("href"), row?.dataset.url, location.pathname];
  return [...new Set(first.filter((each) => each?.startsWith("/")))];
}

function address() {
  const form = input.form;
  const url = new URL(form.dataset.paletteUrl ?? form.getAttribute("action"), location.href);
  url.searchParams.set("q", pasted || input.value);
  url.searchParams.set("part", "hits");
  if (form.dataset.paletteUrl) (subject ? [subject] : here()).forEach((each) => url.searchParams.append("on", each));
  if (subject) url.searchParams.set("with", "1");
  return url;
}

// Nothing found and nothing asked are told apart.
function notCome() {
  return Object.assign(document.createElement("p"), { className: "pal-none", textContent: say.failed }).outerHTML;
}

async function ask() {
  const turn = ++asked;
  let html = "";
  list.setAttribute("aria-busy", "true");
  try {
    const answer = await fetch(address(), { headers: { "HX-Request": "true" } });
    if (answer.status === 401) document.dispatchEvent(new CustomEvent("cb:out"));
    if (answer.ok) html = await answer.text();
    else if (answer.status >= 500) html = notCome();
  } catch (error) {
    html = notCome();
    throw error;
  } finally {
    if (turn === asked) show(html);
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
  if (!li) return subject ? undefined : input.form.requestSubmit();
  return link(li).click();
}

function show(html) {
  list.removeAttribute("aria-busy");
  list.innerHTML = html;
  list.querySelectorAll("ul, li, form").forEach((at) => at.setAttribute("role", "none"));
  hits().forEach((hit) => { link(hit).setAttribute("role", "option"); link(hit).tabIndex = -1; });
  input.setAttribute("aria-expanded", String(hits().length > 0));
  // A list of choices without one is none: what stands there instead is a text, read out as it comes.
  list.setAttribute("role", hits().length ? "listbox" : "group");
  const words = hits().length ? "" : list.textContent.trim();
  if (count) count.textContent = words || (say.hits ?? "{n}").replace("{n}", hits().length);
  document.dispatchEvent(new CustomEvent("cb:filled", { detail: list }));
  mark(hits()[0]);
}

function turnTo(url, name) {
  [subject, pasted] = [url, ""];
  input.value = "";
  if (about) {
    about.hidden = !url;
    about.textContent = name;
  }
  soon(0);
}

function open() {
  if (palette.open) return;
  palette.showModal();
  input.select();
  turnTo("", "");
}

// What is taken comes first the next time.
function remember(at) {
  const what = at.dataset.what;
  if (what && input.form.dataset.usedUrl) post(input.form.dataset.usedUrl, { what }, { keepalive: true }).catch(() => {});
}

function does(name) {
  const [what, value] = name.split("=");
  if (what === "theme") document.dispatchEvent(new CustomEvent("cb:theme-to", { detail: value }));
  else document.dispatchEvent(new CustomEvent("cb:does", { detail: what }));
}

function tab(event) {
  const at = chosen() && link(chosen());
  if (!at || subject || at.dataset.dialog !== undefined || !at.dataset.what?.startsWith("record:")) return;
  event.preventDefault();
  turnTo(at.getAttribute("href"), at.querySelector("b")?.textContent ?? "");
}

function back(event) {
  event.preventDefault();
  if (subject) turnTo("", "");
  else palette.close();
}

document.addEventListener("click", (event) => {
  const opens = event.target.closest?.("a[data-palette]");
  if (!opens || !palette || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  open();
});
input?.addEventListener("input", () => { pasted = ""; soon(120); });
input?.addEventListener("paste", (event) => {
  const text = event.clipboardData?.getData("text/plain") ?? "";
  if (!/[\n\r]/.test(text.trim())) return;
  event.preventDefault();
  pasted = text.trim().slice(0, LONGEST);
  input.value = pasted.replace(/\s*[\n\r]+\s*/g, " · ");
  soon(0);
});
input?.addEventListener("keydown", (event) => {
  const all = hits();
  const at = all.indexOf(chosen());
  if (all.length && (event.key === "ArrowDown" || event.key === "ArrowUp")) {
    event.preventDefault();
    mark(all[(at + (event.key === "ArrowDown" ? 1 : all.length - 1)) % all.length]);
  }
  if (event.key === "Tab" && !event.shiftKey) tab(event);
  if (event.key === "Backspace" && subject && !input.value) back(event);
  // A search field keeps the first Escape to empty itself; here it goes back, as the line below says.
  if (event.key === "Escape") back(event);
  if (event.key === "Enter") {
    event.preventDefault();
    press();
  }
});
palette?.addEventListener("click", (event) => {
  const at = event.target.closest("#palette-list a, #palette-list button");
  if (!at) {
    if (event.target === palette) palette.close();
    return;
  }
  if (at.dataset.refusal !== undefined) return;
  remember(at);
  palette.close();
  if (at.dataset.does) does(at.dataset.does);
});
