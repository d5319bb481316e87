"""Figures of other bureaus: typed in with their source, a new version each time."""

from decimal import Decimal

import pytest
from django.test import Client

from enterprises.models import JournalEntry, Posting
from registry.models import ReportedFigure
from tests import factories

DESK = "/admin/registry/reportedfigure/"
FIGURE = {
    "indicator": "advantage_chain_scale", "period": "2026", "value": "10250.5",
    "as_of": "2026-05-31", "source": "市工信局《产业链运行快报》2026年第5期", "note": "初步数",
}  # fmt: skip


@pytest.fixture
def browser(city_officer) -> Client:
    client = Client()
    client.force_login(city_officer)
    return client


def told(period: str = "2026"):
    return ReportedFigure.objects.filter(indicator="advantage_chain_scale", period=period).order_by(
        "version"
    )


def test_a_figure_is_entered_in_the_unit_people_say_and_kept_in_yuan(browser, city_officer):
    answer = browser.post(DESK + "add/", FIGURE)

    figure = told().get()
    assert answer.status_code == 302
    assert figure.value == Decimal("1025050000000")
    assert (figure.unit, figure.version, figure.entered_by) == ("元", 1, city_officer)
    assert JournalEntry.objects.filter(subject="figure/advantage_chain_scale/2026").count() == 1


def test_a_correction_is_a_new_version_and_the_old_one_stays(browser):
    browser.post(DESK + "add/", FIGURE)
    browser.post(DESK + "add/", FIGURE | {"value": "10260", "as_of": "2026-06-10"})

    assert [figure.version for figure in told()] == [1, 2]
    page = browser.get(DESK).content.decode()
    assert "10,250.5" in page and "10,260" in page


def test_a_growth_is_typed_in_percent(browser):
    share = {"indicator": "strategic_investment_growth", "value": "15.2"}

    browser.post(DESK + "add/", FIGURE | share)

    figure = ReportedFigure.objects.get(indicator="strategic_investment_growth", period="2026")
    assert figure.value == Decimal("0.152")


def test_the_file_it_came_from_is_kept_with_it(browser):
    browser.post(DESK + "add/", FIGURE | {"paper": factories.upload()})

    assert told().get().paper.media_type == "application/pdf"


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"source": ""}, "必填"),
        ({"period": "去年"}, "不是期间"),
        ({"value": "很多"}, "输入一个数字"),
        ({"as_of": "2026-12-31"}, "不得晚于今天"),
        ({"as_of": "2025-12-31"}, "早于所报期间"),
        ({"indicator": "high_tech_enterprises"}, "选择一个有效的选项"),
        ({"paper": factories.upload("a.pdf", b"MZ not a pdf")}, "PDF"),
    ],
)
def test_a_figure_that_cannot_be_is_refused_in_a_sentence_and_nothing_is_kept(
    browser, changes, sentence
):
    answer = browser.post(DESK + "add/", FIGURE | changes)

    page = answer.content.decode()
    assert answer.status_code == 422
    assert sentence in page
    assert not ReportedFigure.objects.exclude(entered_by=None).exists()


def test_the_same_figure_twice_is_refused(browser):
    browser.post(DESK + "add/", FIGURE)

    answer = browser.post(DESK + "add/", FIGURE)

    assert answer.status_code == 422
    assert "与现有的第 1 版相同" in answer.content.decode()


@pytest.mark.parametrize("role", [Posting.Role.AUDITOR, Posting.Role.ADMINISTRATOR])
def test_who_only_looks_reports_nothing(db, role):
    client = Client()
    client.force_login(factories.post(factories.person("looker", "看看"), "city_science", role))

    assert client.post(DESK + "add/", FIGURE).status_code == 403
    assert not told().exists()


def test_promises_are_read_with_their_goals(browser):
    page = browser.get("/admin/registry/commitment/?year=2024").content.decode()

    assert "高新技术企业" in page and "8,500 家" in page
