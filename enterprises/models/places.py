"""Where: districts with their GB/T 2260 codes, today's and former, and functional zones."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from enterprises.models.naming import Named, Verified
from enterprises.models.spans import Span


class District(Named, Span):
    """区市: an administrative division by its GB/T 2260 code; a former one names its successor."""

    class Level(models.TextChoices):
        CITY = "city", _("市")
        DISTRICT = "district", _("区")
        COUNTY_CITY = "county_city", _("县级市")

    code = models.CharField(_("区划代码"), max_length=6, unique=True)
    level = models.CharField(_("级别"), max_length=12, choices=Level.choices)
    parent = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("上级")
    )
    successor = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("并入")
    )

    class Meta:
        verbose_name = _("区市")
        verbose_name_plural = pgettext_lazy("plural", "区市")
        ordering = ["code"]


class Zone(Named):
    """功能区: an area of its own that overlaps districts; optional for an enterprise."""

    code = models.CharField(_("代码"), max_length=20, unique=True)
    stat_code = models.CharField(_("统计代码"), max_length=6, blank=True)
    districts = models.ManyToManyField(District, related_name="+", verbose_name=_("所涉区市"))
    verified = models.CharField(_("核对"), max_length=8, choices=Verified.choices)

    class Meta:
        verbose_name = _("功能区")
        verbose_name_plural = pgettext_lazy("plural", "功能区")
        ordering = ["code"]
