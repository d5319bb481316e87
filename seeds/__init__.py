"""The law, the places, the promises, the calendar: a strict reader, a function per kind of file.

Knows syntax and shape only (keys, kinds, units). Whether a fact or a scheme exists is checked by
the app that loads the file, and by tests/seeds. Imports none of our apps.
"""

from seeds.amounts import UNITS, amount, base_unit
from seeds.edition_shape import check_edition
from seeds.fact_shape import figures_read
from seeds.lists import rows
from seeds.promises import commitments, letter, letters, reported
from seeds.reader import ROOT, parse, read
from seeds.rulebook import edition, editions, facts, ladder, local_indicators, sources
from seeds.scalars import Share
from seeds.surroundings import (
    chains,
    districts,
    industries,
    offices,
    workday_years,
    workdays,
    zones,
)
from seeds.tables import Listing, SeedError, Table, keys

__all__ = [
    "ROOT",
    "UNITS",
    "Listing",
    "SeedError",
    "Share",
    "Table",
    "amount",
    "base_unit",
    "chains",
    "check_edition",
    "commitments",
    "districts",
    "edition",
    "editions",
    "facts",
    "figures_read",
    "industries",
    "keys",
    "ladder",
    "letter",
    "letters",
    "local_indicators",
    "offices",
    "parse",
    "read",
    "reported",
    "rows",
    "sources",
    "workday_years",
    "workdays",
    "zones",
]
