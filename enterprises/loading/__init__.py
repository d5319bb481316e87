"""The places, offices, industries and calendars of seeds/, as rows. Loading twice changes nothing.

Rows that the files no longer name are kept and counted: a register forgets nothing.
"""

from django.db import transaction

from enterprises.loading.calendar import load_calendar
from enterprises.loading.industries import load_chains, load_industries
from enterprises.loading.offices import load_offices
from enterprises.loading.places import load_districts, load_zones
from enterprises.loading.tally import Tally, set_fields, upsert

__all__ = ["Tally", "load", "set_fields", "upsert"]


@transaction.atomic
def load() -> list[Tally]:
    """Bring every kind of row in line with its file; raises SeedError on a file not as agreed."""
    return [
        load_districts(),
        load_zones(),
        *load_offices(),
        load_industries(),
        *load_chains(),
        *load_calendar(),
    ]
