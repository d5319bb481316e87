"""An edition's terms and validity in words, each with where it is written."""

from dataclasses import dataclass
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from certifications.editions import WORKING_DAYS, Term, term
from certifications.models import Edition
from certifications.procedure import ROADS

TERM_NAMES: dict[str, Promise] = {
    "acceptance": gettext_lazy("提交后，区市主管部门决定是否受理"),
    "district_review": gettext_lazy("受理后，区市主管部门审核"),
    "correction": gettext_lazy("退回后，企业补正"),
    "expert_review": gettext_lazy("推荐后，专家或第三方审核"),
    "city_review": gettext_lazy("市级主管部门审查"),
    "recognition": gettext_lazy("公示后，作出认定"),
}


@dataclass(frozen=True)
class TermLine:
    """One term: what it is for, how long, and on what ground."""

    name: Any
    length: str
    kind: str
    source: str
    is_verified: bool


def terms_of(edition: Edition) -> list[TermLine]:
    """The terms that the edition's road uses, in the order of the road, each once."""
    names = dict.fromkeys(step.answer_within for step in ROADS[edition.road].steps)
    found = [term(edition, name) for name in names if name in TERM_NAMES]
    return [_line(each) for each in found if each]


def _line(each: Term) -> TermLine:
    unit = _("%(n)d 个工作日") if each.unit == WORKING_DAYS else _("%(n)d 天")
    return TermLine(
        TERM_NAMES[each.name],
        unit % {"n": each.days},
        _("法定或文件规定") if each.is_statutory else _("服务承诺"),
        each.source,
        each.verified == "yes",
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
