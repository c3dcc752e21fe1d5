// A board: cards in lanes.  Moving a card to another lane runs the action of its address with the lane's value; where the
// action asks for more, its form opens, and closing that puts the card back.  By mouse, by finger, by Shift and an arrow, or
// by the menu of the card.  [data-board] names the parameter; [data-lane] its value; [data-card] has data-move and data-version.
// What the address of a move says besides goes with it.  Where lanes stand in rows (a month), data-board-row says how many are
// one, and Shift with an arrow up or down moves a card to the next.  data-board-key: what opens the move's form.
// data-board-time: the parameter of a time, where lanes are days drawn by their hours (hours.js): a card goes to another hour too.
import { timeBack, timeBeside, timeHere, timeTaken } from "./hours.js";
import { failed, form, moved, send } from "./moving.js";

const board = () => document.querySelector("[data-board]");
const lanes = () => [...board().querySelectorAll("[data-lane]")];
// A bar over several lanes stands beside them: it is in the one it begins in.
const laneOf = (card) => card.closest("[data-lane]") ?? lanesBeside(card);
const lanesBeside = (card) => card.parentElement.querySelectorAll(":scope > [data-lane]")[Number(card.dataset.column ?? 1) - 1] ?? null;
const cardsOf = (lane) => [...lane.querySelectorAll("[data-card]"), ...[...lane.parentElement.querySelectorAll(":scope > [data-card]")].filter((bar) => lanesBeside(bar) === lane)];
const nameOf = (lane) => lane.querySelector("h2")?.firstChild?.textContent.trim() ?? "";
let held = null;
let made = [];

// The one card the keyboard stands on.
function stand(card) {
  board().querySelectorAll("[data-card].cur").forEach((at) => at.classList.remove("cur"));
  card.classList.add("cur");
  card.tabIndex = -1;
  card.focus({ preventScroll: true });
  card.scrollIntoView({ block: "nearest", inline: "nearest" });
}

const at = () => board()?.querySelector("[data-card]:focus-within") ?? board()?.querySelector("[data-card].cur") ?? null;

function back(card, place) {
  timeBack();
  if (place.list.isConnected) place.list.insertBefore(card, place.next?.parentElement === place.list ? place.next : null);
}

const placeOf = (card) => ({ list: card.parentElement, next: card.nextElementSibling });

const valueOf = (lane) => ({ [board().dataset.board]: lane.dataset.lane });
const run = (card, lane, place, time) => send(card, { ...valueOf(lane), ...(time ? { [board().dataset.boardTime]: time } : {}) }, { back: () => back(card, place), stale: () => board() });

function move(card, lane) {
  const place = placeOf(card);
  lane.querySelector("ul").prepend(card);
  run(card, lane, place).catch(() => { back(card, place); failed(); });
}

function beside(card, step) {
  const all = lanes();
  return all[all.indexOf(laneOf(card)) + step] ?? null;
}

// Up and down within a lane, left and right to the next one that has a card.
function walk(card, key) {
  const mine = cardsOf(laneOf(card));
  const place = mine.indexOf(card);
  if (key === "ArrowUp" || key === "ArrowDown") return mine[place + (key === "ArrowDown" ? 1 : -1)] ?? card;
  const step = key === "ArrowRight" ? 1 : -1;
  let lane = beside(card, step);
  const all = lanes();
  while (lane && !cardsOf(lane).length) lane = all[all.indexOf(lane) + step] ?? null;
  const theirs = lane ? cardsOf(lane) : [];
  return theirs[Math.min(place, theirs.length - 1)] ?? card;
}

document.addEventListener("keydown", (event) => {
  if (!board() || document.querySelector("dialog[open], [popover]:popover-open") || event.altKey || event.ctrlKey || event.metaKey) return;
  const opens = event.key === board().dataset.boardKey && document.documentElement.dataset.keys !== "off";
  if ((!opens && !event.key.startsWith("Arrow")) || event.target.closest?.("input, select, textarea")) return;
  const card = at();
  if (!card) return;
  event.preventDefault();
  if (opens) return form(card);
  if (!event.shiftKey) return stand(walk(card, event.key));
  const time = timeBeside(board(), card, event.key);
  if (time && !event.repeat) return run(card, laneOf(card), placeOf(card), time).catch(failed);
  const row = Number(board().dataset.boardRow ?? 0);
  const step = { ArrowRight: 1, ArrowLeft: -1, ArrowDown: row, ArrowUp: -row }[event.key];
  const lane = step ? beside(card, step) : null;
  if (lane) move(card, lane);
});

document.addEventListener("click", (event) => {
  const button = event.target.closest?.("[data-move-to]");
  const card = button?.closest("[data-card]");
  if (!card) return;
  button.closest("[popover]")?.hidePopover();
  const lane = lanes().find((one) => one.dataset.lane === button.dataset.moveTo);
  if (lane && lane !== laneOf(card)) move(card, lane);
});

function sortable() {
  made.forEach((one) => one.destroy());
  made = [];
  if (!globalThis.Sortable || !board()) return;
  const options = {
    group: "lanes", sort: false, draggable: "[data-card]", filter: board().dataset.boardRow ? "button, [popover]" : "a, button, [popover]", preventOnFilter: false, delay: 180, delayOnTouchOnly: true,
    animation: matchMedia("(prefers-reduced-motion: reduce)").matches ? 0 : 120, ghostClass: "is-ghost", chosenClass: "is-chosen",
    onStart: ({ item }) => { held = placeOf(item); board().classList.add("is-dragging"); timeTaken(board(), item); },
    onEnd: ({ item, to, from }) => {
      board().classList.remove("is-dragging");
      const place = held, time = timeHere();
      held = null;
      if (to === from && !time) return timeBack();
      run(item, to.closest("[data-lane]") ?? laneOf(item), place, time).catch(() => { back(item, place); failed(); });
    },
  };
  made = lanes().map((lane) => globalThis.Sortable.create(lane.querySelector("ul"), options));
  const bars = new Set([...board().querySelectorAll("[data-card][data-column]")].map((bar) => bar.parentElement));
  made.push(...[...bars].map((row) => globalThis.Sortable.create(row, { ...options, draggable: "[data-column]", group: { name: "lanes", put: false } })));
}

// After a move the keyboard stands on the card where it is now.
function again() {
  const pk = board() && moved();
  const card = pk && board().querySelector(`[data-card="${CSS.escape(pk)}"]`);
  if (card) stand(card);
}

addEventListener("load", () => { sortable(); again(); });
document.addEventListener("cb:fresh", sortable);
document.addEventListener("cb:shut", () => { sessionStorage.removeItem("moved"); at()?.focus(); });
