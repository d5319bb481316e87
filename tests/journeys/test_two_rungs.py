"""From login to the moved target, as five people, for two rungs under two different offices."""

import json
import urllib.request
from datetime import date

import pytest

from tests.journeys.people import Clerk, Officer, Person
from tests.journeys.prepare import FIRM, KEY

pytestmark = pytest.mark.browser
AFTER_THE_NOTICE = "2026-06-30"


def read(address: str, path: str) -> dict:
    """What the statistics office's machine is told."""
    asked = urllib.request.Request(f"{address}{path}", headers={"Authorization": f"Api-Key {KEY}"})  # noqa: S310
    with urllib.request.urlopen(asked) as answer:  # noqa: S310
        return json.load(answer)


def counted(address: str, indicator: str, day: str) -> int:
    found = read(address, f"/api/v1/indicators/{indicator}/observations?as_of={day}")
    return int(found["results"][-1]["value"])


def hand_in(clerk: Clerk, batch: str, name: str) -> str:
    case = clerk.begins(batch)
    clerk.fills_figures(case)
    clerk.answers_statements(case)
    clerk.uploads_materials(case)
    clerk.takes_a_picture(f"{name}-1-materials")
    clerk.hands_in(case)
    clerk.takes_a_picture(f"{name}-2-receipt")
    return case


def correct(clerk: Clerk, case: str, item: str, name: str) -> None:
    """The clerk reads the letter, replaces the paper, answers and hands in again."""
    clerk.goes_to(case).reads("审计报告第 3 页模糊").takes_a_picture(f"{name}-4-returned")
    clerk.goes_to(f"{case}materials/")
    clerk.page.set_input_files(
        f"input[name={item}]",
        {
            "name": "清晰.pdf",
            "mimeType": "application/pdf",
            "buffer": b"%PDF-1.4\n% clear\n%%EOF\n",
        },
    )
    clerk.presses("上传所选文件")
    clerk.goes_to(f"{case}defects/")
    clerk.page.locator("main input[type=radio][value=changed]").check()
    clerk.presses("保存答复")
    clerk.goes_to(f"{case}check/").presses("补正完毕，重新提交")


def review(district: Officer, clerk: Clerk, case: str, item: str, name: str) -> str:
    reference = case.rstrip("/").rsplit("/", 1)[1]
    district.opens(reference).takes("accept")
    district.takes_a_picture(f"{name}-3-case")
    district.sends_back(item, "审计报告第 3 页模糊", "请上传清晰的彩色扫描件")
    correct(clerk, case, item, name)
    district.opens(reference).takes("recommend")
    return reference


def examine(city: Officer, reference: str, name: str, **particulars: str) -> None:
    city.opens(reference).judges_everything_met()
    city.takes("record_review", **particulars)
    city.opens(reference).takes("open_notice", starts_on="2026-06-15")
    city.takes_a_picture(f"{name}-5-notice")


@pytest.mark.parametrize(
    ("scheme", "district", "city", "item", "score", "indicator", "number"),
    [
        (
            "high_tech",
            "laoshan",
            "city",
            "rd_audit",
            {"score": "82"},
            "high_tech_enterprises",
            "GR202637100001",
        ),
        ("srdi_sme", "laoshan_industry", "city_sme", "audit_2y", {}, "srdi_smes", None),
    ],
)
def test_a_firm_climbs_a_rung_and_the_target_moves_by_one(
    running_city, browser, scheme, district, city, item, score, indicator, number
):
    day = "2026-06-15"
    running_city.run("manage.py", "migrate", "-v0", day=day)
    running_city.run("-m", "tests.journeys.prepare", day=day)
    address = running_city.stand_on(day)
    clerk = Clerk(browser, address, "clerk").logs_in()
    officer = Officer(browser, address, district).logs_in()
    cityhall = Officer(browser, address, city).logs_in()

    case = hand_in(clerk, f"{scheme}-2026", scheme)
    reference = review(officer, clerk, case, item, scheme)
    examine(cityhall, reference, scheme, **score)
    Person(browser, address, "public").goes_to("/notices/").reads("公示").takes_a_picture(
        f"{scheme}-6-notices"
    )
    before = counted(address, indicator, day)

    address = running_city.stand_on(AFTER_THE_NOTICE)
    cityhall = Officer(browser, address, city).logs_in().opens(reference)
    example = (
        number
        or cityhall.page.locator("details#recognise").inner_text().split("应如 ")[1].split()[0]
    )
    cityhall.takes(
        "recognise", number=example, issued_on=AFTER_THE_NOTICE, announced_on=AFTER_THE_NOTICE
    )
    cityhall.reads("已认定").takes_a_picture(f"{scheme}-7-recognised")

    assert counted(address, indicator, AFTER_THE_NOTICE) == before + 1
    titles = read(address, f"/api/v1/certifications?scheme={scheme}")["results"]
    assert [title["number"] for title in titles] == [example]
    assert titles[0]["valid_from"] == date.fromisoformat(AFTER_THE_NOTICE).isoformat()
    visitor = Person(browser, address, "public")
    visitor.goes_to(f"/verify/{example}/").reads(FIRM).reads("有效").takes_a_picture(
        f"{scheme}-8-verified"
    )
    visitor.goes_to("/").takes_a_picture(f"{scheme}-9-board")
    Clerk(browser, address, "clerk").logs_in().goes_to("/portal/").reads(example).takes_a_picture(
        f"{scheme}-10-home"
    )
