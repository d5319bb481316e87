"""The one way to count: what was held, begun or lapsed, and the list behind each number.

What is counted is the holding (持有期), so overlapping or adjoining certificates of one scheme
count once; place and trade are those of the day that counts. A number and its list are the same
query. It does not know what an indicator is called, or what was promised.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

from django.db import models
from django.db.models import Count, Exists, OuterRef, Q, QuerySet, Subquery

from certifications.models import Holding
from enterprises.models import ChainLink, Enterprise, IndustrySpan, Residence
from registry.periods import Period

Day = date | str  # one day for all, or the field of a holding that holds its own
PLACES = {"district": "district__code"}
TRADES = {"industry": "industry__code", "section": "industry__parent__code"}
AXES = (*PLACES, *TRADES)


@dataclass(frozen=True)
class Slice:
    """Which holdings are meant; an empty field means all. Codes, as the seeds write them."""

    schemes: tuple[str, ...] = ()
    without: tuple[str, ...] = ()
    rung: int | None = None
    district: str | None = None
    industry: str | None = None
    chain: str | None = None

    def of(self, *schemes: str) -> "Slice":
        """The same slice of certain schemes."""
        return replace(self, schemes=schemes)


EVERYTHING = Slice()


@dataclass(frozen=True)
class Counted:
    """Holdings that count: the number of enterprises, the list of them, and who lives where."""

    base: QuerySet[Holding]
    when: Q
    at: Day

    @property
    def holdings(self) -> QuerySet[Holding]:
        return self.base.filter(self.when)

    def enterprises(self) -> QuerySet[Enterprise]:
        """The list behind the number."""
        return Enterprise.objects.filter(pk__in=self.holdings.values("enterprise"))

    def number(self) -> int:
        return numbers([self])[0]

    def by(self, *axes: str) -> dict[tuple[str, ...], int]:
        """Enterprises for each combination of codes (``""`` where none is known), in one query."""
        rows = self.holdings.annotate(**{f"at_{axis}": _code(axis, self.at) for axis in axes})
        counted = rows.order_by().values_list(*(f"at_{axis}" for axis in axes))
        cells = counted.annotate(number=Count("enterprise", distinct=True))
        return {tuple(code or "" for code in cell[:-1]): cell[-1] for cell in cells}


def numbers(counts: Sequence[Counted]) -> list[int]:
    """How many enterprises each count has: one query for counts that share their base."""
    if not counts:
        return []
    points = {
        f"point_{place}": Count("enterprise", filter=counted.when, distinct=True)
        for place, counted in enumerate(counts)
    }
    found = counts[0].base.order_by().aggregate(**points)
    return [found[point] for point in points]


def held(within: Slice, day: date) -> Counted:
    """Stock (存量): holdings that last on the day."""
    lasting = Q(last_day__isnull=True) | Q(last_day__gte=day)
    when = Q(first_day__lte=day) & lasting & _lived(within, day)
    if within.without:
        others = Slice(schemes=within.without)
        when &= ~Q(enterprise__in=held(others, day).holdings.values("enterprise"))
    return Counted(_base(within), when, day)


def had(within: Slice, day: date) -> Counted:
    """Held on the day or at some time before it (曾持有)."""
    return Counted(_base(within), Q(first_day__lte=day) & _lived(within, day), day)


def begun(within: Slice, period: Period) -> Counted:
    """New (新增): holdings whose first day lies in the period, each at its first day."""
    when = Q(first_day__range=(period.first, period.last)) & _lived(within, "first_day")
    return Counted(_base(within), when, "first_day")


def first_begun(within: Slice, period: Period) -> Counted:
    """First recognitions (首次): begun, and the enterprise never held the scheme before."""
    earlier = Holding.objects.filter(
        enterprise=OuterRef("enterprise"),
        scheme=OuterRef("scheme"),
        first_day__lt=OuterRef("first_day"),
    )
    counted = begun(within, period)
    return replace(counted, base=counted.base.filter(~Exists(earlier)))


def lapsed(within: Slice, period: Period) -> Counted:
    """Lapsed (失效): holdings whose first day without the title lies in the period."""
    one_day = timedelta(days=1)
    last_days = (period.first - one_day, period.last - one_day)
    when = Q(last_day__range=last_days) & _lived(within, "last_day")
    return Counted(_base(within), when, "last_day")


def _base(within: Slice) -> QuerySet[Holding]:
    found: QuerySet[Holding] = Holding.objects.all()
    if within.schemes:
        found = found.filter(scheme__code__in=within.schemes)
    if within.rung is not None:
        found = found.filter(scheme__rung=within.rung)
    return found


def _lived(within: Slice, day: Day) -> Q:
    """Only holdings whose enterprise was in the district, trade and chain on the day."""
    where = Q()
    if within.district is not None:
        where &= _among(Residence, Q(district__code=within.district), day)
    if within.industry is not None:
        trade = Q(industry__code=within.industry) | Q(industry__parent__code=within.industry)
        where &= _among(IndustrySpan, trade, day)
    if within.chain is not None:
        where &= _among(ChainLink, Q(chain__code=within.chain), day)
    return where


def _among(spans: type[models.Model], which: Q, day: Day) -> Q:
    rows: QuerySet[Any] = spans._default_manager.filter(which)
    if isinstance(day, date):  # one day for all: a set that the database works out once
        return Q(enterprise__in=rows.filter(_on(day)).values("enterprise"))
    return Q(Exists(rows.filter(_on(OuterRef(day)), enterprise=OuterRef("enterprise"))))


def _code(axis: str, day: Day) -> Subquery:
    """The code of the district or trade of a holding's enterprise on the day."""
    spans: type[models.Model] = Residence if axis in PLACES else IndustrySpan
    moment = day if isinstance(day, date) else OuterRef(day)
    rows = spans._default_manager.filter(_on(moment), enterprise=OuterRef("enterprise"))
    return Subquery(rows.order_by("-since").values({**PLACES, **TRADES}[axis])[:1])


def _on(day: date | OuterRef) -> Q:
    started = Q(since__isnull=True) | Q(since__lte=day)
    return started & (Q(until__isnull=True) | Q(until__gte=day))
