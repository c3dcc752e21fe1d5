// The hours of a week: the time a card has where it is held, and the one that was meant when it was let go.  [data-hours] says
// the first hour that is drawn and holds a mark for each; on a phone nothing is drawn by hours and a card has none to change.
// A card says its time by the shown_at of its move's address; one of whole days says none.
const DAY = 24 * 60, SNAP = 15, STEP = 30, ROW = 30;
let taken = null;
let shown = null;
let pressed = 0;
let pointer = 0;

const timeOf = (card) => new URL(card.dataset.move, location.href).searchParams.get("shown_at");
const minutesOf = (text) => Number(text.slice(0, 2)) * 60 + Number(text.slice(3, 5));
const textOf = (minutes) => `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;

// Where the hours begin on the screen, and how far an hour reaches.
function scale(board) {
  const [first, next] = [...board.querySelectorAll("[data-hours] > *")].map((mark) => mark.getBoundingClientRect().top);
  return next > first ? { top: first, hour: next - first } : null;
}

// The time of a card that was moved by so much: unchanged where that is less than half a step, else on a whole quarter.
function moved(minutes, by) {
  if (Math.abs(by) < SNAP / 2) return null;
  const there = Math.round((minutes + by) / SNAP) * SNAP;
  return Math.min(Math.max(there, 0), DAY - SNAP);
}

// Half an hour earlier or later by an arrow up or down; "" where that is no time of the day, or nothing is drawn by hours.
export function timeBeside(board, card, key) {
  const step = { ArrowUp: -STEP, ArrowDown: STEP }[key];
  const at = board.dataset.boardTime && step && scale(board) && timeOf(card);
  const there = at ? minutesOf(at) + step : -1;
  return there >= 0 && there < DAY ? textOf(there) : "";
}

// A card is held: from here on its time follows the pointer, and it says so.
export function timeTaken(board, card) {
  const at = board.dataset.boardTime && timeOf(card);
  const drawn = at && scale(board);
  taken = drawn ? { board, card, at: minutesOf(at), from: pressed - drawn.top } : null;
  const words = taken && card.querySelector("time");
  shown = words ? { card, words, said: words.textContent, row: Number(/\bhr(\d+)/.exec(card.className)?.[1]) } : null;
}

// It was not moved after all: it stands where it stood.
export function timeBack() {
  if (!shown) return;
  shown.card.style.gridRowStart = "";
  shown.words.textContent = shown.said;
  shown = null;
}

// The time where it is held now; "" where that is the one it has.
function timeNow() {
  const drawn = taken && scale(taken.board);
  const there = drawn ? moved(taken.at, ((pointer - drawn.top - taken.from) / drawn.hour) * 60) : null;
  return there === null || there === taken.at ? "" : textOf(there);
}

// It is let go.
export function timeHere() {
  const time = timeNow();
  taken = null;
  return time;
}

// The card stands in the half hour it would begin in, and says when that is.
function follow(y) {
  pointer = y;
  if (!taken || !shown) return;
  const time = minutesOf(timeNow() || textOf(taken.at));
  shown.words.textContent = `${((Math.floor(time / 60) + 11) % 12) + 1}:${String(time % 60).padStart(2, "0")}`;
  shown.card.style.gridRowStart = Math.max(shown.row + Math.floor(time / ROW) - Math.floor(taken.at / ROW), 1);
}

document.addEventListener("pointerdown", (event) => { pressed = pointer = event.clientY; }, true);
document.addEventListener("dragover", (event) => follow(event.clientY), true);
document.addEventListener("pointermove", (event) => { if (taken) follow(event.clientY); }, true);
document.addEventListener("touchmove", (event) => { if (taken) follow(event.touches[0].clientY); }, { capture: true, passive: true });
