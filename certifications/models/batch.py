"""Batches: when applications for a scheme are taken, and by which edition."""

from datetime import date
from typing import Self

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from certifications.models.scheme import Edition, Scheme
from enterprises.models.naming import Named


class BatchQuerySet(models.QuerySet["Batch"]):
    def open_on(self, day: date) -> Self:
        return self.filter(opens_on__lte=day, closes_on__gte=day)


class Batch(Named):
    """批次: a window in which one scheme takes applications, new or for renewal."""

    class Kind(models.TextChoices):
        NEW = "new", _("首次申报")
        RENEWAL = "renewal", _("复核或重新认定")

    code = models.CharField(_("代码"), max_length=40, unique=True)
    scheme = models.ForeignKey(
        Scheme, models.PROTECT, related_name="batches", verbose_name=_("称号")
    )
    edition = models.ForeignKey(
        Edition, models.PROTECT, related_name="batches", verbose_name=_("规则版本")
    )
    kind = models.CharField(_("种类"), max_length=8, choices=Kind.choices)
    opens_on = models.DateField(_("开始"))
    closes_on = models.DateField(_("截止"))
    is_demo = models.BooleanField(_("演示"), default=False)

    objects = BatchQuerySet.as_manager()

    class Meta:
        verbose_name = _("申报批次")
        verbose_name_plural = pgettext_lazy("plural", "申报批次")
        ordering = ["-opens_on", "code"]
        constraints = [
            models.CheckConstraint(
                condition=Q(closes_on__gte=F("opens_on")),
                name="a_batch_closes_after_it_opens",
            )
        ]

    def is_open_on(self, day: date) -> bool:
        return self.opens_on <= day <= self.closes_on
