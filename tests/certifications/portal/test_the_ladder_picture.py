"""The ladder's picture: every title in its place, no line through a box, no word outside one."""

import re
from datetime import date
from itertools import combinations

import pytest
from django.utils.translation import override

from certifications.climbing.reach_words import steps
from certifications.ladder import Position, graph
from certifications.portal.ladder_lines import Box, lines_between, rounded
from certifications.portal.ladder_map import (
    BOX_WIDTH,
    NAME_LINES,
    WORDS_LINES,
    columns_of,
    ladder_map,
)
from certifications.portal.line_breaks import broken
from certifications.portal.ties import ladder_rows, rungs_down

TODAY = date(2026, 6, 15)


@pytest.fixture
def drawn():
    return ladder_map(graph(), steps(graph(), Position([]), {}, TODAY))


def points(path):
    return [(float(x), float(y)) for x, y in re.findall(r"(-?[\d.]+) (-?[\d.]+)", path)]


def inside(box, point, margin=1):
    x, y = point
    return (
        box.x + margin < x < box.x + box.width - margin and box.y + margin < y < box.bottom - margin
    )


def middles(path):
    """Points all along a path, its corners and what lies between."""
    found = points(path)
    for (x1, y1), (x2, y2) in zip(found, found[1:], strict=False):
        yield from ((x1 + (x2 - x1) * t / 20, y1 + (y2 - y1) * t / 20) for t in range(21))


def test_every_title_of_the_ladder_stands_on_the_picture_once(drawn):
    codes = [place.step.title.code for place in drawn.places]

    assert sorted(codes) == sorted(title.code for title in graph().schemes)


def test_no_two_titles_stand_on_each_other(drawn):
    for one, other in combinations([place.box for place in drawn.places], 2):
        apart = one.x + one.width <= other.x or other.x + other.width <= one.x
        assert apart or one.bottom <= other.y or other.bottom <= one.y


def test_a_higher_rung_stands_higher(drawn):
    heights = {place.step.title.rung: place.box.y for place in drawn.places}

    assert heights[4] < heights[3] < heights[2] < heights[1]


def test_titles_of_a_track_stand_in_its_lane(drawn):
    lanes = {lane.name: (lane.x, lane.x + lane.width) for lane in drawn.lanes}

    assert len(lanes) == len({title.track for title in graph().schemes})
    for place in drawn.places:
        assert any(x <= place.box.x and place.box.x + BOX_WIDTH <= end for x, end in lanes.values())


def test_no_line_runs_through_a_title(drawn):
    crossings = [
        (line.kind, place.step.title.code)
        for line in drawn.lines
        for place in drawn.places
        if any(inside(place.box, point) for point in middles(line.path))
    ]

    assert crossings == []


def test_every_tie_is_drawn_once(drawn):
    ties = {(edge.kind, edge.start, edge.end) for edge in graph().edges}

    assert len(drawn.lines) == len(ties)
    assert {line.kind for line in drawn.lines} == {"needs", "shortcut", "excludes"}


def test_everything_is_on_the_sheet(drawn):
    for line in drawn.lines:
        assert all(0 <= x <= drawn.width and 0 <= y <= drawn.height for x, y in points(line.path))


@pytest.mark.parametrize("language", ["zh-hans", "en"])
def test_words_stay_inside_their_box(language):
    with override(language):
        drawn = ladder_map(graph(), steps(graph(), Position([]), {}, TODAY))

    for place in drawn.places:
        assert len(place.name) <= NAME_LINES
        assert len(place.name) + len(place.detail) <= WORDS_LINES
        assert place.box.y < place.first_y
        assert [*place.detail_rows, *place.name_rows][-1].y < place.box.bottom


def test_a_day_and_a_bracket_are_not_torn_apart():
    assert broken("有效期至 2027年3月31日", 110, 12, 3) == ["有效期至", "2027年3月31日"]
    assert broken("重点“小巨人”企业（中央财政支持）", 144, 14, 2) == [
        "重点“小巨人”企业", "（中央财政支持）",
    ]  # fmt: skip


def test_what_does_not_fit_ends_in_an_ellipsis():
    lines = broken("甲乙丙丁" * 20, 100, 12, 2)

    assert len(lines) == 2
    assert lines[-1].endswith("…")


def test_a_straight_tie_is_a_straight_line():
    boxes = {"low": Box(0, 200, 100, 50, 0, 1), "high": Box(0, 0, 100, 50, 0, 0)}

    class Tie:
        kind, start, end = "needs", "low", "high"

    [line] = lines_between(boxes, [Tie], 60)

    assert line.path == "M50 200 L50 50"


def test_corners_are_rounded():
    assert rounded([(0, 0), (0, 100), (100, 100)]).count("Q") == 1


def test_titles_of_one_rung_and_track_stand_beside_each_other():
    columns = columns_of(graph())

    assert columns["little_giant"] != columns["key_little_giant"]
    assert columns["srdi_sme"] == columns["little_giant"]


def test_the_phone_reads_the_rungs_from_the_top_down():
    listed = steps(graph(), Position([]), {}, TODAY)

    assert [rung.number for rung in rungs_down(listed)] == [4, 3, 2, 1]
    assert sum(len(rung.steps) for rung in rungs_down(listed)) == len(graph().schemes)
    assert [row.step.title.rung for row in ladder_rows(graph(), listed)] == sorted(
        title.rung for title in graph().schemes
    )
