// An action opens beside the page it was called from.  Without script the same address is a page of its own.
const dialog = document.getElementById("dialog");
const say = document.getElementById("say")?.dataset ?? {};
const HEADERS = () => ({ "HX-Request": "true", "HX-Current-URL": location.href });
let from = null;
// When somebody last typed into the page itself.
let wrote = 0;

const form = () => dialog.querySelector("form[data-action]");
const toast = (text) => document.dispatchEvent(new CustomEvent("cb:toast", { detail: { text, tone: "over" } }));

// Where the server sends us: the whole page goes there.
function led(answer) {
  const to = answer.headers.get("HX-Redirect") ?? answer.headers.get("HX-Location");
  if (to) location.assign(to);
  return Boolean(to);
}

function fill(html) {
  const fresh = new DOMParser().parseFromString(html, "text/html").querySelector("form[data-action]");
  if (!fresh) return false;
  dialog.replaceChildren(document.adoptNode(fresh));
  window.htmx?.process(dialog);
  document.dispatchEvent(new CustomEvent("cb:filled", { detail: dialog }));
  if (dialog.open) focusFirst();
  return true;
}

// What a line of text begins with is replaced by what is typed.
const begin = (at) => { at.focus(); if (at.matches("[autofocus]:is([type=text], [type=number], :not([type]))")) at.select(); };

// The first wrong field, else where the server puts the cursor, else the first field.
function focusFirst() {
  // What was asked for is what is looked at: the preview, over the buttons.
  const told = dialog.querySelector(".act-p > *");
  if (told && !dialog.querySelector("[aria-invalid=true]")) {
    dialog.querySelector("[name=preview]")?.focus();
    return told.scrollIntoView({ block: "nearest" });
  }
  const first = ["[aria-invalid=true]", "[autofocus]", "input:not([type=hidden]), select, textarea", "[data-submit]", "[data-close]"];
  for (const which of first) {
    const at = dialog.querySelector(which);
    if (at) return begin(at);
  }
  return undefined;
}

const wait = (coming) => { document.dispatchEvent(new CustomEvent("cb:wait", { detail: coming })); return coming; };

async function open(url) {
  const began = performance.now();
  const answer = await fetch(url, { headers: HEADERS() });
  // Whoever went on writing meanwhile keeps the cursor where they write.
  if (wrote > began && !dialog.open) return toast(say.wroteOn);
  if (answer.status === 401) return document.dispatchEvent(new CustomEvent("cb:out", { detail: { dialog: url, now: true } }));
  if (led(answer)) return undefined;
  if (!fill(await answer.text())) return location.assign(url);
  if (!dialog.open) dialog.showModal();
  focusFirst();
  document.dispatchEvent(new CustomEvent("cb:opened", { detail: form() }));
  return undefined;
}

// An answer that is a page of its own (a secret shown once) takes the place of the page below.
function told(html, at) {
  const fresh = new DOMParser().parseFromString(html, "text/html").querySelector("main");
  const main = document.querySelector("main");
  if (!fresh || !main) return false;
  document.dispatchEvent(new CustomEvent("cb:saved", { detail: at }));
  shut();
  main.replaceWith(document.adoptNode(fresh));
  fresh.querySelector("[autofocus]")?.focus();
  return true;
}

// It may take a moment, and what it says stands below the fields.
function working() {
  const at = dialog.querySelector(".act-p");
  at?.replaceChildren(Object.assign(document.createElement("p"), { className: "mut t12", textContent: say.working }));
  at?.scrollIntoView({ block: "nearest" });
}

async function send(at, button) {
  const body = new FormData(at, button);
  const answer = await fetch(at.getAttribute("action"), { method: "POST", body, headers: HEADERS(), redirect: "manual" });
  if (answer.status === 401) return document.dispatchEvent(new CustomEvent("cb:out", { detail: { dialog: at.getAttribute("action") } }));
  if (answer.type === "opaqueredirect" || (answer.ok && answer.headers.has("HX-Redirect"))) document.dispatchEvent(new CustomEvent("cb:saved", { detail: at }));
  if (answer.type === "opaqueredirect") return location.reload();
  if (led(answer)) return undefined;
  const html = await answer.text();
  if (fill(html) || (answer.ok && told(html, at))) return undefined;
  const text = new DOMParser().parseFromString(html, "text/html").querySelector("main p")?.textContent ?? say.failed;
  // A form older than its session cannot be sent again as it is.
  if (answer.headers.has("X-Stale")) return document.dispatchEvent(new CustomEvent("cb:stale", { detail: { text, dialog: at.getAttribute("action") } }));
  return toast(text);
}

// Typed text is asked about before it is left; the draft stays in the browser either way.
function typed() {
  return [...(form()?.elements ?? [])].some((at) => at.type !== "hidden" && (at.type === "checkbox" || at.type === "radio" ? at.checked !== at.defaultChecked : "defaultValue" in at && at.value !== at.defaultValue));
}

// A question or a warning over the buttons.
function standing(text) {
  dialog.querySelector(".dg-ask")?.remove();
  const line = document.createElement("div");
  line.className = "dg-ask note-in note-due";
  line.setAttribute("role", "alert");
  line.append(Object.assign(document.createElement("b"), { className: "grow", textContent: text }));
  const foot = dialog.querySelector(".act-f");
  if (foot) foot.before(line);
  else form().append(line);
  return line;
}

function ask() {
  if (dialog.querySelector(".dg-ask [data-yes]")) return shut();
  const line = standing(say.leave);
  const yes = Object.assign(document.createElement("button"), { type: "button", className: "btn btn-s", textContent: say.close });
  yes.addEventListener("click", shut);
  yes.dataset.yes = "";
  line.append(yes);
  yes.focus();
  return undefined;
}

// Ctrl+Enter in a dialog where nothing was typed, over a text that is not saved yet, may be meant for that text: once it asks.
function unsaved() {
  const box = [...document.querySelectorAll("form[data-draft] textarea.nb-t")].find((at) => at.value !== at.defaultValue);
  if (!box || typed() || form().dataset.asked) return false;
  form().dataset.asked = "1";
  standing(say.unsaved.replace("{what}", box.getAttribute("aria-label")));
  return true;
}

function shut() {
  dialog.close();
  dialog.replaceChildren();
  from?.focus?.();
  document.dispatchEvent(new CustomEvent("cb:shut"));
}

document.addEventListener("click", (event) => {
  const link = event.target.closest?.("a[data-dialog]");
  const inside = event.target.closest?.("dialog");
  const close = event.target.closest?.("dialog [data-close]");
  if (close && inside !== dialog) return inside.close();
  if (close) {
    event.preventDefault();
    return typed() ? ask() : shut();
  }
  if (!link || !dialog || event.defaultPrevented || event.ctrlKey || event.metaKey || event.shiftKey) return undefined;
  event.preventDefault();
  from = link.closest("[popover]") ? document.querySelector(`[popovertarget="${link.closest("[popover]").id}"]`) : link;
  link.closest("[popover]")?.hidePopover();
  return wait(open(link.href)).catch(() => toast(say.notOpened));
});

dialog?.addEventListener("submit", (event) => {
  if (!event.target.matches("form[data-action]")) return;
  event.preventDefault();
  const button = event.submitter;
  if (button?.getAttribute("aria-busy")) return;
  button?.setAttribute("aria-busy", "true");
  if (button?.name === "preview") working();
  send(event.target, button).catch(() => toast(say.failed)).finally(() => {
    button?.removeAttribute("aria-busy");
    if (button?.name === "preview" && button.isConnected) dialog.querySelector(".act-p")?.replaceChildren();
  });
});
document.addEventListener("cb:save", (event) => {
  if (dialog?.open && event.detail === form() && unsaved()) event.preventDefault();
});
document.addEventListener("input", ({ isTrusted, target }) => {
  if (isTrusted && !target.closest("dialog")) wrote = performance.now();
});
document.addEventListener("cb:open", ({ detail }) => wait(open(detail)).catch(() => toast(say.notOpened)));
dialog?.addEventListener("cancel", (event) => {
  event.preventDefault();
  if (typed()) ask();
  else shut();
});
