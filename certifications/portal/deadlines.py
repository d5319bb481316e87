"""Until when whoever has a case must act, as the enterprise reads it: a light, a day, days left."""

from dataclasses import dataclass
from datetime import date

from certifications.lights import Light, light
from certifications.models import Application
from certifications.states import State
from certifications.terms import WorkCalendar


@dataclass(frozen=True)
class Deadline:
    """What pieces/term.html shows."""

    light: str
    due_on: date | None = None
    days_left: int | None = None
    provisional: bool = False


UNTIMED = Deadline(Light.PAUSED)


def deadline_of(application: Application, today: date, calendar: WorkCalendar) -> Deadline:
    """The term of the case; a draft runs against its batch."""
    if not application.is_open:
        return UNTIMED
    if application.state == State.DRAFT:
        opened_on = max(application.opened_at.date(), application.batch.opens_on)
        return deadline(opened_on, application.batch.closes_on, today, calendar)
    if application.due_on is None or application.term_from is None:
        return UNTIMED
    return deadline(
        application.term_from,
        application.due_on,
        today,
        calendar,
        provisional=application.due_is_provisional,
    )


def deadline(
    from_: date, due_on: date, today: date, calendar: WorkCalendar, *, provisional: bool = False
) -> Deadline:
    """A term from a day to a day, as it stands today; about so many days beyond the calendar."""
    shines = light(from_, due_on, today, calendar)
    is_about = provisional or not calendar.covers(min(today, due_on), max(today, due_on))
    return Deadline(shines, due_on, calendar.days_left(today, due_on), is_about)
