"""The answers of a self-check in an enterprise's own draft: seen first, and never over anything."""

import time
from decimal import Decimal

import pytest
from django.contrib.sessions.models import Session
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from certifications import drafting
from certifications.models import Application
from certifications.moves import NotReady, WrongMoment, WrongPerson
from certifications.self_check.answers import Answers
from certifications.self_check.handing_over import fill, filling
from certifications.self_check.limits import HOUR
from certifications.self_check.sealed import seal
from enterprises.models import YearlyFigures
from tests import factories
from tests.certifications.portal.conftest import MODEL_BACKEND, words

PAGE, FILL, FORGET = "/portal/self-check/", "/portal/self-check/fill/", "/portal/self-check/forget/"


@pytest.fixture
def young(db, today):
    """A firm of which the register knows no figures yet."""
    return factories.enterprise("青岛初潮传感科技有限公司", serial=9)


@pytest.fixture
def owner(young):
    return factories.member(factories.person("owner", "初潮"), young)


@pytest.fixture
def blank(young, owner, today):
    """Its draft for the high-tech title, with nothing in it."""
    batch = factories.batch("high_tech", today)
    return drafting.open_application(young, batch, by=owner, today=today)


@pytest.fixture
def answers(today):
    return Answers(
        today,
        {"clean_conduct": True, "conversions_per_year": Decimal("4.50"), "market_share": None},
        {
            0: {"revenue": Decimal(30_000_000), "employees": Decimal(60)},
            1: {"revenue": Decimal(20_000_000)},
            3: {"revenue": Decimal(1)},
        },
    )


@pytest.fixture
def sealed(answers):
    return seal("high_tech", answers)


def latest(firm, year: int) -> YearlyFigures:
    return YearlyFigures.objects.latest_versions().get(enterprise=firm, year=year)


# the way through the login


def test_the_answers_survive_the_login_and_are_kept_by_the_browser_only(sealed, blank, owner):
    visitor = Client()
    with CaptureQueriesContext(connection) as asked:
        sent = visitor.post(PAGE, {"answers": sealed})
    to_login = visitor.get(sent.url)
    visitor.post(
        "/login/", {"username": owner.username, "password": "a-quiet-password", "next": PAGE}
    )

    seen = visitor.get(PAGE)

    assert (sent.status_code, sent.url) == (302, PAGE)
    assert to_login.url.startswith("/login/?next=/portal/self-check/")
    assert sealed not in to_login.url
    assert not [each for each in asked.captured_queries if "INSERT" in each["sql"]]
    assert "会填入" in words(seen)
    assert blank.reference in words(seen)
    kept = " ".join(str(each.get_decoded()) for each in Session.objects.all())
    assert sealed not in kept and "revenue" not in kept


def test_the_cookie_is_short_lived_and_goes_nowhere_else(sealed, db):
    answer = Client().post(PAGE, {"answers": sealed})

    cookie = answer.cookies["self_check"]
    assert cookie["path"] == PAGE
    assert cookie["httponly"]
    assert cookie["samesite"] == "Lax"
    assert cookie["max-age"] == HOUR


def test_answers_that_are_not_ours_or_were_changed_are_not_taken(at_the_door, owner, blank, sealed):
    browser = at_the_door(owner)
    browser.post(PAGE, {"answers": sealed[:-3] + "abc"})

    seen = browser.get(PAGE)

    assert seen.status_code == 422
    assert "不是本站自测的答案" in words(seen)
    assert "self_check" in seen.cookies and seen.cookies["self_check"]["max-age"] == 0


def test_answers_of_more_than_an_hour_ago_are_not_taken(
    at_the_door, owner, blank, sealed, monkeypatch
):
    browser = at_the_door(owner)
    browser.post(PAGE, {"answers": sealed})
    later = time.time() + HOUR + 1
    monkeypatch.setattr("django.core.signing.time.time", lambda: later)

    seen = browser.get(PAGE)

    assert seen.status_code == 422
    assert "已过一小时" in words(seen)


def test_answers_of_any_length_are_not_carried(db, at_the_door, owner):
    browser = at_the_door(owner)
    answer = browser.post(PAGE, {"answers": "x" * 5000})

    assert "self_check" not in answer.cookies
    assert "这里没有自测的答案" in words(browser.get(PAGE))


def test_they_can_be_thrown_away(at_the_door, owner, blank, sealed):
    browser = at_the_door(owner)
    browser.post(PAGE, {"answers": sealed})

    browser.post(FORGET)

    assert "这里没有自测的答案" in words(browser.get(PAGE))


# what would be filled in


def test_before_anything_is_written_one_sees_what_would_be(
    at_the_door, owner, blank, young, sealed
):
    browser = at_the_door(owner)
    browser.post(PAGE, {"answers": sealed})

    seen = words(browser.get(PAGE))

    assert "会填入 5 项" in seen
    assert "3,000.00 万元" in seen
    assert not YearlyFigures.objects.filter(enterprise=young).exists()
    assert Application.objects.get(pk=blank.pk).claims == {}


def test_only_what_the_draft_asks_for_is_brought(blank, answers, today):
    brought = {(entry.code, entry.year) for entry in filling(blank, answers, today).empty}

    assert ("revenue", 2025) in brought and ("revenue", 2024) in brought
    assert ("revenue", 2022) not in brought
    assert ("market_share", None) not in brought


def test_once_confirmed_the_empty_fields_are_filled(at_the_door, owner, blank, young, sealed):
    browser = at_the_door(owner)
    browser.post(PAGE, {"answers": sealed})

    done = browser.post(FILL, {"application": blank.reference})

    blank.refresh_from_db()
    assert done.url == f"/portal/applications/{blank.reference}/"
    assert latest(young, 2025).revenue == 30_000_000
    assert latest(young, 2025).employees == 60
    assert latest(young, 2025).state == "claimed"
    assert latest(young, 2024).revenue == 20_000_000
    assert blank.claims == {"clean_conduct": "yes", "conversions_per_year": "4.5"}
    assert "这里没有自测的答案" in words(browser.get(PAGE))


def test_what_stands_in_the_draft_is_never_overwritten(blank, owner, young, answers, today):
    drafting.save_figures(blank, 2025, {"revenue": Decimal(99)}, by=owner, today=today)
    drafting.save_claims(blank, {"clean_conduct": "no"}, by=owner, today=today)

    found = fill(Application.objects.get(pk=blank.pk), answers, by=owner, today=today)

    blank.refresh_from_db()
    assert latest(young, 2025).revenue == 99
    assert latest(young, 2025).employees == 60
    assert blank.claims["clean_conduct"] == "no"
    assert {entry.code for entry in found.kept} == {"revenue", "clean_conduct"}


def test_what_a_colleague_saved_after_the_page_was_opened_stands(
    at_the_door, owner, blank, young, sealed, today
):
    browser = at_the_door(owner)
    browser.post(PAGE, {"answers": sealed})
    browser.get(PAGE)
    drafting.save_claims(blank, {"clean_conduct": "no"}, by=owner, today=today)
    drafting.save_figures(blank, 2025, {"revenue": Decimal(7)}, by=owner, today=today)

    browser.post(FILL, {"application": blank.reference})

    blank.refresh_from_db()
    assert blank.claims["clean_conduct"] == "no"
    assert latest(young, 2025).revenue == 7


def test_a_nought_that_was_stated_is_no_empty_field(blank, owner, young, answers, today):
    drafting.save_figures(blank, 2025, {"revenue": Decimal(0)}, by=owner, today=today)

    fill(Application.objects.get(pk=blank.pk), answers, by=owner, today=today)

    assert latest(young, 2025).revenue == 0


def test_where_two_figures_differ_the_page_says_so(at_the_door, owner, blank, sealed, today):
    drafting.save_figures(blank, 2025, {"revenue": Decimal(99)}, by=owner, today=today)
    browser = at_the_door(owner)
    browser.post(PAGE, {"answers": sealed})

    assert "两处不同，请核对" in words(browser.get(PAGE))


def test_drafts_of_all_ones_enterprises_are_offered_each_by_its_name(
    at_the_door, owner, blank, firm, draft, sealed
):
    factories.member(owner, firm)
    browser = at_the_door(owner)
    browser.post(PAGE, {"answers": sealed})

    seen = words(browser.get(PAGE))

    assert blank.reference in seen and draft.reference in seen
    assert firm.name in seen


def test_a_colleague_who_may_only_fill_may_bring_answers_too(blank, young, answers, today):
    filler = factories.member(factories.person("young_filler", "小初"), young, "fill")

    assert fill(blank, answers, by=filler, today=today).empty


# who may not


def test_another_enterprises_draft_is_not_found(at_the_door, neighbour, blank, young, sealed):
    browser = at_the_door(neighbour)
    browser.post(PAGE, {"answers": sealed})

    answer = browser.post(FILL, {"application": blank.reference})

    assert answer.status_code == 404
    assert blank.reference not in words(browser.get(PAGE))
    assert not YearlyFigures.objects.filter(enterprise=young).exists()


def test_the_deed_itself_refuses_a_stranger(blank, neighbour, answers, today):
    with pytest.raises(WrongPerson):
        fill(blank, answers, by=neighbour, today=today)


def test_an_officer_is_shown_their_own_door(at_the_door, laoshan_officer, sealed):
    browser = at_the_door(laoshan_officer)
    browser.post(PAGE, {"answers": sealed})

    assert browser.get(PAGE).status_code == 403


def test_a_case_that_was_handed_in_is_not_touched(walked, clerk, answers, today):
    with pytest.raises(WrongMoment):
        fill(walked("submitted"), answers, by=clerk, today=today)


def test_a_case_that_came_back_is_filled_by_hand(returned, clerk, answers, today):
    with pytest.raises(WrongMoment, match="还没有提交"):
        fill(returned, answers, by=clerk, today=today)


def test_where_nothing_is_empty_nothing_is_done(draft, clerk, answers, today):
    with pytest.raises(NotReady, match="没有可以带入的空项"):
        fill(draft, answers, by=clerk, today=today)


def test_a_refusal_is_shown_on_the_page(at_the_door, clerk, draft, sealed):
    browser = at_the_door(clerk)
    browser.post(PAGE, {"answers": sealed})

    answer = browser.post(FILL, {"application": draft.reference})

    assert answer.status_code == 422
    assert "没有可以带入的空项" in words(answer)


def test_whoever_has_to_sign_in_first_looks_at_the_answers_again(sealed, blank, owner, young):
    visitor = Client()
    visitor.post(PAGE, {"answers": sealed})

    answer = visitor.post(FILL, {"application": blank.reference})
    visitor.force_login(owner, backend=MODEL_BACKEND)

    assert answer.url == "/login/?next=/portal/self-check/"
    assert "会填入" in words(visitor.get(PAGE))
    assert not YearlyFigures.objects.filter(enterprise=young).exists()


def test_without_an_open_draft_the_page_says_how_to_begin_one(at_the_door, owner, sealed):
    browser = at_the_door(owner)
    browser.post(PAGE, {"answers": sealed})

    assert "没有正在填报的申请" in words(browser.get(PAGE))
