"""The yearly figures that offices may read: what was typed into a draft is the enterprise's own."""

from dataclasses import dataclass

from certifications.figures_shown import figures_shown
from enterprises.models import Enterprise, YearlyFigures
from enterprises.models.figures import FIGURES
from enterprises.vocabulary import fact_label, says_fact

YEARS_SHOWN = 5


@dataclass(frozen=True)
class FiguresTable:
    """Years across, figures down; only figures that somebody stated."""

    years: list[YearlyFigures]
    rows: list[tuple[str, list[str]]]


def years_handed_in(enterprise: Enterprise) -> list[YearlyFigures]:
    """The figures of each year as offices see them, the latest year first."""
    years = figures_shown([enterprise.pk])[enterprise.pk]
    return [years[year] for year in sorted(years, reverse=True)]


def figures_table(enterprise: Enterprise) -> FiguresTable:
    years = years_handed_in(enterprise)[:YEARS_SHOWN]
    stated = [code for code in FIGURES if any(getattr(row, code) is not None for row in years)]
    return FiguresTable(
        years,
        [
            (fact_label(code), [says_fact(code, getattr(row, code)) for row in years])
            for code in stated
        ],
    )
