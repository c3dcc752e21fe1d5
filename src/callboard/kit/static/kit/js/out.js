// The session has ended, or the page is older than it, while somebody works: said where they are, and nothing typed is lost.
// Drafts stay in the browser (forms.js); the dialog that was open opens again on the same page afterwards.
const say = document.getElementById("say")?.dataset ?? {};
const here = () => location.pathname + location.search;
let told = false;

function keep(dialog) {
  if (dialog) sessionStorage.setItem("again", JSON.stringify([here(), dialog]));
}

function signIn(dialog) {
  keep(dialog);
  location.assign(`${document.body.dataset.signIn}?${new URLSearchParams({ next: here() })}`);
}

// detail.dialog: the address of a dialog that was refused.  now: leave at once, for nothing was typed there.
document.addEventListener("cb:out", ({ detail }) => {
  if (detail?.now) return signIn(detail.dialog);
  if (told && !detail?.dialog) return undefined;
  told = true;
  const action = () => signIn(detail?.dialog);
  document.dispatchEvent(new CustomEvent("cb:toast", { detail: { text: say.out, tone: "over", label: say.signIn, action, stays: true } }));
  return undefined;
});

// What the page said about being signed out no longer holds.
function signedIn() {
  told = false;
  for (const toast of document.querySelectorAll("[data-toast=stays]")) if (toast.querySelector("span")?.textContent === say.out) toast.remove();
}

// A page older than the session says that somebody has signed in since.
document.addEventListener("cb:stale", ({ detail }) => {
  signedIn();
  const action = () => { keep(detail.dialog); location.reload(); };
  document.dispatchEvent(new CustomEvent("cb:toast", { detail: { text: detail.text, tone: "over", label: say.reload, action, stays: true } }));
});

// Signed in again, in another tab.
document.addEventListener("cb:counts", signedIn);
document.addEventListener("htmx:response:error", (event) => {
  if (event.detail?.ctx?.response?.status === 401) document.dispatchEvent(new CustomEvent("cb:out"));
});

const [where, dialog] = JSON.parse(sessionStorage.getItem("again") ?? "[]");
if (where === here()) {
  sessionStorage.removeItem("again");
  document.dispatchEvent(new CustomEvent("cb:open", { detail: dialog }));
}
