"""The legal person: one row for each credit code, with its names, listings and successors."""

from datetime import date
from typing import Self

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from enterprises.models.spans import Span


class EnterpriseQuerySet(models.QuerySet["Enterprise"]):
    """Enterprises, as lists need them."""

    def named(self, words: str) -> Self:
        """Today's or a former name holds the words, or the code starts with them."""
        words = words.strip()
        return self.filter(
            Q(name__contains=words)
            | Q(credit_code__startswith=words.upper())
            | Q(pk__in=NameSpan.objects.filter(name__contains=words).values("enterprise"))
        )


class Enterprise(models.Model):
    """企业: a legal person (or a branch, which holds no title), known by its credit code."""

    class Kind(models.TextChoices):
        LEGAL_PERSON = "legal_person", _("法人")
        BRANCH = "branch", _("分支机构")

    credit_code = models.CharField(_("统一社会信用代码"), max_length=18, unique=True)
    code_accepted_because = models.CharField(_("校验不符的采信理由"), max_length=200, blank=True)
    name = models.CharField(_("企业名称"), max_length=200, db_index=True)
    initials = models.CharField(_("拼音首字母"), max_length=80, blank=True, db_index=True)
    kind = models.CharField(
        _("类型"), max_length=12, choices=Kind.choices, default=Kind.LEGAL_PERSON
    )
    registered_on = models.DateField(_("成立日期"), null=True, blank=True)
    capital = models.DecimalField(
        _("注册资本（元）"), max_digits=20, decimal_places=2, null=True, blank=True
    )
    capital_currency = models.CharField(_("币种"), max_length=20, blank=True)
    business_scope = models.TextField(_("经营范围"), blank=True)
    source = models.CharField(_("来源"), max_length=120, blank=True)
    is_demo = models.BooleanField(_("演示"), default=False)

    objects = EnterpriseQuerySet.as_manager()

    class Meta:
        verbose_name = _("企业")
        verbose_name_plural = pgettext_lazy("plural", "企业")
        ordering = ["credit_code"]
        constraints = [
            models.CheckConstraint(condition=~Q(name=""), name="an_enterprise_has_a_name"),
        ]

    def __str__(self) -> str:
        return self.name

    def name_on(self, day: date) -> str:
        """What it was called on a day; today's name before records begin."""
        span = self.names.on(day).order_by("since").last()
        return span.name if span else self.name


class NameSpan(Span):
    """曾用名与现用名: what an enterprise was called from a day to a day."""

    enterprise = models.ForeignKey(Enterprise, models.PROTECT, related_name="names")
    name = models.CharField(_("名称"), max_length=200, db_index=True)

    class Meta:
        verbose_name = _("企业名称")
        verbose_name_plural = pgettext_lazy("plural", "企业名称")
        ordering = ["since"]
        constraints = [
            models.UniqueConstraint(
                fields=["enterprise"],
                condition=Q(until__isnull=True),
                name="an_enterprise_has_one_name_at_a_time",
            )
        ]

    def __str__(self) -> str:
        return self.name


class Succession(models.Model):
    """承继: what became of an enterprise that merged, split or was taken over."""

    class Kind(models.TextChoices):
        MERGER = "merger", _("合并")
        DIVISION = "division", _("分立")
        TRANSFORMATION = "transformation", _("改制")

    predecessor = models.ForeignKey(Enterprise, models.PROTECT, related_name="successions")
    successor = models.ForeignKey(Enterprise, models.PROTECT, related_name="origins")
    on = models.DateField(_("日期"))
    kind = models.CharField(_("方式"), max_length=16, choices=Kind.choices)

    class Meta:
        verbose_name = _("承继")
        verbose_name_plural = pgettext_lazy("plural", "承继")
        constraints = [
            models.UniqueConstraint(
                fields=["predecessor", "successor"], name="a_succession_is_recorded_once"
            ),
            models.CheckConstraint(
                condition=~Q(predecessor=models.F("successor")),
                name="an_enterprise_does_not_succeed_itself",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.predecessor} → {self.successor}"


class AdverseListing(Span):
    """名录: the enterprise is on the abnormal-operation or serious-dishonesty list."""

    class Kind(models.TextChoices):
        ABNORMAL = "abnormal", _("经营异常名录")
        DISHONEST = "dishonest", _("严重违法失信名单")

    enterprise = models.ForeignKey(Enterprise, models.PROTECT, related_name="listings")
    kind = models.CharField(_("名录"), max_length=10, choices=Kind.choices)
    source = models.CharField(_("来源"), max_length=200)

    class Meta:
        verbose_name = _("名录记录")
        verbose_name_plural = pgettext_lazy("plural", "名录记录")

    def __str__(self) -> str:
        return self.get_kind_display()
