"""The cultivation pool: who could climb, as the last nightly sweep found it."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from certifications.models.scheme import Edition, Scheme
from enterprises.models import Enterprise


class Prospect(models.Model):
    """培育对象: an enterprise that qualifies for a scheme, or lacks one thing only."""

    class Outlook(models.TextChoices):
        ELIGIBLE = "eligible", _("数据已符合")
        NEAR = "near", _("只差一项")

    enterprise = models.ForeignKey(
        Enterprise, models.PROTECT, related_name="prospects", verbose_name=_("企业")
    )
    scheme = models.ForeignKey(
        Scheme, models.PROTECT, related_name="prospects", verbose_name=_("称号")
    )
    edition = models.ForeignKey(
        Edition, models.PROTECT, related_name="+", verbose_name=_("规则版本")
    )
    outlook = models.CharField(_("情形"), max_length=8, choices=Outlook.choices)
    gap = models.JSONField(_("差什么"), default=list)
    left_open = models.PositiveSmallIntegerField(_("待说明或判断的条件数"), default=0)
    as_of = models.DateField(_("截至"))

    class Meta:
        verbose_name = _("培育对象")
        verbose_name_plural = pgettext_lazy("plural", "培育库")
        ordering = ["scheme", "outlook", "enterprise"]
        constraints = [
            models.UniqueConstraint(
                fields=["enterprise", "scheme"], name="an_enterprise_is_in_the_pool_once_a_scheme"
            )
        ]
        indexes = [models.Index(fields=["scheme", "outlook"], name="pool_by_scheme")]

    def __str__(self) -> str:
        return f"{self.enterprise} → {self.scheme}"


class SpentRight(models.Model):
    """已用知识产权: a class II right that one successful recognition used up (〔2016〕195号)."""

    right = models.OneToOneField(
        "enterprises.IntellectualProperty", models.PROTECT, related_name="+"
    )
    certification = models.ForeignKey(
        "certifications.Certification", models.PROTECT, related_name="spent_rights"
    )

    class Meta:
        verbose_name = _("已用知识产权")
        verbose_name_plural = pgettext_lazy("plural", "已用知识产权")

    def __str__(self) -> str:
        return f"{self.right} · {self.certification}"
