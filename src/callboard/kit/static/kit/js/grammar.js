// Doubts about grammar beside a note, from the worker (kit/grammar).  Each says what it doubts and offers what could stand
// there; a press puts it in (note.js), nothing else does.
const WAIT = 700;
const answers = new Map();
const areas = new WeakMap();
let worker = null;
let asked = 0;

function begin(url) {
  worker ??= new Worker(url, { type: "module" });
  worker.onmessage = ({ data }) => answers.get(data.id)?.(data);
  worker.onerror = () => { for (const tell of answers.values()) tell({ error: "lost" }); };
  return worker;
}

function ask(url, text) {
  asked += 1;
  const id = asked;
  return new Promise((resolve) => {
    answers.set(id, (found) => { answers.delete(id); resolve(found); });
    begin(url).postMessage({ id, text });
  });
}

const areaOf = (button) => button.form.querySelector("textarea[data-note]");

function place(button) {
  const form = button.form;
  let at = form.querySelector(".nb-g");
  if (!at) {
    at = Object.assign(document.createElement("div"), { className: "nb-g" });
    at.setAttribute("aria-live", "polite");
    form.querySelector(".nb-checks").after(at);
  }
  return at;
}

// The worker counts characters, a field counts the halves of the long ones too.
const placed = (text) => (lint) => ({ ...lint, at: [...text].slice(0, lint.start).join("").length });

function line(lint, use) {
  const at = document.createElement("div");
  at.append(Object.assign(document.createElement("b"), { textContent: `\u201c${lint.said}\u201d ` }), lint.message);
  for (const option of lint.options) {
    const button = Object.assign(document.createElement("button"), { type: "button", className: "nb-fix", textContent: use.replace("{text}", option) });
    Object.assign(button.dataset, { fixFrom: lint.said, fixTo: option, fixAt: lint.at });
    at.append(" ", button);
  }
  return at;
}

async function look(button) {
  const area = areaOf(button);
  const text = area.value;
  const at = place(button);
  if (!text.trim()) return at.replaceChildren();
  const { lints, error } = await ask(button.dataset.grammar, text);
  if (area.value !== text || button.getAttribute("aria-pressed") !== "true") return undefined;
  if (error) return at.replaceChildren(button.dataset.lost);
  return at.replaceChildren(...(lints.length ? lints.map(placed(text)).map((lint) => line(lint, button.dataset.use)) : [button.dataset.none]));
}

async function names(area, url) {
  const answer = await fetch(area.dataset.words, { headers: { "HX-Request": "true" } }).catch(() => null);
  const { words } = answer?.ok ? await answer.json() : { words: [] };
  const both = words.flatMap((word) => [word, word.charAt(0).toUpperCase() + word.slice(1)]);
  begin(url).postMessage({ words: both });
}

export async function start(button) {
  if (button.getAttribute("aria-pressed") === "true") return;
  button.setAttribute("aria-pressed", "true");
  const area = areaOf(button);
  place(button).replaceChildren(button.dataset.wait);
  await names(area, button.dataset.grammar);
  let timer = 0;
  const again = () => { clearTimeout(timer); timer = setTimeout(() => look(button), WAIT); };
  areas.set(area, again);
  area.addEventListener("input", again);
  await look(button);
}

export function stop(button) {
  const area = areaOf(button);
  button.setAttribute("aria-pressed", "false");
  area.removeEventListener("input", areas.get(area));
  place(button).remove();
}
