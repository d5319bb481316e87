"""The self-check for machines: exact, strict, open to everyone, and nothing of it is kept."""

import json
from datetime import date

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from registry.api.self_check import AddressThrottle
from tests.registry.api.conftest import KEY

ADDRESS = "/api/v1/self-check/"
WRITING = ("INSERT", "UPDATE", "DELETE", "REPLACE")
FIRM = {
    "is_legal_person": "yes", "sound_accounts": "yes", "product_allowed": "yes",
    "clean_conduct": "yes", "on_abnormal_list": "no", "on_dishonest_list": "no",
    "employees": 100, "tech_staff": 30, "revenue": 50000000, "total_assets": 60000000,
    "rd_spend": 3000000, "costs_and_expenses": 45000000, "ip_class_1": 1, "ip_class_2": 0,
    "rd_body_level": 0, "national_award_5y": "no", "led_standard_5y": "no",
}  # fmt: skip


def question(**changes) -> dict:
    """A firm that passes everything of 科技型中小企业, with changes to its facts."""
    return {"scheme": "tech_sme", "registered_on": "2015-03-02", "facts": {**FIRM, **changes}}


@pytest.fixture
def tell(db):
    """Asks without any key; a mapping is sent as JSON, a text as it stands."""

    def telling(said, kind: str = "application/json", **headers):
        body = said if isinstance(said, str | bytes) else json.dumps(said)
        return Client().generic("POST", ADDRESS, body, content_type=kind, headers=headers)

    return telling


def findings(answer) -> dict:
    return {each["code"]: each for each in answer.json()["findings"]}


# what is found


def test_a_firm_that_meets_everything_is_told_so_criterion_by_criterion(tell):
    answer = tell(question())

    said = answer.json()
    assert answer.status_code == 200, answer.content.decode()
    assert (said["verdict"], said["backtest"], said["edition"]) == ("met", False, "2017")
    assert said["score"]["total"] == {"from": "100", "to": "100"}
    assert said["gaps"] == said["blocked"] == []
    staff = findings(answer)["size_staff"]
    assert staff["asked"] == "职工总数 ≤ 500 人"
    assert staff["looked_at"] == [
        {"fact": "employees", "label": "职工总数", "unit": "人", "value": "100"}
    ]
    assert staff["source"] == "国科发政〔2017〕115号"
    assert staff["verified"] == "yes"


def test_what_was_not_said_is_unknown_and_never_no(tell):
    answer = tell({"scheme": "tech_sme"})

    assert answer.json()["verdict"] == "unknown"
    assert "not_met" not in {each["verdict"] for each in answer.json()["findings"]}
    assert answer.json()["earliest"] is None


def test_a_score_is_told_item_by_item_with_the_band_that_gave_it(tell):
    said = tell(question(tech_staff=29)).json()["score"]

    staff = next(item for item in said["items"] if item["code"] == "tech_staff")
    assert staff["points"] == {"from": "16", "to": "16"}
    assert staff["max"] == "20"
    assert "25%" in staff["band"]
    assert (said["pass"], said["pass_must_be_exceeded"]) == ("60", False)


def test_a_gap_says_what_to_change_by_how_much_and_which_way(tell):
    said = tell(question(employees=501, tech_staff=160)).json()

    [gap] = said["gaps"]
    [change] = gap["changes"]
    assert (change["code"], change["direction"], change["from"], change["to"], change["by"]) == (
        "employees", "down", "501", "500", "-1",
    )  # fmt: skip
    assert "减少 1 人" in change["says"]
    assert said["earliest"] == "2026-06-15"


def test_a_valid_title_opens_the_direct_route(tell):
    said = tell({**question(tech_staff=0, ip_class_1=0), "held": ["high_tech"]}).json()

    assert (said["verdict"], said["route"]) == ("met", "high_tech")


def test_what_nothing_can_mend_is_blocked(tell):
    said = tell(question(clean_conduct="no")).json()

    assert said["blocked"] == ["conduct"]
    assert said["gaps"] == []
    assert said["earliest"] is None


def test_facts_of_a_day_on_which_the_edition_did_not_judge_are_a_back_test(tell):
    now = tell({"scheme": "srdi_sme"}).json()
    then = tell({"scheme": "srdi_sme", "edition": "2026", "on": "2024-06-01"}).json()

    assert (now["edition"], now["backtest"]) == ("2026", False)
    assert (then["edition"], then["backtest"]) == ("2026", True)


def test_the_edition_that_judges_on_the_day_is_taken_where_none_is_named(tell):
    assert tell({"scheme": "srdi_sme", "on": "2026-03-31"}).json()["edition"] == "2022"
    assert tell({"scheme": "srdi_sme", "on": "2026-04-01"}).json()["edition"] == "2026"


# how numbers may be written


@pytest.mark.parametrize(
    ("share", "points"),
    [("0.3", "20"), ("30%", "20"), ("29.99%", "16"), ("0.29999999", "16")],
)
def test_a_share_is_a_fraction_or_a_percentage_and_its_edge_is_exact(tell, share, points):
    said = tell(question(tech_staff_share=share)).json()["score"]

    assert said["items"][0]["points"]["from"] == points


def test_a_number_of_the_body_is_never_a_float(tell):
    body = json.dumps(question()).replace('"rd_spend": 3000000', '"rd_spend": 2999999.99')

    answer = tell(body)

    rd = next(item for item in answer.json()["score"]["items"] if item["code"] == "rd_input")
    assert rd["points"]["from"] == "40"
    assert tell(question(rd_spend="3000000.00")).json()["score"]["total"]["from"] == "100"


def test_an_amount_may_carry_its_unit(tell):
    answer = tell(question(revenue={"amount": 20000, "unit": "万元"}))
    beyond = tell(question(revenue={"amount": "2.0000001", "unit": "亿元"}))

    assert findings(answer)["size_revenue"]["verdict"] == "met"
    assert findings(beyond)["size_revenue"]["verdict"] == "not_met"


def test_a_yearly_figure_may_be_a_list_from_last_year_backwards(tell):
    said = tell(
        {"scheme": "high_tech", "registered_on": "2015-03-02", "facts": {
            "revenue": [60000000, 50000000, None], "rd_spend": [3000000, 2500000, 2000000],
        }}
    ).json()  # fmt: skip

    share = next(each for each in said["findings"] if each["code"].startswith("rd"))
    assert share["verdict"] == "unknown"


# what is refused


@pytest.mark.parametrize(
    ("changes", "parameter"),
    [
        ({"scheme": "gold_star"}, "scheme"),
        ({"scheme": None}, "scheme"),
        ({"scheme": ["tech_sme"]}, "scheme"),
        ({"edition": "1999"}, "edition"),
        ({"kind": "gift"}, "kind"),
        ({"on": "tomorrow"}, "on"),
        ({"on": "2099-01-01"}, "on"),
        ({"on": "1980-01-01"}, "edition"),
        ({"registered_on": "2026-06-16"}, "registered_on"),
        ({"registered_on": 2015}, "registered_on"),
        ({"held": "high_tech"}, "held"),
        ({"held": ["gold_star"]}, "held[0]"),
        ({"held": ["high_tech", {}]}, "held[1]"),
        ({"colour": "red"}, "colour"),
        ({"facts": []}, "facts"),
        ({"facts": {"gold": 1}}, "facts.gold"),
        ({"facts": {"revenue": []}}, "facts.revenue"),
        ({"facts": {"revenue": [1, 2, 3, 4, 5]}}, "facts.revenue"),
        ({"facts": {"revenue": [1, "many"]}}, "facts.revenue[1]"),
        ({"facts": {"revenue": "5e7"}}, "facts.revenue"),
        ({"facts": {"revenue": "５０"}}, "facts.revenue"),
        ({"facts": {"revenue": -1}}, "facts.revenue"),
        ({"facts": {"revenue": "0.001"}}, "facts.revenue"),
        ({"facts": {"revenue": 10**15 + 1}}, "facts.revenue"),
        ({"facts": {"revenue": True}}, "facts.revenue"),
        ({"facts": {"revenue": "5%"}}, "facts.revenue"),
        ({"facts": {"revenue": {"amount": 5, "unit": "人"}}}, "facts.revenue"),
        ({"facts": {"revenue": {"amount": 5, "unit": ["万元"]}}}, "facts.revenue"),
        ({"facts": {"revenue": {"amount": 5}}}, "facts.revenue"),
        ({"facts": {"employees": "1.5"}}, "facts.employees"),
        ({"facts": {"clean_conduct": "perhaps"}}, "facts.clean_conduct"),
        ({"facts": {"clean_conduct": 1}}, "facts.clean_conduct"),
        ({"facts": {"clean_conduct": ["yes"]}}, "facts.clean_conduct"),
        ({"facts": {"rd_body_level": 99}}, "facts.rd_body_level"),
        ({"facts": {"tech_staff_share": "30%%"}}, "facts.tech_staff_share"),
    ],
)
def test_what_cannot_be_is_refused_by_its_place_in_the_body(tell, changes, parameter):
    answer = tell({"scheme": "tech_sme", **changes})

    problem = answer.json()
    assert answer.status_code == problem["status"] == 400
    assert answer["Content-Type"] == "application/problem+json"
    assert problem["parameter"] == parameter
    assert problem["detail"]


def test_a_refusal_lists_what_there_is(tell):
    assert "high_tech" in tell({"scheme": "gold_star"}).json()["allowed"]
    assert "revenue" in tell(question(gold=1)).json()["allowed"]
    assert tell(question(revenue={"amount": 1, "unit": "斤"})).json()["allowed"] == [
        "元", "万元", "亿元",
    ]  # fmt: skip


@pytest.mark.parametrize("scheme", ["eaglet", "chain_leader"])
def test_a_title_of_which_no_figure_can_tell_is_refused_with_those_there_are(tell, scheme):
    answer = tell({"scheme": scheme})

    assert answer.status_code == 400
    assert answer.json()["parameter"] == "scheme"
    assert "tech_sme" in answer.json()["allowed"]
    assert scheme not in answer.json()["allowed"]


@pytest.mark.parametrize(
    "body",
    [
        "", "{", "[]", "{}", '"tech_sme"', "null", "scheme=tech_sme", b"\xff\xfe",
        '{"scheme": "tech_sme", "scheme": "high_tech"}',
        '{"scheme": "tech_sme", "facts": {"revenue": NaN}}',
        '{"scheme": "tech_sme", "facts": {"revenue": Infinity}}',
        '{"scheme": "tech_sme", "facts": {"revenue": -Infinity}}',
        '{"scheme": "tech_sme", "facts": {"revenue": 1e999999999}}',
        '{"scheme": "tech_sme", "facts": {"revenue": 1e-999999999}}',
        '{"scheme": "tech_sme", "facts": {"revenue": {"amount": 9e29, "unit": "亿元"}}}',
        '{"scheme": "tech_sme", "facts": {"revenue": ' + "9" * 5000 + "}}",
        '{"scheme": "tech_sme", "facts": {"revenue": [[[[[[[1]]]]]]]}}',
        '{"scheme": ' + "[" * 30_000,
        '{"scheme": ' + '{"a":' * 10_000 + "1" + "}" * 10_001,
        '{"scheme": "' + "x" * 70_000 + '"}',
        '{"scheme": "\\ud800"}', '{"\\ud800": 1}', '{"scheme": "tech\\u0000sme"}',
    ],
)  # fmt: skip
def test_a_hostile_body_is_refused_in_a_sentence(tell, body):
    answer = tell(body)

    assert answer.status_code == 400
    assert answer["Content-Type"] == "application/problem+json"
    assert answer.json()["detail"]


def test_only_json_is_read(tell):
    answer = tell("scheme=tech_sme", kind="application/x-www-form-urlencoded")

    assert answer.status_code == 415
    assert "application/json" in answer.json()["detail"]


def test_looking_at_the_address_says_how_to_ask(db):
    answer = Client().get(ADDRESS)

    assert answer.status_code == 405
    assert "POST" in answer.json()["detail"]


# who may ask, how often, and what is left of it


def test_nothing_is_written(tell):
    with CaptureQueriesContext(
        connection,
    ) as asked:
        tell(question(employees=501))

    assert asked.captured_queries
    assert not [
        each["sql"] for each in asked.captured_queries if each["sql"].lstrip().startswith(WRITING)
    ]


def test_the_answer_may_be_kept_by_nobody_on_the_way(tell):
    answer = tell(question())

    assert answer["Cache-Control"] == "no-store"
    assert not answer.cookies


def test_too_many_checks_from_one_address_are_told_to_wait(tell, monkeypatch):
    monkeypatch.setattr(AddressThrottle, "rate", "2/min")
    for _time in range(2):
        assert tell({"scheme": "tech_sme"}).status_code == 200

    answer = tell({"scheme": "tech_sme"})

    assert answer.status_code == 429
    assert int(answer["Retry-After"]) > 0


def test_a_key_buys_no_more_checks(tell, client_row, monkeypatch):
    monkeypatch.setattr(AddressThrottle, "rate", "1/min")
    tell({"scheme": "tech_sme"})

    answer = tell({"scheme": "tech_sme"}, Authorization=f"Api-Key {KEY}")

    assert answer.status_code == 429


def test_the_words_are_english_for_whoever_asks_for_english(tell):
    answer = tell(question(employees=501), **{"Accept-Language": "en"})

    assert answer["Content-Language"] == "en"
    assert findings(answer)["size_staff"]["says"] == "No more than 500 employees"


def test_a_shipped_case_comes_out_as_the_edition_says(tell):
    """The oracle of this page: what the edition's own cases expect, asked through the door."""
    answer = tell({**question(employees=501, tech_staff=5), "held": ["high_tech"]})

    assert findings(answer)["size_staff"]["verdict"] == "not_met"
    assert findings(answer)["score"]["verdict"] == "met"
    assert answer.json()["on"] == date(2026, 6, 15).isoformat()
