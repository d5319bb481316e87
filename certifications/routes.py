"""Where the states stand on a road's picture, and how its arrows run; chosen by hand."""

from collections.abc import Callable
from dataclasses import dataclass

from certifications.states import State

COLUMN, ROW, LEFT, TOP = 270, 108, 156, 160
WIDTH, HEIGHT = 176, 58
GUTTER = 48
PLACES = {
    State.DRAFT: (0, 0),
    State.SUBMITTED: (1, 1),
    State.NOT_ACCEPTED: (3, 1),
    State.DISTRICT_REVIEW: (1, 2),
    State.CORRECTION: (0, 2),
    State.CITY_CHECK: (2, 3),
    State.THIRD_PARTY_REVIEW: (2, 3),
    State.EXPERT_REVIEW: (2, 3),
    State.NOT_RECOGNISED: (3, 3),
    State.WITHDRAWN: (0, 4),
    State.REVIEWED: (2, 4),
    State.PUBLIC_NOTICE: (2, 5),
    State.RECOGNISED: (2, 6),
}
Point = tuple[float, float]


@dataclass(frozen=True)
class Box:
    """A state on the sheet, by the middle of its box."""

    x: float
    y: float

    def side(self, toward: int, lift: float = 0) -> Point:
        """The middle of its right (1) or left (-1) side, a little higher or lower."""
        return self.x + toward * WIDTH / 2, self.y + lift

    def end(self, toward: int) -> Point:
        """The middle of its lower (1) or upper (-1) side."""
        return self.x, self.y + toward * HEIGHT / 2


@dataclass(frozen=True)
class Line:
    """An arrow's points, where its words stand and how they are aligned."""

    points: tuple[Point, ...]
    words_at: Point
    anchor: str = "start"


def box(state: State) -> Box:
    column, row = PLACES[state]
    return Box(LEFT + column * COLUMN, TOP + row * ROW)


def down(start: Box, goal: Box) -> Line:
    """Straight down to the box below."""
    (x, y), end = start.end(1), goal.end(-1)
    return Line(((x, y), end), (x + 10, (y + end[1]) / 2 - 2))


def across(lift: float = 0) -> Callable[[Box, Box], Line]:
    """Straight to a box in the same row; two opposite arrows are set apart by their lift."""

    def line(start: Box, goal: Box) -> Line:
        toward = 1 if goal.x > start.x else -1
        begin, end = start.side(toward, lift), goal.side(-toward, lift)
        height = begin[1] + (28 if lift > 0 else -18)
        if not lift:
            return Line((begin, end), (begin[0] + 10, height))
        return Line((begin, end), ((begin[0] + end[0]) / 2, height), "middle")

    return line


def corner(lift: float = 0) -> Callable[[Box, Box], Line]:
    """To the right, then up or down into the box."""

    def line(start: Box, goal: Box) -> Line:
        begin = start.side(1, lift)
        turn = (goal.x, begin[1])
        end = goal.end(-1 if goal.y > start.y else 1)
        return Line((begin, turn, end), (begin[0] + 10, begin[1] + (28 if lift > 0 else -18)))

    return line


def gutter(start: Box, goal: Box) -> Line:
    """Out to the left edge, down, and in again."""
    begin, end = start.side(-1), goal.side(-1)
    points = (begin, (GUTTER, begin[1]), (GUTTER, end[1]), end)
    return Line(points, (GUTTER + 8, goal.y - 76))


ROUTES: dict[str, Callable[[Box, Box], Line]] = {
    "submit": corner(),
    "refuse_acceptance": across(),
    "return_for_correction": across(-13),
    "resubmit": across(13),
    "recommend": corner(13),
    "not_recommend": corner(-13),
    "decline": across(),
    "decline_after_objection": corner(),
}


def route(code: str, start: State, goal: State) -> Callable[[Box, Box], Line]:
    """How a step's arrow runs; a step without a way of its own goes down or round the edge."""
    if code in ROUTES:
        return ROUTES[code]
    same_column = PLACES[start][0] == PLACES[goal][0]
    return down if same_column and start != State.DRAFT else gutter
