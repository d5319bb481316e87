"""Rows as a file that people open: CSV for a Chinese Excel, and XLSX. Text never becomes a formula."""

import csv
import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

import xlsxwriter

from enterprises.imports.report import harmless

BOM = "\ufeff"
CSV = "text/csv; charset=utf-8"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
PLAIN = {"strings_to_formulas": False, "strings_to_urls": False, "in_memory": True}
Cells = Sequence[Any]


@dataclass(frozen=True)
class Leaf:
    """One sheet: what stands above the table, its heads, its rows, and how wide its columns are."""

    name: str
    heads: Cells
    rows: Iterable[Cells]
    above: Sequence[Cells] = ()
    widths: Sequence[int] = field(default_factory=tuple)


def as_csv(leaf: Leaf) -> bytes:
    """Heads and rows; a text that a spreadsheet would compute is marked as text."""
    out = io.StringIO()
    writer = csv.writer(out)
    for cells in (leaf.heads, *leaf.rows):
        writer.writerow(harmless(_text(cell) for cell in cells))
    return (BOM + out.getvalue()).encode()


def as_xlsx(leaf: Leaf) -> bytes:
    """One sheet; codes stay text, numbers are numbers, the heads stay in sight."""
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, PLAIN) as book:
        bold, wrapped = book.add_format({"bold": True}), book.add_format({"text_wrap": True})
        page = book.add_worksheet(leaf.name[:31])
        for column, width in enumerate(leaf.widths):
            page.set_column(column, column, width, wrapped)
        for number, cells in enumerate(leaf.above):
            _write(page, number, cells)
        start = len(leaf.above)
        _write(page, start, leaf.heads, bold)
        for number, cells in enumerate(leaf.rows, start + 1):
            _write(page, number, cells)
        page.freeze_panes(start + 1, 0)
        page.set_landscape()
        page.fit_to_pages(1, 0)
    return out.getvalue()


def _write(page: Any, number: int, cells: Cells, look: Any = None) -> None:
    for column, cell in enumerate(cells):
        if isinstance(cell, (int, Decimal)) and not isinstance(cell, bool):
            page.write_number(number, column, cell, look)
        else:
            page.write_string(number, column, _text(cell), look)


def _text(cell: Any) -> str:
    return "" if cell is None else str(cell)
