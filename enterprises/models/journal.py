"""The journal: who did what, when and why; a chain of hashes for each subject."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from enterprises.models.people import User


class JournalEntry(models.Model):
    """日志: one deed. Rows can be added, never changed or removed (a database trigger sees to it)."""

    subject = models.CharField(_("事项"), max_length=80)
    sequence = models.PositiveIntegerField(_("序号"))
    at = models.DateTimeField(_("时间"))
    by = models.ForeignKey(
        User, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("经手人")
    )
    by_name = models.CharField(_("经手人姓名"), max_length=120)
    deed = models.CharField(_("操作"), max_length=60)
    note = models.TextField(_("说明"), blank=True)
    detail = models.JSONField(_("明细"), default=dict)
    previous_hash = models.CharField(max_length=64, blank=True)
    hash = models.CharField(max_length=64)

    class Meta:
        verbose_name = _("日志")
        verbose_name_plural = pgettext_lazy("plural", "日志")
        ordering = ["subject", "sequence"]
        constraints = [
            models.UniqueConstraint(
                fields=["subject", "sequence"], name="a_journal_chain_does_not_fork"
            )
        ]

    def __str__(self) -> str:
        return f"{self.subject}#{self.sequence} {self.deed}"
