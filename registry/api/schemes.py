"""The ladder: what can be held, under which dated rules, and where each rule is written."""

from functools import cache
from typing import Any

from django.db.models import F
from django.http import Http404
from django.utils.translation import gettext_lazy as _
from rest_framework.request import Request
from rest_framework.response import Response

import seeds
from certifications.models import Edition, Scheme
from registry.api import shapes
from registry.api.door import Door
from registry.api.labels import day_text

EARLIEST = (F("in_force_from").asc(nulls_first=True), "code")


class Schemes(Door):
    """All schemes with the heads of their editions."""

    says = _("全部称号及其各版规则的概要。写明 as_of 时，只列当日施行的版本。")
    words = ("as_of",)
    shape = shapes.Scheme

    def get(self, request: Request) -> Response:
        editions = Edition.objects.all()
        if self.asked.text("as_of"):
            editions = editions.in_force_on(self.as_of())
        found: dict[int, list[Edition]] = {}
        for edition in editions.order_by(*EARLIEST):
            found.setdefault(edition.scheme_id, []).append(edition)
        schemes = Scheme.objects.order_by("rung", "order")
        return self.answer([scheme(row, found.get(row.pk, [])) for row in schemes])


class OneScheme(Door):
    """One scheme with its editions whole."""

    says = _("一个称号及其各版规则的全文：条件、评分、材料、期限、有效期、依据与核对情况。")
    shape = shapes.SchemeWithRules
    many = False

    def get(self, request: Request, code: str) -> Response:
        row = Scheme.objects.filter(code=code).first()
        if row is None:
            raise Http404
        editions = list(row.editions.order_by(*EARLIEST))
        return Response({**scheme(row, editions), "editions": [whole(each) for each in editions]})


def scheme(row: Scheme, editions: list[Edition]) -> dict[str, Any]:
    return {
        "code": row.code,
        "name_zh": row.name_zh,
        "name_en": row.name_en,
        "rung": row.rung,
        "track": row.track,
        "nature": row.nature,
        "form": row.form,
        "recognised_by": row.recognised_by,
        "recorded_by": row.recorded_by,
        "verified": row.verified,
        "editions": [head(edition) for edition in editions],
    }


def head(row: Edition) -> dict[str, Any]:
    """An edition without its rules: what it is called, when it holds, on what it rests."""
    return {
        "code": row.code,
        "name_zh": row.name_zh,
        "name_en": row.name_en,
        "in_force_from": day_text(row.in_force_from),
        "in_force_until": day_text(row.in_force_until),
        "road": row.road,
        "verified": row.verified,
        "references": row.basis,
    }


def whole(row: Edition) -> dict[str, Any]:
    """An edition with its rules as published, its digest, and the sources behind its mark."""
    known, keys = sources(), row.rules.get("sources", [])
    return {
        **head(row),
        "digest": row.digest,
        "sources": [{"key": key, **known.get(key, {})} for key in keys],
        "rules": row.rules,
    }


@cache
def sources() -> dict[str, dict[str, str]]:
    """What each source key stands for; read once, the file changes with a release only."""
    return dict(seeds.sources())
