// The note box: a template by ;shortcut or from its menu, and what the record proposes, put in by one press.  Nothing is put
// in by itself.
const SHORTCUT = /(^|\s);([a-z0-9]{1,20})([ \n])$/;

const known = (area) => JSON.parse(area.dataset.templates || "{}");
const tell = (at) => at.dispatchEvent(new Event("input", { bubbles: true }));
const SAY = document.getElementById("say")?.dataset ?? {};
const PLACE = "{name}";
const SHOWN = 6;
// What a field says is chosen: of a list the words of its answer, else what stands in it before its number.
const chosen = (at) => ((at?.options ? at.value && at.selectedOptions[0].text : at?.value) || "").split(" · #")[0].trim();
const theirName = (area) => (area.dataset.with || chosen(area.form?.elements.contact)).split(" ")[0];
const one = (at) => (at instanceof RadioNodeList ? at[0] : at);
const theirAccount = (area) => chosen(one(area.form?.elements.accounts));
const filled = (words, name, account = "") => words.replaceAll(PLACE, name || PLACE).replaceAll("{account}", account || "{account}");

// A template that names somebody asks whom, until it is known or written.
const before = new WeakMap();

function ask(form) {
  const area = form.querySelector("textarea[data-templates]");
  if (!area) return;
  form.querySelector(".nb-whom")?.remove();
  if (![area, form.elements.next_step].some((at) => at?.value.includes(PLACE))) return;
  const line = Object.assign(document.createElement("div"), { className: "nb-a nb-whom" });
  line.setAttribute("role", "status");
  const people = [...(form.elements.contact?.options ?? [])].filter((at) => at.value).slice(0, SHOWN);
  line.append(Object.assign(document.createElement("span"), { textContent: people.length ? SAY.whom : SAY.openPlace }));
  for (const person of people) {
    const button = Object.assign(document.createElement("button"), { type: "button", className: "btn btn-s", textContent: person.text });
    button.dataset.whom = person.value;
    line.append(button);
  }
  area.after(line);
}

// Whoever is chosen stands in the open places; whoever is chosen instead, in the same ones.
function nameThem(form) {
  const area = form.querySelector("textarea[data-templates]");
  if (!area) return;
  for (const at of [area, form.elements.next_step]) {
    if (!at) continue;
    const kept = before.get(at);
    const words = kept && filled(kept.words, kept.name) === at.value ? kept.words : at.value;
    if (!words.includes(PLACE)) continue;
    const name = theirName(area);
    before.set(at, { words, name });
    if (filled(words, name) === at.value) continue;
    at.value = filled(words, name);
    tell(at);
  }
}

document.addEventListener("input", ({ target }) => target.form && ask(target.form));
document.addEventListener("change", ({ target }) => {
  if (target.name !== "contact" || !target.form) return;
  nameThem(target.form);
  ask(target.form);
});
document.addEventListener("click", ({ target }) => {
  const button = target.closest?.("button[data-whom]");
  if (!button) return;
  const { form } = button;
  const contact = form.elements.contact;
  contact.value = button.dataset.whom;
  contact.dispatchEvent(new Event("input", { bubbles: true }));
  contact.dispatchEvent(new Event("change", { bubbles: true }));
  form.querySelector("textarea[data-templates]").focus();
});

// What may have been chosen already stays: a template fills what is empty.
function choose(form, name, value) {
  const at = form?.elements[name];
  if (!at || !value) return;
  if (at instanceof RadioNodeList) {
    if (at.value) return;
    for (const radio of at) if (radio.value === value) radio.checked = true;
  } else if (!at.value) at.value = value;
  tell(at instanceof RadioNodeList ? at[0] : at);
}

// A day that is none of the chips is posted all the same.
function day(form, value) {
  const at = form?.elements.next_on;
  if (!at || !value) return;
  const chips = at instanceof RadioNodeList ? [...at] : [at];
  const same = chips.find((chip) => chip.type === "radio" && chip.value === value);
  if (same) same.checked = true;
  else if (chips[0].type !== "radio") chips[0].value ||= value;
  else if (!chips.some((chip) => chip.checked)) later(chips[0], value);
  tell(chips[0]);
}

function later(chip, value) {
  const label = chip.closest("label").cloneNode(true);
  label.removeAttribute("data-key");
  const radio = label.querySelector("input");
  Object.assign(radio, { value, checked: true, defaultChecked: false });
  const shown = new Date(`${value}T12:00`).toLocaleDateString(document.documentElement.lang, { weekday: "short", month: "short", day: "numeric" });
  label.replaceChildren(radio, shown);
  chip.closest("label").parentElement.append(label);
}

function put(area, template, from, to) {
  const write = (words) => filled(words, theirName(area), theirAccount(area));
  area.setRangeText(write(template.text), from, to, "end");
  const form = area.form;
  choose(form, "outcome", template.outcome);
  choose(form, "kind", template.kind);
  choose(form, "next_step", write(template.step));
  day(form, template.on);
  tell(area);
}

document.addEventListener("input", ({ target, isTrusted }) => {
  if (!isTrusted || !target.matches?.("textarea[data-templates]")) return;
  const found = SHORTCUT.exec(target.value.slice(0, target.selectionStart));
  const template = found && known(target)[found[2]];
  if (template) put(target, template, found.index + found[1].length, target.selectionStart);
});

document.addEventListener("change", ({ target }) => {
  if (!target.matches?.("select[data-template-menu]")) return;
  const area = target.form.querySelector("textarea[data-templates]");
  const template = area && known(area)[target.value];
  target.value = "";
  if (!template) return;
  const end = area.value.length;
  if (end && !/\s$/.test(area.value)) area.setRangeText(" ", end, end, "end");
  put(area, template, area.value.length, area.value.length);
  area.focus();
});

// What a draft brought back is checked like what is typed.
document.addEventListener("cb:restored", ({ target }) => {
  for (const area of target.querySelectorAll?.("textarea[data-note]") ?? []) if (area.value) area.dispatchEvent(new Event("change", { bubbles: true }));
});

// Where in a text the words stand: at the place that was named, else the first time they are not part of a longer word.
function placeOf(text, words, at) {
  if (at !== undefined) return text.startsWith(words, Number(at)) ? Number(at) : -1;
  const inside = (letter) => letter !== undefined && /[\p{L}\p{N}]/u.test(letter);
  for (let found = text.indexOf(words); found >= 0; found = text.indexOf(words, found + 1)) {
    if (!(inside(text[found - 1]) && inside(words[0])) && !(inside(text[found + words.length]) && inside(words.at(-1)))) return found;
  }
  return -1;
}

// The words of the note, or of the next step, become what the record says: by the press of a person.
document.addEventListener("click", ({ target }) => {
  const button = target.closest?.("[data-fix-from]");
  const { fixFrom, fixTo, fixAt } = button?.dataset ?? {};
  const fields = [...(button?.closest("form").querySelectorAll("textarea, input[name=next_step]") ?? [])];
  for (const field of fixAt === undefined ? fields : fields.slice(0, 1)) {
    const start = placeOf(field.value, fixFrom, fixAt);
    if (start < 0) continue;
    field.setRangeText(fixTo, start, start + fixFrom.length, "end");
    field.focus();
    tell(field);
    return;
  }
});

// Grammar is fetched when somebody first asks for it, and then goes on as they type, here and in their next notes.
const ON = "grammar";

document.addEventListener("click", async ({ target }) => {
  const button = target.closest?.("[data-grammar]");
  if (!button) return;
  const on = button.getAttribute("aria-pressed") !== "true";
  localStorage.setItem(ON, on ? "on" : "off");
  const { start, stop } = await import("./grammar.js");
  (on ? start : stop)(button);
});

document.addEventListener("focusin", async ({ target }) => {
  if (!target.matches?.("textarea[data-note]") || localStorage.getItem(ON) !== "on") return;
  const button = target.form?.querySelector('[data-grammar][aria-pressed="false"]');
  if (button) (await import("./grammar.js")).start(button);
});
