"""What was handed in last time beside what stands now, for the items that were objected to."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from certifications.completeness import judged_on
from certifications.editions import statements_asked
from certifications.models import Application, Defect
from certifications.portal.answers import frozen_figures, value_in_words
from certifications.portal.years import figures_by_year
from enterprises.models import YearlyFigures
from enterprises.punctuation import series

Pair = tuple[str, str]


def then_and_now(
    application: Application, defects: Iterable[Defect], today: date
) -> dict[str, Pair]:
    """By item: the value as last handed in, and as it stands; materials by their file names."""
    last = application.submissions.order_by("-round").first()
    frozen: dict[str, Any] = last.contents if last else {}
    items = {defect.item for defect in defects}
    return {
        **_figures(application, frozen, items, today),
        **_claims(application, frozen, items),
        **_materials(application, frozen, items),
    }


def _figures(
    application: Application, frozen: dict[str, Any], items: set[str], today: date
) -> dict[str, Pair]:
    rows = YearlyFigures.objects.latest_versions().filter(
        enterprise=application.enterprise, year__lt=judged_on(application, today).year
    )
    now = {row.year: row for row in rows}
    then = frozen_figures(frozen)
    return {
        f"{code}-{year}": (
            value_in_words(then.get(year, {}).get(code), code),
            value_in_words(getattr(now.get(year), code, None), code),
        )
        for year, codes in figures_by_year(application, today).items()
        for code in codes
        if f"{code}-{year}" in items
    }


def _claims(application: Application, frozen: dict[str, Any], items: set[str]) -> dict[str, Pair]:
    then = frozen.get("claims", {})
    return {
        code: (
            value_in_words(then.get(code), code),
            value_in_words(application.claims.get(code), code),
        )
        for code in statements_asked(application.edition)
        if code in items
    }


def _materials(
    application: Application, frozen: dict[str, Any], items: set[str]
) -> dict[str, Pair]:
    then, now = _by_requirement(frozen.get("materials", [])), _given(application)
    asked = {item["code"] for item in application.edition.rules["materials"]} & items
    return {code: (series(then.get(code, [])), series(now.get(code, []))) for code in asked}


def _by_requirement(rows: Iterable[dict[str, str]]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for row in rows:
        found.setdefault(row["requirement"], []).append(row["file"])
    return found


def _given(application: Application) -> dict[str, list[str]]:
    rows = application.materials.filter(removed_at=None).values("requirement", "file_name")
    return _by_requirement(
        {"requirement": row["requirement"], "file": row["file_name"]} for row in rows
    )
