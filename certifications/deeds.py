"""What deeds in the journal are called, for people: the steps of every road, and the rest."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from certifications.procedure import ROADS

OTHERS: dict[str, str | Promise] = {
    "open": _("建立申请"),
    "objection_raised": _("收到异议"),
    "objection_upheld": _("异议成立"),
    "objection_dismissed": _("异议不成立"),
    "reissued_for_new_name": _("更名换证"),
    "announce_batch": _("开启批次"),
    "register": _("登记企业"),
    "rename": _("变更名称"),
    "move": _("变更住所"),
    "import_enterprises": _("导入企业名单"),
    "import_certifications": _("导入称号名单"),
    "appoint": _("登记岗位"),
    "end_posting": _("变更岗位期限"),
    "open_account": _("登记账号"),
    "amend_account": _("变更账号"),
    "report_figure": _("填报数据"),
}
STEPS = {step.code: step.says for road in ROADS.values() for step in road.steps}
REVIEW = "record_review"


def deed_says(code: str) -> str:
    """The name of a deed in the reader's language; the code itself where nobody named it."""
    if code == REVIEW:  # each road has its own name for it
        return str(_("登记审核结论"))
    return str(STEPS.get(code) or OTHERS.get(code) or code)
