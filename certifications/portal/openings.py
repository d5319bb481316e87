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

    @property
    def is_for_us(self) -> bool:
        """A renewal batch is for those who hold the title, a new one for those who do not."""
        return (self.held is not None) == (self.batch.kind == Batch.Kind.RENEWAL)


def openings(
    today: date,
    calendar: WorkCalendar,
    *,
    applications: Iterable[Application],
    held: Iterable[Certification],
) -> list[Opening]:
    """Every batch open today, those for this enterprise first, in the order of the ladder."""
    begun = {each.scheme_id: each for each in applications if each.is_open}
    holding = {each.scheme_id: each for each in held}
    batches = Batch.objects.open_on(today).filter(edition__road__in=ROADS)
    found = [
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
    return sorted(found, key=lambda opening: not opening.is_for_us)
