"""A draft that moved to a new edition tells what changed, what was taken out, and goes on."""

from datetime import date

import pytest
from django.urls import reverse

from certifications import workflow
from certifications.loading import edition_fields, publish_edition
from certifications.models import Application, Scheme
from certifications.policy_desk import edition_checks, moving_drafts
from tests.certifications.drafted import text
from tests.certifications.portal.conftest import words

NEW_DAY = date(2026, 7, 1)


def page_of(case):
    return reverse("portal:application", args=[case.reference])


@pytest.fixture
def moved(srdi_draft, settings):
    """The draft on the day of an edition that asks for 1500万元 of revenue and hardly anything else."""
    brought = text(edition="2026-07", since=NEW_DAY.isoformat(), revenue=1500)
    rules = edition_checks.read(brought)
    publish_edition(edition_fields(rules, Scheme.objects.get(code="srdi_sme")))
    moving_drafts.move(NEW_DAY)
    settings.REGISTRY_TODAY = NEW_DAY
    return Application.objects.get(pk=srdi_draft.pk)


def test_the_page_names_both_editions_and_the_day(browser, moved):
    read = words(browser.get(page_of(moved)))

    assert f"本申请改按《{moved.edition.name}》办理" in read
    assert f"原按《{moved.moved_from.name}》填报，2026年7月1日起改用新规则" in read


def test_the_differences_stand_under_their_headings(browser, moved):
    page = words(browser.get(page_of(moved)))

    told = page[page.index("处不同") : page.index("要完成的事")]
    assert "条件" in told
    assert "取消“主营业务收入占营业收入比重不低于 80%”" in told


def test_what_was_taken_out_is_named(browser, moved):
    read = words(browser.get(page_of(moved)))

    assert "新规则不再询问，已移出申请：" in read
    assert "从事特定细分市场年限" in read
    assert "新规则不再收取，已移出申请：" in read


def test_a_draft_that_never_moved_says_nothing_of_it(browser, srdi_draft):
    assert "规则已更换" not in words(browser.get(page_of(srdi_draft)))


def test_a_case_that_was_handed_in_no_longer_speaks_of_it(browser, moved, clerk):
    Application.objects.filter(pk=moved.pk).update(state="withdrawn")

    assert "规则已更换" not in words(browser.get(page_of(moved)))


def test_the_draft_goes_on_under_the_new_rules(browser, moved, clerk):
    page = browser.get(page_of(moved)).content.decode()

    assert reverse("portal:check", args=[moved.reference]) in page
    assert workflow.choices(moved, by=clerk, today=NEW_DAY)
