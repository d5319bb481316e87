"""The ladder as a map: where each title stands on the sheet, lanes for tracks, levels for rungs.

It places boxes; what a title says comes from the steps, lines between titles from ladder_lines.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from certifications.climbing.outlook import Reach
from certifications.climbing.reach_words import BASE_FIRST, BY_PEOPLE, NO_RULES, Step
from certifications.ladder import Graph
from certifications.ladder_words import rung_names, track_names
from certifications.portal.ladder_lines import Box, Line, lines_between
from certifications.portal.line_breaks import broken

LEFT, TOP = 78, 40
COLUMN, BOX_WIDTH = 178, 156
BOX_HEIGHT, GAP = 122, 62
INSIDE = 144  # px of a box that words may fill
NAME_SIZE, WORDS_SIZE = 14, 12
NAME_LINES, WORDS_LINES, LEVEL_LINES = 3, 5, 5  # words: with the lines of the name
NAME_STEP, STATE_STEP, WORDS_STEP = 18, 23, 16
SIGNS: dict[str, str] = {
    Reach.HELD: "✓", Reach.AWAITING: "↻", Reach.ELIGIBLE: "○", Reach.NEAR: "△",
    Reach.FAR: "▽", Reach.UNKNOWN: "?", Reach.BLOCKED: "×", NO_RULES: "–",
    BY_PEOPLE: "◇", BASE_FIRST: "▽",
}  # fmt: skip


@dataclass(frozen=True)
class Lane:
    """One track: its name above its columns."""

    name: str
    x: int
    width: int

    @property
    def middle(self) -> float:
        return self.x + self.width / 2


@dataclass(frozen=True)
class Row:
    """One line of words and its height on the sheet."""

    says: str
    y: int


def rows(lines: Iterable[str], y: int, step: int) -> list[Row]:
    """Lines under each other, the first at a height."""
    return [Row(says, y + step * number) for number, says in enumerate(lines)]


@dataclass(frozen=True)
class Level:
    """One rung: its number and name at the left of its row, and the line it stands on."""

    number: int
    y: int
    floor: int
    name: list[Row]


@dataclass(frozen=True)
class Place:
    """One title: its box, and its words broken into lines."""

    step: Step
    box: Box
    name: list[str]
    detail: list[str]

    @property
    def state(self) -> str:
        return str(self.step.state)

    @property
    def sign(self) -> str:
        """The state by a shape, for whoever does not see its colour."""
        return SIGNS[self.step.state]

    @property
    def first_y(self) -> int:
        """The height of the first line, so that all of them stand in the middle of the box."""
        words = NAME_STEP * len(self.name) + STATE_STEP + WORDS_STEP * len(self.detail)
        return self.box.y + NAME_SIZE + (self.box.height - words) // 2

    @property
    def name_rows(self) -> list[Row]:
        return rows(self.name, self.first_y, NAME_STEP)

    @property
    def state_y(self) -> int:
        return self.first_y + NAME_STEP * len(self.name) + 4

    @property
    def detail_rows(self) -> list[Row]:
        return rows(self.detail, self.state_y + STATE_STEP - 4, WORDS_STEP)


@dataclass(frozen=True)
class LadderMap:
    """The whole sheet."""

    width: int
    height: int
    lanes: list[Lane]
    levels: list[Level]
    places: list[Place]
    lines: list[Line]


def ladder_map(graph: Graph, steps: Iterable[Step]) -> LadderMap:
    """Place every title of the ladder."""
    by_code = {each.title.code: each for each in steps}
    columns = columns_of(graph)
    rungs = sorted(rung_names(), reverse=True)
    places = {
        title.code: _place(by_code[title.code], columns[title.code], rungs.index(title.rung))
        for title in graph.schemes
    }
    count = max(columns.values()) + 1
    return LadderMap(
        LEFT + COLUMN * count,
        TOP + (BOX_HEIGHT + GAP) * len(rungs),
        _lanes(graph, columns),
        [_level(number, rungs.index(number)) for number in rungs],
        list(places.values()),
        lines_between({code: each.box for code, each in places.items()}, graph.edges, GAP),
    )


def columns_of(graph: Graph) -> dict[str, int]:
    """The column of each title: tracks beside each other, titles of one rung beside each other."""
    found: dict[str, int] = {}
    start = 0
    for track in track_names():
        cells: dict[int, int] = {}
        for title in graph.schemes:
            if title.track == track:
                found[title.code] = start + cells.get(title.rung, 0)
                cells[title.rung] = cells.get(title.rung, 0) + 1
        start += max(cells.values(), default=0)
    return found


def _lanes(graph: Graph, columns: Mapping[str, int]) -> list[Lane]:
    lanes = []
    for track, name in track_names().items():
        ours = [columns[title.code] for title in graph.schemes if title.track == track]
        if ours:
            width = (max(ours) - min(ours) + 1) * COLUMN
            lanes.append(Lane(name, LEFT + min(ours) * COLUMN, width))
    return lanes


def _level(number: int, row: int) -> Level:
    y = _top(row)
    name = broken(rung_names()[number], LEFT - 14, WORDS_SIZE, LEVEL_LINES)
    return Level(number, y, y + BOX_HEIGHT + GAP // 2, rows(name, y + 50, WORDS_STEP))


def _top(row: int) -> int:
    return TOP + GAP // 2 + row * (BOX_HEIGHT + GAP)


def _place(step: Step, column: int, row: int) -> Place:
    x = LEFT + column * COLUMN + (COLUMN - BOX_WIDTH) // 2
    name = broken(step.title.name, INSIDE, NAME_SIZE, NAME_LINES)
    return Place(
        step,
        Box(x, _top(row), BOX_WIDTH, BOX_HEIGHT, column, row),
        name,
        broken(step.detail, INSIDE, WORDS_SIZE, WORDS_LINES - len(name)),
    )
