"""manage.py targets: the year's promises and where each stands on a day."""

import argparse
from datetime import date
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils.translation import gettext as _

from enterprises.clock import today
from registry import periods, tables, targets
from registry.targets import Line

COLUMNS = ("code", "state", "value", "target", "unit", "gap", "progress", "as_of", "origin")


class Command(BaseCommand):
    help = "Show the quantified promises of a year as they stood on a day (default: today)."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--year", type=int, required=True, help="the year of the report, 2024")
        parser.add_argument("--as-of", type=day, default=None, help="a day, 2024-11-30")
        parser.add_argument("--format", choices=tables.FORMATS, default="table")

    def handle(self, *args: Any, **options: Any) -> None:
        year, as_of = options["year"], options["as_of"] or today()
        try:
            lines = targets.board(year, as_of)
        except targets.NotYet as refusal:
            raise CommandError(str(refusal)) from None
        if not lines:
            says = _("没有 %d 年的量化承诺。请先运行 manage.py seed，或换一个年度。")
            raise CommandError(says % year)
        rows = [row(line) for line in lines]
        if options["format"] == "json":
            self.stdout.write(tables.as_json({"year": year, "targets": rows}))
        else:
            self.stdout.write(tables.as_text(COLUMNS, rows))


def day(text: str) -> date:
    found = periods.day(text)
    if found is None:
        raise argparse.ArgumentTypeError(_("“%s”不是日期，请写成 2024-11-30。") % text)
    return found


def row(line: Line) -> dict[str, Any]:
    """One promise as plain values, in base units (yuan, not 亿元; shares as fractions)."""
    return {
        "code": line.commitment.code,
        "says": line.commitment.says,
        "indicator": line.indicator.code,
        "measure": line.commitment.measure,
        "comparison": line.commitment.comparison,
        "state": line.state.value,
        "value": line.value,
        "target": line.target,
        "unit": line.commitment.unit,
        "gap": line.gap,
        "progress": None if line.progress is None else round(line.progress, 4),
        "expected": None if line.expected is None else round(line.expected, 1),
        "as_of": line.observation.as_of,
        "origin": line.observation.origin,
        "provisional": line.observation.provisional,
        "published": line.published.value if line.published else None,
        "is_demo": line.commitment.is_demo,
    }
