"""What the public reads on the target board."""

from datetime import date
from decimal import Decimal as D

import pytest

from enterprises.models import Enterprise
from registry.models import Commitment
from tests.registry.test_targets import promise, report


@pytest.fixture
def today():
    return date(2026, 6, 15)


@pytest.fixture
def year_2024(city):
    promise(code="high_tech")
    promise(
        code="services", indicator="producer_services_value", measure="level",
        value=640_000_000_000, unit="元", says_zh="生产性服务业增加值达到6400亿元以上", order=2,
    )  # fmt: skip
    Commitment.objects.create(
        year=2024, code="cars", paragraph_zh="巩固提升优势产业", sentence=2, order=3,
        says_zh="加快智能网联汽车项目布局", says_en="Cars", reading="not_ours",
        reason_zh="由市工业和信息化局回答", source="报告", verified="yes",
    )  # fmt: skip
    return city


def page(client, address="/"):
    response = client.get(address)
    return response, response.content.decode()


def test_a_register_without_promises_says_what_to_do(city, client):
    response, text = page(client)

    assert response.status_code == 200
    assert "manage.py seed" in text


def test_the_board_tells_the_reports_words_the_figure_and_the_gap(year_2024, client):
    year_2024.holds(year_2024.enterprise(), "high_tech", date(2023, 11, 4))

    response, text = page(client, "/?year=2024&as_of=2024-11-30")

    assert response.status_code == 200
    assert "高新技术企业达到2家" in text
    assert "还差 1 家" in text
    assert "推进中" in text
    assert "比年初（1 家）持平" in text
    assert "2024年11月30日" in text


@pytest.mark.parametrize(("added", "says"), [(2, "+2 家"), (0, "持平")])
def test_a_stock_tells_what_the_year_has_added(year_2024, client, added, says):
    for _number in range(added):
        year_2024.holds(year_2024.enterprise(), "high_tech", date(2024, 3, 1))

    _response, text = page(client, "/?year=2024&as_of=2024-03-01")

    assert f"比年初（0 家）{says}" in text


def test_a_stock_that_shrank_says_so_with_a_true_minus(year_2024, client):
    year_2024.holds(year_2024.enterprise(), "high_tech", date(2021, 3, 1), date(2024, 2, 29))

    _response, text = page(client, "/?year=2024&as_of=2024-03-01")

    assert "比年初（1 家）−1 家" in text


def test_a_closed_year_opens_on_its_last_day_with_its_result(year_2024, client):
    _response, text = page(client, "/?year=2024")

    assert "2024年12月31日" in text
    assert "已结束" in text
    assert "未达到" in text


def test_what_nobody_has_stated_is_said_to_be_missing_and_not_guessed(year_2024, client):
    _response, text = page(client, "/?year=2024")

    assert "尚无填报" in text


def test_a_told_figure_shows_its_source(year_2024, client):
    report("producer_services_value", 650_000_000_000, date(2025, 3, 1))

    _response, text = page(client, "/?year=2024")

    assert "统计公报" in text
    assert "6,500" in text


def test_sentences_that_are_not_ours_stand_there_with_their_reason(year_2024, client):
    _response, text = page(client, "/?year=2024")

    assert "加快智能网联汽车项目布局" in text
    assert "由市工业和信息化局回答" in text
    assert "不属本系统" in text


def test_the_slider_leads_to_an_address_that_can_be_shared(year_2024, client):
    response = client.get("/?year=2024&day=59")

    assert response["Location"] == "/?year=2024&as_of=2024-02-29"


def test_the_slider_of_the_running_year_ends_today(year_2024, client):
    promise(code="now", year=2026)

    _response, text = page(client)

    assert 'max="165"' in text  # 15 June is the 166th day
    assert client.get("/?year=2026&day=166").status_code == 400


@pytest.mark.parametrize(
    ("query", "sentence"),
    [
        ("colour=red", "year、as_of、day"),
        ("year=2023", "2024"),
        ("year=2024&as_of=2025-01-01", "2024-01-01 至 2024-12-31"),
        ("year=2024&day=366", "0 到 365"),
    ],
)
def test_an_unknown_word_or_value_is_refused_with_what_is_allowed(
    year_2024, client, query, sentence
):
    response, text = page(client, f"/?{query}")

    assert response.status_code == 400
    assert sentence in text


def test_every_district_of_the_day_stands_in_the_breakdown(year_2024, client):
    year_2024.holds(year_2024.enterprise(district="370212"), "high_tech", date(2023, 11, 4))

    _response, text = page(client, "/?year=2024")

    assert "indicator=high_tech_enterprises&amp;district=370212&amp;as_of=2024-12-31" in text
    assert "莱西市" in text


def test_the_board_needs_few_questions(year_2024, client, django_assert_max_num_queries):
    with django_assert_max_num_queries(25):
        client.get("/?year=2024")


def test_a_promise_has_its_own_page_with_its_definition(year_2024, client):
    response, text = page(client, "/commitments/2024/high_tech/")

    assert response.status_code == 200
    assert "不少于 2 家" in text
    assert "国家级" in text


def test_a_promise_page_follows_the_slider_too(year_2024, client):
    response = client.get("/commitments/2024/high_tech/?day=0")

    assert response["Location"] == "/commitments/2024/high_tech/?as_of=2024-01-01"


def test_a_sentence_without_a_number_has_its_page_as_well(year_2024, client):
    response, text = page(client, "/commitments/2024/cars/")

    assert response.status_code == 200
    assert "由市工业和信息化局回答" in text


@pytest.mark.parametrize("address", ["/commitments/2024/none/", "/commitments/2027/high_tech/"])
def test_a_promise_that_was_not_made_is_not_found(year_2024, client, address):
    promise(code="high_tech", year=2027)

    assert client.get(address).status_code == 404


def test_an_indicator_page_defines_counts_and_leads_to_the_list(year_2024, client):
    year_2024.holds(year_2024.enterprise(), "high_tech", date(2023, 11, 4))

    _response, text = page(client, "/indicators/high_tech_enterprises/?as_of=2024-12-31")

    assert "首尾相接或重叠的只计一次" in text
    assert "/register/?indicator=high_tech_enterprises" in text


def test_an_indicator_that_is_told_has_no_list(year_2024, client):
    _response, text = page(client, "/indicators/producer_services_value/")

    assert "尚无填报" in text
    assert "/register/?indicator" not in text


def test_an_indicator_nobody_defined_is_not_found(year_2024, client):
    assert client.get("/indicators/happiness/").status_code == 404


def test_a_rate_stands_beside_its_target_and_misses_it_by_points(city, client):
    promise(
        code="growth", indicator="strategic_investment_growth", measure="growth",
        value=D("0.12"), unit="share", says_zh="战略性新兴产业投资增长12%以上",
    )  # fmt: skip
    report("strategic_investment_growth", D("0.112"), date(2024, 10, 31))

    _response, text = page(client, "/?year=2024")

    assert "还差 0.8 个百分点" in text
    assert "实际 11.2%，目标 12.0%" in text
    assert "完成目标的" not in text


def test_a_promise_behind_its_pace_says_so_in_words(city, client):
    promise(code="high_tech", value=100)

    _response, text = page(client, "/?year=2024&as_of=2024-11-30")

    assert text.count("落后于节奏") == 2  # on the card, and among the numbers on top


def test_in_a_demo_city_counts_are_marked_and_the_published_figure_stands_beside(year_2024, client):
    firm = year_2024.enterprise()
    Enterprise.objects.filter(pk=firm.pk).update(is_demo=True)
    report("high_tech_enterprises", 8683, date(2025, 12, 2))

    _response, text = page(client, "/?year=2024")

    assert "演示数据" in text
    assert text.index("官方公布") < text.index("8,683") < text.index("系统统计（演示城市）")
    assert "不是青岛市的实际数据" in text


def test_a_real_citys_counts_carry_no_mark(year_2024, client):
    year_2024.enterprise()

    _response, text = page(client, "/?year=2024")

    assert "演示" not in text
