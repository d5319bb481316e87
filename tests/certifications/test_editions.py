"""Does a title last as long as its edition says?"""

from datetime import date

import pytest

from certifications.editions import NoEdition, edition_for, valid_until, years_later
from certifications.models import Edition, Scheme


def edition(scheme: str, code: str) -> Edition:
    return Edition.objects.get(scheme__code=scheme, code=code)


def test_a_three_year_certificate_ends_on_the_eve_of_its_third_anniversary(db):
    ends = valid_until(edition("high_tech", "2016"), issued_on=date(2024, 11, 4), announced_on=None)

    assert ends == date(2027, 11, 3)


@pytest.mark.parametrize(
    ("announced", "ends"),
    [(date(2024, 6, 1), date(2025, 3, 31)), (date(2024, 1, 5), date(2025, 3, 31))],
)
def test_a_tech_sme_number_ends_on_31_march_of_the_next_year(db, announced, ends):
    found = valid_until(edition("tech_sme", "2017"), issued_on=announced, announced_on=announced)

    assert found == ends


def test_a_selection_without_a_known_end_stays_open(db):
    found = edition("private_benchmark", "2022")

    assert valid_until(found, issued_on=date(2022, 9, 1), announced_on=None) is None


@pytest.mark.parametrize(("day", "code"), [(date(2026, 3, 31), "2022"), (date(2026, 4, 1), "2026")])
def test_the_edition_in_force_on_the_day_judges_the_case(db, day, code):
    """工信部企业〔2026〕2号 takes force on 2026-04-01."""
    assert edition_for(Scheme.objects.get(code="srdi_sme"), "new", day).code == code


def test_before_its_first_edition_a_scheme_has_none(db):
    with pytest.raises(NoEdition):
        edition_for(Scheme.objects.get(code="srdi_sme"), "new", date(2019, 1, 1))


def test_three_years_after_a_leap_day_is_the_first_of_march():
    assert years_later(date(2024, 2, 29), 3) == date(2027, 3, 1)
