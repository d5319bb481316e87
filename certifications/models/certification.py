"""Certifications (称号): a scheme held by an enterprise from a day to a day, inclusive."""

from datetime import date
from typing import Self

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from certifications.models.application import Application
from certifications.models.scheme import Edition, Scheme
from enterprises.models import Enterprise


class CertificationQuerySet(models.QuerySet["Certification"]):
    def held_on(self, day: date) -> Self:
        """Those that hold on a day: begun, not past their last day, not ended early."""
        return self.filter(
            Q(valid_until__isnull=True) | Q(valid_until__gte=day),
            Q(ended_on__isnull=True) | Q(ended_on__gt=day),
            valid_from__lte=day,
        )

    def ending_within(self, day: date, days: int) -> Self:
        """Held on the day, with a last day at most `days` days away."""
        return self.held_on(day).filter(
            valid_until__isnull=False, valid_until__lte=date.fromordinal(day.toordinal() + days)
        )


class Certification(models.Model):
    """称号记录: number, span, form and who conferred it; `valid_until` is the last day it holds."""

    class Source(models.TextChoices):
        CASE = "case", _("本系统认定")
        LIST = "list", _("官方名单导入")
        DEMO = "demo", _("演示数据")

    enterprise = models.ForeignKey(
        Enterprise, models.PROTECT, related_name="certifications", verbose_name=_("企业")
    )
    scheme = models.ForeignKey(
        Scheme, models.PROTECT, related_name="certifications", verbose_name=_("称号")
    )
    edition = models.ForeignKey(
        Edition, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("规则版本")
    )
    application = models.OneToOneField(
        Application, models.PROTECT, null=True, blank=True, related_name="certification"
    )
    number = models.CharField(_("编号"), max_length=40)
    conferred_by = models.CharField(_("认定机关"), max_length=120)
    issued_on = models.DateField(_("发证日"))
    announced_on = models.DateField(_("公布日"), null=True, blank=True)
    valid_from = models.DateField(_("有效期起"))
    valid_until = models.DateField(_("有效期止"), null=True, blank=True)
    ended_on = models.DateField(_("撤销或注销日"), null=True, blank=True)
    ended_because = models.CharField(_("撤销或注销原因"), max_length=200, blank=True)
    source = models.CharField(_("来源"), max_length=6, choices=Source.choices)
    source_says = models.CharField(_("来源名单与行号"), max_length=160, blank=True)
    recorded_at = models.DateTimeField(_("登记时间"))

    objects = CertificationQuerySet.as_manager()

    class Meta:
        verbose_name = _("称号记录")
        verbose_name_plural = pgettext_lazy("plural", "称号记录")
        ordering = ["-valid_from", "number"]
        constraints = [
            models.UniqueConstraint(
                fields=["scheme", "number"], name="a_number_is_given_once_within_a_scheme"
            ),
            models.CheckConstraint(
                condition=Q(valid_until__isnull=True) | Q(valid_until__gte=F("valid_from")),
                name="a_certification_ends_after_it_begins",
            ),
            models.CheckConstraint(
                condition=Q(ended_on__isnull=True) | ~Q(ended_because=""),
                name="an_ended_certification_says_why",
            ),
        ]
        indexes = [
            models.Index(fields=["scheme", "valid_from", "valid_until"], name="held_by_scheme"),
            models.Index(fields=["valid_until"], name="certification_last_day"),
        ]

    def __str__(self) -> str:
        return f"{self.scheme} {self.number}"

    @property
    def last_day(self) -> date | None:
        """The last day it really holds, an early end included; None when it has no end."""
        if self.ended_on is None:
            return self.valid_until
        eve = date.fromordinal(self.ended_on.toordinal() - 1)
        return min(eve, self.valid_until) if self.valid_until else eve

    def is_held_on(self, day: date) -> bool:
        return self.valid_from <= day and (self.last_day is None or day <= self.last_day)


class Document(models.Model):
    """证件: a paper or extract made out for a certification; a renamed firm gets a new one."""

    certification = models.ForeignKey(Certification, models.PROTECT, related_name="documents")
    name = models.CharField(_("证件上的企业名称"), max_length=200)
    issued_on = models.DateField(_("制发日"))
    because = models.CharField(_("制发原因"), max_length=100)

    class Meta:
        verbose_name = _("证件")
        verbose_name_plural = pgettext_lazy("plural", "证件")
        ordering = ["issued_on", "id"]

    def __str__(self) -> str:
        return f"{self.certification} {self.name}"
