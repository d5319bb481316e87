"""What reviewers found: the outcome of a review, and the defects listed when a case goes back."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from certifications.models.application import Application
from enterprises.models import User


class Review(models.Model):
    """审核记录: what a reviewer or panel concluded at one stage."""

    class Outcome(models.TextChoices):
        PASSED = "passed", _("通过")
        FAILED = "failed", _("不通过")

    application = models.ForeignKey(Application, models.PROTECT, related_name="reviews")
    stage = models.CharField(_("环节"), max_length=20)
    by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name=_("记录人"))
    on = models.DateField(_("日期"))
    outcome = models.CharField(_("结论"), max_length=8, choices=Outcome.choices)
    score = models.DecimalField(_("得分"), max_digits=5, decimal_places=2, null=True, blank=True)
    judgements = models.JSONField(_("逐条判断"), default=dict)
    note = models.TextField(_("意见"), blank=True)

    class Meta:
        verbose_name = _("审核记录")
        verbose_name_plural = pgettext_lazy("plural", "审核记录")
        ordering = ["on", "id"]

    def __str__(self) -> str:
        return f"{self.application} {self.get_outcome_display()}"


class Defect(models.Model):
    """补正事项: one thing to correct: where, what is wrong, what is wanted; and the answer."""

    class Answer(models.TextChoices):
        CHANGED = "changed", _("已更正")
        EXPLAINED = "explained", _("已说明")
        DISAGREED = "disagreed", _("有不同意见")

    application = models.ForeignKey(Application, models.PROTECT, related_name="defects")
    round = models.PositiveSmallIntegerField(_("退回次序"))
    item = models.CharField(_("所在项"), max_length=60)
    says = models.CharField(_("问题"), max_length=300)
    remedy = models.CharField(_("要求"), max_length=300)
    listed_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    listed_on = models.DateField(_("列出日"))
    answer = models.CharField(_("答复"), max_length=10, choices=Answer.choices, blank=True)
    answer_says = models.CharField(_("答复说明"), max_length=300, blank=True)
    answered_at = models.DateTimeField(_("答复时间"), null=True, blank=True)

    class Meta:
        verbose_name = _("补正事项")
        verbose_name_plural = pgettext_lazy("plural", "补正事项")
        ordering = ["round", "id"]
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(says="") & ~models.Q(remedy=""),
                name="a_defect_says_what_is_wrong_and_what_is_wanted",
            )
        ]

    def __str__(self) -> str:
        return self.says
