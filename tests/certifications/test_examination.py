"""From recommendation to recognition: criteria, judgements, scores, the notice and the number."""

from datetime import date

import pytest

from certifications import workflow
from certifications.models import Certification, Holding
from certifications.states import State
from enterprises.models import Letter
from tests import factories


def test_figures_that_miss_a_condition_are_not_recommended(draft, walked, laoshan_officer, today):
    """Technical staff under 10 % (〔2016〕32号 第十一条（四）)."""
    factories.with_figures(draft.enterprise, today.year - 1, tech_staff=5)
    application = walked(State.DISTRICT_REVIEW)

    with pytest.raises(workflow.NotReady, match="10%"):
        workflow.advance(application, "recommend", by=laoshan_officer, today=today)


@pytest.mark.parametrize(("points", "passes"), [("70", False), ("70.5", True), ("71", True)])
def test_seventy_points_do_not_pass_more_than_seventy_do(
    walked, city_officer, today, points, passes
):
    """〔2016〕32号 第十一条（七）: 70 分以上，不含 70 分."""
    application = walked(State.EXPERT_REVIEW)
    details = {
        "outcome": "passed", "score": points, "judgements": factories.judged(application)
    }  # fmt: skip

    def record():
        return workflow.advance(
            application, "record_review", by=city_officer, today=today, details=details
        )

    if passes:
        assert record().state == State.REVIEWED
    else:
        with pytest.raises(workflow.NotReady, match="70"):
            record()


def test_what_a_person_must_judge_is_judged_before_the_review_passes(walked, city_officer, today):
    application = walked(State.EXPERT_REVIEW)

    with pytest.raises(workflow.NotReady, match="逐条判断"):
        workflow.advance(
            application, "record_review", by=city_officer, today=today,
            details={"outcome": "passed", "score": "80"},
        )  # fmt: skip


def test_a_failed_review_closes_the_case_with_its_record(walked, city_officer, today):
    application = walked(State.EXPERT_REVIEW)

    closed = workflow.advance(
        application,
        "decline",
        by=city_officer,
        today=today,
        note="得分 68",
        details={"score": "68"},
    )

    assert closed.state == State.NOT_RECOGNISED
    assert closed.reviews.get().outcome == "failed"
    assert closed.due_on is None


def test_a_high_tech_notice_runs_ten_working_days(walked):
    """15 June is day 1; 端午 19 June is off: 15-18, 22-26, 29 June."""
    notice = walked(State.PUBLIC_NOTICE).notice_entry.notice

    assert (notice.starts_on, notice.ends_on) == (date(2026, 6, 15), date(2026, 6, 29))


def test_the_letter_of_the_notice_names_its_last_day(walked):
    letter_of = Letter.objects.filter(kind="notice_opened")

    walked(State.PUBLIC_NOTICE)

    assert "2026年6月29日" in letter_of.get().subject_zh
    assert "29 June 2026" in letter_of.get().subject_en


def test_nobody_is_recognised_while_the_notice_runs(walked, city_officer):
    application = walked(State.PUBLIC_NOTICE)

    with pytest.raises(workflow.NotReady, match="公示期"):
        factories.recognise(application, city_officer, date(2026, 6, 29))


def test_recognition_enters_a_certification_and_a_holding(walked, city_officer):
    application = walked(State.PUBLIC_NOTICE)

    done = factories.recognise(application, city_officer, date(2026, 6, 30))

    held = Certification.objects.get(application=done)
    assert (held.valid_from, held.valid_until) == (date(2026, 6, 30), date(2029, 6, 29))
    assert Holding.objects.get(enterprise=done.enterprise).last_day == date(2029, 6, 29)
    assert held.documents.get().name == done.enterprise.name
    assert Letter.objects.filter(kind="recognised", enterprise=done.enterprise).exists()


@pytest.mark.parametrize("number", ["", "GR2026371", "37100001"])
def test_a_number_of_the_wrong_form_is_refused(walked, city_officer, number):
    application = walked(State.PUBLIC_NOTICE)

    with pytest.raises(workflow.NotReady, match="编号"):
        factories.recognise(application, city_officer, date(2026, 6, 30), number=number)


def test_figures_that_an_officer_recommended_are_verified(walked):
    application = walked(State.EXPERT_REVIEW)

    states = application.enterprise.figures.filter(is_latest=True).values_list("state", flat=True)

    assert set(states) == {"verified"}


def test_figures_stated_after_submission_change_nothing_in_the_case(
    draft, walked, laoshan_officer, today
):
    """Neither by correction of the year nor through another draft of the enterprise."""
    factories.with_figures(draft.enterprise, today.year - 1, tech_staff=5)
    application = walked(State.DISTRICT_REVIEW)
    factories.with_figures(application.enterprise, today.year - 1, tech_staff=30)

    with pytest.raises(workflow.NotReady, match="10%"):
        workflow.advance(application, "recommend", by=laoshan_officer, today=today)


def test_only_the_versions_handed_in_are_verified(walked, laoshan_officer, today):
    application = walked(State.DISTRICT_REVIEW)
    factories.with_figures(application.enterprise, today.year - 1, employees=75)

    workflow.advance(application, "recommend", by=laoshan_officer, today=today)

    states = application.enterprise.figures.filter(year=today.year - 1)
    assert dict(states.values_list("version", "state")) == {1: "verified", 2: "claimed"}


@pytest.mark.parametrize(
    "points", ["nan", "sNaN", "Infinity", "1e2000", "-1", "101", "80.125", "八十"]
)
def test_a_score_that_is_no_score_is_refused(walked, city_officer, today, points):
    application = walked(State.EXPERT_REVIEW)
    details = {"outcome": "passed", "score": points, "judgements": factories.judged(application)}

    with pytest.raises(workflow.NotReady, match="综合得分"):
        workflow.advance(
            application, "record_review", by=city_officer, today=today, details=details
        )


@pytest.mark.parametrize(
    "starts_on", [date(2026, 6, 14), date(2026, 6, 20), date(2026, 8, 1), date(9999, 12, 31)]
)
def test_a_notice_starts_on_a_working_day_within_a_month(walked, city_officer, today, starts_on):
    application = walked(State.REVIEWED)

    with pytest.raises(workflow.NotReady, match="公示"):
        workflow.advance(
            application,
            "open_notice",
            by=city_officer,
            today=today,
            details={"starts_on": starts_on},
        )


@pytest.mark.parametrize("issued_on", [date(1, 1, 1), date(2026, 6, 14), date(2026, 7, 1)])
def test_a_title_is_not_issued_before_it_was_asked_for_nor_tomorrow(
    walked, city_officer, issued_on
):
    application = walked(State.PUBLIC_NOTICE)
    details = {"number": "GR202637100001", "issued_on": issued_on, "announced_on": None}

    with pytest.raises(workflow.NotReady, match="日期"):
        workflow.advance(
            application, "recognise", by=city_officer, today=date(2026, 6, 30), details=details
        )


def test_a_figure_that_departs_from_a_verified_one_is_conflicting(walked, today):
    application = walked(State.EXPERT_REVIEW)

    factories.with_figures(application.enterprise, today.year - 1, employees=75)

    latest = application.enterprise.figures.get(is_latest=True, year=today.year - 1)
    assert (latest.state, latest.version) == ("conflicting", 2)
