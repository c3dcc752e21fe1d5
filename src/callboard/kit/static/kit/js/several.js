// A field that takes several records: when the last is filled, the next one stands below it.
document.addEventListener("input", ({ target }) => {
  const holder = target.closest?.("[data-several]");
  if (!holder || !target.value || holder.querySelector("input:last-of-type") !== target) return;
  const next = target.cloneNode();
  next.removeAttribute("id");
  next.removeAttribute("autofocus");
  next.removeAttribute("required");
  next.value = "";
  const label = target.labels?.[0]?.innerText ?? target.getAttribute("aria-label") ?? "";
  if (label) next.setAttribute("aria-label", label);
  target.after(next);
  globalThis.htmx?.process(next);
});
