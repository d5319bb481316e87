"""Two people at once: on PostgreSQL one wins, the other reads a sentence, nothing is doubled.

Each race has a negative control: the same race with the lock taken out doubles the deed.
"""

import threading
from datetime import date

import pytest
from django.db import IntegrityError, connections, transaction

from certifications import drafting, workflow
from certifications.models import Application, Certification
from certifications.states import State
from enterprises.models import JournalEntry
from tests import factories

pytestmark = pytest.mark.postgres


def at_once(*deeds) -> list[object]:
    """Run the deeds in threads that start together; return what each returned or raised."""
    gate, results = threading.Barrier(len(deeds)), [None] * len(deeds)

    def run(place: int) -> None:
        try:
            gate.wait()
            results[place] = deeds[place]()
        except Exception as error:
            results[place] = error
        finally:
            connections.close_all()

    threads = [threading.Thread(target=run, args=(n,)) for n in range(len(deeds))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return results


def test_two_officers_accept_the_same_case_and_one_of_them_does(
    walked, laoshan_officer, laoshan_supervisor, today
):
    application = walked(State.SUBMITTED)

    outcomes = at_once(
        *(
            lambda who=who: workflow.advance(application, "accept", by=who, today=today)
            for who in (laoshan_officer, laoshan_supervisor)
        )
    )

    refused = [each for each in outcomes if isinstance(each, workflow.WrongMoment)]
    assert len(refused) == 1
    assert JournalEntry.objects.filter(subject=application.subject, deed="accept").count() == 1


def test_without_the_lock_both_would_accept(walked, today):
    """Negative control: read, meet, write, as a workflow without select_for_update would."""
    application = walked(State.SUBMITTED)
    met = threading.Barrier(2)

    def unlocked() -> bool:
        with transaction.atomic():
            row = Application.objects.get(pk=application.pk)
            may = row.state == State.SUBMITTED
            met.wait()
            Application.objects.filter(pk=row.pk).update(state=State.DISTRICT_REVIEW)
            return may

    assert at_once(unlocked, unlocked) == [True, True]


def test_two_colleagues_open_the_same_application_and_one_draft_stands(firm, clerk, filler, today):
    batch = factories.batch("high_tech", today)

    outcomes = at_once(
        *(
            lambda who=who: drafting.open_application(firm, batch, by=who, today=today)
            for who in (clerk, filler)
        )
    )

    assert Application.objects.filter(enterprise=firm).count() == 1
    assert sum(isinstance(each, workflow.NotReady) for each in outcomes) == 1


def test_one_number_is_given_once(walked, city_officer):
    application = walked(State.PUBLIC_NOTICE)
    day = date(2026, 6, 30)
    details = {"number": "GR202637100001", "issued_on": day}

    at_once(
        *[
            lambda: workflow.advance(
                application, "recognise", by=city_officer, today=day, details=details
            )
        ]
        * 2
    )

    assert Certification.objects.count() == 1


def test_the_database_itself_refuses_a_second_number(walked, city_officer):
    application = walked(State.PUBLIC_NOTICE)
    day = date(2026, 6, 30)
    workflow.advance(
        application, "recognise", by=city_officer, today=day,
        details={"number": "GR202637100001", "issued_on": day},
    )  # fmt: skip
    held = Certification.objects.get()
    held.pk, held.application = None, None

    with pytest.raises(IntegrityError, match="a_number_is_given_once"):
        held.save()
