"""A city to measure in: renewals early, adjoining and late, a few ended; same numbers every run."""

from datetime import date, timedelta
from random import Random

from django.core.management import call_command

from certifications import holdings
from certifications.models import Certification, Scheme
from enterprises.clock import morning_of
from enterprises.models import District, Enterprise, Residence, YearlyFigures
from enterprises.models.figures import MONEY_FIGURES
from tests.registry.conftest import credit_code

SCHEMES = ("tech_sme", "srdi_sme", "high_tech")
FIRST = date(2015, 1, 1)
LAST_YEARS = (2023, 2024, 2025)
CHUNK = 5_000


def build(enterprises: int) -> int:
    """Migrate, seed and fill; return how many certifications there are."""
    call_command("migrate", verbosity=0, interactive=False)
    call_command("seed", verbosity=0)
    dice = Random(20_240_101)  # noqa: S311 - the same city every time is the point
    found = District.objects.exclude(level="city").filter(until=None)
    districts = list(found.order_by("code"))
    schemes = list(Scheme.objects.filter(code__in=SCHEMES).order_by("code"))
    for start in range(0, enterprises, CHUNK):
        count = min(CHUNK, enterprises - start)
        rows = Enterprise.objects.bulk_create(
            Enterprise(
                credit_code=credit_code(start + n),
                name=f"青岛第{start + n}科技有限公司",
                registered_on=date(2012, 5, 6),
            )
            for n in range(count)
        )
        Residence.objects.bulk_create(
            Residence(enterprise=row, district=dice.choice(districts)) for row in rows
        )
        YearlyFigures.objects.bulk_create(
            figures for row in rows for figures in three_years(row, dice)
        )
        Certification.objects.bulk_create(
            title for row in rows for scheme in schemes for title in titles(row, scheme, dice)
        )
    for scheme in schemes:
        holdings.refold(scheme.pk)
    return Certification.objects.count()


def three_years(enterprise: Enterprise, dice: Random) -> list[YearlyFigures]:
    """What the rules look at, for the three years before the day that is measured; none for some."""
    if dice.random() < 0.3:
        return []
    revenue, heads = dice.randrange(200, 30_000), dice.randrange(5, 600)
    money = {code: dice.randrange(revenue * 12_000) for code in MONEY_FIGURES}
    money |= {"revenue": revenue * 10_000, "rd_spend": dice.randrange(revenue * 1_500)}
    staff = {"employees": heads, "tech_staff": dice.randrange(heads), "rd_staff": heads // 9}
    return [
        YearlyFigures(
            enterprise=enterprise, year=year, entered_at=morning_of(FIRST), source="bench",
            **money, **staff,
        )
        for year in LAST_YEARS
    ]  # fmt: skip


def titles(enterprise: Enterprise, scheme: Scheme, dice: Random) -> list[Certification]:
    """None for two in five; else up to three in a row."""
    if dice.random() < 0.4:
        return []
    made, first = [], FIRST + timedelta(days=dice.randrange(365 * 8))
    for number in range(dice.randint(1, 3)):
        last = first + timedelta(days=3 * 365)
        made.append(
            Certification(
                enterprise=enterprise, scheme=scheme,
                number=f"{enterprise.credit_code}-{scheme.pk}-{number}", conferred_by="市",
                issued_on=first, valid_from=first, valid_until=last,
                source=Certification.Source.DEMO, recorded_at=morning_of(first),
            )
        )  # fmt: skip
        first = last + timedelta(days=dice.choice((-60, 1, 1, 1, 45)))
    return made
