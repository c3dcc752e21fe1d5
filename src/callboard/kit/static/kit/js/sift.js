// A box above many rows leaves only those with its words.  Nothing is fetched, so what was chosen in the rows stays.
for (const box of document.querySelectorAll("input[data-sift-of]")) {
  const whole = document.querySelector(box.dataset.siftOf);
  if (!whole) continue;
  const rows = [...whole.querySelectorAll("[data-sift]")];
  const none = whole.querySelector("[data-sift-none]");
  const count = box.form?.querySelector("[data-sift-n]");
  const sift = () => {
    const flags = [...(box.form?.querySelectorAll("[data-sift-word]:checked") ?? [])].map((at) => at.dataset.siftWord);
    const words = [...box.value.toLowerCase().split(/\s+/).filter(Boolean), ...flags];
    for (const row of rows) row.hidden = !words.every((word) => row.dataset.sift.includes(word));
    for (const group of whole.querySelectorAll("[data-sift-group]")) group.hidden = ![...group.querySelectorAll("[data-sift]")].some((row) => !row.hidden);
    const left = rows.filter((row) => !row.hidden).length;
    if (none) none.hidden = left > 0;
    if (count) count.textContent = words.length ? `${left} / ${rows.length}` : "";
  };
  box.addEventListener("input", sift);
  for (const flag of box.form?.querySelectorAll("[data-sift-word]") ?? []) flag.addEventListener("change", sift);
  box.form?.addEventListener("submit", (event) => event.preventDefault());
  if (box.value || box.form?.querySelector("[data-sift-word]:checked")) sift();
}
