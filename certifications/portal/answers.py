"""Everything an application says, in words: figures by year, statements; for checking and keeping."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from certifications.editions import statements_asked
from certifications.models import Application
from certifications.portal.tasklist import figures_by_year
from enterprises.facts import says_value
from enterprises.models import YearlyFigures
from enterprises.models.figures import MONEY_FIGURES
from enterprises.vocabulary import fact_label, fact_unit


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
    return _("未填写") if value in (None, "") else says_value(value, fact_unit(code))


def figure_table(application: Application, today: date) -> FigureTable:
    """The figures asked for, as they stand now."""
    asked = figures_by_year(application, today)
    latest = YearlyFigures.objects.latest_versions().filter(enterprise=application.enterprise)
    known = {row.year: row for row in latest.filter(year__in=asked)}
    codes = dict.fromkeys(code for codes in asked.values() for code in codes)
    rows = [
        (
            fact_label(code),
            code in MONEY_FIGURES,
            [Cell(code in asked[year], getattr(known.get(year), code, None)) for year in asked],
        )
        for code in codes
    ]
    return FigureTable(list(asked), rows)


def statements_in_words(application: Application) -> list[tuple[str, str]]:
    """Each statement with its answer."""
    return [
        (fact_label(code), value_in_words(application.claims.get(code), code))
        for code in statements_asked(application.edition)
    ]
