"""An enterprise's standing: its facts, and what only this app knows, the titles it holds on a day."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from certifications.models import Application, Certification
from enterprises.facts import Facts, Value
from enterprises.known import facts_of
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
    """The same, with what the enterprise claims in the application."""
    return standing_of(application.enterprise, on, application.claims)


def titles_held(enterprise: Enterprise, on: date) -> frozenset[str]:
    held = Certification.objects.held_on(on).filter(enterprise=enterprise)
    return frozenset(held.values_list("scheme__code", flat=True))
