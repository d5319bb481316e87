"""The words of an address are read strictly, and a refusal names what would be allowed."""

from datetime import date

import pytest

from registry.query import BadQuery, Words, listed

FIRST, LAST = date(2024, 1, 1), date(2024, 12, 31)


def test_an_unknown_word_is_told_the_known_ones():
    with pytest.raises(BadQuery, match="colour.*scheme、as_of") as refused:
        Words({"colour": "red"}, ("scheme", "as_of"))

    assert refused.value.word == "colour"


def test_an_empty_word_is_as_good_as_none_but_must_still_be_known():
    assert Words({"scheme": " "}, ("scheme",)).choice("scheme", ["a"]) is None
    with pytest.raises(BadQuery):
        Words({"colour": ""}, ("scheme",))


def test_an_unknown_value_is_told_the_allowed_ones():
    words = Words({"scheme": "x"}, ("scheme",))

    with pytest.raises(BadQuery, match="“x”不可用.*high_tech、tech_sme"):
        words.choice("scheme", ["high_tech", "tech_sme"])


@pytest.mark.parametrize("value", ["0", "13", "-1", "1.5", "１", "x", "9" * 4000, "0000000005999"])
def test_a_number_out_of_bounds_is_told_the_bounds(value):
    with pytest.raises(BadQuery, match="1 到 12"):
        Words({"page": value}, ("page",)).number("page", first=1, last=12)


@pytest.mark.parametrize(
    "value", ["2023-12-31", "2025-01-01", "2024-02-30", "20240101", "today", "2024-W01-1"]
)
def test_a_day_out_of_bounds_is_told_the_bounds(value):
    with pytest.raises(BadQuery, match="2024-01-01 至 2024-12-31"):
        Words({"as_of": value}, ("as_of",)).day("as_of", first=FIRST, last=LAST)


def test_a_day_within_its_bounds_is_read():
    words = Words({"as_of": "2024-02-29"}, ("as_of",))

    assert words.day("as_of", first=FIRST, last=LAST) == date(2024, 2, 29)


def test_a_long_list_of_allowed_values_is_cut_where_a_reader_would_stop():
    assert listed([str(number) for number in range(100)]).endswith("39……")
