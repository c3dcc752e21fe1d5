// The chips beside a date: +1 and +3 days of work from today, +7 days, which the server has worked out.
document.addEventListener("click", (event) => {
  const chip = event.target.closest?.("button[data-days]");
  const field = chip && chip.closest(".field")?.querySelector("input");
  if (!field) return;
  field.value = chip.dataset.on;
  field.dispatchEvent(new Event("input", { bubbles: true }));
});
