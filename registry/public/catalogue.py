"""The catalogue of rules: every title by rung, with the edition in force and what is coming."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from django.utils.translation import gettext as _

from certifications.ladder_words import rung_names, track_names
from certifications.models import Edition, Scheme
from certifications.self_check.asked import is_open_to_check
from enterprises.templatetags.reading import day as spelt

FIRST = date.min


class Phase(StrEnum):
    """Where an edition stands on a day."""

    COMING = "coming"
    IN_FORCE = "in_force"
    RENEWALS = "renewals"
    REPLACED = "replaced"


@dataclass(frozen=True)
class Standing:
    """An edition as it stands on a day, in a word and a tag."""

    edition: Edition
    phase: Phase

    @property
    def says(self) -> str:
        edition = self.edition
        if self.phase is Phase.COMING:
            return _("%s起施行") % spelt(edition.in_force_from)
        if self.phase is Phase.IN_FORCE:
            return _("施行中") if edition.in_force_from else _("起始日不明")
        if self.phase is Phase.RENEWALS:
            return _("只用于复核，至%s") % spelt(edition.renewals_until)
        return _("已于%s停止施行") % spelt(edition.in_force_until)

    @property
    def tag(self) -> str:
        """The state whose shape and colour it takes (pieces/state.html)."""
        if self.phase is Phase.IN_FORCE and self.edition.in_force_from is None:
            return "unknown"
        return {
            Phase.COMING: "submitted",
            Phase.IN_FORCE: "valid",
            Phase.RENEWALS: "attention",
            Phase.REPLACED: "ended",
        }[self.phase]


@dataclass(frozen=True)
class Title:
    """A title of the ladder with its editions, the latest first."""

    scheme: Scheme
    track: str
    editions: list[Standing] = field(default_factory=list)

    def _of(self, phase: Phase) -> list[Standing]:
        return [each for each in self.editions if each.phase is phase]

    @property
    def in_force(self) -> Standing | None:
        return next(iter(self._of(Phase.IN_FORCE)), None)

    @property
    def coming(self) -> list[Standing]:
        return self._of(Phase.COMING)

    @property
    def for_renewals(self) -> list[Standing]:
        return self._of(Phase.RENEWALS)

    @property
    def shown(self) -> Standing | None:
        """The edition in force; where there is none, the next to come, else the last there was."""
        order = (Phase.IN_FORCE, Phase.COMING, Phase.RENEWALS, Phase.REPLACED)
        return next((each for phase in order for each in self._of(phase)), None)

    @property
    def is_held(self) -> bool:
        """Whether anybody can hold it; an umbrella follows from others, a programme is no title."""
        return self.scheme.form != Scheme.Form.NONE

    @property
    def is_left_to_people(self) -> bool:
        """Whether there are conditions, and none that figures could tell of."""
        found = self.in_force
        return bool(found and found.edition.rules["criteria"]) and not self.can_be_checked

    @property
    def can_be_checked(self) -> bool:
        return bool(self.in_force and is_open_to_check(self.in_force.edition))


@dataclass(frozen=True)
class Rung:
    """A rung of the ladder and its titles."""

    number: int
    name: str
    titles: list[Title]


def stands(edition: Edition, day: date) -> Standing:
    """Where an edition stands on a day; one whose first day nobody found has begun."""
    if (edition.in_force_from or FIRST) > day:
        return Standing(edition, Phase.COMING)
    if edition.in_force_until is None or edition.in_force_until >= day:
        return Standing(edition, Phase.IN_FORCE)
    kept = edition.renewals_until is not None and edition.renewals_until >= day
    return Standing(edition, Phase.RENEWALS if kept else Phase.REPLACED)


def titles(day: date, schemes: Iterable[Scheme] | None = None) -> list[Title]:
    """Every title (or these) with its editions as they stand on the day."""
    rows = Scheme.objects.order_by("rung", "order") if schemes is None else schemes
    found = {row.pk: Title(row, track_names().get(row.track, row.track)) for row in rows}
    editions = Edition.objects.filter(scheme__in=found).select_related("scheme")
    for edition in sorted(editions, key=lambda each: each.in_force_from or FIRST, reverse=True):
        found[edition.scheme_id].editions.append(stands(edition, day))
    return list(found.values())


def rungs(day: date) -> list[Rung]:
    """The whole ladder, the lowest rung first."""
    listed = titles(day)
    return [
        Rung(number, name, [each for each in listed if each.scheme.rung == number])
        for number, name in sorted(rung_names().items())
    ]
