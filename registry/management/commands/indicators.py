"""manage.py indicators: every figure of the city at the end of a period, by district or trade."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils.translation import gettext as _

from enterprises.clock import today
from registry import periods, tables
from registry.counting import AXES
from registry.indicators import INDICATORS, Indicator, UnknownIndicator, find, observe_all
from registry.periods import UnknownPeriod


class Command(BaseCommand):
    help = "Show the indicators at the end of a period (default: today), optionally broken down."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--period", default="", help="2024 or 2024-11")
        parser.add_argument("--by", default="", help=f"one or more of {', '.join(AXES)}")
        parser.add_argument("--indicator", action="append", default=[], help="a code; repeatable")
        parser.add_argument("--format", choices=tables.FORMATS, default="table")

    def handle(self, *args: Any, **options: Any) -> None:
        as_of = last_day(options["period"])
        axes = axes_of(options["by"])
        try:
            chosen = [find(code) for code in options["indicator"]] or list(INDICATORS.values())
        except UnknownIndicator as refusal:
            raise CommandError(str(refusal)) from None
        rows = broken_down(chosen, as_of, axes) if axes else whole(chosen, as_of)
        columns = ("code", "name", *axes, "value", "unit", "as_of")
        if options["format"] == "json":
            self.stdout.write(tables.as_json({"as_of": as_of, "by": axes, "indicators": rows}))
        else:
            self.stdout.write(tables.as_text(columns, rows))


def last_day(period: str) -> date:
    """The last day of the period, or today where that is earlier."""
    if not period:
        return today()
    try:
        found = periods.parse(period)
    except UnknownPeriod as refusal:
        raise CommandError(str(refusal)) from None
    if found.first > today():
        raise CommandError(_("期间 %s 尚未开始，没有可看的数。") % period)
    return min(found.last, today())


def axes_of(text: str) -> list[str]:
    axes = [word.strip() for word in text.split(",") if word.strip()]
    for axis in axes:
        if axis not in AXES:
            says = _("不能按“%(axis)s”分组。可用：%(axes)s。")
            raise CommandError(says % {"axis": axis, "axes": "、".join(AXES)})
    return axes


def whole(chosen: Sequence[Indicator], as_of: date) -> list[dict[str, Any]]:
    seen = observe_all(chosen, as_of)
    return [
        {
            **_named(indicator),
            "value": seen[indicator.code].value,
            "as_of": seen[indicator.code].as_of,
            "origin": seen[indicator.code].origin,
            "provisional": seen[indicator.code].provisional,
            "source": seen[indicator.code].source,
        }
        for indicator in chosen
    ]


def broken_down(
    chosen: Sequence[Indicator], as_of: date, axes: Sequence[str]
) -> list[dict[str, Any]]:
    """One row a cell; what other bureaus state has no parts and is left out."""
    return [
        {
            **_named(indicator),
            **dict(zip(axes, codes, strict=True)),
            "value": number,
            "as_of": as_of,
        }
        for indicator in chosen
        if indicator.is_counted
        for codes, number in sorted(indicator.counted(as_of).by(*axes).items())
    ]


def _named(indicator: Indicator) -> dict[str, Any]:
    return {
        "code": indicator.code,
        "name": indicator.name,
        "unit": indicator.unit,
        "measure": indicator.measure.value,
    }
