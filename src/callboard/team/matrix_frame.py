"""The rows of the matrix about the frame itself: drafts, views, links, schedules, notices, tokens."""

from django.utils.translation import gettext_lazy as _

from callboard.team.matrix_row import Row

FRAME_ROWS = (
    Row(
        "kit.hands",
        _("Park pages, keep drafts, change one's keys"),
        "       own   own   own   own   own   own   own",
        lent=False,
    ),
    Row(
        "kit.view", _("See saved views of lists"), "                           all   all   all   all   all   all   all"
    ),
    Row(
        "kit.views", _("Save views of lists"), "                               own   own   own   team  own   own   all"
    ),
    Row(
        "kit.share", _("Share views, choose a team's first view"), "           own   own   none  team  own   own   all"
    ),
    Row(
        "kit.links",
        _("Make live links of lists for spreadsheets"),
        "         own   own   own   own   own   own   all",
        lent=False,
    ),
    Row(
        "calendar.feeds",
        _("Give calendars to other programs as an address"),
        "       own   own   own   own   own   own   all",
        lent=False,
    ),
    Row(
        "kit.schedules",
        _("Send lists by mail on a schedule"),
        "              own   own   own   team  own   own   all",
        lent=False,
    ),
    Row(
        # The program itself, by the clock.
        "kit.carry",
        _("Send scheduled lists, take people off them"),
        "             none  none  none  none  none  none  none",
        program=True,
    ),
    Row(
        "kit.notices",
        _("Read one's own notices"),
        "                          own   own   own   own   own   own   own",
        lent=False,
    ),
    Row(
        # The program itself tells the next person where one does not read.
        "kit.tell",
        _("Tell people of what was not read"),
        "             none  none  none  none  none  none  none",
        program=True,
    ),
    Row(
        "kit.tokens",
        _("Make tokens for the API"),
        "                          own   own   own   own   own   own   own",
        lent=False,
    ),
)
