"""GET /<record>/<id>: the record's own columns.

The rule, so that nobody has to guess: every concrete column of the model, relations as `<name>_id`, except columns whose
name speaks of a secret (password, secret, token, hash), binary columns, and what the page lists in `api_hidden`.  Whoever
may see a record sees its columns; what only some may see is another record.
"""

from typing import Annotated, Any

from django.core.exceptions import PermissionDenied
from django.db.models import Field as ModelField
from django.http import Http404, HttpRequest, JsonResponse
from ninja import NinjaAPI, Schema
from ninja.params import functions
from ninja.responses import NinjaJSONEncoder
from pydantic import create_model

from callboard.core.links import url_of
from callboard.kit.api.auth import caller
from callboard.kit.api.errors import answers
from callboard.kit.api.lists import name_of
from callboard.kit.api.types import Id, field_type
from callboard.kit.pages.records import RecordPage

_SECRET = ("password", "secret", "token", "hash")


def columns_of(page: type[RecordPage]) -> "list[ModelField[Any, Any]]":
    """The model fields an answer carries."""
    found = [field for field in page.model._meta.concrete_fields if field_type(field) is not None]
    if page.api_fields is not None:
        return [field for field in found if field.name in page.api_fields]
    return [field for field in found if not any(word in field.name for word in _SECRET)]


def record_schema(page: type[RecordPage]) -> type[Schema]:
    fields: dict[str, Any] = {"url": (str, ...)}
    for field in columns_of(page):
        fields[field.attname] = (field_type(field), None if field.null else ...)
    made: type[Schema] = create_model(f"{name_of(page)}_record", __base__=Schema, **fields)
    return made


def add_record(api: NinjaAPI, page: type[RecordPage]) -> None:
    """The operation of one record page."""
    names = [field.attname for field in columns_of(page)]

    def view(request: HttpRequest, pk: Any) -> Any:
        actor = caller(request)
        if not page.open_to(actor):
            raise PermissionDenied
        record = page().bare(actor).filter(pk=pk).first()
        if record is None:
            raise Http404
        # Not validated for each answer, like a list; the conformance walk does it.
        found = {"url": url_of(record), **{name: getattr(record, name) for name in names}}
        return JsonResponse(found, encoder=NinjaJSONEncoder)

    view.__annotations__ = {"request": HttpRequest, "pk": Annotated[Id, functions.Path(...)]}
    api.get(
        f"/{page.name}/{{pk}}",
        response=answers(record_schema(page)),
        operation_id=f"get_{name_of(page)}",
        summary=str(page.model._meta.verbose_name),
        tags=[page.model._meta.app_label],
    )(view)
