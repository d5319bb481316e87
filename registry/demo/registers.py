"""Writes the invented enterprises into the register: names, residences, trades, chains, listings."""

from collections.abc import Iterator
from datetime import date, timedelta
from functools import lru_cache
from typing import Any

from enterprises import names
from enterprises.models import (
    AdverseListing,
    Chain,
    ChainLink,
    District,
    Enterprise,
    Industry,
    IndustrySpan,
    NameSpan,
    Residence,
    Zone,
)
from registry.demo.bulk import next_id, pour
from registry.demo.firm import Firm
from registry.demo.naming import some_day
from registry.demo.plan import SOURCE, Plan

ONE_DAY = timedelta(days=1)
NEW_LIST = date(2025, 1, 14)
OLD_LIST = date(2024, 1, 1)
LISTED, STILL_LISTED = 0.03, 0.4
Rows = Iterator[tuple[Any, ...]]
initials = lru_cache(maxsize=20_000)(names.initials)


class Registrar:
    """Enters firms; `ids` are their row numbers by serial."""

    def __init__(self, plan: Plan, firms: list[Firm]) -> None:
        self.plan, self.firms = plan, firms
        self.dice = plan.dice("registers")
        self.districts = dict(District.objects.values_list("code", "pk"))
        self.district_names = dict(District.objects.values_list("code", "name_zh"))
        self.zones: dict[str | None, int] = dict(Zone.objects.values_list("code", "pk"))
        self.industries = dict(Industry.objects.values_list("code", "pk"))
        first = next_id(Enterprise)
        self.ids = {firm.serial: first + place for place, firm in enumerate(firms)}

    def enter(self) -> dict[str, int]:
        """Write everything; return rows by table."""
        same = {"since", "until", "enterprise_id"}
        span = tuple(sorted(same))
        return {
            "enterprises": pour(
                Enterprise,
                ("credit_code", "name", "initials", "kind", "registered_on", "capital",
                 "capital_currency", "business_scope"),
                self.enterprises(), source=SOURCE, is_demo=True,
            ),
            "names": pour(NameSpan, (*span, "name"), self.names()),
            "residences": pour(
                Residence, (*span, "district_id", "zone_id", "address"), self.residences()
            ),
            "industries": pour(IndustrySpan, (*span, "industry_id"), self.trades()),
            "chains": pour(ChainLink, (*span, "chain_id"), self.chains()),
            "listings": pour(AdverseListing, (*span, "kind", "source"), self.listings()),
        }  # fmt: skip

    def enterprises(self) -> Rows:
        for firm in self.firms:
            kind = Enterprise.Kind.BRANCH if firm.is_branch else Enterprise.Kind.LEGAL_PERSON
            capital = max(1, round(firm.revenue * 0.25 / 1_000_000)) * 1_000_000
            yield (
                firm.code, firm.name, self.initials_of(firm), str(kind), firm.founded,
                None if firm.is_branch else capital, "人民币",
                f"（演示）{firm.trade.word}的研发、生产、销售及技术服务",
            )  # fmt: skip

    def initials_of(self, firm: Firm) -> str:
        """Piece by piece: the trade and the form recur thousands of times."""
        before, trade, after = firm.name.partition(firm.trade.word)
        return f"{initials(before)}{initials(trade)}{initials(after)}"[: names.INITIALS_LENGTH]

    def names(self) -> Rows:
        for firm in self.firms:
            pk = self.ids[firm.serial]
            if firm.renamed_on:
                yield pk, firm.founded, firm.renamed_on - ONE_DAY, firm.former_name
            yield pk, firm.renamed_on or firm.founded, None, firm.name

    def residences(self) -> Rows:
        for firm in self.firms:
            pk = self.ids[firm.serial]
            if firm.moved_on:
                before = firm.former_district
                yield (
                    pk, firm.founded, firm.moved_on - ONE_DAY, self.districts[before], None,
                    self.address(before),
                )  # fmt: skip
            yield (
                pk, firm.moved_on or firm.founded, None, self.districts[firm.district],
                self.zones.get(firm.zone), self.address(firm.district),
            )  # fmt: skip

    def address(self, district: str) -> str:
        where = self.district_names[district]
        return f"青岛市{where}演示路 {self.dice.randint(1, 399)} 号"

    def trades(self) -> Rows:
        for firm in self.firms:
            yield self.ids[firm.serial], firm.founded, None, self.industries[firm.trade.division]

    def chains(self) -> Rows:
        """Titled enterprises stand on the city's chains: the list of 2024, then that of 2025."""
        old = _chains("qd2024", "key_chains")
        new = _chains("qd2025")
        for firm in self.firms:
            if not firm.titles:
                continue
            pk = self.ids[firm.serial]
            if firm.trade.chain_2024 in old and firm.founded < NEW_LIST:
                since = max(OLD_LIST, firm.founded)
                yield pk, since, NEW_LIST - ONE_DAY, old[firm.trade.chain_2024]
            if firm.trade.chain_2025 in new:
                yield pk, max(NEW_LIST, firm.founded), None, new[firm.trade.chain_2025]

    def listings(self) -> Rows:
        """Enterprises without a title since; some were taken off again."""
        last = self.plan.until - timedelta(days=30)
        for firm in self.firms:
            if firm.story or firm.aims or self.dice.random() > LISTED:
                continue
            since = some_day(self.dice, max(date(2019, 1, 1), firm.founded + ONE_DAY), last)
            if any(title.last is None or title.last >= since for title in firm.titles):
                continue
            still = self.dice.random() < STILL_LISTED
            until = None if still else min(since + timedelta(days=300), last)
            kind = AdverseListing.Kind.ABNORMAL
            if self.dice.random() < 0.1:
                kind = AdverseListing.Kind.DISHONEST
            yield self.ids[firm.serial], since, until, str(kind), SOURCE


def _chains(taxonomy: str, group: str = "") -> dict[str | None, int]:
    rows = Chain.objects.filter(taxonomy__code=taxonomy, parent__isnull=False)
    if group:
        rows = rows.filter(parent__code=group)
    return dict(rows.values_list("code", "pk"))
