// Presence: while a record is seen its page says so, and that somebody types; others see it, nothing of the page moves.
const BEAT_MS = 20000;
const IDLE_MS = 8000;
const token = () => JSON.parse(document.body.getAttribute("hx-headers:inherited") ?? "{}")["X-CSRFToken"] ?? "";
const place = () => document.querySelector("[data-here-kind]");
let typing = false;
let idle = 0;
let last = "";

const body = (at, more) => new URLSearchParams({ kind: at.dataset.hereKind, id: at.dataset.hereId, csrfmiddlewaretoken: token(), ...more });
const same = (at) => `${at.dataset.hereKind}:${at.dataset.hereId}`;

async function beat() {
  const at = place();
  if (!at || document.hidden) return;
  last = same(at);
  const answer = await fetch("/here/", { method: "POST", headers: { "HX-Request": "true" }, body: body(at, typing ? { typing: "1" } : {}) }).catch(() => null);
  if (answer?.status === 404 || answer?.status === 401) return void at.remove();
  if (answer?.ok && at.isConnected) {
    const html = await answer.text();
    if (at.innerHTML !== html) at.innerHTML = html;
  }
}

function leave() {
  const at = place();
  if (at && last) navigator.sendBeacon("/here/", body(at, { leave: "1" }));
  last = "";
}

function type(now) {
  clearTimeout(idle);
  if (now) idle = setTimeout(() => type(false), IDLE_MS);
  if (typing === now) return;
  typing = now;
  beat();
}

if (place()) {
  document.addEventListener("input", (event) => { if (event.target.matches?.("textarea") && event.target.value) type(true); });
  document.addEventListener("submit", () => { typing = false; });
  document.addEventListener("visibilitychange", () => (document.hidden ? leave() : beat()));
  addEventListener("pagehide", leave);
  addEventListener("pageshow", (event) => { if (event.persisted) beat(); });
  setInterval(beat, BEAT_MS);
  beat();
}
