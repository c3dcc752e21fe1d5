// The counts beside the places of the rail change where they stand.
document.addEventListener("cb:counts", ({ detail }) => {
  for (const at of document.querySelectorAll("[data-count]")) {
    const count = detail[at.dataset.count] ?? 0;
    at.hidden = !count;
    at.firstChild.data = count;
  }
});
