"""Static files that go while the server runs."""

from pathlib import Path
from typing import Any

import pytest
from django.core.handlers.wsgi import WSGIHandler
from django.http import HttpResponseBase
from django.test import RequestFactory

KIT = "kit/css/kit.0123456789ab.css"


@pytest.fixture
def gathered(tmp_path: Path, settings: Any) -> Path:
    """What collectstatic left: one file with its compressed twin, known to the server from its start on."""
    settings.STATIC_ROOT, settings.WHITENOISE_AUTOREFRESH = tmp_path, False
    file = tmp_path / KIT
    file.parent.mkdir(parents=True)
    file.write_text("b { color: red }")
    file.with_name(f"{file.name}.gz").write_bytes(b"squeezed")
    return file


def answer(handler: WSGIHandler, **headers: Any) -> HttpResponseBase:
    response = handler.get_response(RequestFactory().get(f"/static/{KIT}", **headers))
    response.close()
    return response


@pytest.mark.django_db
@pytest.mark.parametrize("headers", [{}, {"HTTP_ACCEPT_ENCODING": "gzip"}, {"HTTP_RANGE": "bytes=0-3"}])
def test_a_file_that_has_gone_is_not_found(
    gathered: Path, headers: dict[str, str], caplog: pytest.LogCaptureFixture
) -> None:
    """A page of before asks for a style of before, while another start gathered the files anew."""
    handler = WSGIHandler()
    assert answer(handler, **headers).status_code in (200, 206)
    for each in gathered.parent.iterdir():
        each.unlink()
    gone = answer(handler, **headers)
    assert gone.status_code == 404
    assert "Traceback" not in caplog.text and b"color" not in getattr(gone, "content", b"")
    gathered.write_text("b { color: red }")
    assert answer(handler).status_code == 200, "it is served again as soon as it is there"
