"""Invented patents, software and R&D bodies, as many as the titles held would want."""

from collections.abc import Iterator
from datetime import date, timedelta
from random import Random

from enterprises.models import IntellectualProperty, ResearchBody
from registry.demo.firm import Firm
from registry.demo.naming import some_day
from registry.demo.plan import Plan

Kind, Origin, Level = IntellectualProperty.Kind, IntellectualProperty.Origin, ResearchBody.Level
TITLES = {
    Kind.INVENTION: "一种{word}控制方法及系统（演示）",
    Kind.UTILITY_MODEL: "一种{word}用装置（演示）",
    Kind.SOFTWARE: "{word}管理软件（演示）",
}
Right = tuple[str, str, str, date, str]
Body = tuple[str, int, date]


class Inventor:
    """Files rights for enterprises; numbers begin with 演示 and can be nobody's."""

    def __init__(self, plan: Plan) -> None:
        self.plan, self.count = plan, 0
        self.dice: Random = plan.dice("inventions")

    def rights(self, firm: Firm) -> Iterator[Right]:
        """(kind, number, title, granted on, origin)."""
        inventions, others = self._how_many(firm)
        second = Kind.SOFTWARE if firm.trade.division in ("64", "65") else Kind.UTILITY_MODEL
        for kind, count in ((Kind.INVENTION, inventions), (second, others)):
            for _each in range(count):
                yield self._right(firm, kind)

    def _how_many(self, firm: Firm) -> tuple[int, int]:
        """Enough class I or class II rights for what is held or sought."""
        dice = self.dice
        if firm.ever_held("little_giant", "single_champion"):
            return dice.randint(4, 9), dice.randint(4, 10)
        if firm.ever_held("srdi_sme"):
            return dice.randint(1, 3), dice.randint(2, 5)
        if firm.ever_held("high_tech"):
            return (dice.randint(1, 2), dice.randint(0, 3)) if dice.random() < 0.55 else (0, 5)
        if firm.ever_held("tech_sme", "innovative_sme"):
            return (1, dice.randint(0, 2)) if dice.random() < 0.3 else (0, dice.randint(2, 4))
        return 0, int(dice.random() < 0.1)

    def _right(self, firm: Firm, kind: str) -> Right:
        self.count += 1
        first = max(firm.founded + timedelta(days=120), date(2012, 1, 1))
        granted = some_day(self.dice, first, self._latest(first))
        origin = (
            Origin.TRANSFER if self.dice.random() < 0.04 and kind != Kind.INVENTION else Origin.OWN
        )
        title = TITLES[Kind(kind)].format(word=firm.trade.word)
        return kind, f"演示{granted.year}{self.count:07d}", title, granted, origin

    def _latest(self, first: date) -> date:
        """Well before the city's day, so that open cases may rest on it."""
        return max(first, self.plan.until - timedelta(days=500))

    def bodies(self, firm: Firm) -> Iterator[Body]:
        """(name, level, since): the better the title, the higher the body."""
        luck = self.dice.random()
        level = self._level(firm, luck)
        if level:
            since = some_day(self.dice, max(firm.founded, date(2010, 1, 1)), date(2024, 6, 30))
            yield f"{firm.trade.word}{NAMES[Level(level)]}（演示）", level, max(since, firm.founded)

    def _level(self, firm: Firm, luck: float) -> int:
        if firm.ever_held("single_champion", "tech_leading"):
            return Level.NATIONAL if luck < 0.4 else Level.PROVINCE
        if firm.ever_held("little_giant"):
            return Level.PROVINCE if luck < 0.6 else Level.CITY
        if firm.ever_held("srdi_sme"):
            return Level.CITY if luck < 0.3 else Level.BELOW_CITY if luck < 0.6 else 0
        if firm.ever_held("high_tech"):
            return Level.CITY if luck < 0.06 else Level.BELOW_CITY if luck < 0.3 else 0
        return 0


NAMES = {
    Level.BELOW_CITY: "研发中心",
    Level.CITY: "青岛市企业技术中心",
    Level.PROVINCE: "山东省工程研究中心",
    Level.NATIONAL: "国家企业技术中心",
}
