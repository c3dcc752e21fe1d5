// One event stream a browser: the tab that holds the lock has it and passes events on to the others.
// An event names topics ({"topics": ["board", "account:7"], "seq": 12}); "state" is up or down.  Every [data-live] element of such a topic fetches itself again.
// Nothing moves under the hands: an element with the focus, the pointer or unsaved text waits and says how much is new.
const base = document.body.dataset.liveUrl;
const say = document.getElementById("say")?.dataset ?? {};
const state = document.getElementById("live-state");
const JITTER = 400;
const DOWN_AFTER = 5000;
const AGAIN_MS = 15000;
const channel = "BroadcastChannel" in window ? new BroadcastChannel("cb-live") : null;
const waiting = new Map();
const timers = new Map();
let wanted = new Set();
let source = null;
let last = "";
let downTimer = 0;

const parts = () => [...document.querySelectorAll("[data-live][data-live-src]")];
const topicsOf = (part) => part.dataset.live.split(" ").filter(Boolean);
const mine = () => new Set(parts().flatMap(topicsOf));

function show(up) {
  if (state) state.dataset.state = up ? "up" : "down";
}

function heard(topics) {
  document.dispatchEvent(new CustomEvent("cb:heard", { detail: topics }));
  for (const part of parts()) {
    if (!topicsOf(part).some((topic) => topics.includes(topic)) || timers.has(part)) continue;
    timers.set(part, setTimeout(() => { timers.delete(part); update(part); }, 50 + Math.random() * JITTER));
  }
}

const dirty = (at) => (at.type === "checkbox" || at.type === "radio" ? at.checked !== at.defaultChecked : "defaultValue" in at && at.value !== at.defaultValue);

// data-live-in-place: figures that change where they stand; the pointer does not hold them.
function busy(part) {
  const focus = document.activeElement;
  if (focus && focus !== document.body && part.contains(focus)) return true;
  if (part.dataset.liveInPlace === undefined && part.matches(":hover")) return true;
  if (part.querySelector("[popover]:popover-open, dialog[open]")) return true;
  return [...part.querySelectorAll("input:not([type=hidden]), textarea")].some(dirty);
}

function update(part) {
  if (!part.isConnected) return waiting.delete(part);
  if (!busy(part)) return refresh(part);
  waiting.set(part, (waiting.get(part) ?? 0) + 1);
  return chip(part);
}

function chip(part) {
  let holder = part.querySelector(":scope > .newchip");
  if (!holder) {
    holder = document.createElement(part.matches("ol, ul") ? "li" : "div");
    holder.className = "newchip";
    const button = Object.assign(document.createElement("button"), { type: "button", className: "btn btn-s" });
    button.addEventListener("click", () => refresh(part));
    holder.append(button);
    part.append(holder);
  }
  holder.firstChild.textContent = (say.new ?? "{n} new: show").replace("{n}", waiting.get(part));
}

async function refresh(part) {
  waiting.delete(part);
  let answer;
  try {
    answer = await fetch(part.dataset.liveSrc, { headers: { "HX-Request": "true", "HX-Current-URL": location.href } });
  } catch {
    return show(false);
  }
  if (answer.status === 401 || answer.status === 403 || answer.status === 404) return part.removeAttribute("data-live");
  if (!answer.ok) return undefined;
  return swap(part, await answer.text());
}

function swap(part, html) {
  const fresh = new DOMParser().parseFromString(html, "text/html");
  const same = (part.id && fresh.getElementById(part.id)) || [...fresh.querySelectorAll("[data-live-src]")].find((at) => at.dataset.liveSrc === part.dataset.liveSrc);
  const scrolled = [part, ...part.querySelectorAll("*")].filter((at) => at.scrollTop > 0).map((at) => [pathTo(part, at), at.scrollTop]);
  const known = new Set([...part.querySelectorAll("[data-row]")].map((row) => row.dataset.row));
  const current = part.querySelector("[data-row].cur")?.dataset.row;
  part.replaceChildren(...(same ?? fresh.body).childNodes);
  for (const [path, top] of scrolled) {
    const at = path ? part.querySelector(path) : part;
    if (at) at.scrollTop = top;
  }
  for (const row of part.querySelectorAll("[data-row]")) {
    if (row.dataset.row === current) row.classList.add("cur");
    if (known.size && !known.has(row.dataset.row)) row.classList.add("is-fresh");
  }
  window.htmx?.process(part);
  document.dispatchEvent(new CustomEvent("cb:fresh", { detail: part }));
}

function pathTo(part, at) {
  const steps = [];
  for (let node = at; node !== part; node = node.parentElement) steps.unshift(`:nth-child(${[...node.parentElement.children].indexOf(node) + 1})`);
  return steps.length ? `:scope > ${steps.join(" > ")}` : "";
}

// What waited is shown as soon as the hands have left.
function release() {
  setTimeout(() => { for (const part of [...waiting.keys()]) if (!busy(part)) refresh(part); }, 300);
}

function read(event) {
  if (event.lastEventId) last = event.lastEventId;
  let topics = [];
  try {
    const data = JSON.parse(event.data);
    topics = data.topics ?? (data.topic ? [data.topic] : []);
  } catch {
    topics = event.data.split(" ");
  }
  heard(topics);
  channel?.postMessage({ kind: "heard", topics, last });
}

function connect() {
  source?.close();
  if (!wanted.size) return;
  const query = new URLSearchParams({ topics: [...wanted].sort().join(" ") });
  if (last) query.set("after", last);
  source = new EventSource(`${base}?${query}`);
  source.onmessage = read;
  source.addEventListener("change", read);
  source.addEventListener("state", (event) => { tell(event.data === "up"); });
  source.onopen = () => { clearTimeout(downTimer); downTimer = 0; tell(true); };
  source.onerror = () => {
    downTimer ||= setTimeout(() => tell(false), DOWN_AFTER);
    // A refused stream (signed out, too many) is not tried again by the browser itself.
    if (source.readyState === EventSource.CLOSED) setTimeout(connect, AGAIN_MS * (1 + Math.random()));
  };
}

function tell(up) {
  show(up);
  channel?.postMessage({ kind: "state", up });
}

function want(topics) {
  const before = wanted.size;
  topics.forEach((topic) => wanted.add(topic));
  if (source && wanted.size > before) connect();
}

function lead() {
  wanted = mine();
  connect();
  channel?.postMessage({ kind: "who" });
}

if (base && parts().length) {
  channel?.addEventListener("message", ({ data }) => {
    if (data.kind === "heard") { last = data.last; heard(data.topics); }
    if (data.kind === "state") show(data.up);
    if (data.kind === "who") channel.postMessage({ kind: "want", topics: [...mine()] });
    if (data.kind === "want") want(data.topics);
  });
  document.addEventListener("pointerout", release);
  document.addEventListener("focusout", release);
  if (navigator.locks && channel) {
    navigator.locks.request("cb-live", () => { lead(); return new Promise(() => {}); });
    channel.postMessage({ kind: "want", topics: [...mine()] });
  } else lead();
  addEventListener("pagehide", () => source?.close());
  addEventListener("pageshow", (event) => { if (event.persisted) { if (source) connect(); parts().forEach(update); } });
}
