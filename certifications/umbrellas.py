"""Umbrella titles: nobody is recognised for one; who holds a member title holds it (2号文 附件1)."""

from collections.abc import Collection
from datetime import date
from functools import cache

import seeds


def under_umbrellas(held: Collection[str], on: date) -> frozenset[str]:
    """The titles held on a day, with the umbrella titles that follow from them."""
    return frozenset(held).union(
        code
        for code, since, members in umbrellas()
        if (since is None or since <= on) and not set(members).isdisjoint(held)
    )


@cache
def umbrellas() -> tuple[tuple[str, date | None, tuple[str, ...]], ...]:
    """(umbrella, since, any of these), as the ladder declares them."""
    return tuple(
        (scheme["code"], need["since"], tuple(need["any_of"]))
        for scheme in seeds.ladder()["schemes"]
        if scheme["nature"] == "umbrella"
        for need in scheme["needs"]
    )
