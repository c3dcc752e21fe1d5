// The look of this machine: light, dark, or the machine's own.  The cookie lets the server draw the next page right at once.
const root = document.documentElement;

document.addEventListener("click", (event) => {
  const choice = event.target.closest?.("[data-theme-to]");
  if (!choice) return;
  root.dataset.bsTheme = choice.dataset.themeTo;
  document.cookie = `theme=${choice.dataset.themeTo}; path=/; max-age=31536000; samesite=lax`;
  document.dispatchEvent(new CustomEvent("cb:theme"));
});
