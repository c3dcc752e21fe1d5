"""From ticked rows to a draft: POST /bulk/<list>/<verb>/ with ids, or with the list's filters for all that match.

`next`: the page they were ticked on, where that is not the list; starting or leaving the draft leads back to it.
"""

from urllib.parse import urlencode

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.views.decorators.http import require_POST

from callboard.core.actions import ActionError, Actor, Forbidden, Text
from callboard.core.links import url_of
from callboard.core.runs.actions import LONGEST_SOURCE, prepare_run
from callboard.kit.forms import NEXT
from callboard.kit.pages.page import is_part, safe_path, to_sign_in
from callboard.kit.runs.front import list_of


@require_POST
def prepare(request: HttpRequest, name: str, verb: str) -> HttpResponse:
    """Freeze what was ticked and lead to the preview; back to the list with the sentence where that cannot be."""
    if not request.user.is_authenticated:
        return to_sign_in(request)
    page = list_of(name)
    if page is None or verb not in {action.name for action in page.bulk}:
        raise Http404
    query, page_before = request.POST.get("query", ""), safe_path(request, request.POST.get(NEXT, ""))
    ids = None if request.POST.get("all") else Text(",".join(request.POST.getlist("id")))
    source = f"{name}?{query}" if query else name
    if ids is not None and len(source) > LONGEST_SOURCE:
        source = name  # ticked rows are these, whatever the filters
    try:
        run = prepare_run(by=Actor.of(request), verb=verb, source=source, ids=ids)
    except Forbidden as error:
        raise PermissionDenied from error
    except ActionError as error:
        messages.error(request, str(error))
        if page_before:
            return HttpResponseRedirect(page_before)
        back = query if len(query) <= LONGEST_SOURCE else ""
        return HttpResponseRedirect(f"{reverse(page.name)}?{back}" if back else reverse(page.name))
    url = url_of(run) + (f"?{urlencode({NEXT: page_before})}" if page_before else "")
    return HttpResponse(status=204, headers={"HX-Redirect": url}) if is_part(request) else HttpResponseRedirect(url)
