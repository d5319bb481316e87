"""The batches open today, as one enterprise finds them: until when, held already, begun already."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from certifications.models import Application, Batch, Certification
from certifications.portal.deadlines import Deadline, deadline
from certifications.procedure import ROADS
from certifications.terms import WorkCalendar
from enterprises.models import Enterprise


@dataclass(frozen=True)
class Opening:
    """A batch with its deadline, and what this enterprise has to do with its title already."""

    batch: Batch
    deadline: Deadline
    begun: Application | None
    held: Certification | None
    was_held: bool

    @property
    def application(self) -> Application | None:
        """The open case, where it was opened in this very batch."""
        return self.begun if self.begun and self.begun.batch_id == self.batch.pk else None

    @property
    def elsewhere(self) -> Application | None:
        """The open case for the same title, where it was opened in another batch."""
        return None if self.application else self.begun

    @property
    def is_renewal(self) -> bool:
        return self.batch.kind == Batch.Kind.RENEWAL

    @property
    def is_for_us(self) -> bool:
        """A renewal batch is for those who hold the title, a new one for those who do not."""
        return (self.held is not None) == self.is_renewal

    @property
    def may_concern_us(self) -> bool:
        """Whether to show it at all: a renewal is nothing to those who never held the title."""
        return not self.is_renewal or self.was_held or self.application is not None


def openings(
    enterprise: Enterprise, today: date, calendar: WorkCalendar, *, begun: Iterable[Application]
) -> list[Opening]:
    """Every batch open today that may concern the enterprise, those for it first, as the ladder."""
    batches = Batch.objects.open_on(today).filter(edition__road__in=ROADS)
    rows = batches.select_related("scheme", "edition").order_by(
        "scheme__rung", "scheme__order", "closes_on"
    )
    found = stands_to(rows, enterprise, today, calendar, begun=begun)
    concerning = [opening for opening in found if opening.may_concern_us]
    return sorted(concerning, key=lambda opening: not opening.is_for_us)


def stands_to(
    batches: Iterable[Batch],
    enterprise: Enterprise,
    today: date,
    calendar: WorkCalendar,
    *,
    begun: Iterable[Application],
) -> list[Opening]:
    """Batches as the enterprise stands to them: its open cases, the titles it holds or held."""
    cases = {each.scheme_id: each for each in begun if each.is_open}
    titles = Certification.objects.filter(enterprise=enterprise)
    holding = {each.scheme_id: each for each in titles.held_on(today)}
    ever = set(titles.values_list("scheme", flat=True))
    return [
        Opening(
            batch,
            deadline(batch.opens_on, batch.closes_on, today, calendar),
            cases.get(batch.scheme_id),
            holding.get(batch.scheme_id),
            batch.scheme_id in ever,
        )
        for batch in batches
    ]
