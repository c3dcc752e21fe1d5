// [ and ] walk the list a record was opened from.  The tab remembers the list's address; the server says who stands beside
// the record in its filter and order, so the way goes on past the rows that were on the screen.
const KEY = "beside";
const box = document.getElementById("beside");
const kept = () => JSON.parse(sessionStorage.getItem(KEY) ?? "{}");

// The list this page was opened from, also in a new tab: a list shows itself by answering.
function list() {
  if (kept().list) return kept().list;
  const from = document.referrer && new URL(document.referrer);
  return from && from.origin === location.origin ? from.pathname + from.search : "";
}

async function fill() {
  const at = list();
  const pk = /\/(\d+)\/$/.exec(location.pathname)?.[1];
  if (!box || !at || !pk || at.split("?")[0] !== location.pathname.replace(/\d+\/$/, "")) return;
  const url = new URL(at, location.origin);
  url.searchParams.delete("after");
  url.searchParams.set("beside", pk);
  const answer = await fetch(url, { headers: { "HX-Request": "true" } });
  if (!answer.ok || !answer.headers.get("Content-Type")?.includes("json")) return;
  const found = await answer.json();
  const links = box.querySelectorAll("a");
  [found.before, found.after].forEach((to, place) => {
    links[place].hidden = !to;
    if (to) links[place].href = to;
  });
  box.hidden = false;
  if (!kept().list) sessionStorage.setItem(KEY, JSON.stringify({ ...kept(), list: at }));
}

fill().catch(() => {});
