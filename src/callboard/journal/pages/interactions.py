"""The pages of what happened."""

from collections.abc import Sequence
from typing import Any

from django.db.models import Q, QuerySet
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext_lazy as _

from callboard.channels.models import Message
from callboard.core.access import visible
from callboard.core.actions import Actor
from callboard.core.asking import answers
from callboard.core.links import url_of
from callboard.core.refs import number_in
from callboard.directory.models import Account, Contact
from callboard.journal import queries, rules
from callboard.journal.actions import (
    attach_file,
    change_interaction,
    log_interaction,
    pin_note,
    remove_file,
    remove_interaction,
    restore_interaction,
    unpin_note,
    write_note,
)
from callboard.journal.actions.drafts import words_of
from callboard.journal.box import checked
from callboard.journal.filters import Banded
from callboard.journal.models import DraftedInteraction, Interaction, InteractionAccount, Kind, Outcome
from callboard.journal.rules.quality import PARTS
from callboard.journal.tables import InteractionTable, written
from callboard.kit.filters import Between, Choice, Flag, Person, Search
from callboard.kit.forms import NEXT
from callboard.kit.pages import ActionPage, Empty, Fact, ListPage, Panel, RecordPage
from callboard.kit.pages.page import safe_path
from callboard.kit.tables import Text
from callboard.kit.why import why_url
from callboard.work.queries import promises

RECENT = 200


SCORES = (("good", _("80 and more")), ("weak", _("60 to 79")), ("bad", _("under 60")), ("none", _("none to see")))
LATENESS = (("same", _("the same day")), ("next", _("a day later")), ("later", _("later than that")))


def _scored(band: str, actor: Actor) -> Q:
    """By the scores the actor may see alone: a filter must not tell what the page does not."""
    shown = queries.is_mine_or_seen(actor, "quality__")
    ranges = {"good": (80, 100), "weak": (60, 79), "bad": (0, 59)}
    if band == "none":
        return ~shown | Q(quality=None)
    return shown & Q(quality__total__range=ranges[band])


def _written(band: str, actor: Actor) -> Q:
    return {"same": Q(late_days=0), "next": Q(late_days=1), "later": Q(late_days__gt=1)}[band]


def _unseen(actor: Actor) -> Q:
    return Q(quality__person=actor.person_id, quality__seen_at=None)


def _accounts() -> QuerySet[Any, Any]:
    """The accounts most lately written about."""
    links = InteractionAccount.objects.order_by("-pk").values("account_id")[:RECENT]
    return Account.objects.filter(pk__in=links).order_by("sort_key").values("pk", "name")


class Interactions(ListPage):
    model = Interaction
    title = _("Interactions")
    url = "interactions/"
    name = "interactions"
    table = InteractionTable
    filters = (
        Search(("text",)),
        Person("person", _("By")),
        Choice("kind", _("Kind"), choices=Kind.choices),
        Choice("outcome", _("Outcome"), choices=Outcome.choices),
        Between("at", _("When")),
        Banded("score", _("Score"), SCORES, _scored),
        Banded("late", _("Written"), LATENESS, _written),
        Choice("account", _("Account"), "account_links__account", rows=_accounts),
        Flag("unseen", _("Score not seen yet"), _unseen),
    )
    tabs = ((_("Mine"), "person=me"), (_("Mine, score not seen yet"), "person=me&unseen=1"))
    order = ("-at", "-id")
    buttons = (log_interaction,)
    bulk = (remove_interaction,)
    empty = Empty(_("Nothing written up yet"), _("A note on any account stands here too."), "notes")

    def queryset(self, actor: Actor) -> QuerySet[Interaction]:
        return queries.interactions_listed(actor)


def _others(draft: DraftedInteraction, contact: int | None) -> list[int]:
    return [pk for pk in draft.contacts.order_by("pk").values_list("pk", flat=True) if pk != contact]


def _files(made: Interaction, actor: Actor) -> dict[str, Any] | None:
    found = list(made.files.filter(removed_at=None).order_by("pk"))
    return {"files": found, "may_remove": remove_file.allowed(actor)} if found else None


def _earlier(made: Interaction, actor: Actor) -> dict[str, Any] | None:
    found = queries.earlier_texts(made)
    return {"texts": found} if found else None


class InteractionRecord(RecordPage):
    model = Interaction
    url = "interactions/<int:pk>/"
    name = "interaction"
    related = ("person", "contact", "message")
    buttons = (change_interaction, pin_note, attach_file, remove_interaction, unpin_note, restore_interaction)
    timeline = False
    template = "journal/interaction.html"
    panels = (
        Panel("files", _("Files"), "journal/files.html", context=_files, order=10),
        Panel("earlier", _("Earlier texts"), "journal/earlier.html", context=_earlier, order=90),
    )

    def title(self, obj: Interaction) -> str:
        return rules.title_of(obj)

    def state(self, obj: Interaction) -> tuple[Any, str] | None:
        if obj.removed_at:
            return _("Removed"), ""
        return (_("Pinned"), "acc") if obj.pinned_at else None

    def context(self, request: HttpRequest, actor: Actor, obj: Interaction) -> dict[str, Any]:
        """Its score where the actor may see it. Whose it is has seen it once it stands on their page."""
        kept = queries.shown_score(obj, actor)
        if kept is None:
            return {}
        mine = kept.person_id == actor.person_id and kept.seen_at is None
        parts = [(label, kept.parts.get(part, 0), points) for part, (points, label, _rules) in PARTS.items()]
        return {
            "score": kept,
            "parts": parts,
            "why": why_url("interaction.score", obj),
            "seen_url": reverse("note-seen", args=[obj.pk]) if mine else "",
        }

    def facts(self, obj: Interaction) -> Sequence[Fact]:
        return [
            (_("When"), obj.at, "when"),
            (_("By"), obj.person, "person"),
            (_("With"), obj.contact, "account"),
            *((_("Account"), account, "account") for account in obj.accounts.all()),
            *((_("Also there"), person, "person") for person in obj.colleagues.all()),
            *((_("Also theirs"), contact, "account") for contact in obj.others.all()),
            (_("Outcome"), obj.get_outcome_display() if obj.outcome else None),
            (_("Next step"), obj.next_step),
            (_("On"), obj.next_on, "date"),
            (_("Written"), written(obj)),
        ]


PROMISED, UNTIL = _("I promised the next step"), _("Promised by when, as you say it")


class WriteNote(ActionPage):
    """The note box posts here; it leads back to the account."""

    action = write_note
    days = ("next_on",)
    digits = "outcome"
    fields = ("text", "outcome", "contact", "kind", "next_step", "next_on", "promised", "until")
    labels = {"promised": PROMISED, "until": UNTIL}

    def choices(self, name: str, actor: Actor, target: Any) -> QuerySet[Any] | None:
        return Contact.objects.filter(account=target, left_on=None).order_by("sort_key") if name == "contact" else None

    def next_url(self, result: Any, target: Any) -> str:
        """Back to the account, unless the box stood elsewhere and says where."""
        return self.came_from or url_of(target)

    came_from = ""

    def post(self, request: HttpRequest, actor: Actor, pk: int | None = None, **kwargs: Any) -> HttpResponseBase:
        self.came_from = safe_path(request, request.POST.get(NEXT, ""))
        return super().post(request, actor, pk, **kwargs)


class LogInteraction(ActionPage):
    action = log_interaction
    #: What was promised to whom it is about.
    promised: Text = ""
    days = ("next_on",)
    digits = "outcome"
    fields = ("kind", "accounts", "contact", "at", "outcome", "text", "next_step", "next_on", "promised", "until")
    labels = {
        "promised": PROMISED,
        "until": UNTIL,
        "accounts": _("Accounts"),
        "contact": _("With"),
        "next_on": _("On"),
        "person": _("By"),
        "colleagues": _("Colleagues who took part"),
        "others": _("Others of theirs who took part"),
        "file": _("File"),
    }

    def form(self, request: HttpRequest, actor: Actor, target: Any) -> Any:
        """Nobody picks a message out of thousands: whoever comes from one brings it along in the address."""
        found = super().form(request, actor, target)
        if not request.GET.get("message"):
            found.fields.pop("message")
        checked(found.fields["text"], actor)
        self.promised = promised_first(actor, request.GET.get("account", ""), request.GET.get("contact", ""))
        return found

    def words(self, actor: Actor, target: Any) -> Text:
        return self.promised

    def initial(self, request: HttpRequest, actor: Actor, target: Any) -> dict[str, Any]:
        found: dict[str, Any] = {"kind": Kind.CALL}
        wrote = number_in(request.GET.get("message", ""))
        mail = visible(Message.objects.filter(pk=wrote), actor).first() if wrote is not None else None
        if mail is not None:
            found |= {"contact": mail.contact_id, "at": mail.sent_at or mail.received_at, "text": mail.subject}
            if (draft := queries.draft_of(mail.pk, actor)) is not None:
                found |= {"text": words_of(draft), "others": _others(draft, mail.contact_id)}
        wanted = number_in(request.GET.get("account", "")) or (mail.account_id if mail is not None else None)
        known = Account.objects.filter(pk=wanted).first() if wanted is not None else None
        return found | ({"accounts": [known.pk]} if known else {})


def promised_first(actor: Actor, account: str, contact: str) -> Text:
    """What was promised to whom a form is about and is not done, first of all: with when it is due, as links. Nothing where
    nobody is named yet."""
    person = visible(Contact.objects.filter(pk=number_in(contact) or 0), actor).select_related("account").first()
    where = (
        person.account
        if person is not None
        else visible(Account.objects.filter(pk=number_in(account) or 0), actor).first()
    )
    if where is None:
        return ""
    asked = promises.promised_with_asked(person, actor) if person is not None else promises.promised_asked(where, actor)
    shown = promises.promised_to(where, actor, answers(asked))
    if shown is None:
        return ""
    rows = (
        (promise.get_absolute_url(), promise, f" ({promise.contact})" if promise.contact else "", due.text)
        for promise, due in shown["rows"]
    )
    return format_html(
        "<b>{}</b> {}", _("Promised, not done:"), format_html_join("; ", '<a href="{}">{}</a>{} {}', rows)
    )
