"""What a rule may find: met, not met, unknown, or waived; and how verdicts combine.

Missing figures are unknown, never no.
"""

from collections.abc import Iterable
from enum import StrEnum


class Verdict(StrEnum):
    MET = "met"
    NOT_MET = "not_met"
    UNKNOWN = "unknown"
    WAIVED = "waived"


def yes(held: bool) -> Verdict:
    return Verdict.MET if held else Verdict.NOT_MET


def all_of(parts: Iterable[Verdict]) -> Verdict:
    """No at the first no; else unknown if any is; what is waived counts as met."""
    found = Verdict.MET
    for part in parts:
        if part is Verdict.NOT_MET:
            return Verdict.NOT_MET
        if part is Verdict.UNKNOWN:
            found = Verdict.UNKNOWN
    return found


def any_of(parts: Iterable[Verdict]) -> Verdict:
    """Yes at the first yes; else unknown if any is."""
    found = Verdict.NOT_MET
    for part in parts:
        if part is Verdict.MET:
            return Verdict.MET
        if part is Verdict.UNKNOWN:
            found = Verdict.UNKNOWN
    return found
