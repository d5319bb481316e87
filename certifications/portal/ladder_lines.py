"""The lines of the ladder's map: from a title to the one that needs it, that it shortens, or that it shuts.

Lines leave and enter boxes above and below, run along the gaps between the rows and down the
gutters between the columns, so that none crosses a box. Nothing here knows what a title is.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from certifications.ladder import Edge

PORT, FIRST_PORT = 15, 18  # px between lines that meet the same side of a box
TRACK, FIRST_TRACK = 9, 15  # px between lines that run along the same gap
ROUND = 7
SHUTS = "excludes"
Point = tuple[float, float]


@dataclass(frozen=True)
class Box:
    """Where one title stands; rows are counted from the top."""

    x: int
    y: int
    width: int
    height: int
    column: int
    row: int

    @property
    def middle(self) -> float:
        return self.x + self.width / 2

    @property
    def bottom(self) -> int:
        return self.y + self.height


@dataclass(frozen=True)
class Line:
    """One line of the map: its kind, its path, and where a sign may stand on it."""

    kind: str
    path: str
    sign_at: Point


def lines_between(boxes: Mapping[str, Box], edges: Iterable[Edge], gap: int) -> list[Line]:
    """A line for each pair of titles that are tied, each kind once."""
    pairs = dict.fromkeys((edge.kind, edge.start, edge.end) for edge in edges)
    sheet = _Sheet(boxes, list(pairs), gap)
    return [sheet.line(*pair) for pair in pairs]


class _Sheet:
    """Keeps which ports and tracks are taken, so that no two lines lie on each other."""

    def __init__(
        self, boxes: Mapping[str, Box], pairs: list[tuple[str, str, str]], gap: int
    ) -> None:
        self.boxes, self.pairs, self.gap = boxes, pairs, gap
        self.ports: dict[tuple[str, bool, int], int] = {}
        self.tracks: dict[int, int] = {}

    def line(self, kind: str, start: str, end: str) -> Line:
        points = self._points(start, end)
        middle = len(points) // 2
        before, after = points[middle - 1], points[middle]
        sign = ((before[0] + after[0]) / 2, (before[1] + after[1]) / 2)
        return Line(kind, rounded(points), sign)

    def _points(self, start: str, end: str) -> list[Point]:
        one, other = self.boxes[start], self.boxes[end]
        if one.row == other.row:
            return self._beside(start, end)
        goes_up = one.row > other.row
        leaves = self._port(start, goes_up, other)
        enters = self._port(end, not goes_up, one)
        if leaves[0] == enters[0] and self._is_free(one, other):
            return [leaves, enters]
        lower, upper = (one, other) if goes_up else (other, one)
        return self._around(leaves, enters, lower, upper, goes_up)

    def _beside(self, start: str, end: str) -> list[Point]:
        """Two of one row: up, along the gap above, and down again."""
        one, other = self.boxes[start], self.boxes[end]
        leaves, enters = self._port(start, True, other), self._port(end, True, one)
        y = self._track(one.row)
        return [leaves, (leaves[0], y), (enters[0], y), enters]

    def _around(
        self, leaves: Point, enters: Point, lower: Box, upper: Box, goes_up: bool
    ) -> list[Point]:
        """Along the gap; over more than one row down the gutter beside the lower box."""
        if lower.row - upper.row == 1:
            y = self._track(lower.row)
            return [leaves, (leaves[0], y), (enters[0], y), enters]
        near, far = self._track(lower.row), self._track(upper.row + 1)
        gutter = lower.x - (FIRST_TRACK if upper.column <= lower.column else -lower.width - TRACK)
        first, last = (near, far) if goes_up else (far, near)
        return [
            leaves, (leaves[0], first), (gutter, first), (gutter, last), (enters[0], last), enters,
        ]  # fmt: skip

    def _port(self, code: str, above: bool, towards: Box) -> Point:
        """Where a line meets a box: in the middle straight up or down, else towards the other."""
        box = self.boxes[code]
        side = (towards.column > box.column) - (towards.column < box.column)
        taken = self.ports.get((code, above, side), 0)
        self.ports[code, above, side] = taken + 1
        shift = side * (FIRST_PORT + PORT * taken) if side else -PORT * taken
        return box.middle + shift, float(box.y if above else box.bottom)

    def _track(self, row: int) -> float:
        """A free height in the gap above a row."""
        taken = self.tracks.get(row, 0)
        self.tracks[row] = taken + 1
        top = min(box.y for box in self.boxes.values() if box.row == row)
        return float(top - FIRST_TRACK - TRACK * taken)

    def _is_free(self, one: Box, other: Box) -> bool:
        between = range(min(one.row, other.row) + 1, max(one.row, other.row))
        return not any(
            box.column == one.column and box.row in between for box in self.boxes.values()
        )


def rounded(points: list[Point]) -> str:
    """A path through points, its corners rounded."""
    path = f"M{points[0][0]:g} {points[0][1]:g}"
    for before, corner, after in zip(points, points[1:], points[2:], strict=False):
        into, out = _towards(corner, before), _towards(corner, after)
        path += f" L{into[0]:g} {into[1]:g} Q{corner[0]:g} {corner[1]:g} {out[0]:g} {out[1]:g}"
    return f"{path} L{points[-1][0]:g} {points[-1][1]:g}"


def _towards(corner: Point, other: Point) -> Point:
    """A little way from a corner towards the next point, never past its middle."""
    dx, dy = other[0] - corner[0], other[1] - corner[1]
    length = abs(dx) + abs(dy)
    reach = min(ROUND, length / 2)
    return (corner[0] + dx / length * reach, corner[1] + dy / length * reach) if length else corner
