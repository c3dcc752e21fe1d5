"""What the clock does for the door."""

from datetime import timedelta

from django.db.models import Q

from callboard.core import clock
from callboard.core.actions import ActionError, Actor
from callboard.core.jobs import job
from callboard.core.models import Link, Notice
from callboard.team.actions import escalate_notice, leave_now, note_problem
from callboard.team.actions.door import PURPOSE, request_password_reset
from callboard.team.models import Leaving, Person, Session, SignIn, SignInAttempt
from callboard.team.rules.door import LONGEST

#: A second mail for the same address is not sent sooner.
AGAIN = timedelta(minutes=5)
#: How long ended sign-ins stay to be seen.
KEPT = timedelta(days=90)


@job(queue="now")
def send_reset(*, address: str) -> bool:
    """Mail the reset link if the address is somebody's; as a job, so that the page answers alike for every address."""
    person = Person.objects.active().filter(email=address.strip().lower()).first()
    if person is None or _just_sent(person):
        return False
    request_password_reset(person, by=Actor.clock("team.door"))
    return True


@job(queue="now", every="20 3 * * *", once="team.sweep_door")
def sweep_door(timestamp: int) -> None:
    """Delete old attempts, sessions that are over, and sign-ins nobody needs to see any more."""
    now = clock.now()
    SignInAttempt.objects.filter(at__lt=now - LONGEST).delete()
    Session.objects.filter(expire_date__lt=now).delete()
    SignIn.objects.filter(Q(ended_at__lt=now - KEPT) | Q(at__lt=now - 4 * KEPT)).delete()


@job(queue="now", every="*/10 * * * *", once="team.forget_links")
def forget_links(timestamp: int) -> None:
    """A mail that has left keeps no link: the text of sent invitations and resets is blanked."""
    sent = Notice.objects.filter(event__in=("invitation", "password_reset"), state=Notice.State.SENT)
    sent.exclude(text="").update(text="")


@job(queue="now", every="* * * * *", once="team.escalate")
def escalate_unread(timestamp: int) -> int:
    """What was not read in time is told to the next person; returns how many."""
    due = Notice.objects.filter(read_at=None, escalate_at__lte=clock.now()).order_by("escalate_at", "id")
    told = 0
    for notice in due[:200]:
        try:
            escalate_notice(notice, by=Actor.clock("team.escalate"))
        except ActionError:  # read in this moment
            continue
        told += 1
    return told


@job(queue="now", every="* * * * *", once="team.leavings")
def let_leavers_go(timestamp: int) -> int:
    """Whoever leaves by now: what they own is handed on and their access ends; returns how many went."""
    due = Leaving.objects.filter(state=Leaving.State.PLANNED, leaves_at__lte=clock.now()).select_related("person")
    by, gone = Actor.clock("team.leavings"), 0
    for leaving in due.order_by("leaves_at", "pk"):
        try:
            leave_now(leaving, by=by)
        except ActionError as error:
            if str(error) != leaving.problem:
                note_problem(leaving, by=by, problem=str(error))
        else:
            gone += 1
    return gone


def _just_sent(person: Person) -> bool:
    recent = Link.objects.filter(purpose=PURPOSE, person=person, created_at__gt=clock.now() - AGAIN)
    return recent.filter(uses=0, revoked_at=None).exists()
