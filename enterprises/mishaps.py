"""What a person reads when a page cannot be given: what happened, what is lost, what to do."""

from django.core.exceptions import BadRequest, RequestDataTooBig
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """400, or 413 when the form itself was too large to be read."""
    if isinstance(exception, RequestDataTooBig):
        return render(request, "413.html", status=413)
    says = str(exception) if isinstance(exception, BadRequest) else ""
    return render(request, "400.html", {"says": says}, status=400)


def form_expired(request: HttpRequest, reason: str = "") -> HttpResponse:
    """403 for a form whose security token is missing or of another session."""
    return render(request, "403_csrf.html", status=403)
