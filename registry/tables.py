"""Rows of figures for a terminal or a program: aligned text, or JSON."""

import json
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

FORMATS = ("table", "json")
GAP = "  "


def as_json(document: Any) -> str:
    """Figures as JSON numbers with the digits they have, days as ISO text."""
    return json.dumps(document, ensure_ascii=False, indent=2, default=_in_json)


def _in_json(value: object) -> int | float | str:
    if not isinstance(value, Decimal):
        return str(value)
    # Written only, never counted with: 15 digits come out of a float as they went in.
    return int(value) if value == value.to_integral_value() else float(f"{value:.15g}")


def _plain(value: object) -> str:
    return f"{value.normalize():f}" if isinstance(value, Decimal) else str(value)


def as_text(columns: Sequence[str], rows: Iterable[Mapping[str, object]]) -> str:
    """Columns under their names, wide enough for Chinese."""
    cells = [list(columns)] + [[_cell(row[column]) for column in columns] for row in rows]
    widths = [max(_width(line[place]) for line in cells) for place in range(len(columns))]
    return "\n".join(_line(line, widths) for line in cells)


def _cell(value: object) -> str:
    if value is None:
        return "-"
    return _plain(value) if isinstance(value, Decimal | date) else str(value)


def _line(cells: Sequence[str], widths: Sequence[int]) -> str:
    padded = (
        cell + " " * (width - _width(cell)) for cell, width in zip(cells, widths, strict=True)
    )
    return GAP.join(padded).rstrip()


def _width(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(letter) in "WF" else 1 for letter in text)
