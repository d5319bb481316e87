"""自检: reads an edition that somebody brings, and says line by line what keeps it from being published.

First the strict reader, then what the words mean, then the edition's own cases. Its sentences are
Chinese, as the file is and as the reader's are.
"""

from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass, field
from datetime import timedelta
from itertools import chain, islice
from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext as _

import seeds
from certifications.bounds import MOST_PROBLEMS
from certifications.loading import edition_fields
from certifications.models import Edition, Scheme
from certifications.moves import NotReady
from certifications.policy_desk.case_meaning import cases_doubted
from certifications.policy_desk.edition_meaning import Doubt, doubts
from certifications.policy_desk.points_meaning import most_points
from certifications.policy_desk.prerequisites import circle, circle_says
from certifications.rules import cases
from certifications.rules.rulebook import book_of
from enterprises.models import Office
from seeds.tables import with_line

NAME = "规则文件"
PASSES, FAILS = "met", "not_met"
UNREADABLE = (ArithmeticError, LookupError, TypeError, ValueError)


@dataclass(frozen=True)
class CaseRun:
    """One of the edition's own cases: what it says, whether it passes or fails, what came out wrong."""

    code: str
    says_zh: str
    says_en: str
    expects: str
    wrong: list[str]


@dataclass(frozen=True)
class Report:
    """What the check found; ready when nothing is in the way."""

    problems: list[str] = field(default_factory=list)
    cases: list[CaseRun] = field(default_factory=list)
    most_points: int | None = None

    @property
    def is_ready(self) -> bool:
        return not self.problems

    def as_json(self) -> dict[str, Any]:
        return asdict(self)


def read(text: str) -> Any:
    """The file as plain data; NotReady with file, line and reason where it is no such file."""
    try:
        return seeds.parse(text, NAME)
    except seeds.SeedError as refusal:
        raise NotReady(str(refusal)) from refusal


def check(data: Any) -> Report:
    """Check shape, meaning and cases; the first two stop before the next, each says all it found."""
    try:
        rules = seeds.check_edition(data, NAME)
    except seeds.SeedError as refusal:
        return Report([str(refusal)])
    wrong = chain(doubts(rules), cases_doubted(rules), _order(rules))
    found = [_placed(doubt, rules) for doubt in islice(wrong, MOST_PROBLEMS)]
    if found:
        return Report(list(dict.fromkeys(found)))
    runs = list(_run(rules))
    return Report(list(_complaints(runs, rules)), runs, _most(rules))


def edition_of(rules: Mapping[str, Any], scheme: Scheme) -> Edition:
    """The edition that a checked file would become; not stored."""
    return Edition(**edition_fields(dict(rules), scheme))


def _placed(doubt: Doubt, rules: Any) -> str:
    """The sentence of a doubt, with file and line before it."""
    way, says = f"{NAME}{doubt[0]}", doubt[1]
    return str(with_line(seeds.SeedError(f"{way}：{says}", where=way), rules, NAME))


def _order(rules: Mapping[str, Any]) -> Iterator[Doubt]:
    """Whether it fits beside the editions that stand, and the offices and titles that exist."""
    code, first = rules["edition"], rules["in_force"]["from"]
    office = rules["recognised_by"]
    if office is not None and not Office.objects.filter(code=office).exists():
        yield ".recognised_by", f"没有机构 {office}，请核对代码"
    if found := circle(rules):
        yield ".criteria", f"前置称号成环，谁也无法取得：{circle_says(found)}"
    if first is None:
        yield ".in_force.from", "须写施行日，请补上"
        return
    others = Edition.objects.filter(scheme__code=rules["scheme"])
    if others.filter(code=code).exists():
        yield ".edition", f"版次 {code} 已经发布，发布后不能更改；请另取版次"
    elif others.filter(in_force_from=first).exists():
        yield ".in_force.from", f"{first} 已有一版起施行，请核对施行日"
    yield from _before_a_later_one(rules["in_force"], others.filter(in_force_from__gt=first))


def _before_a_later_one(in_force: Mapping[str, Any], later: QuerySet[Edition]) -> Iterator[Doubt]:
    """An edition that is brought after its successor has to say when it ended."""
    following = later.order_by("in_force_from").first()
    if following is None or following.in_force_from is None:
        return
    ends = following.in_force_from - timedelta(days=1)
    if in_force.get("until") is None or in_force["until"] > ends:
        says = f"其后的版次 {following.code} 自 {following.in_force_from} 起施行"
        yield ".in_force.from", f"{says}，请写 until: {ends} 或更早"


def _run(rules: Mapping[str, Any]) -> Iterator[CaseRun]:
    own = rules.get("cases")
    if not own:
        return
    edition = edition_of(rules, Scheme.objects.get(code=rules["scheme"]))
    for case in own["list"]:
        expects = case["expect"].get("verdict", "")
        wrong = _outcome(edition, own["base"], case)
        yield CaseRun(case["code"], case["says_zh"], case.get("says_en", ""), expects, wrong)


def _outcome(edition: Edition, base: Any, case: Any) -> list[str]:
    firm_on = cases.merged(base, case.get("change", {}))["on"]
    try:
        return [str(each) for each in cases.run(book_of(edition, firm_on.year), base, case)]
    except UNREADABLE as error:
        return [_("无法计算：%(error)s") % {"error": error}]


def _complaints(runs: list[CaseRun], rules: Any) -> Iterator[str]:
    """Cases that came out otherwise, and what is still wanting among those that came out right."""
    for number, run in enumerate(runs):
        for wrong in run.wrong:
            yield _placed((f".cases.list[{number}]", f"案例结果不符：{wrong}"), rules)
    if rules.get("conditions_unknown"):
        return
    proven = {run.expects for run in runs if not run.wrong}
    for wanted, says in ((PASSES, "通过"), (FAILS, "不通过")):
        if wanted not in proven:
            yield _placed((".cases", f"还没有一例结果为{says}且与预期相符的案例，请补上"), rules)


def _most(rules: Mapping[str, Any]) -> int | None:
    return most_points(rules["scoring"]) if "scoring" in rules else None
