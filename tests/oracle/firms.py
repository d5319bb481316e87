"""Random firms that stand on the edges of the law: at a limit, a unit beside it, nothing, unknown."""

from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction

from tests.oracle.edges import (
    CENT,
    COUNTS,
    EVEN,
    GOOD,
    LARGE,
    RARE,
    RATES,
    REVENUES,
    SHARES,
    SUMS,
    TITLES,
    UNTOLD,
    WAN,
)
from tests.oracle.firm import Firm
from tests.oracle.science import MAXIMA


def random_firm(rng):
    """A firm, better or worse on the whole, of which more or less is told."""
    draw = Draw(rng, untold=rng.choice(UNTOLD), good=rng.choice((0.5, 0.9, 0.99)))
    day = date(rng.randint(2026, 2029), rng.randint(4, 12), rng.randint(1, 28))
    born = draw.registered_on(day)
    return Firm(
        day=day,
        kind=rng.choice(("new", "new", "renewal")),
        registered_on=draw.told(born),
        years=draw.years(since=day.year - 1 - born.year),
        says=draw.statements(),
        count={code: draw.told(rng.choice(values)) for code, values in COUNTS.items()},
        held=frozenset(title for title in TITLES if rng.random() < draw.title_rate),
        kin_held=frozenset(title for title in TITLES if rng.random() < 0.05),
        points=draw.expert_points(),
    )


class Draw:
    """Draws one firm's values; `untold` is how often a value is missing, `good` how it conducts itself."""

    def __init__(self, rng, untold, good):
        self.rng, self.untold, self.good = rng, untold, good
        self.title_rate = rng.choice((0.1, 0.5, 0.9))
        self.rare = rng.choice((0.0, 0.02, 0.3))

    def told(self, value):
        return None if self.rng.random() < self.untold else value

    def registered_on(self, day):
        """Young and old firms; a year or ten years old to the day, or a day beside it."""
        rng = self.rng
        back = rng.choice((0, 1, 1, 2, 2, 3, 4, 8, 10, 10, 15, 20))
        if rng.random() < 0.5:
            return min(day, date(day.year - back, rng.randint(1, 12), rng.randint(1, 28)))
        aside = rng.choice((-1, 0, 1)) if back else -rng.randint(0, 300)
        return day.replace(year=day.year - back) + timedelta(days=aside)

    def statements(self):
        rng, told = self.rng, self.told
        found = {code: told(rng.random() < self.good) for code in GOOD}
        found |= {code: told(rng.random() < self.rare) for code in RARE}
        return found | {code: told(rng.random() < 0.5) for code in EVEN}

    def expert_points(self):
        """Points that experts gave: none, some or all, now and then outside what is allowed."""
        rng = self.rng
        how_many, generous = rng.choice((0.0, 0.5, 1.0, 1.0)), rng.choice((0.2, 0.8, 1.0))
        return {
            code: most if rng.random() < generous else rng.randint(0, most)
            for code, most in MAXIMA.items()
            if rng.random() < how_many
        }

    # ---- figures

    def years(self, since):
        """Three years of figures, none of a year before the firm was there."""
        profile = self.rng.choice((dict, dict, self.funded, self.earning))()
        revenue, main = self.series(), self.series()
        net_assets, profit = self.series(signed=True), self.series(signed=True)
        years = []
        for back in range(3):
            year = {"revenue": revenue[back], "net_assets": net_assets[back]}
            year |= self.parts_of_revenue(year["revenue"], main[back], profit[back])
            year["new_equity"] = self.around(self.rng.choice((0, 0, *SUMS)))
            year |= self.staff() | self.assets() | profile.get(back, {})
            year["rd_spend_domestic"] = self.part(year["rd_spend"], ["0.59", "0.60", "1", "1"])
            years.append(
                {code: self.told(value) if back <= since else None for code, value in year.items()}
            )
        return tuple(years)

    def funded(self):
        """A firm that lives on equity: two years of it, of R&D and of R&D staff, on their edges."""
        heads = self.rng.choice((20, 100, 10_000, 10_000))
        found = {
            back: {
                "new_equity": self.around(self.rng.choice((2000, 4000, 4000, 4000, 6000)) * WAN),
                "rd_spend": self.around(self.rng.choice((600, 1500, 1500, 1500, 2000)) * WAN),
                "employees": heads,
                "rd_staff": heads // 2 - self.rng.choice((0, 0, 1)),
            }
            for back in range(2)
        }
        found[0]["revenue"] = self.around(self.rng.choice((4000, 4000, 5000, 5000, 10_000)) * WAN)
        return found

    def earning(self):
        """A firm whose revenue stands on an edge; either it or the profit grows, the other stands."""
        rate = self.rng.choice(RATES) or 1
        revenue = self.around(Decimal(self.rng.choice(REVENUES)))
        profit = Decimal(self.rng.choice((100, 200, 1000)) * WAN)
        if self.rng.random() < 0.5:
            years = (revenue, profit), ((revenue / rate**2).quantize(CENT), profit)
        else:
            years = (revenue, self.around(profit * rate**2)), (revenue, profit)
        codes = ("revenue", "net_profit")
        return {back: dict(zip(codes, years[back // 2], strict=True)) for back in (0, 2)}

    def series(self, signed=False):
        """Three years of one figure, last first: unrelated, steady, uneven, compound."""
        rng = self.rng
        rate = rng.choice(RATES)
        way = rng.randrange(6)
        if way == 0:
            found = [self.around(rng.choice((0, *REVENUES))) for _ in range(3)]
        elif way == 1:
            found = uneven(rng)
        elif way in (2, 3):
            last = self.around(Decimal(rng.choice(REVENUES)))
            grown = (rate or 1) ** 2
            found = [last, self.around(last), (last / grown).quantize(CENT)]
        else:
            base = self.around(Decimal(rng.choice(REVENUES)))
            found = [self.around(base * rate * rate), base * rate, base]
        if rng.random() < 0.1:
            found[rng.randrange(3)] = Decimal(0)
        if signed and rng.random() < 0.3:
            negative = rng.choice(((0,), (1,), (2,), (0, 2), (0, 1, 2)))
            found = [-each if back in negative else each for back, each in enumerate(found)]
        return found

    def parts_of_revenue(self, revenue, main, profit):
        rng = self.rng
        rd_spend = self.part(revenue, SHARES)
        if rng.random() < 0.2:
            rd_spend = self.around(rng.choice(SUMS))
        return {
            "main_revenue": main if rng.random() < 0.5 else self.part(revenue, LARGE),
            "main_product_revenue": self.part(revenue, LARGE),
            "rd_spend": rd_spend,
            "costs_and_expenses": self.costs(rd_spend) or self.part(revenue, LARGE),
            "net_profit": profit if rng.random() < 0.5 else self.part(revenue, SHARES),
            "total_income": revenue,
            "hightech_income": self.part(revenue, LARGE),
        }

    def costs(self, rd_spend):
        """Costs of which R&D is a round share, or a cent beside it; nothing three times in four."""
        if self.rng.random() < 0.75:
            return None
        parts = Decimal(self.rng.choice((10, 15, 20, 25, 30)))
        return self.around((rd_spend * 100 / parts).quantize(CENT))

    def staff(self):
        rng = self.rng
        heads = rng.choice((0, 1, 9, 20, 100, 200, 499, 500, 501, 1000, 10_000))
        few = [share for share in SHARES if len(share) == 4]
        return {
            "employees": heads,
            "tech_staff": max(0, int(heads * Decimal(rng.choice(few))) + rng.choice((0, 0, -1, 1))),
            "rd_staff": max(
                0, int(heads * Decimal(rng.choice(few + ["0.50"]))) + rng.choice((0, -1))
            ),
        }

    def assets(self):
        total = self.around(self.rng.choice((0, *REVENUES, 20_000 * WAN)))
        return {"total_assets": total, "total_liabilities": self.part(total, LARGE)}

    def part(self, whole, shares):
        rng = self.rng
        if rng.random() < 0.05:
            return Decimal(0)
        return max(Decimal(0), whole * Decimal(rng.choice(shares)) + self.beside())

    def around(self, value):
        return max(Decimal(0), value + self.beside())

    def beside(self):
        return self.rng.choice((0, 0, 0, CENT, -CENT, Decimal(1), Decimal(-1)))


def uneven(rng):
    """Two growths that are no round numbers and yet mean exactly a round one."""
    target = rng.choice((Decimal("1.05"), Decimal("1.15"), Decimal("1.25"), Decimal("1.35")))
    unit = rng.choice((6_000, 60_000, 600_000)) * rng.randint(1, 9)
    first, second = Decimal(3 * unit), Decimal(rng.choice((1, 2, 4)) * unit)
    third = Fraction(second) * (2 * Fraction(target) - Fraction(second) / Fraction(first))
    last = Decimal(third.numerator) / Decimal(third.denominator)
    return [last + rng.choice((0, 0, CENT, -CENT)), second, first]
