"""What deeds in the journal are called, for people: the steps of every road, and the rest."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

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
    "key_issued": _("发放接口密钥"),
    "prepare_edition": _("上传规则草案"),
    "replace_edition_draft": _("更换规则草案"),
    "drop_edition_draft": _("放弃规则草案"),
    "weigh_edition": _("测算规则影响"),
    "publish_edition": _("发布规则版本"),
    "rewrite_edition": _("改写规则记法"),
    "confirm_source": _("核对依据"),
    "move_to_edition": _("改用新规则"),
    "relate": _("登记关联关系"),
    "keep_score": _("登记外部评分"),
    "load": _("载入演示数据"),
    "build": _("建立演示城市"),
}
# What was done reads otherwise than what can be done: Submitted, not Submit.
DONE: dict[str, str | Promise] = {
    "submit": pgettext_lazy("done", "提交"),
    "withdraw": pgettext_lazy("done", "撤回"),
    "accept": pgettext_lazy("done", "受理"),
    "refuse_acceptance": pgettext_lazy("done", "不予受理"),
    "return_for_correction": pgettext_lazy("done", "退回补正"),
    "resubmit": pgettext_lazy("done", "补正后提交"),
    "recommend": pgettext_lazy("done", "推荐"),
    "not_recommend": pgettext_lazy("done", "不予推荐"),
    "decline": pgettext_lazy("done", "不予认定"),
    "open_notice": pgettext_lazy("done", "开启公示"),
    "recognise": pgettext_lazy("done", "认定"),
}
STEPS = {step.code: step.says for road in ROADS.values() for step in road.steps}
REVIEW = "record_review"


def deed_says(code: str) -> str:
    """The name of a deed in the reader's language; the code itself where nobody named it."""
    if code == REVIEW:  # each road has its own name for it
        return str(_("登记审核结论"))
    return str(DONE.get(code) or STEPS.get(code) or OTHERS.get(code) or code)
