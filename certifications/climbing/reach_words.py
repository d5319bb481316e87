"""How one enterprise stands to every title, in words, for every door: what the picture and the tables say."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from certifications.climbing.gap_words import says_gap
from certifications.climbing.outlook import Outlook, Reach
from certifications.ladder import Graph, Position, Rung
from certifications.models import Certification
from certifications.rules.findings import unmet
from enterprises.models.naming import in_language
from enterprises.punctuation import labelled, series
from enterprises.templatetags.reading import day as spelt

UMBRELLA = "umbrella"
NO_RULES = "no_rules"
BY_PEOPLE = "by_people"
BASE_FIRST = "base_first"

SAYS: dict[str, Promise] = {
    Reach.HELD: gettext_lazy("已持有"),
    Reach.AWAITING: gettext_lazy("上年度入库，待更新"),
    Reach.ELIGIBLE: gettext_lazy("数据已符合"),
    Reach.NEAR: gettext_lazy("只差一项"),
    Reach.FAR: gettext_lazy("还差几项"),
    Reach.UNKNOWN: gettext_lazy("数据不全"),
    Reach.BLOCKED: gettext_lazy("现在不能申报"),
    NO_RULES: gettext_lazy("条件未公布"),
    BY_PEOPLE: gettext_lazy("由主管部门评定"),
    BASE_FIRST: gettext_lazy("先取得前置称号"),
}
# How pieces/state.html shows each.
LOOKS: dict[str, str] = {
    Reach.HELD: "valid",
    Reach.AWAITING: "attention",
    Reach.ELIGIBLE: "met",
    Reach.NEAR: "notice",
    Reach.FAR: "draft",
    Reach.UNKNOWN: "unknown",
    Reach.BLOCKED: "ended",
    NO_RULES: "closed",
    BY_PEOPLE: "by_people",
    BASE_FIRST: "draft",
}


@dataclass(frozen=True)
class Step:
    """One title on the ladder: how far it is, why, and from which day at the earliest."""

    title: Rung
    state: str
    detail: str
    outlook: Outlook | None = None
    certification: Certification | None = None

    @property
    def says(self) -> str:
        return str(SAYS[self.state])

    @property
    def look(self) -> str:
        return LOOKS[self.state]

    @property
    def waits_until(self) -> date | None:
        """The earliest day, where it is not today."""
        found = self.outlook.earliest if self.outlook else None
        return found.on if found and found.waits else None

    @property
    def is_open(self) -> bool:
        return self.state in (Reach.ELIGIBLE, Reach.NEAR)


def steps(graph: Graph, stands: Position, found: Mapping[str, Outlook], on: date) -> list[Step]:
    """Every title of the ladder, in its order; `found` are the outlooks by scheme code."""
    held = {row.scheme.code: row for row in stands.certifications}
    awaiting = {row.scheme.code: row for row in stands.awaiting}
    return [_step(title, found.get(title.code), held, awaiting, on) for title in graph.schemes]


def step_of(graph: Graph, code: str, stands: Position, outlook: Outlook | None, on: date) -> Step:
    """One title alone."""
    found = {code: outlook} if outlook else {}
    return next(each for each in steps(graph, stands, found, on) if each.title.code == code)


Titles = Mapping[str, Certification]


def _step(title: Rung, outlook: Outlook | None, held: Titles, awaiting: Titles, on: date) -> Step:
    if row := held.get(title.code):
        return Step(title, Reach.HELD, _until(row), outlook, row)
    if row := awaiting.get(title.code):
        return Step(title, Reach.AWAITING, _lapsed(row), outlook, row)
    if outlook is None:
        return Step(title, NO_RULES, _("只登记上级公布的名单"))
    if title.nature == UMBRELLA and outlook.state is Reach.ELIGIBLE:
        return Step(title, Reach.HELD, _("随下属称号具备，不单独申报"), outlook)
    if all(each.is_judged for each in outlook.judgement.findings):
        return Step(title, BY_PEOPLE, _("没有可以按数据判断的条件"), outlook)
    state = BASE_FIRST if _lacks_a_title(outlook) else outlook.state
    return Step(title, state, detail_of(outlook, on), outlook)


def _lacks_a_title(outlook: Outlook) -> bool:
    """One change away, but that change is another title, which may itself be far."""
    return outlook.state is Reach.NEAR and outlook.gaps[0].changes[0].is_title


def _until(row: Certification) -> str:
    last = row.last_day
    return _("有效期至 %(day)s") % {"day": spelt(last)} if last else _("长期有效")


def _lapsed(row: Certification) -> str:
    return _("编号已于 %(day)s 到期") % {"day": spelt(row.last_day)}


def detail_of(outlook: Outlook, on: date) -> str:
    """What makes it so, in a few words."""
    match outlook.state:
        case Reach.NEAR:
            return says_gap(outlook.gaps[0], on)
        case Reach.FAR:
            n = len(unmet(outlook.judgement.findings))
            return ngettext("%(n)d 项条件不符合", "%(n)d 项条件不符合", n) % {"n": n}
        case Reach.BLOCKED:
            return series(each.says for each in outlook.blocked)
        case Reach.UNKNOWN:
            return _("缺数据时不作结论，补填后再看")
        case _:
            return _judged(outlook)


def _judged(outlook: Outlook) -> str:
    n = sum(each.is_judged for each in outlook.judgement.findings)
    says = ngettext("另有 %(n)d 项由审核人判断", "另有 %(n)d 项由审核人判断", n)
    return says % {"n": n} if n else _("按已知数据")


def named(title: Rung, says: str) -> str:
    """称号：状态, for the description of the picture."""
    return labelled(in_language(title.name_zh, title.name_en), says)
