// Files dropped on a form that takes several are sent at once; chosen ones wait for its button.
const over = "is-over";
const holds = (event) => event.dataTransfer?.types.includes("Files");
const field = "input[type=file][multiple]";
const formAt = (event) => event.target.closest?.(`form:has(${field})`);

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
  const chosen = form.querySelector(field);
  chosen.files = event.dataTransfer.files;
  if (chosen.files.length) form.requestSubmit();
});
