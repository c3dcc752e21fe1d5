// Which list a record is opened from, for this tab.
export function remember() {
  const kept = JSON.parse(sessionStorage.getItem("beside") ?? "{}");
  sessionStorage.setItem("beside", JSON.stringify({ ...kept, list: location.pathname + location.search }));
}
