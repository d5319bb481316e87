"""The report of an official list: titles instead of enterprises."""

from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from enterprises.imports import Report


@dataclass
class ListReport(Report):
    """The report of one official list of one scheme."""

    scheme: str = ""

    def summary(self) -> str:
        return _(
            "%(says)s %(created)d 项称号，已登记 %(unchanged)d 项，重复 %(repeated)d 行，"
            "未导入 %(blocked)d 行，共 %(rows)d 行。"
        ) % {
            "says": _("预览：可登记") if self.dry_run else pgettext("list", "登记"),
            "created": self.created,
            "unchanged": self.unchanged,
            "repeated": self.repeated,
            "blocked": self.blocked,
            "rows": self.rows,
        }
