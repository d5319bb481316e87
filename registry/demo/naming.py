"""Invented names of enterprises and people: rare words, put together; no real brand among them."""

from collections.abc import Iterable
from datetime import date
from random import Random
from typing import Any

import seeds
from registry.demo.firm import Trade
from registry.demo.plan import Plan


class Naming:
    """Hands out names, each once."""

    def __init__(self, plan: Plan, taken: Iterable[str]) -> None:
        self.parts: dict[str, Any] = seeds.read("demo/names.yaml")
        self.dice: Random = plan.dice("names")
        self.taken = set(taken)
        self.avoided = set(self.parts["avoid"])
        self.trades = [_trade(row) for row in self.parts["trades"]]
        self.trade_weights = [trade.weight for trade in self.trades]
        self.forms = [form["word"] for form in self.parts["forms"]]
        self.form_weights = [form["weight"] for form in self.parts["forms"]]

    def trade(self) -> Trade:
        return self.dice.choices(self.trades, self.trade_weights)[0]

    def trade_called(self, word: str) -> Trade:
        return next(trade for trade in self.trades if trade.word == word)

    def enterprise(self, trade: Trade) -> str:
        """A new name for an enterprise of a trade."""
        while True:
            form = self.dice.choices(self.forms, self.form_weights)[0]
            name = f"{self.parts['place']}{self.word()}{trade.word}{form}"
            if name not in self.taken:
                self.taken.add(name)
                return name

    def word(self) -> str:
        """Two characters that no brand we know of puts together."""
        while True:
            first, second = self.parts["first"], self.parts["second"]
            word = f"{self.dice.choice(first)}{self.dice.choice(second)}"
            if word not in self.avoided:
                return word

    def person(self) -> str:
        surnames, given = self.parts["surnames"], self.parts["given"]
        return f"{self.dice.choice(surnames)}{self.dice.choice(given)}"


def branch_of(name: str, district_name: str) -> str:
    return f"{name}{district_name.rstrip('区市')}分公司"


def _trade(row: dict[str, Any]) -> Trade:
    return Trade(**{**row, "tech": float(row["tech"])})


def some_day(dice: Random, first: date, last: date) -> date:
    """A day between two days, both included."""
    return date.fromordinal(dice.randint(first.toordinal(), max(first, last).toordinal()))
