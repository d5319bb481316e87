"""影响: who would gain and who would lose by a new edition, over the whole registry, by district.

Every legal person is held against the edition in force and against the new one, as it stands on one
day. What only an application states is left open on both sides: whoever has not applied has not
been asked. It decides nothing.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from datetime import date
from typing import Any

from certifications.bounds import MOST_NAMED
from certifications.editions import NoEdition, edition_for
from certifications.models import Edition, Scheme
from certifications.over_register import RegisterRules, chunks, register_rules
from certifications.rules.verdicts import Verdict
from certifications.standing import standings_shown
from enterprises.models import Enterprise, Residence

KIND = "new"
NOWHERE = ""  # whose district nobody knows
Verdicts = Mapping[str, Verdict]
Told = Callable[[int], None]


@dataclass
class Count:
    """How many were looked at, met before, meet after, gain, lose, or cannot be told."""

    district: str = NOWHERE
    counted: int = 0
    before: int = 0
    after: int = 0
    gains: int = 0
    loses: int = 0
    unknown: int = 0

    def add(self, was: Verdict, becomes: Verdict) -> None:
        met, meets = was is Verdict.MET, becomes is Verdict.MET
        self.counted += 1
        self.before += met
        self.after += meets
        self.gains += meets and not met
        self.loses += met and not meets
        self.unknown += becomes is Verdict.UNKNOWN


@dataclass
class Impact:
    """The counts over the city and by district, with some of those who gain or lose by name."""

    whole: Count = field(default_factory=Count)
    districts: dict[str, Count] = field(default_factory=dict)
    gaining: list[dict[str, Any]] = field(default_factory=list)
    losing: list[dict[str, Any]] = field(default_factory=list)

    def as_json(self) -> dict[str, Any]:
        rows = [asdict(self.districts[code]) for code in sorted(self.districts)]
        return {
            **{name: n for name, n in asdict(self.whole).items() if name != "district"},
            "by_district": rows,
            "samples": {"gains": self.gaining, "loses": self.losing},
        }


def measure(edition: Edition, on: date, told: Told = lambda n: None) -> dict[str, Any]:
    """The impact of an edition (published or not) on a day; `told` hears of each chunk's size."""
    against = in_force(edition.scheme, on)
    new = register_rules(edition, on)
    old = register_rules(against, on) if against else None
    impact = Impact()
    for chunk in chunks():
        _measure(impact, chunk, on, old, new)
        told(len(chunk))
    against_code = against.code if against else None
    return {"as_of": on.isoformat(), "against": against_code, **impact.as_json()}


def in_force(scheme: Scheme, on: date) -> Edition | None:
    """The edition that judges new applications on the day; None where there is none."""
    try:
        return edition_for(scheme, KIND, on)
    except NoEdition:
        return None


def _measure(
    impact: Impact,
    chunk: Sequence[Enterprise],
    on: date,
    old: RegisterRules | None,
    new: RegisterRules,
) -> None:
    ids = [each.pk for each in chunk]
    lives = dict(
        Residence.objects.on(on).filter(enterprise__in=ids).values_list("enterprise", "district__code")
    )  # fmt: skip
    standings = standings_shown(chunk, on)
    for firm in chunk:
        standing = standings[firm.pk]
        before = old.hold(standing) if old else {}
        after = new.hold(standing)
        was = old.whole(before) if old else Verdict.NOT_MET
        becomes = new.whole(after)
        district = lives.get(firm.pk) or NOWHERE
        impact.whole.add(was, becomes)
        impact.districts.setdefault(district, Count(district)).add(was, becomes)
        listed = _listed(impact, was, becomes)
        if listed is not None and len(listed) < MOST_NAMED:
            listed.append(_named(firm, district, before, after))


def _listed(impact: Impact, was: Verdict, becomes: Verdict) -> list[dict[str, Any]] | None:
    """Where this enterprise is named: among who gains, who loses, or nowhere."""
    if (was is Verdict.MET) is (becomes is Verdict.MET):
        return None
    return impact.gaining if becomes is Verdict.MET else impact.losing


def _named(firm: Enterprise, district: str, before: Verdicts, after: Verdicts) -> dict[str, Any]:
    """One enterprise with the criteria that are found otherwise; by code, null where there is none."""
    changed = [
        {"code": code, "before": before.get(code), "after": after.get(code)}
        for code in {**before, **after}
        if _counts(before.get(code)) is not _counts(after.get(code))
    ]
    return {
        "credit_code": firm.credit_code,
        "name": firm.name,
        "district": district,
        "changed": changed,
    }


def _counts(verdict: Verdict | None) -> bool | None:
    """Whether a verdict helps; a criterion that is not there hinders nobody."""
    return None if verdict is Verdict.UNKNOWN else verdict in (None, Verdict.MET, Verdict.WAIVED)
