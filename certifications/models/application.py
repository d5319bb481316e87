"""Applications, and what was handed in with each submission, frozen."""

import secrets
from datetime import date
from typing import Self

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from certifications.models.batch import Batch
from certifications.models.scheme import Edition, Scheme
from certifications.states import CLOSED, OPEN, State
from enterprises.models import Enterprise, Office, User
from enterprises.visibility import memberships_on, postings_on

REFERENCE_ALPHABET = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"


def new_reference() -> str:
    """A public address that tells nothing: 12 characters, about 59 bits."""
    return "".join(secrets.choice(REFERENCE_ALPHABET) for _i in range(12))


class ApplicationQuerySet(models.QuerySet["Application"]):
    def visible_to(self, user: User, day: date) -> Self:
        """Members see their enterprise's; offices see what was submitted to them, never drafts."""
        mine = Q(enterprise__in=memberships_on(user, day).values("enterprise"))
        offices = postings_on(user, day).values("office")
        ours = Q(district_office__in=offices) | Q(city_office__in=offices)
        return self.filter(mine | (ours & ~Q(state=State.DRAFT)))

    def still_open(self) -> Self:
        return self.exclude(state__in=CLOSED)

    def with_everything(self) -> Self:
        return self.select_related(
            "enterprise", "scheme", "edition", "batch", "district_office", "city_office"
        )


class Application(models.Model):
    """申请: one enterprise asks for one scheme, under the edition of its batch."""

    reference = models.CharField(_("申请编号"), max_length=12, unique=True, default=new_reference)
    enterprise = models.ForeignKey(
        Enterprise, models.PROTECT, related_name="applications", verbose_name=_("企业")
    )
    scheme = models.ForeignKey(
        Scheme, models.PROTECT, related_name="applications", verbose_name=_("称号")
    )
    edition = models.ForeignKey(
        Edition, models.PROTECT, related_name="applications", verbose_name=_("规则版本")
    )
    batch = models.ForeignKey(
        Batch, models.PROTECT, related_name="applications", verbose_name=_("批次")
    )
    state = models.CharField(
        _("环节"), max_length=20, choices=State.choices, default=State.DRAFT, db_index=True
    )
    district_office = models.ForeignKey(
        Office, models.PROTECT, null=True, related_name="+", verbose_name=_("区市主管部门")
    )
    city_office = models.ForeignKey(
        Office, models.PROTECT, null=True, related_name="+", verbose_name=_("市级主管部门")
    )
    opened_by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name=_("填报人"))
    opened_at = models.DateTimeField(_("建立时间"))
    claims = models.JSONField(_("申报情况"), default=dict)
    undertaken_by = models.ForeignKey(
        User, models.PROTECT, null=True, related_name="+", verbose_name=_("承诺人")
    )
    submitted_on = models.DateField(_("提交日"), null=True)
    accepted_on = models.DateField(_("受理日"), null=True)
    decided_on = models.DateField(_("办结日"), null=True)
    term = models.CharField(_("时限"), max_length=30, blank=True)
    term_from = models.DateField(_("时限起算日"), null=True)
    due_on = models.DateField(_("应办结日"), null=True)
    due_is_provisional = models.BooleanField(_("暂定"), default=False)
    days_left_when_stopped = models.SmallIntegerField(_("停表时剩余日数"), null=True, blank=True)
    times_returned = models.PositiveSmallIntegerField(_("退回次数"), default=0)
    moved_from = models.ForeignKey(
        Edition, models.PROTECT, null=True, blank=True, related_name="+",
        verbose_name=_("原规则版本"),
    )  # fmt: skip
    moved_on = models.DateField(_("改用新规则日"), null=True, blank=True)
    is_demo = models.BooleanField(_("演示"), default=False)

    objects = ApplicationQuerySet.as_manager()

    class Meta:
        verbose_name = _("申请")
        verbose_name_plural = pgettext_lazy("plural", "申请")
        ordering = ["due_on", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["enterprise", "scheme"],
                condition=Q(state__in=[str(state) for state in OPEN]),
                name="an_enterprise_has_one_open_application_per_scheme",
            ),
            models.CheckConstraint(
                condition=Q(state__in=State.values), name="an_application_is_in_a_known_state"
            ),
            models.CheckConstraint(
                condition=Q(state__in=["draft", "withdrawn"])
                | Q(district_office__isnull=False, city_office__isnull=False),
                name="a_submitted_application_has_its_offices",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.enterprise} · {self.scheme}"

    @property
    def is_open(self) -> bool:
        return self.state not in CLOSED

    @property
    def subject(self) -> str:
        """Its name in the journal and in letters."""
        return f"application/{self.reference}"


class Submission(models.Model):
    """提交: what the enterprise handed in at one submission, frozen as the decision's ground."""

    application = models.ForeignKey(Application, models.PROTECT, related_name="submissions")
    round = models.PositiveSmallIntegerField(_("次序"))
    at = models.DateTimeField(_("时间"))
    by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name=_("提交人"))
    contents = models.JSONField(_("内容"))
    digest = models.CharField(_("内容摘要"), max_length=64)

    class Meta:
        verbose_name = _("提交记录")
        verbose_name_plural = pgettext_lazy("plural", "提交记录")
        ordering = ["round"]
        constraints = [
            models.UniqueConstraint(
                fields=["application", "round"], name="a_submission_is_frozen_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.application} #{self.round}"
