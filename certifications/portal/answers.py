"""Everything an application says, in words: figures by year, statements; for checking and keeping."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from certifications.editions import statements_asked
from certifications.models import Application
from certifications.portal.years import figures_by_year
from certifications.rules.findings import Finding
from certifications.rules.verdicts import Verdict
from enterprises.models import YearlyFigures
from enterprises.models.figures import FIGURES, MONEY_FIGURES
from enterprises.vocabulary import fact_label, says_fact

Contents = Mapping[str, Any]


@dataclass(frozen=True)
class Cell:
    """A figure of one year: asked for or not, and its value in the row's unit."""

    is_asked: bool
    value: Any


@dataclass(frozen=True)
class FigureTable:
    """Years across, figures down."""

    years: list[int]
    rows: list[tuple[str, bool, list[Cell]]]


def value_in_words(value: Any, code: str) -> str:
    """A value as people read it; what nobody filled in says so."""
    return _("未填写") if value in (None, "") else says_fact(code, value)


def figure_table(application: Application, today: date, contents: Contents) -> FigureTable:
    """The figures asked for: as handed in where the case is closed to changes, else as they stand."""
    asked = figures_by_year(application, today)
    known = frozen_figures(contents) if contents else _figures_now(application, asked)
    codes = dict.fromkeys(code for codes in asked.values() for code in codes)
    rows = [
        (
            fact_label(code),
            code in MONEY_FIGURES,
            [Cell(code in asked[year], known.get(year, {}).get(code)) for year in asked],
        )
        for code in codes
    ]
    return FigureTable(list(asked), rows)


def _figures_now(application: Application, years: Iterable[int]) -> dict[int, dict[str, Any]]:
    latest = YearlyFigures.objects.latest_versions().filter(enterprise=application.enterprise)
    return {
        row.year: {code: getattr(row, code) for code in FIGURES}
        for row in latest.filter(year__in=years)
    }


def frozen_figures(contents: Contents) -> dict[int, dict[str, Any]]:
    """What a submission holds, by year (its keys are `2025/v3`)."""
    return {int(key.split("/")[0]): row for key, row in contents.get("figures", {}).items()}


def statements_in_words(application: Application, contents: Contents) -> list[tuple[str, str]]:
    """Each statement with its answer."""
    claims = contents.get("claims", {}) if contents else application.claims
    return [
        (fact_label(code), value_in_words(claims.get(code), code))
        for code in statements_asked(application.edition)
    ]


def findings_then(found: Iterable[Finding], contents: Contents) -> list[Finding]:
    """The verdicts as they were frozen with the submission; what they looked at is there too."""
    verdicts = contents.get("findings", {})
    return [
        replace(
            each, verdict=Verdict(verdicts.get(each.code, each.verdict)), looked_at={}, score=None
        )
        for each in found
    ]
