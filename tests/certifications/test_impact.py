"""Who gains and who loses by a new edition: counted over everybody, by district, and named."""

from datetime import date
from decimal import Decimal

import pytest

from certifications import over_register
from certifications.loading import edition_fields, publish_edition
from certifications.models import Edition, EditionDraft, Scheme, Submission
from certifications.policy_desk import edition_checks, edition_drafts, impact, weighing
from enterprises import jobs
from enterprises.clock import now
from enterprises.models import Enterprise, Job, YearlyFigures
from tests import factories
from tests.certifications.drafted import text

pytestmark = pytest.mark.django_db
WAN = Decimal(10_000)
TODAY = date(2026, 6, 15)


@pytest.fixture
def lan(db):
    return factories.post(factories.person("lan", "蓝起草"), "city_private_economy", "policy")


def made(name: str, serial: int, district: str, revenue: int, **changes: object) -> Enterprise:
    new = factories.enterprise(name, serial, district)
    return factories.with_figures(new, TODAY.year - 1, revenue=revenue * WAN, **changes)


@pytest.fixture
def city(db):
    """Three small firms in two districts, one without figures, and a branch."""
    big = made("青岛大湾机电有限公司", 11, "370212", 3000)
    small = made("青岛小湾仪表有限公司", 12, "370215", 1600)
    indebted = made("青岛远湾传动有限公司", 13, "370215", 3000, total_liabilities=3900 * WAN)
    silent = factories.enterprise("青岛静湾软件有限公司", 14, "370215")
    branch = made("青岛大湾机电有限公司胶州分公司", 15, "370215", 3000)
    Enterprise.objects.filter(pk=branch.pk).update(kind=Enterprise.Kind.BRANCH)
    return {"big": big, "small": small, "indebted": indebted, "silent": silent}


def edition(**how) -> Edition:
    """An edition of 专精特新 that nobody has published."""
    rules = edition_checks.read(text(**how))
    return edition_checks.edition_of(rules, Scheme.objects.get(code="srdi_sme"))


def in_force(**how) -> Edition:
    """The same, in force since May."""
    rules = edition_checks.read(text(edition="2026-05", since="2026-05-01", **how))
    return publish_edition(edition_fields(rules, Scheme.objects.get(code="srdi_sme")))


def test_who_loses_by_a_higher_bar_is_counted_and_named_with_the_reason(city, monkeypatch):
    in_force(revenue=1500)

    found = impact.measure(edition(revenue=2000), TODAY)

    assert (found["counted"], found["before"], found["after"]) == (4, 2, 1)
    assert (found["gains"], found["loses"], found["unknown"]) == (0, 1, 1)
    (named,) = found["samples"]["loses"]
    assert named["credit_code"] == city["small"].credit_code
    assert named["changed"] == [{"code": "revenue", "before": "met", "after": "not_met"}]


def test_who_gains_by_a_lower_bar_is_counted_in_its_district(city, monkeypatch):
    in_force(revenue=2000)

    found = impact.measure(edition(revenue=1500), TODAY)

    by_district = {row["district"]: row for row in found["by_district"]}
    assert by_district["370215"]["gains"] == 1 and by_district["370212"]["gains"] == 0
    assert by_district["370215"]["counted"] == 3
    assert sum(row["counted"] for row in found["by_district"]) == found["counted"]


def test_where_nothing_was_in_force_everybody_who_qualifies_gains(city, monkeypatch):
    Edition.objects.filter(scheme__code="srdi_sme").delete()

    found = impact.measure(edition(revenue=2000), TODAY)

    assert (found["against"], found["gains"], found["loses"]) == (None, 1, 0)


def test_the_same_rules_again_change_nobody(city, monkeypatch):
    in_force(revenue=2000)

    found = impact.measure(edition(revenue=2000), TODAY)

    assert (found["gains"], found["loses"]) == (0, 0)
    assert found["samples"] == {"gains": [], "loses": []}


def test_who_was_never_asked_is_not_counted_out_but_a_stated_no_counts(firm, draft, clerk, today):
    Edition.objects.filter(scheme__code="srdi_sme").delete()
    rules = edition_checks.read(text(revenue=2000).replace("clean_conduct", "product_allowed"))
    new = edition_checks.edition_of(rules, Scheme.objects.get(code="srdi_sme"))
    assert impact.measure(new, today)["gains"] == 1

    Submission.objects.create(
        application=draft, round=1, at=now(), by=clerk, digest="x",
        contents={"claims": {"product_allowed": "no"}},
    )  # fmt: skip

    assert impact.measure(new, today)["gains"] == 0


def test_against_the_edition_in_force_on_the_day(city):
    found = impact.measure(edition(revenue=2000), TODAY)

    assert found["against"] == "2026"
    assert impact.measure(edition(revenue=2000), date(2026, 3, 31))["against"] == "2022"


def test_chunks_meet_everybody_once(city, monkeypatch):
    monkeypatch.setattr(over_register, "CHUNK", 2)
    told: list[int] = []

    found = impact.measure(edition(), TODAY, told.append)

    assert (told, found["counted"]) == ([2, 2], 4)


def test_no_more_are_named_than_can_be_read(city, monkeypatch):
    Edition.objects.filter(scheme__code="srdi_sme").delete()
    monkeypatch.setattr(impact, "MOST_NAMED", 0)

    found = impact.measure(edition(revenue=1500), TODAY)

    assert found["gains"] == 2 and found["samples"]["gains"] == []


def test_a_waiting_draft_is_weighed_once_with_progress(city, lan, today):
    draft = edition_drafts.bring(text(), by=lan, today=today)

    assert weighing.weigh_waiting() == 1
    assert weighing.weigh_waiting() == 0

    draft.refresh_from_db()
    job = draft.impact_job
    assert (job.state, job.done, job.total) == (Job.State.DONE, 4, 4)
    assert weighing.is_weighed(draft)
    assert draft.impact["as_of"] == today.isoformat()


def test_a_result_for_a_text_that_was_replaced_meanwhile_is_not_kept(city, lan, today):
    begun = edition_drafts.bring(text(), by=lan, today=today)
    replaced = edition_drafts.bring(text(revenue=2500), by=lan, today=today)

    assert weighing.weigh(begun) is False

    replaced.refresh_from_db()
    assert "counted" not in replaced.impact
    assert replaced.impact_job.state == Job.State.WAITING


def test_a_computation_that_fails_says_so_and_can_be_asked_for_again(city, lan, today):
    draft = edition_drafts.bring(text(), by=lan, today=today)
    EditionDraft.objects.update(impact={"as_of": "no day"})

    assert weighing.weigh_waiting() == 0
    draft.refresh_from_db()
    assert draft.impact_job.state == Job.State.FAILED

    edition_drafts.weigh(draft, on=date(2026, 3, 1), by=lan, today=today)
    assert weighing.weigh_waiting() == 1
    draft.refresh_from_db()
    assert (draft.impact["as_of"], draft.impact["against"]) == ("2026-03-01", "2022")


def test_a_job_is_taken_up_by_one_worker(lan):
    job = jobs.enter("weigh_edition", "测算", by=lan)

    assert jobs.take_up(job, total=5) is True
    assert jobs.take_up(job, total=5) is False


def test_figures_of_the_year_before_the_day_are_looked_at(city, monkeypatch):
    Edition.objects.filter(scheme__code="srdi_sme").delete()
    YearlyFigures.objects.filter(enterprise=city["big"], year=2025).update(revenue=0)

    assert impact.measure(edition(revenue=3000), TODAY)["gains"] == 0
    assert impact.measure(edition(revenue=3000), date(2025, 6, 15))["gains"] == 3
