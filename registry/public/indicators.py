"""One indicator of the city: its figure, its definition, and which district carries it."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from enterprises.clock import today
from registry.breakdown import by_district
from registry.indicators import INDICATORS, observe
from registry.public.day import as_of
from registry.public.invented import is_invented
from registry.query import Words


@require_safe
def indicator(request: HttpRequest, code: str) -> HttpResponse:
    day = as_of(Words(request.GET, ("as_of",)), today())
    if code not in INDICATORS:
        raise Http404
    found = INDICATORS[code]
    context = {"indicator": found, "observation": observe(found, day), "as_of": day}
    context["is_invented"] = found.is_counted and is_invented()
    if found.is_counted:
        context["breakdown"] = by_district(found, day)
    return render(request, "public/indicator.html", context)
