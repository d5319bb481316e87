"""Rows that people read carry both languages."""

from django.db import models
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _


def in_language(zh: str, en: str) -> str:
    """The wording in the reader's language; Chinese where there is no English."""
    return en if en and (get_language() or "").startswith("en") else zh


class Named(models.Model):
    """A row with a Chinese and an English name."""

    name_zh = models.CharField(_("名称"), max_length=120)
    name_en = models.CharField(_("英文名称"), max_length=200)

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return self.name

    @property
    def name(self) -> str:
        return in_language(self.name_zh, self.name_en)


class Verified(models.TextChoices):
    """How far a fact of law or place was checked against an official text."""

    YES = "yes", _("已核对")
    PARTIAL = "partial", _("部分核对")
    NO = "no", _("未经官方文本核对")
