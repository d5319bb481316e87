"""改用新规则: what changed for a draft that moved to a new edition, and what was taken out of it."""

from dataclasses import dataclass
from datetime import date

from certifications.catalogue.edition_differences import between
from certifications.models import Application, Edition
from certifications.states import EDITABLE
from enterprises.models import JournalEntry
from enterprises.vocabulary import fact_label, words

MOVED = "move_to_edition"


@dataclass(frozen=True)
class Moved:
    """From which rules, on which day, the differences by heading, and what is no longer asked for."""

    before: Edition
    on: date | None
    changes: dict[str, list[str]]
    answers: list[str]
    papers: list[str]

    @property
    def count(self) -> int:
        return sum(len(says) for says in self.changes.values())


def moved(application: Application) -> Moved | None:
    """What to tell while the case is with the enterprise; None where it never moved."""
    if application.moved_from is None or application.state not in EDITABLE:
        return None
    changes: dict[str, list[str]] = {}
    for line in between(application.moved_from, application.edition):
        changes.setdefault(line.about, []).append(line.says)
    answers, papers = _taken_out(application)
    return Moved(application.moved_from, application.moved_on, changes, answers, papers)


def _taken_out(application: Application) -> tuple[list[str], list[str]]:
    """Answers and files that the last move set aside, as the journal kept them."""
    entries = JournalEntry.objects.filter(subject=application.subject, deed=MOVED)
    last = entries.order_by("-sequence").first()
    detail = last.detail if last else {}
    return (
        [fact_label(code) for code in detail.get("set_aside", ()) if code in words()],
        [paper["file"] for paper in detail.get("papers", ())],
    )
