// The one event stream of a browser.  It runs in the tab that has the Web Lock; where a browser gives no locks (plain http
// by name is no secure place), in a shared worker.  Tabs say by BroadcastChannel what they want and up to which change they
// know (hello), and that they go (bye).  The hub passes on what it hears, how far it has heard (at) and whether pages are live.
const GATHER_MS = 100;
const DOWN_AFTER = 5000;
const AGAIN_MS = 15000;
// The server says something every 15 s; a stream that says nothing for so long is dead.
const SILENT_MS = 45000;
const LOOK_MS = 10000;
const KEPT = 200;
const COUNT_WITHIN = 1500;
const COUNT_AGAIN = 5000;
const COUNT_EVERY = 300000;
const lowest = (...numbers) => numbers.filter((number) => number !== null).reduce((a, b) => (a === null ? b : Math.min(a, b)), null);

export function start(base, name) {
  const channel = new BroadcastChannel(name);
  const tabs = new Map();
  const say = (message) => channel.postMessage(message);
  const count = counter(say);
  let wanted = new Set();
  let source = null;
  // Everything wanted was heard from `since` to `last`; `kept` is what came, so that a tab that joins late can be told.
  let since = null;
  let last = null;
  let kept = [];
  let up = null;
  let opening = 0;
  let from = null;
  let again = 0;
  let down = 0;
  let seen = 0;

  function took(event) {
    seen = Date.now();
    if (event.lastEventId) last = Number(event.lastEventId);
    since ??= last;
  }

  function tell(now) {
    clearTimeout(down);
    down = 0;
    up = now;
    say({ kind: "state", up });
  }

  function heard(event) {
    took(event);
    const { topics } = JSON.parse(event.data);
    kept.push({ seq: last, topics });
    if (kept.length > KEPT) since = kept.shift().seq;
    say({ kind: "heard", topics, last });
    count.heard(topics);
  }

  function connect() {
    clearTimeout(again);
    source?.close();
    [again, opening, since, from, kept] = [0, 0, lowest(from, last), null, []];
    wanted = new Set([...tabs.values()].flat());
    const query = new URLSearchParams({ topics: [...wanted].sort().join(" ") });
    if (since !== null) query.set("after", since);
    seen = Date.now();
    source = new EventSource(`${base}?${query}`);
    source.onmessage = heard;
    source.addEventListener("at", (event) => { took(event); say({ kind: "at", last }); });
    source.addEventListener("state", (event) => { took(event); tell(event.data === "up"); });
    source.onerror = () => {
      down ||= setTimeout(() => tell(false), DOWN_AFTER);
      // A refused stream (signed out, too many) is not tried again by the browser itself.
      if (source.readyState !== EventSource.CLOSED) return;
      again ||= setTimeout(connect, AGAIN_MS * (1 + Math.random()));
      count.now();
    };
    say({ kind: "in", tabs: [...tabs.keys()] });
  }

  // Tabs that come together share one new stream.
  function open(after) {
    from = lowest(from, after);
    opening ||= setTimeout(connect, GATHER_MS);
  }

  function hello({ tab, topics, after, counts }) {
    tabs.set(tab, topics);
    count.of(counts);
    const known = after === null || (since !== null && after >= since);
    if (!source || opening || !known || !topics.every((topic) => wanted.has(topic))) return open(after);
    const missed = kept.filter(({ seq }) => after !== null && seq > after).flatMap((one) => one.topics);
    say({ kind: "in", tabs: [tab], topics: [...new Set(missed)], last });
    if (up !== null) say({ kind: "state", up });
    return undefined;
  }

  channel.onmessage = ({ data }) => {
    if (data.kind === "hello") hello(data);
    if (data.kind === "bye") tabs.delete(data.tab);
  };
  // A network that comes back has taken the old connection with it, also where the browser has not noticed.
  addEventListener("offline", () => { if (source) tell(false); });
  addEventListener("online", () => { if (source) connect(); });
  setInterval(() => { if (source?.readyState === EventSource.OPEN && Date.now() > seen + SILENT_MS) connect(); }, LOOK_MS);
  addEventListener("pagehide", () => source?.close());
  addEventListener("pageshow", (event) => { if (event.persisted && source) connect(); });
  say({ kind: "who" });
}

// The counts beside the places of the rail: asked once a browser, a moment after something they count changed, and now and
// then, since what is due becomes overdue by itself.
function counter(say) {
  let wanted = { url: "", topics: [] };
  let timer = 0;
  let asked = 0;

  async function ask() {
    [timer, asked] = [0, Date.now()];
    const answer = await fetch(wanted.url, { headers: { "HX-Request": "true" } });
    if (answer.ok) say({ kind: "counts", counts: await answer.json() });
    if (answer.status === 401) say({ kind: "out" });
  }

  function soon() {
    if (!wanted.url) return;
    const rest = Math.max(0, asked + COUNT_AGAIN - Date.now());
    timer ||= setTimeout(() => ask().catch(() => {}), rest + 100 + Math.random() * COUNT_WITHIN);
  }

  setInterval(soon, COUNT_EVERY);
  return {
    now: soon,
    of: (counts) => { wanted = counts ?? wanted; },
    heard: (topics) => { if (topics.some((topic) => wanted.topics.includes(topic))) soon(); },
  };
}

// As a shared worker: its name is the address of the stream.
if ("onconnect" in globalThis) start(globalThis.name, "cb-live");
