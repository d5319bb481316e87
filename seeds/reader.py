"""The one strict YAML reader: syntax only. What a file *means* is checked by the app that loads it.

It refuses what PyYAML lets pass silently: repeated keys, unquoted yes/no, floats, anchors, tags,
tabs, empty files. Every refusal names the file, the line, the key and what to do.
A file may come from anybody: its size is looked at before it is parsed, and its depth, the number
of its parts and the length of a word while it is read, event by event (`seeds.document`).
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import yaml

from seeds.document import Document, counted
from seeds.tables import SeedError, refuse

ROOT = Path(__file__).resolve().parent
MOST_CHARACTERS = 500_000
FORBIDDEN = re.compile("[\x00-\x09\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff]")
CALLED = {"\t": "制表符", "\0": "空字符 NUL", "\ufeff": "字节顺序标记 BOM"}
LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def read(path: Path | str) -> Any:
    """Read one YAML file (relative paths start at ``seeds/``); return its mapping or list."""
    path = ROOT / path
    return parse(text_of(path), name_of(path))


def parse(text: str, name: str = "（文本）") -> Any:
    """Read YAML text, for instance an edition that an officer brings through the admin."""
    _refuse_characters(text, name)
    events = counted(yaml.parse(text, Loader=LOADER), name)
    try:
        return Document(events, name).value()
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
