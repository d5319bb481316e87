"""The post: a letter is a row first, unique by what it is about; delivery follows."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from enterprises.models.enterprise import Enterprise
from enterprises.models.naming import in_language
from enterprises.models.people import User


class Letter(models.Model):
    """信件: one message to an enterprise or a person; the same matter is never written twice."""

    class Channel(models.TextChoices):
        INBOX = "inbox", _("站内信")
        EMAIL = "email", _("电子邮件")

    kind = models.CharField(_("类别"), max_length=40)
    about = models.CharField(_("关于"), max_length=80)
    due_on = models.DateField(_("应发日"))
    addressee = models.CharField(_("收件方"), max_length=60)
    channel = models.CharField(_("渠道"), max_length=8, choices=Channel.choices)
    enterprise = models.ForeignKey(
        Enterprise, models.PROTECT, null=True, blank=True, related_name="letters"
    )
    user = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="letters")
    subject_zh = models.CharField(_("标题"), max_length=200)
    subject_en = models.CharField(_("英文标题"), max_length=200)
    body_zh = models.TextField(_("正文"))
    body_en = models.TextField(_("英文正文"))
    link = models.CharField(_("链接"), max_length=200, blank=True)
    written_at = models.DateTimeField(_("写成时间"))
    read_at = models.DateTimeField(_("阅读时间"), null=True, blank=True)

    class Meta:
        verbose_name = _("信件")
        verbose_name_plural = pgettext_lazy("plural", "信件")
        ordering = ["-written_at", "-id"]
        constraints = [
            models.UniqueConstraint(
                fields=["kind", "about", "due_on", "addressee", "channel"],
                name="a_letter_is_written_once",
            ),
            models.CheckConstraint(
                condition=Q(enterprise__isnull=False) | Q(user__isnull=False),
                name="a_letter_has_an_addressee",
            ),
        ]

    def __str__(self) -> str:
        return self.subject

    @property
    def subject(self) -> str:
        return in_language(self.subject_zh, self.subject_en)

    @property
    def body(self) -> str:
        return in_language(self.body_zh, self.body_en)
