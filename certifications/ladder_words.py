"""What tracks, rungs and titles are called, from seeds/ladder.yaml, in the reader's language."""

from collections.abc import Iterable
from functools import cache
from typing import Any

import seeds
from enterprises.models.naming import in_language


def scheme_names(codes: Iterable[str]) -> list[str]:
    """The names of schemes by their codes."""
    return [in_language(*schemes()[code]) for code in codes]


def rung_names() -> dict[int, str]:
    """The four rungs by their number."""
    return {row["number"]: in_language(row["name_zh"], row["name_en"]) for row in ladder()["rungs"]}


def track_names() -> dict[str, str]:
    return {row["code"]: in_language(row["name_zh"], row["name_en"]) for row in ladder()["tracks"]}


def schemes() -> dict[str, tuple[str, str]]:
    """Chinese and English name of every scheme."""
    return {row["code"]: (row["name_zh"], row["name_en"]) for row in ladder()["schemes"]}


@cache
def ladder() -> Any:
    return seeds.ladder()
