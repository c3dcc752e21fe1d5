// A text that its place cuts shows its whole in its tooltip, where nobody gave it one.
const cut = (at) => at.scrollWidth > at.clientWidth + 1 || at.scrollHeight > at.clientHeight + 2;
const clips = (style) => style.textOverflow === "ellipsis" || style.webkitLineClamp !== "none";

function tell({ target }) {
  for (let at = target; at?.matches && !at.matches("main, body"); at = at.parentElement) {
    if (at.title) return;
    if (!clips(getComputedStyle(at))) continue;
    if (cut(at)) at.title = at.textContent.trim();
    return;
  }
}

document.addEventListener("pointerover", tell, { passive: true });
document.addEventListener("focusin", tell);
