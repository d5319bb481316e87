"""Public notices: opening one, objecting to an entry, deciding an objection."""

from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from certifications.editions import notice_days
from certifications.models import Application, Notice, NoticeEntry, Objection
from certifications.moves import Move, NotReady, WrongMoment, WrongPerson
from certifications.terms import work_calendar
from enterprises import journal
from enterprises.models import User
from enterprises.visibility import offices_of

LEAST_FACTS = 5  # characters: fewer cannot name a fact that could be checked


def open_notice(move: Move) -> None:
    """Put the case on the notice of its scheme that starts on the given day, its first day."""
    application = move.application
    starts_on, days = move.details["starts_on"], notice_days(application.edition)
    if days is None or application.city_office is None:
        raise NotReady(_("规则没有规定公示期，不能开启公示。"))
    ends = work_calendar().last_day(starts_on, days)
    notice, _created = Notice.objects.get_or_create(
        scheme=application.scheme,
        office=application.city_office,
        starts_on=starts_on,
        working_days=days,
        defaults={
            "ends_on": ends.on,
            "is_provisional": ends.is_provisional,
            "opened_by": move.by,
            "is_demo": application.is_demo,
        },
    )
    NoticeEntry.objects.create(notice=notice, application=application)


def _lock(entry: NoticeEntry) -> None:
    """The case's row first, as every step takes it: nobody is recognised between two looks."""
    Application.objects.select_for_update().get(pk=entry.application_id)


@transaction.atomic
def object_to(
    entry: NoticeEntry, *, by_kind: str, by_name: str, contact: str, says: str, today: date
) -> Objection:
    """Raise an objection while the notice runs; real name and contact are needed.

    Raises WrongMoment outside the notice, NotReady when a particular is missing.
    """
    if not entry.notice.is_running_on(today):
        raise WrongMoment(_("公示期为 %(starts)s 至 %(ends)s，现在不能提出异议。") % {
            "starts": entry.notice.starts_on, "ends": entry.notice.ends_on
        })  # fmt: skip
    _lock(entry)
    if not all(text.strip() for text in (by_name, contact, says)):
        raise NotReady(_("请写明真实姓名（或单位全称）、联系方式、事实与理由。"))
    if len(by_name.strip()) < 2:
        raise NotReady(_("请写全真实姓名或单位全称。"))
    if sum(character.isdigit() for character in contact) < 7 and "@" not in contact:
        raise NotReady(_("请留下能联系到您的电话（含区号）或电子邮箱，处理部门须向您核实。"))
    if len(says.strip()) < LEAST_FACTS:
        raise NotReady(_("请写明具体的事实与理由，至少 %(n)d 个字。") % {"n": LEAST_FACTS})
    objection = Objection.objects.create(
        entry=entry, by_kind=by_kind, by_name=by_name.strip(), contact=contact.strip(),
        says=says.strip(), raised_on=today,
    )  # fmt: skip
    journal.record(
        entry.application.subject, "objection_raised", by=None, detail={"objection": objection.pk}
    )
    return objection


@transaction.atomic
def decide_objection(
    objection: Objection, *, upheld: bool, says: str, by: User, today: date
) -> Objection:
    """The city office that opened the notice decides, with its reasons."""
    _lock(objection.entry)
    objection = Objection.objects.select_for_update().get(pk=objection.pk)
    application = objection.entry.application
    if objection.entry.notice.office_id not in offices_of(by, today):
        raise WrongPerson(_("异议由%(office)s处理。") % {"office": objection.entry.notice.office})
    if objection.state != Objection.State.OPEN:
        raise WrongMoment(_("这条异议已经处理完毕。"))
    if not says.strip():
        raise NotReady(_("请写明处理意见。"))
    objection.state = Objection.State.UPHELD if upheld else Objection.State.DISMISSED
    objection.decided_by, objection.decided_on, objection.decision_says = by, today, says.strip()
    objection.save()
    deed = "objection_upheld" if upheld else "objection_dismissed"
    journal.record(application.subject, deed, by=by, note=says, detail={"objection": objection.pk})
    return objection
