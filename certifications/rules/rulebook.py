"""An edition's rules, read once from their JSON into what is held against a standing.

It knows no enterprise. Where the city sets an item of a scoring table itself, its indicators of
the year are put in; until it does, the item stays without bands and gives no points.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from certifications.editions import limit
from certifications.models import Edition, LocalIndicators
from certifications.rules.conditions import Condition, read

EVERY_KIND = ("new", "renewal")
Said = Mapping[str, Any]
Points = tuple[Decimal, Decimal]  # from … to; equal where the law leaves no range
READ: dict[str, "Rulebook"] = {}


@dataclass(frozen=True)
class Wording:
    """How a row of a rule is called, said and sourced; shared by criteria, items, routes, waivers."""

    code: str
    says_zh: str
    says_en: str
    source: str
    verified: str


@dataclass(frozen=True)
class Clause(Wording):
    """A test with its words: a direct route, or a waiver of one criterion."""

    condition: Condition


@dataclass(frozen=True)
class Criterion(Clause):
    """A condition that the law asks for."""

    kind: str
    applies_to: tuple[str, ...]
    waived_by: tuple[Clause, ...]
    evidence: tuple[str, ...]


@dataclass(frozen=True)
class Band:
    """Who meets the condition gets these points; read from the top, the first that is met counts."""

    condition: Condition
    points: Points
    grade: str = ""


@dataclass(frozen=True)
class Ratchet:
    """So many points for every full step of a fact ("1 point per 2 full years")."""

    fact: str
    every: Decimal
    points: Decimal


@dataclass(frozen=True)
class Item(Wording):
    """One line of a scoring table: lists of bands (the better one counts), or a ratchet."""

    dimension: str
    most: Decimal
    cap: Decimal | None
    bands: tuple[tuple[Band, ...], ...]
    per: Ratchet | None
    is_local: bool = False


@dataclass(frozen=True)
class Mark:
    """A number of points to reach (or to exceed): in all, of one item, or of one dimension."""

    points: Decimal
    exceed: bool
    item: str = ""
    dimension: str = ""

    def is_cleared_by(self, points: Decimal) -> bool:
        return points > self.points if self.exceed else points >= self.points


@dataclass(frozen=True)
class Scoring:
    """A scoring table with its pass mark and the minima beside it."""

    items: tuple[Item, ...]
    passes: Mark
    also: tuple[Mark, ...]
    computed: bool
    source: str
    verified: str


@dataclass(frozen=True, eq=False)
class Rulebook:
    """All that decides: criteria in their order, the scoring table, and the direct routes."""

    criteria: tuple[Criterion, ...]
    scoring: Scoring | None = None
    routes: tuple[Clause, ...] = ()
    replaced: frozenset[str] = field(default_factory=frozenset)

    def facts(self) -> list[str]:
        """Every fact that any rule looks at, once each, in order."""
        clauses = [*self.criteria, *self.privileges()]
        named = [code for clause in clauses for code in clause.condition.facts()]
        return list(dict.fromkeys([*named, *self._scored()]))

    def privileges(self) -> list[Clause]:
        """Direct routes and waivers: what frees from a condition, for those it applies to."""
        waivers = [waiver for each in self.criteria for waiver in each.waived_by]
        return [*self.routes, *waivers]

    def clauses_behind(self, code: str) -> list[Clause]:
        """What could decide a criterion (or the score) besides points: its own, its waivers, routes."""
        own = [each for each in self.criteria if each.code == code]
        waivers = [waiver for each in own for waiver in each.waived_by]
        return [*own, *waivers, *(self.routes if code in self.replaced else ())]

    def facts_behind(self, code: str) -> list[str]:
        """The facts that could decide a criterion (or the score), once each."""
        named = [fact for clause in self.clauses_behind(code) for fact in clause.condition.facts()]
        is_score = all(each.code != code for each in self.criteria)
        return list(dict.fromkeys([*(self._scored() if is_score else ()), *named]))

    def _scored(self) -> list[str]:
        items = self.scoring.items if self.scoring else ()
        return [code for item in items for code in facts_of(item)]


def facts_of(item: Item) -> list[str]:
    """The facts that one item of a scoring table looks at."""
    named = [code for bands in item.bands for band in bands for code in band.condition.facts()]
    return list(dict.fromkeys([*named, *([item.per.fact] if item.per else [])]))


def book_of(edition: Edition, year: int) -> Rulebook:
    """The rulebook of an edition, with the city's own indicators of the year where it asks for them."""
    has_local = any(item.get("local") for item in _items(edition.rules))
    return _with_local(edition, year) if has_local else _kept(edition)


def _kept(edition: Edition) -> Rulebook:
    """Read once for each digest: what has the same digest says the same."""
    if edition.digest not in READ:
        READ[edition.digest] = read_rules(edition.rules)
    return READ[edition.digest]


def _with_local(edition: Edition, year: int) -> Rulebook:
    rows = LocalIndicators.objects.filter(scheme=edition.scheme_id, year=year)
    set_by_city = {row.item: row.rules["bands"] for row in rows}
    if not set_by_city:
        return _kept(edition)
    items = [
        {**item, "bands": set_by_city.get(item["code"], item["bands"])}
        if item.get("local")
        else item
        for item in _items(edition.rules)
    ]
    return read_rules({**edition.rules, "scoring": {**edition.rules["scoring"], "items": items}})


def _items(rules: Said) -> list[Said]:
    return list((rules.get("scoring") or {}).get("items", []))


def read_rules(rules: Said) -> Rulebook:
    """Read the rules of an edition (its file as JSON)."""
    routes = rules.get("direct_routes") or {}
    replaces = routes.get("replaces", ())
    return Rulebook(
        tuple(_criterion(item) for item in rules["criteria"]),
        _scoring(rules["scoring"]) if rules.get("scoring") else None,
        tuple(_clause(item) for item in routes.get("any", ())),
        frozenset([replaces] if isinstance(replaces, str) else replaces),
    )


def _wording(said: Said) -> dict[str, Any]:
    return {name: said[name] for name in ("code", "says_zh", "says_en", "source", "verified")}


def _clause(said: Said) -> Clause:
    return Clause(**_wording(said), condition=read(said))


def _criterion(said: Said) -> Criterion:
    return Criterion(
        **_wording(said),
        condition=read(said),
        kind=said["kind"],
        applies_to=tuple(said.get("applies_to", EVERY_KIND)),
        waived_by=tuple(_clause(item) for item in said.get("waived_by", ())),
        evidence=tuple(said.get("evidence", ())),
    )


def _scoring(said: Said) -> Scoring:
    first = said["items"][0] if said["items"] else {}
    return Scoring(
        tuple(_item(item) for item in said["items"]),
        _mark(said["pass"]),
        tuple(_mark(also) for also in said.get("also", ())),
        bool(said["computed"]),
        said.get("source", first.get("source", "")),
        said.get("verified", "yes"),
    )


def _mark(said: Said) -> Mark:
    exceed = "more_than" in said
    points = said["more_than" if exceed else "at_least"]
    return Mark(Decimal(points), exceed, said.get("item", ""), said.get("dimension", ""))


def _item(said: Said) -> Item:
    lists = said["best_of"] if "best_of" in said else [said.get("bands", [])]
    return Item(
        **_wording(said),
        dimension=said.get("dimension", ""),
        most=Decimal(said["max"]),
        cap=Decimal(said["cap"]) if "cap" in said else None,
        bands=tuple(tuple(_band(band) for band in bands) for bands in lists if bands),
        per=_ratchet(said["per"]) if "per" in said else None,
        is_local=bool(said.get("local")),
    )


def _band(said: Said) -> Band:
    points = said["points"] if isinstance(said["points"], list) else [said["points"]]
    return Band(read(said), (Decimal(points[0]), Decimal(points[-1])), said.get("grade", ""))


def _ratchet(said: Said) -> Ratchet:
    return Ratchet(said["fact"], limit(said["every"]), Decimal(said["points"]))
