"""Mappings and lists read from a seed file, and how they are refused: file, line, key, advice."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any, NoReturn


class SeedError(ValueError):
    """A seed file is not written as agreed; the sentence says where and what to do."""

    def __init__(self, sentence: str, *, where: str = "", has_line: bool = False) -> None:
        super().__init__(sentence)
        self.where = where
        self.has_line = has_line


class Table(dict[str, Any]):
    """A mapping that remembers on which line of which file it and each of its keys stands."""

    file: str = ""
    line: int = 0

    def __init__(self, file: str = "", line: int = 0) -> None:
        super().__init__()
        self.file, self.line = file, line
        self.lines: dict[str, int] = {}


class Listing(list[Any]):
    """A list that remembers on which line of which file it and each of its members stands."""

    file: str = ""
    line: int = 0

    def __init__(self, file: str = "", line: int = 0) -> None:
        super().__init__()
        self.file, self.line = file, line
        self.lines: list[int] = []


def keys(
    mapping: Any,
    *,
    required: Collection[str] = (),
    optional: Collection[str] = (),
    where: str = "",
) -> Table:
    """Return the mapping if it has all required keys and no unknown ones; else SeedError."""
    if not isinstance(mapping, dict):
        refuse_here(where, "这里应为“键: 值”的映射，请改正")
    for key in mapping:
        if key not in required and key not in optional:
            allowed = "、".join(sorted({*required, *optional}))
            refuse_at(mapping, key, where, f"不认识的键，可用的键是：{allowed}")
    for key in sorted(required):
        if key not in mapping:
            refuse_at(mapping, key, where, "缺少这个键，请补上")
    return mapping  # type: ignore[return-value]


def refuse(file: str, line: int, key: str, problem: str) -> NoReturn:
    """Raise the SeedError of one place in one file."""
    sentence = f"{file} 第 {line} 行{f' {key}' if key else ''}：{problem}"
    raise SeedError(sentence, where=key, has_line=True)


def refuse_here(where: str, problem: str) -> NoReturn:
    """Raise the SeedError of a place whose line is not at hand; `with_line` may add it."""
    raise SeedError(f"{where}：{problem}", where=where)


def refuse_at(mapping: Any, key: str, where: str, problem: str) -> NoReturn:
    """Raise the SeedError of one key of one mapping, with its line when it is known."""
    path = f"{where}.{key}" if where else key
    if isinstance(mapping, Table) and mapping.file:
        refuse(mapping.file, mapping.lines.get(key, mapping.line), path, problem)
    refuse_here(path, problem)


def with_line(refusal: SeedError, data: Any, where: str) -> SeedError:
    """The same refusal with file and line, found by walking from `data` down to its place."""
    if refusal.has_line or not getattr(data, "file", ""):
        return refusal
    line = _line_of(data, refusal.where.removeprefix(where))
    return SeedError(f"{data.file} 第 {line} 行 {refusal}", where=refusal.where, has_line=True)


def _line_of(data: Any, way: str) -> int:
    """The line of the deepest part of the way that is there: ``.criteria[3].at_least``."""
    line = int(data.line)
    for step in way.replace("]", "").replace("[", ".").split(".")[1:]:
        if isinstance(data, Table) and step in data:
            line, data = data.lines.get(step, line), data[step]
        elif isinstance(data, Listing) and step in map(str, range(len(data))):
            line, data = data.lines[int(step)], data[int(step)]
        else:
            break
    return line
