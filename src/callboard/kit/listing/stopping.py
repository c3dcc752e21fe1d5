"""The link in a scheduled list's mail that ends it for one receiver.  Opening it only asks; pressing the button acts."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from callboard.core import clock
from callboard.core.actions import Actor
from callboard.core.links import find_link
from callboard.core.speaking import speaking_to
from callboard.kit.listing.mailing import STOP
from callboard.kit.listing.models import Receiver
from callboard.kit.listing.schedules import stop_receiving


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def stop(request: HttpRequest, token: str) -> HttpResponse:
    """A sentence and a button; 410 for a link nobody gave out."""
    link = find_link(STOP, token, now=clock.now())
    receiver = None
    if link is not None:
        rows = Receiver.objects.select_related("schedule__owner", "person")
        receiver = rows.filter(pk=link.scope.get("receiver", 0), person=link.person).first()
    if receiver is None:
        return render(request, "kit/listing/stop.html", {"receiver": None}, status=410)
    with speaking_to(receiver.person):
        if request.method == "POST" and receiver.stopped_at is None:
            receiver = stop_receiving(receiver, by=Actor.clock("kit.unsubscribe"))
        return render(request, "kit/listing/stop.html", {"receiver": receiver, "schedule": receiver.schedule})
