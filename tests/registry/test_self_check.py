"""The self-check page: anyone may ask, the answer comes at once, and nothing of it is kept."""

from datetime import date

import pytest
from django.contrib.sessions.models import Session
from django.core.cache import cache
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from certifications.models import Edition
from certifications.rules.rulebook import book_of
from certifications.self_check.answers import Answers
from certifications.self_check.asked import asked_by
from certifications.self_check.limits import MOST_SEALED
from certifications.self_check.outcome import check
from certifications.self_check.sealed import seal
from enterprises.vocabulary import words as vocabulary
from registry.public import self_check
from registry.public.self_check_form import AnswersForm
from tests import factories
from tests.certifications.portal.conftest import words

TECH = "/self-check/tech_sme/"
WRITING = ("INSERT", "UPDATE", "DELETE", "REPLACE")
FIRM = {
    "registered_on": "2015-03-02", "employees-2025": "100", "tech_staff-2025": "30",
    "revenue-2025": "5,000", "total_assets-2025": "6000 万元", "rd_spend-2025": "３００",
    "costs_and_expenses-2025": "4500", "ip_class_1": "1", "ip_class_2": "0", "rd_body_level": "0",
    "is_legal_person": "yes", "sound_accounts": "yes", "product_allowed": "yes",
    "clean_conduct": "yes", "on_abnormal_list": "no", "on_dishonest_list": "no",
    "national_award_5y": "no", "led_standard_5y": "no",
}  # fmt: skip


@pytest.fixture
def ask(client, db):
    """Fills the form of 科技型中小企业 with a firm that passes everything, and changes to it."""

    def asking(address: str = TECH, **changes):
        return client.post(address, {**FIRM, **changes})

    return asking


def edition(scheme: str, code: str) -> Edition:
    return Edition.objects.get(scheme__code=scheme, code=code)


# the questions


def test_anyone_finds_ten_common_questions_and_every_title(client, db):
    text = words(client.get("/self-check/"))

    assert "我能登上哪一级" in text
    assert "不保存、不记录" in text
    assert "高新技术企业" in text


def test_the_common_questions_are_facts_that_rules_ask_about(db):
    asked = {code for row in Edition.objects.all() for code in book_of(row, 2026).facts()}
    common = [code for code, _back in self_check.COMMON.figures] + list(self_check.COMMON.facts)

    figures = {
        code for row in Edition.objects.all() for code, _b in asked_by(book_of(row, 2026)).figures
    }
    assert set(common) <= asked | figures
    assert len(common) + len(["the day of founding", "titles held"]) == 10


def test_a_title_asks_for_every_figure_behind_a_derived_fact(db):
    asked = asked_by(book_of(edition("high_tech", "2016"), 2026))

    assert {("rd_spend", 0), ("rd_spend", 1), ("rd_spend", 2)} <= set(asked.figures)
    assert asked.backs == [0, 1, 2]


def test_a_title_asks_for_nothing_that_the_day_of_founding_tells(db):
    asked = asked_by(book_of(edition("high_tech", "2016"), 2026))

    assert "registered_days" not in asked.facts


def test_an_umbrella_title_is_asked_for_by_those_under_it(db):
    asked = asked_by(book_of(edition("srdi_sme", "2026"), 2026))

    assert {"tech_sme", "innovative_sme"} <= set(asked.titles)
    assert "tech_innovative_sme" not in asked.titles


def test_the_years_are_the_last_full_ones(client, db):
    text = words(client.get("/self-check/high_tech/"))

    assert "2025 年" in text and "2023 年" in text and "2026 年 上一年度" not in text


@pytest.mark.parametrize("scheme", ["gold_star", "eaglet", "chain_leader"])
def test_where_no_figure_can_tell_there_is_no_self_check(client, db, scheme):
    assert client.get(f"/self-check/{scheme}/").status_code == 404


def test_why_a_title_cannot_be_checked_is_said_beside_its_name(client, db):
    text = words(client.get("/self-check/"))

    assert "雏鹰企业 条件没有查到" in text
    assert "产业链链主企业 由主管部门评定" in text


def test_an_unknown_edition_is_refused_with_those_there_are(client, db):
    answer = client.get("/self-check/srdi_sme/?edition=1999")

    assert answer.status_code == 400
    assert "2026" in words(answer)


# the answers


def test_a_firm_that_meets_everything_is_told_so(ask):
    answer = ask()

    assert answer.status_code == 200
    assert "按您填的，条件都符合" in words(answer)
    assert "100 分" in words(answer)


def test_figures_may_be_typed_as_people_type_them(ask):
    result = ask().context["result"]

    facts = result.answers.years[0]
    assert (facts["revenue"], facts["total_assets"], facts["rd_spend"]) == (
        50_000_000, 60_000_000, 3_000_000,
    )  # fmt: skip


def test_what_is_not_met_stands_with_what_was_asked_and_its_clause(ask):
    text = words(ask(**{"employees-2025": "501"}))

    assert "按您填的，还不符合" in text
    assert "职工总数 ≤ 500 人" in text
    assert "职工总数：501 人" in text
    assert "国科发政〔2017〕115号" in text


def test_what_is_missing_is_said_in_words(ask):
    answer = ask(**{"employees-2025": "501", "tech_staff-2025": "160"})

    assert answer.context["result"].gaps == [["职工总数减少 1 人，降到 500 人（与 2025 年相比）"]]
    assert "职工总数减少 1 人" in words(answer)


def test_an_empty_form_is_unknown_and_never_no(ask, client):
    answer = client.post(TECH, {})

    assert answer.context["result"].state == "unknown"
    assert answer.context["result"].outcome.not_met == 0
    assert "还要知道" in words(answer)


def test_the_earliest_day_is_said_where_only_time_is_lacking(client, db):
    """注册满一年: founded on 2026-01-10, the firm is 365 days old on 2027-01-10."""
    held = check(
        edition("high_tech", "2016"),
        Answers(date(2026, 6, 15), registered_on=date(2026, 1, 10)),
        "new",
        most=1,
    )
    age = next(each for each in held.findings if "registered_days" in each.looked_at)

    answer = client.post("/self-check/high_tech/", {"registered_on": "2026-01-10"})

    assert age.verdict == "not_met"
    assert "注册天数再满" in words(answer)
    assert "最早" in words(answer)


def test_what_nothing_can_mend_is_said_to_be_so(ask):
    text = words(ask(clean_conduct="no"))

    assert "补数据改变不了的条件" in text


def test_a_score_is_drawn_by_dimension_with_the_least_it_needs(client, db):
    answer = client.post(
        "/self-check/innovative_sme/",
        {"revenue-2025": "1000", "rd_spend-2025": "50", "ip_class_1": "1", "ip_class_1_own": "1"},
    )

    assert "至少 20 分" in words(answer)
    assert "dimension__bar" in answer.content.decode()


def test_a_valid_title_opens_the_direct_route(ask):
    answer = ask(held=["high_tech"], **{"tech_staff-2025": "0", "ip_class_1": "0"})

    assert answer.context["result"].outcome.route == "high_tech"
    assert "按直通条件认可" in words(answer)


def test_rules_that_do_not_judge_today_are_labelled_a_back_test(client, db):
    replaced = client.post("/self-check/srdi_sme/?edition=2022", {"registered_on": "2015-03-02"})
    judging = client.post("/self-check/srdi_sme/", {"registered_on": "2015-03-02"})

    assert "回测：只供参考" in words(replaced)
    assert "回测" not in words(judging)


def test_a_renewal_is_judged_by_the_edition_kept_for_renewals(client, db):
    page = client.get("/self-check/little_giant/?kind=renewal")

    assert page.context["edition"].code == "2022"


def test_what_cannot_be_read_is_refused_beside_its_field_and_kept(ask):
    answer = ask(**{"revenue-2025": "about 5000"})

    assert answer.status_code == 422
    assert "2025 年营业收入" in words(answer)
    assert 'value="about 5000"' in answer.content.decode()
    assert "result" not in answer.context
    assert "错误：" in words(answer)


@pytest.mark.parametrize(
    ("field", "typed"),
    [
        ("revenue-2025", "-1"), ("revenue-2025", "1e3"), ("revenue-2025", "NaN"),
        ("revenue-2025", "9" * 40), ("employees-2025", "1.5"), ("ip_class_1", "many"),
        ("rd_body_level", "9"), ("clean_conduct", "perhaps"), ("held", "gold_star"),
        ("registered_on", "2026-06-16"), ("registered_on", "yesterday"),
    ],
)  # fmt: skip
def test_what_cannot_be_is_refused(ask, field, typed):
    assert ask(**{field: typed}).status_code == 422


# all rungs at once


def test_every_rung_is_answered_from_the_common_questions(client, db):
    answer = client.post("/self-check/", {"registered_on": "2015-03-02", "employees-2025": "600"})

    by_title = {
        result.edition.scheme.code: result
        for _rung, listed in answer.context["results"]
        for result in listed
    }
    assert by_title["tech_sme"].state == "not_met"
    assert [line.code for line in by_title["tech_sme"].unmet] == ["size_staff"]
    assert by_title["high_tech"].state == "unknown"
    assert "这样可以补上" in words(answer)


def test_the_answers_can_be_taken_along_to_the_questions_of_one_title(client, db):
    page = client.post(
        TECH, {"fill": "1", "employees-2025": "600", "held": ["high_tech", "unicorn"]}
    )

    assert page.status_code == 200
    assert "result" not in page.context
    assert 'value="600"' in page.content.decode()
    assert page.content.decode().count("checked") >= 1
    assert "错误" not in words(page)


# nothing is kept


@pytest.mark.parametrize("address", ["/self-check/", TECH])
def test_nothing_is_written_neither_a_row_nor_a_session(client, db, address):
    with CaptureQueriesContext(connection) as asked:
        answer = client.post(address, FIRM)

    assert answer.status_code == 200
    assert asked.captured_queries
    assert not [
        each["sql"] for each in asked.captured_queries if each["sql"].lstrip().startswith(WRITING)
    ]
    assert not Session.objects.exists()
    assert set(answer.cookies) <= {"csrftoken"}


def test_the_browser_is_asked_to_keep_no_copy(ask):
    assert "no-store" in ask()["Cache-Control"]


def test_a_form_from_another_site_is_refused(db):
    careful = Client(enforce_csrf_checks=True)

    assert careful.post(TECH, FIRM).status_code == 403


def test_too_many_checks_are_told_to_wait_and_lose_nothing(ask, monkeypatch):
    cache.clear()
    monkeypatch.setattr(self_check, "CHECKS", 1)
    ask()

    answer = ask()

    assert answer.status_code == 429
    assert "请稍后再试" in words(answer)
    assert 'value="5,000"' in answer.content.decode()
    assert "result" not in answer.context


# what next


def test_an_open_batch_is_named_with_its_last_day(ask, today):
    batch = factories.batch("tech_sme", today)

    answer = ask()

    assert f"“{batch.name_zh}”正在受理" in words(answer)
    assert f"/portal/batches/{batch.code}/" in answer.content.decode()


def test_the_answers_are_offered_to_the_enterprises_own_draft(ask):
    answer = ask()

    assert "带入本企业的申请" in words(answer)
    assert answer.context["sealed"]


def test_an_empty_form_has_nothing_to_hand_over(client, db):
    assert client.post(TECH, {}).context["sealed"] == ""


def test_the_longest_answers_of_every_edition_still_fit_into_a_cookie(db, today):
    for row in Edition.objects.all():
        asked = asked_by(book_of(row, today.year))
        years: dict = {}
        for place, (code, back) in enumerate(asked.figures):
            figure = 10**14 + 97_531 * (place + 1) ** 3
            years.setdefault(back, {})[code] = figure
        known = {
            code: True if vocabulary()[code]["unit"] == "yes_no" else 1 for code in asked.facts
        }

        assert len(seal(row.scheme.code, Answers(today, known, years))) <= MOST_SEALED, row


def test_every_question_of_every_edition_has_a_field(db, today):
    for row in Edition.objects.all():
        form = AnswersForm(asked_by(book_of(row, today.year)), today, {})

        assert form.is_valid(), row
        assert form.answers().is_empty
