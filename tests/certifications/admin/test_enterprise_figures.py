"""Do offices read only the figures that were handed in to somebody?"""

from certifications import drafting, workflow
from certifications.admin.handed_in import years_handed_in
from certifications.standing import standings_shown
from certifications.states import State
from tests import factories


def employees(firm) -> list[int | None]:
    return [row.employees for row in years_handed_in(firm)]


def test_figures_of_a_draft_are_not_yet_an_offices_business(draft, clerk, today):
    drafting.save_figures(draft, today.year - 1, {"employees": 99}, by=clerk, today=today)

    assert employees(draft.enterprise)[0] == 60


def test_figures_handed_in_are(draft, walked, clerk, today):
    drafting.save_figures(draft, today.year - 1, {"employees": 99}, by=clerk, today=today)
    walked(State.SUBMITTED)

    assert employees(draft.enterprise)[0] == 99


def test_a_correction_is_not_seen_before_it_is_handed_in_again(
    draft, walked, clerk, laoshan_officer, today
):
    case = walked(State.DISTRICT_REVIEW)
    case = workflow.advance(
        case, "return_for_correction", by=laoshan_officer, today=today, note="补正",
        details={"defects": [{"item": f"employees-{today.year - 1}", "says": "核对", "remedy": "更正"}]},
    )  # fmt: skip
    drafting.save_figures(case, today.year - 1, {"employees": 99}, by=clerk, today=today)

    assert employees(case.enterprise)[0] == 60
    assert standings_shown([case.enterprise], today)[case.enterprise_id]["employees"] == 60


def test_a_figure_that_another_case_carried_along_was_not_handed_in(
    draft, firm, walked, clerk, today
):
    other = drafting.open_application(
        firm, factories.batch("srdi_sme", today), by=clerk, today=today
    )
    drafting.save_figures(
        other, today.year - 1, {"main_product_revenue": 7_000_000}, by=clerk, today=today
    )
    drafting.save_figures(draft, today.year - 1, {"employees": 61}, by=clerk, today=today)
    walked(State.SUBMITTED)

    seen = standings_shown([firm], today)[firm.pk].facts

    assert (seen["employees"], seen["main_product_revenue"]) == (61, 20_000_000)


def test_a_figure_typed_in_one_draft_and_handed_in_with_another_case_is_seen(
    draft, firm, walked, clerk, today
):
    other = drafting.open_application(
        firm, factories.batch("srdi_sme", today), by=clerk, today=today
    )
    drafting.save_figures(other, today.year - 1, {"revenue": 99}, by=clerk, today=today)
    walked(State.SUBMITTED)

    assert years_handed_in(firm)[0].revenue == 99
    assert standings_shown([firm], today)[firm.pk]["revenue"] == 99
