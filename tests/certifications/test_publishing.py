"""Does an edition come into force by two people, once, as it was read, and never change again?"""

from datetime import date, timedelta

import pytest
from django.core.management import call_command
from django.db import IntegrityError, transaction

from certifications.editions import edition_for
from certifications.models import Edition, EditionDraft, Scheme
from certifications.moves import NotReady, WrongMoment, WrongPerson
from certifications.policy_desk import edition_drafts, publishing, rule_text, weighing
from enterprises.models import Job, JournalEntry, Mandate, Posting
from tests import factories
from tests.certifications.drafted import spoilt, text

pytestmark = pytest.mark.django_db
SUBJECT = "edition/srdi_sme/2027"


@pytest.fixture
def lan(db):
    """Of the policy desk of the bureau that recognises 专精特新."""
    return factories.post(factories.person("lan", "蓝起草"), "city_private_economy", "policy")


@pytest.fixture
def bai(db):
    """A colleague at the same desk."""
    return factories.post(factories.person("bai", "白复核"), "city_private_economy", "policy")


@pytest.fixture
def science_desk(db):
    return factories.post(factories.person("ke", "柯规则"), "city_science", "policy")


@pytest.fixture
def draft(lan, today) -> EditionDraft:
    return edition_drafts.bring(text(), by=lan, today=today)


@pytest.fixture
def weighed(draft) -> EditionDraft:
    weighing.weigh_waiting()
    draft.refresh_from_db()
    return draft


def publish(draft, by, today):
    return publishing.publish(draft, digest=draft.text_digest, by=by, today=today)


def test_a_good_file_becomes_a_draft_that_waits_to_be_weighed(draft, lan):
    assert (draft.scheme.code, draft.code, draft.prepared_by) == ("srdi_sme", "2027", lan)
    assert draft.report["problems"] == []
    assert draft.impact_job.state == Job.State.WAITING
    assert JournalEntry.objects.get(subject=SUBJECT).deed == "prepare_edition"


def test_a_second_person_publishes_and_the_edition_before_ends_on_the_eve(weighed, bai, today):
    published = publish(weighed, bai, today)

    scheme = Scheme.objects.get(code="srdi_sme")
    assert published.edition == Edition.objects.get(scheme=scheme, code="2027")
    assert scheme.editions.get(code="2026").in_force_until == date(2026, 12, 31)
    assert edition_for(scheme, "new", date(2026, 12, 31)).code == "2026"
    assert edition_for(scheme, "new", date(2027, 1, 1)).code == "2027"
    weighed.refresh_from_db()
    assert (weighed.state, weighed.published_by) == (EditionDraft.State.PUBLISHED, bai)
    assert published.edition.draft.impact["counted"] == weighed.impact["counted"]
    deeds = [row.deed for row in JournalEntry.objects.filter(subject=SUBJECT).order_by("sequence")]
    assert deeds == ["prepare_edition", "publish_edition"]


def test_whoever_brought_the_text_does_not_publish_it(weighed, lan, today):
    with pytest.raises(WrongPerson, match="另一位规则管理人员"):
        publish(weighed, lan, today)


def test_the_database_itself_refuses_the_same_person_twice(draft, lan):
    with pytest.raises(IntegrityError, match="second_person"), transaction.atomic():
        EditionDraft.objects.filter(pk=draft.pk).update(published_by=lan)


def test_nothing_is_published_before_its_impact_was_computed(draft, bai, today):
    with pytest.raises(NotReady, match="测算影响"):
        publish(draft, bai, today)


def test_an_impact_of_an_earlier_text_does_not_count(weighed, lan, bai, today):
    edition_drafts.bring(text(revenue=2100), by=lan, today=today)
    weighed.refresh_from_db()

    with pytest.raises(NotReady, match="测算影响"):
        publish(weighed, bai, today)


def test_what_was_read_is_what_is_published(weighed, lan, bai, today):
    read = weighed.text_digest
    edition_drafts.bring(text(revenue=2100), by=lan, today=today)
    weighing.weigh_waiting()

    with pytest.raises(WrongMoment, match="重新阅读"):
        publishing.publish(weighed, digest=read, by=bai, today=today)

    assert not Edition.objects.filter(code="2027").exists()


def test_a_colleague_replaces_a_text_with_problems_in_the_same_draft(lan, bai, today):
    spoiled = edition_drafts.bring(spoilt("at_most: 80%", 'is: "yes"'), by=lan, today=today)
    assert spoiled.report["problems"] and spoiled.impact_job is None

    mended = edition_drafts.bring(text(), by=bai, today=today, draft=spoiled)

    assert (mended.pk, mended.prepared_by) == (spoiled.pk, bai)
    assert mended.report["problems"] == [] and mended.impact_job
    assert JournalEntry.objects.filter(subject=SUBJECT, deed="replace_edition_draft").exists()


def test_whoever_mended_the_text_is_now_the_one_who_may_not_publish(draft, lan, bai, today):
    edition_drafts.bring(text(revenue=2100), by=bai, today=today, draft=draft)
    weighing.weigh_waiting()
    draft.refresh_from_db()

    with pytest.raises(WrongPerson):
        publish(draft, bai, today)
    assert publish(draft, lan, today).edition.code == "2027"


def test_a_colleagues_draft_is_not_replaced_unawares(draft, bai, today):
    with pytest.raises(NotReady, match="蓝起草正在起草这一版"):
        edition_drafts.bring(text(revenue=2100), by=bai, today=today)


def test_the_same_text_again_changes_nothing(draft, bai, today):
    with pytest.raises(NotReady, match="完全相同"):
        edition_drafts.bring(text(), by=bai, today=today)


def test_a_draft_with_problems_is_not_published(lan, bai, today):
    spoiled = edition_drafts.bring(spoilt("at_most: 80%", 'is: "yes"'), by=lan, today=today)

    with pytest.raises(NotReady, match="自检还有问题"):
        publish(spoiled, bai, today)


def test_a_published_edition_cannot_be_brought_again(weighed, lan, bai, today):
    publish(weighed, bai, today)

    with pytest.raises(NotReady, match="已经发布"):
        edition_drafts.bring(text(revenue=3000), by=lan, today=today)
    with pytest.raises(WrongMoment, match="已发布"):
        publish(weighed, bai, today)
    with pytest.raises(WrongMoment):
        edition_drafts.drop(weighed, by=lan, today=today)


def test_a_draft_that_was_given_up_makes_room_for_another(draft, lan, today):
    edition_drafts.drop(draft, by=lan, today=today)

    another = edition_drafts.bring(text(), by=lan, today=today)

    assert another.pk != draft.pk
    assert EditionDraft.objects.get(pk=draft.pk).state == EditionDraft.State.DROPPED


@pytest.mark.parametrize(
    ("brought", "sentence"),
    [
        ("scheme: [", "不是合法的 YAML"),
        ("a: 1", "须写 scheme"),
        ("scheme: unheard_of\nedition: '1'", "须写 scheme"),
        ("scheme: srdi_sme\nedition: 2027", "须写 edition"),
        ("- a", "须写 scheme"),
    ],
)
def test_a_file_of_which_nobody_knows_what_it_is_leaves_nothing(brought, sentence, lan, today):
    with pytest.raises(NotReady, match=sentence):
        edition_drafts.bring(brought, by=lan, today=today)

    assert not EditionDraft.objects.exists()


def test_another_bureaus_desk_is_refused_by_name(science_desk, today):
    with pytest.raises(WrongPerson, match="青岛市民营经济发展局"):
        edition_drafts.bring(text(), by=science_desk, today=today)


@pytest.mark.parametrize(
    ("office", "role"),
    [("city_private_economy", "supervisor"), ("laoshan_industry", "policy")],
)
def test_another_role_and_a_district_are_refused(office, role, today):
    somebody = factories.post(factories.person("other", "旁人"), office, role)

    with pytest.raises(WrongPerson):
        edition_drafts.bring(text(), by=somebody, today=today)


def test_a_scheme_that_no_city_office_answers_for_may_be_kept_by_any_desk(lan, science_desk, today):
    Mandate.objects.filter(scheme_code="srdi_sme").delete()

    assert edition_drafts.bring(text(), by=science_desk, today=today)


def test_a_post_that_ended_yesterday_is_no_post(draft, bai, today):
    Posting.objects.filter(user=bai).update(until=date(2026, 6, 14))

    with pytest.raises(WrongPerson):
        edition_drafts.drop(draft, by=bai, today=today)


def test_seeding_afterwards_leaves_the_desks_edition_and_the_eve_alone(weighed, bai, today):
    edition = publish(weighed, bai, today).edition

    call_command("seed", verbosity=0)

    again = Edition.objects.get(pk=edition.pk)
    before = Edition.objects.get(scheme__code="srdi_sme", code="2026")
    assert (again.digest, again.rules) == (edition.digest, edition.rules)
    assert before.in_force_until == date(2026, 12, 31)


@pytest.mark.parametrize(
    ("raw", "sentence"),
    [(b"a" * 2_000_001, "超过 2 MB"), ("a: 1\n规则".encode("gbk"), "第 2 行不是 UTF-8")],
)
def test_an_upload_that_is_no_text_is_refused(raw, sentence):
    with pytest.raises(NotReady, match=sentence):
        rule_text.text_of(raw)


def test_a_file_from_windows_is_read_as_it_was_meant():
    assert rule_text.text_of("\ufeffa: 1\r\nb: 2\r\n".encode()) == "a: 1\nb: 2\n"


def test_an_impact_against_rules_no_longer_in_force_is_none(draft, bai, today):
    weighing.weigh_waiting()
    EditionDraft.objects.update(impact={**EditionDraft.objects.get().impact, "against": "2022"})
    draft.refresh_from_db()

    with pytest.raises(NotReady, match="测算影响"):
        publish(draft, bai, today)


def test_impact_is_weighed_for_days_that_the_register_knows(draft, lan, today):
    for on in (today + timedelta(days=1), today - timedelta(days=367)):
        with pytest.raises(NotReady, match="过去一年内"):
            edition_drafts.weigh(draft, on=on, by=lan, today=today)
