// Popovers open natively; this puts them beside the button that opened them, and fetches what has an address: reasons, and
// the inside of a popover with data-src, once, when it is opened.
const GAP = 6;
let opener = null;

function place(pop) {
  if (!opener?.isConnected) return;
  const at = opener.getBoundingClientRect();
  const clear = pop.matches(".why-pop") ? explained(opener) : at;
  pop.classList.add("is-placed");
  const { offsetWidth: width, offsetHeight: height } = pop;
  const roomBelow = innerHeight - clear.bottom > height + GAP;
  const roomAbove = clear.top > height + GAP;
  let left = at.left + width > innerWidth - 12 ? at.right - width : at.left;
  // Where no side has room it stands over its button rather than run off the window.
  let top = roomBelow || !roomAbove ? clear.bottom + GAP : clear.top - height - GAP;
  if (!roomBelow && !roomAbove && innerWidth - clear.right > width + GAP + 12) [left, top] = [clear.right + GAP, clear.top];
  else if (!roomBelow && !roomAbove && clear.left > width + GAP + 12) [left, top] = [clear.left - width - GAP, clear.top];
  pop.style.left = `${Math.max(12, Math.min(left, innerWidth - width - 12))}px`;
  pop.style.top = `${Math.max(12, Math.min(top, innerHeight - height - 12))}px`;
}

// What a reason is about stays in sight: the figure under its name, the value of a fact, the row it stands in.
function explained(link) {
  const whole = link.closest(".fig, .task, .od-t") ?? link;
  const fact = link.closest("dt")?.nextElementSibling;
  const boxes = [whole, ...(fact ? [fact] : [])].map((one) => one.getBoundingClientRect());
  return {
    left: Math.min(...boxes.map((box) => box.left)),
    right: Math.max(...boxes.map((box) => box.right)),
    top: Math.min(...boxes.map((box) => box.top)),
    bottom: Math.max(...boxes.map((box) => box.bottom)),
  };
}

document.addEventListener("click", (event) => {
  const button = event.target.closest?.("[popovertarget]");
  if (button) opener = button;
}, true);

document.addEventListener("toggle", (event) => {
  const pop = event.target;
  if (!pop.matches?.("[popover]")) return;
  const open = event.newState === "open";
  if (opener?.getAttribute("popovertarget") === pop.id) opener.setAttribute("aria-expanded", String(open));
  if (!open) return;
  place(pop);
  if (pop.dataset.src) fill(pop).catch(() => location.assign(pop.dataset.src));
  else focusIn(pop);
}, true);

// What cannot be read is what it was opened for; else the first there is.
function focusIn(pop) {
  const wrong = pop.querySelector("[aria-invalid]:not([hidden])");
  if (wrong) return wrong.focus();
  pop.querySelector("input:not([type=hidden]), select, a, button")?.focus({ preventScroll: true });
  return undefined;
}

async function fill(pop) {
  pop.setAttribute("aria-busy", "true");
  const answer = await fetch(pop.dataset.src, { headers: { "HX-Request": "true" } });
  if (!answer.ok) return location.assign(pop.dataset.src);
  pop.innerHTML = await answer.text();
  delete pop.dataset.src;
  pop.removeAttribute("aria-busy");
  document.dispatchEvent(new CustomEvent("cb:filled", { detail: pop }));
  if (!pop.matches(":popover-open")) return undefined;
  place(pop);
  return focusIn(pop);
}

document.addEventListener("keydown", (event) => {
  const menu = event.target.closest?.(".menu:popover-open");
  if (!menu || !["ArrowDown", "ArrowUp", "Home", "End"].includes(event.key)) return;
  const items = [...menu.querySelectorAll("a, button")];
  const at = items.indexOf(document.activeElement);
  const last = items.length - 1;
  const to = { ArrowDown: at >= last ? 0 : at + 1, ArrowUp: at <= 0 ? last : at - 1, Home: 0, End: last }[event.key];
  items[to]?.focus();
  event.preventDefault();
});

// A reason with an address: fetched, shown beside its words.  Without script the link leads to the page of reasons.
async function reason(link) {
  const answer = await fetch(link.dataset.src ?? link.href, { headers: { "HX-Request": "true" } });
  if (!answer.ok) return location.assign(link.href);
  document.getElementById("why-fetched")?.remove();
  const pop = document.createElement("div");
  pop.id = "why-fetched";
  pop.className = "why-pop";
  pop.popover = "auto";
  pop.innerHTML = await answer.text();
  (link.closest("dialog") ?? document.body).append(pop);
  opener = link;
  return pop.showPopover();
}

document.addEventListener("click", (event) => {
  const link = event.target.closest?.("a[data-why]");
  if (!link || event.defaultPrevented || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  reason(link).catch(() => location.assign(link.href));
});

addEventListener("scroll", (event) => {
  const open = document.querySelector("[popover].is-placed:popover-open");
  if (open && !open.contains(event.target)) open.hidePopover();
}, true);
