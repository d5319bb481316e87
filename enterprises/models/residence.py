"""Where an enterprise was on a day, and what it did, by dated rows."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from enterprises.models.enterprise import Enterprise
from enterprises.models.naming import Named
from enterprises.models.places import District, Zone
from enterprises.models.spans import Span


class Residence(Span):
    """住所: the district (and zone) an enterprise is registered in, from a day to a day."""

    enterprise = models.ForeignKey(Enterprise, models.PROTECT, related_name="residences")
    district = models.ForeignKey(
        District, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("区市")
    )
    zone = models.ForeignKey(
        Zone, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("功能区")
    )
    address = models.CharField(_("地址"), max_length=300, blank=True)

    class Meta:
        verbose_name = _("住所")
        verbose_name_plural = pgettext_lazy("plural", "住所")
        ordering = ["since"]
        constraints = [
            models.UniqueConstraint(
                fields=["enterprise"],
                condition=Q(until__isnull=True),
                name="an_enterprise_lives_in_one_place_at_a_time",
            )
        ]
        indexes = [models.Index(fields=["district", "enterprise"], name="residence_by_district")]

    def __str__(self) -> str:
        return f"{self.district or _('未定区市')} {self.address}".strip()


class Industry(Named):
    """行业: a section (门类) or division (大类) of GB/T 4754-2017."""

    class Level(models.TextChoices):
        SECTION = "section", _("门类")
        DIVISION = "division", _("大类")

    code = models.CharField(_("行业代码"), max_length=4, unique=True)
    level = models.CharField(_("层级"), max_length=10, choices=Level.choices)
    parent = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("门类")
    )

    class Meta:
        verbose_name = _("行业")
        verbose_name_plural = pgettext_lazy("plural", "行业")
        ordering = ["code"]


class IndustrySpan(Span):
    """所属行业: the division an enterprise works in, from a day to a day."""

    enterprise = models.ForeignKey(Enterprise, models.PROTECT, related_name="industries")
    industry = models.ForeignKey(Industry, models.PROTECT, related_name="+", verbose_name=_("行业"))

    class Meta:
        verbose_name = _("所属行业")
        verbose_name_plural = pgettext_lazy("plural", "所属行业")
        constraints = [
            models.UniqueConstraint(
                fields=["enterprise"],
                condition=Q(until__isnull=True),
                name="an_enterprise_has_one_industry_at_a_time",
            )
        ]

    def __str__(self) -> str:
        return str(self.industry)
