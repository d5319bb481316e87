"""Which title must be held before which, over the whole ladder; a circle could never be entered."""

from collections.abc import Iterable, Mapping
from typing import Any

from django.db.models import F

from certifications.ladder_words import schemes
from certifications.models import Edition
from certifications.umbrellas import umbrellas

Said = Mapping[str, Any]
Edges = Mapping[str, frozenset[str]]


def needed_by(rules: Said) -> frozenset[str]:
    """The titles that the prerequisites of an edition name for who applies for the first time."""
    return frozenset(
        title
        for each in rules["criteria"]
        if each["kind"] == "prerequisite" and "new" in each.get("applies_to", ("new",))
        for title in each["holds"]
    )


def circle(rules: Said) -> list[str]:
    """The circle of titles that an edition would close, from its own title back to it; else none."""
    edges = {**_standing(), rules["scheme"]: needed_by(rules)}
    return _back_to(rules["scheme"], [rules["scheme"]], edges, set())


def circle_says(codes: Iterable[str]) -> str:
    return " → ".join(schemes()[code][0] if code in schemes() else code for code in codes)


def _standing() -> dict[str, frozenset[str]]:
    """What each title needs now: by its newest edition; an umbrella needs its members."""
    edges: dict[str, frozenset[str]] = {code: members for code, _since, members in umbrellas()}
    newest_last = Edition.objects.order_by(F("in_force_from").asc(nulls_first=True))
    for code, rules in newest_last.values_list("scheme__code", "rules"):
        edges[code] = needed_by(rules) or edges.get(code, frozenset())
    return edges


def _back_to(goal: str, way: list[str], edges: Edges, seen: set[str]) -> list[str]:
    for title in sorted(edges.get(way[-1], ())):
        if title == goal:
            return [*way, title]
        if title not in seen:
            seen.add(title)
            if found := _back_to(goal, [*way, title], edges, seen):
                return found
    return []
