"""Ties between enterprises (control, group), and scores that others compute."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from enterprises.models.enterprise import Enterprise
from enterprises.models.people import User
from enterprises.models.spans import Span


class Relation(Span):
    """关联关系: one enterprise controls another, or both belong to one group."""

    class Kind(models.TextChoices):
        CONTROL = "control", _("控股")
        GROUP = "group", _("同一集团")

    enterprise = models.ForeignKey(
        Enterprise, models.PROTECT, related_name="relations", verbose_name=_("企业")
    )
    other = models.ForeignKey(
        Enterprise, models.PROTECT, related_name="relations_from", verbose_name=_("关联企业")
    )
    kind = models.CharField(_("关系"), max_length=8, choices=Kind.choices)
    source = models.CharField(_("来源"), max_length=200)

    class Meta:
        verbose_name = _("关联关系")
        verbose_name_plural = pgettext_lazy("plural", "关联关系")
        constraints = [
            models.UniqueConstraint(
                fields=["enterprise", "other", "kind"],
                condition=Q(until__isnull=True),
                name="a_relation_is_recorded_once",
            ),
            models.CheckConstraint(
                condition=~Q(enterprise=F("other")), name="an_enterprise_is_no_kin_of_itself"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.enterprise} · {self.get_kind_display()} · {self.other}"


class ExternalScore(models.Model):
    """外部评分: a score that a platform or an agency gave for a year; stored, never recomputed."""

    enterprise = models.ForeignKey(
        Enterprise, models.PROTECT, related_name="external_scores", verbose_name=_("企业")
    )
    fact = models.CharField(_("评分"), max_length=40)
    year = models.PositiveSmallIntegerField(_("年度"))
    value = models.DecimalField(_("得分"), max_digits=6, decimal_places=2)
    source = models.CharField(_("来源"), max_length=200)
    recorded_by = models.ForeignKey(
        User, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("登记人")
    )
    recorded_at = models.DateTimeField(_("登记时间"))
    withdrawn_because = models.CharField(_("撤回原因"), max_length=200, blank=True)

    class Meta:
        verbose_name = _("外部评分")
        verbose_name_plural = pgettext_lazy("plural", "外部评分")
        ordering = ["-year"]
        constraints = [
            models.UniqueConstraint(
                fields=["enterprise", "fact", "year"],
                condition=Q(withdrawn_because=""),
                name="a_year_has_one_external_score",
            )
        ]

    def __str__(self) -> str:
        return f"{self.enterprise} {self.year} {self.value}"
