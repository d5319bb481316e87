"""The rules for everyone: all titles, one edition whole, and what changed between two."""

from itertools import groupby
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from certifications.catalogue.edition_differences import between
from certifications.models import Edition, Scheme
from certifications.policy_desk.confirming import mark_of
from certifications.self_check.asked import is_open_to_check
from enterprises.clock import today
from enterprises.models.naming import in_language
from registry.public.catalogue import Standing, Title, rungs, titles
from registry.public.rule_facts import facts, ties
from registry.public.rule_lines import Reading
from registry.query import Words

ROW_OF_THE_EDITION = "edition"


@require_safe
def rules(request: HttpRequest) -> HttpResponse:
    """Every title by rung, with the edition in force and what is coming."""
    Words(request.GET, ())
    return render(request, "public/rules.html", {"rungs": rungs(today())})


@require_safe
def scheme(request: HttpRequest, scheme: str) -> HttpResponse:
    """The edition in force; where there is none, the one that is nearest."""
    Words(request.GET, ())
    title = _title(scheme)
    if title.shown is None:
        raise Http404
    return render(request, "public/rules_edition.html", _page(title, title.shown))


@require_safe
def edition(request: HttpRequest, scheme: str, edition: str) -> HttpResponse:
    """One edition with everything that it says."""
    Words(request.GET, ())
    title = _title(scheme)
    return render(request, "public/rules_edition.html", _page(title, _find(title, edition)))


@require_safe
def compare(request: HttpRequest, scheme: str, edition: str, other: str) -> HttpResponse:
    """What one edition changes of another, in words."""
    Words(request.GET, ())
    title = _title(scheme)
    old, new = _find(title, edition), _find(title, other)
    lines = between(old.edition, new.edition)
    context = {
        "title": title,
        "old": old,
        "new": new,
        "number": len(lines),
        "groups": [
            (about, list(rows)) for about, rows in groupby(lines, key=lambda line: line.about)
        ],
    }
    return render(request, "public/rules_compare.html", context)


def _title(code: str) -> Title:
    found = Scheme.objects.filter(code=code)
    listed = titles(today(), found)
    if not listed:
        raise Http404
    return listed[0]


def _find(title: Title, code: str) -> Standing:
    for each in title.editions:
        if each.edition.code == code:
            return each
    raise Http404


def _page(title: Title, shown: Standing) -> dict[str, Any]:
    row, reading = shown.edition, Reading(shown.edition)
    return {
        "title": title,
        "shown": shown,
        "edition": row,
        "mark": mark_of(row, ROW_OF_THE_EDITION, row.verified),
        "facts": facts(row),
        "ties": ties(title.scheme),
        "criteria": reading.criteria(),
        "routes": reading.routes(),
        "replaced": reading.replaced(),
        "scoring": reading.scoring(),
        "chapters": reading.chapters(),
        "note": in_language(row.rules.get("note_zh", ""), row.rules.get("note_en", "")),
        "cases": _cases(row),
        "before": _before(title, shown),
        "can_be_checked": is_open_to_check(row),
    }


def _before(title: Title, shown: Standing) -> Standing | None:
    """The edition that this one replaced: the editions stand from the latest to the earliest."""
    place = title.editions.index(shown)
    return next(iter(title.editions[place + 1 :]), None)


def _cases(row: Edition) -> list[tuple[str, str]]:
    """The edition's own examples: what is said of each firm, and whether it passes as a whole."""
    listed = row.rules.get("cases", {}).get("list", ())
    return [
        (in_language(case["says_zh"], case.get("says_en", "")), case["expect"].get("verdict", ""))
        for case in listed
    ]
