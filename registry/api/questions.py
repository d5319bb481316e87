"""The question of a self-check, read strictly: every member known, every value possible.

What is wrong is named as it stands in the body (`facts.revenue[1]`), with what it may be.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from certifications.editions import NoEdition, edition_for
from certifications.models import Batch, Edition, Scheme
from certifications.self_check.answers import Answers, exceeds
from certifications.self_check.asked import is_open_to_check
from certifications.self_check.limits import YEARS_AHEAD
from registry import periods
from registry.api.exact_json import BODY
from registry.api.problems import Problem
from registry.api.stated_facts import facts, short, unknown
from registry.query import listed

MEMBERS = ("scheme", "edition", "kind", "on", "registered_on", "facts", "held")
FIRST_DAY = date(1949, 10, 1)


@dataclass(frozen=True)
class Question:
    """What is asked: by which rules, for which kind of application, on which answers."""

    edition: Edition
    kind: str
    answers: Answers


def read(body: Any, today: date) -> Question:
    """The question in a body. Raises Problem."""
    said = _members(body)
    scheme = _scheme(_text(said, "scheme"))
    kind = _one_of("kind", _text(said, "kind") or Batch.Kind.NEW, Batch.Kind.values)
    on = _day(said, "on", last=date(today.year + YEARS_AHEAD, 12, 31)) or today
    edition = _edition(scheme, _text(said, "edition"), kind, on)
    known, years = facts(said.get("facts"))
    founded = _day(said, "registered_on", last=on)
    answers = Answers(on, known, years, _held(said.get("held")), founded)
    for part, whole, _back in answers.outgrown():
        raise Problem(exceeds(part, whole), parameter=f"facts.{part}")
    return Question(edition, kind, answers)


def _members(body: Any) -> Mapping[str, Any]:
    if not isinstance(body, dict) or not body:
        raise Problem(_("正文应是一个 JSON 对象，至少写 scheme。"), parameter=BODY, allowed=MEMBERS)
    for name in body:
        if name not in MEMBERS:
            raise unknown(str(name), MEMBERS)
    return body


def _scheme(code: str) -> Scheme:
    schemes = {row.code: row for row in Scheme.objects.order_by("rung", "order")}
    return schemes[_one_of("scheme", code, schemes)]


def _edition(scheme: Scheme, code: str, kind: str, on: date) -> Edition:
    editions = {row.code: row for row in scheme.editions.select_related("scheme")}
    found = editions[_one_of("edition", code, editions)] if code else _judging(scheme, kind, on)
    if not is_open_to_check(found):
        says = _("“%(scheme)s”的条件没有查到，或全由主管部门评定，无法自测。")
        raise Problem(says % {"scheme": scheme}, parameter="scheme", allowed=_checkable())
    return found


def _judging(scheme: Scheme, kind: str, on: date) -> Edition:
    try:
        return edition_for(scheme, kind, on)
    except NoEdition as error:
        says = _("“%(scheme)s”在 %(day)s 没有施行的规则。请写明 edition，结果会标为回测。")
        codes = list(scheme.editions.values_list("code", flat=True))
        raise Problem(
            says % {"scheme": scheme, "day": on.isoformat()}, parameter="edition", allowed=codes
        ) from error


def _checkable() -> list[str]:
    editions = Edition.objects.select_related("scheme").order_by("scheme__rung", "scheme__order")
    return list(dict.fromkeys(row.scheme.code for row in editions if is_open_to_check(row)))


def _held(said: Any) -> frozenset[str] | None:
    if said is None:
        return None
    codes = Scheme.objects.order_by("rung", "order").values_list("code", flat=True)
    if not isinstance(said, list) or len(said) > len(codes):
        says = _('held 应是称号代码的列表，如 ["high_tech"]。')
        raise Problem(says, parameter="held", allowed=codes)
    for place, code in enumerate(said):
        _one_of(f"held[{place}]", code, codes)
    return frozenset(said)


def _day(said: Mapping[str, Any], name: str, *, last: date) -> date | None:
    text = _text(said, name)
    if not text:
        return None
    found = periods.day(text)
    if found is None or not FIRST_DAY <= found <= last:
        says = _("请写 %(first)s 至 %(last)s 的日期，如 %(last)s。")
        raise Problem(says % {"first": FIRST_DAY, "last": last}, parameter=name)
    return found


def _text(said: Mapping[str, Any], name: str) -> str:
    value = said.get(name)
    if value is None:
        return ""
    if not isinstance(value, str):
        raise Problem(_("“%s”应是文本。") % name, parameter=name)
    return value


def _one_of(name: str, value: Any, allowed: Iterable[str]) -> str:
    codes = list(allowed)
    if not isinstance(value, str) or value not in codes:
        says = _("参数“%(word)s”的值“%(value)s”不可用。") % {"word": name, "value": short(value)}
        raise Problem(says + _("可用的值：%s。") % listed(codes), parameter=name, allowed=codes)
    return value
