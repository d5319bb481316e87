"""Writes the invented histories: figures, rights, R&D bodies, certifications, and what is counted."""

from collections.abc import Iterator, Mapping
from datetime import date, datetime, time, timedelta
from functools import lru_cache
from typing import Any

from django.db import connection
from django.utils import timezone

from certifications import holdings
from certifications.models import Certification, Document, Edition, Scheme
from enterprises.models import IntellectualProperty, ResearchBody, YearlyFigures
from registry.demo.accounts import COLUMNS, Accountant
from registry.demo.bulk import pour
from registry.demo.firm import Firm, Title
from registry.demo.inventions import Inventor
from registry.demo.numbers import OLD_SRDI_UNTIL
from registry.demo.plan import SOURCE, Plan

ONE_DAY = timedelta(days=1)
PROVINCE = "山东省工业和信息化厅"
Rows = Iterator[tuple[Any, ...]]
RIGHTS = ("enterprise_id", "kind", "number", "title", "granted_on", "origin")
BODIES = ("enterprise_id", "name", "level", "since")
TITLES = (
    "enterprise_id", "scheme_id", "edition_id", "conferred_by", "number", "issued_on",
    "announced_on", "valid_from", "valid_until", "ended_on", "ended_because", "source_says",
    "recorded_at",
)  # fmt: skip
PAPERS = ("certification_id", "name", "issued_on", "because")


@lru_cache(maxsize=20_000)
def moment(day: date) -> Any:
    """Nine in the morning of a day, as the database takes it."""
    stamp = timezone.make_aware(datetime.combine(day, time(9, 0)))
    return connection.ops.adapt_datetimefield_value(stamp)


class Archivist:
    """Files what was thought up; `ids` are the enterprises' row numbers by serial."""

    def __init__(self, plan: Plan, firms: list[Firm], ids: Mapping[int, int]) -> None:
        self.plan, self.firms, self.ids = plan, firms, ids
        self.schemes = {scheme.code: scheme for scheme in Scheme.objects.all()}
        self.editions = list(Edition.objects.select_related("scheme").order_by("in_force_from"))
        self.edition_on = lru_cache(maxsize=None)(self.find_edition)

    def file(self) -> dict[str, int]:
        """Write everything, fold the holdings; return rows by table."""
        inventor, accountant = Inventor(self.plan), Accountant(self.plan)
        figures = (
            (self.ids[firm.serial], *row, moment(stated_on(firm, row[0])))
            for firm in self.firms
            for row in accountant.rows(firm)
            if stated_on(firm, row[0]) <= self.plan.until
        )
        counts = {
            "figures": pour(
                YearlyFigures, ("enterprise_id", *COLUMNS, "entered_at"), figures, source=SOURCE
            ),
            "rights": pour(IntellectualProperty, RIGHTS, self.each(inventor.rights)),
            "research_bodies": pour(ResearchBody, BODIES, self.each(inventor.bodies)),
            "certifications": pour(
                Certification, TITLES, self.titles(), source=str(Certification.Source.DEMO)
            ),
        }
        counts["documents"] = pour(Document, PAPERS, self.renamed_papers())
        counts["holdings"] = sum(holdings.refold(scheme.pk) for scheme in self.schemes.values())
        return counts

    def each(self, of: Any) -> Rows:
        for firm in self.firms:
            if not firm.is_branch:
                for row in of(firm):
                    yield self.ids[firm.serial], *row

    def titles(self) -> Rows:
        for firm in self.firms:
            for line, title in enumerate(firm.titles, start=1):
                scheme = self.schemes[title.scheme]
                recorded = title.announced + 2 * ONE_DAY
                yield (
                    self.ids[firm.serial], scheme.pk, self.edition_on(title.scheme, title.announced),
                    self.conferrer(title), title.number, title.issued, title.announced,
                    title.first, title.last, title.ended, title.because,
                    f"{SOURCE} {scheme.name_zh} {title.announced:%Y-%m-%d} #{line}",
                    moment(min(recorded, self.plan.until - ONE_DAY)),
                )  # fmt: skip

    def find_edition(self, scheme: str, day: date) -> int | None:
        """The edition in force on the day, if it is on file."""
        found = None
        for edition in self.editions:
            starts, ends = edition.in_force_from, edition.in_force_until
            in_force = (starts is None or starts <= day) and (ends is None or day <= ends)
            if edition.scheme.code == scheme and in_force:
                found = edition.pk
        return found

    def conferrer(self, title: Title) -> str:
        if title.scheme == "srdi_sme" and title.announced <= OLD_SRDI_UNTIL:
            return PROVINCE
        return self.schemes[title.scheme].recognised_by

    def renamed_papers(self) -> Rows:
        """A renamed enterprise keeps its number and span and got a new paper."""
        rows = Certification.objects.filter(scheme__form=Scheme.Form.CERTIFICATE).values_list(
            "pk", "number"
        )
        found = {number: pk for pk, number in rows}
        for firm in self.firms:
            for title in firm.titles:
                if title.number in found and renamed_within(firm, title):
                    pk = found[title.number]
                    yield pk, firm.former_name, title.issued, "首次制发"
                    yield pk, firm.name, firm.renamed_on, "更名"


def renamed_within(firm: Firm, title: Title) -> bool:
    last = title.last or date.max
    return firm.renamed_on is not None and title.first < firm.renamed_on <= last


def stated_on(firm: Firm, year: int) -> date:
    """When a year's figures were stated: who applies does so at once, others after the audit."""
    return date(year + 1, 1, 1) if firm.aims else date(year + 1, 4, 20)
