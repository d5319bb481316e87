"""The terms of a road as its editions on file set them: which schemes walk it, how long each place
may take. Read from seeds/, so a picture can be drawn without a database."""

from functools import cache
from typing import Any

import seeds
from certifications.procedure import Road
from certifications.states import State

UNITS = {"working_days": "个工作日", "calendar_days": "天"}
NOTICE = "notice"


@cache
def on_file() -> tuple[dict[str, Any], ...]:
    """Every edition's file."""
    return tuple(seeds.edition(scheme, name) for scheme, name in seeds.editions())


def applies_to(road: str) -> str:
    """The schemes whose editions walk the road, by name."""
    names = {row["code"]: row["name_zh"] for row in seeds.ladder()["schemes"]}
    walking = dict.fromkeys(each["scheme"] for each in on_file() if each["road"] == road)
    return "、".join(name for code, name in names.items() if code in walking) or "（尚无）"


def says_term(road: Road, state: State) -> str:
    """How long a case may stay in a state: ``5 个工作日``, ``5 至 15 个工作日``, or nothing."""
    editions = [each for each in on_file() if each["road"] == road.code]
    if state == State.PUBLIC_NOTICE:
        found = [each[NOTICE] for each in editions if each.get(NOTICE)]
    else:
        names = {step.answer_within for step in road.steps if step.to == state}
        found = [each["terms"][name] for each in editions for name in names & each["terms"].keys()]
    return "、".join(filter(None, (spread(found, unit) for unit in UNITS)))


def spread(terms: list[dict[str, Any]], unit: str) -> str:
    """The shortest and the longest of the terms that are counted in a unit."""
    days = sorted({int(term[unit]) for term in terms if unit in term})
    if not days:
        return ""
    span = str(days[0]) if len(days) == 1 else f"{days[0]} 至 {days[-1]}"
    return f"{span} {UNITS[unit]}"
