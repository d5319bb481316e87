"""Thinks up the enterprises: where, since when, how big, how inventive; renamed and moved ones too."""

from collections.abc import Iterable
from datetime import date, timedelta
from math import exp
from random import Random
from typing import Any

import seeds
from registry.demo.codes import invented_code
from registry.demo.firm import Firm, Trade
from registry.demo.naming import Naming, branch_of, some_day
from registry.demo.plan import Plan

FIRST_YEAR = 1993
MEDIAN_REVENUE = 28_000_000.0
RENAMED, MOVED, BRANCHES = 0.045, 0.02, 0.008
ONE_DAY = timedelta(days=1)


class Places:
    """Where enterprises live: districts weighted as in life, zones inside them, former codes."""

    def __init__(self, dice: Random) -> None:
        self.dice = dice
        self.rows: list[dict[str, Any]] = seeds.read("demo/places.yaml")["districts"]
        self.by_code = {row["code"]: row for row in self.rows}
        self.weights = [row["weight"] for row in self.rows]
        self.names = {row["code"]: row["name_zh"] for row in seeds.districts()}

    def district(self) -> str:
        return str(self.dice.choices(self.rows, self.weights)[0]["code"])

    def zone(self, district: str) -> str | None:
        luck = self.dice.random()
        for zone in self.by_code[district]["zones"]:
            luck -= float(zone["share"])
            if luck < 0:
                return str(zone["code"])
        return None

    def registered_in(self, district: str, zone: str | None, founded: date) -> str:
        """The division in the credit code: that of the authority on the day of founding."""
        if zone == "high_tech_zone":
            return "370222"
        for former in self.by_code[district]["former"]:
            if founded <= former["until"] and self.dice.random() < float(former["share"]):
                return str(former["code"])
        return district


class Founder:
    """Founds enterprise after enterprise."""

    def __init__(self, plan: Plan, naming: Naming) -> None:
        self.plan, self.naming = plan, naming
        self.dice = plan.dice("population")
        self.places = Places(plan.dice("places"))
        self.years = range(FIRST_YEAR, plan.until.year + 1)
        self.year_weights = [1 + (year - FIRST_YEAR) ** 1.15 for year in self.years]

    def found(self, serial: int) -> Firm:
        """An ordinary enterprise."""
        trade = self.naming.trade()
        district = self.places.district()
        strength = self.dice.gauss(0, 1)
        revenue = MEDIAN_REVENUE * exp(1.25 * (0.3 * strength + 0.95 * self.dice.gauss(0, 1)))
        firm = self._firm(
            serial,
            self.naming.enterprise(trade),
            trade,
            district,
            self.places.zone(district),
            self._day(),
            revenue=revenue,
            growth=min(0.45, max(-0.12, self.dice.gauss(0.07 + 0.03 * strength, 0.09))),
            strength=strength + trade.tech,
        )
        self._live(firm)
        return firm

    def found_for_story(self, serial: int, row: dict[str, Any]) -> Firm:
        """An enterprise of a hand-written story, as the story says."""
        district, zone = row["district"], row["zone"]
        firm = self._firm(
            serial, row["name"], self.naming.trade_called(row["trade"]), district, zone,
            self.plan.until - timedelta(days=row["founded_days_ago"]),
            revenue=float(seeds.amount(row["revenue"], row["key"])),
            growth=float(row["growth"]), strength=2.0,
        )  # fmt: skip
        firm.story = row["key"]
        firm.aims = {"tech_sme", "high_tech", "srdi_sme"}
        return firm

    def _firm(
        self, serial: int, name: str, trade: Trade, district: str, zone: str | None, founded: date,
        *, revenue: float, growth: float, strength: float,
    ) -> Firm:  # fmt: skip
        division = self.places.registered_in(district, zone, founded)
        return Firm(
            serial=serial, code=invented_code(division, serial), name=name, trade=trade,
            district=district, zone=zone, founded=founded, revenue=revenue, growth=growth,
            per_head=self.dice.uniform(450_000, 1_300_000),
            assets_ratio=self.dice.uniform(0.5, 1.1), strength=strength,
        )  # fmt: skip

    def _day(self) -> date:
        year = self.dice.choices(self.years, self.year_weights)[0]
        return some_day(self.dice, date(year, 1, 4), min(date(year, 12, 28), self.plan.until))

    def _live(self, firm: Firm) -> None:
        """Some change their name, some their district, a few are branches."""
        luck = self.dice.random()
        if luck < BRANCHES:
            firm.is_branch = True
            firm.name = branch_of(firm.name, self.places.names[firm.district])
        elif luck < BRANCHES + RENAMED:
            firm.former_name = self.naming.enterprise(firm.trade)
            firm.renamed_on = self._later(firm)
        elif luck < BRANCHES + RENAMED + MOVED:
            firm.former_district = self.places.district()
            firm.moved_on = self._later(firm) if firm.former_district != firm.district else None

    def _later(self, firm: Firm) -> date | None:
        first = max(firm.founded + timedelta(days=400), date(2018, 1, 1))
        last = self.plan.until - timedelta(days=20)
        return some_day(self.dice, first, last) if first < last else None


def population(plan: Plan, stories: Iterable[dict[str, Any]]) -> list[Firm]:
    """Every enterprise of the city, the ones of the stories first."""
    rows = list(stories)
    naming = Naming(plan, (row["name"] for row in rows))
    founder = Founder(plan, naming)
    told = [founder.found_for_story(serial, row) for serial, row in enumerate(rows, start=1)]
    first = len(told) + 1
    return told + [founder.found(serial) for serial in range(first, plan.enterprises + 1)]
