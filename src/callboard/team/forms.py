"""The forms of the door."""

from django import forms
from django.utils.translation import gettext_lazy as _


class SignInForm(forms.Form):
    """An address and a password."""

    email = forms.CharField(
        label=_("Work mail"),
        max_length=254,
        widget=forms.EmailInput(attrs={"autocomplete": "username", "autofocus": True}),
    )
    password = forms.CharField(
        label=_("Password"),
        max_length=1024,
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "current-password"}),
    )
    stay = forms.BooleanField(label=_("Keep me signed in on this machine"), required=False, initial=True)


class ForgotForm(forms.Form):
    """The address the link goes to."""

    email = forms.EmailField(
        label=_("Work mail"),
        max_length=254,
        widget=forms.EmailInput(attrs={"autocomplete": "username", "autofocus": True}),
    )


class PasswordForm(forms.Form):
    """A new password; the current one where the person did not just come by a link."""

    current = forms.CharField(
        label=_("Current password"),
        max_length=1024,
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "current-password"}),
    )
    password = forms.CharField(
        label=_("New password"),
        max_length=1024,
        strip=False,
        help_text=_("12 characters or more. A sentence is easier to keep in mind than a word with signs."),
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
    )

    def __init__(self, *args: object, ask_current: bool, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        if not ask_current:
            del self.fields["current"]
