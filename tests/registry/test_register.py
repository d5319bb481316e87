"""What the public finds in the register, and what it never shows."""

from datetime import date

import pytest

from enterprises.models import NameSpan


@pytest.fixture
def today():
    return date(2026, 6, 15)


@pytest.fixture
def holder(city):
    firm = city.enterprise("青岛海蓝传感科技有限公司", district="370212", industry="35")
    city.certifies(firm, "high_tech", date(2024, 11, 4), date(2027, 11, 3), number="GR202437100001")
    return firm


@pytest.fixture
def former(city):
    firm = city.enterprise("青岛岳源软件有限公司", district="370214")
    city.certifies(firm, "srdi_sme", date(2020, 5, 1), date(2023, 4, 30))
    return firm


def found(client, query="") -> str:
    response = client.get(f"/register/?{query}")
    assert response.status_code == 200
    return response.content.decode()


def test_the_register_lists_who_holds_a_title_today(holder, former, client):
    text = found(client)

    assert holder.name in text
    assert former.name not in text


def test_who_once_held_a_title_is_found_when_asked_for(holder, former, client):
    assert former.name in found(client, "standing=ever")
    assert former.name in found(client, "as_of=2022-01-01")
    assert holder.name not in found(client, "as_of=2022-01-01")


@pytest.mark.parametrize(
    "query", ["q=海蓝", "q=ＧＲ202437100001", "q=gr202437100001", "q={code}", "q={code_start}"]
)
def test_an_enterprise_is_found_by_part_of_its_name_its_number_or_its_code(holder, client, query):
    code = holder.credit_code
    text = found(client, query.format(code=code.lower(), code_start=code[:10]))

    assert holder.name in text


def test_an_enterprise_is_found_by_its_former_name_and_the_name_is_shown(holder, client):
    NameSpan.objects.create(enterprise=holder, name="青岛旧名仪表厂", until=date(2020, 1, 1))

    text = found(client, "q=旧名")

    assert holder.name in text
    assert "曾用名 青岛旧名仪表厂" in text


@pytest.mark.parametrize(
    ("query", "is_there"),
    [
        ("scheme=high_tech", True),
        ("scheme=tech_sme", False),
        ("district=370212", True),
        ("district=370214", False),
        ("industry=C", True),
        ("industry=35", True),
        ("industry=39", False),
        ("rung=3", True),
        ("rung=4", False),
        ("indicator=high_tech_enterprises&district=370212", True),
        ("indicator=high_tech_new&as_of=2024-12-31", True),
        ("indicator=high_tech_new&as_of=2025-12-31", False),
    ],
)
def test_filters_stand_in_the_address(holder, client, query, is_there):
    assert (holder.name in found(client, query)) is is_there


def test_an_empty_answer_says_what_to_do(holder, former, client):
    text = found(client, "q=岳源")

    assert "没有符合条件的企业" in text
    assert "standing=ever" in text
    assert "清除条件" in found(client, "q=岳源&indicator=high_tech_enterprises")


@pytest.mark.parametrize(
    ("query", "sentence"),
    [
        ("scheme=nobel", "high_tech"),
        ("district=110000", "370212"),
        ("rung=5", "1、2、3、4"),
        ("indicator=producer_services_value", "high_tech_enterprises"),
        ("as_of=2026-06-16", "2026-06-15"),
        ("page=0", "整数"),
        ("name=x", "scheme"),
    ],
)
def test_an_unknown_word_or_value_is_refused_with_what_is_allowed(holder, client, query, sentence):
    response = client.get(f"/register/?{query}")

    assert response.status_code == 400
    assert sentence in response.content.decode()


def test_a_long_list_comes_in_pages_with_few_questions(city, client, django_assert_max_num_queries):
    for _number in range(53):
        city.holds(city.enterprise(), "high_tech", date(2025, 1, 1))

    with django_assert_max_num_queries(25):
        first = found(client)

    assert "53" in first
    assert first.count("/register/9137") == 50
    assert found(client, "page=2").count("/register/9137") == 3


def test_an_enterprises_page_shows_its_titles_and_what_became_of_them(holder, city, client):
    city.certifies(holder, "srdi_sme", date(2020, 5, 1), date(2023, 4, 30), number="ZJTX1")
    city.certifies(
        holder, "unicorn", date(2025, 1, 1), number="U1", ended_on=date(2025, 6, 1),
        ended_because="弄虚作假",
    )  # fmt: skip

    text = client.get(f"/register/{holder.credit_code}/").content.decode()

    for words in ("GR202437100001", "有效", "已过期", "已撤销", "弄虚作假", "崂山区"):
        assert words in text


def test_an_enterprises_page_is_found_by_a_code_in_small_letters(holder, client):
    response = client.get(f"/register/{holder.credit_code.lower()}/")

    assert response["Location"] == f"/register/{holder.credit_code}/"


def test_an_enterprise_without_any_title_is_nobodys_business(city, client):
    firm = city.enterprise()

    assert client.get(f"/register/{firm.credit_code}/").status_code == 404


def test_applications_are_never_shown_to_the_public(draft, client):
    response = client.get(f"/register/{draft.enterprise.credit_code}/")

    assert response.status_code == 404


def test_every_typed_word_must_be_found(holder, client):
    assert holder.name in found(client, "q=海蓝 传感")
    assert holder.name in found(client, "q=传感 GR202437100001")
    assert holder.name not in found(client, "q=海蓝 软件")


def test_a_word_that_is_a_title_leads_to_that_titles_list(holder, client):
    text = found(client, "q=高新")

    assert "您查的是称号吗" in text
    assert "?scheme=high_tech" in text


def test_a_word_that_is_no_title_suggests_none(holder, client):
    assert "您查的是称号吗" not in found(client, "q=白云")


def test_the_list_can_begin_with_the_title_that_ends_first(city, holder, client):
    sooner = city.enterprise("青岛足迹精密有限公司")
    city.certifies(sooner, "srdi_sme", date(2024, 1, 1), date(2026, 12, 31))

    by_name, by_end = found(client), found(client, "order=until")

    assert by_name.index(holder.name) < by_name.index(sooner.name)
    assert by_end.index(sooner.name) < by_end.index(holder.name)
    assert "最先到期：2026年12月31日" in by_end


def test_a_short_list_tells_its_number_and_no_range(holder, client):
    text = found(client)

    assert "共 1 家" in text
    assert "第 1–1" not in text


def test_the_last_ninety_days_of_a_title_are_told(city, client):
    soon, later = city.enterprise(), city.enterprise()
    city.certifies(soon, "srdi_sme", date(2023, 9, 14), date(2026, 9, 13))
    city.certifies(later, "srdi_sme", date(2023, 9, 15), date(2026, 9, 14))

    assert "即将到期（还有 90 天）" in client.get(f"/register/{soon.credit_code}/").content.decode()
    assert "即将到期" not in client.get(f"/register/{later.credit_code}/").content.decode()


def test_an_imprint_nobody_has_filled_in_is_one_line(city, client, settings):
    settings.SITE = dict.fromkeys(("host", "contact", "icp"), "待填")
    assert "主办单位等信息待部署时填写" in found(client)

    settings.SITE = {**settings.SITE, "host": "青岛市科学技术局"}
    text = found(client)
    assert "待部署时填写" not in text
    assert "ICP 备案" not in text
