"""Can an enterprise climb each of the four rungs, each under its own office?"""

from datetime import date

import pytest

from certifications import drafting, editions, recognition, workflow
from certifications.ladder import position
from certifications.models import Certification, Scheme
from certifications.states import State
from enterprises.clock import now
from tests import factories

END = {
    "tech_sme": ("laoshan_science", "city_science", date(2027, 3, 31)),
    "srdi_sme": ("laoshan_industry", "city_private_economy", date(2029, 6, 30)),
    "high_tech": ("laoshan_science", "city_science", date(2029, 6, 30)),
    "private_benchmark": ("laoshan_industry", "city_private_economy", None),
}
BEFORE_NOTICE = {
    "tech_sme": State.CITY_CHECK, "srdi_sme": State.THIRD_PARTY_REVIEW,
    "high_tech": State.EXPERT_REVIEW, "private_benchmark": State.EXPERT_REVIEW,
}  # fmt: skip


def holds_base_title(firm, today) -> None:
    """专精特新 (2026) asks for a valid 科技型 or 创新型 title."""
    scheme = Scheme.objects.get(code="tech_sme")
    Certification.objects.create(
        enterprise=firm, scheme=scheme, number="202637021200009999", conferred_by="青岛市科学技术局",
        issued_on=date(2026, 5, 8), valid_from=date(2026, 5, 8), valid_until=date(2027, 3, 31),
        source="list", source_says="2026 年第 1 批 · 第 1 行", recorded_at=now(),
    )  # fmt: skip


@pytest.mark.parametrize("scheme", list(END))
def test_an_enterprise_climbs_a_rung(scheme, firm, clerk, today):
    district_code, city_code, ends = END[scheme]
    if scheme == "srdi_sme":
        holds_base_title(firm, today)
    district = factories.post(factories.person("district", "区经办"), district_code)
    city = factories.post(factories.person("cityhall", "市经办"), city_code)
    batch = factories.batch(scheme, today)
    application = drafting.open_application(firm, batch, by=clerk, today=today)
    application = factories.fill(application, by=clerk, today=today)
    people = {"clerk": clerk, "district": district, "city": city, "today": today}
    reviewing = factories.walk(application, BEFORE_NOTICE[scheme], **people)
    assert reviewing.state == BEFORE_NOTICE[scheme]
    for step, details in (
        (
            "record_review",
            {"outcome": "passed", "score": "80", "judgements": factories.judged(application)},
        ),
        ("open_notice", {"starts_on": today}),
    ):
        application = workflow.advance(application, step, by=city, today=today, details=details)
    example = application.edition.rules["number"]["example"]

    application = workflow.advance(
        application, "recognise", by=city, today=date(2026, 7, 1),
        details={"number": example, "issued_on": date(2026, 7, 1), "announced_on": date(2026, 7, 1)},
    )  # fmt: skip

    held = Certification.objects.get(application=application)
    assert application.state == State.RECOGNISED
    assert held.valid_until == ends
    assert position(firm, date(2026, 7, 1)).rung == application.scheme.rung


def test_a_renamed_firm_keeps_number_and_span_and_gets_a_new_document(firm, today):
    holds_base_title(firm, today)
    held = Certification.objects.get(enterprise=firm)

    recognition.reissue_for_new_name(held, name="青岛澄明智能科技有限公司", by=None, today=today)

    held.refresh_from_db()
    assert (held.number, held.valid_until) == ("202637021200009999", date(2027, 3, 31))
    assert held.documents.get().name == "青岛澄明智能科技有限公司"


def test_no_office_but_its_own_recognises_a_scheme(db, today):
    answering = {
        scheme: editions.edition_for(Scheme.objects.get(code=scheme), "new", today).rules[
            "recognised_by"
        ]
        for scheme in END
    }

    assert answering == {scheme: city for scheme, (_d, city, _e) in END.items()}
