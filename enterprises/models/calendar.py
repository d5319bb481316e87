"""The State Council's working days, a row for each day that differs from the plain week."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from enterprises.models.naming import Verified


class CalendarYear(models.Model):
    """工作日历: a year for which the State Council's notice is loaded."""

    year = models.PositiveSmallIntegerField(_("年度"), unique=True)
    notice = models.CharField(_("通知文号"), max_length=60, blank=True)
    verified = models.CharField(_("核对"), max_length=8, choices=Verified.choices)

    class Meta:
        verbose_name = _("工作日历")
        verbose_name_plural = pgettext_lazy("plural", "工作日历")
        ordering = ["year"]

    def __str__(self) -> str:
        return str(self.year)


class CalendarDay(models.Model):
    """A weekday that is off, or a weekend day that is worked (调休)."""

    year = models.ForeignKey(CalendarYear, models.PROTECT, related_name="days")
    day = models.DateField(_("日期"), unique=True)
    is_workday = models.BooleanField(_("上班"))

    class Meta:
        verbose_name = _("调整日")
        verbose_name_plural = pgettext_lazy("plural", "调整日")
        ordering = ["day"]

    def __str__(self) -> str:
        return f"{self.day:%Y-%m-%d}"
