"""The city's deeds on the case page: review, notice, recognition, objections."""

from datetime import timedelta

import pytest

from certifications import notices
from certifications.models import Application, Certification, Objection
from certifications.states import State
from tests import factories


def fresh(application) -> Application:
    return Application.objects.get(pk=application.pk)


def test_a_review_needs_its_judgements_and_keeps_the_score_typed(
    walked, door, case_url, city_officer
):
    case = walked(State.EXPERT_REVIEW)
    url = case_url(case, "step", "record_review")

    answer = door(city_officer).post(
        url, {"record_review-outcome": "passed", "record_review-score": "82.5"}
    )

    page = answer.content.decode()
    assert answer.status_code == 422
    assert "须由审核人逐条判断为符合" in page
    assert 'value="82.5"' in page


def test_the_city_officer_walks_a_case_from_review_to_the_title(
    walked, door, case_url, city_officer, settings
):
    case = walked(State.EXPERT_REVIEW)
    browser = door(city_officer)
    judged = {f"record_review-judged_{code}": "on" for code in factories.judged(case)}
    browser.post(
        case_url(case, "step", "record_review"),
        {"record_review-outcome": "passed", "record_review-score": "82", **judged},
    )
    browser.post(case_url(case, "step", "open_notice"), {"open_notice-starts_on": "2026-06-15"})
    case = fresh(case)
    assert case.state == State.PUBLIC_NOTICE
    day = settings.REGISTRY_TODAY = factories.notice_end(case) + timedelta(days=1)

    shown = browser.get(case_url(case)).content.decode()
    answer = browser.post(
        case_url(case, "step", "recognise"),
        {
            "recognise-number": "GR202637100009",
            "recognise-issued_on": day.isoformat(),
            "recognise-announced_on": "",
        },
    )

    assert "称号有效至 2029-" in shown
    assert answer.status_code == 302
    assert fresh(case).state == State.RECOGNISED
    assert Certification.objects.get(application=case).number == "GR202637100009"
    assert browser.get(case_url(case)).status_code == 200


@pytest.mark.parametrize(
    ("number", "issued_on", "sentence"),
    [
        ("", "2026-06-15", "请填写编号"),
        ("京2026", "2026-06-15", "不合规则"),
        ("GR202637100009", "", "请填写发证"),
        ("GR202637100009", "2099-01-01", "不得晚于今天"),
        ("GR202637100009", "昨天", "输入一个有效的日期"),
    ],
)
def test_a_bad_number_or_day_is_refused_and_kept(
    walked, door, case_url, city_officer, settings, number, issued_on, sentence
):
    case = walked(State.PUBLIC_NOTICE)
    settings.REGISTRY_TODAY = factories.notice_end(case) + timedelta(days=1)

    answer = door(city_officer).post(
        case_url(case, "step", "recognise"),
        {"recognise-number": number, "recognise-issued_on": issued_on},
    )

    page = answer.content.decode()
    assert answer.status_code == 422
    assert sentence in page
    assert not number or f'value="{number}"' in page
    assert not Certification.objects.filter(application=case).exists()


def test_an_objection_is_decided_on_the_case_page(walked, door, case_url, city_officer, today):
    case = walked(State.PUBLIC_NOTICE)
    objection = notices.object_to(
        case.notice_entry, by_kind="person", by_name="赵某", contact="13800000000",
        says="专利权属有争议", today=today,
    )  # fmt: skip
    url, prefix = case_url(case, "objection", objection.pk), f"objection-{objection.pk}"
    browser = door(city_officer)

    empty = browser.post(url, {f"{prefix}-decision": "dismissed"})
    done = browser.post(
        url, {f"{prefix}-decision": "dismissed", f"{prefix}-says": "经核查权属清晰"}
    )
    again = browser.post(url, {f"{prefix}-decision": "upheld", f"{prefix}-says": "改判"})

    objection.refresh_from_db()
    assert (empty.status_code, done.status_code, again.status_code) == (422, 302, 409)
    assert objection.state == Objection.State.DISMISSED
    assert "经核查权属清晰" in browser.get(case_url(case)).content.decode()


def test_the_district_officer_may_not_decide_an_objection(
    walked, door, case_url, laoshan_officer, today
):
    case = walked(State.PUBLIC_NOTICE)
    objection = notices.object_to(
        case.notice_entry, by_kind="person", by_name="赵某", contact="13800000000",
        says="专利权属有争议", today=today,
    )  # fmt: skip
    prefix = f"objection-{objection.pk}"

    answer = door(laoshan_officer).post(
        case_url(case, "objection", objection.pk),
        {f"{prefix}-decision": "upheld", f"{prefix}-says": "成立"},
    )

    assert answer.status_code == 403
    assert "异议由青岛市科学技术局处理" in answer.content.decode()
