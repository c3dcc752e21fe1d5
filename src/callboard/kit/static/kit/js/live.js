// Live parts.  The hub (hub.js) holds the one event stream of a browser and names what changed; every [data-live] element of
// such a topic is fetched again.  Nothing moves under the hands: what is in use waits, and a chip says what is new (hands.js).
import { busy, count, put } from "./hands.js";

const body = document.body;
const say = document.getElementById("say")?.dataset ?? {};
const state = document.getElementById("live-state");
const JITTER = 400;
const RELEASE_MS = 300;
const me = Math.random().toString(36).slice(2);
const shared = Boolean(navigator.locks || "SharedWorker" in globalThis);
const counted = (body.dataset.counts ?? "").split(" ").filter(Boolean);
const timers = new Map();
// What came for a part that was in use: the fresh element, shown when the hands have left.
const waiting = new Map();
let channel = null;
let wanted = new Set();
let joined = false;
let last = body.dataset.liveAfter ? Number(body.dataset.liveAfter) : null;

const parts = () => [...document.querySelectorAll("[data-live][data-live-src]")];
const topicsOf = (part) => part.dataset.live.split(" ").filter(Boolean);
const mine = () => new Set([...counted, ...parts().flatMap(topicsOf)]);

function show(up) {
  if (state) state.dataset.state = up ? "up" : "down";
}

function heard(topics) {
  document.dispatchEvent(new CustomEvent("cb:heard", { detail: topics }));
  for (const part of parts()) {
    if (!topicsOf(part).some((topic) => topics.includes(topic)) || timers.has(part)) continue;
    timers.set(part, setTimeout(() => { timers.delete(part); update(part).catch(() => {}); }, 50 + Math.random() * JITTER));
  }
}

async function update(part) {
  if (!part.isConnected) return waiting.delete(part);
  const answer = await fetch(part.dataset.liveSrc, { headers: { "HX-Request": "true", "HX-Current-URL": location.href } });
  if (answer.status === 401) return document.dispatchEvent(new CustomEvent("cb:out"));
  if (answer.status === 403 || answer.status === 404) return part.removeAttribute("data-live");
  if (!answer.ok || !part.isConnected) return undefined;
  const fresh = found(part, await answer.text());
  // Asked only now: the hands may have come while the answer was under way.
  if (!busy(part)) return swap(part, fresh);
  waiting.set(part, fresh);
  return chip(part, count(part, fresh));
}

function found(part, html) {
  const page = new DOMParser().parseFromString(html, "text/html");
  const same = [...page.querySelectorAll("[data-live-src]")].find((at) => at.dataset.liveSrc === part.dataset.liveSrc);
  return (part.id && page.getElementById(part.id)) || same || page.body;
}

function chip(part, news) {
  let holder = part.querySelector(":scope > .newchip");
  if (!news) return holder?.remove();
  if (!holder) {
    holder = document.createElement(part.matches("ol, ul") ? "li" : "div");
    holder.className = "newchip";
    const button = Object.assign(document.createElement("button"), { type: "button", className: "btn btn-s" });
    button.addEventListener("click", () => swap(part, waiting.get(part)));
    holder.append(button);
    part.append(holder);
  }
  holder.firstChild.textContent = news.rows ? say.new.replace("{n}", news.rows) : say.changed;
  return undefined;
}

function swap(part, fresh) {
  waiting.delete(part);
  put(part, fresh);
  globalThis.htmx?.process(part);
  document.dispatchEvent(new CustomEvent("cb:fresh", { detail: part }));
}

// What waited is shown as soon as the hands have left.
function release() {
  if (waiting.size) setTimeout(() => { for (const [part, fresh] of waiting) if (!busy(part)) swap(part, fresh); }, RELEASE_MS);
}

function hello() {
  wanted = mine();
  const counts = counted.length ? { url: body.dataset.countsUrl, topics: counted } : null;
  channel.postMessage({ kind: "hello", tab: me, topics: [...wanted], after: last, counts });
}

function told({ data }) {
  const welcome = data.kind === "in" && data.tabs.includes(me);
  if (welcome) joined = true;
  if (data.kind === "heard" || welcome) heard(data.topics ?? []);
  if (data.kind === "who") { joined = false; hello(); }
  // Only who is known to the hub has heard everything up to here.
  if (joined && ["in", "heard", "at"].includes(data.kind)) last = data.last ?? last;
  if (data.kind === "state") show(data.up);
  if (data.kind === "counts") document.dispatchEvent(new CustomEvent("cb:counts", { detail: data.counts }));
  if (data.kind === "out") document.dispatchEvent(new CustomEvent("cb:out"));
}

async function hold() {
  const { start } = await import(body.dataset.liveHub);
  start(body.dataset.liveUrl, channel.name);
  return new Promise(() => {});
}

function join() {
  // A browser that has neither locks nor shared workers holds a stream a tab.
  channel = new BroadcastChannel(shared ? "cb-live" : `cb-live-${me}`);
  channel.onmessage = told;
  if (navigator.locks) navigator.locks.request("cb-live", hold);
  else if (shared) new SharedWorker(body.dataset.liveHub, { type: "module", name: body.dataset.liveUrl });
  else hold();
  hello();
  for (const kind of ["pointerout", "focusout", "selectionchange", "cb:shut"]) document.addEventListener(kind, release);
  document.addEventListener("toggle", release, true);
  // What came into the page later may want more.
  for (const kind of ["cb:fresh", "htmx:after:swap"]) document.addEventListener(kind, () => { if ([...mine()].some((topic) => !wanted.has(topic))) hello(); });
  addEventListener("pagehide", () => channel.postMessage({ kind: "bye", tab: me }));
  addEventListener("pageshow", (event) => { if (event.persisted) hello(); });
}

if (body.dataset.liveUrl && mine().size) join();
