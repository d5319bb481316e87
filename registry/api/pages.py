"""Keyset pages: stable while rows are added, as quick on the last page as on the first."""

import base64
import binascii
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from django.db import models
from django.db.models import QuerySet
from django.utils.translation import gettext as _
from rest_framework.request import Request

from registry.query import BadQuery, Words

USUAL, MOST = 100, 1000
Row = TypeVar("Row", bound=models.Model)


@dataclass(frozen=True)
class Page(Generic[Row]):
    """Some rows in the order they were entered, and the address of those that follow."""

    rows: list[Row]
    next: str | None


def page(found: QuerySet[Row], asked: Words, request: Request) -> Page[Row]:
    """The page that `cursor` and `page_size` ask for."""
    size = asked.number("page_size", first=1, last=MOST) or USUAL
    rows: list[Row] = list(found.filter(pk__gt=after(asked)).order_by("pk")[: size + 1])
    more = rows[size:]
    return Page(rows[:size], _next(request, rows[size - 1]) if more else None)


def after(asked: Words) -> int:
    """The row that the last page ended with."""
    text = asked.text("cursor")
    try:
        return int(base64.urlsafe_b64decode(text.encode("ascii"))) if text else 0
    except (ValueError, binascii.Error) as error:
        says = _("参数 cursor 只能取自上一页的 next，不能自行填写。去掉 cursor 即从头开始。")
        raise BadQuery("cursor", says) from error


def _next(request: Request, last: Any) -> str:
    words = request.query_params.copy()
    words["cursor"] = base64.urlsafe_b64encode(str(last.pk).encode()).decode()
    return request.build_absolute_uri(f"{request.path}?{words.urlencode()}")
