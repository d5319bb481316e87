"""培育库: who sees whom, what is said of each, how it is narrowed, and how it is taken away."""

import csv
import io
from datetime import date

import pytest
import python_calamine
from django.urls import reverse

from certifications.admin.prospect_counts import counts
from certifications.climbing import prospects
from certifications.models import Prospect
from enterprises.clock import now
from enterprises.figures import state_figures
from enterprises.models import Enterprise, Residence
from tests import factories
from tests.certifications.portal.conftest import words

POOL = reverse("admin:certifications_prospect_changelist")


def download(kind):
    return reverse("admin:certifications_prospect_download", args=[kind])


@pytest.fixture
def jimo_firm(db, today):
    firm = factories.enterprise("青岛即墨精密铸造有限公司", 5, "370215")
    return factories.with_figures(firm, today.year - 1)


@pytest.fixture
def pool(firm, jimo_firm, today):
    """Two firms swept: the one of 崂山 has one person too many for the tech-SME title."""
    state_figures(firm, 2025, {"employees": 501, "tech_staff": 200}, by=None, at=now(), source="t")
    prospects.sweep_once(today)
    return {row.enterprise.name: row for row in Prospect.objects.filter(scheme__code="tech_sme")}


def lines(answer):
    text = answer.content.decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text)))


def test_a_district_officer_sees_the_firms_of_the_district_only(
    pool, door, laoshan_officer, firm, jimo_firm
):
    read = words(door(laoshan_officer).get(POOL))

    assert firm.name in read
    assert jimo_firm.name not in read
    assert "即墨区" not in read


def test_the_city_sees_all(pool, door, city_officer, firm, jimo_firm):
    read = words(door(city_officer).get(POOL))

    assert firm.name in read
    assert jimo_firm.name in read


def test_a_firm_that_moved_away_is_the_new_districts(
    pool, door, laoshan_officer, jimo_officer, firm, today
):
    Residence.objects.filter(enterprise=firm).update(until=date(2026, 5, 31))
    Residence.objects.create(
        enterprise=firm, since=date(2026, 6, 1),
        district=factories.District.objects.get(code="370215"),
    )  # fmt: skip

    assert firm.name not in words(door(laoshan_officer).get(POOL))
    assert firm.name in words(door(jimo_officer).get(POOL))


def test_what_is_lacking_is_said_in_words(pool, door, laoshan_officer):
    read = words(door(laoshan_officer).get(POOL, {"scheme": "tech_sme", "outlook": "near"}))

    assert "只差一项" in read
    assert "职工总数减少 1 人，降到 500 人（与 2025 年相比）" in read


@pytest.mark.parametrize(
    ("narrowing", "who"),
    [
        ({"scheme": "tech_sme", "outlook": "near"}, {"青岛澄明传感技术有限公司"}),
        ({"scheme": "tech_sme", "outlook": "eligible"}, {"青岛即墨精密铸造有限公司"}),
        ({"scheme": "tech_sme", "district": "370215"}, {"青岛即墨精密铸造有限公司"}),
        (
            {"scheme": "tech_sme"},
            {"青岛澄明传感技术有限公司", "青岛即墨精密铸造有限公司"},
        ),
        ({"scheme": "tech_sme", "q": "澄明"}, {"青岛澄明传感技术有限公司"}),
    ],
)
def test_the_list_and_the_file_are_narrowed_alike(pool, door, city_officer, narrowing, who):
    browser = door(city_officer)

    listed = browser.get(POOL, narrowing).context["cl"].queryset
    taken = lines(browser.get(download("csv"), narrowing))

    assert {row.enterprise.name for row in listed} == who
    assert {row["企业"] for row in taken} == who


def test_the_file_carries_whole_credit_codes_and_the_gap(pool, door, laoshan_officer, firm):
    answer = door(laoshan_officer).get(download("xlsx"), {"scheme": "tech_sme"})

    book = python_calamine.load_workbook(io.BytesIO(answer.content))
    heads, row = book.get_sheet_by_index(0).to_python()[:2]
    found = dict(zip(heads, row, strict=True))
    assert found["统一社会信用代码"] == firm.credit_code
    assert found["差什么"].split("；")[0] == "职工总数减少 1 人，降到 500 人（与 2025 年相比）"
    assert found["截至"] == "2026-06-15"


def test_a_name_that_looks_like_a_formula_is_marked_as_text(pool, door, laoshan_officer, firm):
    Enterprise.objects.filter(pk=firm.pk).update(name="=cmd|' /C calc'!A0")

    answer = door(laoshan_officer).get(download("csv"), {"scheme": "tech_sme"})

    assert lines(answer)[0]["企业"].startswith("'=cmd")


def test_another_districts_firms_are_not_in_the_file(pool, door, laoshan_officer, jimo_firm):
    assert jimo_firm.name not in door(laoshan_officer).get(download("csv")).content.decode()


def test_a_kind_of_file_that_is_not_made_is_not_found(pool, door, laoshan_officer):
    assert door(laoshan_officer).get(download("exe")).status_code == 404


def test_a_row_leads_to_the_page_of_its_enterprise(pool, door, laoshan_officer, firm):
    row = pool[firm.name]

    answer = door(laoshan_officer).get(
        reverse("admin:certifications_prospect_change", args=[row.pk])
    )

    assert answer.status_code == 302
    assert firm.credit_code in answer["Location"]


def test_a_row_of_another_district_is_not_found(pool, door, jimo_officer, firm):
    address = reverse("admin:certifications_prospect_change", args=[pool[firm.name].pk])

    assert door(jimo_officer).get(address).status_code == 404


def test_the_counts_stand_above_by_title_and_district(pool, today):
    found = counts(Prospect.objects.all(), today)

    line = next(each for each in found.lines if each.scheme.code == "tech_sme")
    assert [str(place) for place in found.districts] == ["崂山区", "即墨区"]
    assert [(cell.eligible, cell.near) for cell in line.cells] == [(0, 1), (1, 0)]
    assert (line.eligible, line.near) == (1, 1)


def test_a_firm_without_a_district_is_counted_too(pool, firm, today):
    Residence.objects.filter(enterprise=firm).delete()

    found = counts(Prospect.objects.all(), today)

    assert found.districts[-1] is None
    line = next(each for each in found.lines if each.scheme.code == "tech_sme")
    assert line.near == 1


def test_the_page_says_when_the_registry_was_swept(pool, door, laoshan_officer):
    assert "最近一次全库扫描" in words(door(laoshan_officer).get(POOL))


def test_before_the_first_sweep_the_page_says_so(firm, door, laoshan_officer):
    assert "还没有完成过全库扫描" in words(door(laoshan_officer).get(POOL))


def test_nobody_adds_or_removes_a_row_by_hand(pool, door, laoshan_officer):
    browser = door(laoshan_officer)

    assert browser.get(f"{POOL}add/").status_code == 404
    assert 'name="action"' not in browser.get(POOL).content.decode()


def test_the_list_asks_few_questions_of_the_database(
    pool, door, city_officer, django_assert_max_num_queries
):
    browser = door(city_officer)
    browser.get(POOL)

    with django_assert_max_num_queries(25):
        assert browser.get(POOL).status_code == 200
