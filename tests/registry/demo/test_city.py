"""The small city in tables: whole, alive, and the same each time."""

from datetime import date

from certifications import completeness
from certifications.models import Application, Batch, Certification, Holding, Material
from certifications.rules.findings import findings, unmet
from certifications.standing import standing_of
from certifications.states import State
from enterprises import journal
from enterprises.models import Enterprise, JournalEntry, Letter, Paper, User
from enterprises.papers import damaged
from registry.demo.crowd import monday_from
from registry.demo.walking import claims_for
from tests.registry.demo.conftest import DAY


def story(word: str) -> Application:
    return Application.objects.select_related("enterprise").get(enterprise__name__contains=word)


def test_everything_says_that_it_is_a_demo(small_city):
    assert not Enterprise.objects.filter(is_demo=False).exists()
    assert not Application.objects.filter(is_demo=False).exists()
    assert not Batch.objects.filter(is_demo=False).exists()
    sources = set(Certification.objects.values_list("source", flat=True))
    assert sources == {Certification.Source.DEMO, Certification.Source.CASE}


def test_cases_stand_in_every_state_and_every_light(small_city):
    states = set(Application.objects.values_list("state", flat=True))
    due = Application.objects.still_open().exclude(due_on=None)

    assert states == set(State.values)
    assert due.filter(due_on__lt=DAY).exists()
    assert due.filter(due_on__gt=DAY).exists()
    assert Letter.objects.exists()
    assert not list(journal.broken_links())


def test_each_walked_scheme_takes_applications_today(small_city):
    open_now = set(Batch.objects.open_on(DAY).values_list("scheme__code", "kind"))

    assert open_now >= {
        (scheme, "new") for scheme in ("tech_sme", "srdi_sme", "high_tech", "private_benchmark")
    }


def test_holdings_are_those_of_the_certifications(small_city):
    held = Certification.objects.held_on(DAY).values("scheme", "enterprise").distinct().count()

    assert Holding.objects.on(DAY).count() == held > 100


def test_papers_are_few_and_whole(small_city):
    assert 0 < Paper.objects.count() <= 12
    assert not list(damaged())
    assert Material.objects.filter(file_name__contains="演示").exists()


def test_an_enterprise_that_holds_a_title_meets_its_rules(small_city):
    """Fresh high-tech titles: the figures that stood at the time carry them."""
    fresh = Certification.objects.filter(
        scheme__code="high_tech", valid_from__year=2025, source=Certification.Source.DEMO
    ).select_related("enterprise", "edition")
    for title in fresh:
        claims = claims_for(title.edition)
        found = findings(title.edition, standing_of(title.enterprise, title.valid_from, claims))
        assert not unmet(found), title

    assert fresh


def test_the_stories_end_as_they_were_written(small_city):
    assert story("鲲羿").state == State.RECOGNISED
    assert story("璟策").state == State.NOT_RECOGNISED
    assert story("沐衡").state == State.NOT_RECOGNISED
    assert story("溟律").state == State.WITHDRAWN
    assert story("岱序").times_returned == 2
    assert completeness.lacks(story("帆曜"), DAY)
    assert story("汀原").district_office.code == "jimo_science"
    assert story("汀原").enterprise.residences.get(until=None).district.code == "370214"


def test_a_renamed_enterprise_keeps_its_number_and_has_two_papers(small_city):
    title = story("昭珂生命").certification

    assert [paper.because for paper in title.documents.all()] == ["首次制发", "更名"]


def test_a_late_renewal_is_dated_back_to_the_day_after_the_lapse(small_city):
    renewed = story("鹭宸").certification
    former = Certification.objects.get(enterprise=renewed.enterprise, source="demo")

    assert (renewed.valid_from - former.valid_until).days == 1
    assert renewed.announced_on > renewed.valid_from


def test_a_bulk_load_is_one_journal_entry(small_city):
    assert JournalEntry.objects.filter(deed="load").count() == 2


def test_clerks_of_the_crowd_cannot_sign_in(small_city):
    crowd = User.objects.filter(username__startswith="clerk_")

    assert crowd
    assert not any(user.has_usable_password() for user in crowd)
    assert Enterprise.objects.filter(memberships__user__in=crowd).count() == crowd.count()


def test_notices_of_the_demo_begin_on_worked_days(db):
    """5 October 2026 is a Monday within National Day; the 8th is worked again."""
    assert monday_from(date(2026, 10, 1)) == date(2026, 10, 8)
    assert monday_from(date(2026, 11, 12)) == date(2026, 11, 16)
