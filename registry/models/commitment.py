"""Commitments: every sentence of the city's report, as it was read."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from enterprises.models import Office
from enterprises.models.naming import Verified, in_language


class Commitment(models.Model):
    """承诺: one sentence (or part) of the government work report and what it commits the city to."""

    class Reading(models.TextChoices):
        QUANTIFIED = "quantified", _("量化目标")
        MILESTONE = "milestone", _("节点事项")
        DIRECTION = "direction", _("工作方向")
        NOT_OURS = "not_ours", _("不属本系统")

    class Measure(models.TextChoices):
        STOCK = "stock", _("存量")
        FLOW = "flow", _("增量")
        LEVEL = "level", _("总量")
        GROWTH = "growth", _("增速")
        RATIO = "ratio", _("比率")
        MULTIPLE = "multiple", _("倍数")

    class Comparison(models.TextChoices):
        AT_LEAST = "at_least", _("达到")
        MORE_THAN = "more_than", _("突破")
        EQUAL = "equal", _("等于")
        FULL_COVERAGE = "full_coverage", _("全覆盖")

    year = models.PositiveSmallIntegerField(_("年度"))
    code = models.CharField(_("代码"), max_length=60)
    paragraph_zh = models.CharField(_("段落"), max_length=60)
    paragraph_en = models.CharField(_("段落（英文）"), max_length=120, blank=True)
    sentence = models.PositiveSmallIntegerField(_("句次"))
    order = models.PositiveSmallIntegerField(_("次序"))
    says_zh = models.TextField(_("报告原文"))
    says_en = models.TextField(_("英文"))
    reading = models.CharField(_("性质"), max_length=12, choices=Reading.choices)
    reason_zh = models.TextField(_("理由"), blank=True)
    reason_en = models.TextField(_("理由（英文）"), blank=True)
    indicator = models.CharField(_("指标"), max_length=60, blank=True)
    measure = models.CharField(_("口径"), max_length=10, choices=Measure.choices, blank=True)
    comparison = models.CharField(_("比较"), max_length=14, choices=Comparison.choices, blank=True)
    comparison_word = models.CharField(_("原文用词"), max_length=20, blank=True)
    value = models.DecimalField(_("目标值"), max_digits=20, decimal_places=4, null=True, blank=True)
    unit = models.CharField(_("单位"), max_length=10, blank=True)
    period = models.CharField(_("期间"), max_length=10, blank=True)
    responsible = models.ForeignKey(
        Office, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("责任部门")
    )
    source = models.CharField(_("出处"), max_length=200)
    verified = models.CharField(_("核对"), max_length=8, choices=Verified.choices)
    is_demo = models.BooleanField(_("演示目标"), default=False)

    class Meta:
        verbose_name = _("承诺")
        verbose_name_plural = pgettext_lazy("plural", "承诺")
        ordering = ["-year", "order"]
        constraints = [
            models.UniqueConstraint(
                fields=["year", "code"], name="a_commitment_is_recorded_once_a_year"
            ),
            models.CheckConstraint(
                condition=~Q(reading="quantified")
                | (Q(value__isnull=False) & ~Q(indicator="") & ~Q(measure="") & ~Q(unit="")),
                name="a_quantified_commitment_has_value_unit_and_indicator",
            ),
            models.CheckConstraint(
                condition=~Q(reading="not_ours") | ~Q(reason_zh=""),
                name="what_is_not_ours_says_why",
            ),
        ]

    def __str__(self) -> str:
        return self.says_zh

    @property
    def says(self) -> str:
        return in_language(self.says_zh, self.says_en)

    @property
    def reason(self) -> str:
        return in_language(self.reason_zh, self.reason_en)

    @property
    def paragraph(self) -> str:
        return in_language(self.paragraph_zh, self.paragraph_en)
