"""The other desks: batches, rules, journal, letters, people and posts."""

from datetime import timedelta

import pytest

from certifications import workflow
from certifications.models import Batch, Edition
from certifications.states import State
from enterprises.models import JournalEntry, Posting, User

BATCHES = "/admin/certifications/batch/"
POSTINGS = "/admin/enterprises/posting/"
PEOPLE = "/admin/enterprises/user/"
NEW_BATCH = {
    "scheme": "high_tech", "kind": "new", "code": "high-tech-2026-2", "name_zh": "2026年第二批",
    "name_en": "", "opens_on": "2026-07-01", "closes_on": "2026-08-31",
}  # fmt: skip


def test_the_recognising_office_opens_a_batch_judged_by_the_edition_in_force(
    door, city_officer, db
):
    answer = door(city_officer).post(BATCHES + "add/", NEW_BATCH)

    batch = Batch.objects.get(code="high-tech-2026-2")
    assert answer.status_code == 302
    assert batch.edition.code == "2016"
    assert JournalEntry.objects.filter(subject="batch/high-tech-2026-2", by=city_officer).exists()


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"opens_on": "2010-01-01"}, "一个批次最长"),
        ({"closes_on": "2026-06-30"}, "截止日早于开始日"),
        ({"opens_on": "2026-01-01", "closes_on": "2026-02-01"}, "截止日已过"),
        ({"code": "第二批"}, "代码只用小写字母"),
        ({"scheme": "unheard_of"}, "选择一个有效的选项"),
        ({"opens_on": "明天"}, "有效的日期"),
        ({"scheme": "srdi_sme"}, "由其市级认定部门开启"),
    ],
)
def test_a_batch_that_cannot_be_is_refused_in_a_sentence_and_kept(
    door, city_officer, changes, sentence
):
    answer = door(city_officer).post(BATCHES + "add/", NEW_BATCH | changes)

    page = answer.content.decode()
    assert answer.status_code == 422
    assert sentence in page and "2026年第二批" in page
    assert not Batch.objects.filter(name_zh="2026年第二批").exists()


def test_a_code_is_used_for_one_batch_only(door, administrator):
    browser = door(administrator)
    browser.post(BATCHES + "add/", NEW_BATCH)

    answer = browser.post(BATCHES + "add/", NEW_BATCH)

    assert answer.status_code == 422
    assert "已用于另一批次" in answer.content.decode()


@pytest.mark.parametrize("name", ["laoshan_officer", "statistician", "auditor"])
def test_who_does_not_recognise_opens_no_batch(door, request, name):
    answer = door(request.getfixturevalue(name)).post(BATCHES + "add/", NEW_BATCH)

    assert answer.status_code == 403
    assert not Batch.objects.filter(code=NEW_BATCH["code"]).exists()


def test_the_rules_are_read_with_clause_and_mark(door, city_officer):
    champion = Edition.objects.get(scheme__code="single_champion")
    browser = door(city_officer)

    page = browser.get(f"/admin/certifications/edition/{champion.pk}/change/").content.decode()

    assert "依据未经官方文本核对" in page or "依据部分核对" in page
    assert browser.get("/admin/certifications/edition/").status_code == 200
    assert browser.get("/admin/certifications/scheme/high_tech/change/").status_code == 200


def test_every_edition_can_be_read(door, city_officer):
    browser = door(city_officer)

    for edition in Edition.objects.all():
        answer = browser.get(f"/admin/certifications/edition/{edition.pk}/change/")
        assert answer.status_code == 200, edition


def test_the_journal_is_the_auditors(walked, door, auditor, city_officer, administrator):
    case = walked(State.SUBMITTED)
    entry = JournalEntry.objects.get(subject=case.subject, deed="submit")
    url = "/admin/enterprises/journalentry/"

    page = door(auditor).get(url, {"q": case.reference}).content.decode()

    assert "提交" in page and case.subject in page
    assert str(case) in page
    assert entry.hash in door(auditor).get(f"{url}{entry.pk}/change/").content.decode()
    assert door(city_officer).get(url).status_code == 403
    assert door(administrator).get(url).status_code == 403
    assert door(city_officer).get(f"{url}{entry.pk}/change/").status_code == 404


def test_a_return_in_the_journal_says_how_many_items_it_listed(
    walked, door, auditor, laoshan_officer, today
):
    case = walked(State.DISTRICT_REVIEW)
    defects = [{"item": "rd_audit", "says": each, "remedy": "更正"} for each in ("模糊", "缺页")]
    told = {"defects": defects}
    workflow.advance(case, "return_for_correction", by=laoshan_officer, today=today, details=told)
    entry = JournalEntry.objects.get(deed="return_for_correction")

    page = door(auditor).get(f"/admin/enterprises/journalentry/{entry.pk}/change/").content.decode()

    assert "补正事项：2 项" in page and "现环节：待补正" in page


def test_the_auditor_reads_the_latest_deeds_and_checks_the_chain_from_the_start_page(
    walked, door, auditor
):
    case = walked(State.SUBMITTED)
    browser, check = door(auditor), "/admin/enterprises/journalentry/check/"

    start = browser.get("/admin/").content.decode()
    checked = browser.post(check, follow=True).content.decode()

    assert str(case) in start and check in start
    assert f"已核对 {JournalEntry.objects.count()} 条日志，全部相符" in checked
    assert browser.get(check).status_code == 405


def test_a_link_that_does_not_fit_is_named_by_the_check(walked, door, auditor, settings):
    case = walked(State.SUBMITTED)
    settings.JOURNAL_KEY = "another key than the one the entries were written with"

    page = door(auditor).post("/admin/enterprises/journalentry/check/", follow=True)

    assert f"{case.subject} #1" in page.content.decode()
    assert "请保留现场并报告" in page.content.decode()


def test_the_administrator_finds_what_ends_soon(door, administrator, laoshan_officer, today):
    Posting.objects.filter(user=laoshan_officer).update(until=today + timedelta(days=29))
    post = Posting.objects.get(user=laoshan_officer)

    page = door(administrator).get("/admin/").content.decode()

    assert "账号、岗位与密钥" in page
    assert f"{POSTINGS}{post.pk}/change/" in page
    assert "账号、岗位与密钥" not in door(laoshan_officer).get("/admin/").content.decode()


def test_nobody_edits_the_journal(walked, door, auditor):
    case = walked(State.SUBMITTED)
    entry = JournalEntry.objects.filter(subject=case.subject).first()

    answer = door(auditor).post(
        f"/admin/enterprises/journalentry/{entry.pk}/change/", {"note": "改写"}
    )

    assert answer.status_code == 403
    assert JournalEntry.objects.get(pk=entry.pk).note == entry.note


def test_letters_about_a_case_are_read_by_its_offices(
    walked, door, laoshan_officer, laoshan_industry_officer, city_officer, city_sme_officer
):
    walked(State.DISTRICT_REVIEW)
    url = "/admin/enterprises/letter/"
    firm = "青岛澄明传感技术有限公司"

    assert firm in door(laoshan_officer).get(url).content.decode()
    assert firm in door(city_officer).get(url).content.decode()
    assert firm not in door(laoshan_industry_officer).get(url).content.decode()
    assert firm not in door(city_sme_officer).get(url).content.decode()


def test_an_administrator_opens_an_account_and_gives_it_a_post(door, administrator):
    browser = door(administrator)
    told = {"username": "zhoub", "full_name": "周波", "phone": "", "password": "a-quiet-password"}

    browser.post(PEOPLE + "add/", told)
    answer = browser.post(
        POSTINGS + "add/",
        {"username": "zhoub", "office": _office("jimo_science"), "role": "reviewer", "since": "2026-06-15"},
    )  # fmt: skip

    person = User.objects.get(username="zhoub")
    assert answer.status_code == 302
    assert person.check_password("a-quiet-password") and not person.is_staff
    assert door(person).get("/admin/").status_code == 200
    assert JournalEntry.objects.filter(subject="user/zhoub").count() == 2


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"username": "nobody"}, "没有这个用户名"),
        ({"username": "administrator"}, "不能登记或变更自己的岗位"),
        ({"until": "2026-06-01"}, "截止日早于起始日"),
        ({"username": "laoshan", "role": "reviewer"}, "已有同一岗位"),
    ],
)
def test_a_post_that_cannot_be_is_refused_in_a_sentence(
    door, administrator, laoshan_officer, changes, sentence
):
    told = {
        "username": "laoshan", "office": _office("laoshan_science"), "role": "supervisor",
        "since": "2026-06-15",
    }  # fmt: skip

    answer = door(administrator).post(POSTINGS + "add/", told | changes)

    assert answer.status_code == 422
    assert sentence in answer.content.decode()
    assert Posting.objects.filter(user=laoshan_officer).count() == 1


def test_a_post_is_ended_on_a_day(door, administrator, laoshan_officer):
    post = Posting.objects.get(user=laoshan_officer)
    browser = door(administrator)

    early = browser.post(f"{POSTINGS}{post.pk}/change/", {"until": "2019-01-01"})
    done = browser.post(f"{POSTINGS}{post.pk}/change/", {"until": "2026-06-14"})

    assert (early.status_code, done.status_code) == (422, 302)
    assert door(laoshan_officer).get("/admin/").status_code == 403


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"username": "laoshan"}, "已有人使用"),
        ({"password": "12345678"}, "密码"),
        ({"full_name": ""}, "必填"),
    ],
)
def test_an_account_that_cannot_be_is_refused_in_a_sentence(
    door, administrator, laoshan_officer, changes, sentence
):
    told = {"username": "zhoub", "full_name": "周波", "phone": "", "password": "a-quiet-password"}

    answer = door(administrator).post(PEOPLE + "add/", told | changes)

    assert answer.status_code == 422
    assert sentence in answer.content.decode()
    assert not User.objects.filter(username="zhoub").exists()


def test_an_account_is_closed_but_never_ones_own(door, administrator, laoshan_officer):
    browser = door(administrator)
    told = {"full_name": "李科", "phone": "123", "password": "another-quiet-one"}

    closed = browser.post(f"{PEOPLE}laoshan/change/", told)
    own = browser.post(f"{PEOPLE}administrator/change/", {"full_name": "系统管理员"})

    laoshan_officer.refresh_from_db()
    assert (closed.status_code, own.status_code) == (302, 422)
    assert not laoshan_officer.is_active and laoshan_officer.check_password("another-quiet-one")
    assert "不能停用自己的账号" in own.content.decode()


@pytest.mark.parametrize("url", [PEOPLE, POSTINGS])
def test_people_and_posts_are_kept_by_administrators_alone(
    door, url, city_officer, auditor, administrator
):
    assert door(administrator).get(url + "add/").status_code == 200
    assert door(auditor).get(url).status_code == 200
    assert door(auditor).post(url + "add/").status_code == 403
    assert door(city_officer).get(url).status_code == 403
    assert door(city_officer).post(url + "add/").status_code == 403


def _office(code: str) -> str:
    return str(Posting.office.field.related_model.objects.get(code=code).pk)
