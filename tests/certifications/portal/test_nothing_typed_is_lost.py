"""A session that ran out while a form was open: log in, and the form is as it was."""

import pytest
from django.test import Client

from enterprises.models import YearlyFigures
from tests.certifications.portal.conftest import MODEL_BACKEND, words


@pytest.fixture
def logged_out():
    return Client()


def test_figures_typed_after_the_session_ran_out_come_back(logged_out, empty_draft, clerk, firm):
    address = f"/portal/applications/{empty_draft.reference}/figures/2025/"

    sent = logged_out.post(address, {"revenue": "8,888", "seen": "1"})
    logged_out.force_login(clerk, backend=MODEL_BACKEND)
    page = logged_out.get(sent.url.split("next=")[1])

    assert sent.status_code == 302 and sent.url.startswith("/login/?next=")
    assert page.status_code == 200
    assert 'value="8,888"' in page.content.decode()
    assert "还没有保存" in words(page)
    assert YearlyFigures.objects.filter(enterprise=firm, year=2025).count() == 1
    assert "8,888" not in logged_out.get(address).content.decode()


def test_answers_to_defects_and_statements_come_back(logged_out, returned, clerk):
    base = f"/portal/applications/{returned.reference}/"
    for page, data, back in (
        ("defects/", {"d1-answer": "explained", "d1-says": "第 3 页是空白页"}, "第 3 页是空白页"),
        ("statements/", {"conversions_per_year": "4.25"}, 'value="4.25"'),
    ):
        logged_out.logout()
        logged_out.post(base + page, data)
        logged_out.force_login(clerk, backend=MODEL_BACKEND)

        assert back in logged_out.get(base + page).content.decode()
    assert not returned.defects.exclude(answer="").exists()


def test_what_was_kept_is_shown_to_nobody_else(logged_out, empty_draft, neighbour):
    address = f"/portal/applications/{empty_draft.reference}/figures/2025/"
    logged_out.post(address, {"revenue": "8,888", "seen": "1"})
    logged_out.force_login(neighbour, backend=MODEL_BACKEND)

    assert logged_out.get(address).status_code == 404


def test_handing_in_without_being_logged_in_hands_in_nothing(logged_out, draft, clerk):
    address = f"/portal/applications/{draft.reference}/check/"
    logged_out.post(address, {"undertaking": "yes"})
    logged_out.force_login(clerk, backend=MODEL_BACKEND)

    page = logged_out.get(address)

    draft.refresh_from_db()
    assert draft.state == "draft"
    assert "尚未提交" in words(page)
