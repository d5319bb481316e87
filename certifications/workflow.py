"""The one engine that walks the roads: right moment, right person, ready; then everything at once."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from certifications import editions, telling, terms
from certifications.models import Application
from certifications.moves import (
    ROLE_NAMES,
    Move,
    NotReady,
    Refused,
    Role,
    Step,
    WrongMoment,
    WrongPerson,
)
from certifications.procedure import ROADS
from certifications.states import CLOSED, State
from enterprises import journal
from enterprises.models import JournalEntry, Mandate, Membership, Office, User
from enterprises.visibility import WORKING, memberships_on, postings_on

LONGEST_NOTE = 2000
DISTRICT_DEEDS = ("accept", "return_for_correction", "recommend")
__all__ = ["Choice", "NotReady", "Refused", "WrongMoment", "WrongPerson", "advance", "choices"]


@dataclass(frozen=True)
class Choice:
    """A step that a person may take now."""

    step: Step
    application: Application


def advance(
    application: Application,
    step_code: str,
    *,
    by: User,
    today: date,
    note: str = "",
    details: Mapping[str, Any] | None = None,
) -> Application:
    """Take one step of the case's road; return the case as it then stands.

    One transaction: the row is locked, moment, person and readiness are judged on what it says
    then; state, term, consequence, journal entry and letter follow together or not at all.
    Raises WrongMoment, WrongPerson or NotReady with sentences for the screen.
    """
    with transaction.atomic():
        locked = (
            Application.objects.select_for_update(of=("self",))
            .with_everything()
            .get(pk=application.pk)
        )
        step = _step(locked, step_code)
        move = Move(locked, step, by, today, note, dict(details or {}))
        _judge(move)
        was = locked.state
        locked.state = step.to
        if step.then:
            step.then(move)
        _start_term(move)
        locked.save()
        _write_down(move, was)
        telling.tell(move)
        return locked


def choices(application: Application, *, by: User, today: date) -> list[Choice]:
    """The steps this person may take from where the case is; what they need is judged on taking."""
    if not application.is_open:
        return []
    steps = list(ROADS[application.edition.road].leaving(application.state))
    roles = {role for role in {s.by for s in steps} if may_act(by, role, application, today)}
    return [Choice(step, application) for step in steps if step.by in roles]


def _step(application: Application, code: str) -> Step:
    road = ROADS.get(application.edition.road)
    if road is None or code not in {step.code for step in road.steps}:
        raise WrongMoment(_("这项认定的程序中没有这一步。"))
    return road.step(code)


def _judge(move: Move) -> None:
    """Person before moment: whoever may not act learns nothing of where the case is."""
    application, step = move.application, move.step
    if not may_act(move.by, step.by, application, move.today):
        raise WrongPerson(_wrong_person(move))
    if application.state not in step.from_states:
        says = _("本案现处于“%(state)s”，不能“%(step)s”。请刷新页面查看最新情况。")
        raise WrongMoment(says % {"state": State(application.state).label, "step": step.says})
    if len(move.note) > LONGEST_NOTE:
        raise NotReady(_("说明最长 %(n)d 个字，请精简。") % {"n": LONGEST_NOTE})
    sentences = [sentence for need in step.needs if (sentence := need(move))]
    if sentences:
        raise NotReady(*sentences)


def _wrong_person(move: Move) -> str:
    application, role = move.application, move.step.by
    where = {
        Role.SUBMITTER: application.enterprise,
        Role.DISTRICT_OFFICER: application.district_office,
        Role.CITY_OFFICER: application.city_office,
    }[role]
    says = _("“%(step)s”由%(role)s（%(where)s）办理，您今天没有这个岗位。")
    return says % {"step": move.step.says, "role": ROLE_NAMES[role], "where": where or "—"}


def may_act(user: User, role: Role, application: Application, today: date) -> bool:
    """Whether a person has the role for this very case on this day."""
    if role is Role.SUBMITTER:
        submitting = (Membership.Role.SUBMIT, Membership.Role.MANAGE)
        members = memberships_on(user, today)
        return members.filter(enterprise=application.enterprise, role__in=submitting).exists()
    if memberships_on(user, today).filter(enterprise=application.enterprise).exists():
        return False  # nobody decides on the enterprise they work for
    if role is Role.CITY_OFFICER and took_part(user, application, DISTRICT_DEEDS):
        return False  # who examined it for the district does not examine it for the city
    if role is Role.DISTRICT_OFFICER:
        return _posted(user, application.district_office, application, today, ("reviews",))
    return _posted(user, application.city_office, application, today, ("recognises",))


def took_part(user: User, application: Application, deeds: tuple[str, ...]) -> bool:
    entries = JournalEntry.objects.filter(subject=application.subject, by=user, deed__in=deeds)
    return entries.exists()


def _posted(
    user: User,
    office: Office | None,
    application: Application,
    today: date,
    duties: tuple[str, ...],
) -> bool:
    """Posted at the case's office, which answers for the scheme that day."""
    if office is None:
        return False
    mandates = Mandate.objects.on(today).filter(
        office=office, scheme_code=application.scheme.code, duty__in=duties
    )
    posts = postings_on(user, today).filter(office=office, role__in=WORKING)
    return posts.exists() and mandates.exists()


def _start_term(move: Move) -> None:
    """The clock of the place the case comes to; none where the edition sets none.

    While the case is with the enterprise the reviewing clock stands; it goes on from there.
    """
    application = move.application
    calendar = terms.work_calendar()
    if move.step.stops_clock:
        _stop_clock(move, calendar)
    application.term = move.step.answer_within
    application.term_from = _term_begins(move)
    due = _due(move, calendar)
    application.due_on = due.on if due else None
    application.due_is_provisional = due.is_provisional if due else False
    if move.step.code == "accept":
        application.accepted_on = move.today


def _stop_clock(move: Move, calendar: terms.WorkCalendar) -> None:
    application = move.application
    running = editions.term(application.edition, application.term)
    if running and application.due_on:
        application.days_left_when_stopped = terms.left(
            running, move.today, application.due_on, calendar
        )


def _due(move: Move, calendar: terms.WorkCalendar) -> terms.Due | None:
    application = move.application
    term = editions.term(application.edition, application.term)
    if term is None or application.term_from is None or application.state in CLOSED:
        return None
    left = application.days_left_when_stopped
    if move.step.resumes_clock and left is not None:
        return terms.resumed(term, left, application.term_from, calendar)
    return terms.due(term, application.term_from, calendar)


def _term_begins(move: Move) -> date:
    """Today; while a public notice runs, its last day, for nothing can be decided before."""
    if move.step.to == State.PUBLIC_NOTICE:
        return move.application.notice_entry.notice.ends_on
    return move.today


def _write_down(move: Move, was: str) -> None:
    application = move.application
    journal.record(
        application.subject,
        move.step.code,
        by=move.by,
        note=move.note,
        detail={
            "from": str(was),
            "to": str(application.state),
            "due_on": application.due_on.isoformat() if application.due_on else None,
            "on": move.today.isoformat(),
        },
    )
