"""What was handed in, as the case page shows it: figures by year, statements, papers; with changes."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from certifications.differences import Change, Differences
from certifications.editions import Requirement, figures_asked, requirements, statements_asked
from certifications.models import Application, Material
from enterprises.facts import Facts
from enterprises.vocabulary import fact_label, says_fact


@dataclass(frozen=True)
class Cell:
    """A value as it was handed in, and what it was in the submission before."""

    says: str
    was: str = ""
    is_asked: bool = True


@dataclass(frozen=True)
class Row:
    code: str
    label: str
    cells: list[Cell]


@dataclass(frozen=True)
class Papers:
    """One requirement and the papers given for it."""

    requirement: Requirement
    given: list[Material]
    new: frozenset[str]
    gone: list[str]

    @property
    def is_missing(self) -> bool:
        return self.requirement.required and not self.given


def years_of(application: Application, day: date) -> list[int]:
    """The years asked about, the latest first."""
    most = max((count for _code, count in figures_asked(application.edition)), default=0)
    return [day.year - 1 - back for back in range(most)]


def figure_rows(
    application: Application,
    facts: Facts,
    day: date,
    changed: Differences,
) -> list[Row]:
    """A row for each figure asked, a cell for each year."""
    years = years_of(application, day)
    return [
        Row(
            code,
            fact_label(code),
            [
                _cell(code, facts.of_year(code, back), (code, year), changed)
                if back < count
                else Cell("", is_asked=False)
                for back, year in enumerate(years)
            ],
        )
        for code, count in figures_asked(application.edition)
    ]


def statement_rows(application: Application, facts: Facts, changed: Differences) -> list[Row]:
    return [
        Row(
            code,
            fact_label(code),
            [
                Cell(
                    says_fact(code, facts.known.get(code)),
                    _was(code, changed.claims.get(code)),
                )
            ],
        )
        for code in statements_asked(application.edition)
    ]


def paper_rows(
    application: Application, given: Sequence[Material], changed: Differences
) -> list[Papers]:
    return [
        Papers(
            requirement,
            [paper for paper in given if paper.requirement == requirement.code],
            changed.papers_added,
            changed.papers_gone.get(requirement.code, []),
        )
        for requirement in requirements(application.edition)
    ]


def _cell(code: str, value: Any, key: tuple[str, int], changed: Differences) -> Cell:
    return Cell(says_fact(code, value), _was(code, changed.figures.get(key)))


def _was(code: str, change: Change | None) -> str:
    return "" if change is None else says_fact(code, change.before)
