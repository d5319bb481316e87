"""Chinese first; English for whoever chose it, remembered with the user or the browser."""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils import translation

COOKIE = "language"


def chosen_language(request: HttpRequest) -> str:
    """The user's own choice, else the browser's, else the city's language."""
    choice = request.COOKIES.get(COOKIE, "")
    if request.user.is_authenticated:
        choice = request.user.language or choice
    return choice if choice in dict(settings.LANGUAGES) else settings.LANGUAGE_CODE


class UserLanguageMiddleware:
    """Speaks the chosen language for the length of one request; never guesses from the browser."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        with translation.override(chosen_language(request)):
            request.LANGUAGE_CODE = translation.get_language()
            response = self.get_response(request)
            response.headers.setdefault("Content-Language", translation.get_language())
            return response
