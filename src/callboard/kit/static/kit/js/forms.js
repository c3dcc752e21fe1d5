// What is typed is kept in this browser until the server has it.  One submit at a time.
const say = document.getElementById("say")?.dataset ?? {};
const store = sessionStorage;
const KEPT = "input:not([type=hidden], [type=password], [type=file], [type=submit]), textarea, select";

// A draft is its writer's: whoever signs in next in this tab does not see it.
const keyOf = (form) => `draft:${document.body.dataset.person ?? ""}:${form.dataset.draft}`;
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
  const discard = () => { form.reset(); store.removeItem(keyOf(form)); document.dispatchEvent(new CustomEvent("cb:shut")); };
  document.dispatchEvent(new CustomEvent("cb:toast", { detail: { text: say.restored, label: say.discard, action: discard } }));
}

// What was sent is forgotten only when the server says that it has it: by a cookie named after the form's nonce.
function acknowledged(nonce) {
  const name = `saved-${nonce}`;
  if (!document.cookie.split("; ").some((one) => one.startsWith(`${name}=`))) return false;
  document.cookie = `${name}=; path=/; max-age=0; samesite=lax`;
  return true;
}

function settle() {
  for (const key of Object.keys(store).filter((name) => name.startsWith("sent:"))) {
    if (acknowledged(store.getItem(key))) store.removeItem(key.slice("sent:".length));
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
  if (form.dataset.draft !== undefined) store.setItem(`sent:${keyOf(form)}`, form.elements.nonce?.value ?? "");
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
