"""What every record of an app is."""

from functools import cache
from typing import TYPE_CHECKING, Any, ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from callboard.core.access import Access

if TYPE_CHECKING:
    from callboard.core.errors import Refusal


@cache
def choices_of(field: "models.Field[Any, Any]") -> dict[Any, Any]:
    """Value -> label of a field's choices; empty where it has none."""
    return dict(field.flatchoices or ())


class Model(models.Model):
    """What every record of an app is.  ``save()`` raises ``version``; ``roots()`` names the accounts it belongs to."""

    access: ClassVar[Access] = Access()
    #: The columns its text takes; where they are said, a list that only names it loads no others.
    named_by: ClassVar[tuple[str, ...]] = ()

    id = models.BigAutoField(primary_key=True)
    created_at = models.DateTimeField(_("created"), null=True, editable=False)
    updated_at = models.DateTimeField(_("changed"), null=True, editable=False)
    version = models.PositiveIntegerField(default=0, editable=False)

    class Meta:
        abstract = True

    def save(self, *args: Any, **kwargs: Any) -> None:
        self.version = (self.version or 0) + 1
        fields = kwargs.get("update_fields")
        if fields is not None:
            kwargs["update_fields"] = {*fields, "version", "updated_at"}
        super().save(*args, **kwargs)

    def roots(self) -> set[int]:
        """Ids of the accounts this record belongs to."""
        account = getattr(self, "account_id", None)
        return {account} if account else set()

    def refuses(self) -> "Refusal | None":
        """Why no verb at all is done to this record, or with it; asked before any `can`."""
        return None

    def _get_FIELD_display(self, field: "models.Field[Any, Any]") -> Any:
        """The label of a choice, as Django gives it, from a table made once: a list has a hundred of them."""
        value = getattr(self, field.attname)
        label: Any = choices_of(field).get(value, value)
        return label if label is None else str(label)

    def get_absolute_url(self) -> str:
        from callboard.core.links import url_of

        return url_of(self)
