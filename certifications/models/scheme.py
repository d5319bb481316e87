"""Schemes (the rungs) and their dated editions (the rules)."""

from datetime import date
from typing import Any, Self

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from enterprises.models.naming import Named, Verified
from enterprises.punctuation import series


class Scheme(Named):
    """称号: something an enterprise can hold, at its rung of the ladder."""

    class Form(models.TextChoices):
        NUMBER = "number", _("登记编号")
        CERTIFICATE = "certificate", _("证书")
        LISTING = "listing", _("名单")
        NONE = "none", _("无")

    code = models.CharField(_("代码"), max_length=40, unique=True)
    rung = models.PositiveSmallIntegerField(_("梯级"))
    track = models.CharField(_("路径"), max_length=20)
    nature = models.CharField(_("性质"), max_length=20)
    form = models.CharField(_("形式"), max_length=12, choices=Form.choices)
    recognised_by = models.CharField(_("认定机关"), max_length=120)
    recorded_by = models.CharField(_("登记系统"), max_length=12)
    relations = models.JSONField(_("与其他称号的关系"), default=dict)
    order = models.PositiveSmallIntegerField(_("次序"))
    verified = models.CharField(_("核对"), max_length=8, choices=Verified.choices)

    class Meta:
        verbose_name = _("称号")
        verbose_name_plural = pgettext_lazy("plural", "称号")
        ordering = ["rung", "order"]


class EditionQuerySet(models.QuerySet["Edition"]):
    def in_force_on(self, day: date) -> Self:
        started = Q(in_force_from__isnull=True) | Q(in_force_from__lte=day)
        lasting = Q(in_force_until__isnull=True) | Q(in_force_until__gte=day)
        return self.filter(started & lasting)

    def kept_for_renewals_on(self, day: date) -> Self:
        """Replaced already, but by decree still judging renewals on the day (〔2026〕117号)."""
        return self.filter(in_force_until__lt=day, renewals_until__gte=day)


class Edition(Named):
    """版本: the rules of a scheme as they stand from a day; published, it never changes."""

    scheme = models.ForeignKey(
        Scheme, models.PROTECT, related_name="editions", verbose_name=_("称号")
    )
    code = models.CharField(_("版本"), max_length=20)
    in_force_from = models.DateField(_("施行"), null=True, blank=True)
    in_force_until = models.DateField(_("废止"), null=True, blank=True)
    renewals_until = models.DateField(_("复核沿用至"), null=True, blank=True)
    road = models.CharField(_("程序"), max_length=30)
    rules = models.JSONField(_("规则"))
    digest = models.CharField(_("摘要"), max_length=64)
    notation = models.PositiveSmallIntegerField(_("写法"), default=1)
    verified = models.CharField(_("核对"), max_length=8, choices=Verified.choices)

    objects = EditionQuerySet.as_manager()

    class Meta:
        verbose_name = _("规则版本")
        verbose_name_plural = pgettext_lazy("plural", "规则版本")
        ordering = ["scheme", "-in_force_from"]
        constraints = [
            models.UniqueConstraint(fields=["scheme", "code"], name="an_edition_is_published_once")
        ]

    @property
    def basis(self) -> list[dict[str, Any]]:
        """The documents and clauses it rests on."""
        return list(self.rules.get("basis", []))

    @property
    def basis_says(self) -> str:
        return series(
            " ".join(filter(None, (item.get("number"), item.get("clause")))) or item["document"]
            for item in self.basis
        )

    @property
    def is_verified(self) -> bool:
        """Checked as a whole: by its file, or since by a named officer (`confirming`)."""
        return self.verified == Verified.YES or self.confirmations.filter(item="edition").exists()
