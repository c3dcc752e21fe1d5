"""The door: sign-in, one-time links, a forgotten password, sign-out."""

from datetime import datetime
from math import ceil
from typing import Any

from django import forms
from django.contrib import messages
from django.contrib.auth import authenticate, login, logout
from django.core.exceptions import NON_FIELD_ERRORS
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_POST

from callboard import __version__
from callboard.core import clock
from callboard.core.jobs import defer
from callboard.core.links import find_link, use_link
from callboard.kit.pages.page import safe_path
from callboard.team.actions.door import PURPOSE, RESETS
from callboard.team.actions.entering import note_entry, note_exit, note_failure
from callboard.team.forms import ForgotForm, SignInForm
from callboard.team.jobs import send_reset
from callboard.team.models import Person
from callboard.team.queries import setting
from callboard.team.queries.door import wait_at_door
from callboard.team.rules.door import network_of

NEXT = "next"
#: In the session of someone who came by a link: until when (seconds of the epoch) no current password is asked.
LINKED = "team.linked_until"
LINKED_SECONDS = 3600
BACKEND = "callboard.team.signed_in.SignedIn"


@never_cache
@sensitive_post_parameters("password")
@require_http_methods(["GET", "HEAD", "POST"])
def sign_in(request: HttpRequest) -> HttpResponse:
    """By password. The answer is the same for an unknown address and a wrong password."""
    if request.user.is_authenticated:
        return HttpResponseRedirect(_next(request))
    form = SignInForm(request.POST or None)
    status = 200
    if request.method == "POST" and form.is_valid():
        person = _person(request, form)
        if person is not None:
            enter(request, person, clock.now(), stay=form.cleaned_data["stay"])
            return HttpResponseRedirect(_next(request))
    if request.method == "POST":
        status = 429 if form.has_error(NON_FIELD_ERRORS, "wait") else 422
    return _page(request, "team/sign_in.html", form, status)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def sign_in_link(request: HttpRequest, token: str) -> HttpResponse:
    """By a one-time link. Opening it uses nothing, because mail scanners open links; the button does."""
    now = clock.now()
    link = find_link(PURPOSE, token, now=now)
    person = link.person if link is not None else None
    if person is None or not person.is_active:
        return _page(request, "team/link_over.html", ForgotForm(), 410)
    chooses = not person.has_usable_password() or bool(link is not None and link.scope.get(RESETS))
    if request.method != "POST":
        return _page(request, "team/link.html", forms.Form(), person=person, chooses=chooses)
    if use_link(PURPOSE, token, now=now) is None:
        return _page(request, "team/link_over.html", ForgotForm(), 410)
    enter(request, person, now, stay=False)
    request.session[LINKED] = int(now.timestamp()) + LINKED_SECONDS
    if not chooses:
        messages.info(request, _("You are signed in by a link. Your password stays as it is; My profile changes it."))
    return HttpResponseRedirect(reverse("password") if chooses else "/")


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def forgot(request: HttpRequest) -> HttpResponse:
    """Ask for a link by mail. The answer is the same whether the address is somebody's or not."""
    form = ForgotForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        if not _too_fast(request, form, form.cleaned_data["email"]):
            note_failure(form.cleaned_data["email"], network(request), clock.now())
            defer(send_reset, address=form.cleaned_data["email"])
            return _page(request, "team/forgot_sent.html", form, email=form.cleaned_data["email"])
        return _page(request, "team/forgot.html", form, 429)
    return _page(request, "team/forgot.html", form, 422 if request.method == "POST" else 200)


@require_POST
def sign_out(request: HttpRequest) -> HttpResponse:
    """End this session."""
    note_exit(request.session.session_key or "", clock.now())
    logout(request)
    return HttpResponseRedirect(reverse("sign-in"))


def enter(request: HttpRequest, person: Person, now: datetime, *, stay: bool) -> None:
    """Begin a session under a new key. Without `stay` it ends with the browser."""
    login(request, person, backend=BACKEND)
    if not stay:
        request.session.set_expiry(0)
    request.session.save()
    key, agent = request.session.session_key or "", request.headers.get("User-Agent", "")
    note_entry(person, key, network(request), agent, now)


def network(request: HttpRequest) -> str:
    """The network a request comes from, as its connection says."""
    return network_of(request.META.get("REMOTE_ADDR", ""))


def _person(request: HttpRequest, form: SignInForm) -> Person | None:
    """Who it is; None, with the sentence on the form, where they have to wait or it fits nobody."""
    address = form.cleaned_data["email"]
    if _too_fast(request, form, address):
        return None
    person = authenticate(request, username=address, password=form.cleaned_data["password"])
    if isinstance(person, Person):
        return person
    note_failure(address, network(request), clock.now())
    form.add_error(None, forms.ValidationError(_("This address and this password do not fit together."), code="wrong"))
    return None


def _too_fast(request: HttpRequest, form: forms.Form, address: str) -> bool:
    wait = wait_at_door(address, network(request), clock.now())
    if not wait:
        return False
    minutes = ceil(wait.total_seconds() / 60)
    sentence = ngettext(
        "There were many wrong tries. Wait {n} minute and try again. Nothing is locked.",
        "There were many wrong tries. Wait {n} minutes and try again. Nothing is locked.",
        minutes,
    )
    form.add_error(None, forms.ValidationError(sentence.format(n=minutes), code="wait"))
    return True


def _next(request: HttpRequest) -> str:
    """Where to go on: a path of this site, or the start."""
    return safe_path(request, request.POST.get(NEXT) or request.GET.get(NEXT) or "") or "/"


def _page(request: HttpRequest, template: str, form: forms.Form, status: int = 200, **more: Any) -> HttpResponse:
    context = {
        "form": form,
        "company": setting("company.name"),
        "version": __version__,
        "next": request.POST.get(NEXT) or request.GET.get(NEXT) or "",
        **more,
    }
    return render(request, template, context, status=status)
