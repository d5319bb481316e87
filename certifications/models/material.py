"""Materials: the papers of an application, each beside the requirement it answers."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from certifications.models.application import Application
from enterprises.models import Paper, User


class Material(models.Model):
    """材料: a paper given for one requirement; a replaced one stays in the history."""

    application = models.ForeignKey(Application, models.PROTECT, related_name="materials")
    requirement = models.CharField(_("材料项"), max_length=40)
    paper = models.ForeignKey(Paper, models.PROTECT, related_name="+")
    file_name = models.CharField(_("文件名"), max_length=200)
    added_by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name=_("上传人"))
    added_at = models.DateTimeField(_("上传时间"))
    removed_at = models.DateTimeField(_("撤下时间"), null=True, blank=True)

    class Meta:
        verbose_name = _("材料")
        verbose_name_plural = pgettext_lazy("plural", "材料")
        ordering = ["requirement", "added_at"]
        constraints = [
            models.UniqueConstraint(
                fields=["application", "requirement", "paper"],
                condition=Q(removed_at__isnull=True),
                name="a_paper_answers_a_requirement_once",
            )
        ]

    def __str__(self) -> str:
        return self.file_name
