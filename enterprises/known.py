"""Reads the facts of enterprises from the register's rows, as they stood on one day.

One enterprise or a hundred thousand: the same reading, one query for each kind of row.
"""

from collections.abc import Iterable, Mapping
from datetime import date
from functools import cache
from typing import Any

from django.db.models import Manager, QuerySet

from enterprises.facts import YEARS_KNOWN, Facts, Origin, Value
from enterprises.models import (
    AdverseListing,
    Enterprise,
    ExternalScore,
    IntellectualProperty,
    ResearchBody,
    YearlyFigures,
)
from enterprises.models.figures import FIGURES
from enterprises.vocabulary import words

Known = dict[str, Value]
STATES = {
    YearlyFigures.State.CLAIMED: Origin.CLAIMED,
    YearlyFigures.State.VERIFIED: Origin.VERIFIED,
    YearlyFigures.State.CONFLICTING: Origin.CONFLICTING,
}


def facts_of(enterprise: Enterprise, on: date, claims: Mapping[str, Value] | None = None) -> Facts:
    """Everything known of the enterprise on a day, with what it claims in an application."""
    return facts_of_many([enterprise], on, {enterprise.pk: claims or {}})[enterprise.pk]


def known_of(enterprise: Enterprise, on: date) -> Known:
    """What other registers say of the enterprise on a day."""
    return known_of_many([enterprise], on)[enterprise.pk]


def facts_of_many(
    enterprises: Iterable[Enterprise],
    on: date,
    claims: Mapping[int, Mapping[str, Value]],
) -> dict[int, Facts]:
    """The facts of each enterprise by its id; claims by id, for those that claim anything."""
    known = known_of_many(enterprises, on)
    years: dict[int, dict[int, dict[str, Value]]] = {pk: {} for pk in known}
    states: dict[int, dict[int, Origin]] = {pk: {} for pk in known}
    rows = YearlyFigures.objects.latest_versions().filter(
        enterprise__in=known, year__range=(on.year - YEARS_KNOWN, on.year - 1)
    )
    for pk, year, state, *values in rows.values_list("enterprise", "year", "state", *FIGURES):
        back = on.year - 1 - year
        years[pk][back] = dict(zip(FIGURES, values, strict=True))
        states[pk][back] = STATES[YearlyFigures.State(state)]
    return {
        pk: Facts(
            known={**registered, **claims.get(pk, {})},
            years=years[pk],
            claimed=frozenset(claims.get(pk, {})),
            states=states[pk],
        )
        for pk, registered in known.items()
    }


def known_of_many(enterprises: Iterable[Enterprise], on: date) -> dict[int, Known]:
    """What other registers say of each enterprise on a day, by its id."""
    found = {each.pk: {**lived(each.registered_on, on), **_kind(each)} for each in enterprises}
    for known in found.values():
        known.update(NOTHING_REGISTERED)
    for pk, kind in _rows(AdverseListing.objects.on(on), found, "kind"):
        found[pk][LISTED_AS[kind]] = True
    for pk, level in _rows(ResearchBody.objects.on(on), found, "level"):
        found[pk]["rd_body_level"] = max(int(found[pk]["rd_body_level"] or 0), level)
    rights = IntellectualProperty.objects.living_on(on)
    for pk, kind, origin in _rows(rights, found, "kind", "origin"):
        for code in _counts_as(kind, origin):
            found[pk][code] = int(found[pk][code] or 0) + 1
    for pk, fact, year, value in _rows(
        ExternalScore.objects.filter(withdrawn_because=""), found, "fact", "year", "value"
    ):
        if (score := (fact, on.year - year)) in scores_by_year():
            found[pk][scores_by_year()[score]] = value
    return found


@cache
def scores_by_year() -> dict[tuple[str, int], str]:
    """The fact that a score of so many years back is: quality_score is this year's."""
    rows = (row for row in words().values() if row["kind"] == "score")
    said = {row["code"]: row.get("score", {"of": row["code"], "back": 0}) for row in rows}
    return {(each["of"], each["back"]): code for code, each in said.items()}


NOTHING_REGISTERED: Mapping[str, Value] = {
    "on_abnormal_list": False,
    "on_dishonest_list": False,
    "rd_body_level": 0,
    "ip_class_1": 0,
    "ip_class_1_own": 0,
    "ip_class_2": 0,
}
LISTED_AS = {
    AdverseListing.Kind.ABNORMAL: "on_abnormal_list",
    AdverseListing.Kind.DISHONEST: "on_dishonest_list",
}


def lived(founded: date | None, on: date) -> Known:
    """How long it has existed: days, years (one begun counts), full calendar years before this one."""
    if founded is None:
        return {"registered_days": None, "age_years": None, "full_years": None}
    began_another = (on.month, on.day) > (founded.month, founded.day)
    return {
        "registered_days": (on - founded).days,
        "age_years": on.year - founded.year + began_another,
        "full_years": max(on.year - 1 - founded.year, 0),
    }


def _kind(enterprise: Enterprise) -> Known:
    return {"is_legal_person": enterprise.kind == Enterprise.Kind.LEGAL_PERSON}


def _counts_as(kind: str, origin: str) -> tuple[str, ...]:
    if kind not in IntellectualProperty.CLASS_ONE:
        return ("ip_class_2",)
    own = origin == IntellectualProperty.Origin.OWN
    return ("ip_class_1", "ip_class_1_own") if own else ("ip_class_1",)


def _rows(
    rows: QuerySet[Any] | Manager[Any], found: Mapping[int, Known], *columns: str
) -> Iterable[Any]:
    return rows.filter(enterprise__in=found).values_list("enterprise", *columns)
