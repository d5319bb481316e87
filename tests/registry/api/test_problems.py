"""What cannot be answered as asked is refused: which parameter, and what it may be."""

import pytest

OBSERVED = "indicators/high_tech_enterprises/observations/"
TOLD = "indicators/tsingtao_beer_output/observations/"


@pytest.mark.parametrize(
    ("path", "words", "parameter"),
    [
        ("districts/", {"colour": "red"}, "colour"),
        ("districts/", {"scheme": "high_tech"}, "scheme"),
        ("districts/", {"as_of": "yesterday"}, "as_of"),
        ("districts/", {"as_of": "2026-06-16"}, "as_of"),
        ("districts/", {"as_of": "1999-12-31"}, "as_of"),
        ("districts/", {"format": "pdf"}, "format"),
        ("certifications/", {"scheme": "gold_star"}, "scheme"),
        ("certifications/", {"district": "370200"}, "district"),
        ("certifications/", {"industry": "ZZ"}, "industry"),
        ("certifications/", {"chain": "gold"}, "chain"),
        ("certifications/", {"period": "Q3"}, "period"),
        ("certifications/", {"period": "2026-07"}, "period"),
        ("certifications/", {"period": "2025", "as_of": "2025-01-01"}, "period"),
        ("enterprises/", {"cursor": "page2"}, "cursor"),
        ("enterprises/", {"cursor": "第二页"}, "cursor"),
        ("enterprises/", {"page_size": "0"}, "page_size"),
        ("enterprises/", {"page_size": "1001"}, "page_size"),
        ("enterprises/", {"page_size": "ten"}, "page_size"),
        (OBSERVED, {"by": "colour"}, "by"),
        (OBSERVED, {"scheme": "high_tech"}, "scheme"),
        (TOLD, {"by": "district"}, "by"),
        (TOLD, {"district": "370212"}, "district"),
        ("targets/", {"period": "2023"}, "period"),
        ("targets/", {"period": "2024", "as_of": "2023-05-01"}, "as_of"),
    ],
)
def test_an_unknown_word_or_value_is_refused_by_name(ask, path, words, parameter):
    answer = ask(path, **words)

    problem = answer.json()
    assert answer.status_code == problem["status"] == 400
    assert answer["Content-Type"] == "application/problem+json"
    assert problem["parameter"] == parameter
    assert problem["detail"]
    assert problem["instance"] == f"/api/v1/{path}"
    assert {"type", "title"} <= problem.keys()


def test_an_unknown_word_lists_the_words_there_are(ask):
    assert ask("certifications/", colour="red").json()["allowed"] == [
        "as_of", "period", "scheme", "district", "industry", "chain", "cursor", "page_size",
        "format",
    ]  # fmt: skip


def test_an_unknown_value_lists_the_values_there_are(ask):
    problem = ask("certifications/", scheme="gold_star").json()

    assert "high_tech" in problem["allowed"]
    assert "gold_star" in problem["detail"]


def test_a_word_given_twice_is_not_guessed_at(ask):
    answer = ask("districts/?as_of=2025-01-01&as_of=2026-01-01")

    assert answer.status_code == 400
    assert answer.json()["parameter"] == "as_of"


def test_a_refusal_is_in_chinese_unless_english_is_asked_for(ask):
    chinese = ask("districts/", as_of="x")
    english = ask("districts/", language="en-GB,en;q=0.9", as_of="x")

    assert chinese["Content-Language"] == "zh-hans"
    assert english["Content-Language"] == "en"
    assert "参数" in chinese.json()["detail"]


def test_a_refusal_is_never_a_table(ask):
    answer = ask("districts/", format="csv", as_of="x")

    assert answer["Content-Type"] == "application/problem+json"
    assert answer.json()["parameter"] == "as_of"


@pytest.mark.parametrize(
    "path",
    [
        "nonsense/", "schemes/gold_star/", "indicators/gold/", "indicators/gold/observations/",
        "enterprises/91370212MATEST0000/", "enterprises/123/",
    ],
)  # fmt: skip
def test_what_is_not_there_is_a_404_with_a_sentence(ask, path):
    answer = ask(path)

    assert answer.status_code == 404
    assert answer["Content-Type"] == "application/problem+json"
    assert "没有这条记录" in answer.json()["detail"]
