"""Kin and scores of others: who writes them down, and what is refused."""

from datetime import date
from decimal import Decimal

import pytest
from django.urls import reverse

from certifications import workflow
from certifications.models import Certification, Scheme
from certifications.states import State
from enterprises import ties
from enterprises.clock import now
from enterprises.models import ExternalScore, JournalEntry, Relation
from enterprises.registration import subject_of
from tests import factories


def hold(enterprise, code):
    day = date(2025, 1, 1)
    Certification.objects.create(
        enterprise=enterprise, scheme=Scheme.objects.get(code=code), number="X", conferred_by="x",
        issued_on=day, valid_from=day, source="list", recorded_at=now(),
    )  # fmt: skip


@pytest.fixture
def kin(db):
    return factories.enterprise("青岛巨擘装备有限公司", serial=5, district="370215")


def test_a_tie_is_in_the_journal_of_both(firm, kin, laoshan_officer):
    ties.relate(
        firm, kin, "control", since=date(2024, 1, 1), until=None, source="公示系统",
        by=laoshan_officer,
    )  # fmt: skip

    for one in (firm, kin):
        assert JournalEntry.objects.filter(subject=subject_of(one), deed="relate").count() == 1


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"since": date(2024, 1, 2), "until": date(2024, 1, 1)}, "截止日早于起始日"),
        ({"twice": True}, "不必重复"),
        ({"itself": True}, "不能与自己关联"),
    ],
)
def test_a_tie_that_cannot_be_is_refused(firm, kin, laoshan_officer, change, says):
    told = {"since": None, "until": None, **change}
    other = firm if told.pop("itself", False) else kin
    if told.pop("twice", False):
        ties.relate(firm, other, "group", **told, source="x", by=laoshan_officer)

    with pytest.raises(ties.TieRefused, match=says):
        ties.relate(firm, other, "group", **told, source="x", by=laoshan_officer)


def test_a_score_of_a_year_is_kept_once_and_never_beyond_its_scale(firm, laoshan_officer):
    def keep(value):
        return ties.keep_score(
            firm, "quality_score", 2026, Decimal(value), source="平台", by=laoshan_officer, at=now()
        )

    keep("48")
    keep("61.5")

    assert ExternalScore.objects.get(enterprise=firm).value == Decimal("61.5")
    for wrong in ("-1", "101"):
        with pytest.raises(ties.TieRefused):
            keep(wrong)
    with pytest.raises(ties.TieRefused, match="不是外部评分"):
        ties.keep_score(firm, "revenue", 2026, Decimal(1), source="x", by=None, at=now())


def test_an_officer_writes_down_a_tie_of_an_enterprise_of_the_district(
    client, firm, kin, laoshan_industry_officer
):
    client.force_login(laoshan_industry_officer)
    form = {
        "enterprise": firm.credit_code, "other": kin.credit_code, "kind": "control",
        "source": "国家企业信用信息公示系统",
    }  # fmt: skip

    answer = client.post(reverse("admin:enterprises_relation_add"), form)

    assert answer.status_code == 302
    assert Relation.objects.get().other == kin


def test_an_officer_of_another_district_may_not(client, firm, kin, jimo_officer):
    client.force_login(jimo_officer)
    form = {
        "enterprise": firm.credit_code, "fact": "quality_score", "year": "2026", "value": "60",
        "source": "平台",
    }  # fmt: skip

    answer = client.post(reverse("admin:enterprises_externalscore_add"), form)

    assert answer.status_code == 422
    assert "不在您部门的管辖范围" in answer.content.decode()
    assert not ExternalScore.objects.exists()


def test_the_score_of_a_case_is_kept_when_the_office_has_held_it_against_the_papers(
    firm, srdi_draft, clerk, laoshan_industry_officer, city_sme_officer, today
):
    hold(firm, "innovative_sme")
    case = factories.walk(
        srdi_draft, State.DISTRICT_REVIEW, clerk=clerk, district=laoshan_industry_officer,
        city=city_sme_officer, today=today,
    )  # fmt: skip
    assert not ExternalScore.objects.exists()

    workflow.advance(case, "recommend", by=laoshan_industry_officer, today=today)

    kept = ExternalScore.objects.get(enterprise=firm, year=2026)
    assert (kept.year, kept.value, kept.source) == (2026, Decimal(66), f"申请 {case.reference}")
