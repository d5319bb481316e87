"""Each stated fact is asked in its own unit, and what cannot be is refused in a sentence."""

from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError

from certifications.portal.forms.fields import WanField, statement_field


@pytest.mark.parametrize(
    ("fact", "typed", "kept"),
    [
        ("market_share", "12.5%", Decimal("0.125")),
        ("market_share", "", None),
        ("digital_level", "3", "3"),
        ("digital_level", "", None),
        ("market_rank_domestic", "１", 1),
        ("quality_score", "66.5 分", Decimal("66.5")),
        ("clean_conduct", "yes", "yes"),
    ],
)
def test_a_fact_is_read_in_its_unit(fact, typed, kept):
    assert statement_field(fact).clean(typed) == kept


@pytest.mark.parametrize(
    ("fact", "typed", "sentence"),
    [
        ("market_share", "120", "0 至 100"),
        ("market_rank_domestic", "第一", "请只填数字"),
        ("market_rank_domestic", "99999999", "数字过大"),
        ("quality_score", "66.555", "小数点后最多两位"),
        ("quality_score", "9" * 60, "内容过长"),
        ("clean_conduct", "maybe", "maybe"),
    ],
)
def test_what_cannot_be_is_refused(fact, typed, sentence):
    with pytest.raises(ValidationError, match=sentence):
        statement_field(fact).clean(typed)


def test_a_kept_share_is_shown_in_percent_and_a_sum_in_ten_thousands():
    assert statement_field("market_share").prepare_value(Decimal("0.125")) == "12.5"
    assert WanField().prepare_value(Decimal("32605000.00")) == "3260.5"
    assert WanField().prepare_value("３２６０") == "３２６０"


def test_a_field_knows_whether_it_was_changed():
    field = WanField()

    assert not field.has_changed(Decimal(10_000), "1")
    assert field.has_changed(Decimal(10_000), "2")
    assert field.has_changed(None, "很多")
