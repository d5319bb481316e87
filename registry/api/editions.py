"""Dated editions of the rules: each whole with its digest, sources and cases, and what changed between two."""

from functools import cache
from typing import Any

from django.db.models import F
from django.http import Http404
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from rest_framework.permissions import AllowAny
from rest_framework.request import Request
from rest_framework.response import Response

import seeds
from certifications.catalogue.edition_differences import between
from certifications.models import Confirmation, Edition, Scheme
from certifications.models.scheme import EditionQuerySet
from certifications.policy_desk.confirming import confirmed
from registry.api import shapes
from registry.api.door import Door
from registry.api.labels import day_text, label

EARLIEST = (F("in_force_from").asc(nulls_first=True), "code")


class Editions(Door):
    """The editions of one scheme, the earliest first."""

    says = _("一个称号的各版规则，由早到晚：名称、施行与废止日、复核沿用至、依据。无需密钥。")
    words = ("as_of",)
    permission_classes = [AllowAny]
    shape = shapes.Edition

    def get(self, request: Request, code: str) -> Response:
        found = editions_of(code)
        if self.asked.text("as_of"):
            found = found.in_force_on(self.as_of())
        return self.answer([head(each) for each in found])


class OneEdition(Door):
    """One edition with its rules whole."""

    says = _(
        "一版规则的全文：rules 为发布的规则，digest 为其摘要（SHA-256，不含废止日与例子），"
        "references 为依据，sources 为核对所凭，confirmations 为已对照官方文本的条目，cases 为自带的例子。无需密钥。"
    )
    permission_classes = [AllowAny]
    shape = shapes.OneEdition
    many = False

    def get(self, request: Request, code: str, edition: str) -> Response:
        found = list(editions_of(code))
        place = place_of(edition, found)
        row, earlier, later = found[place], found[:place], found[place + 1 :]
        return Response(
            {
                "scheme": label(row.scheme),
                "previous": earlier[-1].code if earlier else None,
                "next": later[0].code if later else None,
                **whole(row),
            }
        )


class Differences(Door):
    """What a newer edition changes of an older one."""

    says = _("两版规则之间的差异，逐条写明：条件、直通、评分、材料、期限、有效期与政策。无需密钥。")
    permission_classes = [AllowAny]
    shape = shapes.Differences
    many = False

    def get(self, request: Request, code: str, edition: str, other: str) -> Response:
        found = list(editions_of(code))
        older, newer = (found[place_of(each, found)] for each in (edition, other))
        return Response(
            {
                "scheme": label(older.scheme),
                "older": older.code,
                "newer": newer.code,
                "differences": [
                    {"about": line.about, "says": line.says} for line in between(older, newer)
                ],
            }
        )


def editions_of(scheme: str) -> EditionQuerySet:
    """The editions of a scheme by its code; a scheme that is not there is a 404."""
    if not Scheme.objects.filter(code=scheme).exists():
        raise Http404
    rows = Edition.objects.filter(scheme__code=scheme).select_related("scheme")
    return rows.order_by(*EARLIEST)


def place_of(code: str, found: list[Edition]) -> int:
    codes = [each.code for each in found]
    if code not in codes:
        raise Http404
    return codes.index(code)


def head(row: Edition) -> dict[str, Any]:
    """An edition without its rules: what it is called, when it holds, on what it rests."""
    return {
        "code": row.code,
        "name_zh": row.name_zh,
        "name_en": row.name_en,
        "in_force_from": day_text(row.in_force_from),
        "in_force_until": day_text(row.in_force_until),
        "renewals_until": day_text(row.renewals_until),
        "road": row.road,
        "verified": row.verified,
        "references": row.basis,
    }


def whole(row: Edition) -> dict[str, Any]:
    """An edition with its rules as published, its digest, and what its marks rest on."""
    known, keys = sources(), row.rules.get("sources", [])
    return {
        **head(row),
        "digest": row.digest,
        "sources": [{"key": key, **known.get(key, {})} for key in keys],
        "confirmations": [_confirmation(each) for each in confirmed(row).values()],
        "rules": {key: said for key, said in row.rules.items() if key != "cases"},
        "cases": row.rules.get("cases", {}),
    }


def _confirmation(row: Confirmation) -> dict[str, Any]:
    """Which row, where in the official text, and which text; the officer is named to officers only."""
    return {
        "item": row.item,
        "says": row.says,
        "text_sha256": row.paper.sha256,
        "confirmed_on": day_text(timezone.localdate(row.confirmed_at)),
    }


@cache
def sources() -> dict[str, dict[str, str]]:
    """What each source key stands for; read once, the file changes with a release only."""
    return dict(seeds.sources())
