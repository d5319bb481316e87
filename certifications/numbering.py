"""Numbers of titles: whether one can be given, in a sentence."""

import re
from datetime import date

from django.utils.translation import gettext as _

from certifications.editions import number_pattern
from certifications.models import Certification, Edition


def flaw(
    edition: Edition,
    *,
    number: str,
    issued_on: date | None,
    announced_on: date | None,
    submitted_on: date,
    today: date,
) -> str:
    """What is wrong with a number and its days; empty when they can stand."""
    days = [issued_on, announced_on]
    return _number_flaw(edition, number) or _days_flaw(days, submitted_on, today)


def _number_flaw(edition: Edition, number: str) -> str:
    if not number.strip():
        return _("请填写编号。")
    pattern = number_pattern(edition)
    if pattern and not re.fullmatch(pattern.strip("^$"), number):
        example = edition.rules["number"].get("example", "")
        return _("编号“%(number)s”不合规则，应如 %(example)s。") % {
            "number": number,
            "example": example,
        }
    if Certification.objects.filter(scheme=edition.scheme_id, number=number).exists():
        return _("编号“%(number)s”已被使用，请核对。") % {"number": number}
    return ""


def _days_flaw(days: list[date | None], submitted_on: date, today: date) -> str:
    """Issued and announced not before the case was handed in, and not after today."""
    if days[0] is None:
        return _("请填写发证（入库）日期。")
    given = [day for day in days if day is not None]
    if max(given) > today:
        return _("发证日期和公布日期不得晚于今天。")
    if min(given) < submitted_on:
        says = _("发证日期和公布日期不得早于申请提交日 %(day)s，请核对年份。")
        return says % {"day": submitted_on.isoformat()}
    return ""
