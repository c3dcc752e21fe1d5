"""The grammar that runs in the browser: its files, served unhashed under their version, with a policy of their own.

A worker's policy is that of the answer its script came with, so WebAssembly is let run in this worker alone; the policy of
every page stays strict.  The files import each other by name, so they stand in a folder of one version and never change.
"""

from pathlib import Path

from django.http import FileResponse, Http404, HttpRequest
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.views.decorators.http import require_safe

#: Of harper.js in package.json, and of our own two files beside it: raised with either.
VERSION = "2.10.0-1"
HERE = Path(__file__).parent
VENDOR = HERE / "vendor"
FILES = {
    "worker.js": HERE / "worker.js",
    "decent.js": HERE / "decent.js",
    "index.js": VENDOR / "index.js",
    "slimBinary.js": VENDOR / "slimBinary.js",
    "BinaryModule.js": VENDOR / "BinaryModule.js",
    "harper_wasm_slim_bg.wasm": VENDOR / "harper_wasm_slim_bg.wasm",
}
POLICY = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; frame-ancestors 'none'"
#: Long-lived: another version has another address.
KEPT = "public, max-age=31536000, immutable"


@require_safe
def grammar_file(request: HttpRequest, version: str, name: str) -> HttpResponseBase:
    """One of the files; gzipped where that was made and is taken.  404 for another version or name."""
    path = FILES.get(name)
    if version != VERSION or path is None or not path.exists():
        raise Http404
    kind = "application/wasm" if name.endswith(".wasm") else "text/javascript; charset=utf-8"
    packed = path.with_name(f"{path.name}.gz")
    gzipped = packed.exists() and "gzip" in request.headers.get("Accept-Encoding", "")
    response = FileResponse((packed if gzipped else path).open("rb"), content_type=kind)
    if gzipped:
        response["Content-Encoding"] = "gzip"
    response["Vary"] = "Accept-Encoding"
    response["Cache-Control"] = KEPT
    response["X-Content-Type-Options"] = "nosniff"
    response["Content-Security-Policy"] = POLICY
    response._csp_exempt = True  # type: ignore[attr-defined]
    return response


def worker_url() -> str:
    """Where the worker starts; "" where its files were not fetched."""
    if not FILES["harper_wasm_slim_bg.wasm"].exists():
        return ""
    return reverse("grammar", args=[VERSION, "worker.js"])
