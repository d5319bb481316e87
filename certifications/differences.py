"""What changed between two submissions of a case: figures, statements, papers. Reads frozen contents."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

Contents = Mapping[str, Any]


@dataclass(frozen=True)
class Change:
    """One value before and after; None where there was or is none."""

    before: Any
    after: Any


@dataclass(frozen=True)
class Differences:
    """By place: figures by (fact, year), statements by fact, papers by requirement."""

    figures: dict[tuple[str, int], Change] = field(default_factory=dict)
    claims: dict[str, Change] = field(default_factory=dict)
    papers_added: frozenset[str] = frozenset()
    papers_gone: dict[str, list[str]] = field(default_factory=dict)

    def __bool__(self) -> bool:
        return bool(self.figures or self.claims or self.papers_added or self.papers_gone)


def between(before: Contents | None, after: Contents | None) -> Differences:
    """What the later submission changed; nothing when there is no earlier one."""
    if before is None or after is None:
        return Differences()
    return Differences(
        figures=_changes(_figures(before), _figures(after)),
        claims=_changes(dict(before["claims"]), dict(after["claims"])),
        papers_added=frozenset(_papers(after)) - frozenset(_papers(before)),
        papers_gone=_gone(_papers(before), _papers(after)),
    )


def _changes(before: dict[Any, Any], after: dict[Any, Any]) -> dict[Any, Change]:
    return {
        key: Change(before.get(key), after.get(key))
        for key in {**before, **after}
        if before.get(key) != after.get(key)
    }


def _figures(contents: Contents) -> dict[tuple[str, int], str]:
    """(fact, year) to the text of the value; the version only says where it stands."""
    return {
        (code, int(key.partition("/")[0])): value
        for key, values in contents["figures"].items()
        for code, value in values.items()
    }


def _papers(contents: Contents) -> dict[str, tuple[str, str]]:
    return {each["sha256"]: (each["requirement"], each["file"]) for each in contents["materials"]}


def _gone(
    before: Mapping[str, tuple[str, str]], after: Mapping[str, tuple[str, str]]
) -> dict[str, list[str]]:
    gone: dict[str, list[str]] = {}
    for sha256, (requirement, file) in before.items():
        if sha256 not in after:
            gone.setdefault(requirement, []).append(file)
    return gone
