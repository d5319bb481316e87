"""Districts, zones, offices, the ladder, chains and industries hang together."""

from datetime import date

import pytest

import seeds

TODAYS = {
    "370202": "市南区",
    "370203": "市北区",
    "370211": "黄岛区",
    "370212": "崂山区",
    "370213": "李沧区",
    "370214": "城阳区",
    "370215": "即墨区",
    "370281": "胶州市",
    "370283": "平度市",
    "370285": "莱西市",
}
OFFICE_PREFIXES = "shinan shibei huangdao laoshan licang chengyang jimo jiaozhou pingdu laixi"


def districts():
    return {row["code"]: row for row in seeds.districts()}


def schemes():
    return {scheme["code"]: scheme for scheme in seeds.ladder()["schemes"]}


def test_todays_ten_districts_stand_open_ended():
    standing = {
        code: row["name_zh"]
        for code, row in districts().items()
        if not row["until"] and row["level"] != "city"
    }

    assert standing == TODAYS


def test_the_city_itself_has_no_parent():
    assert districts()["370200"]["name_zh"] == "青岛市"
    assert {row["parent"] for row in districts().values()} == {"", "370200"}


@pytest.mark.parametrize(
    ("former", "name", "successor"),
    [
        ("370205", "四方区", "370203"),
        ("370284", "胶南市", "370211"),
        ("370282", "即墨市", "370215"),
        ("370222", "即墨县", "370282"),
    ],
)
def test_a_former_district_names_who_took_it_over(former, name, successor):
    row = districts()[former]

    assert (row["name_zh"], row["successor"]) == (name, successor)
    assert row["until"]


def test_every_former_district_leads_to_one_of_today():
    for code, row in districts().items():
        assert bool(row["until"]) is bool(row["successor"]), code
        while row["successor"]:
            row = districts()[row["successor"]]
        assert row["code"] in TODAYS or row["level"] == "city"


def test_a_district_begins_before_it_ends():
    for row in seeds.districts():
        days = [date.fromisoformat(row[key]) for key in ("since", "until") if row[key]]
        assert days == sorted(days), row["code"]


def test_jimo_passes_from_city_to_district_without_a_gap():
    city, district = districts()["370282"], districts()["370215"]

    assert (
        date.fromisoformat(city["until"]).toordinal() + 1
        == date.fromisoformat(district["since"]).toordinal()
    )


def test_zones_lie_in_todays_districts():
    for zone in seeds.zones():
        assert set(zone["districts"].split("|")) <= TODAYS.keys(), zone["code"]
        assert zone["verified"] in ("yes", "partial", "no")


def test_the_statistical_code_of_the_high_tech_zone_is_no_district():
    zone = next(row for row in seeds.zones() if row["code"] == "high_tech_zone")

    assert zone["stat_code"] == "370271"
    assert "370271" not in districts()


def test_every_district_of_today_has_a_science_and_an_industry_office():
    offices = {office["code"]: office["district"] for office in seeds.offices()}

    for prefix in OFFICE_PREFIXES.split():
        assert offices[f"{prefix}_science"] == offices[f"{prefix}_industry"]
        assert offices[f"{prefix}_science"] in TODAYS


def test_a_city_office_has_no_district_and_a_district_office_has_one():
    for office in seeds.offices():
        assert (office["level"] == "city") is (office["district"] is None), office["code"]


def test_offices_answer_for_schemes_of_the_ladder():
    for office in seeds.offices():
        for answer in office["answers_for"]:
            assert answer["scheme"] in schemes(), office["code"]


def test_districts_review_and_the_city_recognises_or_recommends():
    for office in seeds.offices():
        duties = {answer["duty"] for answer in office["answers_for"]}
        allowed = {"reviews"} if office["level"] == "district" else {"recognises", "recommends"}
        assert duties <= allowed, office["code"]


def test_the_science_bureau_does_not_recognise_srdi():
    duties = {
        (office["code"], answer["scheme"]): answer["duty"]
        for office in seeds.offices()
        for answer in office["answers_for"]
    }

    assert ("city_science", "srdi_sme") not in duties
    assert duties["city_private_economy", "srdi_sme"] == "recognises"
    assert duties["city_science", "high_tech"] == "recognises"
    assert duties["city_industry", "single_champion"] == "recommends"


def test_who_recognises_on_the_ladder_answers_for_the_scheme():
    duties = {
        (office["code"], answer["scheme"]): answer["duty"]
        for office in seeds.offices()
        for answer in office["answers_for"]
    }
    for code, scheme in schemes().items():
        office = scheme["recognised_by"].get("office")
        if office:
            assert duties[office, code] == "recognises", code
            assert scheme["holds_on"] == "own", code


def test_editions_and_ladder_name_the_same_recognising_office():
    for name in seeds.editions():
        edition = seeds.edition(*name)
        scheme = schemes()[edition["scheme"]]
        assert edition["recognised_by"] == scheme["recognised_by"].get("office"), name
        assert edition["form"] == scheme["form"], name


def test_the_ladder_has_four_rungs_and_all_schemes_of_the_policy():
    """At least these: a scheme is added by data alone, and nothing here has to learn of it."""
    ladder = seeds.ladder()

    assert [rung["number"] for rung in ladder["rungs"]] == [1, 2, 3, 4]
    assert schemes().keys() >= {
        *("tech_sme", "innovative_sme", "tech_innovative_sme", "srdi_sme", "little_giant"),
        *("key_little_giant", "high_tech", "single_champion", "gazelle", "unicorn"),
        *("private_benchmark", "chain_leader", "tech_leading", "eaglet"),
    }
    assert {scheme["rung"] for scheme in schemes().values()} == {1, 2, 3, 4}
    assert {scheme["track"] for scheme in schemes().values()} == {
        track["code"] for track in ladder["tracks"]
    }


def test_the_order_of_schemes_is_unique():
    orders = [scheme["order"] for scheme in schemes().values()]

    assert len(orders) == len(set(orders))


def test_qingdao_counts_a_firm_once_at_its_highest_quality_title():
    """3557 + 5217 + 193 = 8967 (青岛市2025年上半年民营经济情况)."""
    tracks = {track["code"]: track for track in seeds.ladder()["tracks"]}

    assert tracks["industry"]["exclusive_among"] == ["innovative_sme", "srdi_sme", "little_giant"]
    assert [code for code, track in tracks.items() if track["exclusive"]] == ["industry"]


def test_what_is_counted_once_climbs_within_its_track():
    for track in seeds.ladder()["tracks"]:
        among = [schemes()[code] for code in track.get("exclusive_among", [])]
        heights = [(each["rung"], each["order"]) for each in among]
        assert {each["track"] for each in among} <= {track["code"]}
        assert heights == sorted(heights)


def test_no_shipped_scheme_asks_to_be_counted_by_data_alone():
    """Theirs are written out in registry/indicators; `counted` is for schemes added later."""
    assert [code for code, scheme in schemes().items() if "counted" in scheme] == []


def test_every_scheme_of_the_ladder_has_an_edition():
    assert {scheme for scheme, _name in seeds.editions()} == set(schemes())


def test_edges_of_the_ladder_lead_to_schemes():
    for code, scheme in schemes().items():
        for need in scheme["needs"]:
            assert set(need["any_of"]) <= schemes().keys(), code
        for key, word in (("excludes", "scheme"), ("shortcuts", "from")):
            assert {edge[word] for edge in scheme[key]} <= schemes().keys(), code


def test_high_tech_needs_nothing_and_opens_two_doors():
    assert schemes()["high_tech"]["needs"] == []
    assert {
        code
        for code, scheme in schemes().items()
        if "high_tech" in {edge["from"] for edge in scheme["shortcuts"]}
    } == {"tech_sme", "innovative_sme"}


def test_the_two_taxonomies_of_chains_follow_each_other():
    old, new = seeds.chains()

    assert old["until"].toordinal() + 1 == new["since"].toordinal()
    assert [len(group["members"]) for group in old["groups"]] == [7, 10, 7, 24]
    assert [len(group["members"]) for group in new["groups"]] == [2, 5, 3, 8]


def test_the_same_code_in_two_groups_is_the_same_industry():
    for taxonomy in seeds.chains():
        names: dict[str, str] = {}
        for group in taxonomy["groups"]:
            for member in group["members"]:
                assert names.setdefault(member["code"], member["name_zh"]) == member["name_zh"]


def test_industries_are_twenty_sections_and_ninety_seven_divisions():
    rows = seeds.industries()
    sections = [row["code"] for row in rows if row["level"] == "section"]
    divisions = [row["code"] for row in rows if row["level"] == "division"]

    assert sections == list("ABCDEFGHIJKLMNOPQRST")
    assert divisions == [f"{number:02d}" for number in range(1, 98)]
    assert {row["parent"] for row in rows if row["level"] == "division"} == set(sections)
