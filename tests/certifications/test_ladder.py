"""The ladder as it is: where an enterprise stands, what awaits renewal, and how a track counts it."""

from datetime import date

import pytest

from certifications.ladder import counted_as, graph, position
from certifications.models import Certification, Edition, Scheme, SpentRight
from certifications.standing import standing_of
from certifications.states import State
from enterprises.clock import now
from enterprises.models import IntellectualProperty, Relation
from tests import factories


def hold(enterprise, code, first, last, number="X1"):
    return Certification.objects.create(
        enterprise=enterprise, scheme=Scheme.objects.get(code=code), number=number,
        conferred_by="x", issued_on=first, valid_from=first, valid_until=last, source="list",
        recorded_at=now(),
    )  # fmt: skip


def test_the_highest_rung_held_on_the_day_is_the_position(firm):
    hold(firm, "tech_sme", date(2025, 7, 1), date(2026, 3, 31))
    hold(firm, "srdi_sme", date(2024, 1, 1), date(2026, 12, 31), "X2")

    assert position(firm, date(2026, 3, 31)).rung == 2
    assert [row.scheme.code for row in position(firm, date(2026, 3, 31)).certifications] == [
        "tech_sme", "srdi_sme",
    ]  # fmt: skip


def test_from_1_april_a_tech_sme_number_awaits_the_new_announcement(firm):
    """国科发政〔2017〕115号: all numbers lapse on 31 March; the new ones come in batches."""
    hold(firm, "tech_sme", date(2025, 7, 1), date(2026, 3, 31))

    held, lapsed = position(firm, date(2026, 3, 31)), position(firm, date(2026, 4, 1))

    assert (held.rung, held.awaiting) == (1, [])
    assert (lapsed.rung, [row.scheme.code for row in lapsed.awaiting]) == (0, ["tech_sme"])


def test_the_new_number_ends_the_waiting_and_so_does_the_next_year(firm):
    hold(firm, "tech_sme", date(2025, 7, 1), date(2026, 3, 31))
    hold(firm, "tech_sme", date(2026, 8, 1), date(2027, 3, 31), "X2")

    assert position(firm, date(2026, 8, 1)).awaiting == []
    assert position(firm, date(2028, 1, 2)).awaiting == []


def test_a_certificate_that_ran_out_awaits_nothing(firm):
    hold(firm, "high_tech", date(2022, 12, 1), date(2026, 3, 31))

    assert position(firm, date(2026, 4, 1)).awaiting == []


def test_on_a_track_an_enterprise_counts_once_at_its_highest_title(firm, today):
    """Qingdao, mid 2025: 3557 + 5217 + 193 = 8967, each firm at its highest SME title."""
    for number, code in enumerate(["innovative_sme", "srdi_sme", "little_giant", "tech_sme"]):
        hold(firm, code, date(2025, 1, 1), date(2027, 12, 31), f"X{number}")

    highest = {track: row.scheme.code for track, row in position(firm, today).by_track().items()}

    assert highest == {"industry": "little_giant", "science": "tech_sme"}


@pytest.mark.parametrize(
    ("held", "counted"),
    [
        (["innovative_sme", "srdi_sme", "little_giant", "tech_sme"], "little_giant"),
        (["innovative_sme", "srdi_sme"], "srdi_sme"),
        (["innovative_sme", "single_champion"], "innovative_sme"),
        (["tech_sme"], ""),
    ],
)
def test_the_industry_track_counts_a_firm_under_one_of_three_titles(held, counted):
    """8967 = 3557 创新型 + 5217 专精特新 + 193 小巨人; a single champion is not among the three."""
    assert counted_as(held, "industry") == counted


def test_a_high_tech_certificate_is_a_short_way_to_two_titles():
    shortcuts = {(each.start, each.end) for each in graph().edges if each.kind == "shortcut"}

    assert {("high_tech", "tech_sme"), ("high_tech", "innovative_sme")} <= shortcuts


def test_the_next_rungs_are_the_titles_above_that_are_not_held():
    above = [each.code for each in graph().next_after(["srdi_sme", "high_tech"], on_rung=2)]

    assert "little_giant" in above
    assert not {"tech_sme", "srdi_sme", "high_tech"} & set(above)


def test_no_title_needs_itself_by_any_road():
    needs = {}
    for edge in graph().edges:
        if edge.kind == "needs":
            needs.setdefault(edge.end, set()).add(edge.start)

    def below(code, seen=()):
        assert code not in seen
        return {code}.union(*(below(each, (*seen, code)) for each in needs.get(code, ())))

    assert all(below(each.code) for each in graph().schemes)


def test_an_umbrella_title_is_held_by_whoever_holds_a_title_under_it(firm):
    """工信部企业〔2026〕2号: from 1 April 2026 a valid tech SME counts as 科技和创新型."""
    hold(firm, "innovative_sme", date(2025, 1, 1), date(2027, 12, 31))

    before, after = standing_of(firm, date(2026, 3, 31)), standing_of(firm, date(2026, 4, 1))

    assert "tech_innovative_sme" not in before.held
    assert "tech_innovative_sme" in after.held


def test_kin_are_looked_up_both_ways_and_only_while_the_tie_lasts(firm, today):
    giant = factories.enterprise("青岛巨擘装备有限公司", serial=3)
    hold(giant, "little_giant", date(2025, 1, 1), date(2027, 12, 31))
    Relation.objects.create(
        enterprise=giant, other=firm, kind="control", since=date(2024, 1, 1),
        until=date(2026, 6, 14), source="公示系统",
    )  # fmt: skip

    assert standing_of(firm, date(2026, 6, 14)).kin_held == {"little_giant"}
    assert standing_of(firm, today).kin_held == frozenset()


def test_a_class_two_right_is_spent_by_one_successful_recognition(
    firm, walked, city_officer, today
):
    """国科发火〔2016〕195号: a class II right counts in one successful recognition only."""
    for number in range(3):
        IntellectualProperty.objects.create(
            enterprise=firm, kind="utility_model", number=f"U{number}", title="新型",
            granted_on=date(2024, 1, 1), origin="own",
        )  # fmt: skip
    case = walked(State.PUBLIC_NOTICE)
    then = factories.notice_end(case).replace(day=factories.notice_end(case).day)
    then = date.fromordinal(then.toordinal() + 1)

    assert standing_of(firm, today)["ip_class_2_unspent"] == 3
    factories.recognise(case, city_officer, then)

    assert SpentRight.objects.count() == 3
    after = standing_of(firm, then)
    assert (after["ip_class_2"], after["ip_class_2_unspent"]) == (3, 0)
    assert after["ip_class_1"] == 1


def test_class_two_rights_are_spent_only_where_the_law_says_so(db):
    spending = {
        f"{each.scheme.code}/{each.code}"
        for each in Edition.objects.select_related("scheme")
        if each.rules.get("spends_class_2")
    }

    assert spending == {"high_tech/2016"}
