"""Builds plain data from the YAML parser's events, one after the other, and stops at the first doubt.

Depth, the number of parts and the length of a word are bounded here, while reading: a hostile file
is never parsed to its end.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NoReturn

import yaml

from seeds.scalars import scalar
from seeds.tables import Listing, Table, refuse

MOST_PARTS = 20_000
MOST_DEPTH = 20
LONGEST_WORD = 4_000


def counted(events: Iterator[yaml.Event], name: str) -> Iterator[yaml.Event]:
    """The events one by one; a file that goes on for too long is refused where it does."""
    for number, event in enumerate(events):
        if number > MOST_PARTS:
            refuse(name, _line(event), "", f"内容超过 {MOST_PARTS} 个部分，请拆分")
        yield event


def _line(event: yaml.Event) -> int:
    return event.start_mark.line + 1 if event.start_mark else 1


class Document:
    """Builds plain data from the parser's events, in one pass."""

    def __init__(self, events: Iterator[yaml.Event], name: str) -> None:
        self.events = events
        self.name = name
        self.path: list[str] = []

    def value(self) -> Any:
        next(self.events)
        event = next(self.events)
        if isinstance(event, yaml.StreamEndEvent):
            refuse(self.name, 1, "", "文件是空的，请写入内容")
        value = self.build(next(self.events))
        if not isinstance(value, (dict, list)) or not value:
            refuse(self.name, 1, "", "文件应为非空的映射或列表，请写入内容")
        next(self.events)
        self.expect_end(next(self.events))
        return value

    def expect_end(self, event: yaml.Event) -> None:
        if not isinstance(event, yaml.StreamEndEvent):
            self.refuse(event, "一个文件只能有一份文档，请删去“---”之后的内容")

    def build(self, event: yaml.Event) -> Any:
        self.check(event)
        if isinstance(event, yaml.MappingStartEvent):
            return self.mapping(event)
        if isinstance(event, yaml.SequenceStartEvent):
            return self.sequence(event)
        if isinstance(event, yaml.ScalarEvent):
            return self.word(event)
        self.refuse(event, "这里应为值、列表或映射，请改正")

    def check(self, event: yaml.Event) -> None:
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            self.refuse(event, "不许用锚点 & 和引用 *，请把内容写全")
        if getattr(event, "tag", None):
            self.refuse(event, "不许用标签 !，请删去")
        if len(self.path) > MOST_DEPTH:
            self.refuse(event, f"嵌套超过 {MOST_DEPTH} 层，请改写")

    def mapping(self, start: yaml.Event) -> Table:
        table = Table(self.name, _line(start))
        while not isinstance(event := next(self.events), yaml.MappingEndEvent):
            key = self.key(event, table)
            table.lines[key] = _line(event)
            self.path.append(key)
            table[key] = self.build(next(self.events))
            self.path.pop()
        return table

    def key(self, event: yaml.Event, table: Table) -> str:
        self.check(event)
        key = self.word(event) if isinstance(event, yaml.ScalarEvent) else None
        if not isinstance(key, str):
            self.refuse(event, "键必须是文字；数字或日期作键请加引号")
        if key in table:
            self.refuse(event, f"键 {key} 重复，前一处在第 {table.lines[key]} 行，请删去一处")
        return key

    def sequence(self, start: yaml.Event) -> Listing:
        items = Listing(self.name, _line(start))
        while not isinstance(event := next(self.events), yaml.SequenceEndEvent):
            items.lines.append(_line(event))
            self.path.append(f"[{len(items)}]")
            items.append(self.build(event))
            self.path.pop()
        return items

    def word(self, event: yaml.ScalarEvent) -> Any:
        if len(event.value) > LONGEST_WORD:
            self.refuse(event, f"一处文字超过 {LONGEST_WORD} 个字符，请缩短")
        if not event.implicit[0]:
            return self.quoted(event)
        try:
            return scalar(event.value)
        except ValueError as error:
            problem = str(error)
        self.refuse(event, problem)

    def quoted(self, event: yaml.ScalarEvent) -> str:
        if "\0" in event.value:
            self.refuse(event, "含有空字符 NUL，请删除")
        return str(event.value)

    def refuse(self, event: yaml.Event, problem: str) -> NoReturn:
        where = ".".join(self.path).replace(".[", "[")
        refuse(self.name, _line(event), where, problem)
