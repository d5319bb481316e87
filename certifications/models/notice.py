"""Public notices: a list of proposed enterprises, shown for working days; and objections to it."""

import secrets
from datetime import date

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from certifications.models.application import Application
from certifications.models.scheme import Scheme
from enterprises.models import Office, User


def new_key() -> str:
    return secrets.token_hex(6)


class Notice(models.Model):
    """公示: proposed enterprises of one scheme, from a start day that counts as day one."""

    key = models.CharField(_("编号"), max_length=12, unique=True, default=new_key)
    scheme = models.ForeignKey(Scheme, models.PROTECT, related_name="notices")
    office = models.ForeignKey(Office, models.PROTECT, related_name="+", verbose_name=_("公示部门"))
    starts_on = models.DateField(_("开始"))
    ends_on = models.DateField(_("截止"))
    working_days = models.PositiveSmallIntegerField(_("工作日数"))
    is_provisional = models.BooleanField(_("截止日暂定"), default=False)
    opened_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    is_demo = models.BooleanField(_("演示"), default=False)

    class Meta:
        verbose_name = _("公示")
        verbose_name_plural = pgettext_lazy("plural", "公示")
        ordering = ["-starts_on", "-id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_on__gte=F("starts_on")), name="a_notice_ends_after_it_starts"
            ),
            models.UniqueConstraint(
                fields=["scheme", "office", "starts_on", "working_days"],
                name="an_office_opens_one_notice_a_day_for_a_scheme",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.scheme} {self.starts_on:%Y-%m-%d}"

    def is_running_on(self, day: date) -> bool:
        return self.starts_on <= day <= self.ends_on

    def has_run_by(self, day: date) -> bool:
        return day > self.ends_on


class NoticeEntry(models.Model):
    """公示企业: an application on a notice; it stands on one notice only."""

    notice = models.ForeignKey(Notice, models.PROTECT, related_name="entries")
    application = models.OneToOneField(Application, models.PROTECT, related_name="notice_entry")

    class Meta:
        verbose_name = _("公示企业")
        verbose_name_plural = pgettext_lazy("plural", "公示企业")

    def __str__(self) -> str:
        return str(self.application)


class Objection(models.Model):
    """异议: a named person or a stamped organisation objects within the notice."""

    class By(models.TextChoices):
        PERSON = "person", _("个人（实名）")
        ORGANISATION = "organisation", _("单位（盖章）")

    class State(models.TextChoices):
        OPEN = "open", _("核查中")
        UPHELD = "upheld", _("异议成立")
        DISMISSED = "dismissed", _("异议不成立")

    entry = models.ForeignKey(NoticeEntry, models.PROTECT, related_name="objections")
    by_kind = models.CharField(_("异议人"), max_length=12, choices=By.choices)
    by_name = models.CharField(_("姓名或单位"), max_length=120)
    contact = models.CharField(_("联系方式"), max_length=120)
    says = models.TextField(_("事实与理由"))
    raised_on = models.DateField(_("提出日"))
    state = models.CharField(_("状态"), max_length=10, choices=State.choices, default=State.OPEN)
    decided_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    decided_on = models.DateField(_("处理日"), null=True)
    decision_says = models.TextField(_("处理意见"), blank=True)

    class Meta:
        verbose_name = _("异议")
        verbose_name_plural = pgettext_lazy("plural", "异议")
        ordering = ["raised_on", "id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(state="open") | (Q(decided_on__isnull=False) & ~Q(decision_says="")),
                name="a_decided_objection_says_why",
            )
        ]

    def __str__(self) -> str:
        return f"{self.entry} · {self.get_state_display()}"
