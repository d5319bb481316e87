"""One edition as a citizen reads it: lines under chapters, each with its source and its mark."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.utils.translation import gettext as _

from certifications.catalogue.edition_rows import Row, Section, item_of, sections
from certifications.catalogue.edition_words import asks_says, item_says
from certifications.models import Edition
from certifications.policy_desk.confirming import confirmed, mark_of
from enterprises.models.naming import in_language
from enterprises.templatetags.reading import day as spelt

SET_OUT_APART = ("origin", "criteria", "routes", "scoring", "validity", "system")


@dataclass(frozen=True)
class Line:
    """One row of the rules: what it says, what the machine holds it to, where it is written."""

    says: str
    kind: str
    asks: str
    notes: list[str]
    source: str
    mark: str
    confirmed: str
    under: "list[Line]" = field(default_factory=list)


@dataclass(frozen=True)
class Chapter:
    """Lines under one heading."""

    code: str
    title: str
    lines: list[Line]


@dataclass(frozen=True)
class ScoredItem:
    """One item of the scoring table with its bands."""

    line: Line
    most: int
    bands: list[list[str]]  # one list, or several of which the better one counts
    cap: int | None


@dataclass(frozen=True)
class ScoredDimension:
    """Items of one dimension, and the least the law asks of it."""

    name: str
    least: str
    items: list[ScoredItem]


@dataclass(frozen=True)
class ScoringTable:
    """The whole table with its pass mark."""

    head: Line
    dimensions: list[ScoredDimension]


class Reading:
    """Reads one edition; the rows and their confirmations are looked up once."""

    def __init__(self, edition: Edition) -> None:
        self.edition, self.rules = edition, edition.rules
        self.sections = sections(edition)
        self.rows = {row.item: row for section in self.sections for row in section.rows}

    def line(self, item: str, asks: str = "", under: Iterable[Line] = ()) -> Line:
        row = self.rows[item]
        return Line(
            row.says,
            row.kind,
            asks,
            [note for note in row.notes if note != asks],
            row.source,
            mark_of(self.edition, item, row.verified),
            self._confirmed(row),
            list(under),
        )

    def _confirmed(self, row: Row) -> str:
        found = confirmed(self.edition).get(row.item)
        return _("已于%s对照官方文本核对") % spelt(found.confirmed_at) if found else ""

    def criteria(self) -> list[Line]:
        """Each condition, with what may waive it under it."""
        return [
            self.line(item_of("criteria", said["code"]), asks_says(said), self._waivers(said))
            for said in self.rules["criteria"]
        ]

    def _waivers(self, said: Mapping[str, Any]) -> Iterator[Line]:
        for waiver in said.get("waived_by", ()):
            item = item_of("waivers", said["code"], waiver["code"])
            yield self.line(item, asks_says(waiver))

    def routes(self) -> list[Line]:
        routes = (self.rules.get("direct_routes") or {}).get("any", ())
        return [self.line(item_of("routes", said["code"]), asks_says(said)) for said in routes]

    def replaced(self) -> list[str]:
        """What a direct route stands in for: the score, or these conditions."""
        replaces = (self.rules.get("direct_routes") or {}).get("replaces", ())
        named = {said["code"]: said for said in self.rules["criteria"]}
        if isinstance(replaces, str):
            return [_("评价得分")]
        return [in_language(named[code]["says_zh"], named[code]["says_en"]) for code in replaces]

    def scoring(self) -> ScoringTable | None:
        said = self.rules.get("scoring")
        if not said:
            return None
        dimensions: dict[str, list[Mapping[str, Any]]] = {}
        for item in said["items"]:
            dimensions.setdefault(item.get("dimension", ""), []).append(item)
        least = {each["dimension"]: each for each in said.get("also", ()) if "dimension" in each}
        return ScoringTable(
            self.line("scoring"),
            [self._dimension(name, items, least) for name, items in dimensions.items()],
        )

    def _dimension(
        self, name: str, items: list[Mapping[str, Any]], least: Mapping[str, Any]
    ) -> ScoredDimension:
        minimum = least.get(name, {}).get("at_least", "")
        return ScoredDimension(
            in_language(name, items[0].get("dimension_en", "")),
            _("不低于 %s 分") % minimum if minimum else "",
            [self._item(item) for item in items],
        )

    def _item(self, said: Mapping[str, Any]) -> ScoredItem:
        note = in_language(said.get("note_zh", ""), said.get("note_en", ""))
        line = self.line(item_of("scoring", said["code"]))
        shown = Line(
            line.says, "", "", [note] if note else [], line.source, line.mark, line.confirmed
        )
        return ScoredItem(shown, int(said["max"]), _bands(said), said.get("cap"))

    def chapters(self) -> list[Chapter]:
        """Everything that is no condition and no score: papers, terms, duties, benefits."""
        return [self._chapter(each) for each in self.sections if each.code not in SET_OUT_APART]

    def _chapter(self, section: Section) -> Chapter:
        return Chapter(section.code, section.title, [self.line(row.item) for row in section.rows])


def _bands(said: Mapping[str, Any]) -> list[list[str]]:
    if "best_of" in said:
        return [item_says({"bands": bands}) for bands in said["best_of"]]
    return [item_says(said)]
