"""Whether a scoring table adds up: each item reaches its maximum, the table reaches its pass mark."""

from collections.abc import Iterator, Mapping
from typing import Any

Said = Mapping[str, Any]
Doubt = tuple[str, str]


def points_doubted(scoring: Said) -> Iterator[Doubt]:
    """Where the points of `scoring:` do not add up, and why."""
    for n, item in enumerate(scoring["items"]):
        yield from _item(f".scoring.items[{n}]", item)
    for way, mark in _marks(scoring):
        most = most_points(scoring, mark.get("item", ""), mark.get("dimension", ""))
        points = mark.get("more_than", mark.get("at_least"))
        if points > most or ("more_than" in mark and points == most):
            yield f".scoring.{way}", f"须得 {points} 分，而满分只有 {most} 分，请改正"


def _item(way: str, item: Said) -> Iterator[Doubt]:
    lists = [bands for bands in item.get("best_of", [item.get("bands", [])]) if bands]
    best = max((_top(bands[0]) for bands in lists), default=item["max"])
    if best != item["max"]:
        yield f"{way}.max", f"满分 {item['max']} 分与最高一档 {best} 分不一致，请改正"
    for bands in lists:
        tops = [_top(band) for band in bands]
        if tops != sorted(tops, reverse=True):
            yield f"{way}.max", "分档应从高分到低分排列，请调整次序"


def _marks(scoring: Said) -> Iterator[tuple[str, Said]]:
    yield "pass", scoring["pass"]
    yield from ((f"also[{n}]", also) for n, also in enumerate(scoring.get("also", ())))


def _top(band: Said) -> int:
    points = band["points"]
    return int(points[-1] if isinstance(points, list) else points)


def most_points(scoring: Said, item: str = "", dimension: str = "") -> int:
    """The most that a table (or an item, or a dimension) can give; a shared cap counts once."""
    capped: dict[tuple[str, int], int] = {}
    free = 0
    for each in scoring["items"]:
        name = each.get("dimension", "")
        if item not in ("", each["code"]) or dimension not in ("", name):
            continue
        if each.get("cap"):
            capped[name, each["cap"]] = capped.get((name, each["cap"]), 0) + each["max"]
        else:
            free += each["max"]
    return free + sum(min(summed, cap) for (_name, cap), summed in capped.items())
