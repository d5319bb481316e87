"""A small city to count in: enterprises by hand, among the seeded places, trades and schemes."""

import itertools
from dataclasses import dataclass, field
from datetime import date

import pytest

from certifications.models import Certification, Holding, Scheme
from enterprises.clock import morning_of
from enterprises.credit_code import check_character
from enterprises.models import (
    Chain,
    ChainLink,
    District,
    Enterprise,
    Industry,
    IndustrySpan,
    NameSpan,
    Residence,
)
from registry.models import Commitment, ReportedFigure


def credit_code(number: int) -> str:
    first = f"91370200MA3C{number:05d}"
    return first + check_character(first)


@dataclass
class City:
    """Makes rows the way an import would leave them."""

    numbers: itertools.count = field(default_factory=lambda: itertools.count(1))

    def enterprise(self, name="", *, district="370212", industry=None, since=None) -> Enterprise:
        number = next(self.numbers)
        name = name or f"青岛第{number}科技有限公司"
        enterprise = Enterprise.objects.create(credit_code=credit_code(number), name=name)
        NameSpan.objects.create(enterprise=enterprise, name=name)
        self.lives(enterprise, district, since=since)
        if industry:
            self.works(enterprise, industry)
        return enterprise

    def lives(self, enterprise, district, since=None, until=None) -> Residence:
        place = District.objects.get(code=district) if district else None
        return Residence.objects.create(
            enterprise=enterprise, district=place, since=since, until=until
        )

    def moves(self, enterprise, district, on: date) -> None:
        eve = date.fromordinal(on.toordinal() - 1)
        enterprise.residences.filter(until=None).update(until=eve)
        self.lives(enterprise, district, since=on)

    def works(self, enterprise, industry, since=None, until=None) -> IndustrySpan:
        return IndustrySpan.objects.create(
            enterprise=enterprise,
            industry=Industry.objects.get(code=industry),
            since=since,
            until=until,
        )

    def joins(self, enterprise, chain, taxonomy="qd2025") -> ChainLink:
        return ChainLink.objects.create(
            enterprise=enterprise, chain=Chain.objects.get(code=chain, taxonomy__code=taxonomy)
        )

    def holds(self, enterprise, scheme, first: date, last: date | None = None) -> Holding:
        return Holding.objects.create(
            enterprise=enterprise,
            scheme=Scheme.objects.get(code=scheme),
            first_day=first,
            last_day=last,
        )

    def certifies(
        self, enterprise, scheme, first: date, last: date | None = None, number="", **more
    ) -> Certification:
        self.holds(enterprise, scheme, first, last)
        return Certification.objects.create(
            enterprise=enterprise,
            scheme=Scheme.objects.get(code=scheme),
            number=number or f"N{next(self.numbers):08d}",
            conferred_by="青岛市主管部门",
            issued_on=first,
            valid_from=first,
            valid_until=last,
            source="list",
            recorded_at=morning_of(first),
            **more,
        )


@pytest.fixture
def city(db) -> City:
    """The seeded places, schemes and trades, and no promise yet."""
    Commitment.objects.all().delete()
    ReportedFigure.objects.all().delete()
    return City()
