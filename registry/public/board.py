"""The target board: what the city promised, in the report's words, and where it stands."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import groupby

from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from enterprises.clock import today
from registry import targets
from registry.breakdown import by_district
from registry.charts import Sparkline, sparkline
from registry.figures import sentence
from registry.indicators import Indicator, find, observe_all
from registry.models import Commitment
from registry.observations import Observation
from registry.public.day import Slider, slider
from registry.public.invented import is_invented
from registry.query import Words
from registry.targets import Line
from registry.templatetags.city import percent

ONE = Decimal(1)
CARRIED = "high_tech_enterprises"
LADDER = (
    "tech_sme_entered",
    "srdi_smes",
    "high_tech_enterprises",
    "little_giants",
    "leading_enterprises",
)


@dataclass(frozen=True)
class Card:
    """A promise with its chart, as the page shows it."""

    line: Line
    chart: Sparkline | None
    is_invented: bool = False

    @property
    def light(self) -> str:
        """The colour of the bar: kept, in time, behind, failed."""
        if self.line.is_met:
            return "ok"
        if self.line.state == targets.State.NOT_MET:
            return "bad"
        return "warn" if self.line.is_behind else "wait"

    @property
    def words(self) -> str:
        """The sentence under the bar: the part done, and the pace where there is one.

        A percentage of a percentage means nothing: rates stand beside their target instead.
        """
        unit = self.line.commitment.unit
        if unit == "share":
            figures = {"value": percent(self.line.value), "target": percent(self.line.target)}
            return _("实际 %(value)s，目标 %(target)s") % figures
        done = _("完成目标的 %s") % percent(self.line.progress)
        if self.line.closed or self.line.is_met or self.line.expected is None:
            return done
        due = _("按节奏此时应为 %s") % sentence(self.line.expected.quantize(ONE), unit)
        return f"{done} · {due}"


@require_safe
def board(request: HttpRequest) -> HttpResponse:
    words, now = Words(request.GET, ("year", "as_of", "day")), today()
    years = years_with_promises(now)
    if not years:
        return render(request, "public/no_board.html")
    year = int(words.choice("year", [str(each) for each in years]) or years[-1])
    days = slider(words, year, now)
    if words.text("day"):
        return redirect(address("board", year=year, as_of=days.as_of))
    commitments = list(promises(year))
    invented = is_invented()
    listed = cards(targets.lines(commitments, year, days.as_of), invented)
    context = {
        "years": years,
        "year": year,
        "days": days,
        "as_of": days.as_of,
        "closed": now > days.year.last,
        "cards": listed,
        "paragraphs": paragraphs(commitments),
        "is_demo": any(row.is_demo for row in commitments),
        "is_invented": invented,
        **tally(listed),
        **_city(days),
    }
    return render(request, "public/board.html", context)


@require_safe
def commitment(request: HttpRequest, year: int, code: str) -> HttpResponse:
    """One promise: its sentence, how it was read, its figure, and who carries it."""
    words, now = Words(request.GET, ("as_of", "day")), today()
    row = promises(year).filter(code=code).first()
    if row is None or year > now.year:
        raise Http404
    days = slider(words, year, now)
    if words.text("day"):
        return redirect(address("commitment", year, code, as_of=days.as_of))
    invented = is_invented()
    card = next(iter(cards(targets.lines([row], year, days.as_of), invented)), None)
    counted = card.line.indicator if card and card.line.indicator.is_counted else None
    context = {
        "commitment": row,
        "card": card,
        "is_invented": invented,
        "days": days,
        "as_of": days.as_of,
        "breakdown": by_district(counted, days.as_of) if counted else None,
    }
    return render(request, "public/commitment.html", context)


def promises(year: int) -> QuerySet[Commitment]:
    return Commitment.objects.filter(year=year).select_related("responsible").order_by("order")


def years_with_promises(now: date) -> list[int]:
    """The years of the tabs, oldest first; a year that has not begun has no board yet."""
    years = Commitment.objects.filter(year__lte=now.year).order_by("year")
    return list(years.values_list("year", flat=True).distinct())


def cards(lines: Iterable[Line], invented: bool = False) -> list[Card]:
    """What the register counts is invented in a demo city; what bureaus state names its source."""
    return [
        Card(line, sparkline(line.path), invented) if line.path else Card(line, None)
        for line in lines
    ]


def tally(listed: list[Card]) -> dict[str, int]:
    """How many promises stand where: the sentence on top of the page."""
    states = [card.line.state for card in listed]
    counts = {f"number_{state}": states.count(state) for state in targets.State}
    return counts | {"number_behind": sum(card.line.is_behind for card in listed)}


def paragraphs(commitments: list[Commitment]) -> list[tuple[str, list[Commitment]]]:
    """The whole report, paragraph by paragraph, in its own order."""
    return [
        (paragraph, list(rows))
        for paragraph, rows in groupby(commitments, key=lambda row: row.paragraph)
    ]


def _city(days: Slider) -> dict[str, object]:
    """The ladder in a row of numbers, and which district carries the high-tech firms."""
    ladder = [find(code) for code in LADDER]
    seen = observe_all(ladder, days.as_of)
    steps: list[tuple[Indicator, Observation]] = [(each, seen[each.code]) for each in ladder]
    carried = find(CARRIED)
    return {"ladder": steps, "carried": carried, "breakdown": by_district(carried, days.as_of)}


def address(name: str, *args: object, **words: object) -> str:
    query = {word: str(value) for word, value in words.items()}
    return f"{reverse(name, args=args)}?{urlencode(query)}"
