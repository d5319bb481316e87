"""Where the lines and bars of a chart lie, in whole units of an SVG: no colour, no text, no page."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from registry.pace import Path
from registry.periods import Period, month

WIDTH, HEIGHT = 320, 116
LEFT, RIGHT, TOP, BOTTOM = 6, 314, 18, 92
ABOVE = 4
MONTHS_SHOWN = (3, 6, 9, 12)


@dataclass(frozen=True)
class Dot:
    """A marked point of a line."""

    x: str
    y: str


@dataclass(frozen=True)
class Sparkline:
    """One year's path to a target, drawn."""

    reached: str
    needed: str
    dots: tuple[Dot, ...]
    last: Dot
    target_y: str
    target_label_y: str
    months: tuple[tuple[str, date], ...]

    width, height, left, right, bottom = WIDTH, HEIGHT, LEFT, RIGHT, BOTTOM


def sparkline(path: Path) -> Sparkline:
    """Draw a path: the reached line with its month ends as dots, the needed line, the target."""
    eve = date(path.points[0].on.year - 1, 12, 31)
    reached = [(eve, path.opening)]
    reached += [(point.on, point.reached) for point in path.points if point.reached is not None]
    needed = [(eve, min(path.opening, path.target))]
    needed += [(point.on, point.needed) for point in path.points]
    scale = Scale.over([value for _day, value in (*reached, *needed)])
    places = [Dot(x(day, eve), scale.y(value)) for day, value in reached]
    return Sparkline(
        reached=_line(places),
        needed=_line([Dot(x(day, eve), scale.y(value)) for day, value in needed]),
        dots=tuple(places[1:-1]),
        last=places[-1],
        target_y=scale.y(path.target),
        target_label_y=_whole(Decimal(scale.y(path.target)) - ABOVE),
        months=tuple((x(end.last, eve), end.last) for end in _labelled(eve)),
    )


@dataclass(frozen=True)
class Scale:
    """From figures to heights, the smallest at the bottom."""

    low: Decimal
    high: Decimal

    @classmethod
    def over(cls, values: Sequence[Decimal]) -> "Scale":
        return cls(min(values), max(values))

    def y(self, value: Decimal) -> str:
        if self.high == self.low:
            return _whole(Decimal(TOP + BOTTOM) / 2)
        return _whole(BOTTOM - (value - self.low) / (self.high - self.low) * (BOTTOM - TOP))


def x(day: date, eve: date) -> str:
    """How far along its year a day lies; the eve of the year is the left edge."""
    length = (date(eve.year + 1, 12, 31) - eve).days
    return _whole(LEFT + Decimal((day - eve).days) / length * (RIGHT - LEFT))


def _labelled(eve: date) -> list[Period]:
    return [month(eve.year + 1, number) for number in MONTHS_SHOWN]


def _line(dots: Sequence[Dot]) -> str:
    return " ".join(f"{dot.x},{dot.y}" for dot in dots)


def _whole(value: Decimal) -> str:
    return str(value.quantize(Decimal("0.1")))
