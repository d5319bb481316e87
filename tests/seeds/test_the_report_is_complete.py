"""The 2024 report: every sentence a row, every number as the report has it."""

import re
from decimal import Decimal

import seeds
from tests.seeds.shared import shared

LEAD = "报告解读"
HALF_WIDTH = str.maketrans({"，": ",", "（": "(", "）": ")", "：": ":"})

NUMBERS = {
    "rd_body_coverage": ("ratio", "full_coverage", "全覆盖", Decimal(1), "share"),
    "high_tech_enterprises": ("stock", "at_least", "达到", Decimal(8500), "家"),
    "srdi_new": ("flow", "at_least", "以上", Decimal(300), "家"),
    "national_key_labs_new": ("flow", "at_least", "以上", Decimal(2), "家"),
    "advantage_chain_scale": ("level", "more_than", "突破", Decimal(10) ** 12, "元"),
    "nev_output_multiple": ("multiple", "at_least", "倍增", Decimal(2), "倍"),
    "tsingtao_beer_output": ("level", "more_than", "突破", Decimal(10_000_000), "千升"),
    "strategic_investment_growth": ("growth", "at_least", "以上", Decimal("0.15"), "share"),
    "scenario_labs_new": ("flow", "at_least", "以上", Decimal(20), "家"),
    "producer_services_value": (
        "level",
        "at_least",
        "达到…以上",
        Decimal(640_000_000_000),
        "元",
    ),
    "innovation_products_promoted": ("flow", "at_least", "以上", Decimal(100), "项"),
}


def rows():
    return seeds.commitments(2024)["rows"]


def sentences(listed):
    """The distinct sentences, in the report's order: whole text by number."""
    found: dict[int, str] = {}
    for row in listed:
        found.setdefault(row["sentence"], row.get("sentence_zh", row["says_zh"]))
    return found


def test_every_number_stands_as_in_the_report():
    found = {
        row["indicator"]: (
            row["measure"],
            row["comparison"],
            row["word_zh"],
            seeds.amount(row["value"], row["code"]),
            seeds.base_unit(row["value"], row["code"]),
        )
        for row in rows()
        if row["reading"] == "quantified"
    }

    assert found == NUMBERS


def test_the_rows_of_a_sentence_are_its_parts_in_order():
    whole = sentences(rows())
    for number, text in whole.items():
        parts = [row["says_zh"] for row in rows() if row["sentence"] == number]
        places = [text.find(part) for part in parts]
        assert -1 not in places and places == sorted(places), number


def test_a_sentence_of_several_promises_is_covered_to_the_last_word():
    for number, text in sentences(rows()).items():
        listed = [row for row in rows() if row["sentence"] == number]
        if listed[0]["paragraph_zh"] != LEAD:
            rest = text
            for row in listed:
                rest = rest.replace(row["says_zh"], "", 1)
            assert rest.strip("，。、") == "", number


def test_the_sentences_are_those_of_the_excerpt_and_none_is_missing():
    excerpt = shared("sources/report-2024.txt").read_text(encoding="utf-8")
    begin, end = (
        excerpt.index("增强产业创新能力。"),
        excerpt.index("专项行动。") + len("专项行动。"),
    )
    printed = re.sub(r"\s+", "", excerpt[begin:end])

    ours = ""
    paragraph = ""
    told = [row for row in rows() if row["paragraph_zh"] != LEAD]
    for number, text in sentences(told).items():
        heading = next(row["paragraph_zh"] for row in told if row["sentence"] == number)
        ours += (f"{heading}。" if heading != paragraph else "") + text
        paragraph = heading

    assert ours.translate(HALF_WIDTH) == printed.translate(HALF_WIDTH)


def test_what_only_the_lead_says_is_in_the_article():
    article = shared("sources/report-2024.txt").read_text(encoding="utf-8").translate(HALF_WIDTH)
    lead = sentences([row for row in rows() if row["paragraph_zh"] == LEAD])

    for text in lead.values():
        assert text.translate(HALF_WIDTH) in article


def test_codes_and_orders_are_unique_and_run_with_the_report():
    codes = [row["code"] for row in rows()]
    orders = [row["order"] for row in rows()]

    assert len(codes) == len(set(codes))
    assert orders == sorted(set(orders))
    assert [row["sentence"] for row in rows()] == sorted(row["sentence"] for row in rows())


def test_what_is_not_ours_says_why_and_who_answers():
    for row in rows():
        if row["reading"] == "not_ours":
            assert row["reason_zh"] and row["reason_en"] and row["by_zh"]
            assert row["responsible"] is None


def test_offices_that_answer_for_promises_exist():
    known = {office["code"] for office in seeds.offices()}
    for name in (2024, "2026.demo"):
        for row in seeds.commitments(name)["rows"]:
            assert row["responsible"] is None or row["responsible"] in known, row["code"]


def test_demo_targets_say_that_they_are_demo():
    demo = seeds.commitments("2026.demo")

    assert demo["demo"] is True and seeds.commitments(2024)["demo"] is False
    assert demo["source"]["document"] == "演示数据，非政府文件"
    for row in demo["rows"]:
        assert row["source"] == "演示数据，非政府文件" and row["verified"] == "no"
        assert row["says_zh"].startswith("（演示）") and row["says_en"].startswith("(Demo)")


def test_only_outcomes_that_a_source_states_are_reported():
    reported = {row["indicator"]: row for row in seeds.reported(2024)}

    assert reported.keys() == {"high_tech_enterprises", "scenario_labs_new"}
    assert seeds.amount(reported["high_tech_enterprises"]["value"], "") == 8683
    assert {row["verified"] for row in reported.values()} == {"partial"}
    assert reported.keys() <= NUMBERS.keys()
