"""What a page as it stands in a browser does not hold: what runs off it, what is too small to hit, what is cut."""

from playwright.sync_api import Page

TARGET = 44
#: What may be smaller: a link in a sentence or a cell of text (WCAG 2.5.8 excepts it), what is only for who reads by ear.
SMALL = """target => {
  const inText = at => at.matches('a, .why') && getComputedStyle(at).display === 'inline';
  const unseen = '.vh, .skip, [hidden], [popover]:not(:popover-open)';
  const hidden = at => !at.checkVisibility({ visibilityProperty: true }) || at.closest(unseen);
  const found = [];
  for (const at of document.querySelectorAll('a[href], button, input:not([type=hidden]), select, textarea, summary')) {
    if (hidden(at) || inText(at)) continue;
    // A check or a choice is tapped by its label.
    const spot = at.matches('[type=checkbox], [type=radio]') ? at.closest('label, .check, td, th') ?? at : at;
    const { width, height } = spot.getBoundingClientRect();
    if (!width || !height || (height >= target - 0.5 && width >= target - 0.5)) continue;
    found.push(`${Math.round(width)}x${Math.round(height)} ${at.outerHTML.slice(0, 110)}`);
  }
  return found;
}"""
#: What lies right of the window and in nothing that scrolls.
WIDE = """width => {
  const scrolls = at => {
    for (let up = at; up && up.tagName !== 'MAIN'; up = up.parentElement)
      if (['auto', 'scroll'].includes(getComputedStyle(up).overflowX)) return true;
    return false;
  };
  const off = at => at.checkVisibility() && at.getBoundingClientRect().right > width + 1;
  const all = [...document.querySelectorAll('main *')].filter(at => off(at) && !at.closest('.vh, [popover]') && !scrolls(at));
  return all.slice(0, 3).map(at => at.outerHTML.slice(0, 110));
}"""


def runs_off(page: Page, width: int) -> list[str]:
    """What makes the page scroll sideways, or lies outside a window of so many pixels."""
    wide = page.evaluate("document.documentElement.scrollWidth")
    found = [f"{wide} wide at {width}"] if wide > width else []
    return found + [f"off the side at {width}: {each}" for each in page.evaluate(WIDE, width)]


def too_small(page: Page) -> list[str]:
    """What a thumb misses."""
    return [f"small: {each}" for each in page.evaluate(SMALL, TARGET)]
