"""Conditions and points in words, for every door: operator kept, unit said, either language."""

from decimal import Decimal

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from certifications.bounds import EXACT
from certifications.ladder_words import scheme_names
from certifications.rules.conditions import (
    All,
    Always,
    Any_,
    Compare,
    Condition,
    Holds,
    Is,
    Judged,
    NoKinHolds,
    Step,
)
from certifications.rules.rulebook import Points
from enterprises.models.naming import in_language
from enterprises.punctuation import bracketed, clauses, series
from enterprises.templatetags.reading import MILLION, WAN, plain
from enterprises.vocabulary import fact_label, fact_unit, says_fact, says_value
from seeds import Share

SIGNS = {"at_least": "≥", "at_most": "≤", "more_than": ">", "less_than": "<"}
NESTED = gettext_lazy("（%s）")
CURRENCIES = {"元": "yuan", "美元": "US dollars"}


def says(condition: Condition) -> str:
    """What a condition asks for, in the reader's language."""
    match condition:
        case All():
            return str(_("且")).join(_inside(part) for part in condition.of)
        case Any_():
            return str(_("，或")).join(_inside(part) for part in condition.of)
        case Compare():
            return f"{fact_label(condition.fact)} {says_limit(condition)}"
        case Is():
            return f"{fact_label(condition.fact)}{_is_says(condition.wanted)}"
        case Holds() if condition.wanted:
            return _("持有有效的%s") % titles(condition.schemes)
        case Holds():
            return _("不持有%s") % titles(condition.schemes)
        case NoKinHolds():
            return _("有控股或同集团关系的企业均不持有%s") % titles(condition.schemes)
        case Judged():
            return _("由审核人判断")
        case Always():
            return _("其他情形")
    raise TypeError(condition)


def says_limit(compare: Compare) -> str:
    """The operator and the limit; where it goes by steps, each with its own case."""
    return clauses(_step(step, SIGNS[compare.word], compare.fact) for step in compare.steps)


def _step(step: Step, sign: str, fact: str) -> str:
    unit = fact_unit(fact)
    value = says_fact(fact, step.value) if unit == "level" else says_bound(step.value, unit)
    bound = f"{sign} {value}"
    return bound if isinstance(step.when, Always) else f"{bound}{bracketed(says(step.when))}"


def says_bound(value: Decimal, unit: str) -> str:
    """A limit without idle zeros: 5%, 5,000 万元, 500 人."""
    if unit == "share":
        return str(Share(value))
    if unit in CURRENCIES:
        millions = f"{plain(value / MILLION, EXACT)} million {CURRENCIES[unit]}"
        return in_language(f"{plain(value / WAN, EXACT)} 万{unit}", millions)
    return says_value(Decimal(f"{value.normalize():f}"), unit)  # never 5E+2


def says_points(points: Points | None) -> str:
    """Points of an item or of a table: 8 分, 7–8 分, or that they are unknown."""
    if points is None:
        return _("未知")
    low, high = (f"{each.normalize():f}" for each in points)
    return _("%s 分") % (low if low == high else f"{low}–{high}")


def titles(schemes: tuple[str, ...]) -> str:
    return series(scheme_names(schemes))


def _inside(part: Condition) -> str:
    return str(NESTED) % says(part) if isinstance(part, (All, Any_)) else says(part)


def _is_says(wanted: bool) -> str:
    return _("：是") if wanted else _("：否")
