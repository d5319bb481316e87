"""Do open drafts move to the edition that judges from today, with a letter, and submitted cases stay?"""

from datetime import date, timedelta

import pytest

from certifications import drafting
from certifications.loading import edition_fields, publish_edition
from certifications.models import Application, Edition, Scheme
from certifications.moves import WrongMoment
from certifications.policy_desk import (
    edition_checks,
    edition_drafts,
    moving_drafts,
    publishing,
    weighing,
)
from certifications.states import State
from enterprises.models import JournalEntry, Letter
from tests import factories
from tests.certifications.drafted import text

pytestmark = pytest.mark.django_db
NEW_DAY = date(2026, 7, 1)


def publish(since: date = NEW_DAY, **how) -> Edition:
    brought = text(edition="2026-07", since=since.isoformat(), revenue=1500, **how)
    rules = edition_checks.read(brought)
    return publish_edition(edition_fields(rules, Scheme.objects.get(code="srdi_sme")))


def again(application: Application) -> Application:
    return Application.objects.get(pk=application.pk)


def test_a_draft_keeps_its_edition_until_the_day_of_the_new_one(srdi_draft):
    new = publish()

    assert moving_drafts.move(NEW_DAY - timedelta(days=1)) == 0
    assert again(srdi_draft).edition == srdi_draft.edition
    assert moving_drafts.move(NEW_DAY) == 1

    moved = again(srdi_draft)
    assert (moved.edition, moved.moved_from, moved.moved_on) == (new, srdi_draft.edition, NEW_DAY)


def test_answers_that_are_still_asked_for_stay_and_the_others_stand_in_the_journal(srdi_draft):
    publish()

    moving_drafts.move(NEW_DAY)

    assert again(srdi_draft).claims == {"clean_conduct": "yes"}
    entry = JournalEntry.objects.get(subject=srdi_draft.subject, deed="move_to_edition")
    assert entry.by is None
    assert entry.detail["edition_from"] == "2026" and entry.detail["edition_to"] == "2026-07"
    assert entry.detail["set_aside"]["niche_years"] == "6"


def test_papers_that_are_no_longer_asked_for_are_taken_down_and_kept_in_the_history(srdi_draft):
    before = srdi_draft.materials.filter(removed_at=None).count()
    publish()

    moving_drafts.move(NEW_DAY)

    left = srdi_draft.materials.filter(removed_at=None)
    assert [each.requirement for each in left] == ["licence"]
    assert srdi_draft.materials.count() == before
    entry = JournalEntry.objects.get(subject=srdi_draft.subject, deed="move_to_edition")
    assert len(entry.detail["papers"]) == before - 1


def test_the_members_get_one_letter_with_the_differences_in_both_languages(srdi_draft):
    publish()

    moving_drafts.move(NEW_DAY)
    moving_drafts.move(NEW_DAY)

    letter = Letter.objects.get(kind="rules_changed")
    assert letter.enterprise == srdi_draft.enterprise
    assert "条件：取消“截至上年末从事特定细分市场满 3 年”" in letter.body_zh
    assert "申报情况：不再询问" in letter.body_zh
    assert "新规则不再询问，已移出申请：从事特定细分市场年限" in letter.body_zh
    assert "At least three years in the niche market" in letter.body_en
    assert letter.link == f"/portal/applications/{srdi_draft.reference}/"


def test_a_submitted_application_keeps_its_edition(srdi_draft, clerk, today):
    submitted = factories.walk(
        srdi_draft, State.SUBMITTED, clerk=clerk, district=None, city=None, today=today
    )
    publish()

    assert moving_drafts.move(NEW_DAY) == 0
    assert again(submitted).edition.code == "2026"


def test_a_case_that_was_returned_for_correction_keeps_its_edition_too(
    srdi_draft, clerk, laoshan_industry_officer, today
):
    case = factories.walk(
        srdi_draft, State.DISTRICT_REVIEW, clerk=clerk, district=laoshan_industry_officer,
        city=None, today=today,
    )  # fmt: skip
    Application.objects.filter(pk=case.pk).update(state=State.CORRECTION)
    publish()

    assert moving_drafts.move(NEW_DAY) == 0
    assert again(case).edition.code == "2026"


def test_a_draft_whose_batch_has_closed_is_left_alone(srdi_draft):
    publish()
    srdi_draft.batch.closes_on = NEW_DAY - timedelta(days=1)
    srdi_draft.batch.save()

    assert moving_drafts.move(NEW_DAY) == 0


def test_drafts_of_other_schemes_are_left_alone(draft, srdi_draft):
    publish()

    moving_drafts.move(NEW_DAY)

    assert again(draft).edition.code == "2016" and again(draft).moved_from is None


def test_a_draft_that_cannot_be_moved_does_not_stop_the_others(srdi_draft, clerk, today):
    other = factories.with_figures(factories.enterprise("青岛云岑软件有限公司", 2), today.year - 1)
    factories.member(clerk, other)
    second = drafting.open_application(other, srdi_draft.batch, by=clerk, today=today)
    Application.objects.filter(pk=srdi_draft.pk).update(claims=["no mapping"])
    publish()

    assert moving_drafts.move(NEW_DAY) == 1
    assert again(second).edition.code == "2026-07"


def test_a_new_application_in_an_old_batch_is_opened_under_the_edition_of_the_day(
    firm, clerk, today
):
    batch = factories.batch("srdi_sme", today)
    publish()

    opened = drafting.open_application(firm, batch, by=clerk, today=NEW_DAY)

    assert (batch.edition.code, opened.edition.code) == ("2026", "2026-07")


def test_without_rules_in_force_nothing_can_be_opened(firm, clerk, today):
    batch = factories.batch("srdi_sme", today)
    Edition.objects.filter(scheme=batch.scheme).update(in_force_until=date(2026, 6, 1))

    with pytest.raises(WrongMoment, match="没有施行中的规则"):
        drafting.open_application(firm, batch, by=clerk, today=today)


def test_publishing_an_edition_that_is_in_force_already_moves_the_drafts_at_once(srdi_draft, today):
    lan, bai = (
        factories.post(factories.person(name, name), "city_private_economy", "policy")
        for name in ("lan", "bai")
    )
    brought = text(edition="2026-06", since="2026-06-10", revenue=1500)
    draft = edition_drafts.bring(brought, by=lan, today=today)
    weighing.weigh_waiting()
    draft.refresh_from_db()

    published = publishing.publish(draft, digest=draft.text_digest, by=bai, today=today)

    assert published.moved == 1
    assert again(srdi_draft).edition == published.edition


def test_the_page_of_an_old_batch_shows_the_rules_of_the_day(client, firm, clerk, today, settings):
    batch = factories.batch("srdi_sme", today)
    publish()
    settings.REGISTRY_TODAY = NEW_DAY
    client.force_login(clerk)

    page = client.get(f"/portal/batches/{batch.code}/").content.decode()

    assert "上年度营业收入 1500 万元以上" in page
    assert "截至上年末从事特定细分市场满 3 年" not in page
