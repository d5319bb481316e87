"""Codes with their names in both languages, and figures written exactly."""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from typing import Any

from django.db import models
from django.db.models import QuerySet

from enterprises.models import IndustrySpan, Residence
from enterprises.models.naming import Named

Label = dict[str, Any]


def label(row: Any) -> Label | None:
    """`{"code", "name_zh", "name_en"}` of a named row; None stays None."""
    if row is None:
        return None
    return {"code": row.code, "name_zh": row.name_zh, "name_en": row.name_en}


def labels(model: type[Named]) -> dict[str, Label]:
    """Every row's label by its code."""
    rows = model._default_manager.values("code", "name_zh", "name_en")
    return {row["code"]: dict(row) for row in rows}


def districts_of(enterprises: Iterable[int], day: date) -> dict[int, Label | None]:
    """Where each enterprise (by id) was registered on a day."""
    rows = _spans(Residence, enterprises, day).select_related("district")
    return {row.enterprise_id: label(row.district) for row in rows}


def industries_of(enterprises: Iterable[int], day: date) -> dict[int, Label | None]:
    """The division each enterprise (by id) worked in on a day."""
    rows = _spans(IndustrySpan, enterprises, day).select_related("industry")
    return {row.enterprise_id: label(row.industry) for row in rows}


def exactly(value: Decimal | int | None) -> str | None:
    """A decimal as text, without an exponent or zeros that say nothing; never a float."""
    return None if value is None else format(Decimal(value).normalize(), "f")


def day_text(day: date | None) -> str | None:
    return None if day is None else day.isoformat()


def _spans(model: type[models.Model], enterprises: Iterable[int], day: date) -> QuerySet[Any]:
    rows: QuerySet[Any] = model._default_manager.on(day)  # type: ignore[attr-defined]
    return rows.filter(enterprise__in=list(enterprises)).order_by("since")
