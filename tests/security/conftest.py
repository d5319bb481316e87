"""Everyone who may knock, and one of each thing they may ask for."""

from datetime import date
from decimal import Decimal

import pytest
from django.test import Client

from certifications import notices
from certifications.models import Certification, Edition
from certifications.policy_desk import confirming, edition_drafts
from certifications.states import State
from enterprises import jobs, ties
from enterprises.api_keys import key_hash
from enterprises.clock import morning_of
from enterprises.models import (
    ApiClient,
    CalendarDay,
    Chain,
    JournalEntry,
    Letter,
    Mandate,
    Membership,
    Posting,
    Zone,
)
from registry.models import Commitment, ReportedFigure
from tests import factories
from tests.certifications.drafted import text

KEY = "stats001.a-secret-of-the-statistics-office"
SECRET = "13864200000"  # the contact of whoever objected: nobody outside the two offices reads it

# Who knocks, and what else they are: the most telling word first.
KNOCKING = {
    "anonymous": (),
    "stranger": ("signed_in",),
    "clerk": ("member", "signed_in"),
    "filler": ("member", "signed_in"),
    "rival": ("member_elsewhere", "signed_in"),
    "laoshan_officer": ("our_office", "working", "officer", "signed_in"),
    "city_officer": ("our_office", "city_working", "working", "officer", "signed_in"),
    "laoshan_industry_officer": ("other_office", "neighbour", "working", "officer", "signed_in"),
    "jimo_officer": ("other_office", "working", "officer", "signed_in"),
    "city_sme_officer": ("other_office", "city_working", "working", "officer", "signed_in"),
    "rule_keeper": ("policy", "officer", "signed_in"),
    "sme_rule_keeper": ("policy_elsewhere", "officer", "signed_in"),
    "statistician": ("officer", "signed_in"),
    "auditor": ("officer", "signed_in"),
    "administrator": ("officer", "signed_in"),
    "machine": (),
}


@pytest.fixture
def rival(db, today):
    """A clerk of another firm in the same district."""
    other = factories.enterprise("青岛对门仪表有限公司", serial=77)
    return factories.member(factories.person("rival", "对门"), other)


@pytest.fixture
def things(
    walked, firm, clerk, rival, administrator, laoshan_officer, rule_keeper, today
) -> dict[str, object]:
    case = walked(State.PUBLIC_NOTICE)
    objection = notices.object_to(
        case.notice_entry, by_kind="person", by_name="赵某", contact=SECRET, says="权属有争议",
        today=today,
    )  # fmt: skip
    ApiClient.objects.create(name="统计局", prefix="stats001", key_hash=key_hash(KEY))
    certification = Certification.objects.create(
        enterprise=firm, scheme=case.scheme, number="GR202337100099", conferred_by="市科技局",
        issued_on=date(2023, 11, 9), valid_from=date(2023, 11, 9), valid_until=date(2026, 11, 8),
        source="list", recorded_at=morning_of(today),
    )  # fmt: skip
    brought = text(scheme="high_tech").replace("road: city_recognised", "road: high_tech")
    rules = edition_drafts.bring(brought, by=rule_keeper, today=today)
    edition = Edition.objects.get(scheme__code="high_tech", code="2016")
    confirmation = confirming.confirm(
        edition, "terms.acceptance", paper=factories.paper(rule_keeper), file_name="32号文.pdf",
        says="第十二条", by=rule_keeper, today=today,
    )  # fmt: skip
    kin = factories.enterprise("青岛关联控股有限公司", serial=702)
    relation = ties.relate(
        firm, kin, "control", since=None, until=None, source="公示系统", by=laoshan_officer
    )
    score = ties.keep_score(
        firm, "quality_score", today.year, Decimal(61), source="平台", by=laoshan_officer,
        at=morning_of(today),
    )  # fmt: skip
    letter = Letter.objects.filter(enterprise=firm).order_by("pk")[0]
    figure = ReportedFigure.objects.order_by("pk").first()
    commitment = Commitment.objects.filter(reading="quantified").order_by("pk")[0]
    return {
        "case": case.reference,
        "sha256": case.materials.order_by("pk")[0].paper.sha256,
        "objection": objection.pk,
        "firm": firm.credit_code,
        "certification": certification.pk,
        "zone": Zone.objects.order_by("pk")[0].code,
        "notice": case.notice_entry.notice.key,
        "batch": case.batch.code,
        "edition": edition.pk,
        "edition_draft": rules.pk,
        "official_text": confirmation.paper.sha256,
        "relation": relation.pk,
        "score": score.pk,
        "letter": letter.pk,
        "letter_kind": letter.kind,
        "letter_on": letter.due_on.isoformat(),
        "letter_about": letter.about,
        "entry": JournalEntry.objects.filter(subject=case.subject)[0].pk,
        "membership": Membership.objects.get(user=clerk).pk,
        "posting": Posting.objects.get(user=laoshan_officer).pk,
        "mandate": Mandate.objects.order_by("pk")[0].pk,
        "chain": Chain.objects.order_by("pk")[0].pk,
        "calendar_day": CalendarDay.objects.order_by("pk")[0].pk,
        "job": jobs.begin("import", "导入企业名单", by=administrator).pk,
        "commitment": commitment.pk,
        "commitment_year": commitment.year,
        "commitment_code": commitment.code,
        "figure": figure.pk if figure else 0,
    }


@pytest.fixture
def knock(request, db):
    """A browser (or a machine) in the hands of somebody."""

    def as_(name: str) -> Client:
        if name == "machine":
            return Client(headers={"Authorization": f"Api-Key {KEY}"})
        client = Client()
        if name != "anonymous":
            client.force_login(request.getfixturevalue(name))
        return client

    return as_
