"""The matrix: on whose records each role may do each operation. This table is the default; Grant rows override cells.

none < own < team < all. Roles add up: a person may do what the widest of their roles may. `own` is what a person owns
or covers; `team` what their team holds, and for a manager what the people of their teams own. What belongs to nobody has
no own part: such an operation is `whole`, none or all. What is a person's own access is never lent to a stand-in.
"""

from django.utils.translation import gettext_lazy as _

from callboard.team.matrix_frame import FRAME_ROWS
from callboard.team.matrix_row import COLUMNS, WIDTH, Row, widest
from callboard.team.matrix_work import WORK_ROWS
from callboard.team.models import Role

ROWS = (
    #    operation           what                                              desk  AE    SDR   mgr   dept  fin   adm
    Row(
        "core.runs", _("Do one thing to many records, and see such runs"), "   own   own   own   team  own   own   all"
    ),
    Row(
        "directory.view", _("See accounts and contacts"), "                    all   all   all   all   all   all   all"
    ),
    Row(
        "directory.edit", _("Change accounts and contacts"), "                 all   own   own   all   none  none  all"
    ),
    Row(
        "directory.fields",
        _("Change own fields, lists of words, packs"),
        "         none  none  none  all   none  none  all",
        whole=True,
    ),
    Row(
        "directory.import",
        _("Import records"),
        "                             all   none  none  none  none  none  all",
        whole=True,
    ),
    Row(
        "directory.merge",
        _("Merge duplicates"),
        "                            all   none  none  all   none  none  all",
        whole=True,
    ),
    Row(
        "directory.erase",
        _("Erase a person on request"),
        "                   none  none  none  none  none  none  all",
        whole=True,
    ),
    Row(
        "directory.consent",
        _("Write down who wants to be reached and who does not"),
        "   all   all   all   all   all   all   all",
        whole=True,
    ),
    Row(
        "directory.strike",
        _("Strike a no that was written down wrongly"),
        "             none  none  none  all   none  none  all",
        whole=True,
    ),
    Row(
        "directory.override",
        _("Reach somebody outside of the calling rules"),
        "           none  none  none  team  none  none  all",
    ),
    Row(
        "directory.hours",
        _("Change calling hours and do-not-call lists"),
        "            none  none  none  none  none  none  all",
        whole=True,
    ),
    Row(
        # The link in a mail: whoever has it, without signing in.
        "directory.unsubscribe",
        _("Take an address off our mails by its link"),
        "             none  none  none  none  none  none  none",
        program=True,
    ),
    Row(
        "channels.view",
        _("Read messages"),
        "                                 all   all   all   all   all   all   all",
        whole=True,
    ),
    Row(
        "channels.send",
        _("Write to customers"),
        "                            all   all   all   all   all   all   all",
        whole=True,
    ),
    Row(
        "channels.manage",
        _("Set up mailboxes and lines"),
        "                  none  none  none  none  none  none  all",
        whole=True,
    ),
    Row(
        "channels.own",
        _("Connect a mailbox of one's own, and see what it holds"),
        "  own   own   own   own   own   own   own",
        lent=False,
        private=True,
    ),
    Row(
        "channels.own_states",
        _("See who has connected a mailbox of their own, and whether it works"),
        "  none  none  none  team  none  none  all",
    ),
    Row(
        # The program itself; a message somebody marks as sent was sent to nobody.
        "channels.carry",
        _("Store, read, route and send mail"),
        "             none  none  none  none  none  none  none",
        program=True,
    ),
    Row(
        "calendar.view", _("See calendars"), "                                 all   all   all   all   all   all   all"
    ),
    Row(
        "calendar.edit", _("Put events into calendars and change them"), "     all   own   own   all   own   own   all"
    ),
    Row(
        "calendar.manage",
        _("Set up calendars and categories"),
        "             all   none  none  all   none  none  all",
        whole=True,
    ),
    *WORK_ROWS,
    Row(
        "journal.view", _("Read notes"), "                                     all   all   all   all   all   all   all"
    ),
    Row(
        "journal.write", _("Write notes and log calls"), "                     all   all   all   all   all   all   all"
    ),
    Row(
        "journal.drafts", _("See, keep and dismiss drafted interactions"), "   own   own   own   team  own   own   all"
    ),
    Row(
        "journal.templates", _("Write templates of notes"), "                   all   own   own   team  own   own   all"
    ),
    Row(
        "journal.share",
        _("Give templates of notes to everybody"),
        "               all   none  none  all   none  none  all",
        whole=True,
    ),
    Row(
        # The program itself, after the rules changed.
        "journal.score",
        _("Score notes again"),
        "                                  none  none  none  none  none  none  none",
        program=True,
    ),
    Row(
        # The program itself, at the hour of each person's day the company says.
        "journal.see",
        _("Open tasks for mails nobody wrote up"),
        "               none  none  none  none  none  none  none",
        program=True,
    ),
    Row(
        "orders.view", _("See orders and subscriptions"), "                    all   all   all   all   all   all   all"
    ),
    Row(
        "orders.write", _("Write orders"), "                                   all   own   none  team  none  none  none"
    ),
    Row(
        "orders.submit", _("Submit orders"), "                                 all   own   none  team  none  none  none"
    ),
    Row(
        "orders.accept", _("Check and accept orders"), "                       all   none  none  none  none  none  none"
    ),
    Row(
        "orders.accept_own",
        _("Accept orders one submitted oneself"),
        "       none  none  none  none  none  none  none",
        whole=True,
    ),
    Row(
        "orders.cancel", _("Work cancellations"), "                            all   own   none  team  none  none  none"
    ),
    Row(
        "orders.catalogue",
        _("Change products and prices"),
        "                 none  none  none  all   none  none  all",
        whole=True,
    ),
    Row(
        "pipeline.view", _("See leads and opportunities"), "                   all   all   all   all   all   all   all"
    ),
    Row(
        "pipeline.work", _("Work leads and opportunities"), "                  all   own   own   team  none  none  none"
    ),
    Row(
        "pipeline.assign", _("Give leads out"), "                              all   own   own   all   none  none  none"
    ),
    Row(
        "intake.view", _("See the queue"), "                                   all   own   own   all   team  own   all"
    ),
    Row(
        "intake.work", _("Work the queue"), "                                  all   own   own   all   team  own   none"
    ),
    Row(
        "intake.route",
        _("Change routing rules"),
        "                           all   none  none  all   none  none  all",
        whole=True,
    ),
    Row(
        "board.view", _("See the board"), "                                    all   all   all   all   all   all   all"
    ),
    Row(
        "board.close",
        _("Close the day"),
        "                                   all   none  none  all   none  none  none",
        whole=True,
    ),
    Row(
        "board.goals",
        _("Set goals"),
        "                                       none  none  none  all   none  none  none",
        whole=True,
    ),
    Row(
        "board.contact", _("See the contact report"), "                        all   own   own   team  none  none  all"
    ),
    Row(
        "board.review", _("Read reviews, ask back, coach, close"), "           all   none  none  team  none  none  all"
    ),
    Row(
        "board.answer",
        _("See and answer one's own reviews"),
        "               own   own   own   own   own   own   own",
    ),
    Row(
        # The program itself, on the week's last business day.
        "board.review_clock",
        _("Make reviews of the week"),
        "                           none  none  none  none  none  none  none",
        program=True,
    ),
    Row(
        "team.view", _("See people and teams"), "                              all   all   all   all   all   all   all"
    ),
    Row(
        "team.own",
        _("Change one's own profile, status, absences"),
        "         own   own   own   team  own   own   all",
        lent=False,
    ),
    Row(
        "team.manage",
        _("Change people, roles and settings"),
        "               none  none  none  none  none  none  all",
        whole=True,
        lent=False,
    ),
    Row(
        "team.territories",
        _("Change territories"),
        "                              none  none  none  all   none  none  all",
        whole=True,
        lent=False,
    ),
    Row(
        # The program itself, on the morning a change begins.
        "team.carry_territories",
        _("Put changes of territories into force"),
        "           none  none  none  none  none  none  none",
        program=True,
    ),
    Row(
        # The program itself, at the moment somebody leaves.
        "team.carry_leavings",
        _("Carry out leavings at their moment"),
        "                      none  none  none  none  none  none  none",
        program=True,
    ),
    *FRAME_ROWS,
)

MATRIX = {row.operation: row for row in ROWS}

#: What administrators keep: without it nobody could give a right back.
KEPT = ("team.view", "team.manage")

#: What cover never lends: a stand-in does the absent person's work, not their administration.
NOT_LENT = frozenset({Role.ADMINISTRATOR})

__all__ = ["COLUMNS", "KEPT", "MATRIX", "NOT_LENT", "ROWS", "WIDTH", "Row", "widest"]
