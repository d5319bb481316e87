"""Handing the answers of a self-check to an open draft: only what is empty there, nothing over anything."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from certifications import drafting
from certifications.completeness import judged_on
from certifications.editions import figures_asked, statements_asked
from certifications.models import Application
from certifications.moves import NotReady, WrongMoment
from certifications.self_check.answers import Answers
from certifications.states import State
from enterprises.facts import Value
from enterprises.models import Enterprise, User, YearlyFigures
from enterprises.models.figures import HEAD_COUNTS
from enterprises.vocabulary import fact_label, says_fact


@dataclass(frozen=True)
class Entry:
    """One field of the draft: what was answered, and what stands there already."""

    code: str
    year: int | None
    value: Value
    kept: Value

    @property
    def is_empty(self) -> bool:
        return self.kept in (None, "")

    @property
    def label(self) -> str:
        if self.year is None:
            return fact_label(self.code)
        return _("%(year)d 年%(fact)s") % {"year": self.year, "fact": fact_label(self.code)}

    @property
    def says(self) -> str:
        return says_fact(self.code, self.value)

    @property
    def kept_says(self) -> str:
        return says_fact(self.code, self.kept)

    @property
    def agrees(self) -> bool:
        return _claim(self.kept) == _claim(self.value)


@dataclass(frozen=True)
class Filling:
    """All answers that the draft asks for: those that would be filled in, and those that stand."""

    entries: list[Entry]

    @property
    def empty(self) -> list[Entry]:
        return [entry for entry in self.entries if entry.is_empty]

    @property
    def kept(self) -> list[Entry]:
        return [entry for entry in self.entries if not entry.is_empty]

    def figures(self) -> dict[int, dict[str, Any]]:
        """What is empty of the yearly figures, by year."""
        years: dict[int, dict[str, Any]] = {}
        for entry in self.empty:
            if entry.year is not None:
                years.setdefault(entry.year, {})[entry.code] = _figure(entry)
        return years

    def claims(self) -> dict[str, str]:
        return {entry.code: _claim(entry.value) for entry in self.empty if entry.year is None}


def filling(application: Application, answers: Answers, today: date) -> Filling:
    """What the answers would bring into a draft as it stands now."""
    return Filling([*_figures(application, answers, today), *_statements(application, answers)])


@transaction.atomic
def fill(application: Application, answers: Answers, *, by: User, today: date) -> Filling:
    """Fill what is empty at this very moment. Raises WrongPerson, WrongMoment or NotReady.

    The case and the enterprise are locked first: what a colleague saved meanwhile stands.
    """
    row = drafting.editable(application, by=by, today=today)
    if row.state != State.DRAFT:
        raise WrongMoment(_("自测的答案只能带入还没有提交的申请。"))
    Enterprise.objects.select_for_update().get(pk=row.enterprise_id)
    found = filling(row, answers, today)
    if not found.empty:
        raise NotReady(_("这件申请没有可以带入的空项，没有改动任何数据。"))
    for year, values in found.figures().items():
        drafting.save_figures(row, year, values, by=by, today=today)
    if claims := found.claims():
        drafting.save_claims(row, claims, by=by, today=today)
    return found


def _figures(application: Application, answers: Answers, today: date) -> Iterator[Entry]:
    stated, known = answers.by_year(), _known(application.enterprise)
    for year, code in _asked(application, today):
        if code in stated.get(year, {}):
            yield Entry(code, year, stated[year][code], getattr(known.get(year), code, None))


def _asked(application: Application, today: date) -> list[tuple[int, str]]:
    """The figures that the draft asks for, the latest year first; fewer of a younger enterprise."""
    last = judged_on(application, today).year - 1
    founded = application.enterprise.registered_on
    lived = max(last - founded.year + 1, 1) if founded else None
    asked = [
        (last - back, code)
        for code, years in figures_asked(application.edition)
        for back in range(years if lived is None else min(years, lived))
    ]
    return sorted(asked, key=lambda each: -each[0])


def _known(enterprise: Enterprise) -> dict[int, YearlyFigures]:
    rows = YearlyFigures.objects.latest_versions().filter(enterprise=enterprise)
    return {row.year: row for row in rows}


def _statements(application: Application, answers: Answers) -> Iterator[Entry]:
    for code in statements_asked(application.edition):
        value = answers.known.get(code)
        if value is not None:
            yield Entry(code, None, value, application.claims.get(code))


def _figure(entry: Entry) -> Decimal | int:
    value = Decimal(entry.value or 0)
    return int(value) if entry.code in HEAD_COUNTS else value


def _claim(value: Value) -> str:
    """A value as an application keeps it: text, without idle zeros."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if value is None or isinstance(value, str):
        return value or ""
    text = f"{Decimal(value):f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
