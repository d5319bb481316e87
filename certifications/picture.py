"""Draws a road as an SVG picture: who has the case from left to right, time from top to bottom.

Only the table of the road and the terms of the editions that walk it are read, so the picture
cannot say anything that the procedure does not do. Places on the sheet are chosen by hand.
"""

from collections.abc import Iterator
from html import escape

from django.utils.translation import override

from certifications.moves import Role, Step
from certifications.procedure import Road
from certifications.routes import COLUMN, HEIGHT, LEFT, WIDTH, Point, box, gutter, route
from certifications.states import CLOSED, State
from certifications.walked_terms import applies_to, says_term

SHEET = (1122, 920)
LANES = ("企业", "区市主管部门", "市级主管部门", "结果")
ACTORS = {
    Role.SUBMITTER: ("#b5492b", "企业提交人"),
    Role.DISTRICT_OFFICER: ("#1a667f", "区市经办人"),
    Role.CITY_OFFICER: ("#0a2e3c", "市级经办人"),
}
LOOKS = {
    State.RECOGNISED: ("#e1f0e6", "#1f6a43", "#1f6a43"),
    State.NOT_ACCEPTED: ("#fbe6e3", "#df8f88", "#a3211b"),
    State.NOT_RECOGNISED: ("#fbe6e3", "#df8f88", "#a3211b"),
    State.WITHDRAWN: ("#eceeed", "#b9bfc1", "#4d5c64"),
}
PLAIN_LOOK = ("#ffffff", "#8fbccb", "#16252d")


def draw(road: Road) -> str:
    """The road as an SVG text, in Chinese; the same road gives the same text."""
    with override("zh-hans"):
        return "\n".join(parts(road)) + "\n"


def parts(road: Road) -> Iterator[str]:
    width, height = SHEET
    yield (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" role="img" '
        f"aria-labelledby=\"title\" font-family=\"'Noto Sans CJK SC', 'Source Han Sans SC', "
        f"'PingFang SC', 'Microsoft YaHei', sans-serif\">"
    )
    yield f'<title id="title">{escape(str(road.says))}：程序图</title>'
    yield from markers()
    yield f'<rect width="{width}" height="{height}" fill="#f8f6f1"/>'
    yield text((28, 44), str(road.says), 26, "#0a2e3c", weight=700)
    yield text((28, 70), f"适用：{applies_to(road.code)}", 14, "#41535c")
    yield from lanes()
    states = dict.fromkeys(state for step in road.steps for state in (*step.from_states, step.to))
    for step in road.steps:
        yield from arrows(step)
    for state in states:
        yield from place(road, state)
    yield from legend()
    yield "</svg>"


def markers() -> Iterator[str]:
    yield "<defs>"
    for role, (colour, _says) in ACTORS.items():
        yield (
            f'<marker id="{role}" viewBox="0 0 10 10" refX="9" refY="5" markerWidth="7" '
            f'markerHeight="7" orient="auto"><path d="M0 0 10 5 0 10z" fill="{colour}"/></marker>'
        )
    yield "</defs>"


def lanes() -> Iterator[str]:
    """The columns: who has the case."""
    for number, says in enumerate(LANES):
        x = LEFT + number * COLUMN - COLUMN / 2 + 8
        shade = "#f3f0e9" if number % 2 else "#edf5f7"
        yield f'<rect x="{x}" y="88" width="{COLUMN - 6}" height="782" rx="8" fill="{shade}"/>'
        yield text((x + (COLUMN - 6) / 2, 112), says, 14, "#41535c", "middle", 600)


def place(road: Road, state: State) -> Iterator[str]:
    """A state's box with its name and the term that runs there."""
    fill, line, ink = LOOKS.get(state, PLAIN_LOOK)
    middle = box(state)
    wide = 2.5 if state == State.RECOGNISED else 1.5
    yield (
        f'<rect x="{middle.x - WIDTH / 2}" y="{middle.y - HEIGHT / 2}" width="{WIDTH}" '
        f'height="{HEIGHT}" rx="6" fill="{fill}" stroke="{line}" stroke-width="{wide}"/>'
    )
    term = "" if state in CLOSED else says_term(road, state)
    yield text((middle.x, middle.y + (-3 if term else 6)), str(state.label), 17, ink, "middle", 600)
    if term:
        yield text((middle.x, middle.y + 18), term, 12, "#5a6a72", "middle")


def arrows(step: Step) -> Iterator[str]:
    """A step's arrows, one from each state it leaves; the words stand at the first of a kind."""
    colour, actor = ACTORS[step.by]
    told = False
    for state in step.from_states:
        runs = route(step.code, state, step.to)
        line = runs(box(state), box(step.to))
        path = " L".join(f"{x:g} {y:g}" for x, y in line.points)
        yield (
            f'<path d="M{path}" fill="none" stroke="{colour}" stroke-width="1.8" '
            f'stroke-linejoin="round" marker-end="url(#{step.by})"/>'
        )
        if runs is gutter and told:
            continue
        told = told or runs is gutter
        x, y = line.words_at
        yield text((x, y), str(step.says), 13.5, colour, line.anchor, 600)
        yield text((x, y + 14), actor, 11, "#5a6a72", line.anchor)


def legend() -> Iterator[str]:
    """Whose deed an arrow is."""
    for number, (colour, says) in enumerate(ACTORS.values()):
        x = 28 + number * 170
        yield f'<path d="M{x} 893h34" stroke="{colour}" stroke-width="3"/>'
        yield text((x + 44, 898), says, 13, "#41535c")
    says = "框内为该环节的期限；依据见各版规则"
    yield text((SHEET[0] - 28, 898), says, 13, "#5a6a72", "end")


def text(
    at: Point, says: str, size: float, colour: str, anchor: str = "start", weight: int = 400
) -> str:
    x, y = at
    return (
        f'<text x="{x:g}" y="{y:g}" font-size="{size:g}" font-weight="{weight}" fill="{colour}" '
        f'text-anchor="{anchor}">{escape(says)}</text>'
    )
