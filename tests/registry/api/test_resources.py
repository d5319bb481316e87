"""What the statistics offices read."""

from datetime import date

from certifications.models import Certification


def test_districts_are_known_by_their_codes_in_both_languages(rows):
    laoshan = next(row for row in rows("districts/") if row["code"] == "370212")

    assert laoshan["name_zh"] == "崂山区"
    assert laoshan["name_en"].startswith("Laoshan")
    assert laoshan["parent"] == "370200"


def test_former_districts_are_listed_with_their_successor_and_only_on_their_days(rows):
    former = [row for row in rows("districts/") if row["until"]]
    today = {row["code"] for row in rows("districts/", as_of="2026-06-15")}

    assert former
    assert all(row["successor"] for row in former)
    assert not today & {row["code"] for row in former}


def test_schemes_stand_in_the_ladders_order_with_editions_and_references(rows):
    schemes = rows("schemes/")

    assert [row["rung"] for row in schemes] == sorted(row["rung"] for row in schemes)
    high_tech = next(row for row in schemes if row["code"] == "high_tech")
    edition = high_tech["editions"][-1]
    assert edition["references"][0]["number"] == "国科发火〔2016〕32号"
    assert edition["verified"] == "yes"


def test_only_editions_in_force_on_the_day_are_listed_when_a_day_is_given(rows):
    high_tech = next(
        row for row in rows("schemes/", as_of="2007-06-01") if row["code"] == "high_tech"
    )

    assert high_tech["editions"] == []


def test_one_scheme_shows_its_rules_as_published_and_the_sources_of_its_mark(ask):
    answer = ask("schemes/high_tech/").json()

    edition = answer["editions"][-1]
    assert edition["rules"]["criteria"][0]["source"]
    assert edition["sources"][0]["what"]
    assert len(edition["digest"]) == 64


def test_the_vocabulary_tells_unit_and_period_of_each_fact(rows):
    revenue = next(row for row in rows("facts/") if row["code"] == "revenue")

    assert (revenue["name_zh"], revenue["unit"], revenue["period"]) == ("营业收入", "元", "year")


def test_certifications_are_those_held_on_the_day(town, rows):
    held = rows("certifications/")
    earlier = rows("certifications/", as_of="2025-12-10")

    assert {row["number"] for row in held} == {"GR202437100001", "SRDI-1", "GR202537100002"}
    assert "GR202237100003" in {row["number"] for row in earlier}


def test_a_certification_says_who_what_where_and_until_when(town, rows):
    row = rows("certifications/", scheme="srdi_sme")[0]

    assert row["enterprise"]["name"] == "青岛澄明传感技术有限公司"
    assert row["scheme"]["code"] == "srdi_sme"
    assert row["district"]["code"] == "370212"
    assert (row["valid_from"], row["valid_until"]) == ("2025-07-01", "2028-06-30")
    assert row["held"] is True


def test_certifications_of_a_period_are_those_that_began_in_it(town, rows):
    begun = rows("certifications/", period="2022")

    assert [(row["number"], row["held"]) for row in begun] == [("GR202237100003", True)]


def test_certifications_can_be_asked_for_by_district_industry_and_chain(town, rows):
    def numbers(**words):
        return {row["number"] for row in rows("certifications/", **words)}

    assert numbers(district="370215") == set()
    assert numbers(district="370212", scheme="high_tech") == {"GR202437100001", "GR202537100002"}
    assert numbers(industry="38") == {"GR202537100002"}
    assert numbers(industry="C", scheme="high_tech") == {"GR202437100001", "GR202537100002"}
    assert numbers(chain="rail_transit") == {"GR202437100001", "SRDI-1"}


def test_an_enterprise_shows_what_it_holds_on_the_day_and_its_rung(town, rows):
    sensors = rows("enterprises/", scheme="srdi_sme")[0]

    assert sensors["schemes"] == ["srdi_sme", "high_tech"]
    assert sensors["rung"] == 3
    assert sensors["industry"]["code"] == "39"


def test_an_enterprise_without_a_title_is_in_the_list_on_rung_0(town, rows):
    plain = rows("enterprises/", district="370214")

    assert [(row["rung"], row["schemes"]) for row in plain] == [(0, [])]


def test_an_enterprise_is_told_where_it_was_on_the_day(town, rows, ask):
    boats = rows("enterprises/", district="370215")[0]
    firm = Certification.objects.get(number="GR202237100003").enterprise
    town.moves(firm, "370214", date(2026, 3, 1))

    now = ask(f"enterprises/{boats['credit_code']}/").json()
    then = ask(f"enterprises/{boats['credit_code']}/", as_of="2026-02-28").json()

    assert now["district"]["code"] == "370214"
    assert then["district"]["code"] == "370215"
    assert [place["district"]["code"] for place in now["residences"]] == ["370215", "370214"]
    assert now["certifications"][0]["held"] is False


def test_a_credit_code_is_found_in_small_letters_too(town, rows, ask):
    code = rows("enterprises/")[0]["credit_code"]

    assert ask(f"enterprises/{code.lower()}/").status_code == 200


def test_no_person_is_named(town, rows, ask, clerk):
    answers = [ask("enterprises/").content, ask("certifications/").content]

    assert not any("王晓" in answer.decode() for answer in answers)
