"""What was talked about with a lead, before there is an account it could stand on."""

from datetime import date

from django.utils.translation import gettext_lazy

from callboard.core.actions import Actor, Text, action
from callboard.core.refs import kind_of
from callboard.journal.actions import stand_on, write_up
from callboard.journal.models import Interaction, Kind, Outcome
from callboard.pipeline.actions.steps import drop_others
from callboard.pipeline.models import Lead

NOTHING = Text("")


@action(
    gettext_lazy("Saved note on lead"),
    said=gettext_lazy("Saved the note on {lead}"),
    who="journal.write",
    undo="journal.remove_interaction",
    icon="note",
)
def note_lead(
    lead: Lead,
    *,
    by: Actor,
    text: Text = NOTHING,
    kind: Kind | None = None,
    outcome: Outcome | None = None,
    next_step: str = "",
    next_on: date | None = None,
    promised: bool = False,
    until: str = "",
) -> Interaction:
    """Write up what happened with a lead.  Its state stays what it is: that is another act.

    It stands on the lead's account where there is one, else on the lead until it becomes one.  The first time we tried to
    reach them is their first touch, and nobody has to get in touch any more.
    """
    what = kind or (Kind.CALL if outcome else Kind.NOTE)
    made = write_up(
        [lead.account] if lead.account else [],
        by=by,
        kind=what,
        contact=lead.contact,
        text=text,
        outcome=outcome,
        next_step=next_step,
        next_on=next_on,
        promised=promised,
        until=until,
        about=lead,
    )
    if what != Kind.NOTE and lead.open:
        if lead.first_touch_at is None:
            lead.first_touch_at, lead.updated_at = by.now, by.now
            lead.save(update_fields=["first_touch_at"])
        drop_others(lead, None, by)
    return made


def carry_notes(lead: Lead, by: Actor) -> None:
    """What was noted on the lead stands on its account from now on; part of converting it."""
    if lead.account is None:
        return
    notes = Interaction.objects.filter(about_kind=kind_of(lead), about_id=lead.pk, account_links=None, removed_at=None)
    for made in notes.select_related("person", "contact"):
        stand_on(made, [lead.account], by)
