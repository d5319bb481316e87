"""The cultivation pool: who qualifies, who lacks one thing, and what the sweep leaves alone."""

from datetime import date
from decimal import Decimal

import pytest

from certifications import over_register
from certifications.climbing import prospects
from certifications.climbing.gap_words import says_kept
from certifications.models import Certification, Prospect, Scheme
from enterprises.clock import now
from enterprises.figures import state_figures
from enterprises.models import Enterprise, Job
from tests import factories

WAN = factories.WAN


def pool(enterprise):
    return dict(
        Prospect.objects.filter(enterprise=enterprise).values_list("scheme__code", "outlook")
    )


def holding(enterprise, code, today, number="X1"):
    return Certification.objects.create(
        enterprise=enterprise, scheme=Scheme.objects.get(code=code), number=number,
        conferred_by="x", issued_on=date(2025, 1, 1), valid_from=date(2025, 1, 1),
        valid_until=date(2027, 12, 31), source="list", recorded_at=now(),
    )  # fmt: skip


def test_a_firm_whose_figures_qualify_is_eligible_though_it_has_stated_nothing(firm, today):
    """Statements are made in an application; the register's figures say that it is worth one."""
    prospects.sweep(today)

    assert pool(firm)["tech_sme"] == "eligible"


def test_a_firm_that_lacks_one_thing_is_near_and_the_thing_is_named(firm, today):
    state_figures(
        firm, 2025, {"employees": 501, "tech_staff": 200}, by=None, at=now(), source="test"
    )

    prospects.sweep(today)

    kept = Prospect.objects.get(enterprise=firm, scheme__code="tech_sme")
    assert kept.outlook == "near"
    assert says_kept(kept.gap, today) == "职工总数减少 1 人，降到 500 人（与 2025 年相比）"


def test_two_things_away_is_not_in_the_pool(firm, today):
    state_figures(
        firm, 2025, {"employees": 501, "total_assets": 30_000 * WAN}, by=None, at=now(), source="t"
    )

    prospects.sweep(today)

    assert "tech_sme" not in pool(firm)


def test_a_firm_without_figures_is_in_no_pool(db, today):
    bare = factories.enterprise("青岛无数科技有限公司", serial=7)

    prospects.sweep(today)

    assert pool(bare) == {}


def test_who_holds_the_title_already_is_not_a_prospect_for_it(firm, today):
    holding(firm, "tech_sme", today)

    prospects.sweep(today)

    assert "tech_sme" not in pool(firm)


def test_a_branch_is_never_a_prospect(firm, today):
    Enterprise.objects.filter(pk=firm.pk).update(kind=Enterprise.Kind.BRANCH)

    prospects.sweep(today)

    assert pool(firm) == {}


def test_a_second_sweep_of_a_day_finds_the_same_and_what_changed_is_gone(firm, today):
    prospects.sweep(today)
    first = set(Prospect.objects.values_list("enterprise", "scheme", "outlook"))
    prospects.sweep(today)
    assert set(Prospect.objects.values_list("enterprise", "scheme", "outlook")) == first

    state_figures(firm, 2025, {"employees": Decimal(900)}, by=None, at=now(), source="t")
    state_figures(firm, 2025, {"total_assets": 90_000 * WAN}, by=None, at=now(), source="t")
    prospects.sweep(today)

    assert "tech_sme" not in pool(firm)


def test_the_night_sweeps_a_day_once_and_says_how_it_ended(firm, today):
    assert prospects.sweep_once(today) > 0
    assert prospects.sweep_once(today) == 0

    job = Job.objects.get(kind=prospects.KIND)
    assert (job.state, job.done, job.result["as_of"]) == ("done", 1, "2026-06-15")


def test_a_sweep_that_was_broken_off_is_taken_up_again(firm, today):
    Job.objects.create(kind=prospects.KIND, title="x", state="running", started_at=now())

    assert prospects.sweep_once(today) > 0


def test_the_pool_is_counted_by_title_and_district(firm, today):
    factories.with_figures(factories.enterprise("青岛即海智能有限公司", 2, "370215"), 2025)

    prospects.sweep(today)

    found = {(row["scheme"], row["district"]): row["eligible"] for row in prospects.counted(today)}
    assert (found["tech_sme", "370212"], found["tech_sme", "370215"]) == (1, 1)


@pytest.mark.parametrize("size", [1, 2])
def test_every_chunk_is_met_once_whatever_its_size(db, today, monkeypatch, size):
    monkeypatch.setattr(over_register, "CHUNK", size)
    for serial in range(1, 4):
        factories.with_figures(factories.enterprise(f"青岛{serial}号有限公司", serial), 2025)

    assert prospects.sweep(today)["enterprises"] == 3
