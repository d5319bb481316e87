"""Do overlapping and adjoining certifications become one holding?"""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from certifications.holdings import coalesce


def d(text: str) -> date:
    return date.fromisoformat(text)


@pytest.mark.parametrize(
    ("spans", "merged"),
    [
        ([], []),
        ([("2021-01-01", "2021-12-31")], [("2021-01-01", "2021-12-31")]),
        (
            [("2021-01-01", "2021-12-31"), ("2022-01-01", "2022-12-31")],
            [("2021-01-01", "2022-12-31")],
        ),
        (
            [("2021-01-01", "2021-12-31"), ("2022-01-02", "2022-12-31")],
            [("2021-01-01", "2021-12-31"), ("2022-01-02", "2022-12-31")],
        ),
        (
            [("2021-06-01", "2023-05-31"), ("2021-01-01", "2021-12-31")],
            [("2021-01-01", "2023-05-31")],
        ),
        ([("2021-01-01", None), ("2025-01-01", "2026-01-01")], [("2021-01-01", None)]),
    ],
)
def test_spans_merge_when_they_overlap_or_adjoin(spans, merged):
    given_spans = [(d(a), d(b) if b else None) for a, b in spans]

    assert coalesce(given_spans) == [(d(a), d(b) if b else None) for a, b in merged]


days = st.integers(min_value=730_000, max_value=730_400).map(date.fromordinal)
spans = st.lists(st.tuples(days, days).map(sorted).map(tuple), max_size=12)


@given(spans)
def test_a_day_is_held_after_merging_exactly_when_it_was_before(given_spans):
    merged = coalesce(given_spans)

    for ordinal in range(730_000, 730_401):
        day = date.fromordinal(ordinal)
        before = any(first <= day <= last for first, last in given_spans)
        assert before == any(first <= day <= last for first, last in merged)


@given(spans)
def test_merged_spans_neither_touch_nor_overlap(given_spans):
    merged = coalesce(given_spans)

    for (_first, last), (following, _last) in zip(merged, merged[1:], strict=False):
        assert (following - last).days > 1
