// Notices: what is opened is read; what is new is said on the desktop by one of the open tabs, where the person allowed it.
const bell = document.getElementById("bell");
const KEY = "cb-desktop-after";
const token = () => JSON.parse(document.body.getAttribute("hx-headers:inherited") ?? "{}")["X-CSRFToken"] ?? "";

// Following the link of a notice reads it; nothing waits for the answer.
document.addEventListener("click", (event) => {
  const row = event.target.closest?.("a")?.closest("[data-notice]");
  if (row) fetch(row.dataset.notice, { method: "POST", keepalive: true, headers: { "X-CSRFToken": token(), "HX-Request": "true" } }).catch(() => {});
});

const allowed = () => "Notification" in window && Notification.permission === "granted";

async function tell() {
  const before = localStorage.getItem(KEY);
  const answer = await fetch(`/notices/?part=desktop&after=${before ?? 0}`, { headers: { Accept: "application/json" } });
  if (!answer.ok) return;
  const { notices } = await answer.json();
  if (!notices.length) return void (before ?? localStorage.setItem(KEY, "0"));
  localStorage.setItem(KEY, String(notices.at(-1).id));
  // The first time what waits already is only counted: a new machine is not flooded.
  if (before === null) return;
  for (const one of notices) {
    const shown = new Notification(one.title, { body: one.text, tag: `cb-${one.id}` });
    shown.addEventListener("click", () => { window.focus(); location.assign(one.url); });
  }
}

// One tab at a time looks, so that the others find it told already.
const look = () => allowed() && (navigator.locks ? navigator.locks.request("cb-desktop", tell) : tell());

if (bell) {
  document.addEventListener("cb:heard", ({ detail }) => { if (detail.includes(bell.dataset.live)) look(); });
  look();
}

// "What I am told": the browser asks once, by a press.
function permission(button) {
  const state = "Notification" in window ? Notification.permission : "unsupported";
  for (const at of document.querySelectorAll("[data-desktop-state]")) at.hidden = at.dataset.desktopState !== state;
  if (button) button.hidden = state !== "default";
}
for (const button of document.querySelectorAll(".desktop-ask")) {
  permission(button);
  button.addEventListener("click", async () => { await Notification.requestPermission(); permission(button); look(); });
}
