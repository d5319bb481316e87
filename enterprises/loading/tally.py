"""Bringing rows in line with the seed files by their natural codes: create, update, never remove."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, TypeVar

from django.db import models

Key = tuple[Any, ...]
M = TypeVar("M", bound=models.Model)


@dataclass
class Tally:
    """What loading did to one kind of row; `kept` are rows that the files no longer name."""

    kind: str
    created: set[Key] = field(default_factory=set)
    updated: set[Key] = field(default_factory=set)
    seen: set[Key] = field(default_factory=set)
    kept: int = 0

    def as_json(self) -> dict[str, Any]:
        return {
            "kind": self.kind,
            "created": len(self.created),
            "updated": len(self.updated - self.created),
            "unchanged": len(self.seen - self.created - self.updated),
            "kept": self.kept,
        }


def upsert(
    tally: Tally, model: type[M], rows: Iterable[Mapping[str, Any]], *, key: tuple[str, ...]
) -> dict[Key, M]:
    """Make the rows stand as given; return them by key. Fields not given are left alone."""
    there = {_key(row, key): row for row in model._default_manager.all()}
    fresh: dict[Key, M] = {}
    for wanted in rows:
        natural = tuple(wanted[name] for name in key)
        tally.seen.add(natural)
        if natural in there:
            set_fields(tally, natural, there[natural], wanted)
        else:
            fresh[natural] = model(**wanted)
    model._default_manager.bulk_create(fresh.values(), batch_size=500)
    tally.created |= fresh.keys()
    tally.kept += len(there.keys() - tally.seen)
    return there | fresh


def set_fields(tally: Tally, natural: Key, row: models.Model, wanted: Mapping[str, Any]) -> None:
    """Save a row if a field differs, and count it once."""
    changed = [name for name, value in wanted.items() if getattr(row, name) != value]
    if not changed:
        return
    for name in changed:
        setattr(row, name, wanted[name])
    row.save(update_fields=changed)
    tally.updated.add(natural)


def day(text: str) -> date | None:
    """The date of a CSV cell; empty is open."""
    return date.fromisoformat(text) if text else None


def _key(row: models.Model, key: tuple[str, ...]) -> Key:
    return tuple(getattr(row, name) for name in key)
