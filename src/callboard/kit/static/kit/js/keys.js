// One key, one meaning.  An element says its keys by data-key: alternatives by spaces, "g+m" is g then m, "++3" is + then 3,
// "Control+k" a chord.  No single-character key acts while a field has the focus; while a box, a choice or a button of a form
// has it, digits and + act in that form and nothing else does.  None at all when the person switched them off.  A person may give a key another name (data-key-map): what is typed is read, and what is shown is written, by it.
const root = document.documentElement;
const say = document.getElementById("say")?.dataset ?? {};
const LISTS = { j: "next", k: "previous", x: "select", "Shift+x": "range", b: "bar", Enter: "open" };
const EVERYWHERE = [".", ",", "?"];
const MODIFIERS = ["Control", "Alt", "Shift"];
const PREFIX_MS = 1500;
const ours = JSON.parse(root.dataset.keyMap || "{}");
const theirs = new Map(Object.entries(ours).map(([our, their]) => [their, our]));
let prefix = "";
let prefixEnds = 0;

const inField = (at) => at?.closest?.("input:not([type=checkbox], [type=radio], [type=button], [type=submit]), textarea, select, [contenteditable]:not([contenteditable=false])") != null;
// The form that is being filled in: what is typed at one of its controls is meant for it.
const formAt = (at) => (at?.matches?.("input, button, select") ? at.closest("form[data-draft], form[data-action]") : null);
const seen = (at) => at.checkVisibility?.({ visibilityProperty: true }) ?? at.offsetParent !== null;
// What stands in a menu is there for its key while the menu is closed, if its button can be seen.
const inMenu = (at) => {
  const menu = at.closest(".menu[popover]");
  const opener = menu && document.querySelector(`[popovertarget="${menu.id}"]`);
  return Boolean(opener && reachable(opener));
};
const scope = () => [...document.querySelectorAll("dialog[open]")].pop() ?? document;
const placeOf = (name) => (/^[0-9+]/.test(name) && formAt(document.activeElement)) || scope();
const alternatives = (at) => at.dataset.key.split(" ").filter(Boolean);

// A row's own buttons count only while the keyboard stands on that row.
function reachable(at) {
  const row = at.closest("[data-row]");
  if (row && !row.classList.contains("cur") && !row.contains(document.activeElement)) return false;
  return seen(at) || inMenu(at);
}

function find(name) {
  const within = EVERYWHERE.includes(name) ? document : placeOf(name);
  const found = [...within.querySelectorAll("[data-key]")].filter((at) => alternatives(at).includes(name) && reachable(at));
  // What has the focus, what stands beside it, the row of the keyboard, else the first that is seen.
  const near = document.activeElement?.closest?.("[data-row], .fig, dl");
  return found.find((at) => at === document.activeElement) ?? found.find((at) => near?.contains(at)) ?? found.find((at) => at.closest("[data-row]")) ?? found.find(seen) ?? found[0] ?? null;
}

function press(at) {
  if (inField(at)) {
    at.focus();
    at.scrollIntoView({ block: "nearest" });
    return;
  }
  at.click();
  // A choice may say which field of its form is written next.
  if (at.dataset.then) at.closest("form")?.elements[at.dataset.then]?.focus();
}

// What was typed, as data-key names it: the person's own key becomes ours, and ours that was given away is nothing.
function nameOf(event) {
  const letter = event.key.length === 1 ? event.key.toLowerCase() : event.key;
  const held = MODIFIERS.filter((each) => ({ Control: event.ctrlKey || event.metaKey, Alt: event.altKey, Shift: event.shiftKey && (/[a-z]/i.test(event.key) || event.key.length > 1) })[each]);
  const name = [...held, letter].join("+");
  if (theirs.has(name)) return theirs.get(name);
  return name in ours ? "" : name;
}

const isSingle = (event) => event.key.length === 1 && !event.ctrlKey && !event.metaKey && !event.altKey;

document.addEventListener("keydown", (event) => {
  if (event.defaultPrevented || event.isComposing) return undefined;
  const typed = nameOf(event);
  if (typed === "Control+Enter") return event.repeat ? undefined : save(event);
  if (typed === "Escape") return leave(event);
  const single = isSingle(event);
  const command = single || theirs.has(typed) || event.key === "Enter" || typed === "F2";
  if (command && typed !== "F2" && (inField(event.target) || root.dataset.keys === "off")) return undefined;
  if (single && formAt(event.target) && !/[0-9+]/.test(event.key)) return undefined;
  if (event.key === "Enter" && event.target.closest?.("a, button, summary, label, [role=button]")) return undefined;
  const name = prefix && single && Date.now() < prefixEnds ? `${prefix}+${typed}` : typed;
  prefix = "";
  return typed ? act(event, name, single) : undefined;
});

function act(event, name, single) {
  const found = find(name);
  if (found) {
    event.preventDefault();
    // A key that is held goes through a list, but it presses no button of one item after the other.
    return event.repeat && found.matches("button:not([type=button])") ? undefined : press(found);
  }
  if (/^[1-9]$/.test(name) && choose(Number(name))) return event.preventDefault();
  if (single && startsSomething(name)) {
    prefix = name;
    prefixEnds = Date.now() + PREFIX_MS;
    return event.preventDefault();
  }
  if (name === "?") return help(event);
  if (LISTS[name] && scope() === document) return inList(event, name);
  return undefined;
}

// The digits choose an answer of the form that is open.
function choose(number) {
  const field = [...placeOf(String(number)).querySelectorAll("select[data-digits]")].find(seen);
  const option = [...(field?.options ?? [])].filter((at) => at.value)[number - 1];
  if (!option) return false;
  field.value = option.value;
  field.dispatchEvent(new Event("input", { bubbles: true }));
  return true;
}

function inList(event, name) {
  const ask = new CustomEvent("cb:list", { detail: LISTS[name], cancelable: true });
  if (!document.dispatchEvent(ask)) event.preventDefault();
}

function startsSomething(name) {
  return [...placeOf(name).querySelectorAll("[data-key]")].some((at) => alternatives(at).some((key) => key.startsWith(`${name}+`) && key !== `${name}+`) && reachable(at));
}

// Escape leaves a field or a control of a form, so that the keys act again; what is typed stays.
function leave(event) {
  if (document.querySelector("dialog[open]") || !(inField(event.target) || formAt(event.target)) || document.querySelector("[popover]:popover-open")) return;
  event.target.blur();
}

function save(event) {
  const form = event.target.closest?.("form") ?? scope().querySelector("form[data-action]");
  if (!form || form.getAttribute("method") === "dialog") return;
  event.preventDefault();
  if (!document.dispatchEvent(new CustomEvent("cb:save", { detail: form, cancelable: true }))) return;
  form.requestSubmit(form.querySelector("[data-submit]"));
}

// A key as people read it: "g i", "+3", "Alt+y".
function shown(name) {
  const [first, ...rest] = name === "+" ? [name] : name.startsWith("++") ? ["+", name.slice(2)] : name.split("+");
  if (MODIFIERS.includes(first)) return [[first.replace("Control", "Ctrl"), ...rest].join("+")];
  const mine = [first, ...rest].map((each, at) => (at === 0 || rest.length === 0 ? ours[each] ?? each : each));
  return name.startsWith("++") ? [mine.join("")] : mine;
}

// The hints beside the words follow the person's keys.
function hints(within) {
  if (!theirs.size) return;
  for (const at of within.querySelectorAll?.("kbd.k:not([data-ours])") ?? []) {
    at.dataset.ours = at.textContent;
    at.textContent = ours[at.textContent] ?? at.textContent;
  }
  for (const at of within.querySelectorAll?.("[aria-keyshortcuts]") ?? []) at.setAttribute("aria-keyshortcuts", shown(alternatives(at)[0] ?? "").join(" "));
}

// The keys that work here, read from what is on the page.
function help(event) {
  const dialog = document.getElementById("keys-help");
  if (!dialog) return;
  event?.preventDefault();
  dialog.querySelector("dl").replaceChildren(...[...listed()].flatMap(([keys, words]) => {
    const dt = document.createElement("dt");
    dt.append(...keys.split(" ").map((key) => Object.assign(document.createElement("kbd"), { textContent: key })));
    return [dt, Object.assign(document.createElement("dd"), { textContent: words })];
  }));
  dialog.showModal();
}

const wordsOf = (at) => ((at.matches(".why") && say.why) || at.getAttribute("aria-label") || at.querySelector("span:not(.vh)")?.textContent || at.textContent || "").trim().replace(/\s+/g, " ").slice(0, 60);

function listed() {
  const lines = new Map();
  const all = [...scope().querySelectorAll("[data-key]")].filter((at) => (seen(at) || inMenu(at)) && wordsOf(at));
  for (const at of all.filter((one) => !one.dataset.key.includes("g+"))) {
    const [key] = alternatives(at);
    if (/^[1-9]$/.test(key) && say.outcome) lines.set("1 - 9", say.outcome);
    else if (key.startsWith("++")) lines.set(all.filter((one) => one.dataset.key.startsWith("++")).map((one) => shown(alternatives(one)[0])[0]).join(" "), say.nextDates);
    else if (!lines.has(shown(key).join(" "))) lines.set(shown(key).join(" "), wordsOf(at));
    for (const chord of alternatives(at).slice(1).filter((one) => one.startsWith("Control+"))) lines.set(shown(chord).join(" "), wordsOf(at));
  }
  // It is there whenever something was done.
  const undo = document.querySelector("#undo-last [data-key]");
  if (undo) lines.set(shown("u").join(" "), wordsOf(undo));
  if (document.querySelector("[data-board]")) lines.set("Shift ← →", say.moveCard);
  if (document.querySelector("[data-list]")) {
    lines.set(`${shown("j")} ${shown("k")}`, say.move).set(shown("x").join(" "), say.select).set("Enter", say.open);
    if (document.getElementById("bulk")) lines.set(shown("Shift+x").join(" "), say.range).set(shown("b").join(" "), say.bar);
  }
  lines.set("Ctrl+Enter", say.save).set(shown("?").join(" "), say.keys);
  for (const at of all.filter((one) => one.dataset.key.includes("g+"))) lines.set(shown(alternatives(at)[0]).join(" "), wordsOf(at));
  return lines;
}

function flip() {
  const on = root.dataset.keys === "off";
  root.dataset.keys = on ? "on" : "off";
  document.cookie = `keys=${root.dataset.keys}; path=/; max-age=31536000; samesite=lax`;
  document.dispatchEvent(new CustomEvent("cb:toast", { detail: { text: on ? say.keysOn : say.keysOff } }));
}

document.addEventListener("click", (event) => {
  if (event.target.closest?.("[data-keys-help]")) {
    event.target.closest("[popover]")?.hidePopover();
    return help();
  }
  return event.target.closest?.("[data-keys-switch]") ? flip() : undefined;
});
document.addEventListener("cb:does", ({ detail }) => {
  if (detail === "keys") help();
  if (detail === "keys-switch") flip();
});
hints(document);
for (const name of ["cb:fresh", "cb:opened", "cb:filled"]) document.addEventListener(name, ({ detail }) => hints(detail instanceof Element ? detail : document));
document.addEventListener("htmx:after:swap", () => hints(document));
