// The look of this machine: light, dark, or the machine's own.  The cookie lets the server draw the next page right at once.
const root = document.documentElement;

function turn(to) {
  root.dataset.bsTheme = to;
  document.cookie = `theme=${to}; path=/; max-age=31536000; samesite=lax`;
  document.dispatchEvent(new CustomEvent("cb:theme"));
}

document.addEventListener("click", (event) => {
  const choice = event.target.closest?.("[data-theme-to]");
  if (choice) turn(choice.dataset.themeTo);
});
document.addEventListener("cb:theme-to", ({ detail }) => turn(detail));
