// One key, one meaning.  An element says its keys by data-key: alternatives by spaces, "g+m" is g then m, "Control+k" a chord.
// No single-character key acts while a field has the focus, and none at all when the person switched them off.
const root = document.documentElement;
const say = document.getElementById("say")?.dataset ?? {};
const LISTS = { j: "next", k: "previous", x: "select", Enter: "open" };
const PREFIX_MS = 1500;
let prefix = "";
let prefixEnds = 0;

const inField = (at) => at?.closest?.("input:not([type=checkbox], [type=radio], [type=button], [type=submit]), textarea, select, [contenteditable]:not([contenteditable=false])") != null;
const seen = (at) => at.checkVisibility?.({ visibilityProperty: true }) ?? at.offsetParent !== null;
const scope = () => [...document.querySelectorAll("dialog[open]")].pop() ?? document;

function alternatives(at) {
  return at.dataset.key.split(" ");
}

// A row's own buttons count only while the keyboard stands on that row.
function reachable(at) {
  const row = at.closest("[data-row]");
  return seen(at) && (!row || row.classList.contains("cur") || row.contains(document.activeElement));
}

function find(name) {
  const found = [...scope().querySelectorAll("[data-key]")].filter((at) => alternatives(at).includes(name) && reachable(at));
  // What has the focus, what stands beside it, the row of the keyboard, else the first of the page.
  const near = document.activeElement?.closest?.("[data-row], .fig, dl");
  return found.find((at) => at === document.activeElement) ?? found.find((at) => near?.contains(at)) ?? found.find((at) => at.closest("[data-row]")) ?? found[0] ?? null;
}

function press(at) {
  if (inField(at)) {
    at.focus();
    at.scrollIntoView({ block: "nearest" });
  } else at.click();
}

function nameOf(event) {
  const key = event.key.length === 1 ? (event.shiftKey && /[a-z]/i.test(event.key) ? event.key : event.key.toLowerCase()) : event.key;
  return event.ctrlKey || event.metaKey ? `Control+${key}` : key;
}

document.addEventListener("keydown", (event) => {
  if (event.defaultPrevented || event.isComposing || event.altKey) return;
  let name = nameOf(event);
  if (name === "Control+Enter") return save(event);
  const single = event.key.length === 1 && !event.ctrlKey && !event.metaKey;
  if ((single || event.key === "Enter") && (inField(event.target) || root.dataset.keys === "off")) return;
  if (event.key === "Enter" && event.target.closest?.("a, button, summary, label, [role=button]")) return;
  if (single && prefix && Date.now() < prefixEnds) name = `${prefix}+${name}`;
  prefix = "";
  const found = find(name);
  if (found) {
    event.preventDefault();
    return press(found);
  }
  if (single && startsSomething(name)) {
    prefix = name;
    prefixEnds = Date.now() + PREFIX_MS;
    return event.preventDefault();
  }
  if (name === "?") return help(event);
  if (LISTS[name] && scope() === document) return inList(event, name);
  return undefined;
});

function inList(event, name) {
  const ask = new CustomEvent("cb:list", { detail: LISTS[name], cancelable: true });
  if (!document.dispatchEvent(ask)) event.preventDefault();
}

function startsSomething(name) {
  return [...document.querySelectorAll("[data-key]")].some((at) => alternatives(at).some((key) => key.startsWith(`${name}+`) && key !== `${name}+`));
}

function save(event) {
  const form = event.target.closest?.("form") ?? scope().querySelector("form[data-action]");
  if (!form || form.getAttribute("method") === "dialog") return;
  event.preventDefault();
  form.requestSubmit(form.querySelector("[data-submit]"));
}

// The keys that work here, read from what is on the page.
function help(event) {
  const dialog = document.getElementById("keys-help");
  if (!dialog) return;
  event?.preventDefault();
  const lines = new Map();
  for (const at of document.querySelectorAll("[data-key]")) {
    if (!seen(at)) continue;
    const words = (at.matches(".why") && say.why) || at.getAttribute("aria-label") || at.querySelector("span:not(.vh)")?.textContent || at.textContent;
    if (words?.trim()) lines.set(alternatives(at)[0], words.trim().replace(/\s+/g, " ").slice(0, 60));
  }
  if (document.querySelector("[data-list]")) {
    lines.set("j k", say.move).set("x", say.select).set("Enter", say.open);
  }
  lines.set("Ctrl+Enter", say.save).set("?", say.keys);
  dialog.querySelector("dl").replaceChildren(...[...lines].flatMap(([keys, words]) => {
    const dt = document.createElement("dt");
    dt.append(...keys.split(/[ +]/).filter(Boolean).map((key) => Object.assign(document.createElement("kbd"), { textContent: key })));
    return [dt, Object.assign(document.createElement("dd"), { textContent: words })];
  }));
  dialog.showModal();
}

document.addEventListener("click", (event) => {
  if (event.target.closest?.("[data-keys-help]")) {
    event.target.closest("[popover]")?.hidePopover();
    return help();
  }
  if (event.target.closest?.("[data-keys-switch]")) {
    const on = root.dataset.keys === "off";
    root.dataset.keys = on ? "on" : "off";
    document.cookie = `keys=${root.dataset.keys}; path=/; max-age=31536000; samesite=lax`;
    document.dispatchEvent(new CustomEvent("cb:toast", { detail: { text: on ? say.keysOn : say.keysOff } }));
  }
  return undefined;
});
