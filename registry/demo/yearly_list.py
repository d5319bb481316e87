"""Technology SMEs: evaluated anew each year, because every number ends on 31 March of the next."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from registry.demo.calibration import Round
from registry.demo.firm import Firm, Title
from registry.demo.ladder_climb import may_tech_sme
from registry.demo.plan import Plan

if TYPE_CHECKING:
    from registry.demo.history import History


class YearlyList:
    """The firms that a year's batches enter, one after the other."""

    def __init__(self, plan: Plan, line: list[Firm]) -> None:
        self.dice = plan.dice("yearly list")
        self.line = line
        self.chosen: list[Firm] = []
        self.entered = 0

    def enter(self, batch: Round, history: History) -> None:
        """Enter as many as the batch wants since 1 January."""
        if batch.first_of_year:
            self.chosen, self.entered = self.choose(batch, history), 0
        for firm in self.chosen[self.entered : batch.wanted]:
            title = self.number(firm, batch.announced, history)
            firm.titles.append(title)
            history.held["tech_sme"][firm.serial] = title
        self.entered = max(self.entered, batch.wanted)

    def choose(self, batch: Round, history: History) -> list[Firm]:
        """Most of last year's, then those next in line, in an order of their own."""
        year = batch.announced.year
        held = history.held["tech_sme"]
        kept = [
            history.firms[serial]
            for serial, title in held.items()
            if title.first.year == year - 1
            and history.firms[serial].is_small_in(year - 1)
            and self.dice.random() < batch.renewed
        ]
        self.dice.shuffle(kept)
        chosen = kept[: batch.year_total]
        known = {firm.serial for firm in chosen}
        for firm in self.line:
            if len(chosen) >= batch.year_total:
                break
            if firm.serial not in known and may_tech_sme(firm, batch.announced, history.held):
                chosen.append(firm)
        self.dice.shuffle(chosen)
        return chosen

    def number(self, firm: Firm, day: date, history: History) -> Title:
        by_route = firm.serial in history.held["high_tech"]
        number = history.numbers.next("tech_sme", day, district=firm.district, by_route=by_route)
        return Title("tech_sme", firm.serial, number, day, day, day, date(day.year + 1, 3, 31))
