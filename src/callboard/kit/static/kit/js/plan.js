// A plan: rows with a day each.  [data-plan] names the parameter of the verb that moves one, [data-day] is the day it has.
// Arrows go from row to row and over what can be pressed in it; with Shift they move it, right and left by a day, down and up
// by a week.  data-plan-key: what opens the move's form, as a row without a day does.
import { failed, form, moved, send } from "./moving.js";

const plan = () => document.querySelector("[data-plan]");
const rows = () => [...plan().querySelectorAll("[data-row]")];
const at = () => document.activeElement?.closest?.("[data-plan] [data-row]") ?? null;
const DAYS = { ArrowRight: 1, ArrowLeft: -1, ArrowDown: 7, ArrowUp: -7 };
const STEPS = { ArrowRight: 1, ArrowLeft: -1 };

function later(day, count) {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + count);
  return date.toISOString().slice(0, 10);
}

// The row is where the keyboard stands, as it is for j and k.
function stand(row) {
  plan().querySelector("[data-row].cur")?.classList.remove("cur");
  row.classList.add("cur");
  row.tabIndex = -1;
  row.focus({ preventScroll: true });
  row.scrollIntoView({ block: "nearest" });
}

function walk(row, key) {
  const all = rows();
  if (!(key in STEPS)) return stand(all[all.indexOf(row) + (key === "ArrowDown" ? 1 : -1)] ?? row);
  const places = [row, ...row.querySelectorAll("a[href], button")];
  return (places[places.indexOf(document.activeElement) + STEPS[key]] ?? document.activeElement).focus();
}

function move(row, count) {
  if (!row.dataset.day) return form(row);
  return send(row, { [plan().dataset.plan]: later(row.dataset.day, count) }).catch(failed);
}

document.addEventListener("keydown", (event) => {
  const row = plan() && at();
  if (!row || document.querySelector("dialog[open], [popover]:popover-open") || event.altKey || event.ctrlKey || event.metaKey) return;
  const opens = event.key === plan().dataset.planKey && document.documentElement.dataset.keys !== "off";
  if (!(event.key in DAYS) && !opens) return;
  event.preventDefault();
  if (!opens && !event.shiftKey) walk(row, event.key);
  else if (row.dataset.move && !event.repeat) opens ? form(row) : move(row, DAYS[event.key]);
});

addEventListener("load", () => {
  const pk = plan() && moved();
  const row = pk && plan().querySelector(`[data-card="${CSS.escape(pk)}"]`);
  if (row) stand(row);
});
document.addEventListener("cb:shut", () => { if (plan()) { moved(); plan().querySelector("[data-row].cur")?.focus(); } });
