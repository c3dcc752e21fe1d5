// Copies what stands in a field: <button data-copy="#id" data-done="Copied">, and says so in a toast.
// Also on a page that was put in the place of another, and on plain http, where a browser gives no clipboard.
const say = (detail) => document.dispatchEvent(new CustomEvent("cb:toast", { detail }));

async function copied(field) {
  if (navigator.clipboard) return navigator.clipboard.writeText(field.value).then(() => true, () => false);
  const before = document.activeElement;
  field.select();
  const done = document.execCommand("copy");
  if (done) before?.focus();
  return done;
}

document.addEventListener("click", async (event) => {
  const button = event.target.closest?.("[data-copy]");
  if (!button) return;
  const field = document.querySelector(button.dataset.copy);
  if (await copied(field)) return say({ text: button.dataset.done });
  // The field stands selected: Ctrl+C is left to press.
  field.select();
  say({ text: button.dataset.failed, tone: "over" });
});
