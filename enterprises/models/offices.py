"""Offices: which bureau answers for which scheme, and who is posted where, all dated."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from enterprises.models.naming import Named, Verified
from enterprises.models.people import User
from enterprises.models.places import District
from enterprises.models.spans import Span


class Office(Named, Span):
    """主管部门: a bureau of the city or of one district."""

    class Level(models.TextChoices):
        CITY = "city", _("市级")
        DISTRICT = "district", _("区市级")

    code = models.CharField(_("代码"), max_length=40, unique=True)
    level = models.CharField(_("级别"), max_length=8, choices=Level.choices)
    district = models.ForeignKey(
        District, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("区市")
    )
    phone = models.CharField(_("咨询电话"), max_length=30, blank=True)
    verified = models.CharField(_("核对"), max_length=8, choices=Verified.choices)

    class Meta:
        verbose_name = _("主管部门")
        verbose_name_plural = pgettext_lazy("plural", "主管部门")
        ordering = ["level", "code"]
        constraints = [
            models.CheckConstraint(
                condition=Q(level="city") | Q(district__isnull=False),
                name="a_district_office_has_a_district",
            )
        ]


class Mandate(Span):
    """职责: an office answers for a scheme (by its code) from a day to a day."""

    class Duty(models.TextChoices):
        REVIEWS = "reviews", _("区市审核")
        RECOMMENDS = "recommends", _("推荐")
        RECOGNISES = "recognises", _("认定")

    office = models.ForeignKey(
        Office, models.PROTECT, related_name="mandates", verbose_name=_("部门")
    )
    scheme_code = models.CharField(_("称号代码"), max_length=40)
    duty = models.CharField(_("职责"), max_length=12, choices=Duty.choices)
    source = models.CharField(_("依据"), max_length=200, blank=True)
    verified = models.CharField(_("核对"), max_length=8, choices=Verified.choices)

    class Meta:
        verbose_name = _("职责")
        verbose_name_plural = pgettext_lazy("plural", "职责")
        constraints = [
            models.UniqueConstraint(
                fields=["office", "scheme_code", "duty", "since"],
                name="an_office_takes_up_a_duty_once_a_day",
            )
        ]

    def __str__(self) -> str:
        return f"{self.office} · {self.scheme_code} · {self.get_duty_display()}"


class Posting(Span):
    """岗位: a person works at an office in a role, from a day to a day."""

    class Role(models.TextChoices):
        REVIEWER = "reviewer", _("经办人")
        SUPERVISOR = "supervisor", _("负责人")
        STATISTICIAN = "statistician", _("统计")
        AUDITOR = "auditor", _("审计")
        POLICY = "policy", _("规则管理")
        ADMINISTRATOR = "administrator", _("系统管理")

    user = models.ForeignKey(User, models.PROTECT, related_name="postings", verbose_name=_("用户"))
    office = models.ForeignKey(
        Office, models.PROTECT, related_name="postings", verbose_name=_("部门")
    )
    role = models.CharField(_("岗位"), max_length=14, choices=Role.choices)

    class Meta:
        verbose_name = _("岗位")
        verbose_name_plural = pgettext_lazy("plural", "岗位")
        constraints = [
            models.UniqueConstraint(
                fields=["user", "office", "role"],
                condition=Q(until__isnull=True),
                name="a_person_holds_a_post_once",
            )
        ]

    def __str__(self) -> str:
        return f"{self.user} · {self.office} · {self.get_role_display()}"
