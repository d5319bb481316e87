"""A mapping read from a seed file, and how it is refused: with file, line, key and advice."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any, NoReturn


class SeedError(ValueError):
    """A seed file is not written as agreed; the sentence says where and what to do."""


class Table(dict[str, Any]):
    """A mapping that remembers on which line of which file it and each of its keys stands."""

    file: str = ""
    line: int = 0

    def __init__(self, file: str = "", line: int = 0) -> None:
        super().__init__()
        self.file, self.line = file, line
        self.lines: dict[str, int] = {}


def keys(
    mapping: Any,
    *,
    required: Collection[str] = (),
    optional: Collection[str] = (),
    where: str = "",
) -> Table:
    """Return the mapping if it has all required keys and no unknown ones; else SeedError."""
    if not isinstance(mapping, dict):
        raise SeedError(f"{where}：这里应为“键: 值”的映射，请改正")
    for key in mapping:
        if key not in required and key not in optional:
            allowed = "、".join(sorted({*required, *optional}))
            _refuse_key(mapping, key, where, f"不认识的键，可用的键是：{allowed}")
    for key in sorted(required):
        if key not in mapping:
            _refuse_key(mapping, key, where, "缺少这个键，请补上")
    return mapping  # type: ignore[return-value]


def refuse(file: str, line: int, key: str, problem: str) -> NoReturn:
    """Raise the SeedError of one place in one file."""
    raise SeedError(f"{file} 第 {line} 行{f' {key}' if key else ''}：{problem}")


def _refuse_key(mapping: dict[str, Any], key: str, where: str, problem: str) -> NoReturn:
    path = f"{where}.{key}" if where else key
    if isinstance(mapping, Table):
        refuse(mapping.file, mapping.lines.get(key, mapping.line), path, problem)
    raise SeedError(f"{path}：{problem}")
