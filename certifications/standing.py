"""An enterprise's standing: its facts, and what only this app knows, the titles it holds on a day."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from certifications.models import Application, Certification, Submission
from certifications.states import EDITABLE
from enterprises.facts import Facts, Value
from enterprises.known import facts_of, known_of
from enterprises.models import Enterprise


@dataclass(frozen=True)
class Standing:
    """Facts with the codes of the schemes held."""

    facts: Facts
    held: frozenset[str] = field(default_factory=frozenset)

    def __getitem__(self, code: str) -> Value:
        return self.facts[code]

    def holds_any(self, schemes: Iterable[str]) -> bool:
        return not self.held.isdisjoint(schemes)


def standing_of(
    enterprise: Enterprise, on: date, claims: Mapping[str, Value] | None = None
) -> Standing:
    """What is known of an enterprise on a day, titles included."""
    return Standing(facts_of(enterprise, on, claims), titles_held(enterprise, on))


def standing_in(application: Application, on: date) -> Standing:
    """What a case is judged by: live while it is being filled, then what was handed in last.

    Figures that the enterprise states afterwards, in another application or a correction of
    the year, change nothing in a case that was submitted.
    """
    if application.state in EDITABLE:
        return standing_of(application.enterprise, on, application.claims)
    return standing_handed_in(application, on)


def standing_handed_in(application: Application, on: date) -> Standing:
    """What offices see of a case: the last submission, also while it is being corrected."""
    handed_in = application.submissions.last()
    if handed_in is None:
        return standing_of(application.enterprise, on, application.claims)
    facts = Facts(
        known={**known_of(application.enterprise, on), **handed_in.contents["claims"]},
        years=_years_handed_in(handed_in, on.year - 1),
    )
    return Standing(facts, titles_held(application.enterprise, on))


def _years_handed_in(handed_in: Submission, last_year: int) -> dict[int, dict[str, Value]]:
    """The frozen figures by years back; see submissions.contents_of for their shape."""
    return {
        last_year - year: {
            code: None if value is None else Decimal(value) for code, value in values.items()
        }
        for (year, _version), values in versions_handed_in(handed_in).items()
    }


def versions_handed_in(handed_in: Submission) -> dict[tuple[int, int], dict[str, str | None]]:
    """(year, version) → figures, as the submission froze them."""
    found = {}
    for key, values in handed_in.contents["figures"].items():
        year, version = key.split("/v")
        found[int(year), int(version)] = values
    return found


def titles_held(enterprise: Enterprise, on: date) -> frozenset[str]:
    held = Certification.objects.held_on(on).filter(enterprise=enterprise)
    return frozenset(held.values_list("scheme__code", flat=True))
