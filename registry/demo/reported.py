"""What other bureaus would have stated by the city's day about the demo's own targets."""

from calendar import monthrange
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import seeds
from enterprises.clock import morning_of
from registry.demo.plan import SOURCE, Plan
from registry.models import ReportedFigure

COMES_AFTER = timedelta(days=12)


def report(plan: Plan) -> int:
    """Enter each figure that was stated by the city's day; return how many."""
    file: dict[str, Any] = seeds.read("demo/reported.yaml")
    rows = [
        _figure(row["indicator"], row["unit"], file["year"], value)
        for row in file["rows"]
        for value in row["values"]
    ]
    told = [row for row in rows if row.as_of + COMES_AFTER <= plan.until]
    ReportedFigure.objects.bulk_create(told)
    return len(told)


def _figure(indicator: str, unit: str, year: int, value: dict[str, Any]) -> ReportedFigure:
    month = value["month"]
    day = date(year, month, monthrange(year, month)[1])
    return ReportedFigure(
        indicator=indicator, period=f"{year}-{month:02d}", as_of=day,
        value=_in_base_unit(value["value"], unit), unit=_base_unit(value["value"], unit),
        source=SOURCE, note_zh="演示数据，非部门填报", note_en="Demo data, stated by nobody",
        verified="no", entered_at=morning_of(day + COMES_AFTER), is_demo=True,
    )  # fmt: skip


def _in_base_unit(value: Any, unit: str) -> Decimal:
    return Decimal(seeds.amount(_amount(value, unit), "demo/reported.yaml"))


def _base_unit(value: Any, unit: str) -> str:
    return seeds.base_unit(_amount(value, unit), "demo/reported.yaml")


def _amount(value: Any, unit: str) -> Any:
    return value if isinstance(value, seeds.Share) else {"amount": value, "unit": unit}
