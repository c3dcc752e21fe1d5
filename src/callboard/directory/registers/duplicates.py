"""What directory hangs on the registries about duplicates: what a merge leaves alone, lines of the timeline."""

from django.utils.translation import gettext_lazy as _

from callboard.core.registry import MergeHook, Nav, PanelEntry, TimelineKind, register
from callboard.directory import queries
from callboard.directory.models import Twins

#: Why rows that point at a merged record are left as they are.
OF_WHAT_WAS = _("It says what was done to the record at that time, whose page leads to the kept one.")
PASSES = _("It is forgotten by itself.")
MADE_AGAIN = _("It is worked out again from the records.")

for name, why in (
    ("core.log.target_id", OF_WHAT_WAS),
    ("core.log.result_id", OF_WHAT_WAS),
    ("core.log.root_id", OF_WHAT_WAS),
    ("core.oncekey.result_id", OF_WHAT_WAS),
    ("core.runtarget.target_id", OF_WHAT_WAS),
    ("core.runtarget.result_id", OF_WHAT_WAS),
    ("core.notice.ref_id", OF_WHAT_WAS),
    ("team.mention.ref_id", OF_WHAT_WAS),
    ("core.change.object_id", PASSES),
    ("core.change.root_id", PASSES),
    ("kit.presence.object_id", PASSES),
    ("kit.visit.object_id", OF_WHAT_WAS),
    ("core.searchentry.ref_id", MADE_AGAIN),
    ("core.searchentry.root_id", MADE_AGAIN),
    ("directory.accountfacts.account_id", MADE_AGAIN),
    ("directory.accountowner.account_id", _("Who answered for it when is its own history; one owner is chosen.")),
    ("directory.account.merged_into_id", _("It leads on from record to record.")),
    ("directory.contact.merged_into_id", _("It leads on from record to record.")),
    *(
        (f"directory.{model}.{column}_id", _("It says which two records were compared or merged."))
        for model, columns in (
            ("duplicatepair", ("account_a", "account_b", "contact_a", "contact_b")),
            ("merge", ("kept_account", "gone_account", "kept_contact", "gone_contact")),
        )
        for column in columns
    ),
):
    register.merge_hook.add(MergeHook(name, stays=why))

LINE = ("kind", "ref_kind", "ref_id", "at")
register.merge_hook.add(MergeHook("core.timelineentry.root_id", root=True, once=LINE))
register.merge_hook.add(MergeHook("core.timelineentry.ref_id", refs="ref_kind"))

register.timeline_kind.add(TimelineKind("directory.merged", _("Merged"), "arrows-join"))
register.timeline_kind.add(TimelineKind("directory.merge_undone", _("Taken apart"), "arrows-split"))

register.nav.add(
    Nav("duplicates", "customers", _("Duplicates"), "duplicates", "arrows-join", order=30, operation="directory.merge")
)
for kind, model in ((Twins.ACCOUNT, "directory.Account"), (Twins.CONTACT, "directory.Contact")):
    register.panel.add(
        PanelEntry(
            f"twins-{kind}", model, _("Duplicates"), "directory/panel_twins.html", queries.twins_shown, 15,
            operation="directory.view", asks=queries.twins_asked(kind),
        )
    )  # fmt: skip
