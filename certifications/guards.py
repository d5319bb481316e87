"""What a step needs: each guard looks at one move and returns a sentence, or nothing when content."""

from datetime import timedelta
from decimal import Decimal, InvalidOperation
from typing import Any

from django.utils.translation import gettext as _

from certifications import completeness, numbering
from certifications.editions import notice_days
from certifications.models import Objection, Review
from certifications.moves import Move
from certifications.rules import scoring
from certifications.rules.findings import findings_in, unmet
from certifications.standing import standing_in
from certifications.terms import work_calendar
from enterprises.punctuation import bracketed, clauses
from enterprises.visibility import office_answering

NOTICE_OPENS_WITHIN = 30  # days: our own bound against a slip of the pen, not a rule of law


def complete(move: Move) -> str:
    """Every figure, statement and required paper of the edition is there."""
    missing = completeness.lacks(move.application, move.today)
    return "" if not missing else " ".join(lack.says for lack in missing)


def batch_open(move: Move) -> str:
    batch = move.application.batch
    if batch.is_open_on(move.today):
        return ""
    says = _("批次“%(batch)s”的申报期为 %(opens)s 至 %(closes)s，今天不能提交。")
    return says % {"batch": batch, "opens": batch.opens_on, "closes": batch.closes_on}


def undertaken(move: Move) -> str:
    if move.details.get("undertaking") is True:
        return ""
    return _("请阅读并勾选真实性承诺后再提交。")


def offices_answer(move: Move) -> str:
    """The enterprise lives in a district whose office reviews the scheme."""
    application = move.application
    residence = application.enterprise.residences.on(move.today).first()
    if residence is None or residence.district_id is None:
        return _("企业住所未登记区市，无法确定受理部门。请先更新住所。")
    reviewing = office_answering(
        application.scheme.code, "reviews", move.today, district_id=residence.district_id
    )
    if reviewing is None:
        says = _("%(district)s没有登记负责“%(scheme)s”的部门，请联系市级主管部门。")
        return says % {"district": residence.district, "scheme": application.scheme}
    if office_answering(application.scheme.code, "recognises", move.today) is None:
        says = _("今天没有登记负责认定“%(scheme)s”的市级部门，暂时不能提交；内容已保留。")
        return says % {"scheme": application.scheme}
    return ""


def no_criterion_unmet(move: Move) -> str:
    """No criterion that figures can decide is not met on the day of submission."""
    application = move.application
    day = completeness.judged_on(application, move.today)
    failing = unmet(findings_in(application, standing_in(application, day)))
    if not failing:
        return ""
    listed = clauses(f"{each.says}{bracketed(each.source)}" for each in failing)
    return _("以下条件不符合：%(criteria)s。") % {"criteria": listed}


def reason_given(move: Move) -> str:
    return "" if move.note.strip() else _("请写明理由：它会原样告知企业，并记入日志。")


def defects_listed(move: Move) -> str:
    """One letter lists everything: each item with what is wrong and what is wanted."""
    defects: list[dict[str, Any]] = list(move.details.get("defects", []))
    if not defects:
        return _("请至少列出一项补正事项，一次性告知全部问题。")
    if any(
        not each.get("item") or not each.get("says") or not each.get("remedy") for each in defects
    ):
        return _("每项补正须写明所在项、问题和要求。")
    return ""


def returned_once_only(move: Move) -> str:
    """A second return needs the office's supervisor (J2-11)."""
    application = move.application
    if application.times_returned == 0:
        return ""
    office = application.district_office
    if move.by.postings.on(move.today).filter(office=office, role="supervisor").exists():
        return ""
    return _("本案已退回补正一次；再次退回须由部门负责人办理，并说明理由。")


def defects_answered(move: Move) -> str:
    left = move.application.defects.filter(round=move.application.times_returned, answer="").count()
    if not left:
        return ""
    return _("还有 %(n)d 项补正没有答复，请逐项选择“已更正”“已说明”或“有不同意见”。") % {"n": left}


def review_concluded(move: Move) -> str:
    """The review passes, and every criterion that a person judges is judged met."""
    if move.details.get("outcome") != Review.Outcome.PASSED:
        return _("结论为“不通过”的，请改办“不予认定”。")
    application = move.application
    judgements = move.details.get("judgements", {})
    day = completeness.judged_on(application, move.today)
    found = findings_in(application, standing_in(application, day))
    open_ones = [
        finding.says
        for finding in found
        if finding.is_judged
        and finding.code != "score"
        and judgements.get(finding.code) is not True
    ]
    if not open_ones:
        return ""
    return _("以下条件须由审核人逐条判断为符合：%(criteria)s。") % {"criteria": clauses(open_ones)}


def expert_score_passes(move: Move) -> str:
    """The experts' score clears the edition's pass mark."""
    edition = move.application.edition
    if not scoring.is_scored_by_experts(edition):
        return ""
    try:
        points = Decimal(str(move.details.get("score", "")))
    except InvalidOperation:
        return _("请填写专家综合得分（0 至 100 的数）。")
    if not points.is_finite() or not 0 <= points <= 100 or points != round(points, 2):
        return _("专家综合得分应在 0 至 100 之间，至多两位小数。")
    if not scoring.reaches_pass_mark(edition, points):
        says = _("综合得分 %(points)s 分，未%(mark)s，请改办“不予认定”。")
        return says % {"points": points, "mark": scoring.pass_mark_says(edition)}
    return ""


def notice_can_open(move: Move) -> str:
    if notice_days(move.application.edition) is None:
        return _("规则没有规定公示期，不能开启公示。")
    starts_on = move.details.get("starts_on")
    latest = move.today + timedelta(days=NOTICE_OPENS_WITHIN)
    if starts_on is None or not move.today <= starts_on <= latest:
        says = _("请填写公示开始日：今天起 %(days)d 天之内。")
        return says % {"days": NOTICE_OPENS_WITHIN}
    if not work_calendar().is_workday(starts_on):
        return _("公示须从工作日开始，%(day)s 不是工作日。") % {"day": starts_on.isoformat()}
    return ""


def notice_has_run(move: Move) -> str:
    notice = move.application.notice_entry.notice
    if notice.has_run_by(move.today):
        return ""
    return _("公示期到 %(ends)s 结束，结束后的次日才能认定。") % {"ends": notice.ends_on}


def no_open_objection(move: Move) -> str:
    states = set(move.application.notice_entry.objections.values_list("state", flat=True))
    if Objection.State.UPHELD in states:
        return _("有异议已被认定成立，请改办“不予认定”。")
    if Objection.State.OPEN in states:
        return _("还有异议没有处理完毕，请先作出处理意见。")
    return ""


def objection_upheld(move: Move) -> str:
    if move.application.notice_entry.objections.filter(state=Objection.State.UPHELD).exists():
        return ""
    return _("公示期间没有成立的异议，不能以此不予认定。")


def number_fits(move: Move) -> str:
    """The number has the edition's form and was given to nobody else; the days are in order."""
    return numbering.flaw(
        move.application.edition,
        number=str(move.details.get("number", "")),
        issued_on=move.details.get("issued_on"),
        announced_on=move.details.get("announced_on"),
        submitted_on=move.application.submitted_on or move.today,
        today=move.today,
    )
