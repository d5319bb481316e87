"""Two of the policy desk at once: an edition is published once, a draft is one, a row is confirmed once.

With the lock taken out, both would publish: the negative control.
"""

import threading

import pytest
from django.db import transaction

from certifications.models import Confirmation, Edition, EditionDraft
from certifications.moves import NotReady, WrongMoment
from certifications.policy_desk import confirming, edition_drafts, publishing, weighing
from enterprises.models import JournalEntry
from tests import factories
from tests.certifications.drafted import text
from tests.trust.test_races import at_once

pytestmark = pytest.mark.postgres
SUBJECT = "edition/srdi_sme/2027"


@pytest.fixture
def readers(db):
    """Two of the desk who have both read the draft."""
    return [
        factories.post(factories.person(name, name), "city_private_economy", "policy")
        for name in ("bai", "hei")
    ]


@pytest.fixture
def draft(sme_rule_keeper, today) -> EditionDraft:
    made = edition_drafts.bring(text(), by=sme_rule_keeper, today=today)
    weighing.weigh_waiting()
    made.refresh_from_db()
    return made


def test_two_publish_at_once_and_one_edition_stands(draft, readers, today):
    outcomes = at_once(
        *(
            lambda who=who: publishing.publish(draft, digest=draft.text_digest, by=who, today=today)
            for who in readers
        )
    )

    assert sum(isinstance(each, publishing.Published) for each in outcomes) == 1
    assert sum(isinstance(each, WrongMoment) for each in outcomes) == 1
    assert Edition.objects.filter(scheme__code="srdi_sme", code="2027").count() == 1
    assert JournalEntry.objects.filter(subject=SUBJECT, deed="publish_edition").count() == 1


def test_without_the_lock_both_would_publish(draft, readers):
    """Negative control: read, meet, go on, as a deed without select_for_update would."""
    met = threading.Barrier(2)

    def unlocked() -> bool:
        with transaction.atomic():
            row = EditionDraft.objects.get(pk=draft.pk)
            may = row.state == EditionDraft.State.PREPARING
            met.wait()
            EditionDraft.objects.filter(pk=row.pk).update(state=EditionDraft.State.DROPPED)
            return may

    assert at_once(unlocked, unlocked) == [True, True]


def test_a_text_replaced_while_it_is_published_is_one_or_the_other(
    draft, readers, sme_rule_keeper, today
):
    """Either the text that was read is published, or the new text waits; never the new one unread."""
    published, replaced = at_once(
        lambda: publishing.publish(draft, digest=draft.text_digest, by=readers[0], today=today),
        lambda: edition_drafts.bring(text(revenue=2500), by=sme_rule_keeper, today=today),
    )

    edition = Edition.objects.filter(scheme__code="srdi_sme", code="2027").first()
    if isinstance(published, publishing.Published):
        assert edition.rules["criteria"][0]["at_least"]["amount"] == "2000"
        assert isinstance(replaced, NotReady)
    else:
        assert edition is None
        assert isinstance(published, WrongMoment) and isinstance(replaced, EditionDraft)


def test_two_bring_the_same_new_edition_and_one_draft_stands(readers, today):
    outcomes = at_once(
        *(
            lambda who=who, n=n: edition_drafts.bring(text(revenue=n), by=who, today=today)
            for n, who in enumerate(readers, start=2000)
        )
    )

    drafts = EditionDraft.objects.filter(state=EditionDraft.State.PREPARING)
    assert drafts.count() == 1
    assert all(isinstance(each, EditionDraft | WrongMoment | NotReady) for each in outcomes)


def test_a_waiting_draft_is_weighed_by_one_worker(sme_rule_keeper, today):
    edition_drafts.bring(text(), by=sme_rule_keeper, today=today)

    assert sorted(at_once(weighing.weigh_waiting, weighing.weigh_waiting)) == [0, 1]


def test_a_row_is_confirmed_once(readers, today):
    edition = Edition.objects.get(scheme__code="srdi_sme", code="2026")
    papers = [factories.paper(who, who.username.encode()) for who in readers]

    outcomes = at_once(
        *(
            lambda who=who, paper=paper: confirming.confirm(
                edition, "terms.acceptance", paper=paper, file_name="2号文.pdf", says="附件1",
                by=who, today=today,
            )
            for who, paper in zip(readers, papers, strict=True)
        )
    )  # fmt: skip

    assert Confirmation.objects.count() == 1
    assert sum(isinstance(each, NotReady) for each in outcomes) == 1
