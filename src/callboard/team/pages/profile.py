"""My own page: how the pages look, where I am signed in, my password."""

from typing import Any

from django.contrib import messages
from django.contrib.auth import update_session_auth_hash
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from callboard.core import clock
from callboard.core.actions import Actor, Invalid
from callboard.kit.addresses import page_url
from callboard.kit.hands.mapping import key_lines
from callboard.kit.nav import entries_of
from callboard.kit.pages import ActionPage, ReportPage
from callboard.kit.pages.buttons import buttons_for
from callboard.kit.pages.page import Page
from callboard.team.actions import change_profile, record_absence, set_hours, set_password, sign_out_everywhere
from callboard.team.actions.door import end_sessions
from callboard.team.actions.entering import follow
from callboard.team.actions.time import hours_text
from callboard.team.forms import PasswordForm
from callboard.team.pages.door import LINKED
from callboard.team.queries.door import live_sign_ins


class Profile(ReportPage):
    """Who I am here."""

    title = _("My profile")
    url = "profile/"
    name = "profile"
    template = "team/profile.html"

    def context(self, request: HttpRequest, actor: Actor) -> dict[str, Any]:
        """Facts, sign-ins and what can be changed."""
        person, now = actor.person, clock.now()
        return {
            "person": person,
            "roles": [row.get_role_display() for row in person.roles.all()],
            "hours": hours_text(person),
            "sign_ins": live_sign_ins(person, now),
            "this_session": request.session.session_key,
            "absences": person.absences.filter(withdrawn_at=None, ends_on__gte=now.date()).select_related("cover"),
            "mine": [(entry, page_url(entry.url_name)) for entry in entries_of(actor) if entry.group == "me"],
            **key_lines(person),
            "buttons": buttons_for(
                (change_profile, set_hours, record_absence, sign_out_everywhere), actor, now, person
            ),
        }


class ChangeProfile(ActionPage):
    """Back to the profile."""

    action = change_profile

    def next_url(self, result: Any, target: Any) -> str:
        """The profile."""
        return reverse("profile")


class Password(Page):
    """Choose a password. Who came by a link is not asked for the current one."""

    title = _("Password")
    url = "profile/password/"
    name = "password"
    template = "team/password.html"

    def get(self, request: HttpRequest, actor: Actor) -> HttpResponse:
        """The empty form."""
        return self._page(request, PasswordForm(ask_current=self._ask(request, actor)))

    def post(self, request: HttpRequest, actor: Actor) -> HttpResponse:
        """Check, set, end every other session."""
        form = PasswordForm(request.POST, ask_current=self._ask(request, actor))
        first = self._first(request)
        if form.is_valid() and self._set(request, actor, form):
            messages.success(request, str(_("Set password")))
            return HttpResponseRedirect("/" if first else reverse("profile"))
        return self._page(request, form, 422)

    def _set(self, request: HttpRequest, actor: Actor, form: PasswordForm) -> bool:
        person = actor.person
        if "current" in form.fields and not person.check_password(form.cleaned_data["current"]):
            form.add_error("current", _("This is not your current password."))
            return False
        try:
            changed = set_password(person, by=actor, password=form.cleaned_data["password"])
        except Invalid as error:
            form.add_error("password", str(error))
            return False
        old_key = request.session.session_key
        update_session_auth_hash(request, changed)
        request.session.pop(LINKED, None)
        follow(old_key or "", request.session.session_key or "")
        end_sessions(changed, clock.now(), but=request.session.session_key)
        return True

    def _ask(self, request: HttpRequest, actor: Actor) -> bool:
        """Whether the current password is asked for."""
        if not actor.person.has_usable_password():
            return False
        return int(request.session.get(LINKED, 0)) < clock.now().timestamp()

    def _first(self, request: HttpRequest) -> bool:
        """Whether there is no password yet: then somebody begins to work here."""
        return not Actor.of(request).person.has_usable_password()

    def _page(self, request: HttpRequest, form: PasswordForm, status: int = 200) -> HttpResponse:
        return self.render(request, {"form": form, "title": self.title, "first": self._first(request)}, status=status)
