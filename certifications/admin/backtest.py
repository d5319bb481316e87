"""回测: what an edition would find of an enterprise's figures of a year. Looking only; it decides nothing."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import QuerySet

from certifications.admin.findings import FindingRow, finding_rows
from certifications.admin.handed_in import years_handed_in
from certifications.admin.words import VERDICTS
from certifications.editions import years_later
from certifications.models import Edition
from certifications.rules.findings import Judgement, judge
from certifications.rules.verdicts import Verdict
from certifications.standing import Standing, standings_shown
from enterprises.models import Enterprise

LONGEST_ID = 12


@dataclass(frozen=True)
class Backtest:
    """One edition held against one year, with its findings as officers read them."""

    judgement: Judgement
    year: int
    rows: list[FindingRow]

    @property
    def is_in_force(self) -> bool:
        """Whether the edition did judge on that day: then it is no back-test, and still no decision."""
        return not self.judgement.is_backtest

    @property
    def look(self) -> str:
        return "attention" if self.judgement.verdict is Verdict.UNKNOWN else self.judgement.verdict

    @property
    def says(self) -> str:
        """The whole verdict; what people judge is left out of it."""
        return str(VERDICTS[self.judgement.verdict])


def backtest(enterprise: Enterprise, edition: Edition, year: int, today: date) -> Backtest:
    """Hold the figures of a year against an edition, on this day of the year after."""
    on = years_later(today, year + 1 - today.year)
    standing = standing_for_offices(enterprise, on)
    judgement = judge(edition, standing, on)
    return Backtest(judgement, year, finding_rows(edition, judgement.findings, standing))


def standing_for_offices(enterprise: Enterprise, on: date) -> Standing:
    """A standing without what was typed into drafts: those figures are the enterprise's own."""
    return standings_shown([enterprise], on)[enterprise.pk]


def years_known(enterprise: Enterprise) -> list[int]:
    """The years whose figures offices may read, the latest first."""
    return [row.year for row in years_handed_in(enterprise)]


def editions_to_try() -> QuerySet[Edition]:
    """Every edition that has conditions, in the ladder's order, the newest first."""
    rows = Edition.objects.exclude(rules__criteria=[]).select_related("scheme")
    return rows.order_by("scheme__rung", "scheme__order", "-in_force_from")


def chosen(enterprise: Enterprise, query: Any) -> tuple[Edition | None, int | None]:
    """The edition and the year that were asked for, where both are among those offered."""
    years = {str(year): year for year in years_known(enterprise)}
    edition = editions_to_try().filter(pk=query.get("edition")) if _is_id(query) else None
    return edition.first() if edition is not None else None, years.get(query.get("year", ""))


def _is_id(query: Any) -> bool:
    asked = query.get("edition", "")
    return asked.isascii() and asked.isdigit() and len(asked) < LONGEST_ID
