// A table of choices as one stop of the Tab key (WAI-ARIA grid): arrows go from cell to cell, a cell's first letter chooses,
// Space opens its choices.  A cell without a choice is a place to stand on too, so that no arrow jumps over it.
const PAGE = 10;
const inside = (cell) => cell.querySelector("select, input, button, a[href]") ?? cell;
const shown = (at) => at.checkVisibility();

for (const grid of document.querySelectorAll("[data-grid]")) {
  const rows = () => [...grid.tBodies].flatMap((body) => [...body.rows]).filter((row) => shown(row) && row.cells.length > 1);
  const cells = (row) => [...row.cells].filter((cell) => cell.tagName === "TD" && shown(cell));
  const places = () => [...grid.querySelectorAll("tbody td")].map(inside);
  // A cell over several columns holds the place of each of them.
  const at = (row, column) => cells(row).find((cell) => cell.cellIndex + cell.colSpan > column) ?? cells(row).at(-1);

  function stand(place) {
    for (const each of places()) each.tabIndex = each === place ? 0 : -1;
  }

  // Which cell a key leads to; undefined where it leads nowhere.
  function target(key, whole, cell) {
    const all = rows();
    const row = all.indexOf(cell.parentElement);
    const along = cells(cell.parentElement);
    const down = (count) => at(all[Math.min(Math.max(row + count, 0), all.length - 1)], column);
    if (key === "ArrowLeft") return along[along.indexOf(cell) - 1];
    if (key === "ArrowRight") return along[along.indexOf(cell) + 1];
    if (key === "ArrowUp") return down(-1);
    if (key === "ArrowDown") return down(1);
    if (key === "PageUp") return down(-PAGE);
    if (key === "PageDown") return down(PAGE);
    if (key === "Home") return whole ? cells(all[0])[0] : along[0];
    if (key === "End") return whole ? cells(all.at(-1)).at(-1) : along.at(-1);
    return undefined;
  }

  // Up and down keep to the column one began in, past rows whose one cell goes over all.
  let column = 0;
  grid.addEventListener("focusin", (event) => {
    const cell = event.target.closest("tbody td");
    if (!cell) return;
    stand(event.target);
    if (cell.colSpan === 1) column = cell.cellIndex;
  });
  grid.addEventListener("keydown", (event) => {
    const cell = event.target.closest("tbody td");
    if (!cell || event.altKey || event.metaKey || event.shiftKey) return;
    const to = target(event.key, event.ctrlKey, cell);
    if (to || event.key.startsWith("Arrow")) event.preventDefault();
    if (to) inside(to).focus();
  });
  // What the sieve hides is no place to come back to.
  document.addEventListener("input", () => {
    const first = rows()[0];
    if (first && !places().some((each) => each.tabIndex === 0 && shown(each))) stand(inside(cells(first)[0]));
  });
  const first = rows()[0];
  if (first) stand(inside(cells(first)[0]));
}
