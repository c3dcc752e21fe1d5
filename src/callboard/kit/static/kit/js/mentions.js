// "@" in a text of ours suggests colleagues: arrows move, Enter or Tab takes, Escape goes on typing.
const WORDS = /(^|[^\w.@+-])@([\p{L}\p{N}][\p{L}\p{N}.'\- ]{0,40})?$/u;
const say = document.getElementById("say")?.dataset ?? {};
const list = Object.assign(document.createElement("ul"), { id: "mention-list", className: "mt-list", hidden: true });
list.setAttribute("role", "listbox");
list.setAttribute("aria-label", say.mention ?? "@");
let box = null;
let people = [];
let at = 0;
let asked = 0;

const open = () => !list.hidden;
const typed = (field) => WORDS.exec(field.value.slice(0, field.selectionStart));

function close() {
  list.hidden = true;
  box?.removeAttribute("aria-activedescendant");
  people = [];
}

function draw() {
  list.replaceChildren(...people.map((one, place) => {
    const row = document.createElement("li");
    row.id = `mention-${place}`;
    row.setAttribute("role", "option");
    row.setAttribute("aria-selected", String(place === at));
    row.append(Object.assign(document.createElement("b"), { textContent: one.name }));
    row.append(Object.assign(document.createElement("span"), { textContent: one.sees ? one.title : say.mentionBlind ?? "" }));
    if (!one.sees) row.className = "blind";
    // Not click: the field must not lose the cursor.
    row.addEventListener("pointerdown", (event) => { event.preventDefault(); take(place); });
    return row;
  }));
  (box.closest("dialog") ?? document.body).append(list);
  list.hidden = false;
  const edge = box.getBoundingClientRect();
  const below = innerHeight - edge.bottom > list.offsetHeight + 8;
  list.style.left = `${Math.min(edge.left + 8, innerWidth - list.offsetWidth - 8)}px`;
  list.style.top = `${below ? edge.bottom + 4 : Math.max(8, edge.top - list.offsetHeight - 4)}px`;
  box.setAttribute("aria-activedescendant", `mention-${at}`);
}

function take(place) {
  const found = typed(box);
  const one = people[place];
  if (!found || !one) return close();
  const end = box.selectionStart;
  const start = end - (found[2]?.length ?? 0) - 1;
  box.setRangeText(`${one.text} `, start, end, "end");
  close();
  return box.dispatchEvent(new Event("input", { bubbles: true }));
}

async function look(field) {
  const found = typed(field);
  if (!found) return close();
  const mine = ++asked;
  const about = new URLSearchParams({ q: (found[2] ?? "").trim(), kind: field.dataset.mentionKind ?? "", id: field.dataset.mentionId ?? "" });
  const answer = await fetch(`/mention/?${about}`, { headers: { "HX-Request": "true" } }).catch(() => null);
  if (!answer?.ok || mine !== asked || document.activeElement !== field || !typed(field)) return undefined;
  people = (await answer.json()).people;
  // A name that stands there in full and goes on is not asked about again.
  if (mine !== asked || !people.length) return close();
  box = field;
  at = 0;
  return draw();
}

document.addEventListener("input", (event) => {
  if (event.target.matches?.("textarea[data-mentions]")) look(event.target);
});

document.addEventListener("keydown", (event) => {
  if (!open() || event.target !== box || event.isComposing) return;
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (step) {
    at = (at + step + people.length) % people.length;
    draw();
  } else if ((event.key === "Enter" && !event.ctrlKey && !event.metaKey) || event.key === "Tab") take(at);
  else if (event.key === "Escape") close();
  else return;
  event.preventDefault();
  event.stopImmediatePropagation();
}, true);

document.addEventListener("focusout", (event) => { if (event.target === box) close(); });
for (const field of document.querySelectorAll("textarea[data-mentions]")) field.setAttribute("aria-autocomplete", "list");
