"""From an open batch to the receipt; a second click, a missing paper, a colleague who may not."""

from decimal import Decimal

import pytest

from certifications.models import Application, Submission
from certifications.states import State
from tests import factories
from tests.certifications.portal.conftest import words


@pytest.fixture
def base(draft):
    return f"/portal/applications/{draft.reference}/"


def test_a_clerk_walks_from_the_batch_to_the_receipt(browser, firm, today):
    batch = factories.batch("tech_sme", today)

    opened = browser.post(f"/portal/batches/{batch.code}/start/", {"enterprise": firm.credit_code})
    case = Application.objects.get()
    browser.post(
        opened.url + "statements/",
        {
            "sound_accounts": "yes",
            "product_allowed": "yes",
            "clean_conduct": "yes",
            "national_award_5y": "no",
            "led_standard_5y": "no",
        },
    )
    browser.post(
        opened.url + "materials/",
        {
            "self_evaluation": factories.upload("自评.pdf", factories.PDF + b"1"),
            "indicator_proof": [
                factories.upload("佐证一.pdf", factories.PDF + b"2"),
                factories.upload("佐证二.pdf", factories.PDF + b"3"),
            ],
        },
    )
    done = browser.post(opened.url + "check/", {"undertaking": "yes"}, follow=True)

    case.refresh_from_db()
    assert case.state == State.SUBMITTED
    assert done.redirect_chain[-1][0] == opened.url + "receipt/"
    page = words(done)
    assert "已收到您的申请" in page and case.reference in page
    assert Submission.objects.get(application=case).digest in page
    assert "佐证二.pdf" in page
    assert "崂山区科学技术局" in page


def test_the_second_click_lands_on_the_same_receipt(browser, draft, base):
    browser.post(base + "check/", {"undertaking": "yes"})

    again = browser.post(base + "check/", {"undertaking": "yes"}, follow=True)

    assert again.status_code == 200
    assert "不必重复提交" in words(again)
    assert draft.submissions.count() == 1


def test_without_the_undertaking_nothing_is_handed_in(browser, draft, base):
    response = browser.post(base + "check/", {})

    assert response.status_code == 422
    assert "请阅读并勾选真实性承诺后再提交" in words(response)
    assert "错误：" in response.content.decode().split("</title>")[0]
    draft.refresh_from_db()
    assert draft.state == State.DRAFT


def test_everything_missing_is_said_at_once_with_a_way_to_each(browser, empty_draft):
    address = f"/portal/applications/{empty_draft.reference}/"

    page = browser.get(address + "check/").content.decode()
    response = browser.post(address + "check/", {"undertaking": "yes"})

    assert f'href="{address}statements/?back=check#id_niche_years"' in page
    assert f'href="{address}materials/?back=check#m-licence"' in page
    assert response.status_code == 422
    refused = response.content.decode()
    assert f'href="{address}materials/?back=check#m-licence"' in refused
    assert "没有提交" in refused and "checked" in refused
    empty_draft.refresh_from_db()
    assert empty_draft.state == State.DRAFT


def test_a_colleague_who_only_fills_is_told_who_may_hand_in(at_the_door, filler, draft, base):
    door = at_the_door(filler)

    page = words(door.get(base + "check/"))
    response = door.post(base + "check/", {"undertaking": "yes"})

    assert "您可以填报，不能提交" in page and "王晓" in page
    assert response.status_code == 403
    draft.refresh_from_db()
    assert draft.state == State.DRAFT


def test_after_the_batch_closed_the_page_says_so_and_keeps_everything(browser, draft, base, today):
    draft.batch.closes_on = today.replace(day=1)
    draft.batch.save()

    response = browser.post(base + "check/", {"undertaking": "yes"})

    assert response.status_code == 422
    assert "今天不能提交" in words(response)


def test_a_receipt_before_handing_in_leads_to_the_case(browser, draft, base):
    assert browser.get(base + "receipt/").url == base


def test_starting_twice_goes_on_with_the_first(browser, draft, firm):
    address = f"/portal/batches/{draft.batch.code}/start/"

    response = browser.post(address, {"enterprise": firm.credit_code})

    assert response.url == f"/portal/applications/{draft.reference}/"
    assert Application.objects.count() == 1


def test_a_closed_batch_cannot_be_started(browser, firm, today):
    batch = factories.batch("tech_sme", today)
    batch.closes_on = today.replace(month=2)
    batch.save()

    response = browser.post(
        f"/portal/batches/{batch.code}/start/", {"enterprise": firm.credit_code}
    )

    assert response.status_code == 409
    assert "不在申报期内" in words(response)
    assert not Application.objects.exists()


def test_nobody_starts_for_an_enterprise_that_is_not_theirs(browser, neighbour, today):
    batch = factories.batch("tech_sme", today)
    other = neighbour.memberships.get().enterprise

    response = browser.post(
        f"/portal/batches/{batch.code}/start/", {"enterprise": other.credit_code}
    )

    assert response.status_code == 404
    assert not Application.objects.exists()


def test_withdrawing_asks_first_and_ends_the_case(browser, walked):
    case = walked(State.SUBMITTED)
    address = f"/portal/applications/{case.reference}/withdraw/"

    unsure = browser.post(address, {"note": "改到下一批"})
    sure = browser.post(address, {"note": "改到下一批", "sure": "yes"}, follow=True)

    assert unsure.status_code == 422 and "改到下一批" in unsure.content.decode()
    case.refresh_from_db()
    assert case.state == State.WITHDRAWN
    assert "本申请已撤回" in words(sure) and "改到下一批" in words(sure)


def test_a_case_under_review_cannot_be_withdrawn(browser, walked):
    case = walked(State.DISTRICT_REVIEW)
    address = f"/portal/applications/{case.reference}/withdraw/"

    assert "不能撤回" in words(browser.get(address))
    response = browser.post(address, {"sure": "yes"})
    assert response.status_code == 409
    case.refresh_from_db()
    assert case.state == State.DISTRICT_REVIEW


def test_what_was_handed_in_is_shown_though_the_figures_changed_since(browser, walked, firm, today):
    case = walked(State.SUBMITTED)
    factories.with_figures(firm, today.year - 1, revenue=Decimal(99_990_000), tech_staff=1)

    page = words(browser.get(f"/portal/applications/{case.reference}/check/"))

    assert "3,000" in page and "9,999" not in page
    assert "0 项不符合" in page
