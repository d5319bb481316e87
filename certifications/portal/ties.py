"""What ties a title to others, in words: what it needs, what shortens the way, what shuts it."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import pgettext

from certifications.climbing.reach_words import Step
from certifications.ladder import Edge, Graph
from certifications.ladder_words import rung_names, scheme_names, track_names
from enterprises.punctuation import series


@dataclass(frozen=True)
class Row:
    """One title as the table under the picture says it."""

    step: Step
    track: str
    needs: str
    shortcuts: str
    excludes: str
    is_verified: bool


@dataclass(frozen=True)
class RungDown:
    """One rung with its titles; the list of a phone goes from the top down."""

    number: int
    name: str
    steps: list[Step]

    @property
    def is_held(self) -> bool:
        return any(step.state == "held" for step in self.steps)


def rungs_down(steps: Iterable[Step]) -> list[RungDown]:
    """The rungs from the highest to the lowest, each with its titles."""
    listed = list(steps)
    return [
        RungDown(number, name, [each for each in listed if each.title.rung == number])
        for number, name in sorted(rung_names().items(), reverse=True)
    ]


def ladder_rows(graph: Graph, steps: Iterable[Step]) -> list[Row]:
    """The titles in the order of the picture's rungs, the lowest first."""
    ordered = sorted(steps, key=lambda step: (step.title.rung, step.title.order))
    return [row_of(graph, step) for step in ordered]


def row_of(graph: Graph, step: Step) -> Row:
    """One title with its ties."""
    ours = [edge for edge in graph.edges if edge.end == step.title.code]
    return Row(
        step,
        track_names()[step.title.track],
        pgettext("titles", "或").join(_named(ours, "needs")),
        series(_named(ours, "shortcut")),
        series(_named(ours, "excludes")),
        all(edge.verified == "yes" for edge in ours),
    )


def _named(edges: Iterable[Edge], kind: str) -> list[str]:
    codes = dict.fromkeys(edge.start for edge in edges if edge.kind == kind)
    return scheme_names(codes)
