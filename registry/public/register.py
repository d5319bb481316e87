"""The public register: who holds what on a day, found by name, former name, code or number."""

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from certifications.models import Scheme
from enterprises.clock import today
from enterprises.models import District, Industry
from registry.public.search import WORDS, read, rows, titles_meant
from registry.query import Words

PAGE_SIZE = 50
LAST_PAGE = 100_000


@require_safe
def register(request: HttpRequest) -> HttpResponse:
    words = Words(request.GET, WORDS)
    search = read(words, today())
    pages = Paginator(search.enterprises(), PAGE_SIZE)
    page = pages.get_page(words.number("page", first=1, last=LAST_PAGE) or 1)
    context = {
        "words": words.given,
        "search": search,
        "as_of": search.day,
        "page": page,
        "rows": rows(list(page), search),
        "titles_meant": [] if page.paginator.count else titles_meant(search.text),
        **choices(),
    }
    return render(request, "public/register.html", context)


def choices() -> dict[str, object]:
    """What the filters offer: today's districts and the titles of the ladder."""
    return {
        "schemes": Scheme.objects.exclude(form=Scheme.Form.NONE).order_by("rung", "order"),
        "districts": District.objects.exclude(level="city").filter(until=None).order_by("code"),
        "sections": Industry.objects.filter(level="section").order_by("code"),
    }
