"""The city's promises held against the figures: the target board as rows."""

from typing import Any

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from rest_framework.request import Request
from rest_framework.response import Response

from enterprises.punctuation import series
from registry import targets
from registry.api import shapes
from registry.api.door import Door
from registry.api.labels import exactly, label
from registry.models import Commitment
from registry.query import BadQuery


class Targets(Door):
    """The board of one year."""

    says = _(
        "一年的量化目标：报告原文、目标值、as_of 当日的数值与达成情况。"
        "period 写年度（默认本年）；as_of 晚于该年时按年末计。"
    )
    words = ("period", "as_of")
    shape = shapes.Target
    envelope = ("period", "as_of")

    def get(self, request: Request) -> Response:
        year, day = self.year(), self.as_of()
        try:
            lines = targets.board(year, day)
        except targets.NotYet as error:
            raise BadQuery("as_of", str(error)) from error
        read_on = targets.day_within(year, day).isoformat()
        return self.answer([target(line) for line in lines], period=str(year), as_of=read_on)

    def year(self) -> int:
        period = self.asked.text("period")
        years = Commitment.objects.order_by("year").values_list("year", flat=True).distinct()
        known = [str(year) for year in years]
        if period and period not in known:
            says = gettext("有目标的年度：%s。") % series(known)
            raise self.asked.refused("period", says, known)
        return int(period or self.as_of().year)


def target(line: targets.Line) -> dict[str, Any]:
    promise, seen = line.commitment, line.observation
    return {
        "code": promise.code,
        "says_zh": promise.says_zh,
        "says_en": promise.says_en,
        "indicator": promise.indicator,
        "measure": promise.measure,
        "comparison": promise.comparison,
        "comparison_word": promise.comparison_word,
        "target": exactly(line.target),
        "unit": promise.unit,
        "value": exactly(line.value),
        "value_as_of": seen.as_of.isoformat(),
        "origin": str(seen.origin),
        "provisional": seen.provisional,
        "state": str(line.state.value),
        "progress": share(line.progress),
        "gap": exactly(line.gap),
        "expected": share(line.expected, places=0),
        "is_behind": line.is_behind,
        "closed": line.closed,
        "responsible": label(promise.responsible),
        "note": seen.note,
        "source": promise.source,
        "verified": promise.verified,
        "is_demo": promise.is_demo,
    }


def share(value: Any, places: int = 4) -> str | None:
    """A quotient, rounded: four decimals of a fraction are a hundredth of a per cent."""
    return None if value is None else exactly(round(value, places))
