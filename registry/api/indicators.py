"""Indicators and their observations: a number, its day, its unit, its origin, and its parts."""

from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from django.http import Http404
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from rest_framework.request import Request
from rest_framework.response import Response

from enterprises.models import District, Industry
from registry import periods
from registry.api import shapes
from registry.api.door import Door
from registry.api.labels import Label, exactly, labels
from registry.api.slices import slice_of
from registry.counting import EVERYTHING, Slice
from registry.indicators import INDICATORS, Indicator, observe
from registry.observations import Observation, Origin
from registry.query import BadQuery, listed

PARTS = ("district", "industry", "section")
MONTH = "month"
NOBODY = {"code": "", "name_zh": "未登记", "name_en": "Not recorded"}
Cell = dict[str, Label]


class Indicators(Door):
    """All indicators with their definitions."""

    says = _(
        "全部指标：代码、单位、口径与定义；origin 为 system 的由本系统统计，reported 的由部门填报。"
    )
    shape = shapes.Indicator

    def get(self, request: Request) -> Response:
        return self.answer([indicator(each) for each in INDICATORS.values()])


class OneIndicator(Door):
    """One indicator."""

    says = _("一个指标的定义。")
    shape = shapes.Indicator
    many = False

    def get(self, request: Request, code: str) -> Response:
        return Response(indicator(known(code)))


class Observations(Door):
    """Figures of one indicator."""

    says = _(
        "一个指标在 as_of 当日（默认今天），或在 period 期末的数值。by 可写 district、industry、"
        "section、month，以逗号分隔；写 month 时逐月给出 period 内各月末的数值。"
        "数值为十进制文本，精确无舍入。"
    )
    words = ("as_of", "period", "by", "district", "industry", "chain")
    shape = shapes.Observation
    envelope = ("indicator",)

    def get(self, request: Request, code: str) -> Response:
        asked, axes, within = known(code), self.axes(), slice_of(self.asked)
        parts = [axis for axis in axes if axis != MONTH]
        if not asked.is_counted and (parts or within != EVERYTHING):
            says = gettext(
                "“%s”由其他部门填报，只有全市数，不能分解。请去掉 by、district、industry、chain。"
            )
            raise BadQuery("by" if parts else "district", says % asked.name)
        rows = [row for day in self.days(axes) for row in observations(asked, day, parts, within)]
        return self.answer(rows, indicator=indicator(asked))

    def axes(self) -> list[str]:
        axes = [axis.strip() for axis in self.asked.text("by").split(",") if axis.strip()]
        allowed = (*PARTS, MONTH)
        for axis in axes:
            if axis not in allowed:
                says = gettext("可用的值：%s，多个以逗号分隔。") % listed(allowed)
                raise self.asked.refused("by", says, allowed)
        return list(dict.fromkeys(axes))

    def days(self, axes: Sequence[str]) -> list[date]:
        """The days to be read: one, or the month ends of the period."""
        period, day = self.period(), self.as_of()
        if MONTH not in axes:
            return [min(period.last, day) if period else day]
        period = period or periods.year(day.year)
        ends = [each.last for each in periods.months(period.first.year) if each.last in period]
        return [end for end in ends if end <= day] or [min(period.last, day)]


def known(code: str) -> Indicator:
    if code not in INDICATORS:
        raise Http404
    return INDICATORS[code]


def indicator(row: Indicator) -> dict[str, Any]:
    return {
        "code": row.code,
        "name_zh": row.name_zh,
        "name_en": row.name_en,
        "unit": row.unit,
        "measure": str(row.measure),
        "level": str(row.level),
        "origin": str(row.origin),
        "definition_zh": row.definition_zh,
        "definition_en": row.definition_en,
    }


def observations(
    asked: Indicator, day: date, parts: Sequence[str], within: Slice
) -> Iterator[dict[str, Any]]:
    """One row, or one for each combination of parts that has any enterprise."""
    if not parts:
        yield observation(observe(asked, day, within), asked, {})
        return
    named = {axis: labels(District if axis == "district" else Industry) for axis in parts}
    for codes, number in sorted(asked.counted(day, within).by(*parts).items()):
        cell = {
            axis: named[axis].get(code, NOBODY) for axis, code in zip(parts, codes, strict=True)
        }
        yield observation(Observation(Decimal(number), day, Origin.SYSTEM), asked, cell)


def observation(seen: Observation, asked: Indicator, cell: Cell) -> dict[str, Any]:
    return {
        "indicator": asked.code,
        "as_of": seen.as_of.isoformat(),
        **cell,
        "value": exactly(seen.value),
        "unit": asked.unit,
        "origin": str(seen.origin),
        "provisional": seen.provisional,
        "note": seen.note,
        "source": seen.source,
        "verified": seen.verified,
    }
