"""Districts by their GB/T 2260 codes, today's and former, and the vocabulary of facts."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from rest_framework.permissions import AllowAny
from rest_framework.request import Request
from rest_framework.response import Response

from enterprises.expressions import KINDS
from enterprises.levers import levers_of
from enterprises.models import District
from enterprises.vocabulary import LEVELS, words
from registry.api import shapes
from registry.api.door import Door
from registry.api.labels import day_text


class Districts(Door):
    """The city and its districts."""

    says = _("青岛市及各区市的 GB/T 2260 代码。不写 as_of 时列出现行与曾用的全部代码及其起止。")
    words = ("as_of",)
    shape = shapes.District

    def get(self, request: Request) -> Response:
        rows = District.objects.select_related("parent", "successor").order_by("code")
        if self.asked.text("as_of"):
            rows = rows.filter(pk__in=District.objects.on(self.as_of()))
        return self.answer([district(row) for row in rows])


class Facts(Door):
    """What can be known of an enterprise."""

    says = _(
        "事实词汇：规则与自测所用的每个事实的代码、名称、单位、期间与口径；"
        "推算的写明算式（expression）和企业改动哪个数（levers）。无需密钥。"
    )
    permission_classes = [AllowAny]
    shape = shapes.Fact

    def get(self, request: Request) -> Response:
        return self.answer([fact(row) for row in words().values()])


def district(row: District) -> dict[str, Any]:
    return {
        "code": row.code,
        "name_zh": row.name_zh,
        "name_en": row.name_en,
        "level": row.level,
        "parent": row.parent.code if row.parent else None,
        "since": day_text(row.since),
        "until": day_text(row.until),
        "successor": row.successor.code if row.successor else None,
    }


def fact(row: dict[str, Any]) -> dict[str, Any]:
    told = ("code", "name_zh", "name_en", "unit", "period", "kind")
    return {
        **{name: row[name] for name in told},
        "moves": row.get("moves"),
        "grows": row.get("grows"),
        "expression": expression(row),
        "levers": levers(row),
        "levels": [
            {"value": value, "says": str(says)}
            for value, says in LEVELS.get(row["code"], {}).items()
        ],
        "help_zh": row["help_zh"],
        "help_en": row["help_en"],
    }


def expression(row: dict[str, Any]) -> dict[str, Any] | None:
    """How a derived fact is computed: its kind, and what of; None for what is recorded."""
    kind = next((kind for kind in (*KINDS, "score") if kind in row), None)
    return {"kind": kind, **row[kind]} if kind else None


def levers(row: dict[str, Any]) -> list[dict[str, Any]]:
    """What an enterprise would move to change it, and of which year; nothing where it cannot."""
    if "moves" not in row:
        return []
    return [{"fact": code, "years_back": back} for code, back in levers_of(row["code"])]
