"""The policy desk's pages: a file goes up, its mistakes are shown, a second person publishes."""

import pytest

from certifications.models import Confirmation, Edition, EditionDraft
from certifications.policy_desk import edition_drafts, weighing
from enterprises.models import JournalEntry
from tests import factories
from tests.certifications.drafted import spoilt, text

DRAFTS = "/admin/certifications/editiondraft/"
EDITIONS = "/admin/certifications/edition/"
HOW = {"scheme": "high_tech"}


def high_tech(**how) -> str:
    return text(**HOW, **how).replace("road: city_recognised", "road: high_tech")


def page_of(draft) -> str:
    return f"{DRAFTS}{draft.pk}/change/"


@pytest.fixture
def draft(rule_keeper, today) -> EditionDraft:
    return edition_drafts.bring(high_tech(), by=rule_keeper, today=today)


@pytest.fixture
def weighed(draft, firm) -> EditionDraft:
    weighing.weigh_waiting()
    draft.refresh_from_db()
    return draft


def test_a_pasted_file_becomes_a_draft_that_is_being_weighed(door, rule_keeper):
    answer = door(rule_keeper).post(DRAFTS + "add/", {"text": high_tech()}, follow=True)

    page = answer.content.decode()
    assert EditionDraft.objects.get().scheme.code == "high_tech"
    assert "自检通过，已排队测算影响" in page and "恰在线上，通过" in page


def test_an_uploaded_file_is_read_as_it_was_saved_on_windows(door, rule_keeper):
    raw = ("\ufeff" + high_tech().replace("\n", "\r\n")).encode()

    door(rule_keeper).post(DRAFTS + "add/", {"file": factories.upload("2027.yaml", raw)})

    assert EditionDraft.objects.get().text == high_tech()


def test_each_mistake_is_shown_with_a_link_to_its_line(door, rule_keeper):
    brought = high_tech().replace("at_most: 80%", "at_most: {amount: 80, unit: 万元}")

    page = door(rule_keeper).post(DRAFTS + "add/", {"text": brought}, follow=True).content.decode()

    line = brought[: brought.index("code: debt_ratio")].count("\n") + 1
    assert "自检发现 1 处问题" in page
    assert f'href="#L{line}"' in page and f'id="L{line}"' in page
    assert "发布这一版" not in page


@pytest.mark.parametrize(
    ("brought", "sentence"),
    [
        (text() + 'verified: "no"\n', "键 verified 重复"),
        (text().replace("basis:", "basis: &x"), "不许用锚点"),
        ("[" * 3000, "嵌套超过"),
        ("", "请选择规则文件"),
        (text(), "由青岛市民营经济发展局的规则管理岗位办理"),
    ],
)
def test_a_file_that_cannot_be_kept_is_refused_in_place_with_everything_typed(
    door, rule_keeper, brought, sentence
):
    answer = door(rule_keeper).post(DRAFTS + "add/", {"text": brought})

    page = answer.content.decode()
    assert answer.status_code == 422
    assert sentence in page
    assert not EditionDraft.objects.exists()


def test_ten_megabytes_are_refused_without_being_read_to_the_end(door, rule_keeper):
    huge = factories.upload("huge.yaml", b"a: 1\n" * 2_000_000)

    answer = door(rule_keeper).post(DRAFTS + "add/", {"file": huge})

    assert answer.status_code == 422
    assert "规则文件超过 2 MB" in answer.content.decode()


def test_a_colleague_mends_the_text_in_place(door, rule_keeper, rule_colleague, today):
    spoiled = spoilt("at_most: 80%", 'is: "yes"', **HOW)
    draft = edition_drafts.bring(spoiled, by=rule_keeper, today=today)
    browser, url = door(rule_colleague), f"{DRAFTS}{draft.pk}/text/"

    assert "at_most" not in browser.get(url).content.decode()
    browser.post(url, {"text": high_tech()})

    draft.refresh_from_db()
    assert draft.prepared_by == rule_colleague and draft.report["problems"] == []


def test_the_second_person_publishes_and_lands_on_the_draft_with_its_edition(
    door, weighed, rule_colleague
):
    browser = door(rule_colleague)
    page = browser.get(page_of(weighed)).content.decode()
    assert "发布这一版" in page and "按新版本符合" in page

    answer = browser.post(
        f"{DRAFTS}{weighed.pk}/publish/", {"text_digest": weighed.text_digest}, follow=True
    )

    edition = Edition.objects.get(scheme__code="high_tech", code="2027")
    assert "已发布：" in answer.content.decode()
    assert f"{EDITIONS}{edition.pk}/change/" in answer.content.decode()
    shown = browser.get(f"{EDITIONS}{edition.pk}/change/").content.decode()
    assert "由 柯守正 起草，顾修明 发布" in shown and "发布前测算的影响" in shown


def test_the_preparer_has_no_button_and_is_refused_when_sending_by_hand(door, weighed, rule_keeper):
    browser = door(rule_keeper)
    page = browser.get(page_of(weighed)).content.decode()
    assert "发布这一版" not in page and "须由另一位规则管理人员阅读后发布" in page

    answer = browser.post(f"{DRAFTS}{weighed.pk}/publish/", {"text_digest": weighed.text_digest})

    assert answer.status_code == 403
    assert "须由另一位规则管理人员发布" in answer.content.decode()
    assert not Edition.objects.filter(code="2027").exists()


def test_a_text_that_was_replaced_while_it_was_read_is_not_published(
    door, weighed, rule_keeper, rule_colleague, today
):
    read = weighed.text_digest
    edition_drafts.bring(high_tech(revenue=2500), by=rule_keeper, today=today)
    weighing.weigh_waiting()

    answer = door(rule_colleague).post(f"{DRAFTS}{weighed.pk}/publish/", {"text_digest": read})

    assert answer.status_code == 409
    assert "请重新阅读后再发布" in answer.content.decode()


def test_the_impact_is_shown_by_district_with_names_and_reasons(door, firm, rule_keeper, today):
    """The firm has 30 million yuan of revenue; the draft asks for 50."""
    higher = edition_drafts.bring(high_tech(revenue=5000), by=rule_keeper, today=today)
    weighing.weigh_waiting()

    page = door(rule_keeper).get(page_of(higher)).content.decode()

    assert "对照当日施行的 2016 版" in page
    assert "崂山区" in page and "全市" in page
    assert "不再符合的企业" in page and firm.name in page
    assert "上年度营业收入 5000 万元以上：没有这一条 → 不符合" in page
    assert "<svg" in page and "hatch" in page


def test_it_is_weighed_anew_as_of_another_day(door, weighed, rule_keeper):
    browser, url = door(rule_keeper), f"{DRAFTS}{weighed.pk}/weigh/"

    assert browser.post(url, {"on": "明天"}).status_code == 422
    assert browser.post(url, {"on": "2026-03-01"}).status_code == 302

    weighing.weigh_waiting()
    weighed.refresh_from_db()
    assert weighed.impact["as_of"] == "2026-03-01"


def test_a_draft_is_given_up_by_sending_only(door, draft, rule_keeper):
    browser, url = door(rule_keeper), f"{DRAFTS}{draft.pk}/drop/"

    assert browser.get(url).status_code == 405
    browser.post(url)

    draft.refresh_from_db()
    assert draft.state == EditionDraft.State.DROPPED
    assert browser.post(url).status_code == 409


def test_the_start_page_tells_the_desk_what_waits_for_whom(
    door, weighed, rule_keeper, rule_colleague, sme_rule_keeper, city_officer
):
    assert "待另一人发布" in door(rule_keeper).get("/admin/").content.decode()
    assert "待您阅读发布" in door(rule_colleague).get("/admin/").content.decode()
    assert "没有起草中的规则" in door(sme_rule_keeper).get("/admin/").content.decode()
    assert "规则草案" not in door(city_officer).get("/admin/").content.decode()


def test_the_list_shows_only_what_the_desk_keeps(door, draft, rule_keeper, sme_rule_keeper):
    assert "高新技术企业 2027" in door(rule_keeper).get(DRAFTS).content.decode()
    assert "高新技术企业 2027" not in door(sme_rule_keeper).get(DRAFTS).content.decode()
    assert door(sme_rule_keeper).get(page_of(draft)).status_code == 404


def test_a_row_is_confirmed_with_the_official_text_and_then_says_by_whom(door, rule_keeper):
    edition = Edition.objects.get(scheme__code="high_tech", code="2016")
    browser, url = door(rule_keeper), f"{EDITIONS}{edition.pk}/confirm/terms.correction/"
    assert url in browser.get(f"{EDITIONS}{edition.pk}/change/").content.decode()

    told = {"says": "第十二条，第 4 页", "paper": factories.upload("32号文.pdf")}
    answer = browser.post(url, told, follow=True)

    page = answer.content.decode()
    row = Confirmation.objects.get()
    assert url not in page
    assert "柯守正于 " in page and "第十二条，第 4 页" in page
    text_url = f"{EDITIONS}{edition.pk}/text/{row.paper.sha256}/"
    assert text_url in page
    assert b"".join(browser.get(text_url).streaming_content) == factories.PDF
    assert JournalEntry.objects.filter(deed="confirm_source", by=rule_keeper).exists()


def test_the_next_row_may_rest_on_the_text_that_is_there(door, rule_keeper):
    edition = Edition.objects.get(scheme__code="high_tech", code="2016")
    browser, base = door(rule_keeper), f"{EDITIONS}{edition.pk}/confirm/"
    told = {"says": "第十二条", "paper": factories.upload("32号文.pdf")}
    browser.post(base + "terms.correction/", told)
    first = Confirmation.objects.get()

    browser.post(base + "terms.acceptance/", {"says": "第十三条", "there": first.paper.sha256})

    second = Confirmation.objects.get(item="terms.acceptance")
    assert (second.paper, second.file_name) == (first.paper, "32号文.pdf")


@pytest.mark.parametrize(
    ("told", "sentence"),
    [
        ({"says": "第十二条"}, "必填"),
        ({"paper": True}, "必填"),
        ({"says": "第十二条", "paper": b"no pdf at all"}, "32号文.pdf"),
    ],
)
def test_a_confirmation_without_its_text_or_its_place_is_refused(door, rule_keeper, told, sentence):
    edition = Edition.objects.get(scheme__code="high_tech", code="2016")
    if "paper" in told:
        content = factories.PDF if told["paper"] is True else told["paper"]
        told = {**told, "paper": factories.upload("32号文.pdf", content)}

    answer = door(rule_keeper).post(f"{EDITIONS}{edition.pk}/confirm/terms.correction/", told)

    assert answer.status_code == 422
    assert not Confirmation.objects.exists()


def test_other_officers_read_the_marks_but_find_no_way_to_confirm(door, city_officer):
    edition = Edition.objects.get(scheme__code="high_tech", code="2016")
    browser = door(city_officer)

    page = browser.get(f"{EDITIONS}{edition.pk}/change/").content.decode()

    assert "依据未经官方文本核对" in page and "/confirm/" not in page
    assert browser.get(f"{EDITIONS}{edition.pk}/confirm/terms.correction/").status_code == 404
    assert browser.get(f"{EDITIONS}{edition.pk}/text/{'0' * 64}/").status_code == 404


def test_an_edition_shows_everything_that_notation_two_holds(door, city_officer):
    edition = Edition.objects.get(scheme__code="srdi_sme", code="2026")

    page = door(city_officer).get(f"{EDITIONS}{edition.pk}/change/").content.decode()

    for words in (
        "优质中小企业梯度培育平台", "可免上一条", "只用于复核", "佐证：", "营业收入 ≥ 1,500 万元",
        "每年更新与报告", "个案例", "与上一版的差异", "有效期与编号",
    ):  # fmt: skip
        assert words in page, words
