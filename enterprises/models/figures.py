"""Yearly figures of an enterprise: never overwritten, a correction is a new version."""

from typing import TYPE_CHECKING, Self

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from enterprises.models.enterprise import Enterprise
from enterprises.models.people import User

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise


def money(label: "_StrPromise") -> "models.DecimalField":
    """A sum in yuan, or unknown."""
    return models.DecimalField(label, max_digits=18, decimal_places=2, null=True, blank=True)


def head_count(label: "_StrPromise") -> "models.PositiveIntegerField":
    """A number of people, or unknown."""
    return models.PositiveIntegerField(label, null=True, blank=True)


class FiguresQuerySet(models.QuerySet["YearlyFigures"]):
    def latest_versions(self) -> Self:
        return self.filter(is_latest=True)


class YearlyFigures(models.Model):
    """年度数据: what an enterprise states for one year (money in yuan); empty means unknown."""

    class State(models.TextChoices):
        CLAIMED = "claimed", _("企业填报")
        VERIFIED = "verified", _("已核实")
        CONFLICTING = "conflicting", _("存在矛盾")

    enterprise = models.ForeignKey(Enterprise, models.PROTECT, related_name="figures")
    year = models.PositiveSmallIntegerField(_("年度"))
    version = models.PositiveSmallIntegerField(_("版次"), default=1)
    is_latest = models.BooleanField(default=True)
    state = models.CharField(_("状态"), max_length=12, choices=State.choices, default=State.CLAIMED)
    entered_by = models.ForeignKey(
        User, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("填报人")
    )
    entered_at = models.DateTimeField(_("填报时间"))
    reason = models.CharField(_("更正理由"), max_length=200, blank=True)
    source = models.CharField(_("来源"), max_length=120, blank=True)

    revenue = money(_("营业收入"))
    main_revenue = money(_("主营业务收入"))
    main_product_revenue = money(_("主导产品收入"))
    hightech_income = money(_("高新技术产品（服务）收入"))
    total_income = money(_("总收入"))
    rd_spend = money(_("研究开发费用"))
    rd_spend_domestic = money(_("境内研究开发费用"))
    costs_and_expenses = money(_("成本费用"))
    total_assets = money(_("资产总额"))
    total_liabilities = money(_("负债总额"))
    net_assets = money(_("净资产"))
    net_profit = money(_("净利润"))
    new_equity = money(_("新增合格股权融资"))
    employees = head_count(_("职工总数"))
    tech_staff = head_count(_("科技人员"))
    rd_staff = head_count(_("研发人员"))

    objects = FiguresQuerySet.as_manager()

    class Meta:
        verbose_name = _("年度数据")
        verbose_name_plural = pgettext_lazy("plural", "年度数据")
        ordering = ["-year", "-version"]
        constraints = [
            models.UniqueConstraint(
                fields=["enterprise", "year", "version"], name="a_version_of_a_year_is_entered_once"
            ),
            models.UniqueConstraint(
                fields=["enterprise", "year"],
                condition=Q(is_latest=True),
                name="a_year_has_one_latest_version",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.enterprise} {self.year}"


MONEY_FIGURES = (
    "revenue", "main_revenue", "main_product_revenue", "hightech_income", "total_income",
    "rd_spend", "rd_spend_domestic", "costs_and_expenses", "total_assets", "total_liabilities",
    "net_assets", "net_profit", "new_equity",
)  # fmt: skip
HEAD_COUNTS = ("employees", "tech_staff", "rd_staff")
FIGURES = MONEY_FIGURES + HEAD_COUNTS
# A loss, and debts above assets, are real; every other sum below nought is a slip of the pen.
MAY_BE_NEGATIVE = ("net_profit", "net_assets")
