// One toast at a time.  It stays ten seconds; the clock stands while the tab is hidden or a call is on.
const STAY = 10;
const box = document.getElementById("toasts") ?? document.querySelector(".kit");
const say = document.getElementById("say")?.dataset ?? {};
const left = new WeakMap();

const standing = () => document.hidden || document.querySelector("#call-strip > *") !== null;

function tick() {
  const toast = box?.querySelector("[data-toast]");
  if (!toast || standing() || toast.matches(":hover, :focus-within")) return;
  const seconds = (left.get(toast) ?? STAY) - 1;
  left.set(toast, seconds);
  const shown = toast.querySelector("[data-seconds]");
  if (shown) shown.textContent = (say.seconds ?? "{n} s").replace("{n}", seconds);
  if (seconds <= 0) toast.remove();
}

function show({ text, tone = "", action = null, label = "" }) {
  const toast = document.createElement("div");
  toast.className = "toastx";
  toast.dataset.toast = "";
  toast.setAttribute("role", "status");
  if (tone) toast.dataset.tone = tone;
  const words = document.createElement("span");
  words.textContent = text;
  toast.append(words);
  if (action) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "btn btn-s";
    button.textContent = label;
    button.addEventListener("click", () => { toast.remove(); action(); });
    toast.append(button);
  }
  box?.append(toast);
}

if (box && box.id === "toasts") setInterval(tick, 1000);
document.addEventListener("cb:toast", (event) => show(event.detail));
document.addEventListener("click", (event) => {
  const close = event.target.closest?.("[data-toast] [data-close]");
  if (close) return close.closest("[data-toast]").remove();
  const refused = event.target.closest?.("[data-refusal]");
  if (refused) {
    event.preventDefault();
    show({ text: refused.dataset.refusal, tone: "over" });
  }
}, true);
