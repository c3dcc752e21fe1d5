// The note box: a template by ;shortcut or from its menu, and what the record proposes, put in by one press.  Nothing is put
// in by itself.
const SHORTCUT = /(^|\s);([a-z0-9]{1,20})([ \n])$/;

const known = (area) => JSON.parse(area.dataset.templates || "{}");
const tell = (at) => at.dispatchEvent(new Event("input", { bubbles: true }));
const SAY = document.getElementById("say")?.dataset ?? {};
const SHOWN = 6;
const NAME = /\{\s*name\s*\}/i;
// A place nobody fills is left out with the space before it, at the beginning of a line with the one behind it.
const OPEN = /(^|\n)\{\s*(?:name|account)\s*\}[ \t]*|[ \t]*\{\s*(?:name|account)\s*\}/gi;
// What a field says is chosen: of a list the words of its answer, else what stands in it before its number.
const chosen = (at) => ((at?.options ? at.value && at.selectedOptions[0].text : at?.value) || "").split(" · #")[0].trim();
const theirName = (area) => (area.dataset.with || chosen(area.form?.elements.contact)).split(" ")[0];
const one = (at) => (at instanceof RadioNodeList ? at[0] : at);
const theirAccount = (area) => chosen(one(area.form?.elements.accounts));
const putIn = (words, place, value) => (value ? words.replace(new RegExp(`\\{\\s*${place}\\s*\\}`, "gi"), () => value) : words);

function filled(words, area) {
  return putIn(putIn(words, "name", theirName(area)), "account", theirAccount(area)).replace(OPEN, "$1");
}

// What templates wrote into a field: their words, and how these read there.
const laid = new WeakMap();
const stands = (at, part) => (part.shown ? at.value.includes(part.shown) : !at.value);
const fieldsOf = (form, area) => [area, form.elements.next_step].filter(Boolean);

// A template that names somebody asks whom, until it is known; the name may be left out.
function ask(form) {
  const area = form.querySelector("textarea[data-templates]");
  if (!area) return;
  form.querySelector(".nb-whom")?.remove();
  const open = (at) => NAME.test(at.value) || (laid.get(at) ?? []).some((part) => NAME.test(part.words) && stands(at, part));
  if (theirName(area) || !fieldsOf(form, area).some(open)) return;
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
  for (const at of fieldsOf(form, area)) {
    if (NAME.test(at.value)) laid.set(at, [{ words: at.value, shown: at.value }]);
    for (const part of laid.get(at) ?? []) {
      const shown = filled(part.words, area);
      if (shown === part.shown || !stands(at, part)) continue;
      at.value = at.value ? at.value.replace(part.shown, () => shown) : shown;
      part.shown = shown;
      tell(at);
    }
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

// What may be chosen beside the text, as it stands.
const beside = (form) => [...form.elements].filter((at) => ["outcome", "kind", "next_step", "next_on"].includes(at.name)).map((at) => [at, at.value, at.checked]);
const same = ([at, value, checked]) => at.value === value && at.checked === checked;
function putBack(states) {
  for (const [at, value, checked] of states) {
    Object.assign(at, { value, checked });
    tell(at);
  }
}

// As if it were typed, so that Ctrl+Z takes it away.
let writing = false;
function write(area, words, from, to) {
  writing = true;
  area.focus();
  area.setSelectionRange(from, to);
  if ((words || from !== to) && !document.execCommand(words ? "insertText" : "delete", false, words)) area.setRangeText(words, from, to, "end");
  writing = false;
}

function put(area, template, from, to, before = "") {
  const { form } = area;
  const part = { words: template.text, shown: filled(template.text, area), was: beside(form) };
  write(area, before + part.shown, from, to);
  choose(form, "outcome", template.outcome);
  choose(form, "kind", template.kind);
  const step = form.elements.next_step;
  if (step && template.step && !step.value) laid.set(step, [{ words: template.step, shown: filled(template.step, area) }]);
  choose(form, "next_step", filled(template.step, area));
  day(form, template.on);
  part.made = beside(form);
  laid.set(area, [...(laid.get(area) ?? []).filter((each) => each.shown && area.value.includes(each.shown)), part]);
  tell(area);
}

// A template that nobody wrote into gives way to the next, with what it chose; that is taken back as a whole.
function replace(area, template) {
  const [old] = laid.get(area);
  const [text, all, step] = [area.value, beside(area.form), laid.get(area.form.elements.next_step)];
  const untouched = new Set(old.made.filter(same).map(([at]) => at));
  putBack(old.was.filter(([at]) => untouched.has(at)));
  laid.delete(area);
  put(area, template, 0, area.value.length);
  const action = () => {
    write(area, text, 0, area.value.length);
    putBack(beside(area.form).map(([at]) => all.find(([each]) => each === at) ?? [at, at.value, false]));
    laid.set(area, [old]);
    if (step) laid.set(area.form.elements.next_step, step);
    tell(area);
  };
  document.dispatchEvent(new CustomEvent("cb:toast", { detail: { text: SAY.replaced, action, label: SAY.undo } }));
}

document.addEventListener("input", ({ target, isTrusted }) => {
  if (!isTrusted || writing || !target.matches?.("textarea[data-templates]")) return;
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
  const [last, ...others] = laid.get(area) ?? [];
  const end = area.value.trimEnd().length;
  if (last?.made && !others.length && area.value === last.shown) replace(area, template);
  else put(area, template, end, area.value.length, end ? "\n\n" : "");
});

// What a draft brought back is checked like what is typed; where it is a template as it was laid, it still is one.
document.addEventListener("cb:restored", ({ target }) => {
  for (const area of target.querySelectorAll?.("textarea[data-templates]") ?? []) {
    const template = area.value && Object.values(known(area)).find(({ text }) => filled(text, area) === area.value);
    if (template) laid.set(area, [{ words: template.text, shown: area.value, was: beside(area.form), made: beside(area.form) }]);
    ask(area.form);
  }
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
