"""The yearly figures that offices may read: what was typed into a draft is the enterprise's own."""

from dataclasses import dataclass

from django.db.models import QuerySet

from certifications.models import Application
from enterprises.models import Enterprise, YearlyFigures
from enterprises.models.figures import FIGURES
from enterprises.vocabulary import fact_label, says_fact

YEARS_SHOWN = 5


@dataclass(frozen=True)
class FiguresTable:
    """Years across, figures down; only figures that somebody stated."""

    years: list[YearlyFigures]
    rows: list[tuple[str, list[str]]]


def figures_handed_in(enterprise: Enterprise) -> QuerySet[YearlyFigures]:
    """Every version but those that stand in a draft."""
    drafts = Application.objects.filter(enterprise=enterprise, submitted_on__isnull=True)
    own = [draft.subject for draft in drafts]
    return YearlyFigures.objects.filter(enterprise=enterprise).exclude(source__in=own)


def newest_by_year(versions: QuerySet[YearlyFigures]) -> list[YearlyFigures]:
    """The newest readable version of each year, the latest year first."""
    newest: dict[int, YearlyFigures] = {}
    for row in versions.select_related("entered_by").order_by("-year", "-version"):
        newest.setdefault(row.year, row)
    return list(newest.values())


def figures_table(enterprise: Enterprise) -> FiguresTable:
    years = newest_by_year(figures_handed_in(enterprise))[:YEARS_SHOWN]
    stated = [code for code in FIGURES if any(getattr(row, code) is not None for row in years)]
    return FiguresTable(
        years,
        [
            (fact_label(code), [says_fact(code, getattr(row, code)) for row in years])
            for code in stated
        ],
    )
