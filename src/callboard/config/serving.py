"""Static files as they are served: WhiteNoise knows them from the start on, the folder may be gathered again meanwhile."""

from typing import Any

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from whitenoise.middleware import WhiteNoiseMiddleware


class StaticMiddleware(WhiteNoiseMiddleware):
    """A file that was there at the start and has gone is not found, as any address without a page."""

    def serve(self, static_file: Any, request: HttpRequest) -> HttpResponseBase:
        """The file, else what the rest of the program answers to its address: its page for 404."""
        try:
            return super().serve(static_file, request)
        except FileNotFoundError:
            return self.get_response(request)
