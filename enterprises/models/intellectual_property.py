"""What an enterprise invented and where it invents: intellectual property and R&D bodies."""

from datetime import date
from typing import Self

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from enterprises.models.enterprise import Enterprise
from enterprises.models.spans import Span


class RightQuerySet(models.QuerySet["IntellectualProperty"]):
    def living_on(self, day: date) -> Self:
        """Granted by the day and not lapsed by then."""
        return self.filter(granted_on__lte=day).exclude(lapsed_on__lte=day)


class IntellectualProperty(models.Model):
    """知识产权: a granted right; class I and class II as 国科发火〔2016〕195号 divides them."""

    class Kind(models.TextChoices):
        INVENTION = "invention", _("发明专利")
        PLANT_VARIETY = "plant_variety", _("植物新品种")
        CIRCUIT_LAYOUT = "circuit_layout", _("集成电路布图设计专有权")
        NEW_DRUG = "new_drug", _("国家新药")
        UTILITY_MODEL = "utility_model", _("实用新型专利")
        DESIGN = "design", _("外观设计专利")
        SOFTWARE = "software", _("软件著作权")

    CLASS_ONE = (Kind.INVENTION, Kind.PLANT_VARIETY, Kind.CIRCUIT_LAYOUT, Kind.NEW_DRUG)

    class Origin(models.TextChoices):
        OWN = "own", _("自主研发")
        TRANSFER = "transfer", _("受让")
        OTHER = "other", _("受赠或并购")

    enterprise = models.ForeignKey(Enterprise, models.PROTECT, related_name="property_rights")
    kind = models.CharField(_("类型"), max_length=16, choices=Kind.choices)
    number = models.CharField(_("授权号"), max_length=40)
    title = models.CharField(_("名称"), max_length=200)
    granted_on = models.DateField(_("授权日"))
    lapsed_on = models.DateField(_("失效日"), null=True, blank=True)
    origin = models.CharField(_("获得方式"), max_length=10, choices=Origin.choices)

    objects = RightQuerySet.as_manager()

    class Meta:
        verbose_name = _("知识产权")
        verbose_name_plural = pgettext_lazy("plural", "知识产权")
        ordering = ["granted_on"]
        constraints = [
            models.UniqueConstraint(
                fields=["enterprise", "kind", "number"], name="a_right_is_recorded_once"
            )
        ]

    def __str__(self) -> str:
        return self.title


class ResearchBody(Span):
    """研发机构: a recognised R&D body of the enterprise, with the level that recognised it."""

    class Level(models.IntegerChoices):
        BELOW_CITY = 1, _("市级以下")
        CITY = 2, _("市级")
        PROVINCE = 3, _("省级")
        NATIONAL = 4, _("国家级")

    enterprise = models.ForeignKey(Enterprise, models.PROTECT, related_name="research_bodies")
    name = models.CharField(_("名称"), max_length=120)
    level = models.PositiveSmallIntegerField(_("级别"), choices=Level.choices)

    class Meta:
        verbose_name = _("研发机构")
        verbose_name_plural = pgettext_lazy("plural", "研发机构")

    def __str__(self) -> str:
        return self.name
