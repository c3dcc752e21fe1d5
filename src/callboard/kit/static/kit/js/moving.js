// Something is moved by its verb at once: a card to another lane, a step to another day.  [data-move] is the verb's address,
// [data-version] what it was read as, [data-card] what the keyboard stands on again afterwards.
import { post } from "./post.js";

const say = document.getElementById("say")?.dataset ?? {};
const toast = (text, tone = "over") => document.dispatchEvent(new CustomEvent("cb:toast", { detail: { text, tone } }));
export const failed = () => toast(say.failed);

// Where a move is sent, and what goes with it: what the address says besides, too.
function moveOf(card, values = {}) {
  const url = new URL(card.dataset.move, location.href);
  return [url.pathname, { ...Object.fromEntries(url.searchParams), ...values }];
}

// Sent at once; what the verb still asks for is asked in its form.  back: puts it where it was; stale: the part to fetch again.
export async function send(card, given, { back = () => {}, stale = () => null } = {}) {
  const [url, values] = moveOf(card, { ...given, version_: card.dataset.version, nonce: crypto.randomUUID?.() ?? `${Date.now()}-${Math.random()}`, next: location.pathname + location.search });
  const answer = await post(url, values);
  if (answer.ok && answer.headers.has("HX-Redirect")) {
    sessionStorage.setItem("moved", card.dataset.card);
    return location.assign(answer.headers.get("HX-Redirect"));
  }
  back();
  if (answer.status === 401) return document.dispatchEvent(new CustomEvent("cb:out"));
  if (answer.status === 422) return form(card, given);
  const html = new DOMParser().parseFromString(await answer.text(), "text/html");
  toast(html.querySelector(".note-over")?.textContent.trim() || html.querySelector("main p")?.textContent || say.failed);
  const part = stale();
  return part && document.dispatchEvent(new CustomEvent("cb:stale-part", { detail: part }));
}

// The verb's form, beside the page.
export function form(card, given = {}) {
  const [url, values] = moveOf(card, { ...given, next: location.pathname + location.search });
  sessionStorage.setItem("moved", card.dataset.card);
  document.dispatchEvent(new CustomEvent("cb:open", { detail: `${url}?${new URLSearchParams(values)}` }));
}

// What was moved just before this page, once.
export function moved() {
  const pk = sessionStorage.getItem("moved");
  sessionStorage.removeItem("moved");
  return pk;
}
