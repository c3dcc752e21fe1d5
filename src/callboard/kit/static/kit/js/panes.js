// A pane that scrolls and has nothing to focus in it can be scrolled by keys: it takes the focus itself.
const PANES = ".pane, .md-list, .md-cal, .ib-list, .ib-body, .ib-ctx, .rc-facts, .rc-tl, .rc-rel, .tp-r, .bd, .od, .sw, .act-b";
const FOCUSABLE = "a[href], button, input:not([type=hidden]), select, textarea, [tabindex='0']";

function look() {
  for (const pane of document.querySelectorAll(PANES)) {
    const needs = pane.scrollHeight > pane.clientHeight + 1 && !pane.querySelector(FOCUSABLE);
    if (needs) pane.tabIndex = 0;
  }
}

look();
addEventListener("resize", look);
document.addEventListener("cb:fresh", look);
