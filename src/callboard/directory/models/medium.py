"""By which way somebody is reached."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Medium(models.TextChoices):
    MAIL = "mail", _("Mail")
    PHONE = "phone", _("Phone")
    TEXT = "text", _("Text")
