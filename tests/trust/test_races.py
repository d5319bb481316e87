"""Two people at once: on PostgreSQL one wins, the other reads a sentence, nothing is doubled.

The race for acceptance has a negative control: with the lock taken out, both officers accept.
"""

import threading
from datetime import date

import pytest
from django.db import IntegrityError, connections, transaction

from certifications import drafting, workflow
from certifications.models import Application, Certification, Notice
from certifications.notices import decide_objection, object_to
from certifications.states import State
from enterprises import journal
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


def test_an_upheld_objection_and_a_recognition_never_both_stand(walked, city_officer):
    """The case's row is locked first by either; the loser reads why."""
    application = walked(State.PUBLIC_NOTICE)
    objection = object_to(
        application.notice_entry, by_kind="person", by_name="马先生", contact="0532-88880000",
        says="其主要专利已于三月转让给他人", today=date(2026, 6, 15),
    )  # fmt: skip
    day = date(2026, 6, 30)
    details = {"number": "GR202637100001", "issued_on": day}

    at_once(
        lambda: workflow.advance(
            application, "recognise", by=city_officer, today=day, details=details
        ),
        lambda: decide_objection(
            objection, upheld=True, says="经核查属实", by=city_officer, today=day
        ),
    )

    objection.refresh_from_db()
    application.refresh_from_db()
    assert (application.state, objection.state) == (State.PUBLIC_NOTICE, "upheld")


def test_two_notices_of_one_scheme_and_day_are_one(
    walked, draft, clerk, laoshan_officer, city_officer, today
):
    first = walked(State.REVIEWED)
    other = factories.with_figures(factories.enterprise("青岛云岑软件有限公司", 2), today.year - 1)
    factories.member(clerk, other)
    opened = drafting.open_application(other, draft.batch, by=clerk, today=today)
    second = factories.walk(
        factories.fill(opened, by=clerk, today=today), State.REVIEWED,
        clerk=clerk, district=laoshan_officer, city=city_officer, today=today,
    )  # fmt: skip
    details = {"starts_on": today}

    at_once(
        *(
            lambda case=case: workflow.advance(
                case, "open_notice", by=city_officer, today=today, details=details
            )
            for case in (first, second)
        )
    )

    assert Notice.objects.get().entries.count() == 2


def test_eight_entries_of_one_subject_at_once_form_one_chain(db):
    at_once(*[lambda: journal.record("enterprise/X", "note", by=None)] * 8)

    assert JournalEntry.objects.filter(subject="enterprise/X").count() == 8
    assert not list(journal.broken_links())
