"""What an indicator is, and the list of all by their code.

An indicator counted from our records is a function from a day and a slice to what is counted;
one that another bureau states has no function, only a definition. None knows a target.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.functional import Promise
from django.utils.translation import gettext as _

from enterprises.models.naming import in_language
from enterprises.punctuation import series
from registry.counting import EVERYTHING, Counted, Slice, numbers
from registry.models import Commitment
from registry.observations import Origin

Measure = Commitment.Measure
Tally = Callable[[date, Slice], Counted]


class UnknownIndicator(LookupError):
    """No indicator has this code, or it cannot be counted."""


@dataclass(frozen=True)
class Indicator:
    """指标: a code, both names, its unit and measure, both definitions, and perhaps a tally."""

    code: str
    name_zh: str
    name_en: str
    unit: str
    measure: Measure
    definition_zh: str
    definition_en: str
    level: str | Promise = ""
    tally: Tally | None = None

    def __str__(self) -> str:
        return self.name

    @property
    def name(self) -> str:
        return in_language(self.name_zh, self.name_en)

    @property
    def definition(self) -> str:
        return in_language(self.definition_zh, self.definition_en)

    @property
    def origin(self) -> Origin:
        return Origin.SYSTEM if self.is_counted else Origin.REPORTED

    @property
    def is_counted(self) -> bool:
        return self.tally is not None

    def counted(self, as_of: date, within: Slice = EVERYTHING) -> Counted:
        """What is counted on the day: the number and the list behind it."""
        if self.tally is None:
            raise UnknownIndicator(_("“%s”由其他部门填报，本系统没有企业清单。") % self.name)
        return self.tally(as_of, within)

    def on_days(self, days: Sequence[date], within: Slice = EVERYTHING) -> list[int]:
        """Its values on several days, in one query."""
        return numbers([self.counted(day, within) for day in days])


INDICATORS: dict[str, Indicator] = {}


def find(code: str) -> Indicator:
    """The indicator of a code; UnknownIndicator names the codes there are."""
    if code not in INDICATORS:
        raise UnknownIndicator(
            _("没有代码为“%(code)s”的指标。可用：%(known)s。")
            % {"code": code, "known": series(INDICATORS)}
        )
    return INDICATORS[code]


def indicator(
    code: str,
    name_zh: str,
    name_en: str,
    unit: str,
    measure: Measure,
    *,
    says: str,
    level: str | Promise = "",
) -> Callable[[Tally], Tally]:
    """Enter a counted indicator: ``says`` is the Chinese definition, the docstring the English."""

    def enter(tally: Tally) -> Tally:
        english = " ".join((tally.__doc__ or "").split())
        INDICATORS[code] = Indicator(
            code, name_zh, name_en, unit, measure, says, english, level, tally
        )
        return tally

    return enter


def told(
    code: str, name_zh: str, name_en: str, unit: str, measure: Measure, *, says: str, english: str
) -> None:
    """Enter an indicator that another bureau states (填报)."""
    INDICATORS[code] = Indicator(code, name_zh, name_en, unit, measure, says, english)
