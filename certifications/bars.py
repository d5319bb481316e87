"""Bars after revocation: until when a title may not be applied for again, only where the law has a bar."""

from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from certifications.editions import years_later
from certifications.models import Certification, Edition
from enterprises.models import Enterprise

REVOKED = "撤销"  # what the reason of a revocation says; a title that was given up bars nobody


@dataclass(frozen=True)
class Bar:
    """From the day of revocation to the first day on which an application is free again."""

    since: date
    until: date
    years: int

    @property
    def says(self) -> str:
        says = _("称号于 %(ended)s 撤销，%(years)d 年内不得再次申报，至 %(until)s")
        return says % {"ended": self.since, "years": self.years, "until": self.until}


def bar_on(edition: Edition, enterprise: Enterprise, on: date) -> Bar | None:
    """The bar that lies on an enterprise for a title on a day; None where there is none."""
    years = edition.rules.get("bar_years")
    row = revoked(edition).filter(enterprise=enterprise).first() if years else None
    if row is None or row.ended_on is None:
        return None
    bar = Bar(row.ended_on, years_later(row.ended_on, int(years)), int(years))
    return bar if bar.until > on else None


def barred_from(edition: Edition, on: date) -> set[int]:
    """The enterprises (by id) that are barred from a title on a day."""
    years = edition.rules.get("bar_years")
    if not years:
        return set()
    return {
        row.enterprise_id
        for row in revoked(edition)
        if row.ended_on and years_later(row.ended_on, int(years)) > on
    }


def revoked(edition: Edition) -> QuerySet[Certification]:
    """The certifications of the title that were revoked, the last first."""
    ended = Certification.objects.filter(scheme=edition.scheme_id, ended_on__isnull=False)
    return ended.filter(ended_because__contains=REVOKED).order_by("-ended_on")
