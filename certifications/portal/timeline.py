"""The course of a case in plain words: what happened, who had it, since when, what comes next.

The enterprise reads names of offices, never of officers, and only notes that were written to it.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from certifications.deeds import REVIEW, deed_says
from certifications.models import Application
from certifications.moves import Role
from certifications.procedure import ROADS
from certifications.states import CLOSED, WITH_CITY, WITH_DISTRICT, State
from enterprises.models import JournalEntry

# What an officer writes at these steps goes to the enterprise word for word (guards.reason_given).
TOLD = (
    "refuse_acceptance",
    "return_for_correction",
    "not_recommend",
    "decline",
    "decline_after_objection",
    "withdraw",
)
EXAMINED = gettext_lazy("%(office)s组织审查；结论登记后，拟认定的企业名单向社会公示。")
NEXT: dict[State, Promise] = {
    State.DRAFT: gettext_lazy("填完各项、核对无误后提交；提交前都可以修改。"),
    State.SUBMITTED: gettext_lazy("%(office)s在期限内决定是否受理，结果来信告知。受理前可以撤回。"),
    State.DISTRICT_REVIEW: gettext_lazy(
        "%(office)s审核后推荐到市级主管部门；需要补正的，会把全部事项一次列明来信告知。"
    ),
    State.CORRECTION: gettext_lazy("按补正通知更正并逐项答复，然后重新提交。"),
    State.CITY_CHECK: EXAMINED,
    State.THIRD_PARTY_REVIEW: EXAMINED,
    State.EXPERT_REVIEW: EXAMINED,
    State.REVIEWED: gettext_lazy("审查已有结论，%(office)s将开启公示。"),
    State.PUBLIC_NOTICE: gettext_lazy(
        "公示期满且没有成立的异议，%(office)s作出认定、登记编号，并来信告知。"
    ),
}
FORWARD = ("submit", "accept", "recommend", "record_review", "open_notice", "recognise")


@dataclass(frozen=True)
class Entry:
    """What pieces/timeline.html shows."""

    title: Any
    who: str = ""
    at: datetime | date | None = None
    note: str = ""
    now: bool = False
    due_on: date | None = None


@dataclass(frozen=True)
class Stop:
    """A place on the road: passed, here, or ahead."""

    title: Any
    is_passed: bool
    is_here: bool


def timeline(application: Application) -> list[Entry]:
    """The latest first: where the case is now, then what happened."""
    entries = JournalEntry.objects.filter(subject=application.subject).order_by("-sequence")
    said = {step.code: step for step in ROADS[application.edition.road].steps}
    past = [
        Entry(
            said[REVIEW].says if row.deed == REVIEW else deed_says(row.deed),
            _who(application, row, said[row.deed].by if row.deed in said else None),
            row.at,
            row.note if row.deed in TOLD else "",
        )
        for row in entries
    ]
    since = past[0].at if past else None
    return past if application.state in CLOSED else [_present(application, since), *past]


def _present(application: Application, since: datetime | date | None) -> Entry:
    stopped = application.state == State.CORRECTION
    return Entry(
        application.get_state_display(),
        holder(application),
        since,
        _("补正期间，主管部门的审核计时停止。") if stopped else "",
        now=True,
        due_on=application.due_on,
    )


def holder(application: Application) -> str:
    """Who has the case now, as the enterprise reads it."""
    if application.state in WITH_DISTRICT and application.district_office:
        return application.district_office.name
    if application.state in WITH_CITY and application.city_office:
        return application.city_office.name
    return "" if application.state in CLOSED else _("由本企业办理")


def what_next(application: Application) -> str:
    """What happens from here, in one sentence; empty when nothing more does."""
    says = NEXT.get(State(application.state))
    return str(says) % {"office": holder(application)} if says else ""


def _who(application: Application, row: JournalEntry, role: Role | None) -> str:
    if role is Role.DISTRICT_OFFICER and application.district_office:
        return application.district_office.name
    if role is Role.CITY_OFFICER and application.city_office:
        return application.city_office.name
    if role is Role.SUBMITTER or row.deed == "open":
        return row.by_name
    return application.city_office.name if application.city_office else ""


def road_ahead(application: Application) -> list[Stop]:
    """The places from draft to decision, with the case's own among them; none once it failed."""
    if application.state in (State.NOT_ACCEPTED, State.NOT_RECOGNISED, State.WITHDRAWN):
        return []
    places = list(_places(application.edition.road))
    here = State.DISTRICT_REVIEW if application.state == State.CORRECTION else application.state
    at = places.index(State(here))
    done = application.state == State.RECOGNISED
    return [
        Stop(place.label, number < at or done, number == at and not done)
        for number, place in enumerate(places)
    ]


def stops(road: str) -> list[Any]:
    """The names of the places of a road, for somebody who has not set out yet."""
    return [place.label for place in _places(road)]


def _places(road: str) -> Iterator[State]:
    yield State.DRAFT
    for code in FORWARD:
        yield ROADS[road].step(code).to
