// The chips beside a date: +1, +3, +7 days from today.  In a field of words ("tue 9") the chip writes the words.
function day(days) {
  const at = new Date();
  at.setDate(at.getDate() + days);
  return [at.getFullYear(), String(at.getMonth() + 1).padStart(2, "0"), String(at.getDate()).padStart(2, "0")].join("-");
}

document.addEventListener("click", (event) => {
  const chip = event.target.closest?.("button[data-days]");
  const field = chip && chip.closest(".field")?.querySelector("input");
  if (!field) return;
  field.value = field.type === "date" ? day(Number(chip.dataset.days)) : `+${chip.dataset.days}`;
  field.dispatchEvent(new Event("input", { bubbles: true }));
});
