// The chips beside a date: +1, +3, +7 days from today, or the first day of work after that, which the server has worked out.
// In a field of words ("tue 9") the chip writes the words.
document.addEventListener("click", (event) => {
  const chip = event.target.closest?.("button[data-days]");
  const field = chip && chip.closest(".field")?.querySelector("input");
  if (!field) return;
  field.value = field.type === "date" ? chip.dataset.on : `+${chip.dataset.days}`;
  field.dispatchEvent(new Event("input", { bubbles: true }));
});
