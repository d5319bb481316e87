"""Yearly figures of invented enterprises, in whole yuan and heads, in keeping with the titles held.

Whoever holds or seeks a title meets its thresholds in every year shown; nobody's figures are a model
of a real firm's.
"""

from collections.abc import Iterator
from random import Random

from registry.demo.firm import Firm
from registry.demo.plan import Plan

YEARS_OF_TITLED, YEARS_OF_OTHERS = 4, 2
INVENTIVE = ("high_tech", "tech_sme", "srdi_sme", "innovative_sme", "little_giant", "gazelle")
# 国科发火〔2016〕32号 第十一条（五） asks 5, 4, 3 %; a margin keeps good and bad years above it
SHARES = ((45e6, 0.062, 0.115), (180e6, 0.048, 0.085), (float("inf"), 0.036, 0.062))
LEAST_RD = 1_250_000
ALONE = 0.063  # without the high-tech route a technology SME needs the points for 6 %
COLUMNS = (
    "year", "revenue", "main_revenue", "main_product_revenue", "hightech_income", "total_income",
    "rd_spend", "rd_spend_domestic", "costs_and_expenses", "total_assets", "total_liabilities",
    "net_assets", "net_profit", "new_equity", "employees", "tech_staff", "rd_staff",
)  # fmt: skip
Row = tuple[int, ...]


class Accountant:
    """Keeps the books of the invented city."""

    def __init__(self, plan: Plan) -> None:
        self.plan = plan
        self.dice: Random = plan.dice("accounts")

    def years_of(self, firm: Firm) -> range:
        """The full years that are shown: fewer for those who never sought a title."""
        last = self.plan.until.year - 1
        shown = YEARS_OF_TITLED if firm.titles or firm.aims else YEARS_OF_OTHERS
        return range(max(firm.founded.year, last - shown + 1), last + 1)

    def rows(self, firm: Firm) -> Iterator[Row]:
        """One row a year, in the order of COLUMNS."""
        if firm.is_branch:
            return
        inventive = firm.ever_held(*INVENTIVE)
        books = _Books(firm, self.years_of(firm), inventive, self.dice)
        for year in self.years_of(firm):
            yield books.of(year)


class _Books:
    """What stays the same in one enterprise from year to year."""

    def __init__(self, firm: Firm, years: range, inventive: bool, dice: Random) -> None:
        self.firm, self.dice, self.inventive = firm, dice, inventive
        self.rd_share = self._rd_share(years) if inventive else dice.uniform(0.0, 0.03)
        self.main = dice.uniform(0.86, 0.99) if inventive else dice.uniform(0.6, 0.99)
        self.product = dice.uniform(0.62, 0.85) if inventive else dice.uniform(0.3, 0.8)
        self.hightech = dice.uniform(0.66, 0.96) if inventive else dice.uniform(0.0, 0.5)
        self.domestic = dice.uniform(0.93, 1.0)
        self.debt = dice.uniform(0.22, 0.62) if inventive else dice.uniform(0.25, 0.88)
        self.profit = dice.uniform(0.03, 0.15) if inventive else dice.uniform(-0.04, 0.1)
        self.tech_staff = dice.uniform(0.18, 0.42) if inventive else dice.uniform(0.0, 0.12)

    def _rd_share(self, years: range) -> float:
        smallest = min((self.firm.size_in(year) for year in years), default=0.0)
        least, most = next((low, high) for limit, low, high in SHARES if smallest <= limit)
        share = self.dice.uniform(least, most)
        if self.firm.ever_held("srdi_sme", "little_giant") and smallest:
            share = max(share, LEAST_RD / smallest)
        if self.firm.ever_held("tech_sme") and not self.firm.ever_held("high_tech"):
            share = max(share, ALONE)
        return min(share, 0.4)

    def of(self, year: int) -> Row:
        dice, firm = self.dice, self.firm
        revenue = int(firm.size_in(year) * dice.uniform(0.97, 1.03))
        rd_spend = int(revenue * self.rd_share * dice.uniform(0.98, 1.03))
        assets = int(revenue * firm.assets_ratio * dice.uniform(0.97, 1.03))
        liabilities = int(assets * self.debt * dice.uniform(0.96, 1.04))
        employees = max(3, round(revenue / firm.per_head))
        tech_staff = min(employees, round(employees * self.tech_staff + 0.5 * self.inventive))
        return (
            year, revenue, int(revenue * self.main), int(revenue * self.product),
            int(revenue * self.hightech), revenue, rd_spend, int(rd_spend * self.domestic),
            int(revenue * (1 - self.profit * 0.9)), assets, liabilities, assets - liabilities,
            int(revenue * self.profit * dice.uniform(0.8, 1.2)), self._equity(), employees,
            tech_staff, min(tech_staff, round(tech_staff * 0.8 + 0.4)),
        )  # fmt: skip

    def _equity(self) -> int:
        return self.dice.randint(5, 60) * 1_000_000 if self.dice.random() < 0.03 else 0
