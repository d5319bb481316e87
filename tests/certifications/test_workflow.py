"""Does a case go its road: right moment, right person, ready, and everything at once?"""

from datetime import date, timedelta

import pytest

from certifications import drafting, workflow
from certifications.models import Application, Certification, Defect, Notice
from certifications.states import State
from enterprises.journal import broken_links
from enterprises.models import JournalEntry, Letter, Mandate, Membership
from tests import factories

DEFECT = {"item": "rd_audit", "says": "审计报告第 3 页模糊", "remedy": "请上传清晰的彩色扫描件"}


def test_a_clerk_submits_and_the_case_comes_to_the_office_of_the_district(draft, clerk, today):
    draft = workflow.advance(draft, "submit", by=clerk, today=today, details={"undertaking": True})

    assert draft.state == State.SUBMITTED
    assert draft.district_office.code == "laoshan_science"
    assert draft.city_office.code == "city_science"
    assert draft.submitted_on == today


def test_acceptance_is_due_in_five_working_days(walked):
    """15 June 2026 + 5 working days, 端午 on the 19th: 23 June."""
    assert walked(State.SUBMITTED).due_on == date(2026, 6, 23)


def test_what_was_handed_in_is_frozen_with_its_digest(walked):
    submission = walked(State.SUBMITTED).submissions.get()

    assert len(submission.digest) == 64
    assert submission.contents["figures"]["2025/v1"]["revenue"] == "30000000.00"
    assert submission.contents["findings"]["rd_share"] == "met"


def test_an_incomplete_draft_is_refused_with_every_gap_named(firm, clerk, today):
    batch = factories.batch("high_tech", today)
    opened = drafting.open_application(firm, batch, by=clerk, today=today)

    with pytest.raises(workflow.NotReady) as refusal:
        workflow.advance(opened, "submit", by=clerk, today=today, details={"undertaking": True})

    assert "企业营业执照" in str(refusal.value)
    opened.refresh_from_db()
    assert opened.state == State.DRAFT


def test_without_the_undertaking_nothing_is_submitted(draft, clerk, today):
    with pytest.raises(workflow.NotReady, match="承诺"):
        workflow.advance(draft, "submit", by=clerk, today=today)


def test_a_colleague_who_only_fills_cannot_submit(draft, filler, today):
    with pytest.raises(workflow.WrongPerson, match="提交人"):
        workflow.advance(draft, "submit", by=filler, today=today, details={"undertaking": True})


def test_after_the_batch_closes_nothing_is_submitted(draft, clerk):
    late = date(2027, 1, 4)

    with pytest.raises(workflow.NotReady, match="申报期"):
        workflow.advance(draft, "submit", by=clerk, today=late, details={"undertaking": True})


def test_an_officer_of_another_district_is_refused(walked, jimo_officer, today):
    application = walked(State.DISTRICT_REVIEW)

    with pytest.raises(workflow.WrongPerson):
        workflow.advance(application, "recommend", by=jimo_officer, today=today)


def test_an_officer_of_another_bureau_of_the_same_district_is_refused(
    walked, laoshan_industry_officer, today
):
    application = walked(State.DISTRICT_REVIEW)

    with pytest.raises(workflow.WrongPerson):
        workflow.advance(application, "recommend", by=laoshan_industry_officer, today=today)


def test_an_officer_whose_posting_ended_yesterday_is_refused(walked, laoshan_officer, today):
    application = walked(State.DISTRICT_REVIEW)
    laoshan_officer.postings.update(until=today - timedelta(days=1))

    with pytest.raises(workflow.WrongPerson):
        workflow.advance(application, "recommend", by=laoshan_officer, today=today)


def test_a_step_at_the_wrong_moment_says_where_the_case_is(walked, laoshan_officer, today):
    application = walked(State.EXPERT_REVIEW)

    with pytest.raises(workflow.WrongMoment, match="专家评审"):
        workflow.advance(application, "recommend", by=laoshan_officer, today=today)


def test_a_return_lists_what_is_wrong_and_what_is_wanted(walked, laoshan_officer, today):
    application = walked(State.DISTRICT_REVIEW)

    returned = workflow.advance(
        application, "return_for_correction", by=laoshan_officer, today=today,
        details={"defects": [DEFECT]},
    )  # fmt: skip

    assert returned.state == State.CORRECTION
    assert returned.defects.get().remedy == DEFECT["remedy"]
    letter = Letter.objects.get(kind="returned_for_correction")
    assert (
        "1. 近三年研发费用专项审计报告——问题：审计报告第 3 页模糊；要求：请上传清晰的彩色扫描件"
        in letter.body_zh
    )
    assert "Special audit of R&D expenditure" in letter.body_en


@pytest.mark.parametrize("defects", [[], [{"item": "rd_audit", "says": "模糊", "remedy": ""}]])
def test_a_return_without_a_remedy_is_refused(walked, laoshan_officer, today, defects):
    application = walked(State.DISTRICT_REVIEW)

    with pytest.raises(workflow.NotReady):
        workflow.advance(
            application, "return_for_correction", by=laoshan_officer, today=today,
            details={"defects": defects},
        )  # fmt: skip


def returned(application, officer, today) -> Application:
    return workflow.advance(
        application, "return_for_correction", by=officer, today=today, details={"defects": [DEFECT]}
    )


def test_a_case_is_resubmitted_only_when_every_defect_is_answered(
    walked, clerk, laoshan_officer, today
):
    application = returned(walked(State.DISTRICT_REVIEW), laoshan_officer, today)

    with pytest.raises(workflow.NotReady, match="1 项补正"):
        workflow.advance(application, "resubmit", by=clerk, today=today)

    drafting.answer_defect(Defect.objects.get(), answer="changed", says="", by=clerk, today=today)
    application = workflow.advance(application, "resubmit", by=clerk, today=today)
    assert application.state == State.DISTRICT_REVIEW
    assert application.submissions.count() == 2


def test_the_reviewing_clock_stands_while_the_case_is_with_the_enterprise(
    walked, clerk, laoshan_officer, today
):
    """Accepted 15 June: 15 working days, to 7 July. Returned on 24 June with 10 left (24 included).

    Back on 6 July: ten working days from 7 July end on 20 July.
    """
    application = walked(State.DISTRICT_REVIEW)
    assert application.due_on == date(2026, 7, 7)
    application = returned(application, laoshan_officer, date(2026, 6, 24))
    drafting.answer_defect(
        Defect.objects.get(), answer="changed", says="", by=clerk, today=date(2026, 7, 6)
    )

    application = workflow.advance(application, "resubmit", by=clerk, today=date(2026, 7, 6))

    assert application.due_on == date(2026, 7, 20)


def test_a_second_return_needs_the_supervisor(
    walked, clerk, laoshan_officer, laoshan_supervisor, today
):
    application = returned(walked(State.DISTRICT_REVIEW), laoshan_officer, today)
    drafting.answer_defect(Defect.objects.get(), answer="changed", says="", by=clerk, today=today)
    application = workflow.advance(application, "resubmit", by=clerk, today=today)

    with pytest.raises(workflow.NotReady, match="负责人"):
        returned(application, laoshan_officer, today)

    assert returned(application, laoshan_supervisor, today).times_returned == 2


def test_every_step_leaves_one_entry_in_an_unbroken_chain(walked, city_officer):
    application = walked(State.PUBLIC_NOTICE)
    factories.recognise(application, city_officer, date(2026, 6, 30))

    deeds = JournalEntry.objects.filter(subject=application.subject)

    assert [entry.deed for entry in deeds] == [
        "open", "submit", "accept", "recommend", "record_review", "open_notice", "recognise",
    ]  # fmt: skip
    assert not list(broken_links())


def test_a_refused_step_leaves_nothing_behind(walked, city_officer):
    application = walked(State.PUBLIC_NOTICE)
    before = JournalEntry.objects.count(), Letter.objects.count()

    with pytest.raises(workflow.NotReady):
        factories.recognise(application, city_officer, date(2026, 6, 30), number="")

    assert (JournalEntry.objects.count(), Letter.objects.count()) == before
    assert not Certification.objects.exists()


def test_two_cases_on_the_same_start_day_share_a_notice(
    walked, today, clerk, laoshan_officer, city_officer
):
    walked(State.PUBLIC_NOTICE)
    other = factories.with_figures(factories.enterprise("青岛云岑软件有限公司", 2), today.year - 1)
    factories.member(clerk, other, Membership.Role.MANAGE)
    batch = factories.batch("high_tech", today)
    opened = drafting.open_application(other, batch, by=clerk, today=today)
    factories.fill(opened, by=clerk, today=today)

    factories.walk(
        opened,
        State.PUBLIC_NOTICE,
        clerk=clerk,
        district=laoshan_officer,
        city=city_officer,
        today=today,
    )

    assert Notice.objects.get().entries.count() == 2


def test_a_withdrawn_draft_makes_room_for_a_new_one(draft, clerk, today):
    workflow.advance(draft, "withdraw", by=clerk, today=today)

    again = drafting.open_application(draft.enterprise, draft.batch, by=clerk, today=today)

    assert again.state == State.DRAFT


def test_an_enterprise_has_one_open_application_per_scheme(draft, clerk, today):
    with pytest.raises(workflow.NotReady, match="在办"):
        drafting.open_application(draft.enterprise, draft.batch, by=clerk, today=today)


def test_a_branch_cannot_apply(firm, clerk, today):
    firm.kind = "branch"
    firm.save()

    with pytest.raises(workflow.NotReady, match="分支机构"):
        drafting.open_application(firm, factories.batch("high_tech", today), by=clerk, today=today)


def test_choices_offer_only_what_the_person_may_do(walked, laoshan_officer, jimo_officer, today):
    application = walked(State.DISTRICT_REVIEW)

    mine = {c.step.code for c in workflow.choices(application, by=laoshan_officer, today=today)}
    theirs = workflow.choices(application, by=jimo_officer, today=today)

    assert mine == {"return_for_correction", "recommend", "not_recommend"}
    assert theirs == []


def test_a_draft_is_seen_by_its_enterprise_alone(
    draft, clerk, laoshan_officer, city_officer, today
):
    seen = {
        who.username: Application.objects.visible_to(who, today).filter(pk=draft.pk).exists()
        for who in (clerk, laoshan_officer, city_officer)
    }

    assert seen == {"clerk": True, "laoshan": False, "city": False}


def test_nobody_decides_on_the_enterprise_they_work_for(walked, laoshan_officer, today):
    application = walked(State.SUBMITTED)
    factories.member(laoshan_officer, application.enterprise, Membership.Role.FILL)

    with pytest.raises(workflow.WrongPerson):
        workflow.advance(application, "accept", by=laoshan_officer, today=today)


def test_who_recommended_for_the_district_does_not_examine_for_the_city(
    walked, laoshan_officer, today
):
    application = walked(State.EXPERT_REVIEW)
    factories.post(laoshan_officer, "city_science")

    with pytest.raises(workflow.WrongPerson):
        workflow.advance(application, "decline", by=laoshan_officer, today=today, note="…")


def test_without_a_city_office_nothing_is_submitted(draft, clerk, today):
    Mandate.objects.filter(scheme_code="high_tech", duty="recognises").update(
        until=today.replace(day=1)
    )

    with pytest.raises(workflow.NotReady, match="市级部门"):
        workflow.advance(draft, "submit", by=clerk, today=today, details={"undertaking": True})


def test_a_note_beyond_two_thousand_characters_is_refused(walked, laoshan_officer, today):
    application = walked(State.DISTRICT_REVIEW)

    with pytest.raises(workflow.NotReady, match="2000"):
        workflow.advance(
            application, "not_recommend", by=laoshan_officer, today=today, note="长" * 2001
        )
