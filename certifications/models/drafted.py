"""Editions in preparation, what was confirmed of published ones, and the city's own indicators."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from certifications.models.scheme import Edition, Scheme
from enterprises.models import Job, Office, Paper, User


class EditionDraft(models.Model):
    """规则草案: an edition as the policy desk brings it, until a second person publishes it."""

    class State(models.TextChoices):
        PREPARING = "preparing", _("起草中")
        PUBLISHED = "published", _("已发布")
        DROPPED = "dropped", _("已放弃")

    scheme = models.ForeignKey(
        Scheme, models.PROTECT, related_name="drafts", verbose_name=_("称号")
    )
    code = models.CharField(_("版本"), max_length=20)
    text = models.TextField(_("规则全文（YAML）"))
    text_digest = models.CharField(_("全文摘要"), max_length=64)
    state = models.CharField(
        _("状态"), max_length=10, choices=State.choices, default=State.PREPARING
    )
    prepared_by = models.ForeignKey(
        User, models.PROTECT, related_name="+", verbose_name=_("起草人")
    )
    prepared_at = models.DateTimeField(_("上传时间"))
    report = models.JSONField(_("自检结果"), default=dict)
    impact_job = models.ForeignKey(Job, models.PROTECT, null=True, blank=True, related_name="+")
    impact = models.JSONField(_("影响"), default=dict)
    published_by = models.ForeignKey(
        User, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("发布人")
    )
    published_at = models.DateTimeField(_("发布时间"), null=True, blank=True)
    edition = models.OneToOneField(
        Edition, models.PROTECT, null=True, blank=True, related_name="draft"
    )

    class Meta:
        verbose_name = _("规则草案")
        verbose_name_plural = pgettext_lazy("plural", "规则草案")
        ordering = ["-prepared_at"]
        constraints = [
            models.UniqueConstraint(
                fields=["scheme", "code"],
                condition=Q(state="preparing"),
                name="an_edition_is_prepared_in_one_draft",
            ),
            models.CheckConstraint(
                condition=~Q(published_by=F("prepared_by")),
                name="an_edition_is_published_by_a_second_person",
            ),
            models.CheckConstraint(
                condition=~Q(state="published")
                | Q(edition__isnull=False, published_by__isnull=False),
                name="a_published_draft_has_its_edition",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.scheme} {self.code}"


class Confirmation(models.Model):
    """依据核对: a named officer held one row of a rule against the official text, attached."""

    edition = models.ForeignKey(
        Edition, models.PROTECT, related_name="confirmations", verbose_name=_("规则版本")
    )
    item = models.CharField(_("条目"), max_length=80)
    paper = models.ForeignKey(Paper, models.PROTECT, related_name="+", verbose_name=_("官方文本"))
    file_name = models.CharField(_("文件名"), max_length=200)
    says = models.CharField(_("核对说明"), max_length=300)
    confirmed_by = models.ForeignKey(
        User, models.PROTECT, related_name="+", verbose_name=_("核对人")
    )
    confirmed_at = models.DateTimeField(_("核对时间"))

    class Meta:
        verbose_name = _("依据核对")
        verbose_name_plural = pgettext_lazy("plural", "依据核对")
        ordering = ["confirmed_at"]
        constraints = [
            models.UniqueConstraint(
                fields=["edition", "item"], name="a_row_of_a_rule_is_confirmed_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.edition} · {self.item}"


class LocalIndicators(models.Model):
    """地方特色指标: the bands that the city sets for one item of a scoring table, for one year."""

    scheme = models.ForeignKey(
        Scheme, models.PROTECT, related_name="local_indicators", verbose_name=_("称号")
    )
    item = models.CharField(_("评分项"), max_length=40)
    year = models.PositiveSmallIntegerField(_("年度"))
    owner = models.ForeignKey(Office, models.PROTECT, related_name="+", verbose_name=_("制定部门"))
    rules = models.JSONField(_("指标"))
    source = models.CharField(_("依据"), max_length=200)
    verified = models.CharField(_("核对"), max_length=8)

    class Meta:
        verbose_name = _("地方特色指标")
        verbose_name_plural = pgettext_lazy("plural", "地方特色指标")
        ordering = ["scheme", "-year", "item"]
        constraints = [
            models.UniqueConstraint(
                fields=["scheme", "item", "year"], name="a_year_has_one_set_of_local_indicators"
            )
        ]

    def __str__(self) -> str:
        return f"{self.scheme} {self.year} {self.item}"
