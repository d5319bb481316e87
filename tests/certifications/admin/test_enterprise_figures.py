"""Do offices read only the figures that were handed in to somebody?"""

from certifications import drafting
from certifications.admin.handed_in import figures_handed_in, newest_by_year
from certifications.states import State


def employees(firm) -> list[int | None]:
    return [row.employees for row in newest_by_year(figures_handed_in(firm))]


def test_figures_of_a_draft_are_not_yet_an_offices_business(draft, clerk, today):
    drafting.save_figures(draft, today.year - 1, {"employees": 99}, by=clerk, today=today)

    assert employees(draft.enterprise)[0] == 60


def test_figures_handed_in_are(draft, walked, clerk, today):
    drafting.save_figures(draft, today.year - 1, {"employees": 99}, by=clerk, today=today)
    walked(State.SUBMITTED)

    assert employees(draft.enterprise)[0] == 99
