// A list's heads, columns, conditions and views.  Without script the same forms lead to the same addresses.
import { remember } from "./opened.js";

const say = document.getElementById("say")?.dataset ?? {};

// Shift and a head sorts by it as well.
document.addEventListener("click", (event) => {
  const head = event.target.closest?.("a[data-sort-add]");
  if (head && event.shiftKey) {
    event.preventDefault();
    return location.assign(head.dataset.sortAdd);
  }
  if (event.target.closest?.("[data-print]")) {
    event.target.closest("[popover]")?.hidePopover();
    return print();
  }
  const link = event.target.closest?.("[data-row] a[href], [data-row][data-url]");
  if (link) remember();
  return undefined;
}, true);
document.addEventListener("cb:list", (event) => { if (event.detail === "open") remember(); });

document.querySelectorAll(".no-js").forEach((at) => { at.hidden = true; });
document.addEventListener("change", (event) => {
  if (event.target.matches?.("[data-submit-on-change]")) event.target.form.requestSubmit();
});

// What is empty has no place in an address.
document.addEventListener("submit", (event) => {
  const form = event.target;
  if (form.method !== "get" || !form.closest(".filters, .filter-pop, .filter-in, .mn-head")) return;
  for (const at of form.elements) if (at.name && at.value === "" && at.type !== "checkbox" && !begun(at)) at.disabled = true;
  setTimeout(() => { for (const at of form.elements) at.disabled = false; }, 1000);
});

// The three parts of a condition stay together: an empty one in the middle would hand its place to the next row's.
const begun = (at) => [...at.closest("[data-condition]")?.querySelectorAll("[name]") ?? []].some((part) => part.value !== "");

// Columns: their order is that of the form.
document.addEventListener("click", (event) => {
  const button = event.target.closest?.("[data-up], [data-down]");
  if (!button) return;
  const row = button.closest("li");
  const other = button.matches("[data-up]") ? row.previousElementSibling : row.nextElementSibling;
  if (!other) return;
  if (button.matches("[data-up]")) other.before(row);
  else other.after(row);
  button.focus();
});
document.addEventListener("keydown", (event) => {
  const row = event.target.closest?.(".col-list li");
  if (!row || !event.altKey || !["ArrowUp", "ArrowDown"].includes(event.key)) return;
  event.preventDefault();
  row.querySelector(event.key === "ArrowUp" ? "[data-up]" : "[data-down]").click();
  event.target.focus();
});

// The builder: what can be asked of a field, and what is typed for it.  It comes when the filters are opened.
const BARE = ["empty", "known"];
const SPANS = ["last", "next"];
let known = { subjects: [], operators: {} };
let kinds = new Map();

// Choices and people are taken from the filter of the same name beside the builder.
function options(form, name) {
  const select = form.querySelector(`select[name="${CSS.escape(name)}"]`);
  if (select) return [...select.options].filter((option) => option.value).map((option) => [option.value, option.textContent]);
  return [...form.querySelectorAll(`input[type=checkbox][name="${CSS.escape(name)}"]`)].map((box) => [box.value, box.nextElementSibling?.textContent ?? box.value]);
}

function input(row, kind, name, operator) {
  const old = row.querySelector("[name=v]");
  const bare = BARE.includes(operator);
  const choices = !bare && ["choice", "person", "flag"].includes(kind) ? options(row.closest("form"), name) : [];
  const next = document.createElement(choices.length ? "select" : "input");
  next.name = "v";
  next.className = choices.length ? "form-select form-s" : "form-control form-s";
  next.setAttribute("aria-label", old.getAttribute("aria-label"));
  if (choices.length) next.append(...choices.map(([value, text]) => new Option(text, value)));
  else {
    next.type = kind === "day" && !SPANS.includes(operator) ? "date" : "text";
    if (kind === "number" || SPANS.includes(operator)) next.inputMode = "decimal";
    next.maxLength = 200;
  }
  next.value = bare ? "" : old.value;
  if (old.matches("[aria-invalid]")) next.setAttribute("aria-invalid", "true");
  if (choices.length && next.selectedIndex < 0) next.selectedIndex = 0;
  next.hidden = bare;
  old.replaceWith(next);
}

function suit(row) {
  const name = row.querySelector("[name=f]").value;
  const operator = row.querySelector("[name=o]");
  const kind = kinds.get(name);
  const allowed = known.operators[kind] ?? [];
  for (const option of operator.options) option.hidden = option.disabled = kind !== undefined && option.value !== "" && !allowed.includes(option.value);
  if (kind && !allowed.includes(operator.value)) operator.value = allowed[0] ?? "";
  row.querySelector("[data-drop-condition]").hidden = !name;
  input(row, kind, name, operator.value);
}

// What was wrong is being mended: the sentence about it no longer holds.
function mended(at) {
  const row = at.closest("[data-condition], .field");
  row?.classList.remove("bad");
  row?.querySelectorAll(".err").forEach((said) => said.remove());
  row?.querySelectorAll("[aria-invalid]").forEach((field) => field.removeAttribute("aria-invalid"));
}

function few(builder) {
  const rows = [...builder.querySelectorAll("[data-condition]")].filter((row) => row.querySelector("[name=f]").value);
  builder.querySelector(".builder-m").toggleAttribute("data-few", rows.length < 2);
}

function build(builder) {
  known = JSON.parse(builder.querySelector("script").textContent);
  kinds = new Map(known.subjects.map((subject) => [subject.key, subject.kind]));
  const add = builder.querySelector("[data-add-condition]");
  const rows = [...builder.querySelectorAll("[data-condition]")];
  const empty = rows.at(-1).cloneNode(true);
  add.hidden = false;
  add.addEventListener("click", () => {
    const row = empty.cloneNode(true);
    add.before(row);
    row.querySelector("select").focus();
  });
  builder.addEventListener("change", (event) => {
    if (event.target.matches("[name=f], [name=o]")) suit(event.target.closest("[data-condition]"));
    few(builder);
  });
  builder.addEventListener("click", (event) => {
    const drop = event.target.closest("[data-drop-condition]");
    if (!drop) return;
    drop.closest("[data-condition]").remove();
    if (!builder.querySelector("[data-condition]")) add.before(empty.cloneNode(true));
    add.focus();
    few(builder);
    count(builder.closest("form"));
  });
  rows.forEach((row) => { if (row.querySelector("[name=f]").value) suit(row); });
}

// How many rows what is chosen would show; the last answer asked for wins.
let timer = 0;
let asked = 0;
function count(form) {
  const out = document.getElementById("filter-count");
  if (!form || !out) return;
  clearTimeout(timer);
  timer = setTimeout(async () => {
    const mine = ++asked;
    const query = new URLSearchParams([...new FormData(form)].filter(([name, value]) => value !== "" || "fov".includes(name)));
    query.set("part", "count");
    const answer = await fetch(`${out.dataset.src}?${query}`, { headers: { "HX-Request": "true" } }).catch(() => null);
    if (mine === asked) out.textContent = answer?.ok ? await answer.text() : say.failed ?? "";
  }, 250);
}

function filters() {
  const form = document.querySelector("form[data-filters]");
  const builder = form?.querySelector("[data-builder]");
  if (!builder || form.dataset.ready) return;
  form.dataset.ready = "1";
  build(builder);
  form.addEventListener("input", (event) => {
    mended(event.target);
    count(form);
  });
  count(form);
}
document.addEventListener("cb:filled", filters);
filters();
