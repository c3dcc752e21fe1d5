// One toast at a time.  It stays ten seconds; the clock stands while the tab is hidden or a call is on.  What is said while a
// dialog is open is said in the dialog, where it can be read and pressed, and goes with it.
const STAY = 10;
// One that offers nothing makes room for the next.
const SHORT = 4;
const page = document.getElementById("toasts");
const say = document.getElementById("say")?.dataset ?? {};
const left = new WeakMap();

const standing = () => document.hidden || document.querySelector("#call-strip > *") !== null;

function host() {
  const dialog = [...document.querySelectorAll("dialog:modal")].pop();
  if (!dialog) return page ?? document.querySelector(".kit");
  const found = dialog.querySelector(":scope > .cb-toasts");
  if (found) return found;
  const box = document.createElement("div");
  box.className = "cb-toasts";
  box.setAttribute("aria-live", "polite");
  dialog.append(box);
  return box;
}

function tick() {
  const [toast, next] = host().querySelectorAll("[data-toast]");
  if (!toast || standing() || toast.matches(":hover, :focus-within") || toast.dataset.toast === "stays") return;
  const most = next && !toast.querySelector("form, button:not([data-close])") ? SHORT : STAY;
  const seconds = Math.min(left.get(toast) ?? STAY, most) - 1;
  left.set(toast, seconds);
  const shown = toast.querySelector("[data-seconds]");
  if (shown) shown.textContent = (say.seconds ?? "{n} s").replace("{n}", seconds);
  if (seconds <= 0) toast.remove();
}

const part = (tag, className, textContent) => Object.assign(document.createElement(tag), { className, textContent });

function show({ text, tone = "", action = null, label = "", stays = false }) {
  const box = host();
  // The same sentence again does not queue behind itself.
  [...box.querySelectorAll("[data-toast]")].find((at) => at.querySelector("span")?.textContent === text)?.remove();
  const toast = part("div", "toastx", "");
  toast.dataset.toast = stays ? "stays" : "";
  toast.setAttribute("role", "status");
  if (tone) toast.dataset.tone = tone;
  toast.append(part("span", "", text));
  if (action) {
    const button = Object.assign(part("button", "btn btn-s", label), { type: "button" });
    button.addEventListener("click", () => { toast.remove(); action(); });
    toast.append(button);
  }
  box.append(toast);
}

if (page) setInterval(tick, 1000);
document.addEventListener("cb:toast", (event) => show(event.detail));
document.addEventListener("close", (event) => event.target.querySelector?.(":scope > .cb-toasts")?.remove(), true);
document.addEventListener("click", (event) => {
  const close = event.target.closest?.("[data-toast] [data-close]");
  if (close) {
    event.stopPropagation();
    return close.closest("[data-toast]").remove();
  }
  const refused = event.target.closest?.("[data-refusal]");
  if (refused) {
    event.preventDefault();
    show({ text: refused.dataset.refusal, tone: "over" });
  }
  return undefined;
}, true);
