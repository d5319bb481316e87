"""The ladder, the vocabulary of facts, the sources and the dated editions of each scheme."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from seeds.edition_shape import check_edition
from seeds.fact_shape import check_facts
from seeds.ladder_shape import check_ladder
from seeds.local_shape import check_local
from seeds.reader import ROOT, read
from seeds.tables import SeedError, Table, keys, with_line


def ladder() -> Table:
    """Return tracks, rungs and schemes; the order of schemes is the order on screen."""
    found: Table = _checked("ladder.yaml", check_ladder, "ladder")
    return found


def facts() -> list[Table]:
    """Return the vocabulary of facts: what can be known of one enterprise, and in which unit."""
    found: list[Table] = _checked("facts.yaml", check_facts, "facts")
    return found


def sources() -> Table:
    """Return the sources by key; every mark ``verified`` rests on one of them."""
    found: Table = read("sources.yaml")
    for key, source in found.items():
        keys(source, required={"what"}, optional={"url", "repo", "path"}, where=f"sources.{key}")
    return found


def editions() -> list[tuple[str, str]]:
    """Return (scheme, edition) of every rule file, in order."""
    paths = sorted((ROOT / "schemes").glob("*/*.yaml"))
    return [(path.parent.name, path.stem) for path in paths]


def edition(scheme: str, name: str) -> Table:
    """Return one dated rule set, its shape checked; scheme and name must match the path."""
    found = check_edition(read(f"schemes/{scheme}/{name}.yaml"), f"{scheme}/{name}")
    if (found["scheme"], found["edition"]) != (scheme, name):
        raise SeedError(f"schemes/{scheme}/{name}.yaml：scheme、edition 与路径不一致，请改正")
    return found


def local_indicators() -> list[Table]:
    """Return the city's own scoring indicators, scheme by scheme and year by year; may be none."""
    paths = sorted((ROOT / "local").glob("*/*.yaml"))
    return [_local(path.parent.name, path.stem) for path in paths]


def _local(scheme: str, year: str) -> Table:
    name = f"local/{scheme}/{year}"
    found: Table = _checked(f"{name}.yaml", check_local, name)
    if (found["scheme"], str(found["year"])) != (scheme, year):
        raise SeedError(f"{name}.yaml：scheme、year 与路径不一致，请改正")
    return found


def _checked(name: str, check: Callable[[Any, str], Any], where: str) -> Any:
    data = read(name)
    try:
        return check(data, where)
    except SeedError as refusal:
        raise with_line(refusal, data, where) from None
