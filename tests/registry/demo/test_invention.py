"""Invented codes and names pass every check and belong to nobody."""

import csv
from collections import Counter
from pathlib import Path

import pytest

from enterprises import credit_code
from registry.demo.codes import invented_code

REAL = Path(__file__).parents[4] / "shared" / "data"


def test_invented_codes_pass_every_check(full_history):
    codes = [firm.code for firm in full_history.firms.values()]

    assert len(set(codes)) == len(codes) == 20_000
    assert not [code for code in codes if credit_code.flaw(code) or credit_code.advice(code)]


def test_invented_codes_stand_in_a_block_that_no_authority_gives_out():
    assert invented_code("370212", 7).startswith("91370212DEM00007")


def test_names_are_given_once_and_sound_like_enterprises(full_history):
    names = Counter(firm.name for firm in full_history.firms.values() if not firm.is_branch)

    assert max(names.values()) == 1
    assert all(name.startswith("青岛") and name.endswith("公司") for name in names)


@pytest.mark.skipif(not REAL.exists(), reason="the real lists are not beside the project")
def test_no_invented_name_or_code_is_a_real_one(full_history):
    firms = full_history.firms.values()
    invented = {firm.name for firm in firms} | {firm.code for firm in firms}
    real = set()
    for file in (
        "qingdao_firms_1980_1999.csv",
        "certified_qingdao_named.csv",
        "uscc_valid_national_5k.csv",
    ):
        with (REAL / file).open(encoding="utf-8-sig") as lines:
            real |= {cell.strip() for row in csv.reader(lines) for cell in row}

    assert len(real) > 5_000
    assert not invented & real


def test_districts_are_peopled_as_in_life(full_history):
    lived_in = Counter(firm.district for firm in full_history.firms.values())

    assert lived_in["370211"] > lived_in["370214"] > lived_in["370212"] > lived_in["370285"] > 300
