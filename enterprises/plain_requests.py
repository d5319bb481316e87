"""Refuses addresses that no person types and no database can keep: those with a NUL in them."""

from collections.abc import Callable

from django.core.exceptions import BadRequest
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _


class PlainRequestMiddleware:
    """A NUL in the path or the query ends in a 400 with a sentence, on every engine alike."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(self, request: HttpRequest, *view: object) -> None:
        """Asked before the page, so that the refusal is shown like any other."""
        if "\x00" in request.path or "%00" in request.META.get("QUERY_STRING", ""):
            raise BadRequest(_("地址中有不可见的字符，请从页面上的链接进入。"))
