"""The law for machines: each edition whole, what changed between two, what every fact means."""

import json
from datetime import UTC, datetime

import pytest

from certifications.loading import digest
from certifications.models import Confirmation, Edition
from tests import factories

SRDI = "schemes/srdi_sme/editions/"


@pytest.fixture
def old_and_new(db):
    return [Edition.objects.get(scheme__code="srdi_sme", code=code) for code in ("2022", "2026")]


def test_the_editions_of_a_scheme_stand_from_the_earliest_to_the_latest(rows):
    old, new = rows(SRDI)

    assert (old["code"], old["in_force_until"]) == ("2022", "2026-03-31")
    assert (new["code"], new["in_force_from"]) == ("2026", "2026-04-01")
    assert new["references"][0]["number"] == "工信部企业〔2026〕2号"


def test_on_a_day_only_the_edition_in_force_is_listed(rows):
    assert [row["code"] for row in rows(SRDI, as_of="2026-03-31")] == ["2022"]
    assert [row["code"] for row in rows(SRDI, as_of="2026-04-01")] == ["2026"]


def test_an_edition_is_given_whole_with_its_neighbours_and_cases(ask):
    answer = ask(f"{SRDI}2026/").json()

    assert (answer["scheme"]["code"], answer["previous"], answer["next"]) == (
        "srdi_sme", "2022", None,
    )  # fmt: skip
    assert answer["rules"]["criteria"][0]["source"]
    assert answer["sources"][0]["what"]
    verdicts = {case["expect"].get("verdict") for case in answer["cases"]["list"]}
    assert {"met", "not_met"} <= verdicts
    assert "cases" not in answer["rules"]


def test_whoever_has_the_rules_can_reckon_their_digest(ask):
    answer = ask(f"{SRDI}2026/").json()

    assert digest(answer["rules"]) == answer["digest"]


def test_a_confirmed_row_says_where_it_stands_and_names_no_person(ask, old_and_new, administrator):
    text = factories.paper(administrator, b"the official text")
    Confirmation.objects.create(
        edition=old_and_new[1], item="criteria.revenue", paper=text, file_name="2号文.pdf",
        says="附件1 第一条", confirmed_by=administrator,
        confirmed_at=datetime(2026, 6, 14, 20, tzinfo=UTC),
    )  # fmt: skip

    answer = ask(f"{SRDI}2026/")

    assert answer.json()["confirmations"] == [
        {
            "item": "criteria.revenue", "says": "附件1 第一条", "text_sha256": text.sha256,
            "confirmed_on": "2026-06-15",
        }
    ]  # fmt: skip
    assert administrator.full_name not in answer.content.decode()


def test_the_differences_between_two_editions_are_said_in_words(ask):
    answer = ask(f"{SRDI}2022/differences/2026/").json()

    assert (answer["older"], answer["newer"]) == ("2022", "2026")
    assert answer["differences"]
    assert all(line["about"] and line["says"] for line in answer["differences"])


def test_an_edition_differs_in_nothing_from_itself(ask):
    assert ask(f"{SRDI}2026/differences/2026/").json()["differences"] == []


def test_the_differences_are_english_for_whoever_asks_for_english(ask):
    answer = ask(f"{SRDI}2022/differences/2026/", language="en")

    assert answer["Content-Language"] == "en"


@pytest.mark.parametrize(
    "path",
    [
        "schemes/gold_star/editions/", f"{SRDI}1999/", f"{SRDI}2026/differences/1999/",
        f"{SRDI}1999/differences/2026/", "schemes/gold_star/editions/2026/",
    ],
)  # fmt: skip
def test_what_is_not_there_is_a_404_with_a_sentence(ask, path):
    answer = ask(path)

    assert answer.status_code == 404
    assert "没有这条记录" in answer.json()["detail"]


def test_a_derived_fact_says_how_it_is_computed_and_what_moves_it(rows):
    facts = {row["code"]: row for row in rows("facts/")}

    share = facts["rd_share_3y"]
    assert share["expression"] == {"kind": "share", "of": "rd_spend", "in": "revenue", "years": 3}
    assert share["levers"] == [{"fact": "rd_spend", "years_back": 0}]
    assert (share["unit"], share["moves"]) == ("share", "up")
    assert facts["revenue"]["expression"] is None
    assert facts["registered_days"]["grows"] == "daily"
    assert facts["registered_days"]["levers"] == []


def test_a_fact_in_levels_names_them(rows):
    level = next(row for row in rows("facts/") if row["code"] == "rd_body_level")

    assert level["levels"][0] == {"value": 0, "says": "无"}
    assert len(level["levels"]) > 1


def test_no_number_of_the_rules_is_a_float(ask):
    floats: list[str] = []
    json.loads(ask(f"{SRDI}2026/").content, parse_float=floats.append)

    assert floats == []
