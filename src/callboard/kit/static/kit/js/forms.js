// One submit at a time; the first wrong field has the cursor.  What is typed is kept by drafts.js.
const say = document.getElementById("say")?.dataset ?? {};

document.addEventListener("submit", (event) => {
  const form = event.target;
  if (event.defaultPrevented || form.getAttribute("method") !== "post") return;
  if (navigator.onLine === false) {
    event.preventDefault();
    document.dispatchEvent(new CustomEvent("cb:toast", { detail: { text: say.failed, tone: "over" } }));
    return;
  }
  const button = event.submitter;
  if (button) {
    button.setAttribute("aria-busy", "true");
    setTimeout(() => button.removeAttribute("aria-busy"), 8000);
  }
});

document.querySelector("[aria-invalid=true]")?.focus();
// What a line of text begins with is replaced by what is typed.
if (document.activeElement?.matches("main form input[autofocus]:is([type=text], :not([type]))")) document.activeElement.select();
// A preview stands below the fields it was asked for with.
document.querySelector("main .act-p > *")?.scrollIntoView({ block: "nearest" });
