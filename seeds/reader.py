"""The one strict YAML reader: syntax only. What a file *means* is checked by the app that loads it.

It refuses what PyYAML lets pass silently: repeated keys, unquoted yes/no, floats, anchors, tags,
tabs, empty files. Every refusal names the file, the line, the key and what to do.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NoReturn

import yaml

from seeds.scalars import scalar
from seeds.tables import SeedError, Table, refuse

ROOT = Path(__file__).resolve().parent
MOST_DEPTH = 20
MOST_CHARACTERS = 2_000_000
FORBIDDEN = re.compile("[\x00-\x09\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufeff]")
CALLED = {"\t": "制表符", "\0": "空字符 NUL", "\ufeff": "字节顺序标记 BOM"}
LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def read(path: Path | str) -> Any:
    """Read one YAML file (relative paths start at ``seeds/``); return its mapping or list."""
    path = ROOT / path
    return parse(text_of(path), name_of(path))


def parse(text: str, name: str = "（文本）") -> Any:
    """Read YAML text, for instance an edition that an officer brings through the admin."""
    _refuse_characters(text, name)
    try:
        return _Document(text, name).value()
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        problem = getattr(error, "problem", None) or "YAML 语法错误"
    refuse(name, mark.line + 1 if mark else 1, "", f"不是合法的 YAML（{problem}），请改正")


def text_of(path: Path) -> str:
    """Return the text of a file, which must exist and be UTF-8."""
    try:
        return path.read_bytes().decode("utf-8")
    except FileNotFoundError:
        raise SeedError(f"{name_of(path)}：没有这个文件，请核对路径") from None
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        refuse(name_of(path), line, "", "不是 UTF-8 编码，请另存为 UTF-8")


def name_of(path: Path) -> str:
    """Return how messages call a file: ``seeds/offices.yaml``."""
    return path.relative_to(ROOT.parent).as_posix() if ROOT in path.parents else path.name


def _refuse_characters(text: str, name: str) -> None:
    if len(text) > MOST_CHARACTERS:
        refuse(name, 1, "", f"文件超过 {MOST_CHARACTERS} 个字符，请拆分")
    if found := FORBIDDEN.search(text):
        line = text[: found.start()].count("\n") + 1
        called = CALLED.get(found[0], f"控制字符 U+{ord(found[0]):04X}")
        refuse(name, line, "", f"含有{called}，请删除，或改用空格")


def _line(event: yaml.Event) -> int:
    return event.start_mark.line + 1 if event.start_mark else 1


class _Document:
    """Builds plain data from the parser's events, in one pass."""

    def __init__(self, text: str, name: str) -> None:
        self.events: Iterator[yaml.Event] = yaml.parse(text, Loader=LOADER)
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
            return self.sequence()
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

    def sequence(self) -> list[Any]:
        items: list[Any] = []
        while not isinstance(event := next(self.events), yaml.SequenceEndEvent):
            self.path.append(f"[{len(items)}]")
            items.append(self.build(event))
            self.path.pop()
        return items

    def word(self, event: yaml.ScalarEvent) -> Any:
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
