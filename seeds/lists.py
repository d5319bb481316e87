"""The strict CSV reader, for lists that a spreadsheet can open: districts, zones, industries."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from pathlib import Path

from seeds.reader import ROOT, name_of, text_of
from seeds.tables import refuse


def rows(path: Path | str, columns: Sequence[str]) -> list[dict[str, str]]:
    """Return the rows of a CSV whose header is exactly ``columns``; the first column is the key.

    Refused: another header, a short, long or empty row, a repeated or empty code, blanks at the
    edge of a cell, anything but UTF-8 without BOM.
    """
    path = ROOT / path
    name = name_of(path)
    reader = csv.reader(_lines(text_of(path), name), strict=True)
    found: dict[str, dict[str, str]] = {}
    try:
        _expect_header(next(reader, []), columns, name)
        for cells in reader:
            row = _row(cells, columns, name, reader.line_num)
            _keep(found, row, columns[0], name, reader.line_num)
    except csv.Error as error:
        refuse(name, reader.line_num, "", f"CSV 写法有误（{error}），请检查引号")
    return list(found.values())


def _lines(text: str, name: str) -> list[str]:
    if "\0" in text:
        refuse(name, text[: text.index("\0")].count("\n") + 1, "", "含有空字符 NUL，请删除")
    return text.splitlines(keepends=True)


def _expect_header(header: list[str], columns: Sequence[str], name: str) -> None:
    if header != list(columns):
        refuse(name, 1, "", f"表头应为 {','.join(columns)}，而不是 {','.join(header)}")


def _row(cells: list[str], columns: Sequence[str], name: str, line: int) -> dict[str, str]:
    if len(cells) != len(columns):
        refuse(name, line, "", f"应有 {len(columns)} 列，实有 {len(cells)} 列，请检查逗号")
    for column, cell in zip(columns, cells, strict=True):
        if cell != cell.strip():
            refuse(name, line, column, "单元格首尾有空格，请删去")
    return dict(zip(columns, cells, strict=True))


def _keep(
    found: dict[str, dict[str, str]], row: dict[str, str], key: str, name: str, line: int
) -> None:
    code = row[key]
    if not code:
        refuse(name, line, key, "代码为空，请填写")
    if code in found:
        refuse(name, line, key, f"代码 {code} 重复，请删去一行")
    found[code] = row
