"""When could it be? Days that must pass, bars after revocation, windows, editions to come."""

from datetime import date

import pytest

from certifications.climbing.earliest import earliest_day
from certifications.climbing.gaps import gaps
from certifications.climbing.outlook import Reach, outlooks
from certifications.climbing.outlook import outlook as of_one
from certifications.ladder import position
from certifications.models import Certification, Edition, Scheme
from certifications.rules.rulebook import book_of
from certifications.standing import standing_of
from enterprises.clock import now
from enterprises.figures import state_figures
from tests import factories

pytestmark = pytest.mark.django_db


def outlook(firm, scheme, today, claims=None):
    """How a firm stands to a title, with what it states."""
    standing = standing_of(firm, today, claims or {})
    return of_one(firm, Scheme.objects.get(code=scheme), standing, position(firm, today), today)


def edition(scheme, code):
    return Edition.objects.get(scheme__code=scheme, code=code)


def test_a_young_firm_qualifies_for_high_tech_after_365_days(today):
    """〔2016〕32号 第十一条（一）: registered for a year at least."""
    young = factories.enterprise("青岛新启科技有限公司", serial=4)
    young.registered_on = date(2025, 12, 1)
    young.save()
    rules = edition("high_tech", "2016")
    standing = standing_of(young, today)

    found = gaps(book_of(rules, 2026), standing)

    assert earliest_day(rules, young, found[0], today).on == date(2026, 12, 1)


@pytest.mark.parametrize(
    ("scheme", "code", "until"),
    [("srdi_sme", "2026", date(2028, 3, 1)), ("high_tech", "2016", None)],
)
def test_a_bar_after_revocation_only_where_the_law_has_one(firm, today, scheme, code, until):
    """Three years for 专精特新; none for 高新技术企业."""
    Certification.objects.create(
        enterprise=firm, scheme=Scheme.objects.get(code=scheme), number="X", conferred_by="x",
        issued_on=date(2024, 1, 1), valid_from=date(2024, 1, 1), valid_until=date(2026, 12, 31),
        ended_on=date(2025, 3, 1), ended_because="提供虚假信息，撤销", source="list",
        recorded_at=now(),
    )  # fmt: skip

    found = earliest_day(edition(scheme, code), firm, None, today)

    assert found.on == (until or today)
    assert bool(found.waits) is (until is not None)


def test_an_edition_to_come_begins_on_its_first_day(firm):
    before = date(2026, 3, 30)

    assert earliest_day(edition("srdi_sme", "2026"), firm, None, before).on == date(2026, 4, 1)


def test_a_filing_window_that_is_known_is_waited_for(firm):
    """工企业函〔2026〕160号: tech SMEs of 2026 file from 1 June to 31 August."""
    rules = edition("tech_sme", "2017")

    assert earliest_day(rules, firm, None, date(2026, 4, 20)).on == date(2026, 6, 1)
    assert earliest_day(rules, firm, None, date(2026, 7, 1)).on == date(2026, 7, 1)


def test_an_enterprise_sees_every_title_that_has_conditions(firm, today):
    found = {
        each.scheme.code: each
        for each in outlooks(firm, standing_of(firm, today), position(firm, today), today)
    }

    assert {"tech_sme", "srdi_sme", "high_tech", "little_giant", "gazelle"} <= found.keys()
    assert found["little_giant"].state in (Reach.FAR, Reach.UNKNOWN, Reach.BLOCKED)


def test_a_title_held_reads_as_held(firm, today):
    Certification.objects.create(
        enterprise=firm, scheme=Scheme.objects.get(code="tech_sme"), number="X", conferred_by="x",
        issued_on=today, valid_from=today, valid_until=date(2027, 3, 31), source="list",
        recorded_at=now(),
    )  # fmt: skip

    assert outlook(firm, "tech_sme", today).state is Reach.HELD


def test_what_nobody_has_stated_is_asked_for_and_held_against_nobody(firm, today):
    found = outlook(firm, "srdi_sme", today, {"ip_in_use": "yes"})

    assert "quality_score" in found.unknown
    assert "quality_score" not in {change.code for gap in found.gaps for change in gap.changes}


def test_a_past_year_that_fails_is_waited_out(firm, today):
    """2号文 附件1: R&D of each of two years; from 1 January the year before last no longer counts."""
    state_figures(firm, 2024, {"rd_spend": 10 * factories.WAN}, by=None, at=now(), source="t")

    found = outlook(firm, "srdi_sme", today)

    assert [each.code for each in found.blocked] == ["rd"]
    assert found.earliest.on == date(2027, 1, 1)


def test_what_no_time_mends_has_no_earliest_day(firm, today):
    found = outlook(firm, "srdi_sme", today, {"clean_conduct": "no"})

    assert (found.state, found.earliest) == (Reach.BLOCKED, None)
