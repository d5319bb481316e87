"""Drafting: opening an application and filling it, as long as it is with the enterprise."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from certifications.bars import bar_on
from certifications.completeness import judged_on
from certifications.editions import (
    NoEdition,
    edition_for,
    figures_asked,
    requirements,
    statements_asked,
)
from certifications.models import Application, Batch, Defect, Edition, Material
from certifications.moves import NotReady, WrongMoment, WrongPerson
from certifications.states import EDITABLE, OPEN
from enterprises import journal
from enterprises.clock import now
from enterprises.figures import state_figures
from enterprises.models import Enterprise, Paper, User
from enterprises.papers import ending_of
from enterprises.punctuation import series
from enterprises.visibility import memberships_on


def open_application(enterprise: Enterprise, batch: Batch, *, by: User, today: date) -> Application:
    """Open a draft in a batch. Raises WrongPerson, WrongMoment or NotReady with a sentence."""
    _member(enterprise, by, today)
    if not batch.is_open_on(today):
        raise WrongMoment(_("批次“%(batch)s”今天不在申报期内。") % {"batch": batch})
    if enterprise.kind != Enterprise.Kind.LEGAL_PERSON:
        raise NotReady(_("分支机构不是法人，不能申报称号；请以总公司名义申报。"))
    judging = _judging(batch, today)
    if bar := bar_on(judging, enterprise, today):
        raise NotReady(_("%(bar)s，届时再来申报。") % {"bar": bar.says})
    if enterprise.applications.filter(scheme=batch.scheme_id, state__in=OPEN).exists():
        raise NotReady(
            _("企业已有一件“%(scheme)s”申请在办，请继续办理该件。") % {"scheme": batch.scheme}
        )
    try:
        with transaction.atomic():
            application = Application.objects.create(
                enterprise=enterprise,
                scheme=batch.scheme,
                edition=judging,
                batch=batch,
                opened_by=by,
                opened_at=now(),
                is_demo=enterprise.is_demo,
            )
            journal.record(application.subject, "open", by=by, detail={"batch": batch.code})
    except IntegrityError as error:
        raise NotReady(_("同事刚刚打开了同一项申请，请刷新页面继续办理。")) from error
    return application


def _judging(batch: Batch, today: date) -> Edition:
    """The edition that judges from today on, also where the batch was announced under another."""
    try:
        return edition_for(batch.scheme, batch.kind, today)
    except NoEdition as error:
        says = _("“%(scheme)s”今天没有施行中的规则，不能建立申请；新规则发布后再来办理。")
        raise WrongMoment(says % {"scheme": batch.scheme}) from error


def editable(application: Application, *, by: User, today: date) -> Application:
    """The locked row, if this person may change it now."""
    locked = Application.objects.select_for_update(of=("self",)).with_everything()
    row = locked.get(pk=application.pk)
    _member(row.enterprise, by, today)
    if row.state not in EDITABLE:
        says = _("申请现处于“%(state)s”，内容已经锁定，不能修改。")
        raise WrongMoment(says % {"state": row.get_state_display()})
    return row


@transaction.atomic
def save_figures(
    application: Application, year: int, values: Mapping[str, Any], *, by: User, today: date
) -> bool:
    """Keep a year's figures as the edition asks for them; True when a new version was made."""
    row = editable(application, by=by, today=today)
    asked = {code for code, _years in figures_asked(row.edition)}
    last = judged_on(row, today).year - 1
    if unknown := set(values) - asked:
        raise NotReady(
            _("本项申报不收集这些数据：%(facts)s。") % {"facts": series(sorted(unknown))}
        )
    if not last - 3 < year <= last:
        raise NotReady(
            _("只能填报 %(first)d 至 %(last)d 年的数据。") % {"first": last - 2, "last": last}
        )
    return state_figures(row.enterprise, year, values, by=by, at=now(), source=row.subject)


@transaction.atomic
def save_claims(
    application: Application, claims: Mapping[str, Any], *, by: User, today: date
) -> Application:
    """Keep what the enterprise states in the application; unknown words are refused."""
    row = editable(application, by=by, today=today)
    if unknown := set(claims) - set(statements_asked(row.edition)):
        raise NotReady(
            _("本项申报不收集这些情况：%(facts)s。") % {"facts": series(sorted(unknown))}
        )
    row.claims = {**row.claims, **claims}
    row.save(update_fields=["claims"])
    return row


@transaction.atomic
def attach(
    application: Application,
    requirement: str,
    paper: Paper,
    file_name: str,
    *,
    by: User,
    today: date,
) -> Material:
    """Put a paper beside the requirement it answers."""
    row = editable(application, by=by, today=today)
    asked = {item.code: item for item in requirements(row.edition)}
    if requirement not in asked:
        raise NotReady(_("本项申报没有这项材料要求。"))
    if ending_of(paper) not in asked[requirement].accepts:
        kinds = series(asked[requirement].accepts).upper()
        raise NotReady(_("这一项只收 %(kinds)s，请转换格式后上传。") % {"kinds": kinds})
    if row.materials.filter(requirement=requirement, paper=paper, removed_at=None).exists():
        raise NotReady(_("同一份文件已经上传到这一项，不必重复上传。"))
    return Material.objects.create(
        application=row, requirement=requirement, paper=paper, file_name=file_name[-200:],
        added_by=by, added_at=now(),
    )  # fmt: skip


@transaction.atomic
def detach(material: Material, *, by: User, today: date) -> None:
    """Take a paper down; it stays in the history."""
    editable(material.application, by=by, today=today)
    Material.objects.filter(pk=material.pk, removed_at=None).update(removed_at=now())


@transaction.atomic
def answer_defect(defect: Defect, *, answer: str, says: str, by: User, today: date) -> Defect:
    """Answer one listed defect: changed, explained, or disagreed with reasons."""
    editable(defect.application, by=by, today=today)
    if answer not in Defect.Answer.values:
        raise NotReady(_("请选择“已更正”“已说明”或“有不同意见”。"))
    if answer != Defect.Answer.CHANGED and not says.strip():
        raise NotReady(_("选择“已说明”或“有不同意见”时，请写明内容。"))
    defect.answer, defect.answer_says, defect.answered_at = answer, says.strip()[:300], now()
    defect.save(update_fields=["answer", "answer_says", "answered_at"])
    return defect


def _member(enterprise: Enterprise, by: User, today: date) -> None:
    if not memberships_on(by, today).filter(enterprise=enterprise).exists():
        raise WrongPerson(_("您不是“%(enterprise)s”的填报人员。") % {"enterprise": enterprise})
