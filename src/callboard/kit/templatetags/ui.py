"""The pieces pages are made of.  The Python signature is the contract: a misspelt argument fails when the template is parsed.

Everything given is escaped.  Tones: ``over`` (a promise is broken), ``due`` (needs someone soon), ``won``, ``lost``,
``save``, ``pend`` (outside every total), ``acc`` (where I am, what is new), "" (later, neutral).  A tone never stands
alone: it comes with a shape or a word.

Atoms: icon kbd chip cue money avatar when bar.  Controls: button act field card_marks move_menu.  Values: cell timeline_entries.
Blocks: figure why notice panel empty tabs pager toast chart.  A filter for what people wrote: prose.
"""

from django import template

from callboard.kit.pieces import atoms, blocks, cells, charts, controls, frame, lines, moves, prose

register = template.Library()
for pieces in (atoms, blocks, cells, charts, controls, frame, lines, moves, prose):
    register.tags.update(pieces.register.tags)
    register.filters.update(pieces.register.filters)
