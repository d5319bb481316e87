"""Who: the rows about enterprises, places, people and offices."""

from enterprises.models.calendar import CalendarDay, CalendarYear
from enterprises.models.chains import Chain, ChainLink, Taxonomy
from enterprises.models.enterprise import AdverseListing, Enterprise, NameSpan, Succession
from enterprises.models.figures import YearlyFigures
from enterprises.models.intellectual_property import IntellectualProperty, ResearchBody
from enterprises.models.job import Job
from enterprises.models.journal import JournalEntry
from enterprises.models.letter import Letter
from enterprises.models.offices import Mandate, Office, Posting
from enterprises.models.paper import Paper
from enterprises.models.people import ApiClient, Membership, User
from enterprises.models.places import District, Zone
from enterprises.models.relations import ExternalScore, Relation
from enterprises.models.residence import Industry, IndustrySpan, Residence

__all__ = [
    "AdverseListing",
    "ApiClient",
    "CalendarDay",
    "CalendarYear",
    "Chain",
    "ChainLink",
    "District",
    "Enterprise",
    "ExternalScore",
    "Industry",
    "IndustrySpan",
    "IntellectualProperty",
    "Job",
    "JournalEntry",
    "Letter",
    "Mandate",
    "Membership",
    "NameSpan",
    "Office",
    "Paper",
    "Posting",
    "Relation",
    "ResearchBody",
    "Residence",
    "Succession",
    "Taxonomy",
    "User",
    "YearlyFigures",
    "Zone",
]
