"""The copy sheet (抄写单): what a national or provincial platform asks, in its order, as we know it.

So that nothing is typed twice: the values stand ready to be copied, each with its unit, its year and
where it comes from. What is unknown is marked, never guessed. It knows no page and no spreadsheet.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Any

from django.utils.translation import gettext as _

from certifications.editions import NoEdition, edition_for
from certifications.models import Application, Edition, Scheme
from certifications.policy_desk.confirming import mark_of
from certifications.rules.finding_words import ORIGINS
from certifications.standing import Standing, standing_of
from certifications.stated import stated_by
from certifications.states import EDITABLE
from enterprises.facts import Origin, Value
from enterprises.levers import is_figure
from enterprises.models import Enterprise
from enterprises.models.naming import in_language
from enterprises.templatetags.reading import WAN
from enterprises.vocabulary import UNITS, fact_label, fact_unit, says_fact

RECORD, PLATFORM = "system_of_record", "platform"
NEW = "new"
PERCENT = Decimal(100)


@dataclass(frozen=True)
class Platform:
    """The system of record that is not ours: its name, its address, and how the outcome comes back."""

    name: str
    address: str
    outcome: str
    fields: list[dict[str, Any]]
    order_is_seen: bool  # else it is the order of our form
    source: str
    mark: str


@dataclass(frozen=True)
class Entry:
    """One field of the platform: what it is called, of which year, and what to write there."""

    fact: str
    label: str
    year: int | None
    value: Value
    unit: str
    origin: Origin | None

    @property
    def is_missing(self) -> bool:
        return self.value in (None, "")

    @property
    def says(self) -> str:
        """As people read it, with its unit."""
        return _("未填写") if self.is_missing else says_fact(self.fact, self.value)

    @property
    def plain(self) -> str:
        """The bare text to copy: no separators, no unit; empty while it is missing."""
        return "" if self.is_missing else plain(self.fact, self.value)

    @property
    def origin_says(self) -> str:
        return str(ORIGINS[self.origin]) if self.origin else ""


@dataclass(frozen=True)
class Sheet:
    """The whole sheet of one enterprise for one title on one day."""

    enterprise: Enterprise
    edition: Edition
    platform: Platform
    on: date
    entries: list[Entry]
    case: Application | None

    @property
    def missing(self) -> int:
        return sum(entry.is_missing for entry in self.entries)


def platform_of(edition: Edition) -> Platform | None:
    """The platform on which the title is recorded; None where that is with us."""
    said = edition.rules.get(RECORD) or {}
    if said.get("kind") != PLATFORM:
        return None
    return Platform(
        in_language(said["name_zh"], said["name_en"]),
        said.get("address") or "",
        said["outcome"],
        list(said["fields"]),
        not mark_of(edition, f"{RECORD}.order", said["order_verified"]),
        said["source"],
        mark_of(edition, RECORD, said["verified"]),
    )


def sheet(enterprise: Enterprise, scheme: Scheme, on: date) -> Sheet | None:
    """The sheet for a new application; None where nothing is to be copied anywhere."""
    try:
        edition = edition_for(scheme, NEW, on)
    except NoEdition:
        return None
    platform = platform_of(edition)
    if platform is None:
        return None
    case = case_of(enterprise, scheme)
    standing = standing_of(enterprise, on, {**stated_by(enterprise, on), **_claims(case)})
    return Sheet(enterprise, edition, platform, on, list(_entries(platform, standing, on)), case)


def case_of(enterprise: Enterprise, scheme: Scheme) -> Application | None:
    """The case whose statements are copied: the one being filled, else the last one handed in."""
    cases = Application.objects.filter(enterprise=enterprise, scheme=scheme).order_by("-opened_at")
    return (
        cases.filter(state__in=EDITABLE).first()
        or cases.filter(submissions__isnull=False).distinct().first()
    )


def _claims(case: Application | None) -> dict[str, Value]:
    """What the case itself states; it goes before what was stated for other titles."""
    if case is None:
        return {}
    handed_in = None if case.state in EDITABLE else case.submissions.last()
    claims = handed_in.contents["claims"] if handed_in else case.claims
    return {code: value for code, value in claims.items() if value not in (None, "")}


def _entries(platform: Platform, standing: Standing, on: date) -> Iterator[Entry]:
    for field in platform.fields:
        code = field["fact"]
        if not is_figure(code):
            yield _entry(code, None, standing[code], standing.facts.origin(code))
            continue
        for back in range(int(field.get("years", 1))):
            value = standing.facts.of_year(code, back)
            year = on.year - 1 - back
            yield _entry(code, year, value, standing.facts.states.get(back, Origin.CLAIMED))


def _entry(code: str, year: int | None, value: Value, origin: Origin) -> Entry:
    known = None if value in (None, "") else origin
    return Entry(code, fact_label(code), year, value, unit_says(code), known)


def unit_says(code: str) -> str:
    """The unit of the plain text: 万元, %, 人; nothing for yes and no and for levels."""
    unit = fact_unit(code)
    if unit in ("元", "美元"):
        return _("万元") if unit == "元" else _("万美元")
    if unit == "share":
        return "%"
    return str(UNITS.get(unit, "" if unit in ("yes_no", "level") else unit))


def plain(code: str, value: Value) -> str:
    """3260.5 for 32,605,000 yuan, 29.99 for a share, 是 for yes: what a field of a form takes."""
    unit = fact_unit(code)
    if unit in ("yes_no", "level"):
        return says_fact(code, value)
    try:
        number = Decimal(value or 0)
    except InvalidOperation:  # stated before the question had this shape; shown as it was stated
        return str(value)
    if unit in ("元", "美元"):
        number /= WAN
    elif unit == "share":
        number *= PERCENT
    return f"{number.normalize():f}"
