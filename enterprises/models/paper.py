"""Papers: files kept by their hash, private, served only after a rights check."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from enterprises.models.people import User


class Paper(models.Model):
    """文件: the bytes of an upload, stored once for each content."""

    sha256 = models.CharField(_("内容摘要"), max_length=64, unique=True)
    media_type = models.CharField(_("类型"), max_length=80)
    size = models.PositiveBigIntegerField(_("字节数"))
    stored_by = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+")
    stored_at = models.DateTimeField(_("存入时间"))

    class Meta:
        verbose_name = _("文件")
        verbose_name_plural = pgettext_lazy("plural", "文件")

    def __str__(self) -> str:
        return self.sha256[:12]
