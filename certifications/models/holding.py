"""Holdings: the coalesced spans in which an enterprise holds a scheme. What is counted."""

from datetime import date
from typing import Self

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from certifications.models.scheme import Scheme
from enterprises.models import Enterprise


class HoldingQuerySet(models.QuerySet["Holding"]):
    def on(self, day: date) -> Self:
        return self.filter(Q(last_day__isnull=True) | Q(last_day__gte=day), first_day__lte=day)


class Holding(models.Model):
    """持有期: overlapping or adjoining certifications of one scheme are one holding."""

    enterprise = models.ForeignKey(Enterprise, models.PROTECT, related_name="holdings")
    scheme = models.ForeignKey(Scheme, models.PROTECT, related_name="holdings")
    first_day = models.DateField(_("自"))
    last_day = models.DateField(pgettext_lazy("last day", "至"), null=True)

    objects = HoldingQuerySet.as_manager()

    class Meta:
        verbose_name = _("持有期")
        verbose_name_plural = pgettext_lazy("plural", "持有期")
        ordering = ["first_day"]
        constraints = [
            models.UniqueConstraint(
                fields=["enterprise", "scheme", "first_day"], name="a_holding_begins_once"
            ),
            models.CheckConstraint(
                condition=Q(last_day__isnull=True) | Q(last_day__gte=F("first_day")),
                name="a_holding_ends_after_it_begins",
            ),
        ]
        indexes = [
            models.Index(fields=["scheme", "first_day", "last_day"], name="holding_by_scheme")
        ]

    def __str__(self) -> str:
        return f"{self.enterprise} · {self.scheme}"
