"""When a promise is kept: the word of the report decides at the limit."""

from datetime import date
from decimal import Decimal as D

import pytest

from registry import targets
from registry.models import Commitment, ReportedFigure
from registry.targets import State, gap, is_met, progress, state


@pytest.mark.parametrize(
    ("comparison", "value", "target", "kept"),
    [
        ("at_least", "8499", "8500", False),
        ("at_least", "8500", "8500", True),
        ("at_least", "8501", "8500", True),
        ("more_than", "1000000000000", "1000000000000", False),
        ("more_than", "1000000000000.01", "1000000000000", True),
        ("more_than", "999999999999.99", "1000000000000", False),
        ("equal", "4", "4", True),
        ("equal", "5", "4", False),
        ("full_coverage", "0.9999", "1", False),
        ("full_coverage", "1", "1", True),
        ("at_least", "0.15", "0.15", True),
        ("at_least", "-0.02", "0.15", False),
        ("at_least", "1.99", "2", False),
        ("at_least", "2", "2", True),
    ],
)
def test_the_reports_word_decides_at_the_limit(comparison, value, target, kept):
    assert is_met(comparison, D(value), D(target)) is kept


@pytest.mark.parametrize(
    ("value", "closed", "found"),
    [
        (None, False, State.NO_DATA),
        (None, True, State.NO_DATA),
        (D(300), False, State.MET),
        (D(300), True, State.MET),
        (D(299), False, State.ON_THE_WAY),
        (D(299), True, State.NOT_MET),
        (D(0), False, State.ON_THE_WAY),
    ],
)
def test_only_a_closed_year_can_fail_a_promise(value, closed, found):
    assert state("at_least", value, D(300), closed=closed) == found


@pytest.mark.parametrize(
    ("value", "target", "share"),
    [
        (D(150), D(300), D("0.5")),
        (D(600), D(300), D(2)),
        (D(-1), D(300), D(0)),
        (D(0), D(300), D(0)),
    ],
)
def test_progress_is_the_part_of_the_target_that_is_there(value, target, share):
    assert progress(value, target) == share


def test_progress_of_nothing_or_towards_nothing_is_unknown():
    assert progress(None, D(300)) is None
    assert progress(D(5), D(0)) is None


def test_the_gap_never_falls_below_zero():
    assert [gap(value, D(300)) for value in (D(290), D(300), D(310), None)] == [10, 0, 0, None]


def promise(code="p", **more) -> Commitment:
    fields = {
        "year": 2024, "code": code, "paragraph_zh": "增强产业创新能力", "sentence": 1, "order": 1,
        "says_zh": "高新技术企业达到2家", "says_en": "Two high-tech enterprises",
        "reading": "quantified", "indicator": "high_tech_enterprises", "measure": "stock",
        "comparison": "at_least", "comparison_word": "达到", "value": D(2), "unit": "家",
        "period": "year_end", "source": "报告", "verified": "yes",
    }  # fmt: skip
    return Commitment.objects.create(**{**fields, **more})


def report(indicator, value, as_of, period="2024", version=1, unit="元") -> ReportedFigure:
    return ReportedFigure.objects.create(
        indicator=indicator, period=period, version=version, value=D(value), unit=unit,
        as_of=as_of, source="统计公报", verified="yes", entered_at=f"{as_of}T00:00:00+08:00",
    )  # fmt: skip


def test_one_recognition_moves_the_line_by_one(city):
    promise()
    firm, other = city.enterprise(), city.enterprise()
    city.holds(firm, "high_tech", date(2023, 11, 1))
    before = targets.board(2024, date(2024, 10, 31))[0]

    city.holds(other, "high_tech", date(2024, 11, 4))
    after = targets.board(2024, date(2024, 11, 4))[0]

    assert (before.value, before.gap, before.state) == (1, 1, State.ON_THE_WAY)
    assert (after.value, after.gap, after.state) == (2, 0, State.MET)
    assert after.rise == 1


def test_a_stock_that_falls_back_by_the_years_end_has_not_kept_its_promise(city):
    promise()
    city.holds(city.enterprise(), "high_tech", date(2023, 11, 1))
    city.holds(city.enterprise(), "high_tech", date(2021, 12, 1), date(2024, 11, 30))

    assert targets.board(2024, date(2024, 11, 30))[0].state == State.MET
    assert targets.board(2024, date(2024, 12, 31))[0].state == State.NOT_MET


def test_a_day_after_the_year_shows_the_year_as_it_closed(city):
    promise()
    city.holds(city.enterprise(), "high_tech", date(2025, 1, 1))

    line = targets.board(2024, date(2026, 5, 1))[0]

    assert line.as_of == date(2024, 12, 31)
    assert (line.value, line.closed) == (0, True)


def test_a_year_has_no_board_before_it_begins(city):
    promise()

    with pytest.raises(targets.NotYet, match="尚未开始"):
        targets.board(2024, date(2023, 12, 31))


def test_a_told_figure_counts_from_the_day_it_is_dated(city):
    promise(indicator="producer_services_value", measure="level", value=D(100), unit="元")
    report("producer_services_value", 60, date(2024, 6, 30), period="2024-06")

    before = targets.board(2024, date(2024, 6, 29))[0]
    after = targets.board(2024, date(2024, 6, 30))[0]

    assert before.state == State.NO_DATA
    assert (after.value, after.observation.provisional) == (60, True)


def test_the_closed_year_takes_the_final_figure_though_it_is_stated_later(city):
    promise(indicator="producer_services_value", measure="level", value=D(100), unit="元")
    report("producer_services_value", 60, date(2024, 6, 30), period="2024-06")
    report("producer_services_value", 99, date(2025, 2, 1))
    report("producer_services_value", 101, date(2025, 2, 1), version=2)

    line = targets.board(2024, date(2024, 12, 31))[0]

    assert (line.value, line.state) == (101, State.MET)
    assert not line.observation.provisional


def test_what_was_published_stands_beside_what_we_count(city):
    promise()
    report("high_tech_enterprises", 8683, date(2025, 12, 2), unit="家")
    city.holds(city.enterprise(), "high_tech", date(2023, 11, 1))

    line = targets.board(2024, date(2024, 12, 31))[0]

    assert line.value == 1
    assert line.published.value == 8683


def test_the_pace_is_learnt_from_last_years_batches(city):
    promise(value=D(4))
    city.holds(city.enterprise(), "high_tech", date(2022, 1, 1))
    city.holds(city.enterprise(), "high_tech", date(2023, 11, 1))

    line = targets.board(2024, date(2024, 9, 30))[0]

    assert line.path.is_learnt
    assert line.expected == 2  # nothing was due before last year's batch of November
    assert not line.is_behind
    assert targets.board(2024, date(2024, 11, 30))[0].is_behind


def test_the_board_asks_one_query_for_each_counted_promise(city, django_assert_max_num_queries):
    promise("a")
    promise("b", indicator="srdi_new", measure="flow", value=D(300), period="year")
    promise("c", indicator="producer_services_value", measure="level", value=D(1), unit="元")

    with django_assert_max_num_queries(4):
        assert len(targets.board(2024, date(2024, 6, 30))) == 3
