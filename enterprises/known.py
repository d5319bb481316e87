"""Reads the facts of one enterprise from the register's rows, as they stood on one day."""

from collections.abc import Mapping
from datetime import date

from enterprises.facts import YEARS_KNOWN, Facts, Value
from enterprises.models import (
    AdverseListing,
    Enterprise,
    IntellectualProperty,
    ResearchBody,
    YearlyFigures,
)
from enterprises.models.figures import FIGURES


def facts_of(enterprise: Enterprise, on: date, claims: Mapping[str, Value] | None = None) -> Facts:
    """Everything known of the enterprise on a day, with what it claims in an application."""
    rows = YearlyFigures.objects.latest_versions().filter(
        enterprise=enterprise, year__range=(on.year - YEARS_KNOWN, on.year - 1)
    )
    years = {on.year - 1 - row.year: {code: getattr(row, code) for code in FIGURES} for row in rows}
    return Facts(known={**known_of(enterprise, on), **(claims or {})}, years=years)


def known_of(enterprise: Enterprise, on: date) -> dict[str, Value]:
    """What other registers say of the enterprise on a day."""
    founded = enterprise.registered_on
    kinds = set(enterprise.listings.on(on).values_list("kind", flat=True))
    return {
        "registered_days": (on - founded).days if founded else None,
        "full_years": max(on.year - 1 - founded.year, 0) if founded else None,
        "is_legal_person": enterprise.kind == Enterprise.Kind.LEGAL_PERSON,
        "on_abnormal_list": AdverseListing.Kind.ABNORMAL in kinds,
        "on_dishonest_list": AdverseListing.Kind.DISHONEST in kinds,
        "rd_body_level": _rd_body_level(enterprise, on),
        **_property_rights(enterprise, on),
    }


def _rd_body_level(enterprise: Enterprise, on: date) -> int:
    levels = ResearchBody.objects.on(on).filter(enterprise=enterprise)
    return max(levels.values_list("level", flat=True), default=0)


def _property_rights(enterprise: Enterprise, on: date) -> dict[str, Value]:
    rights = [
        right
        for right in enterprise.property_rights.filter(granted_on__lte=on)
        if right.lapsed_on is None or right.lapsed_on > on
    ]
    first = [right for right in rights if right.kind in IntellectualProperty.CLASS_ONE]
    return {
        "ip_class_1": len(first),
        "ip_class_1_own": sum(r.origin == IntellectualProperty.Origin.OWN for r in first),
        "ip_class_2": len(rights) - len(first),
    }
