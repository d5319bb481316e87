"""The yearly figures that offices see: what was handed in, and what others reported.

What is typed into a draft, or into a correction that was not handed in again, is the enterprise's
own until it is; what a submission froze is seen, in whichever draft it was typed first.
"""

from collections.abc import Iterable, Mapping
from decimal import Decimal

from certifications.models import Application, Submission
from enterprises.facts import YEARS_KNOWN, Origin, Value
from enterprises.known import STATES
from enterprises.models import YearlyFigures
from enterprises.models.figures import FIGURES

Version = tuple[int, int]  # year, version
Frozen = dict[Version, dict[str, str | None]]


def figures_shown(enterprises: Iterable[int]) -> dict[int, dict[int, YearlyFigures]]:
    """The figures by enterprise (id) and year; rows to read, never to save."""
    ids = list(enterprises)
    own, frozen = _own_sources(ids), _frozen(ids)
    found: dict[int, dict[int, YearlyFigures]] = {pk: {} for pk in ids}
    rows = YearlyFigures.objects.filter(enterprise__in=ids).select_related("entered_by")
    for row in rows.order_by("version"):
        years, pk = found[row.enterprise_id], row.enterprise_id
        handed_in = frozen.get(pk, {}).get((row.year, row.version))
        if row.source in own and handed_in is None:
            continue
        if row.source in own:
            _as_seen_before(row, years.get(row.year))
        for code, value in (handed_in or {}).items():
            setattr(row, code, None if value is None else Decimal(value))
        years[row.year] = row
    return found


def _own_sources(enterprises: Iterable[int]) -> set[str]:
    """What the enterprises' own applications are called where they are the source of figures."""
    cases = Application.objects.filter(enterprise__in=enterprises).only("reference")
    return {case.subject for case in cases}


def years_back(years: Mapping[int, YearlyFigures], last: int) -> dict[int, dict[str, Value]]:
    """The figures by years back from the last full year, as far back as any rule looks."""
    return {
        back: {code: getattr(row, code) for code in FIGURES}
        for back, row in _back(years, last).items()
    }


def states_back(years: Mapping[int, YearlyFigures], last: int) -> dict[int, Origin]:
    """How far each year was verified, by years back from the last full year."""
    return {
        back: STATES[YearlyFigures.State(row.state)] for back, row in _back(years, last).items()
    }


def _back(years: Mapping[int, YearlyFigures], last: int) -> dict[int, YearlyFigures]:
    return {last - year: row for year, row in years.items() if 0 <= last - year < YEARS_KNOWN}


def versions_handed_in(handed_in: Submission) -> Frozen:
    """(year, version) → figures, as the submission froze them."""
    return _versions(handed_in.contents["figures"])


def _frozen(enterprises: Iterable[int]) -> dict[int, Frozen]:
    """What each enterprise's submissions froze; several of one version are seen together."""
    rows = Submission.objects.filter(application__enterprise__in=enterprises).order_by("at")
    found: dict[int, Frozen] = {}
    for pk, contents in rows.values_list("application__enterprise", "contents"):
        seen = found.setdefault(pk, {})
        for version, values in _versions(contents.get("figures", {})).items():
            seen[version] = seen.get(version, {}) | values
    return found


def _versions(figures: Mapping[str, dict[str, str | None]]) -> Frozen:
    found = {}
    for key, values in figures.items():
        year, version = key.split("/v")
        found[int(year), int(version)] = values
    return found


def _as_seen_before(row: YearlyFigures, before: YearlyFigures | None) -> None:
    """A version of a case carries figures along that nobody handed in: back to what was seen."""
    for code in FIGURES:
        setattr(row, code, getattr(before, code, None))
