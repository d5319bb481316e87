"""Small words that Chinese and English handle differently: marks, units, months, authorities."""

from datetime import date
from decimal import Decimal

import pytest
from django.utils.translation import override

from enterprises.authorities import authority
from enterprises.punctuation import bracketed, clauses, labelled, series
from enterprises.templatetags.reading import month
from enterprises.vocabulary import says_value


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("zh-hans", ["甲、乙", "甲；乙", "名（旁注）", "名：实", "11月"]),
        ("en", ["甲, 乙", "甲; 乙", "名 (旁注)", "名: 实", "Nov"]),
    ],
)
def test_words_are_strung_together_as_the_language_does(language, said):
    with override(language):
        assert said == [
            series(["甲", "乙"]),
            clauses(["甲", "乙"]),
            f"名{bracketed('旁注')}",
            labelled("名", "实"),
            month(date(2026, 11, 23)),
        ]


@pytest.mark.parametrize(
    ("value", "unit", "said"),
    [
        (None, "件", "尚不知道"),
        (1, "件", "1 件"),
        (Decimal("68839000"), "元", "6,883.90 万元"),
        (Decimal("0.1999"), "share", "19.99%"),
        (3, "level", "3"),
        (True, "yes_no", "是"),
    ],
)
def test_a_facts_value_is_said_with_its_unit(value, unit, said):
    assert says_value(value, unit) == said


def test_a_sum_is_read_aloud_in_english():
    with override("en"):
        assert says_value(Decimal("68839000"), "元") == "68.84 million yuan"


def test_an_authority_is_called_by_its_english_name_in_english():
    with override("en"):
        assert authority("青岛市科学技术局") == "Qingdao Municipal Science and Technology Bureau"
        assert authority("某地工商局") == "某地工商局"
    with override("zh-hans"):
        assert authority("青岛市科学技术局") == "青岛市科学技术局"
