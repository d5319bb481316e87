"""What can be known of one enterprise on one day: recorded figures, and shares and growths of them.

Facts know no threshold and no title. A fact that cannot be computed is None (unknown), never zero.
Years count back from the last full year: 0 is last year, 1 the year before.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from enterprises.models.figures import FIGURES

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


REGISTERED = (
    "registered_days",
    "is_legal_person",
    "on_abnormal_list",
    "on_dishonest_list",
    "rd_body_level",
    "ip_class_1",
    "ip_class_1_own",
    "ip_class_2",
)


def all_codes() -> set[str]:
    """Every word the rules may use, apart from what an application claims."""
    return {*FIGURES, *DERIVED, *REGISTERED}
