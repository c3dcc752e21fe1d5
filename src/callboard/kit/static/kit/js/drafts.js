// Drafts.  What is typed in a form[data-draft] is kept at once in this tab and a moment later on the server, and comes back
// after a crash, a new sign-in, or on another machine.  Two windows with one form never overwrite each other silently.
import { post } from "./post.js";

const say = document.getElementById("say")?.dataset ?? {};
const body = document.body.dataset;
const URL_ = body.hands ? "/drafts/" : "";
const WAIT = 700;
const AT_MOST = 3000;
const AGAIN = 8000;
const KEPT = "input:not([type=hidden], [type=password], [type=file], [type=submit], [type=search]), textarea, select";
const known = JSON.parse(body.drafts || "{}");
const store = sessionStorage;
store.tab ||= Math.random().toString(36).slice(2);
// One a form: { rev, at, timer, since, sending, again, conflict, closed }
const states = new WeakMap();

const keyOf = (form) => form.dataset.draft;
// A draft is its writer's: whoever signs in next in this tab does not see it.
const localKey = (form) => `draft:${body.person ?? ""}:${keyOf(form)}`;
const fieldsOf = (form) => [...form.elements].filter((at) => at.name && at.matches(KEPT));
const checks = (at) => at.type === "checkbox" || at.type === "radio";

// A select of which no option is marked begins with its first.
function isChosen(at) {
  const options = [...at.options];
  const none = !at.multiple && !options.some((option) => option.defaultSelected);
  return options.some((option, place) => option.selected !== (none ? place === 0 : option.defaultSelected));
}

const isDirty = (at) => (checks(at) ? at.checked !== at.defaultChecked : at.tagName === "SELECT" ? isChosen(at) : at.value !== at.defaultValue);
const local = (form) => JSON.parse(store.getItem(localKey(form)) ?? "null");
// An answer that was refused comes back with its values as they stand: they are still nobody's but the person's.
const refused = (form) => form.querySelector("[aria-invalid=true], .note-over") !== null;

export function typedIn(form) {
  const before = new Set(refused(form) ? (local(form)?.fields ?? []).map(([name]) => name) : []);
  return fieldsOf(form).filter((at) => isDirty(at) || before.has(at.name)).map((at) => [at.name, at.value, checks(at) ? at.checked : null]);
}

function stateOf(form) {
  if (!states.has(form)) states.set(form, { rev: 0, at: "", timer: 0, since: 0 });
  return states.get(form);
}

const keepLocal = (form, fields, synced) => store.setItem(localKey(form), JSON.stringify({ fields, rev: stateOf(form).rev, synced }));

function note(form, text) {
  const at = form.querySelector("[data-kept]");
  if (at) at.textContent = text;
}

// The line that stands in the form: words, then what can be pressed.
function line(form, words, ...buttons) {
  form.querySelector(".draft-line")?.remove();
  if (!words) return;
  const at = Object.assign(document.createElement("div"), { className: "draft-line" });
  at.setAttribute("role", "status");
  at.append(Object.assign(document.createElement("span"), { textContent: words }));
  for (const [label, act] of buttons) {
    const button = Object.assign(document.createElement("button"), { type: "button", className: "btn btn-s btn-ghost", textContent: label });
    button.addEventListener("click", act);
    at.append(button);
  }
  const foot = form.querySelector(".act-f, .nb-f");
  if (foot) foot.before(at);
  else form.append(at);
}

export function fill(form, values) {
  let changed = false;
  for (const [name, value, checked] of values) {
    const at = fieldsOf(form).find((field) => field.name === name && (checked === null || field.value === value));
    if (!at || (checked === null ? at.value === value : at.checked === checked)) continue;
    if (checked === null) at.value = value;
    else at.checked = checked;
    changed = true;
  }
  return changed;
}

function schedule(form) {
  const state = stateOf(form);
  const now = Date.now();
  state.since ||= now;
  clearTimeout(state.timer);
  state.timer = setTimeout(() => save(form), Math.max(0, Math.min(WAIT, state.since + AT_MOST - now)));
}

function typed(form) {
  const state = stateOf(form);
  if (state.closed) return;
  const fields = typedIn(form);
  if (!fields.length && !state.rev) {
    store.removeItem(localKey(form));
    return;
  }
  keepLocal(form, fields, false);
  if (URL_) schedule(form);
  else note(form, (say.kept ?? "{time}").replace("{time}", new Date().toLocaleTimeString(document.documentElement.lang, { hour: "numeric", minute: "2-digit" })));
}

function parcel(form, mine) {
  const dialog = form.closest("dialog");
  return {
    key: keyOf(form), fields: JSON.stringify(typedIn(form)), base: stateOf(form).rev, tab: store.tab, mine: mine ? "1" : "",
    nonce: form.elements.nonce?.value ?? "", title: form.dataset.draftTitle ?? "",
    page: dialog ? form.getAttribute("action") : location.pathname + location.search,
  };
}

async function save(form, { mine = false, leaving = false } = {}) {
  const state = stateOf(form);
  clearTimeout(state.timer);
  [state.timer, state.since] = [0, 0];
  if (state.closed || (state.conflict && !mine)) return;
  if (state.sending && !leaving) {
    state.again = true;
    return;
  }
  const sent = parcel(form, mine);
  state.sending = new AbortController();
  let answer = null;
  try {
    answer = await post(URL_, sent, leaving ? { keepalive: true } : { signal: state.sending.signal });
  } catch {
    // Aborted by a submit, or the network is gone: what this tab keeps is sent as soon as it can be.
  }
  state.sending = null;
  if (state.closed) return;
  await heard(form, sent, answer);
  if (state.again) {
    state.again = false;
    schedule(form);
  }
}

async function heard(form, sent, answer) {
  const state = stateOf(form);
  if (answer?.status === 401) document.dispatchEvent(new CustomEvent("cb:out"));
  if (answer?.status === 409) return differs(form, await answer.json());
  if (answer?.status === 204) {
    state.rev = 0;
    store.removeItem(localKey(form));
    return note(form, "");
  }
  if (answer?.status === 200) {
    const { rev, at } = await answer.json();
    Object.assign(state, { rev, at, conflict: false });
    keepLocal(form, JSON.parse(sent.fields), true);
    return note(form, (say.kept ?? "{time}").replace("{time}", at));
  }
  if (answer?.status === 410) return undefined;
  note(form, answer?.status === 413 ? (await answer.json()).error : say.keptHere ?? "");
  if (!answer || answer.status >= 500) setTimeout(() => { if (form.isConnected && !state.timer) schedule(form); }, AGAIN);
  return undefined;
}

// Another window or machine wrote since: both are kept until a person says which.
function differs(form, theirs) {
  const state = stateOf(form);
  state.conflict = true;
  const keep = () => { state.rev = theirs.rev; line(form, ""); save(form, { mine: true }); };
  const show = () => {
    form.reset();
    fill(form, theirs.fields);
    Object.assign(state, { rev: theirs.rev, conflict: false });
    keepLocal(form, theirs.fields, true);
    line(form, "");
  };
  line(form, (say.other ?? "{time}").replace("{time}", theirs.at), [say.theirs, show], [say.mine, keep]);
}

function restored(form, at, fields) {
  const discard = () => {
    const state = stateOf(form);
    form.reset();
    store.removeItem(localKey(form));
    line(form, "");
    note(form, "");
    if (URL_ && state.rev) post(URL_, { key: keyOf(form), fields: "[]" }).catch(() => {});
    state.rev = 0;
    const back = () => { fill(form, fields); typed(form); };
    document.dispatchEvent(new CustomEvent("cb:toast", { detail: { text: say.thrown, label: say.undo, action: back } }));
  };
  line(form, (say.draft ?? "{time}").replace("{time}", at), [say.discard, discard]);
  form.dispatchEvent(new CustomEvent("cb:restored", { bubbles: true }));
}

async function ask(form) {
  const answer = await fetch(`${URL_}?${new URLSearchParams({ key: keyOf(form) })}`, { headers: { "HX-Request": "true" } });
  return answer.status === 200 ? answer.json() : null;
}

async function restore(form, fresh = false) {
  const here = local(form);
  const there = URL_ && (fresh || keyOf(form) in known) ? await ask(form).catch(() => null) : null;
  const state = stateOf(form);
  if (there) Object.assign(state, { rev: there.rev, at: there.at });
  // What this tab has and the server has not: it was typed as the connection or the session ended.
  if (here && !here.synced && here.fields.length) {
    if (there && here.rev !== there.rev && there.tab !== store.tab) {
      fill(form, here.fields);
      return differs(form, there);
    }
    if (fill(form, here.fields)) restored(form, there?.at ?? new Date().toLocaleTimeString(document.documentElement.lang, { hour: "numeric", minute: "2-digit" }), here.fields);
    return URL_ ? save(form) : undefined;
  }
  if (!there) {
    // The server had it and has it no more: it was sent, or thrown away elsewhere.
    if (here?.synced) store.removeItem(localKey(form));
    return undefined;
  }
  // Somebody was faster than the answer: their words stay.
  if (typedIn(form).length) return differs(form, there);
  if (fill(form, there.fields)) {
    keepLocal(form, there.fields, true);
    restored(form, there.at, there.fields);
  }
  return undefined;
}

function close(form) {
  const state = stateOf(form);
  clearTimeout(state.timer);
  state.closed = true;
  state.sending?.abort();
  line(form, "");
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
    const [draft, nonce] = JSON.parse(store.getItem(key));
    if (acknowledged(nonce)) store.removeItem(draft);
    store.removeItem(key);
  }
}

const forms = () => [...document.querySelectorAll("form[data-draft]")];

document.addEventListener("input", ({ target }) => {
  if (target.form?.dataset.draft !== undefined && target.matches(KEPT)) typed(target.form);
});
document.addEventListener("change", ({ target }) => {
  if (target.form?.dataset.draft !== undefined && target.matches(KEPT)) typed(target.form);
});
document.addEventListener("submit", (event) => {
  const form = event.target;
  if (form.dataset.draft === undefined) return;
  clearTimeout(stateOf(form).timer);
  stateOf(form).timer = 0;
  if (event.defaultPrevented || form.closest("dialog")) return;
  store.setItem(`sent:${keyOf(form)}`, JSON.stringify([localKey(form), form.elements.nonce?.value ?? ""]));
  close(form);
});
// The page comes back from the cache of the browser, or the submit was stopped: the form lives again.
addEventListener("pageshow", () => { for (const form of forms()) stateOf(form).closed = false; });
document.addEventListener("cb:saved", ({ detail }) => {
  if (!detail?.dataset.draft) return;
  close(detail);
  store.removeItem(localKey(detail));
});
document.addEventListener("cb:opened", ({ detail }) => { if (detail?.dataset.draft !== undefined) restore(detail, true); });
document.addEventListener("cb:fresh", ({ detail }) => { for (const form of detail.querySelectorAll?.("form[data-draft]") ?? []) if (!states.has(form)) restore(form); });

// Before the page goes away, what waits is sent.  `flush` is awaited by who parks the page.
export const flush = () => Promise.all(forms().filter((form) => stateOf(form).timer).map((form) => save(form)));
const leave = () => { if (URL_) for (const form of forms()) if (stateOf(form).timer) save(form, { leaving: true }); };
addEventListener("pagehide", leave);
document.addEventListener("visibilitychange", () => { if (document.hidden) leave(); });
addEventListener("online", () => { for (const form of forms()) if (local(form)?.synced === false) save(form); });

settle();
export const ready = Promise.all(forms().map((form) => restore(form).catch(() => {})));
await ready;
document.documentElement.dataset.drafts = "ready";
