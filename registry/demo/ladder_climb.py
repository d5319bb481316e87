"""Who may be given which title in which year, and who is first in line for it."""

from collections.abc import Callable, Mapping
from datetime import date, timedelta
from random import Random

from registry.demo.firm import Firm, Title

Held = Mapping[str, Mapping[int, Title]]
YEAR = 365
TAKES = timedelta(days=100)  # from an application to the list
SRDI_NEEDS_A_BASE_FROM = date(2022, 8, 1)
SRDI_TAKES_TECH_SMES_FROM = date(2026, 4, 1)


def weight_of(scheme: str, firm: Firm, luck: float) -> float:
    """How near an enterprise is to a title: the lower, the sooner. Luck is standard normal."""
    strength, growth, size = WEIGHTS[scheme]
    big = firm.revenue / 1e8
    pull = strength * firm.strength + growth * firm.growth * 8 + size * min(big, 12)
    return -(pull + LUCK.get(scheme, 0.7) * luck)


# how strongly a title is drawn by inventiveness, growth and size
WEIGHTS = {
    "tech_sme": (0.9, 0.1, -0.4),
    "high_tech": (1.0, 0.1, 0.05),
    "innovative_sme": (0.8, 0.2, 0.0),
    "srdi_sme": (1.1, 0.3, 0.15),
    "little_giant": (1.2, 0.3, 0.4),
    "gazelle": (0.8, 1.0, 0.1),
    "eaglet": (0.7, 0.8, -0.2),
    "unicorn": (0.8, 1.0, 0.5),
    "single_champion": (0.8, 0.0, 0.6),
    "private_benchmark": (0.3, 0.3, 0.8),
    "chain_leader": (0.2, 0.0, 1.0),
    "tech_leading": (1.5, 0.0, 0.3),
}
LUCK = {"tech_sme": 0.9, "gazelle": 1.2, "eaglet": 1.2}


def in_line(scheme: str, firms: list[Firm], dice: Random) -> list[Firm]:
    """The enterprises that a scheme may ever concern, nearest first."""
    able = [firm for firm in firms if not firm.is_branch and not firm.story]
    keys = {firm.serial: weight_of(scheme, firm, dice.gauss(0, 1)) for firm in able}
    return sorted(able, key=lambda firm: keys[firm.serial])


def is_old(firm: Firm, day: date, years: int) -> bool:
    return (day - firm.founded).days >= years * YEAR + 30


def may_tech_sme(firm: Firm, day: date, held: Held) -> bool:
    return firm.founded.year < day.year and firm.is_small_in(day.year - 1)


def may_high_tech(firm: Firm, day: date, held: Held) -> bool:
    return is_old(firm, day, 2) and firm.strength > -2.2


def may_innovative(firm: Firm, day: date, held: Held) -> bool:
    small = firm.size_in(day.year - 1) < 4e8
    return is_old(firm, day, 2) and small and firm.serial not in held["srdi_sme"]


def may_srdi(firm: Firm, day: date, held: Held) -> bool:
    """Revenue of 15 million yuan, three years in the niche, and a base title once one is needed."""
    able = is_old(firm, day, 4) and 1.7e7 <= firm.size_in(day.year - 1) < 8e8
    return able and (day < SRDI_NEEDS_A_BASE_FROM or has_base(firm, day, held))


def has_base(firm: Firm, day: date, held: Held) -> bool:
    if firm.serial in held["innovative_sme"] and held["innovative_sme"][firm.serial].holds_on(day):
        return True
    entered = held["tech_sme"].get(firm.serial)
    if entered is None or day < SRDI_TAKES_TECH_SMES_FROM:
        return entered is not None and entered.first.year >= day.year - 1
    return entered.holds_on(day - TAKES)


def may_little_giant(firm: Firm, day: date, held: Held) -> bool:
    """On the 专精特新 list, large enough, nearly always high-tech, and no single champion."""
    able = firm.size_in(day.year - 1) >= 5.5e7 and is_old(firm, day, 4)
    certified = firm.serial in held["high_tech"] or firm.serial % 16 == 0
    below = firm.serial in held["srdi_sme"]
    return able and certified and below and firm.serial not in held["single_champion"]


def may_gazelle(firm: Firm, day: date, held: Held) -> bool:
    return is_old(firm, day, 4) and firm.growth >= 0.08 and firm.size_in(day.year - 1) >= 1.1e7


def may_eaglet(firm: Firm, day: date, held: Held) -> bool:
    young = not is_old(firm, day, 14)
    return young and is_old(firm, day, 2) and 3e6 <= firm.size_in(day.year - 1) <= 2e8


def may_unicorn(firm: Firm, day: date, held: Held) -> bool:
    return not is_old(firm, day, 9) and firm.size_in(day.year - 1) >= 4e7


def may_single_champion(firm: Firm, day: date, held: Held) -> bool:
    big = firm.size_in(day.year - 1) >= 4.2e8
    return firm.trade.is_manufacturing and is_old(firm, day, 11) and big


def may_lead_private(firm: Firm, day: date, held: Held) -> bool:
    return is_old(firm, day, 6) and firm.size_in(day.year - 1) >= 2.5e8


def may_lead_chain(firm: Firm, day: date, held: Held) -> bool:
    return firm.trade.chain_2024 is not None and firm.size_in(day.year - 1) >= 3e8


MAY: dict[str, Callable[[Firm, date, Held], bool]] = {
    "tech_sme": may_tech_sme,
    "high_tech": may_high_tech,
    "innovative_sme": may_innovative,
    "srdi_sme": may_srdi,
    "little_giant": may_little_giant,
    "gazelle": may_gazelle,
    "eaglet": may_eaglet,
    "unicorn": may_unicorn,
    "single_champion": may_single_champion,
    "private_benchmark": may_lead_private,
    "chain_leader": may_lead_chain,
    "tech_leading": may_lead_private,
}
