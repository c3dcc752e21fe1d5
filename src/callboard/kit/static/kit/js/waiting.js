// A part that is fetched and does not come, or comes late.  What waits longer than a blink says so by a line over the page;
// what failed says it where it would have stood, with a button that asks again.
const say = document.getElementById("say")?.dataset ?? {};
const BLINK_MS = 250;
const under = new Set();

function shown() {
  document.documentElement.classList.toggle("is-waiting", under.size > 0);
}

// detail: a promise of something the person asked for and cannot see yet.
document.addEventListener("cb:wait", ({ detail }) => {
  const later = setTimeout(() => { under.add(detail); shown(); }, BLINK_MS);
  const over = () => { clearTimeout(later); under.delete(detail); shown(); };
  detail.then(over, over);
});

const ends = new WeakMap();
document.addEventListener("htmx:before:request", ({ detail: { ctx } }) => {
  // A part that fetches itself keeps its place by lines of its own; nobody pressed anything.
  if (ctx.sourceElement.getAttribute("aria-busy") === "true") return;
  const { promise, resolve } = Promise.withResolvers();
  ends.set(ctx, resolve);
  document.dispatchEvent(new CustomEvent("cb:wait", { detail: promise }));
});
document.addEventListener("htmx:finally:request", ({ detail: { ctx } }) => ends.get(ctx)?.());

// What the server refuses (4xx) it says itself; this is for what it could not answer.
function failed({ detail: { ctx } }) {
  const at = ctx?.sourceElement;
  if (!at || (ctx.response && ctx.response.status < 500)) return;
  // A part that loads itself has nothing else to show; whoever pressed something still sees what they pressed.
  if (at.getAttribute("aria-busy") === "true") return stand(at);
  document.dispatchEvent(new CustomEvent("cb:toast", { detail: { text: say.notCome, tone: "over", label: say.again, action: () => at.isConnected && at.click() } }));
}

function stand(at) {
  at.removeAttribute("aria-busy");
  const words = Object.assign(document.createElement("span"), { className: "mut", textContent: say.notCome });
  const again = Object.assign(document.createElement("button"), { type: "button", className: "btn btn-s", textContent: say.again });
  again.addEventListener("click", () => {
    at.setAttribute("aria-busy", "true");
    at.replaceChildren();
    window.htmx.ajax("GET", at.getAttribute("hx-get"), { source: at, target: at, swap: "outerHTML" });
  });
  at.replaceChildren(words, again);
  at.setAttribute("role", "status");
}

document.addEventListener("htmx:response:error", failed);
document.addEventListener("htmx:error", failed);
