"""Figures that other bureaus report: what the registry cannot count itself (填报)."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from enterprises.models import Paper, User
from enterprises.models.naming import Verified, in_language


class ReportedFigure(models.Model):
    """填报数: an indicator's value for a period, as another bureau stated it; versions stay."""

    indicator = models.CharField(_("指标"), max_length=60)
    period = models.CharField(_("期间"), max_length=10)
    version = models.PositiveSmallIntegerField(_("版次"), default=1)
    value = models.DecimalField(_("数值"), max_digits=20, decimal_places=4)
    unit = models.CharField(_("单位"), max_length=10)
    as_of = models.DateField(_("数据日期"))
    source = models.CharField(_("来源"), max_length=200)
    note_zh = models.TextField(_("说明"), blank=True)
    note_en = models.TextField(_("说明（英文）"), blank=True)
    verified = models.CharField(_("核对"), max_length=8, choices=Verified.choices)
    paper = models.ForeignKey(Paper, models.PROTECT, null=True, blank=True, related_name="+")
    entered_by = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+")
    entered_at = models.DateTimeField(_("填报时间"))
    is_demo = models.BooleanField(_("演示"), default=False)

    class Meta:
        verbose_name = _("填报数")
        verbose_name_plural = pgettext_lazy("plural", "填报数")
        ordering = ["indicator", "period", "-version"]
        constraints = [
            models.UniqueConstraint(
                fields=["indicator", "period", "version"],
                name="a_version_of_a_reported_figure_is_entered_once",
            )
        ]

    def __str__(self) -> str:
        return f"{self.indicator} {self.period}"

    @property
    def note(self) -> str:
        return in_language(self.note_zh, self.note_en)
