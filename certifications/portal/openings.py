"""The batches open today, as one enterprise finds them: until when, held already, begun already."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from certifications.models import Application, Batch, Certification
from certifications.portal.deadlines import Deadline, deadline
from certifications.procedure import ROADS
from certifications.terms import WorkCalendar


@dataclass(frozen=True)
class Opening:
    """A batch with its deadline, and what this enterprise has to do with its title already."""

    batch: Batch
    deadline: Deadline
    application: Application | None
    held: Certification | None


def openings(
    today: date,
    calendar: WorkCalendar,
    *,
    applications: Iterable[Application],
    held: Iterable[Certification],
) -> list[Opening]:
    """Every batch open today, in the order of the ladder."""
    begun = {each.scheme_id: each for each in applications if each.is_open}
    holding = {each.scheme_id: each for each in held}
    batches = Batch.objects.open_on(today).filter(edition__road__in=ROADS)
    return [
        Opening(
            batch,
            deadline(batch.opens_on, batch.closes_on, today, calendar),
            begun.get(batch.scheme_id),
            holding.get(batch.scheme_id),
        )
        for batch in batches.select_related("scheme", "edition").order_by(
            "scheme__rung", "scheme__order", "closes_on"
        )
    ]
