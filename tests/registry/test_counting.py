"""What the city counts, and that a number is always the length of its list."""

from datetime import date

from registry.counting import Slice, begun, first_begun, held, lapsed, numbers
from registry.periods import month, year

HIGH_TECH = Slice(schemes=("high_tech",))


def test_a_title_holds_on_its_first_and_on_its_last_day(city):
    firm = city.enterprise()
    city.holds(firm, "high_tech", date(2021, 11, 4), date(2024, 11, 3))

    days = [date(2021, 11, 3), date(2021, 11, 4), date(2024, 11, 3), date(2024, 11, 4)]

    assert [held(HIGH_TECH, day).number() for day in days] == [0, 1, 1, 0]


def test_an_enterprise_with_two_titles_counts_once_among_both(city):
    firm = city.enterprise()
    city.holds(firm, "single_champion", date(2022, 1, 1))
    city.holds(firm, "unicorn", date(2023, 1, 1))

    counted = held(Slice(rung=4), date(2024, 1, 1))

    assert counted.number() == 1
    assert list(counted.enterprises()) == [firm]


def test_an_enterprise_counts_in_the_district_where_it_was_on_the_day(city):
    firm = city.enterprise(district="370215")
    city.holds(firm, "high_tech", date(2022, 1, 1))
    city.moves(firm, "370214", on=date(2024, 6, 1))

    before, after = held(HIGH_TECH, date(2024, 5, 31)), held(HIGH_TECH, date(2024, 6, 1))

    assert before.by("district") == {("370215",): 1}
    assert after.by("district") == {("370214",): 1}
    jimo = Slice(schemes=("high_tech",), district="370215")
    assert held(jimo, date(2024, 5, 31)).number() == 1
    assert held(jimo, date(2024, 6, 1)).number() == 0


def test_a_new_title_belongs_to_the_district_of_its_first_day(city):
    firm = city.enterprise(district="370215")
    city.holds(firm, "high_tech", date(2024, 3, 1))
    city.moves(firm, "370214", on=date(2024, 6, 1))

    assert begun(HIGH_TECH, year(2024)).by("district") == {("370215",): 1}
    assert begun(Slice(schemes=("high_tech",), district="370214"), year(2024)).number() == 0


def test_an_enterprise_of_no_known_district_is_not_lost_from_the_breakdown(city):
    city.holds(city.enterprise(district=None), "high_tech", date(2022, 1, 1))

    assert held(HIGH_TECH, date(2024, 1, 1)).by("district") == {("",): 1}


def test_a_title_regained_after_a_gap_is_new_but_not_for_the_first_time(city):
    firm = city.enterprise()
    city.holds(firm, "srdi_sme", date(2020, 5, 1), date(2023, 4, 30))
    city.holds(firm, "srdi_sme", date(2024, 2, 1))
    srdi = Slice(schemes=("srdi_sme",))

    assert begun(srdi, year(2024)).number() == 1
    assert first_begun(srdi, year(2024)).number() == 0
    assert first_begun(srdi, year(2020)).number() == 1


def test_a_title_lapses_on_the_first_day_without_it(city):
    city.holds(city.enterprise(), "tech_sme", date(2023, 6, 1), date(2024, 3, 31))
    tech = Slice(schemes=("tech_sme",))

    assert lapsed(tech, month(2024, 3)).number() == 0
    assert lapsed(tech, month(2024, 4)).number() == 1


def test_little_giants_can_be_left_out_of_the_specialised_firms(city):
    giant, other = city.enterprise(), city.enterprise()
    for firm in (giant, other):
        city.holds(firm, "srdi_sme", date(2023, 1, 1))
    city.holds(giant, "little_giant", date(2024, 1, 1))
    only = Slice(schemes=("srdi_sme",), without=("little_giant",))

    assert held(only, date(2023, 12, 31)).number() == 2
    assert list(held(only, date(2024, 1, 1)).enterprises()) == [other]


def test_a_trade_is_found_by_its_division_and_by_its_section(city):
    firm = city.enterprise(industry="35")
    city.holds(firm, "high_tech", date(2022, 1, 1))
    day = date(2024, 1, 1)

    found = [held(Slice(industry=code), day).number() for code in ("35", "39", "C")]

    assert found == [1, 0, 1]
    assert held(HIGH_TECH, day).by("district", "section") == {("370212", "C"): 1}


def test_a_chain_counts_its_links_of_the_day(city):
    firm = city.enterprise()
    city.holds(firm, "high_tech", date(2022, 1, 1))
    city.joins(firm, "terahertz")

    assert held(Slice(chain="terahertz"), date(2024, 1, 1)).number() == 1
    assert held(Slice(chain="other"), date(2024, 1, 1)).number() == 0


def test_many_days_are_one_query(city, django_assert_num_queries):
    city.holds(city.enterprise(), "high_tech", date(2024, 2, 1), date(2024, 3, 31))
    days = [month(2024, number).last for number in range(1, 5)]

    with django_assert_num_queries(1):
        found = numbers([held(HIGH_TECH, day) for day in days])

    assert found == [0, 1, 1, 0]


def test_nothing_asked_is_nothing_counted(db):
    assert numbers([]) == []
