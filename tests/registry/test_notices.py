"""Public notices and objections to them."""

from datetime import date

import pytest
from django.test import Client

from certifications.models import Batch, Notice, NoticeEntry, Objection, Scheme
from enterprises.models import JournalEntry, Office, User
from tests.registry.conftest import City

OBJECTION = {
    "by_kind": "person", "by_name": "陈实", "contact": "13800000000", "says": "研发费用不实：账上与申报不一致，且无凭证。",
}  # fmt: skip


@pytest.fixture
def today():
    return date(2026, 6, 15)


def notice_of(firms, starts, ends) -> Notice:
    scheme = Scheme.objects.get(code="high_tech")
    clerk = User.objects.create_user(f"clerk{starts}")
    office = Office.objects.get(code="city_science")
    edition = scheme.editions.first()
    batch = Batch.objects.create(
        code=f"batch-{starts}", scheme=scheme, edition=edition, kind="new",
        opens_on=starts, closes_on=ends, name_zh="批次", name_en="Batch",
    )  # fmt: skip
    notice = Notice.objects.create(
        scheme=scheme, office=office, starts_on=starts, ends_on=ends, working_days=10,
        opened_by=clerk,
    )  # fmt: skip
    for firm in firms:
        application = firm.applications.create(
            scheme=scheme, edition=edition, batch=batch, state="public_notice", opened_by=clerk,
            opened_at="2026-01-01T00:00:00+08:00", district_office=office, city_office=office,
        )  # fmt: skip
        NoticeEntry.objects.create(notice=notice, application=application)
    return notice


@pytest.fixture
def firm_on_notice(city: City):
    return city.enterprise("青岛海蓝传感科技有限公司")


@pytest.fixture
def running(firm_on_notice):
    return notice_of([firm_on_notice], date(2026, 6, 8), date(2026, 6, 22))


@pytest.fixture
def past(city):
    return notice_of([city.enterprise("青岛往年公司")], date(2025, 6, 9), date(2025, 6, 20))


def test_notices_are_listed_running_first_and_past_below(running, past, client):
    text = client.get("/notices/").content.decode()

    assert 0 < text.index(running.key) < text.index(past.key)
    assert "拟认定高新技术企业 1 家" in text


def test_notices_can_be_narrowed_to_one_title(running, client):
    assert running.key in client.get("/notices/?scheme=high_tech").content.decode()
    assert running.key not in client.get("/notices/?scheme=srdi_sme").content.decode()
    assert client.get("/notices/?scheme=nobel").status_code == 400


def test_a_notice_tells_its_days_its_enterprises_and_how_to_object(running, firm_on_notice, client):
    text = client.get(f"/notices/{running.key}/").content.decode()

    assert firm_on_notice.name in text
    assert "2026年6月8日至 2026年6月22日，共 10 个工作日，起算日为第 1 日" in text
    assert "提交异议" in text


def test_a_notice_that_has_not_begun_is_not_public(city, client):
    coming = notice_of([city.enterprise()], date(2026, 6, 16), date(2026, 6, 30))

    assert client.get(f"/notices/{coming.key}/").status_code == 404
    assert coming.key not in client.get("/notices/").content.decode()


def test_an_enterprise_on_a_running_notice_has_a_page_that_says_so(running, firm_on_notice, client):
    text = client.get(f"/register/{firm_on_notice.credit_code}/").content.decode()

    assert "正在公示" in text


def test_an_objection_is_kept_for_the_office_and_never_published(running, firm_on_notice, client):
    address = f"/notices/{running.key}/"
    response = client.post(address, {"enterprise": firm_on_notice.credit_code, **OBJECTION})

    assert response.status_code == 302
    objection = Objection.objects.get()
    assert (objection.by_name, objection.state) == ("陈实", "open")
    assert JournalEntry.objects.filter(deed="objection_raised").exists()
    assert "陈实" not in Client().get(address).content.decode()


def test_the_objector_alone_gets_a_receipt_once_and_no_second_form(running, firm_on_notice, client):
    address = f"/notices/{running.key}/"
    response = client.post(address, {"enterprise": firm_on_notice.credit_code, **OBJECTION})
    assert response["Location"] == f"{address}#received"

    receipt, stranger, later = (
        reader.get(address).content.decode() for reader in (client, Client(), client)
    )

    assert f"{running.key}-20260615-01" in receipt
    assert "陈实" in receipt and "13800000000" in receipt and "研发费用不实" in receipt
    assert "由青岛市科学技术局核实" in receipt
    assert "提交异议" not in receipt
    for text in (stranger, later):
        assert "陈实" not in text
        assert "提交异议" in text


def test_the_objection_form_leads_to_no_place_down_the_page(running, client):
    text = client.get(f"/notices/{running.key}/").content.decode()

    assert f'action="/notices/{running.key}/"' in text


def test_the_notice_that_ends_first_stands_first_and_past_ones_under_their_month(
    running, past, city, client
):
    sooner = notice_of([city.enterprise()], date(2026, 6, 9), date(2026, 6, 17))

    text = client.get("/notices/").content.decode()

    assert text.index(sooner.key) < text.index(running.key) < text.index("2025-06<")
    assert "6月8日至 6月22日（10 个工作日）" in text


@pytest.mark.parametrize("missing", ["by_kind", "by_name", "contact", "says", "enterprise"])
def test_an_objection_without_a_name_a_contact_or_a_reason_is_refused_and_kept_to_correct(
    running, firm_on_notice, client, missing
):
    given = {"enterprise": firm_on_notice.credit_code, **OBJECTION, missing: " "}

    response = client.post(f"/notices/{running.key}/", given)

    assert response.status_code == 400
    assert not Objection.objects.exists()
    text = response.content.decode()
    assert missing == "says" or "研发费用不实" in text
    assert "该字段" not in text and "这个字段" not in text


def test_an_objection_to_an_enterprise_of_another_notice_is_refused(running, past, client):
    other = past.entries.get().application.enterprise

    response = client.post(
        f"/notices/{running.key}/", {"enterprise": other.credit_code, **OBJECTION}
    )

    assert response.status_code == 400
    assert not Objection.objects.exists()


def test_after_its_last_day_a_notice_takes_no_objection(past, client):
    firm = past.entries.get().application.enterprise

    response = client.post(f"/notices/{past.key}/", {"enterprise": firm.credit_code, **OBJECTION})

    assert response.status_code == 400
    assert not Objection.objects.exists()
    assert "不再接收异议" in response.content.decode()


def test_one_address_cannot_flood_a_notice_with_objections(running, client):
    entry = running.entries.get()
    told = OBJECTION | {"enterprise": entry.application.enterprise.credit_code}

    answers = [client.post(f"/notices/{running.key}/", told).status_code for _n in range(7)]

    assert answers == [302] * 6 + [400]
    assert entry.objections.count() == 6
