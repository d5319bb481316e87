"""The ladder: which rungs an enterprise stands on, and which is the highest."""

from dataclasses import dataclass
from datetime import date

from certifications.models import Certification
from enterprises.models import Enterprise


@dataclass(frozen=True)
class Position:
    """The titles held on a day and the highest rung among them (0: none)."""

    certifications: list[Certification]

    @property
    def rung(self) -> int:
        return max((row.scheme.rung for row in self.certifications), default=0)

    def on_rung(self, rung: int) -> list[Certification]:
        return [row for row in self.certifications if row.scheme.rung == rung]


def position(enterprise: Enterprise, on: date) -> Position:
    """Where an enterprise stands on a day; computed, never stored."""
    held = Certification.objects.held_on(on).filter(enterprise=enterprise)
    return Position(list(held.select_related("scheme").order_by("scheme__rung", "scheme__order")))
