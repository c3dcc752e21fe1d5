// The settings where they stand: one is saved or refused in its row, so that what is typed in the others stays.
import { post } from "./post.js";

const say = document.getElementById("say")?.dataset ?? {};
const toast = (text) => document.dispatchEvent(new CustomEvent("cb:toast", { detail: { text, tone: "over" } }));
const read = (html) => new DOMParser().parseFromString(html, "text/html");
const field = (row) => row.querySelector(".set-f :is(input:not([type=hidden]), select)") ?? row.querySelector(".set-f [aria-pressed=true]");

// Whoever is led to one setting stands in it.
function stand() {
  const row = document.getElementById(location.hash.slice(1));
  if (!row?.matches(".sets > li")) return;
  row.scrollIntoView({ block: "center" });
  field(row)?.focus({ preventScroll: true });
}

async function save(form, button) {
  const row = form.closest("li");
  const answer = await post(form.getAttribute("action"), new FormData(form, button)).catch(() => null);
  if (!answer) return toast(say.failed);
  if (answer.status === 401) return document.dispatchEvent(new CustomEvent("cb:out", { detail: {} }));
  const fresh = read(await (answer.ok ? await fetch(location.pathname) : answer).text());
  const now = fresh.getElementById(row.id);
  if (!now) return toast(fresh.querySelector("main p")?.textContent ?? say.failed);
  row.replaceWith(document.adoptNode(now));
  window.htmx?.process(now);
  field(now)?.focus();
  const said = [...fresh.querySelectorAll("#toasts > *")];
  if (said.length) document.getElementById("toasts")?.replaceChildren(...said.map((at) => document.adoptNode(at)));
  return undefined;
}

document.addEventListener("submit", (event) => {
  if (event.defaultPrevented || !event.target.closest(".set-v")) return;
  event.preventDefault();
  const { target: form, submitter } = event;
  if (form.dataset.busy) return;
  form.dataset.busy = "1";
  save(form, submitter).catch(() => toast(say.failed)).finally(() => {
    delete form.dataset.busy;
    submitter?.removeAttribute("aria-busy");
  });
});
// Until all is loaded the browser itself goes to the place the address names, and takes the focus away there.
addEventListener("hashchange", () => setTimeout(stand));
addEventListener("load", () => setTimeout(stand));
