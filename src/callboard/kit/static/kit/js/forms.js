// What is typed is kept in this browser until the server has it.  One submit at a time.
const say = document.getElementById("say")?.dataset ?? {};
const store = sessionStorage;
const KEPT = "input:not([type=hidden], [type=password], [type=file], [type=submit]), textarea, select";

const keyOf = (form) => `draft:${form.dataset.draft}`;
const fields = (form) => [...form.elements].filter((at) => at.name && at.matches(KEPT));
const isDirty = (at) => (at.type === "checkbox" || at.type === "radio" ? at.checked !== at.defaultChecked
  : at.tagName === "SELECT" ? [...at.options].some((option) => option.selected !== option.defaultSelected) : at.value !== at.defaultValue);

function keep(form) {
  const dirty = fields(form).filter(isDirty);
  if (!dirty.length) return store.removeItem(keyOf(form));
  const values = dirty.map((at) => [at.name, at.value, at.type === "checkbox" || at.type === "radio" ? at.checked : null]);
  store.setItem(keyOf(form), JSON.stringify(values));
  const note = form.querySelector("[data-kept]");
  const time = new Date().toLocaleTimeString(document.documentElement.lang, { hour: "numeric", minute: "2-digit" });
  if (note) note.textContent = (say.kept ?? "{time}").replace("{time}", time);
  return undefined;
}

function restore(form) {
  const values = JSON.parse(store.getItem(keyOf(form)) ?? "[]");
  let changed = false;
  for (const [name, value, checked] of values) {
    const at = fields(form).find((field) => field.name === name && (checked === null || field.value === value));
    if (!at || (checked === null ? at.value === value : at.checked === checked)) continue;
    if (checked === null) at.value = value;
    else at.checked = checked;
    changed = true;
  }
  if (!changed) return;
  const discard = () => { form.reset(); store.removeItem(keyOf(form)); };
  document.dispatchEvent(new CustomEvent("cb:toast", { detail: { text: say.restored, label: say.discard, action: discard } }));
}

// After a submit this page is either the answer (then the text has arrived) or the person came back from a failure.
function arrived() {
  const came = performance.getEntriesByType("navigation")[0]?.type;
  return came === "navigate" && document.referrer.startsWith(location.origin);
}

function settle() {
  for (const key of Object.keys(store).filter((name) => name.startsWith("sent:"))) {
    const draft = key.slice(5);
    const form = [...document.querySelectorAll("form[data-draft]")].find((at) => keyOf(at) === draft);
    const wrong = form?.querySelector("[aria-invalid=true], .note-over") != null;
    if (arrived() && !wrong) store.removeItem(draft);
    store.removeItem(key);
  }
}

document.addEventListener("input", (event) => {
  const form = event.target.form;
  if (form?.dataset.draft !== undefined && event.target.matches(KEPT)) keep(form);
});

document.addEventListener("submit", (event) => {
  const form = event.target;
  if (event.defaultPrevented || form.getAttribute("method") !== "post") return;
  if (navigator.onLine === false) {
    event.preventDefault();
    document.dispatchEvent(new CustomEvent("cb:toast", { detail: { text: say.failed, tone: "over" } }));
    return;
  }
  if (form.dataset.draft !== undefined) store.setItem(`sent:${keyOf(form)}`, "1");
  const button = event.submitter;
  if (button) {
    button.setAttribute("aria-busy", "true");
    setTimeout(() => button.removeAttribute("aria-busy"), 8000);
  }
});

// dialog.js knows exactly: what was saved needs no draft.
document.addEventListener("cb:saved", (event) => store.removeItem(keyOf(event.detail)));
document.addEventListener("cb:opened", (event) => restore(event.detail));

settle();
document.querySelectorAll("form[data-draft]").forEach(restore);
// The first wrong field has the cursor.
document.querySelector("[aria-invalid=true]")?.focus();
