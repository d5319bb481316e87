"""The stages of the queue as officers tell them apart: the states, and notices that have run from those that run."""

from datetime import date
from typing import Any

from django.db.models import Q
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from certifications.models import Application
from certifications.states import State
from enterprises.templatetags.reading import short_day

NOTICE_OVER, NOTICE_RUNNING = "notice_over", "notice_running"
ENDS_ON = "notice_entry__notice__ends_on"
ON_NOTICE = {
    NOTICE_OVER: gettext_lazy("公示已满"),
    NOTICE_RUNNING: gettext_lazy("公示未满"),
}
STAGES = [
    code
    for state in State
    if state != State.DRAFT
    for code in ((str(state), *ON_NOTICE) if state == State.PUBLIC_NOTICE else (str(state),))
]


def stage_of(state: str, ends_on: date | None, day: date) -> str:
    """The state; a case on a notice by whether the notice has run, for only then can it be decided."""
    if state != State.PUBLIC_NOTICE or ends_on is None:
        return state
    return NOTICE_OVER if day > ends_on else NOTICE_RUNNING


def stage_says(code: str) -> Any:
    return ON_NOTICE.get(code) or State(code).label


def at_stage(code: str, day: date) -> Q:
    """The condition under which a case stands at a stage."""
    if code not in ON_NOTICE:
        return Q(state=code)
    how = "lt" if code == NOTICE_OVER else "gte"
    return Q(state=State.PUBLIC_NOTICE, **{f"{ENDS_ON}__{how}": day})


def badge_of(row: Application, day: date) -> dict[str, Any]:
    """What pieces/state.html shows of a case: its state, and of a notice until when it runs."""
    notice = row.notice_entry.notice if row.state == State.PUBLIC_NOTICE else None
    if notice is None:
        return {"state": row.state, "label": row.get_state_display()}
    if notice.has_run_by(day):
        return {"state": "attention", "label": _("公示已满")}
    return {"state": row.state, "label": _("公示至 %(day)s") % {"day": short_day(notice.ends_on)}}
