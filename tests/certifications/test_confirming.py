"""Does a row of a rule lose its mark only by a named officer with the official text attached?"""

import pytest
from django.db import IntegrityError, transaction

from certifications.admin.findings import finding_rows
from certifications.catalogue.edition_rows import item_of_finding, rows_of
from certifications.models import Confirmation, Edition
from certifications.moves import NotReady, WrongPerson
from certifications.policy_desk import confirming
from certifications.portal.rules import terms_of
from certifications.rules.findings import findings_in
from certifications.standing import standing_in
from enterprises.models import JournalEntry
from enterprises.papers import store
from tests import factories

pytestmark = pytest.mark.django_db
ITEM = "terms.acceptance"
PNG = (
    b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x00\x01\x00\x00\x00\x01\x08\x06\x00\x00\x00"
    b"\x1f\x15\xc4\x89\x00\x00\x00\rIDATx\x9cc\xf8\xcf\xc0\xf0\x1f\x00\x05\x00\x01\xff\x89\x99"
    b"=\x1d\x00\x00\x00\x00IEND\xaeB`\x82"
)


@pytest.fixture
def ke(db):
    """Of the policy desk of the science bureau."""
    return factories.post(factories.person("ke", "柯守正"), "city_science", "policy")


@pytest.fixture
def edition(db) -> Edition:
    return Edition.objects.get(scheme__code="high_tech", code="2016")


def confirm(edition, by, today, item=ITEM, **changes):
    told = {
        "paper": factories.paper(by, item.encode()),
        "file_name": "32号文.pdf",
        "says": "第十二条",
    }
    return confirming.confirm(edition, item, by=by, today=today, **{**told, **changes})


def test_an_unchecked_row_says_so_until_it_is_confirmed(edition, ke, today):
    assert confirming.mark_of(edition, ITEM, "no") == "依据未经官方文本核对"

    row = confirm(edition, ke, today)

    assert confirming.mark_of(edition, ITEM, "no") == ""
    assert confirming.confirmed(edition) == {ITEM: row}
    assert confirming.says_confirmed(row).startswith("柯守正于 ")
    assert "第十二条" in confirming.says_confirmed(row)


def test_other_rows_and_other_instances_keep_to_the_facts(edition, ke, today):
    confirm(edition, ke, today)

    again = Edition.objects.get(pk=edition.pk)
    assert confirming.mark_of(again, ITEM, "no") == ""
    assert confirming.mark_of(again, "terms.correction", "no") == "依据未经官方文本核对"
    assert confirming.mark_of(again, "validity", "partial") == "依据部分核对"


def test_the_deed_stands_in_the_journal_with_the_papers_hash(edition, ke, today):
    row = confirm(edition, ke, today)

    entry = JournalEntry.objects.get(subject="edition/high_tech/2016", deed="confirm_source")
    assert (entry.by, entry.note) == (ke, "第十二条")
    assert entry.detail == {"item": ITEM, "sha256": row.paper.sha256, "file": "32号文.pdf"}


def test_the_edition_itself_is_not_touched(edition, ke, today):
    digest = edition.digest

    confirm(edition, ke, today)

    edition.refresh_from_db()
    assert edition.digest == digest and edition.rules["terms"]["acceptance"]["verified"] == "no"


def test_a_row_is_confirmed_once(edition, ke, today):
    confirm(edition, ke, today)

    with pytest.raises(NotReady, match="已由同事核对"):
        confirm(edition, ke, today)


def test_the_database_itself_refuses_a_second_confirmation(edition, ke, today):
    row = confirm(edition, ke, today)
    row.pk = None

    with pytest.raises(IntegrityError), transaction.atomic():
        row.save(force_insert=True)
    assert Confirmation.objects.count() == 1


@pytest.mark.parametrize(
    ("item", "sentence"),
    [("terms.unheard_of", "没有这一条"), ("edition", "不必再核对")],
)
def test_what_is_not_there_or_was_checked_in_the_file_is_refused(
    edition, ke, today, item, sentence
):
    with pytest.raises(NotReady, match=sentence):
        confirm(edition, ke, today, item)


def test_a_picture_is_no_official_text(edition, ke, today):
    picture = store(factories.upload("页.png", PNG), by=ke)

    with pytest.raises(NotReady, match="只收 PDF"):
        confirm(edition, ke, today, paper=picture)


@pytest.mark.parametrize("says", ["", "  ", "页" * 301])
def test_where_it_stands_has_to_be_said(edition, ke, today, says):
    with pytest.raises(NotReady, match="写明核对到官方文本的哪一条"):
        confirm(edition, ke, today, says=says)


def test_another_bureaus_desk_and_a_case_officer_are_refused(edition, city_officer, today):
    other = factories.post(factories.person("lan", "蓝知规"), "city_private_economy", "policy")

    for somebody in (other, city_officer):
        with pytest.raises(WrongPerson, match="青岛市科学技术局"):
            confirm(edition, somebody, today)


def test_the_mark_is_gone_on_the_case_page_too(srdi_draft, today):
    """The findings of a case carry the marks of its edition's rows."""
    lan = factories.post(factories.person("lan", "蓝知规"), "city_private_economy", "policy")
    edition = srdi_draft.edition
    rules = edition.rules
    rules["criteria"][0]["verified"] = "no"
    Edition.objects.filter(pk=edition.pk).update(rules=rules, digest="as if published so")
    edition.refresh_from_db()
    code = rules["criteria"][0]["code"]
    found = findings_in(srdi_draft, standing_in(srdi_draft, today))
    marks = {row.code: row.mark for row in finding_rows(edition, found)}
    assert marks[code] == "依据未经官方文本核对"

    confirm(edition, lan, today, item_of_finding(code))

    assert {row.code: row.mark for row in finding_rows(edition, found)}[code] == ""


def test_every_row_of_every_edition_has_a_name_of_its_own(db):
    for edition in Edition.objects.select_related("scheme"):
        rows = rows_of(edition)
        assert "edition" in rows and "validity" in rows
        assert all(len(item) <= 80 and row.says for item, row in rows.items())
        named = {f"criteria.{each['code']}" for each in edition.rules["criteria"]}
        assert named <= rows.keys()


def test_an_edition_that_was_confirmed_as_a_whole_is_verified(today):
    lan = factories.post(factories.person("lan", "蓝知规"), "city_private_economy", "policy")
    edition = Edition.objects.get(scheme__code="srdi_sme", code="2022")
    Edition.objects.filter(pk=edition.pk).update(verified="no")
    edition.refresh_from_db()
    assert not edition.is_verified

    confirm(edition, lan, today, "edition")

    assert Edition.objects.get(pk=edition.pk).is_verified


def test_a_confirmed_term_carries_no_mark_in_the_portal(edition, ke, today):
    def unchecked() -> list[str]:
        return [line.source for line in terms_of(edition) if not line.is_verified]

    before = len(unchecked())
    confirm(edition, ke, today, "terms.district_review")

    assert len(unchecked()) == before - 1
