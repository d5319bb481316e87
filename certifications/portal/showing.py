"""How every page of the portal is shown, and how a refusal becomes part of it."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from certifications.moves import NotReady, Refused, WrongMoment, WrongPerson
from certifications.portal.visitor import Visitor

STATUS = {WrongPerson: 403, WrongMoment: 409, NotReady: 422}
UNREADABLE = 422


def show(
    request: HttpRequest, visitor: Visitor, template: str, *, status: int = 200, **context: Any
) -> HttpResponse:
    """Render a page with what its frame needs: the visitor and the number of unread letters."""
    frame = {"visitor": visitor, "enterprise": visitor.enterprise, "unread": visitor.unread()}
    return render(request, f"portal/{template}", frame | context, status=status)


def status_of(refused: Refused) -> int:
    """403 the wrong person, 409 the wrong moment, 422 something is missing."""
    return STATUS.get(type(refused), UNREADABLE)


def refusal(refused: Refused) -> dict[str, Any]:
    """What a page needs to show a refusal on top: its sentences, and 错误 in its title."""
    return {"has_errors": True, "sentences": refused.sentences}
