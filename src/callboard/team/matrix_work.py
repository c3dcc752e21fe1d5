"""The rows of the matrix about what waits for people: tasks, days, promises, approvals."""

from django.utils.translation import gettext_lazy as _

from callboard.team.matrix_row import Row

WORK_ROWS = (
    #    operation           what                                              desk  AE    SDR   mgr   dept  fin   adm
    Row(
        "work.view", _("See tasks"), "                                         all   all   all   all   all   all   all"
    ),
    Row(
        "work.do", _("Do tasks"), "                                            all   own   own   team  team  team  own"
    ),
    Row(
        "work.assign", _("Give tasks to others"), "                            all   own   own   team  team  team  all"
    ),
    Row(
        "work.plan", _("Set anchors and deadlines, and move them"), "          all   own   own   all   team  own   all"
    ),
    Row(
        "work.projects", _("Plan projects and their templates"), "             all   own   own   all   team  own   all"
    ),
    Row(
        "work.approvals", _("See approvals"), "                                own   own   own   team  own   all   all"
    ),
    Row(
        "work.ask", _("Ask for approvals"), "                                  own   own   own   own   own   own   own"
    ),
    Row(
        # Whose turn it is the rules of approval say: theirs alone, and of who stands in for them.
        "work.approve",
        _("Answer approvals"),
        "                              all   all   all   all   all   all   all",
        whole=True,
    ),
    Row(
        "work.approval_rules",
        _("Set who approves what"),
        "                         none  none  none  none  none  none  all",
        whole=True,
    ),
    Row(
        "work.levels",
        _("Set service levels"),
        "                            none  none  none  all   none  none  all",
        whole=True,
    ),
    Row(
        "work.improve", _("Begin, change and end improvements"), "             all   own   own   team  team  team  all"
    ),
    Row(
        # The program itself, when the time of a promise or of a service level is over.
        "work.clock",
        _("Say that a promise was not kept, or a service level"),
        "                  none  none  none  none  none  none  none",
        program=True,
    ),
)
