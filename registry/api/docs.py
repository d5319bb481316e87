"""The readable docs: our shell around the addresses, in plain lines and drawn from OpenAPI."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.functional import Promise
from django.views.decorators.http import require_safe

from registry.api import (
    certifications,
    editions,
    enterprises,
    index,
    indicators,
    places,
    schemes,
    self_check,
    targets,
)
from registry.api.door import Door
from registry.api.schema import WORDS

DOORS: tuple[tuple[str, type[Door]], ...] = (
    ("", index.Index),
    ("districts/", places.Districts),
    ("facts/", places.Facts),
    ("schemes/", schemes.Schemes),
    ("schemes/{code}/", schemes.OneScheme),
    ("schemes/{code}/editions/", editions.Editions),
    ("schemes/{code}/editions/{edition}/", editions.OneEdition),
    ("schemes/{code}/editions/{edition}/differences/{other}/", editions.Differences),
    ("self-check/", self_check.SelfCheck),
    ("enterprises/", enterprises.Enterprises),
    ("enterprises/{credit_code}/", enterprises.OneEnterprise),
    ("certifications/", certifications.Certifications),
    ("indicators/", indicators.Indicators),
    ("indicators/{code}/", indicators.OneIndicator),
    ("indicators/{code}/observations/", indicators.Observations),
    ("targets/", targets.Targets),
)


@dataclass(frozen=True)
class Address:
    """An address, what it answers, and the query words it knows with what they mean."""

    method: str
    path: str
    says: str | Promise
    words: tuple[tuple[str, str | Promise], ...]


@require_safe
def docs(request: HttpRequest) -> HttpResponse:
    """Open to everyone; works without any other host, and without scripts."""
    told = {
        "schema": reverse("api:schema"),
        "origin": request.build_absolute_uri("/")[:-1],
        "addresses": list(addresses()),
    }
    return render(request, "api/docs.html", told)


def addresses() -> Iterator[Address]:
    root = reverse("api:index")
    for path, door in DOORS:
        words = (*door.words, *(["format"] if door.many else []))
        method = "POST" if door.asks else "GET"
        yield Address(
            method, root + path, door.says, tuple((word, WORDS[word][0]) for word in words)
        )
