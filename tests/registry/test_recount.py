"""Counting agrees with a slow, obvious recount over every holding, on random histories."""

from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some

from certifications.models import Holding
from enterprises.models import IndustrySpan, Residence
from registry.counting import Slice, begun, first_begun, held, lapsed
from registry.periods import Period

DAY_ZERO = date(2023, 1, 1)
PLACES = (None, "370212", "370214", "370215")
TRADES = ("35", "39")
SCHEMES = ("high_tech", "srdi_sme", "unicorn")

spans = some.lists(some.integers(0, 40), max_size=4, unique=True).map(sorted)
histories = some.lists(
    some.fixed_dictionaries(
        {
            "titles": some.dictionaries(some.sampled_from(SCHEMES), spans),
            "moves": some.lists(some.sampled_from(PLACES), min_size=1, max_size=3),
            "trade": some.sampled_from((None, *TRADES)),
        }
    ),
    min_size=1,
    max_size=4,
)


def day(number: int) -> date:
    return DAY_ZERO + timedelta(days=number)


def write(city, history) -> None:
    """Titles open and close at the drawn days; moves happen every fifteen days."""
    firm = city.enterprise(district=None, industry=history["trade"])
    firm.residences.all().delete()
    for place, district in enumerate(history["moves"]):
        last = place == len(history["moves"]) - 1
        until = None if last else day(15 * place + 14)
        city.lives(firm, district, since=day(15 * place) if place else None, until=until)
    for scheme, bounds in history["titles"].items():
        for first, end in zip(bounds[::2], [*bounds[1::2], None], strict=False):
            city.holds(firm, scheme, day(first), day(end - 1) if end is not None else None)


def on(rows, moment: date):
    return [row for row in rows if row.holds_on(moment)]


def lived(holding: Holding, moment: date, within: Slice) -> bool:
    places = [
        row.district.code for row in on(holding.enterprise.residences.all(), moment) if row.district
    ]
    trades = [row.industry.code for row in on(holding.enterprise.industries.all(), moment)]
    here = within.district is None or within.district in places
    this = within.industry is None or within.industry in trades
    return here and this and (not within.schemes or holding.scheme.code in within.schemes)


def recount(counts_at, within: Slice) -> set[int]:
    """Every holding that counts, one by one; counts_at gives the day it counts on, or None."""
    moments = [(holding, counts_at(holding)) for holding in Holding.objects.all()]
    return {
        holding.enterprise_id
        for holding, moment in moments
        if moment is not None and lived(holding, moment, within)
    }


def listed(counted) -> set[int]:
    found = list(counted.enterprises().values_list("pk", flat=True))
    assert counted.number() == len(found)
    return set(found)


slices = some.builds(
    Slice,
    schemes=some.lists(some.sampled_from(SCHEMES), unique=True).map(tuple),
    district=some.sampled_from(PLACES),
    industry=some.sampled_from((None, *TRADES)),
)


@pytest.mark.django_db
@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(histories=histories, within=slices, when=some.integers(0, 45), length=some.integers(0, 20))
def test_every_count_is_the_recount(city, histories, within, when, length):
    for table in (Holding, Residence, IndustrySpan):
        table.objects.all().delete()
    for history in histories:
        write(city, history)
    moment, period = day(when), Period(day(when), day(when + length))

    def held_at(holding):
        lasts = holding.last_day is None or holding.last_day >= moment
        return moment if holding.first_day <= moment and lasts else None

    def began(holding):
        return holding.first_day if holding.first_day in period else None

    def began_first(holding):
        earlier = Holding.objects.filter(enterprise=holding.enterprise, scheme=holding.scheme)
        first = min(earlier.values_list("first_day", flat=True))
        return began(holding) if holding.first_day == first else None

    def ended(holding):
        gone = holding.last_day and holding.last_day + timedelta(days=1)
        return holding.last_day if gone and gone in period else None

    assert listed(held(within, moment)) == recount(held_at, within)
    assert listed(begun(within, period)) == recount(began, within)
    assert listed(first_begun(within, period)) == recount(began_first, within)
    assert listed(lapsed(within, period)) == recount(ended, within)
    stock = held(within, moment)
    assert sum(stock.by("district").values()) == stock.number()
    assert sum(stock.by("district", "industry").values()) == stock.number()
