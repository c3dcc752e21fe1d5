// Files dropped on a form that takes them (data-drop) are sent at once; chosen ones wait for its button.
const over = "is-over";
const holds = (event) => event.dataTransfer?.types.includes("Files");
const formAt = (event) => event.target.closest?.("form[data-drop]");

document.addEventListener("dragover", (event) => {
  const form = formAt(event);
  if (!form || !holds(event)) return;
  event.preventDefault();
  event.dataTransfer.dropEffect = "copy";
  form.classList.add(over);
});
document.addEventListener("dragleave", (event) => {
  const form = formAt(event);
  if (form && !form.contains(event.relatedTarget)) form.classList.remove(over);
});
document.addEventListener("drop", (event) => {
  const form = formAt(event);
  if (!form || !holds(event)) return;
  event.preventDefault();
  form.classList.remove(over);
  const field = form.querySelector("input[type=file]");
  field.files = event.dataTransfer.files;
  if (field.files.length) form.requestSubmit();
});
