// u takes back my last action on this page.  While its toast stands the toast has the key; afterwards a button in the top
// bar has it, for as long as this tab remembers what was done here.
import { post } from "./post.js";

const form = document.getElementById("undo-last");
const KEY = "undo";
const MOST = 20;
const here = () => location.pathname;
const kept = () => JSON.parse(sessionStorage.getItem(KEY) ?? "[]");
const keep = (all) => sessionStorage.setItem(KEY, JSON.stringify(all.slice(-MOST)));
// One line of the log, or those of what was done at once.
const logOf = (address) => (address.match(/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g) ?? []).join(" ");

// It is taken back, and the page comes anew: lists keep the row of the keyboard.
function taken(log) {
  keep(kept().filter((one) => one.log !== log));
  document.dispatchEvent(new CustomEvent("cb:undoes"));
}

function note() {
  for (const at of document.querySelectorAll("#toasts form[action^='/undo/']")) {
    const log = logOf(at.getAttribute("action"));
    if (log && !kept().some((one) => one.log === log)) keep([...kept(), { page: here(), log, text: at.closest("[data-toast]")?.querySelector("span")?.textContent?.trim() ?? "" }]);
    at.addEventListener("submit", () => taken(log));
  }
}

function show() {
  if (!form) return;
  const last = kept().filter((one) => one.page === here()).pop();
  const toast = document.querySelector("#toasts form[action^='/undo/']");
  form.hidden = !last || toast !== null;
  if (!last) return;
  form.elements.log.value = last.log;
  const button = form.querySelector("button");
  button.dataset.words ??= button.getAttribute("aria-label");
  button.setAttribute("aria-label", last.text ? `${button.dataset.words}: ${last.text}` : button.dataset.words);
  button.title = button.getAttribute("aria-label");
}

form?.addEventListener("submit", () => taken(form.elements.log.value));
document.addEventListener("cb:does", async ({ detail }) => {
  if (detail !== "undo" || !form) return;
  const log = kept().filter((one) => one.page === here()).pop()?.log ?? "";
  taken(log);
  const answer = await post(form.getAttribute("action"), { log, page: location.pathname + location.search }).catch(() => null);
  location.assign(answer?.headers.get("HX-Redirect") ?? location.href);
});
note();
show();
const toasts = document.getElementById("toasts");
if (toasts) new MutationObserver(show).observe(toasts, { childList: true });
