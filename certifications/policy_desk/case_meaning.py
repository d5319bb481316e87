"""Whether an edition's own cases speak of facts, titles and items that exist, in fitting units."""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any

import seeds
from certifications.policy_desk.edition_meaning import (
    YEARLY,
    YES_NO,
    Doubt,
    unit_of,
    unknown_fact,
    unknown_titles,
)
from enterprises.vocabulary import words

Said = Mapping[str, Any]
WITH_A_UNIT = ("元", "美元", "share", YES_NO)  # what is never written as a bare number


def cases_doubted(rules: Said) -> Iterator[Doubt]:
    """What the firms of an edition's cases say that nobody can read."""
    cases = rules.get("cases")
    if not cases:
        return
    items = {item["code"] for item in (rules.get("scoring") or {}).get("items", ())}
    firms = [(".cases.base", cases["base"])]
    firms += [(f".cases.list[{n}].change", case.get("change", {})) for n, case in enumerate(cases["list"])]  # fmt: skip
    for way, firm in firms:
        for key in ("held", "kin_held"):
            yield from unknown_titles(f"{way}.{key}", firm.get(key, ()))
        for item in firm.get("points", {}):
            if item not in items:
                yield f"{way}.points.{item}", "评分表中没有这一项，请核对代码"
        for code, said in firm.get("facts", {}).items():
            yield from _fact(f"{way}.facts.{code}", code, said)


def _fact(way: str, code: str, said: Any) -> Iterator[Doubt]:
    if code not in words():
        yield from unknown_fact(way, code)
        return
    if isinstance(said, list) and words()[code]["kind"] != YEARLY:
        yield way, f"{code} 不是年度数，只写一个值"
        return
    for each in said if isinstance(said, list) else [said]:
        if not _fits(each, unit_of(code)):
            yield way, f"{code} 的单位是 {unit_of(code)}，写法不合，请改正"


def _fits(said: Any, unit: str) -> bool:
    if said is None:
        return True
    if isinstance(said, str) and not isinstance(said, seeds.Share):
        return unit == YES_NO
    if isinstance(said, (int, Decimal)) and not isinstance(said, seeds.Share):
        return unit not in WITH_A_UNIT
    return seeds.base_unit(said, "") == unit
