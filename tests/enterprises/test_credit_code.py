"""Which codes can stand, and does each refusal say what is wrong?"""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from stdnum.cn import uscc

from enterprises import credit_code
from tests.enterprises.lists import shared_rows

REAL = "91370203163561902G"


@pytest.mark.parametrize(
    "typed",
    [
        REAL.lower(),
        "９１３７０２０３１６３５６１９０２Ｇ",
        " 91370203 16356190-2G\n",
        "\ufeff91370203\u200b163561902G",
        "91370203–163561902—G",
    ],
)
def test_what_people_type_becomes_the_code_on_the_licence(typed):
    assert credit_code.normalise(typed) == REAL
    assert credit_code.flaw(credit_code.normalise(typed)) is None


@pytest.mark.parametrize(
    ("code", "flaw", "says"),
    [
        ("", "missing", "没有填写"),
        ("320404000073274", "old_number", "15 位"),
        ("3209231100626", "old_number", "13 位"),
        ("9.13702E+17", "spreadsheet_number", "科学记数法"),
        ("无", "length", "1 位"),
        (REAL[:17], "length", "17 位"),
        (REAL + "0", "length", "19 位"),
        ("9137020316356190OG", "character", "第 17 位“O”"),
        ("0" * 18, "start", "第 1 位"),
        ("91A70203163561902G", "start", "第 3 位"),
        (REAL[:17] + "H", "check_character", "第 18 位"),
    ],
)
def test_each_flaw_is_named_and_explained(code, flaw, says):
    found = credit_code.flaw(code)

    assert found is not None
    assert found.name == flaw
    assert says in found.says


def test_no_valid_code_of_five_thousand_is_refused():
    refused = [
        row
        for row in shared_rows("uscc_valid_national_5k.csv")
        if credit_code.flaw(credit_code.normalise(row["统一社会信用代码"]))
    ]

    assert refused == []


EXPECTED = {
    "old_reg_no_13": "old_number",
    "old_reg_no_15": "old_number",
    "checksum": "check_character",
    "checksum_issued_Y_for_1": "check_character",
    "lowercase": None,
    "valid_but_orgcode_check_fails": None,
}


def test_irregular_codes_of_real_registers_are_told_apart():
    for row in shared_rows("uscc_irregular_dev.csv"):
        found = credit_code.flaw(credit_code.normalise(row["统一社会信用代码"]))
        expected = EXPECTED.get(row["label"], "length")

        assert (found.name if found else None) == expected, row


def test_a_failing_organisation_code_is_advice_and_no_refusal():
    rows = shared_rows("uscc_irregular_dev.csv")
    odd = [row for row in rows if row["label"] == "valid_but_orgcode_check_fails"]

    assert odd
    for row in odd:
        advice = credit_code.advice(credit_code.normalise(row["统一社会信用代码"]))
        assert advice is not None
        assert advice.name == "organisation_code"


def test_an_unknown_province_is_advice():
    first = "91990203163561902"
    code = first + credit_code.check_character(first)

    assert credit_code.flaw(code) is None
    assert credit_code.advice(code).name == "division"


@given(
    st.sampled_from(["91", "12", "52", "93"]),
    st.integers(110000, 659999),
    st.text(alphabet=credit_code.ALPHABET, min_size=9, max_size=9),
)
def test_every_code_that_stands_here_stands_for_python_stdnum(form, division, body):
    first = f"{form}{division}{body}"
    code = first + credit_code.check_character(first)

    assert credit_code.flaw(code) is None
    assert uscc.calc_check_digit(first) == code[17]


@given(
    st.text(alphabet=credit_code.ALPHABET, min_size=9, max_size=9),
    st.integers(8, 16),
    st.sampled_from(credit_code.ALPHABET),
)
def test_one_mistyped_character_is_always_noticed(body, place, character):
    first = f"91370212{body}"
    code = first + credit_code.check_character(first)
    mistyped = code[:place] + character + code[place + 1 :]

    assert (credit_code.flaw(mistyped) is None) == (mistyped == code)
