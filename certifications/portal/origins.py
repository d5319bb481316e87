"""Where the figures on a form come from: which version brought each value, when, from whom."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from enterprises.models import Enterprise, YearlyFigures
from enterprises.templatetags.reading import moment


@dataclass(frozen=True)
class YearKnown:
    """The latest version of a year's figures, and the origin of each value in words."""

    latest: YearlyFigures | None
    origins: Mapping[str, str]

    @property
    def version(self) -> int:
        return self.latest.version if self.latest else 0

    def values(self, codes: Iterable[str]) -> dict[str, Any]:
        return {code: getattr(self.latest, code, None) for code in codes}


def year_known(enterprise: Enterprise, year: int, codes: Iterable[str]) -> YearKnown:
    """What is known of a year, each value traced to the version that brought it."""
    versions = list(
        YearlyFigures.objects.filter(enterprise=enterprise, year=year)
        .select_related("entered_by")
        .order_by("-version")
    )
    if not versions:
        return YearKnown(None, {})
    origins = {
        code: says_origin(_brought_by(versions, code))
        for code in codes
        if getattr(versions[0], code) is not None
    }
    return YearKnown(versions[0], origins)


def _brought_by(versions: list[YearlyFigures], code: str) -> YearlyFigures:
    """The earliest version since which the value has stood as it is."""
    brought = versions[0]
    for version in versions:
        if getattr(version, code) != getattr(versions[0], code):
            break
        brought = version
    return brought


def says_origin(row: YearlyFigures) -> str:
    """来源 · 版次 · 时间 · 状态, in words."""
    return _("已有数据：%(source)s · 第 %(version)d 版 · %(at)s · %(state)s") % {
        "source": says_source(row),
        "version": row.version,
        "at": moment(row.entered_at),
        "state": row.get_state_display(),
    }


def says_source(row: YearlyFigures) -> str:
    """The source as people say it; a figure stated in a case names the case and the person."""
    kind, _slash, reference = row.source.partition("/")
    if kind == "application" and reference:
        by = _("（%(person)s 填报）") % {"person": row.entered_by} if row.entered_by else ""
        return _("申请 %(reference)s") % {"reference": reference} + by
    return row.source or _("来源未注明")
