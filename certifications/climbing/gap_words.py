"""Gaps in words: what, which way, by how much, of which year. 研发费用再增 12.4 万元（2025 年）."""

from collections.abc import Iterable, Mapping
from datetime import date
from decimal import ROUND_CEILING, Decimal
from typing import Any

from django.utils.translation import gettext as _

from certifications.climbing.changes import Change, Sort
from certifications.climbing.gaps import Gap
from certifications.ladder_words import scheme_names
from certifications.rules.wording import says_bound
from enterprises.levers import is_figure, ripe_on, step_of
from enterprises.punctuation import bracketed, clauses
from enterprises.vocabulary import fact_label, fact_unit, says_fact


def says_gap(gap: Gap, on: date) -> str:
    """All changes of a gap in one sentence."""
    return clauses(says_change(change, on) for change in gap.changes)


def says_change(change: Change, on: date) -> str:
    """One change as people read it, seen from the day it was found on."""
    if change.is_title:
        return _("先取得“%s”称号") % scheme_names([change.code])[0]
    label = fact_label(change.code)
    if change.sort is Sort.STATEMENT:
        becomes = _("%(fact)s：须为“是”") if change.after else _("%(fact)s：须为“否”")
        return becomes % {"fact": label}
    unit, more = fact_unit(change.code), change.amount
    if change.sort is Sort.WAIT:
        ripe = ripe_on(change.code, more, on)
        says = _("%(fact)s再满 %(more)s，即 %(day)s")
        return says % {"fact": label, "more": says_bound(more, unit), "day": ripe.isoformat()}
    return _moved(change, label, unit) + (_year(change, on) if is_figure(change.code) else "")


def _moved(change: Change, label: str, unit: str) -> str:
    if unit == "level":
        return _("%(fact)s达到“%(level)s”") % {
            "fact": label,
            "level": says_fact(change.code, change.after),
        }
    words = {
        "fact": label,
        "by": says_bound(_whole_steps(change), unit),
        "to": says_bound(Decimal(change.after or 0), unit),
    }
    if change.amount > 0:
        return _("%(fact)s再增 %(by)s，达到 %(to)s") % words
    return _("%(fact)s减少 %(by)s，降到 %(to)s") % words


def _whole_steps(change: Change) -> Decimal:
    """By how much, rounded up to what is worth saying."""
    step = step_of(change.code)
    return (abs(change.amount) / step).to_integral_value(rounding=ROUND_CEILING) * step


def _year(change: Change, on: date) -> str:
    year = on.year - 1 - change.years_back
    return bracketed(_("与 %d 年相比") % year)


Kept = Mapping[str, Any]


def kept(gap: Gap) -> list[dict[str, Any]]:
    """A gap as JSON can keep it without losing a digit; see `says_kept`."""
    return [
        {
            "code": change.code,
            "back": change.years_back,
            "before": _plain(change.before),
            "after": _plain(change.after),
            "title": change.is_title,
        }
        for change in gap.changes
    ]


def says_kept(gap: Iterable[Kept], on: date) -> str:
    """A kept gap in words, as of the day it was found on."""
    return clauses(says_change(_again(each), on) for each in gap)


def _again(each: Kept) -> Change:
    return Change(
        (each["code"], each["back"]), _value(each["before"]), _value(each["after"]), each["title"]
    )


def _plain(value: Any) -> Any:
    return (
        str(value) if isinstance(value, (Decimal, int)) and not isinstance(value, bool) else value
    )


def _value(value: Any) -> Any:
    return Decimal(value) if isinstance(value, str) else value
