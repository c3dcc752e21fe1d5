// Copies what stands in a field: <button data-copy="#id" data-done="Copied" hidden>. Without a clipboard the field is there to be selected.
for (const button of document.querySelectorAll("[data-copy]")) {
  if (!navigator.clipboard) continue;
  button.hidden = false;
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(document.querySelector(button.dataset.copy).value);
    button.querySelector("span").textContent = button.dataset.done;
  });
}
