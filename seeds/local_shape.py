"""The shape of the city's own scoring indicators for one item of a table, owned and dated.

The law leaves some points to the city (特色化: 15 of the 100 points of 2022). Who set them, for
which year and where that is written stands with them.
"""

from __future__ import annotations

from typing import Any

from seeds.scoring_shape import check_bands
from seeds.shapes import MARK, NOTE, code, filled_list_of, items, mark, unique, whole
from seeds.tables import Table, keys

REQUIRED = MARK | {"scheme", "year", "owner", "items"}
ITEM = MARK | {"item", "says_zh", "says_en", "bands"}
MOST_POINTS = 1000


def check_local(data: Any, where: str) -> Table:
    """Return one year's local indicators of one scheme; each item of its table at most once."""
    found = keys(data, required=REQUIRED, optional=NOTE, where=where)
    mark(found, where)
    for key in ("scheme", "owner"):
        code(found, key, where)
    whole(found, "year", where)
    _items(found["items"], f"{where}.items")
    return found


def _items(listed: Any, where: str) -> None:
    seen: set[str] = set()
    filled_list_of(listed, where)
    for each, place in items(listed, where, required=ITEM, optional=NOTE):
        code(each, "item", place)
        unique(each, "item", seen, place)
        check_bands(filled_list_of(each["bands"], f"{place}.bands"), f"{place}.bands", MOST_POINTS)
