"""Small checks that several kinds of seed file share: texts, marks, days, lists of mappings."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from datetime import date
from typing import Any

from seeds.tables import SeedError, Table, keys

VERIFIED = ("yes", "partial", "no")
MARK = {"source", "verified"}
NAMED = {"code", "name_zh", "name_en"}
SPOKEN = {"code", "says_zh", "says_en"}
TEXTS = {
    *("code", "scheme", "edition", "fact", "kind", "note", "source", "dimension", "grade"),
    *("document", "issued_by", "authority", "within"),
}
MONTH_DAY = re.compile(r"(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])")
TERM_UNITS = ("working_days", "calendar_days")


def items(
    listed: Any,
    where: str,
    *,
    required: Collection[str],
    optional: Collection[str] = (),
) -> Iterator[tuple[Table, str]]:
    """Yield each mapping of a list with the place it stands at, its keys and marks checked."""
    seen: set[str] = set()
    for number, each in enumerate(list_of(listed, where)):
        place = f"{where}[{number}]"
        keys(each, required=required, optional=optional, where=place)
        mark(each, place)
        unique(each.get("code"), seen, place)
        yield each, place


def list_of(value: Any, where: str) -> list[Any]:
    """Refuse anything but a list."""
    if not isinstance(value, list):
        raise SeedError(f"{where}：这里应为列表（每项以“- ”开头），请改正")
    return value


def filled_list_of(value: Any, where: str) -> list[Any]:
    """Refuse anything but a list with something in it."""
    if not list_of(value, where):
        raise SeedError(f"{where}：列表是空的，请至少写一项")
    return list_of(value, where)


def texts(value: Any, where: str) -> list[str]:
    """Refuse anything but a list of texts."""
    for number, each in enumerate(list_of(value, where)):
        if not isinstance(each, str) or not each.strip():
            raise SeedError(f"{where}[{number}]：{each!r} 不是文字，请改正")
    return list_of(value, where)


def unique(code: Any, seen: set[str], where: str) -> None:
    """Refuse a natural code that the same list has already used."""
    if code is None:
        return
    if code in seen:
        raise SeedError(f"{where}.code：代码 {code} 重复，请改名或删去一项")
    seen.add(code)


def mark(mapping: Table, where: str) -> None:
    """Refuse a ``verified`` that is not one of the three quoted words, and what is no text."""
    if "verified" in mapping:
        one_of(mapping, "verified", VERIFIED, where)
    for key, value in mapping.items():
        if isinstance(value, str) and not value.strip():
            refuse_at(mapping, key, where, "文字是空的，请填写或删去这个键")
        if _is_text(key) and not isinstance(value, str):
            refuse_at(mapping, key, where, f"{value!r} 不是文字；数字请加引号")


def _is_text(key: str) -> bool:
    return key in TEXTS or key.endswith(("_zh", "_en"))


def one_of(mapping: Table, key: str, allowed: Collection[str], where: str) -> None:
    """Refuse a word outside the agreed list."""
    if not isinstance(mapping[key], str) or mapping[key] not in allowed:
        choices = "、".join(f'"{word}"' for word in allowed)
        refuse_at(mapping, key, where, f"{mapping[key]!r} 不在可用的词之内：{choices}")


def day(mapping: Table, key: str, where: str) -> None:
    """Refuse anything but an unquoted day or null."""
    if mapping.get(key) is not None and type(mapping[key]) is not date:
        refuse_at(mapping, key, where, f"{mapping[key]!r} 不是日期，请写不带引号的 年-月-日")


def month_day(mapping: Table, key: str, where: str) -> None:
    """Refuse anything but a quoted month and day, ``"03-31"``."""
    if not isinstance(mapping[key], str) or not MONTH_DAY.fullmatch(mapping[key]):
        refuse_at(mapping, key, where, '须写带引号的 "月-日"，如 "03-31"')


def text_or_null(mapping: Table, key: str, where: str) -> None:
    """Refuse anything but a text or null."""
    if mapping[key] is not None and not isinstance(mapping[key], str):
        refuse_at(mapping, key, where, f"{mapping[key]!r} 不是文字；数字请加引号，没有请写 null")


def whole(mapping: Table, key: str, where: str) -> None:
    """Refuse anything but a whole number that is not negative."""
    value = mapping[key]
    if isinstance(value, bool) or not isinstance(value, int) or value < 0:
        refuse_at(mapping, key, where, f"{value!r} 不是非负整数，请改正")


def term(value: Any, where: str, *, extra: Collection[str] = ()) -> None:
    """Check a length of time: ``{working_days: 5, …}`` or ``{calendar_days: 5, …}``."""
    keys(value, required=MARK, optional={*TERM_UNITS, "note", *extra}, where=where)
    mark(value, where)
    given = [unit for unit in TERM_UNITS if unit in value]
    if len(given) != 1:
        raise SeedError(f"{where}：working_days 与 calendar_days 须写其一，请改正")
    whole(value, given[0], where)


def refuse_at(mapping: Table, key: str, where: str, problem: str) -> None:
    """Raise the SeedError of one key of one mapping, with its line when it is known."""
    line = mapping.lines.get(key) if isinstance(mapping, Table) else None
    place = f"{mapping.file} 第 {line} 行 " if line else ""
    raise SeedError(f"{place}{where}.{key}：{problem}")
