"""What follows a review or a return: the record, and the list of defects."""

from decimal import Decimal

from certifications.models import Defect, Review
from certifications.moves import Move


def list_defects(move: Move) -> None:
    """One list for the whole return; the enterprise answers item by item."""
    application = move.application
    application.times_returned += 1
    Defect.objects.bulk_create(
        Defect(
            application=application,
            round=application.times_returned,
            item=each["item"],
            says=each["says"],
            remedy=each["remedy"],
            listed_by=move.by,
            listed_on=move.today,
        )
        for each in move.details["defects"]
    )


def record_review(move: Move) -> None:
    """Keep what the panel, the third party or the city's reviewers concluded."""
    _record(move, move.details["outcome"])


def record_failure(move: Move) -> None:
    """The examination did not pass: its record closes the case."""
    move.application.decided_on = move.today
    _record(move, Review.Outcome.FAILED)


def _record(move: Move, outcome: str) -> None:
    score = move.details.get("score")
    Review.objects.create(
        application=move.application,
        stage=move.step.from_states[0],
        by=move.by,
        on=move.today,
        outcome=outcome,
        score=None if score in (None, "") else Decimal(str(score)),
        judgements=dict(move.details.get("judgements", {})),
        note=move.note,
    )
