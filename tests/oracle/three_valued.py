"""Met, not met, unknown, waived: what an official can say of one condition, and of several.

What is missing is unknown, never no. Fractions throughout, so that no edge is lost to rounding.
"""

from dataclasses import dataclass, field
from fractions import Fraction

MET, NOT_MET, UNKNOWN, WAIVED = "met", "not_met", "unknown", "waived"


def yes(flag):
    """A statement or an entry in a register."""
    return UNKNOWN if flag is None else MET if flag else NOT_MET


def no(flag):
    return UNKNOWN if flag is None else NOT_MET if flag else MET


def at_least(value, bound):
    return yes(None if value is None else value >= bound)


def at_most(value, bound):
    return yes(None if value is None else value <= bound)


def more_than(value, bound):
    return yes(None if value is None else value > bound)


def less_than(value, bound):
    return yes(None if value is None else value < bound)


def all_of(*verdicts):
    """One no settles it; else one unknown leaves it open."""
    for verdict in (NOT_MET, UNKNOWN):
        if verdict in verdicts:
            return verdict
    return MET


def any_of(*verdicts):
    """One yes settles it; else one unknown leaves it open."""
    for verdict in (MET, UNKNOWN):
        if verdict in verdicts:
            return verdict
    return NOT_MET


def waivable(own, *waivers):
    """Who meets it needs no waiver; while a waiver may still apply, nobody is refused."""
    if own == MET:
        return MET
    waived = any_of(*waivers)
    if waived == MET:
        return WAIVED
    return UNKNOWN if waived == UNKNOWN else own


def percent(number):
    return Fraction(str(number)) / 100


def share(part, whole):
    """Part over whole; nothing can be said of a share of nothing."""
    if part is None or whole is None or whole == 0:
        return None
    return Fraction(part) / Fraction(whole)


def graded(value, *steps, otherwise=0):
    """Points of the first step (at least, points) that the value reaches; None when unknown."""
    if value is None:
        return None
    for bound, points in steps:
        if value >= bound:
            return points
    return otherwise


def graded_down(value, *steps, otherwise=0):
    """The same where less is better: (at most, points)."""
    if value is None:
        return None
    for bound, points in steps:
        if value <= bound:
            return points
    return otherwise


def better(one, other, most):
    """The better of two indicators: while one is unknown it may still give the most."""
    if one is None and other is None:
        return None
    if one is None or other is None:
        known = one if other is None else other
        return (known, most) if known < most else (most, most)
    return max(one, other)


def ends(points):
    """Low and high end of an item's points; None stays None."""
    if points is None or isinstance(points, tuple):
        return points
    return (points, points)


@dataclass
class Answer:
    """What the law says of one firm under one edition; `passes` is the score's, routes left aside."""

    criteria: dict
    points: dict = field(default_factory=dict)
    total: tuple | None = None
    passes: str | None = None
    route: str = ""


@dataclass
class Sum:
    """Points added up under their maxima, low end and high end."""

    items: dict
    maxima: dict
    caps: dict = field(default_factory=dict)

    def of(self, codes):
        low = high = 0
        for code in codes:
            least, most = self.items[code] or (0, self.maxima[code])
            low, high = low + least, high + most
        return low, high

    def total(self):
        """Items under a common cap give no more than it together."""
        capped = {code for codes in self.caps for code in codes}
        low, high = self.of(code for code in self.items if code not in capped)
        for codes, cap in self.caps.items():
            least, most = self.of(codes)
            low, high = low + min(least, cap), high + min(most, cap)
        return low, high


def settled(low_end_passes, high_end_passes):
    """Passes when even the worst reading does; fails when even the best fails."""
    return MET if low_end_passes else UNKNOWN if high_end_passes else NOT_MET


@dataclass
class Routes:
    """Direct routes by code: the first that is met counts, and stands for what it replaces."""

    verdicts: dict

    def taken(self):
        return next((code for code, verdict in self.verdicts.items() if verdict == MET), "")

    def instead_of(self, own):
        """While a route may still be open, nobody is refused for what it would replace."""
        return any_of(own, *self.verdicts.values())
