"""Districts by their GB/T 2260 codes, today's and former, and the vocabulary of facts."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from rest_framework.request import Request
from rest_framework.response import Response

from enterprises.models import District
from enterprises.vocabulary import words
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

    says = _("事实词汇：规则与自检所用的每个事实的代码、名称、单位与口径。")
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
    told = ("code", "name_zh", "name_en", "unit", "period", "kind", "help_zh", "help_en")
    return {name: row[name] for name in told}
