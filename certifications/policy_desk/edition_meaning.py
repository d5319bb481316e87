"""Whether what an edition names exists and fits: facts, units, titles, points, questions asked.

The strict reader has passed the file; here each doubt is a place in it and a sentence, in Chinese as
the file is. It knows the vocabulary and the ladder, and no row of the register.
"""

from collections.abc import Iterable, Iterator, Mapping
from difflib import get_close_matches
from typing import Any

import seeds
from certifications.catalogue.edition_row import TERMS
from certifications.ladder_words import schemes
from certifications.policy_desk.points_meaning import points_doubted
from certifications.procedure import ROADS
from enterprises.expressions import derived
from enterprises.facts import YEARS_KNOWN
from enterprises.vocabulary import words

Said = Mapping[str, Any]
Doubt = tuple[str, str]  # where in the file (.criteria[3].at_least), and what is wrong
LIMITS = ("at_least", "at_most", "more_than", "less_than")
TITLES = ("holds", "not_holds", "no_kin_holds")
UNIT_OF = {"level": "级"}
YES_NO = "yes_no"
YEARLY, STATEMENT = "yearly", "statement"
WITHOUT_A_ROAD = ("conferred", "none")


def doubts(rules: Said) -> Iterator[Doubt]:
    """Everything in an edition that names what does not exist, or does not fit together."""
    law = {key: part for key, part in rules.items() if key != "cases"}
    for way, part in parts(law):
        if isinstance(part.get("fact"), str):
            yield from _fact(way, part)
        for key in TITLES:
            yield from unknown_titles(f"{way}.{key}", part.get(key, ()))
    yield from _asked(rules)
    yield from _frame(rules)
    if "scoring" in rules:
        yield from points_doubted(rules["scoring"])


def parts(value: Any, way: str = "") -> Iterator[tuple[str, Said]]:
    """Every mapping inside, with the way that leads to it."""
    if isinstance(value, Mapping):
        yield way, value
        for key, each in value.items():
            yield from parts(each, f"{way}.{key}")
    elif isinstance(value, list):
        for number, each in enumerate(value):
            yield from parts(each, f"{way}[{number}]")


def unknown_titles(way: str, codes: Iterable[str]) -> Iterator[Doubt]:
    for number, code in enumerate(codes):
        if code not in schemes():
            yield f"{way}[{number}]", f"没有称号 {code}{_like(code, schemes())}，请核对代码"


def unknown_fact(way: str, code: str) -> Iterator[Doubt]:
    if code not in words():
        yield way, f"词汇中没有事实 {code}{_like(code, words())}，请核对代码"


def _like(code: str, known: Iterable[str]) -> str:
    near = get_close_matches(code, list(known), n=1)
    return f"（是否为 {near[0]}）" if near else ""


def unit_of(fact: str) -> str:
    unit = str(words()[fact]["unit"])
    return UNIT_OF.get(unit, unit)


def _fact(way: str, part: Said) -> Iterator[Doubt]:
    code = part["fact"]
    if code not in words():
        yield from unknown_fact(f"{way}.fact", code)
        return
    unit = unit_of(code)
    if "is" in part and unit != YES_NO:
        yield f"{way}.is", f"{code} 不是“是或否”的事实（单位 {unit}），请改用界限"
    for place, value in _limits(way, part):
        found = seeds.base_unit(value, place)
        if unit == YES_NO:
            yield place, f'{code} 是“是或否”的事实，请写 is: "yes" 或 "no"'
        elif found != unit:
            yield (
                place,
                f"{code} 的单位是 {_unit_says(unit)}，这里写的是 {_unit_says(found)}，请改正",
            )


def _unit_says(unit: str) -> str:
    return "百分数" if unit == "share" else unit


def _limits(way: str, part: Said) -> Iterator[tuple[str, Any]]:
    for key in (*LIMITS, "every"):
        value = part.get(key)
        if isinstance(value, list):
            yield from ((f"{way}.{key}[{n}].value", step["value"]) for n, step in enumerate(value))
        elif value is not None:
            yield f"{way}.{key}", value


def _asked(rules: Said) -> Iterator[Doubt]:
    """Figures and statements are of the right kind, and whatever is tested is asked for."""
    known = words()
    for n, each in enumerate(rules["figures"]):
        if known.get(each["fact"], {}).get("kind", YEARLY) != YEARLY:
            yield f".figures[{n}].fact", f"{each['fact']} 不是年度数，请移到 statements 或删去"
        if not 1 <= each["years"] <= YEARS_KNOWN:
            yield f".figures[{n}].years", f"应为 1 到 {YEARS_KNOWN}，请改正"
    for n, each in enumerate(rules["statements"]):
        if known.get(each["fact"], {}).get("kind") in (YEARLY, "derived"):
            yield f".statements[{n}].fact", f"{each['fact']} 是年度数或由其推算，请移到 figures"
    figures = {each["fact"]: each["years"] for each in rules["figures"]}
    stated = {each["fact"] for each in rules["statements"]}
    for key in ("criteria", "scoring", "direct_routes"):
        for way, part in parts(rules.get(key), f".{key}"):
            if isinstance(part.get("fact"), str) and part["fact"] in known:
                yield from _asked_for(way, part["fact"], figures, stated)


def _asked_for(
    way: str, code: str, figures: Mapping[str, int], stated: set[str]
) -> Iterator[Doubt]:
    kind = words()[code]["kind"]
    if kind == STATEMENT and code not in stated:
        yield f"{way}.fact", f"statements 没有询问 {code}，请补上"
    needed = derived()[code].figures if code in derived() else ((code, 0),)
    for figure, back in needed if kind in (YEARLY, "derived") else ():
        if figures.get(figure, 0) <= back:
            yield f"{way}.fact", f"figures 没有要求填报 {figure} 近 {back + 1} 年，请补上"


def _frame(rules: Said) -> Iterator[Doubt]:
    """What a walked road needs: an office, a public notice, terms that the road knows."""
    road = rules["road"]
    if road not in ROADS and road not in WITHOUT_A_ROAD:
        yield ".road", f"没有程序 {road}，可用：{'、'.join((*ROADS, *WITHOUT_A_ROAD))}"
    if road in ROADS and rules["recognised_by"] is None:
        yield ".recognised_by", "在本系统办理的称号须写认定机构代码，请补上"
    if road in ROADS and "notice" not in rules:
        yield ".road", "在本系统办理的称号须写公示期 notice，请补上"
    for name in rules.get("terms", {}):
        if name not in TERMS:
            yield f".terms.{name}", f"没有这个时限，可用：{'、'.join(TERMS)}"
