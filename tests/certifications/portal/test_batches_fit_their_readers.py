"""Which batch is for whom: new ones, renewals, and those for a title one already applies for."""

from datetime import timedelta

import pytest
from django.utils import timezone

from certifications import drafting
from certifications.models import Application, Batch, Certification
from certifications.states import State
from tests import factories
from tests.certifications.portal.conftest import words


@pytest.fixture
def new(today) -> Batch:
    return factories.batch("tech_sme", today)


@pytest.fixture
def renewal(new) -> Batch:
    """A renewal batch of the same title, open on the same days."""
    return Batch.objects.create(
        code="tech_sme-renewal", scheme=new.scheme, edition=new.edition, kind="renewal",
        name_zh="科技型中小企业复核", name_en="Renewal", opens_on=new.opens_on, closes_on=new.closes_on,
    )  # fmt: skip


@pytest.fixture
def held(firm, new, today) -> Certification:
    return Certification.objects.create(
        enterprise=firm, scheme=new.scheme, number="202637020000000001", conferred_by="青岛市科技局",
        issued_on=today, valid_from=today - timedelta(days=30), valid_until=today + timedelta(200),
        source="list", source_says="test", recorded_at=timezone.now(),
    )  # fmt: skip


def shown(browser, batch) -> str:
    return words(browser.get(f"/portal/batches/{batch.code}/"))


def test_a_renewal_is_nothing_to_those_who_never_held_the_title(browser, renewal):
    assert renewal.name not in words(browser.get("/portal/"))

    page = shown(browser, renewal)

    assert "没有持有“科技型中小企业”" in page and "适合贵企业的批次" in page
    assert "仍在本批次申报" in page


def test_a_renewal_is_offered_to_those_who_hold_the_title(browser, held, new, renewal):
    home = words(browser.get("/portal/"))

    assert home.index(renewal.name) < home.index("面向其他企业") < home.rindex(new.name)
    assert "开始申报" in shown(browser, renewal)
    assert "没有持有" not in shown(browser, renewal)


def test_those_who_hold_the_title_are_warned_of_a_new_batch(browser, held, new, renewal):
    page = shown(browser, new)

    assert "贵企业已持有“科技型中小企业”" in page
    assert "仍在本批次申报" in page and "开始申报" not in page
    assert f"适合贵企业的批次： {renewal.name}" in page


def test_those_whose_title_has_run_out_are_told_so(browser, held, new, renewal, today):
    Certification.objects.filter(pk=held.pk).update(valid_until=today - timedelta(days=1))

    assert "曾持有这项称号" in words(browser.get("/portal/"))
    assert "已经失效" in shown(browser, renewal)
    assert "开始申报" in shown(browser, new)


def test_an_open_case_belongs_to_its_own_batch_only(
    browser, firm, clerk, held, new, renewal, today
):
    case = drafting.open_application(firm, renewal, by=clerk, today=today)

    page = shown(browser, new)
    refused = browser.post(f"/portal/batches/{new.code}/start/", {"enterprise": firm.credit_code})
    again = browser.post(f"/portal/batches/{renewal.code}/start/", {"enterprise": firm.credit_code})

    assert "已有一件在办申请，不能再开" in page and f"“{renewal.name}”中办理" in page
    assert "继续办理" in shown(browser, renewal)
    assert refused.status_code == 422
    assert again.url == f"/portal/applications/{case.reference}/"
    assert Application.objects.count() == 1


def test_the_time_table_names_the_places_of_the_rail(browser, new):
    rail, table = shown(browser, new).split("要经过哪些环节")[1].split("性质与依据", 1)

    places = ["待受理", "区市审核", "市级审查", "待公示", "公示中"]
    assert all(place in rail for place in places)
    assert sorted(places, key=table.index) == places
    assert "审查有结论后，市级主管部门开启公示" in table


def test_a_deadline_beyond_the_published_calendar_is_provisional(browser, new, today):
    new.closes_on = today.replace(year=2027, month=1, day=29)
    new.save()

    page = shown(browser, new)

    assert "约剩" in page and "暂定（2027 年工作日历尚未公布）" in page
    assert "约剩" in words(browser.get("/portal/"))


def test_a_draft_is_given_up_and_stays_in_the_records(browser, draft):
    base = f"/portal/applications/{draft.reference}/"
    assert "放弃填报" in words(browser.get(base))
    assert "保留为“已撤回”" in words(browser.get(base + "withdraw/"))

    unsure = browser.post(base + "withdraw/", {})
    done = browser.post(base + "withdraw/", {"sure": "yes"}, follow=True)

    draft.refresh_from_db()
    assert unsure.status_code == 422 and "我确认放弃" in words(unsure)
    assert draft.state == State.WITHDRAWN
    assert "已放弃填报" in words(done) and "本申请已撤回" in words(done)


def test_a_score_is_not_asked_for_beside_a_direct_route(browser, held, today):
    base = factories.batch("innovative_sme", today)
    high_tech = factories.batch("high_tech", today)
    Certification.objects.filter(pk=held.pk).update(scheme=high_tech.scheme)

    assert "不再要求评价得分，分数只供参考" in shown(browser, base)


def test_a_term_half_used_says_so_in_full(browser, new, today):
    new.opens_on = today - timedelta(days=60)
    new.closes_on = today + timedelta(days=20)
    new.save()

    assert "已用时限过半" in shown(browser, new)


def test_a_clerk_at_the_officers_door_is_led_to_their_own(browser):
    response = browser.get("/admin/")

    assert response.status_code == 403
    assert "企业办事请到企业入口" in words(response)
    assert 'class="btn" href="/portal/"' in response.content.decode()
