"""The meaning of a rule file: which edition judges a case, how long a title lasts, what is asked.

A published edition is read here and nowhere else; it knows no enterprise.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from django.db.models import F

from certifications.models import Batch, Edition, Scheme
from enterprises.models.naming import in_language
from seeds.amounts import amount

CALENDAR_DAYS = "calendar_days"
WORKING_DAYS = "working_days"
RENEWAL = "renewal"


@dataclass(frozen=True)
class Term:
    """How long a step may take, in working or calendar days, and where that is written."""

    name: str
    days: int
    unit: str
    source: str
    verified: str
    is_statutory: bool


@dataclass(frozen=True)
class Requirement:
    """A material that the edition asks for."""

    code: str
    says_zh: str
    says_en: str
    required: bool
    accepts: tuple[str, ...]
    source: str

    @property
    def says(self) -> str:
        return in_language(self.says_zh, self.says_en)


class NoEdition(LookupError):
    """No edition of the scheme is in force on the day."""


def edition_for(scheme: Scheme, kind: str, day: date) -> Edition:
    """The edition that judges applications of a kind (new, renewal) on a day.

    A renewal may be judged by an edition that was replaced (工信厅企业函〔2026〕117号).
    Raises NoEdition when none is in force (then nothing may be opened).
    """
    newest_first = F("in_force_from").desc(nulls_last=True)
    kept = scheme.editions.kept_for_renewals_on(day) if kind == RENEWAL else Edition.objects.none()
    edition = (
        kept.order_by(newest_first).first()
        or scheme.editions.in_force_on(day).order_by(newest_first).first()
    )
    if edition is None:
        raise NoEdition(f"{scheme} {kind} {day}")
    return edition


def judging(batch: Batch, day: date) -> Edition:
    """The edition that judges what is opened in a batch on a day, whatever it was announced under.

    The announced one where none is in force: then nothing can be opened anyway.
    """
    try:
        return edition_for(batch.scheme, batch.kind, day)
    except NoEdition:
        return batch.edition


def judges(edition: Edition, kind: str, day: date) -> bool:
    """Whether this is the edition that judges its scheme on a day."""
    try:
        return edition_for(edition.scheme, kind, day).pk == edition.pk
    except NoEdition:
        return False


def limit(value: Any) -> Decimal:
    """A limit of a rule in base units: yuan, heads, or a fraction for a percentage."""
    if isinstance(value, Mapping):
        return amount({"amount": Decimal(str(value["amount"])), "unit": value["unit"]}, "rules")
    return amount(value, "rules")


def requirements(edition: Edition) -> list[Requirement]:
    """The materials asked for, in the edition's order."""
    return [
        Requirement(
            code=item["code"],
            says_zh=item["says_zh"],
            says_en=item["says_en"],
            required=bool(item["required"]),
            accepts=tuple(item["accepts"]),
            source=item["source"],
        )
        for item in edition.rules["materials"]
    ]


def figures_asked(edition: Edition) -> list[tuple[str, int]]:
    """(fact, years) of the yearly figures asked for."""
    return [(item["fact"], int(item["years"])) for item in edition.rules["figures"]]


def statements_needed(edition: Edition, kind: str) -> list[str]:
    """The statements without which an application of a kind (new, renewal) is not complete."""
    return [
        item["fact"]
        for item in edition.rules["statements"]
        if kind in item.get("applies_to", (kind,))
    ]


def statements_asked(edition: Edition) -> list[str]:
    """The facts that the enterprise states in the application itself."""
    return [item["fact"] for item in edition.rules["statements"]]


def term(edition: Edition, name: str) -> Term | None:
    """A term of the edition by the name the road's table uses; None when it sets none."""
    found = edition.rules.get("terms", {}).get(name)
    if found is None:
        return None
    unit = WORKING_DAYS if WORKING_DAYS in found else CALENDAR_DAYS
    return Term(
        name,
        int(found[unit]),
        unit,
        found["source"],
        found["verified"],
        found["kind"] == "statutory",
    )


def notice_days(edition: Edition) -> int | None:
    """Working days of the public notice; None when the edition knows none."""
    found = edition.rules.get("notice")
    return int(found[WORKING_DAYS]) if found else None


def number_pattern(edition: Edition) -> str:
    return str(edition.rules.get("number", {}).get("pattern", ""))


def valid_from(edition: Edition, *, issued_on: date, announced_on: date | None) -> date:
    """The first day a certification holds, as the edition counts it."""
    starts = edition.rules["validity"].get("starts", "issued_on")
    return announced_on if starts == "announced_on" and announced_on else issued_on


def valid_until(edition: Edition, *, issued_on: date, announced_on: date | None) -> date | None:
    """The last day a certification holds, inclusive; None when the edition sets no end.

    Three years from 2024-11-04 end on 2027-11-03; a tech-SME number ends on 31 March of the
    next year (国科发政〔2017〕115号).
    """
    validity = edition.rules["validity"]
    start = valid_from(edition, issued_on=issued_on, announced_on=announced_on)
    if "years" in validity:
        return day_before(years_later(start, int(validity["years"])))
    if "ends_each_year" in validity:
        month, day = (int(part) for part in validity["ends_each_year"].split("-"))
        return date(start.year + int(validity["years_after"]), month, day)
    return None


def years_later(day: date, years: int) -> date:
    """The same day some years on; 29 February becomes 1 March where there is none."""
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return date(day.year + years, 3, 1)


def day_before(day: date) -> date:
    return date.fromordinal(day.toordinal() - 1)
