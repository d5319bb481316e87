"""Statements kept as the rules read them; files each with their own result."""

import pytest

from certifications.models import Material
from enterprises.models import Paper
from enterprises.papers import path_of
from tests import factories
from tests.certifications.portal.conftest import words


@pytest.fixture
def base(empty_draft):
    return f"/portal/applications/{empty_draft.reference}/"


def test_statements_may_be_saved_half_answered(browser, base, empty_draft):
    response = browser.post(base + "statements/", {"niche_years": "６", "ip_in_use": "yes"})

    empty_draft.refresh_from_db()
    assert response.status_code == 302
    assert empty_draft.claims["niche_years"] == "6"
    assert empty_draft.claims["ip_in_use"] == "yes"
    assert empty_draft.claims["clean_conduct"] == ""
    assert "进行中" in words(browser.get(base))


def test_a_wrong_answer_is_refused_and_the_others_stay(browser, base, empty_draft):
    response = browser.post(
        base + "statements/",
        {"niche_years": "六", "ip_in_use": "maybe", "quality_score": "66.5"},
    )

    page = response.content.decode()
    assert response.status_code == 422
    assert 'href="#id_niche_years"' in page and 'value="66.5"' in page
    assert "请从所列的选项中选一项" in page
    empty_draft.refresh_from_db()
    assert empty_draft.claims == {}


def test_the_period_that_the_edition_names_stands_beside_the_statement(browser, base):
    assert "近三年" in words(browser.get(base + "statements/"))


def test_each_file_has_its_own_result(browser, base, empty_draft):
    response = browser.post(
        base + "materials/",
        {
            "licence": [
                factories.upload("执照.pdf"),
                factories.upload("空.pdf", b""),
                factories.upload("假.pdf", b"MZ\x90\x00not a pdf"),
            ]
        },
    )

    page = words(response)
    assert response.status_code == 422
    assert "“执照.pdf”已上传到" in page
    assert "“假.pdf”没有上传到" in page
    assert "“空.pdf”没有上传到" in page
    assert list(Material.objects.values_list("file_name", flat=True)) == ["执照.pdf"]


def test_the_same_file_twice_is_said_and_kept_once(browser, base):
    browser.post(base + "materials/", {"licence": factories.upload("执照.pdf")})

    again = browser.post(base + "materials/", {"licence": factories.upload("执照.pdf")})

    assert again.status_code == 422
    assert "不必重复上传" in words(again)
    assert Material.objects.count() == 1


def test_a_kind_of_file_that_the_requirement_does_not_take_is_refused(browser, draft):
    png = b"\x89PNG\r\n\x1a\n" + b"\x00" * 64
    address = f"/portal/applications/{draft.reference}/materials/"
    before = Material.objects.count()

    response = browser.post(address, {"rd_audit": factories.upload("审计.png", png)})

    assert response.status_code == 422
    assert "这一项只收 PDF" in words(response)
    assert Material.objects.count() == before


@pytest.mark.parametrize(
    ("name", "content"), [("审计.xls", b"\xd0\xcf\x11\xe0"), ("审计.pdf", b"MZ\x90\x00not a pdf")]
)
def test_a_refused_file_is_told_only_what_this_requirement_takes(browser, draft, name, content):
    address = f"/portal/applications/{draft.reference}/materials/"

    response = browser.post(address, {"rd_audit": factories.upload(name, content)})

    sentence = words(response).split(f"“{name}”没有上传到")[1].split("。")[0]
    assert response.status_code == 422
    assert "PDF" in sentence and "JPG" not in sentence and "xlsx" not in sentence


def test_one_file_given_for_two_requirements_is_said_calmly(browser, base):
    browser.post(base + "materials/", {"licence": factories.upload("全.pdf")})
    assert "同一份文件也用于" not in words(browser.get(base + "materials/"))

    browser.post(base + "materials/", {"headcount": factories.upload("全.pdf")})

    assert words(browser.get(base + "materials/")).count("同一份文件也用于") == 2


def test_choosing_nothing_is_said(browser, base):
    response = browser.post(base + "materials/", {})

    assert response.status_code == 422
    assert "没有选择文件" in words(response)


def test_a_paper_taken_down_stays_in_the_history(browser, draft):
    material = Material.objects.filter(application=draft, requirement="licence").get()
    which = f"licence/{material.paper.sha256[:16]}"
    base = f"/portal/applications/{draft.reference}/"

    response = browser.post(base + "materials/remove/", {"which": which}, follow=True)

    material.refresh_from_db()
    assert material.removed_at is not None
    assert "已撤下" in words(response)
    paper = f"/portal/papers/{draft.reference}/{material.paper.sha256[:16]}/"
    assert browser.get(paper).status_code == 200
    assert browser.post(base + "materials/remove/", {"which": which}).status_code == 404
    assert browser.post(base + "materials/remove/", {"which": "licence/"}).status_code == 404


def test_a_file_for_no_known_requirement_is_not_taken(browser, base):
    response = browser.post(base + "materials/", {"passport": factories.upload()})

    assert response.status_code == 422
    assert not Material.objects.exists()


def test_no_file_is_taken_once_the_case_is_handed_in(browser, walked):
    case = walked("submitted")
    before = Paper.objects.count()
    address = f"/portal/applications/{case.reference}/materials/"

    response = browser.post(
        address, {"licence": factories.upload("新.pdf", factories.PDF + b"new")}
    )

    assert response.status_code == 409
    assert "内容已经锁定" in words(response)
    assert Paper.objects.count() == before


def test_many_files_at_once_are_answered_in_one_sentence(browser, base):
    files = [factories.upload(f"{n}.pdf", factories.PDF + bytes([48 + n])) for n in range(4)]

    response = browser.post(base + "materials/", {"licence": files}, follow=True)

    assert "4 个文件都已上传：0.pdf、1.pdf、2.pdf、3.pdf" in words(response)
    assert Material.objects.count() == 4


def test_statements_of_a_case_under_review_are_locked(browser, walked):
    case = walked("submitted")

    response = browser.post(
        f"/portal/applications/{case.reference}/statements/", {"owns_core_ip": "no"}
    )

    case.refresh_from_db()
    assert response.status_code == 409
    assert case.claims["owns_core_ip"] == "yes"


def test_a_paper_missing_from_the_store_is_said_in_a_sentence(browser, draft):
    paper = Material.objects.filter(application=draft).first().paper
    path_of(paper).unlink()

    response = browser.get(f"/portal/papers/{draft.reference}/{paper.sha256[:16]}/")

    assert response.status_code == 410
    assert "不在存储中" in words(response)
