"""The head of a list: which column is which, by the names offices give them."""

import re
import unicodedata
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from enterprises.imports.limits import Unreadable
from enterprises.imports.sheets import Row
from enterprises.punctuation import series

LINES_BEFORE_HEAD = 20
NOTE = re.compile(r"[(（【\[](?P<note>[^)）】\]]*)[)）】\]]")
Aliases = Mapping[str, Sequence[str]]


@dataclass(frozen=True)
class Head:
    """Where each known field stands, what its head notes in brackets, and how wide a row is."""

    line: int
    width: int
    places: Mapping[str, int]
    notes: Mapping[str, str]

    def values(self, row: Row) -> dict[str, str]:
        return {
            field: row.cells[place] if place < len(row.cells) else ""
            for field, place in self.places.items()
        }

    def fits(self, row: Row) -> bool:
        """Whether the row has exactly the head's cells; empty ones beyond them do no harm."""
        beyond = row.cells[self.width :]
        return len(row.cells) >= self.width and not any(cell.strip() for cell in beyond)


def split(
    rows: Sequence[Row], aliases: Aliases, required: Collection[str]
) -> tuple[Head, list[Row]]:
    """The head and the rows under it; Unreadable names the columns that were not found."""
    heads = [_read(row, aliases) for row in rows[:LINES_BEFORE_HEAD]]
    best = max(heads, key=lambda head: len(head.places), default=None)
    missing = [field for field in required if best is None or field not in best.places]
    if best is None or missing:
        wanted = series(aliases[field][0] for field in missing or required)
        raise Unreadable(
            _("前 %(lines)d 行中没有找到列名：%(wanted)s。请补上表头后重试。")
            % {"lines": LINES_BEFORE_HEAD, "wanted": wanted}
        )
    return best, [row for row in rows if row.line > best.line]


def _read(row: Row, aliases: Aliases) -> Head:
    known = {alias: field for field, listed in aliases.items() for alias in listed}
    places: dict[str, int] = {}
    notes: dict[str, str] = {}
    for place, cell in enumerate(row.cells):
        title, note = _title(cell)
        field = known.get(title)
        if field and field in places:
            raise Unreadable(_("列名“%(title)s”出现了两次，请只留一列。") % {"title": title})
        if field:
            places[field], notes[field] = place, note
    width = max((n for n, cell in enumerate(row.cells, start=1) if cell.strip()), default=0)
    return Head(row.line, width, places, notes)


def _title(cell: str) -> tuple[str, str]:
    """A column's name without spaces, stars and brackets, and what stood in the brackets."""
    text = re.sub(r"[\s*＊:：]", "", unicodedata.normalize("NFKC", cell))
    found = NOTE.search(text)
    return NOTE.sub("", text), found["note"] if found else ""
