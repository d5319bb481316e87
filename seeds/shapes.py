"""Small checks that several kinds of seed file share: texts, marks, days, lists of mappings."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Collection, Iterator
from datetime import date
from typing import Any

from seeds.tables import Table, keys, refuse_at, refuse_here

MOST_WHOLE = 10_000  # points, years, working days: beyond that it is a slip of the pen
VERIFIED = ("yes", "partial", "no")
MARK = {"source", "verified"}
NAMED = {"code", "name_zh", "name_en"}
SPOKEN = {"code", "says_zh", "says_en"}
NOTE = {"note", "note_zh", "note_en"}
TEXTS = {
    *("code", "scheme", "edition", "fact", "kind", "note", "source", "dimension", "grade"),
    *("document", "issued_by", "authority", "within"),
}
MONTH_DAY = re.compile(r"(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])")
COMMON_YEAR = 2025
CODE = re.compile(r"[a-z][a-z0-9_]{0,39}")
TERM_UNITS = ("working_days", "calendar_days")
MOST_MEMBERS = 300


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
        unique(each, "code", seen, place)
        yield each, place


def list_of(value: Any, where: str) -> list[Any]:
    """Refuse anything but a list, and a list longer than any law."""
    if not isinstance(value, list):
        refuse_here(where, "这里应为列表（每项以“- ”开头），请改正")
    if len(value) > MOST_MEMBERS:
        refuse_here(where, f"列表超过 {MOST_MEMBERS} 项，请拆分")
    return value


def filled_list_of(value: Any, where: str) -> list[Any]:
    """Refuse anything but a list with something in it."""
    if not list_of(value, where):
        refuse_here(where, "列表是空的，请至少写一项")
    return list_of(value, where)


def texts(value: Any, where: str) -> list[str]:
    """Refuse anything but a list of texts."""
    for number, each in enumerate(list_of(value, where)):
        if not isinstance(each, str) or not each.strip():
            refuse_here(f"{where}[{number}]", f"{each!r} 不是文字，请改正")
    return list_of(value, where)


def codes(value: Any, where: str, allowed: Collection[str], what: str) -> list[str]:
    """Refuse anything but a list of codes that are known, each named once."""
    seen: set[str] = set()
    for number, each in enumerate(texts(value, where)):
        if each not in allowed:
            refuse_here(f"{where}[{number}]", f"没有{what} {each}，请核对代码")
        if each in seen:
            refuse_here(f"{where}[{number}]", f"{each} 重复，请删去一处")
        seen.add(each)
    return list_of(value, where)


def unique(mapping: Table, key: str, seen: set[str], where: str) -> None:
    """Refuse a natural code that the same list has already used."""
    code = mapping.get(key)
    if code is None:
        return
    if code in seen:
        refuse_at(mapping, key, where, f"代码 {code} 重复，请改名或删去一项")
    seen.add(code)


def code(mapping: Table, key: str, where: str) -> None:
    """Refuse a code that could not stand in an address or a column name."""
    if not isinstance(mapping[key], str) or not CODE.fullmatch(mapping[key]):
        refuse_at(mapping, key, where, "代码只用小写字母、数字和下划线，以字母开头，40 字以内")


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


def switch(mapping: Table, key: str, where: str, says: str) -> None:
    """Refuse anything but true or false; `says` tells what each means."""
    if not isinstance(mapping[key], bool):
        refuse_at(mapping, key, where, f"须写 {says}")


def day(mapping: Table, key: str, where: str) -> None:
    """Refuse anything but an unquoted day or null."""
    if mapping.get(key) is not None and type(mapping[key]) is not date:
        refuse_at(mapping, key, where, f"{mapping[key]!r} 不是日期，请写不带引号的 年-月-日")


def month_day(mapping: Table, key: str, where: str) -> None:
    """Refuse anything but a quoted month and day, ``"03-31"``."""
    value = mapping[key]
    if not isinstance(value, str) or not MONTH_DAY.fullmatch(value) or not _is_a_day(value):
        refuse_at(mapping, key, where, '须写带引号的 "月-日"，每年都有的一天，如 "03-31"')


def _is_a_day(value: str) -> bool:
    """Whether a month and day comes every year: 02-30 never does, 02-29 not always."""
    month, day_of_month = map(int, value.split("-"))
    return day_of_month <= monthrange(COMMON_YEAR, month)[1]


def text_or_null(mapping: Table, key: str, where: str) -> None:
    """Refuse anything but a text or null."""
    if mapping[key] is not None and not isinstance(mapping[key], str):
        refuse_at(mapping, key, where, f"{mapping[key]!r} 不是文字；数字请加引号，没有请写 null")


def whole(mapping: Table, key: str, where: str) -> None:
    """Refuse anything but a whole number that is not negative."""
    value = mapping[key]
    if isinstance(value, bool) or not isinstance(value, int) or value < 0:
        refuse_at(mapping, key, where, f"{value!r} 不是非负整数，请改正")
    if value > MOST_WHOLE:
        refuse_at(mapping, key, where, f"{value} 过大，最多 {MOST_WHOLE}，请核对")


def term(value: Any, where: str, *, extra: Collection[str] = ()) -> None:
    """Check a length of time: ``{working_days: 5, …}`` or ``{calendar_days: 5, …}``."""
    keys(value, required=MARK, optional={*TERM_UNITS, "note", *extra}, where=where)
    mark(value, where)
    given = [unit for unit in TERM_UNITS if unit in value]
    if len(given) != 1:
        refuse_here(where, "working_days 与 calendar_days 须写其一，请改正")
    whole(value, given[0], where)
