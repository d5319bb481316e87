"""The earliest day on which an enterprise could qualify, and what it waits for until then.

Figures are taken to stay as they are, changes of a gap as made; what is left is time: years that
must pass, a bar after revocation, an edition that is not yet in force, a window that is not open.
"""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from certifications.bars import bar_on
from certifications.climbing.changes import Sort
from certifications.climbing.gaps import Gap
from certifications.models import Edition
from certifications.rules.criteria import NEW, verdicts
from certifications.rules.rulebook import Rulebook
from certifications.rules.verdicts import Verdict
from certifications.standing import Standing
from enterprises.facts import YEARS_KNOWN
from enterprises.levers import ripe_on
from enterprises.models import Enterprise
from enterprises.vocabulary import fact_label


@dataclass(frozen=True)
class Wait:
    """One thing that only time brings, and the day it brings it."""

    until: date
    says: str


@dataclass(frozen=True)
class Earliest:
    """The first day on which nothing is left to wait for, with every wait on the way there."""

    on: date
    waits: tuple[Wait, ...] = ()

    @property
    def reasons(self) -> list[str]:
        return [wait.says for wait in self.waits]


def earliest_day(
    edition: Edition,
    enterprise: Enterprise | None,
    gap: Gap | None,
    on: date,
    *,
    past: Wait | None = None,
) -> Earliest:
    """The earliest day for a gap (or for none at all), seen from a day; `past` is `outgrown_on`."""
    waits = [*_growing(gap, on), *_barred(edition, enterprise, on), *_in_force(edition, on)]
    waits += [past] if past else []
    ready = max([on, *(wait.until for wait in waits)])
    waits += _window(edition, ready)
    day = max([ready, *(wait.until for wait in waits)])
    return Earliest(day, tuple(sorted(waits, key=lambda wait: wait.until)))


def outgrown_on(
    book: Rulebook, standing: Standing, codes: Collection[str], on: date, kind: str = NEW
) -> Wait | None:
    """When figures of past years that cannot be mended no longer count; None if they always will.

    What counts then are years whose figures nobody knows yet, so it is the earliest day only.
    """
    for years in range(1, YEARS_KNOWN + 1):
        then = verdicts(book, standing.had(standing.facts.aged(years)), kind)
        if all(then[code] is not Verdict.NOT_MET for code in codes):
            day = date(on.year + years, 1, 1)
            says = _("%(year)d 年及以前的数据自 %(day)s 起不再计入")
            return Wait(day, says % {"year": on.year - 1, "day": day.isoformat()})
    return None


def _growing(gap: Gap | None, on: date) -> Iterator[Wait]:
    for change in gap.changes if gap else ():
        if change.sort is Sort.WAIT:
            day = ripe_on(change.code, change.amount, on)
            says = _("%(fact)s到 %(day)s 达到要求")
            yield Wait(day, says % {"fact": fact_label(change.code), "day": day.isoformat()})


def _barred(edition: Edition, enterprise: Enterprise | None, on: date) -> Iterator[Wait]:
    """After revocation, only where the edition has a bar (none for 高新技术企业)."""
    bar = bar_on(edition, enterprise, on) if enterprise else None
    if bar:
        yield Wait(bar.until, bar.says)


def _in_force(edition: Edition, on: date) -> Iterator[Wait]:
    if edition.in_force_from and edition.in_force_from > on:
        yield Wait(
            edition.in_force_from, _("规则自 %(day)s 起施行") % {"day": edition.in_force_from}
        )


def _window(edition: Edition, ready: date) -> list[Wait]:
    """The next filing window that the edition knows; none where it names none to come."""
    windows = [
        (date.fromisoformat(each["from"]), date.fromisoformat(each["until"]))
        for each in edition.rules.get("windows", ())
        if each.get("from") and each.get("until")
    ]
    coming = sorted(opens for opens, closes in windows if closes >= ready)
    if not coming or coming[0] <= ready:
        return []
    return [Wait(coming[0], _("申报期自 %(day)s 开始") % {"day": coming[0].isoformat()})]
