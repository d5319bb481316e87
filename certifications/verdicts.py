"""Holds one test of a rule against a standing: met, not met or unknown.

Missing figures are unknown, never no. Numbers come from the rule; this module holds none.
"""

from collections.abc import Iterable, Mapping
from decimal import Decimal
from enum import StrEnum
from typing import Any

from certifications.editions import limit
from certifications.standing import Standing

Test = Mapping[str, Any]


class Verdict(StrEnum):
    MET = "met"
    NOT_MET = "not_met"
    UNKNOWN = "unknown"


def verdict_of(test: Test, standing: Standing) -> Verdict:
    """Three-valued: all is no at the first no, any is yes at the first yes, else unknown counts."""
    if "all" in test:
        return _all(verdict_of(part, standing) for part in test["all"])
    if "any" in test:
        return _any(verdict_of(part, standing) for part in test["any"])
    if "holds" in test:
        return _yes(standing.holds_any(test["holds"]))
    if "not_holds" in test:
        return _yes(not standing.holds_any(test["not_holds"]))
    if "judged" in test:
        return Verdict.UNKNOWN
    return _compare(test, standing)


def _yes(held: bool) -> Verdict:
    return Verdict.MET if held else Verdict.NOT_MET


def _all(parts: Iterable[Verdict]) -> Verdict:
    seen = list(parts)
    if Verdict.NOT_MET in seen:
        return Verdict.NOT_MET
    return Verdict.UNKNOWN if Verdict.UNKNOWN in seen else Verdict.MET


def _any(parts: Iterable[Verdict]) -> Verdict:
    seen = list(parts)
    if Verdict.MET in seen:
        return Verdict.MET
    return Verdict.UNKNOWN if Verdict.UNKNOWN in seen else Verdict.NOT_MET


COMPARISONS = {
    "at_least": lambda value, bound: value >= bound,
    "at_most": lambda value, bound: value <= bound,
    "more_than": lambda value, bound: value > bound,
    "less_than": lambda value, bound: value < bound,
}


def _compare(test: Test, standing: Standing) -> Verdict:
    value = standing[test["fact"]]
    if value is None or value == "":
        return Verdict.UNKNOWN
    if "is" in test:
        return _yes((value in (True, "yes")) == (test["is"] == "yes"))
    word = next(word for word in COMPARISONS if word in test)
    bound = bound_of(test[word], standing)
    if bound is None:
        return Verdict.UNKNOWN
    return _yes(COMPARISONS[word](Decimal(value), bound))


def bound_of(value: Any, standing: Standing) -> Decimal | None:
    """The limit that applies: the first band whose `when` is met; None while that is unknown."""
    if not isinstance(value, list):
        return limit(value)
    for band in value:
        verdict = verdict_of(band["when"], standing) if "when" in band else Verdict.MET
        if verdict is Verdict.UNKNOWN:
            return None
        if verdict is Verdict.MET:
            return limit(band["value"])
    return None


def facts_named(test: Any) -> list[str]:
    """Every fact a test looks at, once each, in order."""
    if isinstance(test, list):
        named = [code for part in test for code in facts_named(part)]
    elif isinstance(test, Mapping):
        own = [test["fact"]] if isinstance(test.get("fact"), str) else []
        named = own + [
            code for key, part in test.items() if key != "fact" for code in facts_named(part)
        ]
    else:
        named = []
    return list(dict.fromkeys(named))
