"""The inbox and one letter. Opening a letter marks it read: that is no legal deed."""

from datetime import date

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from certifications.portal.showing import show
from certifications.portal.visitor import Visitor, members_only
from enterprises.clock import now

A_PAGE = 30


@require_safe
@members_only
def inbox(request: HttpRequest, visitor: Visitor) -> HttpResponse:
    """Every letter, the latest first."""
    page = Paginator(visitor.letters(), A_PAGE).get_page(request.GET.get("page"))
    return show(request, visitor, "letters.html", tab="letters", page=page)


@require_safe
@members_only
def letter(request: HttpRequest, visitor: Visitor, kind: str, on: str, about: str) -> HttpResponse:
    """One letter by what it is about; reading it twice changes nothing more."""
    if "\x00" in about:  # PostgreSQL refuses to look for it
        raise Http404
    try:
        due_on = date.fromisoformat(on)
    except ValueError as error:
        raise Http404 from error
    same = visitor.all_letters().filter(kind=kind, due_on=due_on, about=about)
    found = same.select_related("enterprise").first()
    if found is None:
        raise Http404
    if found.read_at is None:
        found.read_at = now()
        found.save(update_fields=["read_at"])
    speaking = visitor.for_enterprise(found.enterprise.credit_code) if found.enterprise else visitor
    return show(request, speaking, "letter.html", tab="letters", letter=found)
