"""The same rows as a table: CSV that a Chinese Excel opens, and XLSX. JSON is the framework's own."""

import csv
import io
import re
from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Any

import xlsxwriter
from rest_framework.renderers import BaseRenderer, JSONRenderer

BOM = "\ufeff"
NUMBER = re.compile(r"-?\d+(\.\d+)?")
FORMULA = ("=", "+", "-", "@", "\t", "\r")


class CsvRenderer(BaseRenderer):
    """One line a row; nested members become columns such as `district.code`."""

    media_type = "text/csv"
    format = "csv"
    charset = "utf-8"

    def render(self, data: Any, media_type: str | None = None, context: Any = None) -> bytes:
        out = io.StringIO()
        writer = csv.writer(out)
        writer.writerows(table(rows_of(data)))
        return (BOM + out.getvalue()).encode()


class XlsxRenderer(BaseRenderer):
    """One sheet with the same table; numbers are numbers, codes stay text."""

    media_type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    format = "xlsx"
    charset = None
    render_style = "binary"

    def render(self, data: Any, media_type: str | None = None, context: Any = None) -> bytes:
        out = io.BytesIO()
        with xlsxwriter.Workbook(out, {"strings_to_formulas": False, "in_memory": True}) as book:
            sheet = book.add_worksheet()
            for number, cells in enumerate(table(rows_of(data))):
                sheet.write_row(number, 0, cells)
            sheet.freeze_panes(1, 0)
        return out.getvalue()


RENDERERS: dict[str, type[BaseRenderer]] = {
    "json": JSONRenderer,
    "csv": CsvRenderer,
    "xlsx": XlsxRenderer,
}


def rows_of(data: Mapping[str, Any]) -> Iterable[Mapping[str, Any]]:
    """A list's rows; a single object is a table of one."""
    rows: Iterable[Mapping[str, Any]] = data.get("results", [data])
    return rows


def table(rows: Iterable[Mapping[str, Any]]) -> list[list[Any]]:
    """A header line of all columns met, then the rows."""
    flat = [dict(flatten(row)) for row in rows]
    columns = list(dict.fromkeys(name for row in flat for name in row))
    return [columns, *([cell(row.get(name)) for name in columns] for row in flat)]


def flatten(row: Mapping[str, Any], prefix: str = "") -> Iterable[tuple[str, Any]]:
    """`{"district": {"code": …}}` as `district.code`; a list of codes in one cell."""
    for name, value in row.items():
        if isinstance(value, Mapping):
            yield from flatten(value, f"{prefix}{name}.")
        elif isinstance(value, list):
            yield prefix + name, " ".join(str(each) for each in value)
        else:
            yield prefix + name, value


def cell(value: Any) -> Any:
    """What a spreadsheet may read; text that looks like a formula is marked as text."""
    if value is None:
        return ""
    if isinstance(value, bool | int):
        return value
    text = format(value, "f") if isinstance(value, Decimal) else str(value)
    if text.startswith(FORMULA) and not NUMBER.fullmatch(text):
        return f"'{text}"
    return text
