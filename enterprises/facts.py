"""What can be known of one enterprise on one day: recorded figures, and shares and growths of them.

Facts know no threshold and no title. A fact that cannot be computed is None (unknown), never zero.
Years count back from the last full year: 0 is last year, 1 the year before.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext as _

from enterprises.models import (
    AdverseListing,
    Enterprise,
    IntellectualProperty,
    ResearchBody,
    YearlyFigures,
)
from enterprises.models.figures import FIGURES
from enterprises.templatetags.reading import in_english, money_wan
from enterprises.vocabulary import unit_name

Value = Decimal | int | bool | str | None
YEARS_KNOWN = 4


@dataclass(frozen=True)
class Facts:
    """Facts of one enterprise (or of nobody, in a self-check): plain values and figures by year."""

    known: Mapping[str, Value]
    years: Mapping[int, Mapping[str, Value]] = field(default_factory=dict)

    def __getitem__(self, code: str) -> Value:
        """The value of a fact, None when unknown; KeyError for a word nobody declared."""
        if code in self.known:
            return self.known[code]
        if code in FIGURES:
            return self.of_year(code, 0)
        if code in DERIVED:
            return DERIVED[code](self)
        return None

    def of_year(self, code: str, back: int) -> Value:
        return self.years.get(back, {}).get(code)

    def number(self, code: str, back: int = 0) -> Decimal | None:
        value = self.of_year(code, back)
        return None if value is None or isinstance(value, str) else Decimal(value)

    def total(self, code: str, years: int) -> Decimal | None:
        """The sum over the last years (fewer when the enterprise is younger); yuan or heads."""
        numbers = [self.number(code, back) for back in range(min(years, self.years_of_business))]
        if not numbers or any(number is None for number in numbers):
            return None
        return sum((number for number in numbers if number is not None), Decimal(0))

    @property
    def years_of_business(self) -> int:
        """Full calendar years since registration; assumed long when the day is not known."""
        years = self.known.get("full_years")
        return YEARS_KNOWN if years is None else int(years)


Expression = Callable[[Facts], Decimal | None]


def _ratio(part: Decimal | None, whole: Decimal | None) -> Decimal | None:
    return None if part is None or whole is None or whole == 0 else part / whole


def share(of: str, in_: str, years: int = 1, back: int = 0) -> Expression:
    """One figure as a fraction of another, in one year or summed over several."""
    if years > 1:
        return lambda facts: _ratio(facts.total(of, years), facts.total(in_, years))
    return lambda facts: _ratio(facts.number(of, back), facts.number(in_, back))


def growth(of: str) -> Expression:
    """Last year over the year before, less one."""

    def expression(facts: Facts) -> Decimal | None:
        ratio = _ratio(facts.number(of, 0), facts.number(of, 1))
        return None if ratio is None else ratio - 1

    return expression


def mean_growth(of: str) -> Expression:
    """The mean of the last two years' growths (〔2016〕195号: ½ × (y2/y1 + y3/y2) − 1)."""

    def expression(facts: Facts) -> Decimal | None:
        first, second, third = (facts.number(of, back) for back in (2, 1, 0))
        if facts.years_of_business < 2:
            return Decimal(0)
        if second == 0:
            return Decimal(0)
        if first == 0 or (first is None and facts.years_of_business == 2):
            return growth(of)(facts)
        earlier, later = _ratio(second, first), _ratio(third, second)
        return None if earlier is None or later is None else (earlier + later) / 2 - 1

    return expression


def compound_growth(of: str) -> Expression:
    """The compound yearly growth over the last two years."""

    def expression(facts: Facts) -> Decimal | None:
        ratio = _ratio(facts.number(of, 0), facts.number(of, 2))
        return None if ratio is None or ratio < 0 else ratio.sqrt() - 1

    return expression


def total(of: str, years: int) -> Expression:
    return lambda facts: facts.total(of, years)


def mean(of: str, years: int) -> Expression:
    def expression(facts: Facts) -> Decimal | None:
        summed = facts.total(of, years)
        counted = min(years, facts.years_of_business)
        return None if summed is None else summed / counted

    return expression


def earlier(of: str, back: int) -> Expression:
    return lambda facts: facts.number(of, back)


DERIVED: dict[str, Expression] = {
    "rd_share": share("rd_spend", "revenue"),
    "rd_share_prev": share("rd_spend", "revenue", back=1),
    "rd_share_3y": share("rd_spend", "revenue", years=3),
    "rd_share_of_costs": share("rd_spend", "costs_and_expenses"),
    "rd_domestic_share": share("rd_spend_domestic", "rd_spend", years=3),
    "rd_spend_prev": earlier("rd_spend", 1),
    "rd_spend_2y": total("rd_spend", 2),
    "rd_spend_avg_2y": mean("rd_spend", 2),
    "tech_staff_share": share("tech_staff", "employees"),
    "rd_staff_share": share("rd_staff", "employees"),
    "main_revenue_share": share("main_revenue", "revenue"),
    "main_product_share": share("main_product_revenue", "revenue"),
    "hightech_income_share": share("hightech_income", "total_income"),
    "debt_ratio": share("total_liabilities", "total_assets"),
    "net_profit_share": share("net_profit", "revenue"),
    "main_revenue_growth": growth("main_revenue"),
    "main_revenue_growth_2y": mean_growth("main_revenue"),
    "revenue_growth_3y": mean_growth("revenue"),
    "net_assets_growth_3y": mean_growth("net_assets"),
    "revenue_cagr_2y": compound_growth("revenue"),
    "net_profit_cagr_2y": compound_growth("net_profit"),
    "main_revenue_avg_3y": mean("main_revenue", 3),
    "new_equity_2y": total("new_equity", 2),
    "new_equity_3y": total("new_equity", 3),
}


def facts_of(enterprise: Enterprise, on: date, claims: Mapping[str, Value] | None = None) -> Facts:
    """Everything known of the enterprise on a day, with what it claims in an application."""
    rows = YearlyFigures.objects.latest_versions().filter(
        enterprise=enterprise, year__range=(on.year - YEARS_KNOWN, on.year - 1)
    )
    years = {on.year - 1 - row.year: {code: getattr(row, code) for code in FIGURES} for row in rows}
    return Facts(known={**known_of(enterprise, on), **(claims or {})}, years=years)


def known_of(enterprise: Enterprise, on: date) -> dict[str, Value]:
    """What other registers say of the enterprise on a day."""
    founded = enterprise.registered_on
    kinds = set(enterprise.listings.on(on).values_list("kind", flat=True))
    return {
        "registered_days": (on - founded).days if founded else None,
        "full_years": max(on.year - 1 - founded.year, 0) if founded else None,
        "is_legal_person": enterprise.kind == Enterprise.Kind.LEGAL_PERSON,
        "on_abnormal_list": AdverseListing.Kind.ABNORMAL in kinds,
        "on_dishonest_list": AdverseListing.Kind.DISHONEST in kinds,
        "rd_body_level": _rd_body_level(enterprise, on),
        **_property_rights(enterprise, on),
    }


def _rd_body_level(enterprise: Enterprise, on: date) -> int:
    levels = ResearchBody.objects.on(on).filter(enterprise=enterprise)
    return max(levels.values_list("level", flat=True), default=0)


def _property_rights(enterprise: Enterprise, on: date) -> dict[str, Value]:
    rights = [
        right
        for right in enterprise.property_rights.filter(granted_on__lte=on)
        if right.lapsed_on is None or right.lapsed_on > on
    ]
    first = [right for right in rights if right.kind in IntellectualProperty.CLASS_ONE]
    return {
        "ip_class_1": len(first),
        "ip_class_1_own": sum(r.origin == IntellectualProperty.Origin.OWN for r in first),
        "ip_class_2": len(rights) - len(first),
    }


def says_value(value: Value, unit: str) -> str:
    """A fact's value as people read it: money in 万元, shares in percent, yes and no in words."""
    if value is None:
        return _("尚不知道")
    if unit == "yes_no":
        return _("是") if value in (True, "yes") else _("否")
    if unit == "元":
        return money_wan(Decimal(value)) if in_english() else f"{Decimal(value) / 10000:,.2f} 万元"
    if unit == "share":
        return f"{Decimal(value) * 100:.2f}%"
    return f"{value} {unit_name(unit) if unit != 'level' else ''}".strip()


def all_codes() -> set[str]:
    """Every word the rules may use, apart from what an application claims."""
    probe: dict[str, Any] = dict.fromkeys(
        ("registered_days", "is_legal_person", "on_abnormal_list",
         "on_dishonest_list", "rd_body_level", "ip_class_1", "ip_class_1_own", "ip_class_2")
    )  # fmt: skip
    return set(FIGURES) | set(DERIVED) | set(probe)
