"""Settings: typed, dated, registered by the app that reads them."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from callboard.core.access import Access
from callboard.core.history import history
from callboard.core.models import Model
from callboard.core.registry import register


@history
class SkippedStep(Model):
    """A step of the set-up list this company does without, for now."""

    name = models.CharField(_("Step"), max_length=40, unique=True)

    access = Access()

    class Meta:
        verbose_name = _("skipped step")
        verbose_name_plural = _("skipped steps")

    def __str__(self) -> str:
        entry = register.setup_step.get(self.name)
        return str(entry.label if entry is not None else self.name)


@history
class Setting(Model):
    """The value of a setting from a day on."""

    key = models.CharField(_("Setting"), max_length=80)
    value = models.JSONField(_("Value"))
    valid_from_on = models.DateField(_("From"))

    access = Access()

    class Meta:
        ordering = ["key", "-valid_from_on"]
        verbose_name = _("setting")
        verbose_name_plural = _("settings")
        constraints = [models.UniqueConstraint(fields=["key", "valid_from_on"], name="setting_once_a_day")]

    def __str__(self) -> str:
        entry = register.setting.get(self.key)
        label = entry.label if entry is not None else self.key
        if self.value is None:
            return str(_("{label}: as by default").format(label=label))
        said = (
            {True: _("yes"), False: _("no")}.get(self.value, self.value) if isinstance(self.value, bool) else self.value
        )
        return f"{label}: {said}"
