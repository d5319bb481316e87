"""Indicators that the ladder declares (`counted:` of a scheme): how many hold the title on a day."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

import seeds
from registry.counting import Counted, Slice, held
from registry.indicators.catalogue import INDICATORS, Indicator, Measure, Tally

HOUSES = "家"


def enter(schemes: Iterable[Mapping[str, Any]]) -> list[str]:
    """Enter an indicator for each scheme that says how it is counted; return their codes."""
    entered = []
    for scheme in schemes:
        said = scheme.get("counted")
        if said:
            INDICATORS[said["code"]] = Indicator(
                said["code"], said["name_zh"], said["name_en"], HOUSES, Measure.STOCK,
                said["says_zh"], said["says_en"], tally=_holders(scheme["code"]),
            )  # fmt: skip
            entered.append(said["code"])
    return entered


def _holders(scheme: str) -> Tally:
    def tally(as_of: date, within: Slice) -> Counted:
        return held(within.of(scheme), as_of)

    return tally


enter(seeds.ladder()["schemes"])
