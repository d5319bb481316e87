"""What happens next on the way to a title: a case under way, an open batch, one to come, or elsewhere."""

from dataclasses import dataclass
from datetime import date

from certifications.copy_sheet import Platform, platform_of
from certifications.editions import NoEdition, edition_for
from certifications.models import Application, Batch, Edition, Scheme
from certifications.portal.openings import Opening, stands_to
from certifications.procedure import ROADS
from certifications.terms import WorkCalendar
from enterprises.models import Enterprise, Office
from enterprises.visibility import office_answering


@dataclass(frozen=True)
class Onward:
    """The ways on, the nearest first; at most one of them is *the* next thing to do."""

    begun: Application | None
    openings: list[Opening]
    coming: Batch | None
    is_ours: bool
    platform: Platform | None
    recogniser: Office | None

    @property
    def opening(self) -> Opening | None:
        """The batch in which this enterprise may set out today."""
        return next((each for each in self.openings if each.is_for_us and not each.begun), None)


def onward(
    enterprise: Enterprise,
    scheme: Scheme,
    cases: list[Application],
    today: date,
    calendar: WorkCalendar,
) -> Onward:
    """What this enterprise can do for this title from today."""
    edition = _edition(scheme, today)
    batches = Batch.objects.filter(scheme=scheme, edition__road__in=ROADS)
    rows = batches.select_related("scheme", "edition")
    today_open = rows.open_on(today).order_by("closes_on")
    mine = [each for each in cases if each.scheme_id == scheme.pk and each.is_open]
    return Onward(
        mine[0] if mine else None,
        stands_to(today_open, enterprise, today, calendar, begun=mine),
        rows.filter(opens_on__gt=today).order_by("opens_on").first(),
        edition is not None and edition.road in ROADS,
        _platform(edition),
        office_answering(scheme.code, "recognises", today),
    )


def _edition(scheme: Scheme, today: date) -> Edition | None:
    try:
        return edition_for(scheme, Batch.Kind.NEW, today)
    except NoEdition:
        return None


def _platform(edition: Edition | None) -> Platform | None:
    """Where to copy to; nowhere while nobody knows what the title asks for."""
    if edition is None or edition.rules.get("conditions_unknown"):
        return None
    return platform_of(edition)
