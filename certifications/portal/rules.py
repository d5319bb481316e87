"""An edition's terms and validity in words, each with where it is written."""

from dataclasses import dataclass
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from certifications.catalogue.edition_rows import item_of
from certifications.editions import WORKING_DAYS, Term, notice_days, term
from certifications.models import Edition
from certifications.policy_desk.confirming import mark_of
from certifications.procedure import ROADS
from certifications.states import State

# What each place of the rail waits for, and from when its term runs.
WAITS_FOR: dict[State, Promise] = {
    State.SUBMITTED: gettext_lazy("提交后，区市主管部门决定是否受理"),
    State.DISTRICT_REVIEW: gettext_lazy("受理后，区市主管部门审核"),
    State.CORRECTION: gettext_lazy("退回后，企业补正；审核计时停止"),
    State.CITY_CHECK: gettext_lazy("推荐后，市级主管部门审查"),
    State.THIRD_PARTY_REVIEW: gettext_lazy("推荐后，第三方审核"),
    State.EXPERT_REVIEW: gettext_lazy("推荐后，专家评审"),
    State.REVIEWED: gettext_lazy("审查有结论后，市级主管部门开启公示"),
    State.PUBLIC_NOTICE: gettext_lazy("公示期满后，市级主管部门作出认定"),
}


@dataclass(frozen=True)
class TermLine:
    """One term: at which place of the rail, what it is for, how long, and on what ground."""

    stage: Any
    name: Any
    length: str
    kind: str
    source: str
    is_verified: bool


def terms_of(edition: Edition) -> list[TermLine]:
    """The terms of the places that the edition's road leads to, in its order, each once."""
    steps = ROADS[edition.road].steps
    places = {step.to: step.answer_within for step in steps if step.to in WAITS_FOR}
    lines = []
    for place, name in places.items():
        if place == State.PUBLIC_NOTICE:
            lines += _notice_lines(edition)
        if each := term(edition, name):
            lines.append(_line(edition, place, each))
    return lines


def _notice_lines(edition: Edition) -> list[TermLine]:
    """The public notice itself, before the decision that follows it."""
    days = notice_days(edition)
    if days is None:
        return []
    rule = edition.rules["notice"]
    return [
        TermLine(
            State.PUBLIC_NOTICE.label,
            _("公示期，期间可以提出异议"),
            _("%(n)d 个工作日") % {"n": days},
            "",
            rule["source"],
            not mark_of(edition, "notice", rule["verified"]),
        )
    ]


def _line(edition: Edition, place: State, each: Term) -> TermLine:
    unit = _("%(n)d 个工作日") if each.unit == WORKING_DAYS else _("%(n)d 天")
    return TermLine(
        place.label,
        WAITS_FOR[place],
        unit % {"n": each.days},
        _("法定或文件规定") if each.is_statutory else _("服务承诺"),
        each.source,
        not mark_of(edition, item_of("terms", each.name), each.verified),
    )


def validity_says(edition: Edition) -> str:
    """How long the title holds, as the edition counts it."""
    validity = edition.rules["validity"]
    if "years" in validity:
        start = _("公布之日") if validity["starts"] == "announced_on" else _("发证之日")
        return _("自%(start)s起 %(n)d 年") % {"start": start, "n": int(validity["years"])}
    if "ends_each_year" in validity:
        month, day = (int(part) for part in validity["ends_each_year"].split("-"))
        return _("自公布之日起至次年 %(month)d 月 %(day)d 日") % {"month": month, "day": day}
    return _("规则没有规定期限")
