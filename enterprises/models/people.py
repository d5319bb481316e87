"""People: users, who works for which enterprise, and machines that read the API."""

from django.contrib.auth.models import AbstractUser
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from enterprises.models.enterprise import Enterprise
from enterprises.models.spans import Span


class User(AbstractUser):
    """用户: a person; what they may do follows from memberships and postings, never from flags."""

    full_name = models.CharField(_("姓名"), max_length=60)
    language = models.CharField(_("界面语言"), max_length=10, blank=True)
    phone = models.CharField(_("联系电话"), max_length=30, blank=True)

    class Meta:
        verbose_name = _("用户")
        verbose_name_plural = pgettext_lazy("plural", "用户")

    def __str__(self) -> str:
        return self.full_name or self.username


class Membership(Span):
    """企业成员: a person who fills, submits or manages for an enterprise, from a day to a day."""

    class Role(models.TextChoices):
        FILL = "fill", _("填报")
        SUBMIT = "submit", _("填报并提交")
        MANAGE = "manage", _("管理员")

    user = models.ForeignKey(
        User, models.PROTECT, related_name="memberships", verbose_name=_("用户")
    )
    enterprise = models.ForeignKey(
        Enterprise, models.PROTECT, related_name="memberships", verbose_name=_("企业")
    )
    role = models.CharField(_("角色"), max_length=8, choices=Role.choices)

    class Meta:
        verbose_name = _("企业成员")
        verbose_name_plural = pgettext_lazy("plural", "企业成员")
        constraints = [
            models.UniqueConstraint(
                fields=["user", "enterprise"],
                condition=Q(until__isnull=True),
                name="a_person_is_a_member_of_an_enterprise_once",
            )
        ]

    def __str__(self) -> str:
        return f"{self.user} · {self.enterprise}"


class ApiClient(Span):
    """接口客户端: a machine of a statistics office, known by a key of which only the hash is kept."""

    name = models.CharField(_("名称"), max_length=80)
    contact = models.CharField(_("联系人"), max_length=80, blank=True)
    prefix = models.CharField(_("密钥前缀"), max_length=8, unique=True)
    key_hash = models.CharField(_("密钥摘要"), max_length=64, unique=True)

    class Meta:
        verbose_name = _("接口客户端")
        verbose_name_plural = pgettext_lazy("plural", "接口客户端")
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name

    @property
    def is_authenticated(self) -> bool:
        return True
