"""Objections: real names, within the notice, decided by the office that opened it."""

from datetime import date

import pytest

from certifications import workflow
from certifications.notices import decide_objection, object_to
from certifications.states import State
from tests import factories


def objection_to(application, today):
    return object_to(
        application.notice_entry, by_kind="person", by_name="马先生", contact="0532-00000000",
        says="其主要专利已于三月转让给他人", today=today,
    )  # fmt: skip


def test_an_open_objection_holds_recognition_up(walked, city_officer, today):
    application = walked(State.PUBLIC_NOTICE)
    objection = objection_to(application, today)

    with pytest.raises(workflow.NotReady, match="异议"):
        factories.recognise(application, city_officer, date(2026, 6, 30))

    decide_objection(objection, upheld=False, says="经核查权属清楚", by=city_officer, today=today)
    assert (
        factories.recognise(application, city_officer, date(2026, 6, 30)).state == State.RECOGNISED
    )


def test_an_upheld_objection_ends_the_case(walked, city_officer, today):
    application = walked(State.PUBLIC_NOTICE)
    decide_objection(
        objection_to(application, today),
        upheld=True,
        says="其主要专利已于三月转让给他人",
        by=city_officer,
        today=today,
    )

    with pytest.raises(workflow.NotReady, match="成立"):
        factories.recognise(application, city_officer, date(2026, 6, 30))
    closed = workflow.advance(
        application, "decline_after_objection", by=city_officer, today=today, note="异议成立"
    )
    assert closed.state == State.NOT_RECOGNISED


@pytest.mark.parametrize("day", [date(2026, 6, 14), date(2026, 6, 30)])
def test_objections_are_taken_only_while_the_notice_runs(walked, day):
    application = walked(State.PUBLIC_NOTICE)

    with pytest.raises(workflow.WrongMoment):
        objection_to(application, day)


def test_an_objection_needs_a_name_and_a_contact(walked, today):
    entry = walked(State.PUBLIC_NOTICE).notice_entry

    with pytest.raises(workflow.NotReady, match="真实姓名"):
        object_to(
            entry,
            by_kind="person",
            by_name="",
            contact="053288880000",
            says="其主要专利已于三月转让给他人",
            today=today,
        )


def test_another_office_does_not_decide_an_objection(walked, city_sme_officer, today):
    objection = objection_to(walked(State.PUBLIC_NOTICE), today)

    with pytest.raises(workflow.WrongPerson):
        decide_objection(objection, upheld=True, says="…", by=city_sme_officer, today=today)


@pytest.mark.parametrize(
    "particulars",
    [{"by_name": "张"}, {"contact": "x"}, {"says": "假"}, {"contact": " "}],
)
def test_an_objection_that_nobody_could_verify_is_refused(walked, today, particulars):
    entry = walked(State.PUBLIC_NOTICE).notice_entry
    full = {"by_name": "马先生", "contact": "0532-88880000", "says": "其主要专利已于三月转让给他人"}

    with pytest.raises(workflow.NotReady):
        object_to(entry, by_kind="person", today=today, **(full | particulars))
