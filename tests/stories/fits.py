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


#: A text that lies over what stands beside it: nothing cuts it, and nothing scrolls it.
SPILLS = """() => {
  const sideways = '.al-wrap, .tb-x, .tabs, .filters, .views-a, .lanes, .paste-x, .steps';
  const clips = style => style.textOverflow === 'ellipsis' || style.webkitLineClamp !== 'none';
  const holds = up => up.matches(sideways) || clips(getComputedStyle(up));
  const held = at => {
    for (let up = at; up && up.tagName !== 'MAIN'; up = up.parentElement) if (holds(up)) return true;
    return false;
  };
  const aside = at => at.matches('input, select, textarea') || at.closest('svg, .vh, [popover]');
  const shown = [...document.querySelectorAll('main *')].filter(at => at.checkVisibility() && !aside(at));
  const spill = at => at.clientWidth && at.scrollWidth > at.clientWidth + 1 && getComputedStyle(at).display !== 'inline' && !held(at);
  return shown.filter(spill).slice(0, 3).map(at => at.outerHTML.slice(0, 110));
}"""
#: A text that is cut and whose whole nobody can read: by tooltip, or by opening what leads to it.
CUT = """() => {
  const clips = style => style.textOverflow === 'ellipsis' || style.webkitLineClamp !== 'none';
  const cut = at => at.scrollWidth > at.clientWidth + 1 || at.scrollHeight > at.clientHeight + 2;
  const found = [...document.querySelectorAll('main *')].filter(at => at.checkVisibility() && clips(getComputedStyle(at)) && cut(at));
  for (const at of found) at.dispatchEvent(new PointerEvent('pointerover', { bubbles: true }));
  return found.filter(at => !at.closest('[title]')).slice(0, 3).map(at => at.outerHTML.slice(0, 110));
}"""
#: What the buttons of a heading lie over.
UNDER = """() => {
  const box = at => at.getBoundingClientRect();
  const hits = (a, b) => a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 1 && b.top < a.bottom - 1;
  const seen = selector => [...document.querySelectorAll(selector)].filter(at => at.checkVisibility());
  const names = seen('.cb-head h1, .ib-ch h1, .act-h h1'), buttons = seen(':is(.cb-head, .ib-ch, .act-h) :is(.btn, .fig)');
  return names.flatMap(name => buttons.filter(button => hits(box(name), box(button))).map(button => button.outerHTML.slice(0, 110)));
}"""


def not_held(page: Page) -> list[str]:
    """Texts that lie over others, are cut for good, or run under buttons."""
    found = [f"spills: {each}" for each in page.evaluate(SPILLS)]
    found += [f"cut: {each}" for each in page.evaluate(CUT)]
    return found + [f"under a button: {each}" for each in page.evaluate(UNDER)]
