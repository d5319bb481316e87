"""Is this title valid today? One plain word, by number or by code."""

from datetime import date

import pytest

from registry.public.verify import Verdict, look_up


@pytest.fixture
def today():
    return date(2026, 6, 15)


@pytest.fixture
def firm_with_titles(city):
    firm = city.enterprise("青岛海蓝传感科技有限公司")
    city.certifies(firm, "high_tech", date(2024, 11, 4), date(2027, 11, 3), number="GR202437100001")
    city.certifies(firm, "srdi_sme", date(2020, 5, 1), date(2023, 4, 30), number="ZJTX-2020-1")
    city.certifies(
        firm, "unicorn", date(2025, 1, 1), number="U1", ended_on=date(2026, 6, 15),
        ended_because="弄虚作假",
    )  # fmt: skip
    city.certifies(firm, "tech_sme", date(2026, 7, 1), date(2027, 3, 31), number="T1")
    return firm


@pytest.mark.parametrize(
    ("number", "verdict"),
    [
        ("GR202437100001", Verdict.VALID),
        ("ｇｒ2024 3710 0001", Verdict.VALID),
        ("ZJTX-2020-1", Verdict.EXPIRED),
        ("U1", Verdict.REVOKED),
        ("T1", Verdict.NOT_YET),
    ],
)
def test_a_number_answers_with_one_word(firm_with_titles, client, number, verdict):
    response = client.get(f"/verify/{number}/")

    assert response.status_code == 200
    assert [found.verdict for found in response.context["answer"].found] == [verdict]
    assert str(verdict.label) in response.content.decode()


@pytest.mark.parametrize(
    ("day", "verdict"),
    [
        (date(2024, 11, 3), Verdict.NOT_YET),
        (date(2024, 11, 4), Verdict.VALID),
        (date(2027, 11, 3), Verdict.VALID),
        (date(2027, 11, 4), Verdict.EXPIRED),
    ],
)
def test_a_title_is_valid_from_its_first_to_its_last_day(firm_with_titles, day, verdict):
    assert look_up("GR202437100001", day).found[0].verdict == verdict


def test_a_credit_code_shows_every_title_of_the_enterprise(firm_with_titles, client):
    response = client.get(f"/verify/{firm_with_titles.credit_code.lower()}/")

    assert len(response.context["answer"].found) == 4


def test_a_number_nobody_has_is_said_to_be_unknown(firm_with_titles, client):
    response = client.get("/verify/GR202437199999/")

    assert response.status_code == 404
    assert "查无" in response.content.decode()


def test_a_code_that_cannot_be_one_is_told_where_it_is_wrong(firm_with_titles, client):
    code = firm_with_titles.credit_code
    response = client.get(f"/verify/{code[:9]}O{code[10:]}/")

    assert response.status_code == 400
    assert "第 10 位" in response.content.decode()


def test_a_hostile_term_is_only_text(firm_with_titles, client):
    response = client.get("/verify/<script>alert(1)</script>/")

    assert response.status_code == 404
    assert "<script>alert" not in response.content.decode()


def test_what_is_typed_becomes_an_address(db, client):
    assert client.get("/verify/").status_code == 200
    assert client.get("/verify/?q=GR1")["Location"] == "/verify/GR1/"
