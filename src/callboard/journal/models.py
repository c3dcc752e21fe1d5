"""What happened with people, written up."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from callboard.channels.models import Capture, Message
from callboard.core.access import Access
from callboard.core.files import ShaField
from callboard.core.history import history
from callboard.core.leavers import WorksHere
from callboard.core.models import Model
from callboard.directory.models import Account, Attempt, Contact


class Kind(models.TextChoices):
    CALL = "call", _("Call")
    MAIL = "mail", _("Mail")
    MEETING = "meeting", _("Meeting")
    DEMO = "demo", _("Demo")
    VISIT = "visit", _("Visit")
    TEXT = "text", _("Text")
    SOCIAL = "social", _("Social")
    NOTE = "note", _("Note")


class Outcome(models.TextChoices):
    """What came of it; the order is that of the keys 1 to 9."""

    SPOKE = "spoke", _("Spoke")
    NO_ANSWER = "no_answer", _("No answer")
    VOICEMAIL = "voicemail", _("Voicemail")
    WITH_STAFF = "with_staff", _("Spoke with staff")
    CALL_BACK = "call_back", _("Will call back")
    INTERESTED = "interested", _("Interested")
    NOT_NOW = "not_now", _("Not now")
    DECLINED = "declined", _("Declined")
    WRONG_NUMBER = "wrong_number", _("Wrong number")


def for_everyone() -> list[str]:
    return ["all"]


@history
class Interaction(Model):
    """One call, mail, meeting, demo, visit, text, social contact or note; it may stand on several accounts."""

    access = Access(own="person", team="person__team", audience="audience")

    kind = models.CharField(_("Kind"), max_length=8, choices=Kind)
    at = models.DateTimeField(_("When"))
    person = models.ForeignKey("team.Person", models.PROTECT, related_name="interactions", verbose_name=_("By"))
    contact = models.ForeignKey(
        Contact, models.PROTECT, null=True, blank=True, related_name="interactions", verbose_name=_("With")
    )
    accounts = models.ManyToManyField(
        Account, through="InteractionAccount", related_name="interactions", verbose_name=_("Accounts")
    )
    text = models.TextField(_("Note"), blank=True, default="")
    outcome = models.CharField(_("Outcome"), max_length=16, choices=Outcome, null=True, blank=True)
    duration_s = models.PositiveIntegerField(_("Duration in seconds"), null=True, blank=True)
    conversed = models.BooleanField(_("Both spoke"), default=False, editable=False)
    next_step = models.CharField(_("Next step"), max_length=200, blank=True, default="")
    next_on = models.DateField(_("On"), null=True, blank=True)
    message = models.ForeignKey(
        "channels.Message",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="interactions",
        verbose_name=_("Message"),
    )
    colleagues = models.ManyToManyField(
        "team.Person", blank=True, related_name="joined_interactions", verbose_name=_("Colleagues")
    )
    others = models.ManyToManyField(
        Contact, blank=True, related_name="joined_interactions", verbose_name=_("Others of theirs")
    )
    #: What it is about before there is an account: a lead of a higher app, as kind and id.
    about_kind = models.CharField(max_length=60, default="", blank=True, editable=False)
    about_id = models.BigIntegerField(null=True, editable=False)
    late_days = models.PositiveSmallIntegerField(_("Written late, business days"), default=0, editable=False)
    pinned_at = models.DateTimeField(_("Pinned"), null=True, blank=True, editable=False)
    audience = ArrayField(models.CharField(max_length=30), default=for_everyone, editable=False)
    removed_at = models.DateTimeField(_("Removed"), null=True, blank=True, editable=False)

    class Meta:
        verbose_name = _("interaction")
        verbose_name_plural = _("interactions")
        constraints = [
            models.CheckConstraint(condition=Q(kind__in=Kind.values), name="interaction_kind"),
            models.CheckConstraint(
                condition=Q(outcome=None) | Q(outcome__in=Outcome.values), name="interaction_outcome"
            ),
            models.CheckConstraint(
                condition=~Q(text="") | Q(outcome__isnull=False) | ~Q(next_step=""), name="interaction_says_something"
            ),
            models.CheckConstraint(condition=Q(next_on=None) | ~Q(next_step=""), name="interaction_next_date_has_step"),
            models.CheckConstraint(
                condition=Q(about_kind="", about_id=None) | (~Q(about_kind="") & Q(about_id__isnull=False)),
                name="interaction_about_whole",
            ),
        ]
        indexes = [
            models.Index(F("at").desc(), F("id").desc(), name="interaction_at"),
            models.Index(F("person"), F("at").desc(), name="interaction_person_at"),
            models.Index(F("contact"), F("at").desc(), name="interaction_contact_at"),
            models.Index(
                fields=["about_kind", "about_id", "-at"], name="interaction_about", condition=Q(about_id__isnull=False)
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}, {self.at:%Y-%m-%d}"

    def roots(self) -> set[int]:
        return set(self.account_links.values_list("account_id", flat=True)) if self.pk else set()


class InteractionAccount(models.Model):
    """An interaction stands on an account's timeline. `attempt`: what it counts as, where we called or wrote."""

    interaction = models.ForeignKey(Interaction, models.CASCADE, related_name="account_links")
    account = models.ForeignKey(Account, models.CASCADE, related_name="interaction_links")
    attempt = models.ForeignKey(Attempt, models.SET_NULL, null=True, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["interaction", "account"], name="interaction_account_once"),
        ]

    def __str__(self) -> str:
        return f"{self.interaction_id} {self.account_id}"


class Drafted(models.TextChoices):
    OPEN = "open", _("Open")
    KEPT = "kept", _("Kept")
    DISMISSED = "dismissed", _("Dismissed")


class DraftedInteraction(Model):
    """A mail that was captured, waiting for the note of whose it is.  It counts as nothing until it is kept.

    name, address: whom it was with, where nobody of ours is known by that address.
    """

    access = Access(own="person", team="person__team", view="journal.drafts")

    message = models.ForeignKey(Message, models.PROTECT, null=True, related_name="drafts", verbose_name=_("Message"))
    person = models.ForeignKey("team.Person", models.PROTECT, related_name="+", verbose_name=_("Whose"))
    account = models.ForeignKey(
        Account, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("Account")
    )
    contacts = models.ManyToManyField(Contact, blank=True, related_name="+", verbose_name=_("With"))
    name = models.CharField(_("Name"), max_length=300, blank=True, default="")
    address = models.CharField(_("Mail address"), max_length=320, blank=True, default="")
    kind = models.CharField(_("Kind"), max_length=8, choices=Kind, default=Kind.MAIL)
    direction = models.CharField(_("Way"), max_length=3, choices=Message.Direction)
    at = models.DateTimeField(_("When"))
    subject = models.CharField(_("Subject"), max_length=500, blank=True, default="")
    text = models.TextField(_("What it says"), blank=True, default="")
    source = models.CharField(_("From where"), max_length=8, choices=Capture)
    state = models.CharField(_("State"), max_length=9, choices=Drafted, default=Drafted.OPEN, editable=False)
    interaction = models.OneToOneField(
        Interaction, models.PROTECT, null=True, editable=False, related_name="draft", verbose_name=_("Interaction")
    )

    class Meta:
        verbose_name = _("drafted interaction")
        verbose_name_plural = _("drafted interactions")
        triggers = [WorksHere("person", state="open")]
        constraints = [
            models.UniqueConstraint(fields=["message", "person"], name="draftedinteraction_once"),
            models.CheckConstraint(
                condition=Q(state=Drafted.KEPT, interaction__isnull=False)
                | (~Q(state=Drafted.KEPT) & Q(interaction=None)),
                name="draftedinteraction_kept",
            ),
        ]
        indexes = [
            models.Index(
                F("person"), F("at").desc(), F("id").desc(), name="draftedinteraction_open", condition=Q(state="open")
            ),
            models.Index(fields=["account"], name="draftedinteraction_account", condition=Q(state="open")),
        ]

    def __str__(self) -> str:
        return self.subject or self.name or self.address or str(self.get_kind_display())


class NoteScore(models.Model):
    """How well an interaction is written up.  A table of its own, because whose work it is sees it first.

    parts: points kept by part; broken: share lost by rule (journal.rules.quality).  seen_at: when its person saw it; until
    then it is shown to them alone (`queries.scores_shown`).
    """

    interaction = models.OneToOneField(Interaction, models.CASCADE, primary_key=True, related_name="quality")
    person = models.ForeignKey("team.Person", models.PROTECT, related_name="+")
    total = models.PositiveSmallIntegerField(_("Score"))
    parts = models.JSONField(default=dict)
    broken = models.JSONField(default=dict)
    rules_version = models.PositiveSmallIntegerField()
    seen_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [models.CheckConstraint(condition=Q(total__lte=100), name="notescore_of_a_hundred")]
        indexes = [
            models.Index(fields=["rules_version"], name="notescore_version"),
            models.Index(fields=["person"], name="notescore_unseen", condition=Q(seen_at=None)),
        ]

    def __str__(self) -> str:
        return str(self.total)


class InteractionFile(Model):
    """A file that belongs to a note."""

    access = Access(own="interaction__person", team="interaction__person__team", view="journal.view")

    interaction = models.ForeignKey(Interaction, models.PROTECT, related_name="files", verbose_name=_("Note"))
    name = models.CharField(_("File"), max_length=200)
    size = models.PositiveBigIntegerField(_("Bytes"))
    sha = ShaField(editable=False)
    removed_at = models.DateTimeField(_("Removed"), null=True, blank=True, editable=False)

    class Meta:
        verbose_name = _("file of a note")
        verbose_name_plural = _("files of notes")
        constraints = [models.CheckConstraint(condition=~Q(name="") & ~Q(sha=""), name="interactionfile_there")]
        indexes = [models.Index(fields=["interaction", "id"], name="interactionfile_of")]

    def __str__(self) -> str:
        return self.name

    def roots(self) -> set[int]:
        return self.interaction.roots()


@history
class NoteTemplate(Model):
    """The beginning of a note: typed as ;shortcut it becomes its text.  Its owner's alone, or everybody's."""

    access = Access(own="owner", team="owner__team", view="journal.view", audience="audience")

    owner = models.ForeignKey(
        "team.Person", models.PROTECT, related_name="note_templates", verbose_name=_("Owner"), editable=False
    )
    name = models.CharField(_("Name"), max_length=80)
    shortcut = models.CharField(_("Shortcut"), max_length=20)
    kind = models.CharField(_("Kind"), max_length=8, choices=Kind, null=True, blank=True)
    outcome = models.CharField(_("Outcome"), max_length=16, choices=Outcome, null=True, blank=True)
    text = models.TextField(_("Note"), blank=True, default="")
    next_step = models.CharField(_("Next step"), max_length=200, blank=True, default="")
    next_days = models.PositiveSmallIntegerField(_("In how many days"), null=True, blank=True)
    shared = models.BooleanField(_("For everybody"), default=False, editable=False)
    audience = ArrayField(models.CharField(max_length=30), default=list, editable=False)
    removed_at = models.DateTimeField(_("Removed"), null=True, blank=True, editable=False)

    class Meta:
        verbose_name = _("note template")
        verbose_name_plural = _("note templates")
        triggers = [WorksHere("owner", shared=True, removed_at=None)]
        constraints = [
            models.CheckConstraint(condition=Q(shortcut__regex=r"^[a-z0-9]{1,20}$"), name="notetemplate_shortcut"),
            models.CheckConstraint(
                condition=~Q(text="") | Q(outcome__isnull=False) | ~Q(next_step=""), name="notetemplate_says_something"
            ),
            models.UniqueConstraint(
                fields=["owner", "shortcut"], condition=Q(removed_at=None), name="notetemplate_once_a_person"
            ),
            models.UniqueConstraint(
                fields=["shortcut"], condition=Q(removed_at=None, shared=True), name="notetemplate_once_for_all"
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def roots(self) -> set[int]:
        return set()
