"""Pages go over the wire compressed; what is streamed (exports, files, events) goes as it comes."""

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.middleware.gzip import GZipMiddleware


class PageMiddleware(GZipMiddleware):
    """Django's gzip with its random padding (decision 10); a streamed answer is neither held back nor packed twice."""

    def process_response(self, request: HttpRequest, response: HttpResponseBase) -> HttpResponseBase:
        return response if response.streaming else super().process_response(request, response)
