"""Do the seed files become the rows they speak of, and does a second load change nothing?"""

import io
import json
import re
from datetime import date

import pytest
from django.core.management import call_command

import enterprises.loading
import seeds
from enterprises.loading import Tally, upsert
from enterprises.models import (
    CalendarDay,
    Chain,
    District,
    Industry,
    Mandate,
    Office,
    Zone,
)

pytestmark = pytest.mark.django_db


def changes(tallies: list[Tally]) -> dict[str, int]:
    return {
        tally.kind: len(tally.created | tally.updated)
        for tally in tallies
        if tally.created or tally.updated
    }


def test_loading_twice_changes_nothing():
    assert changes(enterprises.loading.load()) == {}


def test_the_seed_command_says_that_a_second_run_changed_nothing():
    out = io.StringIO()

    call_command("seed", "--format", "json", stdout=out)

    said = json.loads(out.getvalue())
    assert {kind["kind"] for kind in said["kinds"]} >= {"districts", "offices", "editions"}
    assert all(kind["created"] == kind["updated"] == 0 for kind in said["kinds"])
    assert set(said["written"].values()) == {0}


def test_the_seed_command_prints_a_line_for_each_kind():
    out = io.StringIO()

    call_command("seed", stdout=out)

    assert re.search(r"districts +新增 +0 +更新 +0 +不变 +22", out.getvalue())


def test_a_former_district_leads_to_the_one_that_took_it_over():
    jimo = District.objects.get(code="370282")

    assert (jimo.successor.code, jimo.until) == ("370215", date(2017, 10, 31))
    assert District.objects.on(date(2026, 6, 15)).filter(level="district").count() == 7


def test_zones_overlap_districts():
    assert [each.code for each in Zone.objects.get(code="west_coast").districts.all()] == ["370211"]


def test_every_district_has_an_office_that_reviews_the_high_tech_title():
    reviewing = Mandate.objects.filter(scheme_code="high_tech", duty="reviews")

    assert set(reviewing.values_list("office__district__code", flat=True)) == set(
        District.objects.filter(until=None, level__in=["district", "county_city"]).values_list(
            "code", flat=True
        )
    )


def test_industries_stand_under_their_sections():
    assert Industry.objects.filter(level="section").count() == 20
    assert Industry.objects.get(code="40").parent.code == "C"


def test_the_chains_of_both_years_are_there():
    groups = Chain.objects.filter(taxonomy__code="qd2024", parent=None)

    assert groups.count() == len(seeds.chains()[0]["groups"])
    assert Chain.objects.filter(taxonomy__code="qd2025").exists()


def test_the_calendar_holds_only_days_that_differ_from_the_plain_week():
    for day in CalendarDay.objects.all():
        assert day.is_workday == (day.day.isoweekday() > 5)


def test_a_row_that_was_changed_by_hand_follows_its_file_again():
    Office.objects.filter(code="city_science").update(name_zh="别的名称")

    tallies = enterprises.loading.load()

    assert changes(tallies) == {"offices": 1}
    assert Office.objects.get(code="city_science").name_zh == "青岛市科学技术局"


def test_a_row_that_no_file_names_is_kept_and_counted():
    Zone.objects.create(code="gone", name_zh="旧区", name_en="Gone", verified="no")

    zones = next(tally for tally in enterprises.loading.load() if tally.kind == "zones")

    assert zones.kept == 1
    assert Zone.objects.filter(code="gone").exists()


def test_fields_that_are_not_given_are_left_alone():
    office = Office.objects.get(code="city_science")
    Office.objects.filter(pk=office.pk).update(phone="0532-12345")

    upsert(Tally("offices"), Office, [{"code": "city_science"}], key=("code",))

    assert Office.objects.get(pk=office.pk).phone == "0532-12345"
