"""The rules for everyone: whole, with the clause of every line, and what changed between two editions."""

from datetime import UTC, date, datetime

import pytest

from certifications.models import Confirmation, Edition, Scheme
from registry.public.catalogue import Phase, stands, titles
from registry.public.rule_lines import Reading
from tests import factories
from tests.certifications.portal.conftest import words

UNCHECKED = "依据未经官方文本核对"


@pytest.fixture
def page(client, db):
    def open_(address: str) -> str:
        answer = client.get(address)
        assert answer.status_code == 200, answer
        return words(answer)

    return open_


def edition(scheme: str, code: str) -> Edition:
    return Edition.objects.get(scheme__code=scheme, code=code)


def test_every_title_stands_on_its_rung_with_the_rules_in_force(client, page):
    ladder = client.get("/rules/").context["rungs"]

    placed = {title.scheme.code: rung.number for rung in ladder for title in rung.titles}
    assert [rung.number for rung in ladder] == [1, 2, 3, 4]
    assert placed == dict(Scheme.objects.values_list("code", "rung"))
    assert "工信部企业〔2026〕2号 附件1" in page("/rules/")


def test_an_edition_kept_for_renewals_is_told_beside_the_one_in_force(page):
    assert "只用于复核，至2026年12月31日" in page("/rules/")


def test_what_is_coming_is_told_before_it_is_in_force(page, settings):
    settings.REGISTRY_TODAY = date(2026, 3, 31)

    text = page("/rules/")

    assert "2026年4月1日起施行" in text


@pytest.mark.parametrize(
    ("day", "phase"),
    [
        (date(2022, 7, 31), Phase.COMING), (date(2022, 8, 1), Phase.IN_FORCE),
        (date(2026, 3, 31), Phase.IN_FORCE), (date(2026, 4, 1), Phase.RENEWALS),
        (date(2026, 12, 31), Phase.RENEWALS), (date(2027, 1, 1), Phase.REPLACED),
    ],
)  # fmt: skip
def test_an_edition_comes_holds_lingers_for_renewals_and_goes(db, day, phase):
    assert stands(edition("little_giant", "2022"), day).phase is phase


def test_the_edition_in_force_is_shown_for_a_title(db):
    [title] = titles(date(2026, 6, 15), Scheme.objects.filter(code="srdi_sme"))

    assert title.shown == title.in_force
    assert [each.edition.code for each in title.editions] == ["2026", "2022"]


def test_the_address_of_a_title_leads_to_the_edition_in_force_and_lists_the_others(page):
    text = page("/rules/srdi_sme/")

    assert "施行中" in text
    assert edition("srdi_sme", "2026").name_zh in text
    assert edition("srdi_sme", "2022").name_zh in text


def test_a_condition_stands_with_its_words_its_limit_and_its_clause(page):
    text = page("/rules/tech_sme/2017/")

    assert "职工总数不超过 500 人" in text
    assert "职工总数 ≤ 500 人" in text
    assert "依据：国科发政〔2017〕115号" in text


def test_a_limit_by_steps_keeps_every_step_and_its_operator(page):
    text = page("/rules/high_tech/2016/")

    assert "≥ 5%" in text and "≥ 4%" in text and "≥ 3%" in text
    assert "超过 70 分" in text


def test_a_scoring_table_shows_its_bands_its_maxima_and_its_minima(page):
    text = page("/rules/innovative_sme/2022/")

    assert "合计不低于 60 分" in text
    assert "不低于 20 分" in text
    assert "研发费用占营业收入比重 ≥ 5%：20 分" in text


def test_of_alternative_bands_each_list_stands_apart(db):
    table = Reading(edition("tech_sme", "2017")).scoring()

    rd = next(item for part in table.dimensions for item in part.items if len(item.bands) > 1)
    assert "研发费用占营业收入比重 ≥ 6%：50 分" in rd.bands[0]
    assert "研发费用占成本费用比重 ≥ 30%：50 分" in rd.bands[1]


def test_direct_routes_say_what_they_stand_in_for(page):
    text = page("/rules/tech_sme/2017/")

    assert "即不再要求：评价得分" in text
    assert "持有有效的高新技术企业" in text


def test_a_waiver_stands_under_the_condition_it_waives(db):
    lines = Reading(edition("srdi_sme", "2026")).criteria()

    waived = [line for line in lines if line.under]
    assert waived
    assert all(each.asks for line in waived for each in line.under)


def test_what_a_title_needs_and_what_shuts_it_out_is_said_in_names(page):
    text = page("/rules/little_giant/2026/")

    assert "须先持有有效的专精特新中小企业" in text
    assert "持有制造业单项冠军企业的不再新申报" in text


def test_a_title_recorded_elsewhere_names_the_platform(page):
    assert "优质中小企业梯度培育平台" in page("/rules/tech_sme/2017/")


def test_every_line_of_every_edition_has_its_source(db):
    lacking = []
    for row in Edition.objects.select_related("scheme"):
        reading = Reading(row)
        lines = [*reading.criteria(), *reading.routes()]
        lines += [line for chapter in reading.chapters() for line in chapter.lines]
        lines += [each for line in lines for each in line.under]
        table = reading.scoring()
        lines += [item.line for part in table.dimensions for item in part.items] if table else []
        lacking += [f"{row}: {line.says}" for line in lines if not line.source]

    assert lacking == []


def test_a_line_not_held_against_the_official_text_says_so(page):
    """The term of correction of 科技型中小企业 is our own promise and marked "no"."""
    assert UNCHECKED in page("/rules/tech_sme/2017/")


def test_a_confirmed_line_says_when_and_no_longer_that_it_is_unchecked(db, administrator):
    row = edition("tech_sme", "2017")
    before = {line.says: line for chapter in Reading(row).chapters() for line in chapter.lines}
    says = next(says for says, line in before.items() if line.mark == UNCHECKED)
    item = next(item for item, each in Reading(row).rows.items() if each.says == says)
    Confirmation.objects.create(
        edition=row, item=item, paper=factories.paper(administrator), file_name="原文.pdf",
        says="第九条", confirmed_by=administrator,
        confirmed_at=datetime(2026, 6, 14, 20, tzinfo=UTC),
    )  # fmt: skip

    again = edition("tech_sme", "2017")
    after = {line.says: line for chapter in Reading(again).chapters() for line in chapter.lines}

    assert after[says].mark == ""
    assert after[says].confirmed == "已于2026年6月15日对照官方文本核对"


def test_no_officer_is_named_to_the_public(page, administrator):
    row = edition("tech_sme", "2017")
    Confirmation.objects.create(
        edition=row, item="terms.correction", paper=factories.paper(administrator),
        file_name="原文.pdf", says="第九条", confirmed_by=administrator,
        confirmed_at=datetime(2026, 6, 14, tzinfo=UTC),
    )  # fmt: skip

    assert administrator.full_name not in page("/rules/tech_sme/2017/")


def test_where_nobody_found_the_conditions_none_are_invented(page):
    assert "认定条件没有查到" in page("/rules/eaglet/")


def test_a_replaced_edition_leads_to_the_one_in_force(page):
    text = page("/rules/srdi_sme/2022/")

    assert "已于2026年3月31日停止施行" in text
    assert "看现行版本" in text


def test_the_differences_between_two_editions_are_told_in_words(page):
    text = page("/rules/srdi_sme/2022/compare/2026/")

    assert "由 ≥ 2 年 改为 ≥ 3 年" in text
    assert "处差异" in text


def test_an_edition_compared_with_itself_differs_in_nothing(page):
    assert "内容没有差异" in page("/rules/srdi_sme/2026/compare/2026/")


def test_every_edition_can_be_read_by_a_citizen(client, db):
    for row in Edition.objects.select_related("scheme"):
        answer = client.get(f"/rules/{row.scheme.code}/{row.code}/")

        assert answer.status_code == 200, row
        assert row.digest in answer.content.decode()


@pytest.mark.parametrize(
    "address",
    [
        "/rules/gold_star/", "/rules/srdi_sme/1999/", "/rules/srdi_sme/2022/compare/1999/",
        "/rules/gold_star/2026/", "/rules/srdi_sme/1999/compare/2026/",
    ],
)  # fmt: skip
def test_what_is_not_there_is_not_found(client, db, address):
    assert client.get(address).status_code == 404


def test_a_word_that_nobody_knows_is_refused(client, db):
    assert client.get("/rules/?colour=red").status_code == 400


def test_nothing_of_a_rule_page_takes_many_questions_to_the_database(
    client, db, django_assert_max_num_queries
):
    with django_assert_max_num_queries(12):
        client.get("/rules/srdi_sme/2026/")
