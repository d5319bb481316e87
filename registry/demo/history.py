"""Ten years of titles: batch after batch, renewals, lapses, late renewals dated back, withdrawals."""

from datetime import date, timedelta

from certifications.editions import day_before, years_later
from registry.demo.calibration import Round, rounds
from registry.demo.firm import Firm, Title
from registry.demo.ladder_climb import MAY, in_line
from registry.demo.numbers import Numbers
from registry.demo.plan import Plan
from registry.demo.yearly_list import YearlyList

EARLY = {"high_tech": 10}
EARLY_LISTED = 60
WAITS = {"high_tech": 0.07, "srdi_sme": 0.02}
DATED_BACK, PROMOTED_ALONE = 0.88, 0.97
BACK_AFTER = 400
WITHDRAWN = (
    "抽查核实不符合认定条件",
    "累计两年未按规定报送年度发展情况",
    "未在规定期限内报告重大变化",
    "企业注销",
)
PROMOTED = "晋级专精特新中小企业，按最高一级登记（演示口径）"


class History:
    """Walks through the batches and keeps who holds what now."""

    def __init__(self, plan: Plan, firms: list[Firm]) -> None:
        self.plan, self.numbers = plan, Numbers()
        self.dice = plan.dice("history")
        self.firms = {firm.serial: firm for firm in firms}
        self.lines = {scheme: in_line(scheme, firms, self.dice) for scheme in MAY}
        self.held: dict[str, dict[int, Title]] = {scheme: {} for scheme in MAY}
        self.waiting: set[tuple[str, int]] = set()
        self.left: dict[tuple[str, int], date] = {}
        self.yearly = YearlyList(self.plan, self.lines["tech_sme"])

    def run(self) -> None:
        for batch in rounds(self.plan):
            if batch.scheme == "tech_sme":
                self.yearly.enter(batch, self)
            else:
                self.hold_batch(batch)

    def hold_batch(self, batch: Round) -> None:
        """Renew what ends, withdraw a few, and give new titles until the wanted number is there."""
        self.withdraw_some(batch)
        self.renew(batch)
        stock = sum(title.holds_on(batch.announced) for title in self.held[batch.scheme].values())
        for firm in self.next_in_line(batch.scheme, batch.announced, batch.wanted - stock):
            self.give(firm, batch, batch.issued)
            if batch.scheme == "srdi_sme":
                self.promote(firm, batch.announced)

    def next_in_line(self, scheme: str, day: date, count: int) -> list[Firm]:
        """The first so many who may have the title and do not hold it."""
        found: list[Firm] = []
        may = MAY[scheme]
        for firm in self.lines[scheme]:
            if len(found) >= count:
                break
            if self.is_free(scheme, firm, day) and may(firm, day, self.held):
                found.append(firm)
        return found

    def is_free(self, scheme: str, firm: Firm, day: date) -> bool:
        """Does not hold it; who gave it up comes back only sometimes, and later."""
        key = (scheme, firm.serial)
        if firm.serial in self.held[scheme] or key in self.waiting:
            return False
        gone = self.left.get(key)
        return gone is None or (firm.serial % 3 == 0 and (day - gone).days > BACK_AFTER)

    def renew(self, batch: Round) -> None:
        """Decide once on each title that is about to end: renewed, later, or let go."""
        horizon = batch.issued + timedelta(days=EARLY.get(batch.scheme, EARLY_LISTED))
        ending = [
            title
            for title in self.held[batch.scheme].values()
            if title.last and title.last <= horizon
        ]
        for title in ending:
            key = (batch.scheme, title.serial)
            luck, waits = self.dice.random(), WAITS.get(batch.scheme, 0)
            if key in self.waiting or luck < batch.renewed - waits:
                self.waiting.discard(key)
                self.give(self.firms[title.serial], batch, self.renewal_day(title, batch))
            elif luck < batch.renewed:
                self.waiting.add(key)
            else:
                self.let_go(title, batch.announced)

    def renewal_day(self, title: Title, batch: Round) -> date:
        """Announced after the title lapsed, a renewal is mostly dated back to adjoin it."""
        if title.last is None or batch.issued <= title.last + timedelta(days=1):
            return batch.issued
        if self.dice.random() < DATED_BACK:
            return title.last + timedelta(days=1)
        return batch.issued

    def withdraw_some(self, batch: Round) -> None:
        if not batch.first_of_year or not batch.revoked:
            return
        holders = list(self.held[batch.scheme].values())
        for title in self.dice.sample(holders, int(len(holders) * batch.revoked)):
            ended = batch.announced - timedelta(days=self.dice.randint(10, 60))
            if title.holds_on(ended) and (ended - title.first).days > 100:
                title.ended, title.because = ended, self.dice.choice(WITHDRAWN)
                self.let_go(title, ended)

    def promote(self, firm: Firm, day: date) -> None:
        """The city counts a firm once, at its highest rung: the lower listing mostly ends."""
        below = self.held["innovative_sme"].get(firm.serial)
        if (
            below
            and below.holds_on(day)
            and below.first < day
            and self.dice.random() < PROMOTED_ALONE
        ):
            below.ended, below.because = day, PROMOTED
            del self.held["innovative_sme"][firm.serial]

    def let_go(self, title: Title, day: date) -> None:
        self.held[title.scheme].pop(title.serial, None)
        self.left[title.scheme, title.serial] = day

    def give(self, firm: Firm, batch: Round, first: date) -> Title:
        last = day_before(years_later(first, batch.years)) if batch.years else None
        number = self.numbers.next(batch.scheme, batch.announced)
        title = Title(
            batch.scheme, firm.serial, number, first, batch.announced, first, last
        )  # fmt: skip
        firm.titles.append(title)
        self.held[batch.scheme][firm.serial] = title
        return title
