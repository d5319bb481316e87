"""Every address of the door × every reader: what they find."""

import pytest

from certifications.models import Material
from certifications.states import State
from tests import factories

CASE_PAGES = ("", "figures/2025/", "statements/", "materials/", "check/", "receipt/", "withdraw/")


@pytest.mark.parametrize("page", CASE_PAGES)
@pytest.mark.parametrize("reader", ["neighbour", "jimo_officer", "laoshan_officer", "stranger"])
def test_a_case_is_found_by_its_own_enterprise_only(
    walked, at_the_door, clerk, request, page, reader
):
    case = walked(State.SUBMITTED)
    address = f"/portal/applications/{case.reference}/{page}"

    theirs = at_the_door(request.getfixturevalue(reader)).get(address)
    ours = at_the_door(clerk).get(address)

    assert theirs.status_code in (403, 404)
    assert case.enterprise.name not in theirs.content.decode()
    assert ours.status_code == 200


@pytest.mark.parametrize(
    "address",
    ["/portal/", "/portal/letters/", "/portal/enterprise/", "/portal/batches/high_tech-2026/"],
)
def test_nobody_enters_without_logging_in(db, client, today, address):
    factories.batch("high_tech", today)

    response = client.get(address)

    assert response.status_code == 302
    assert response.url == f"/login/?next={address}"


def test_an_officer_at_the_enterprises_door_is_shown_to_their_own(at_the_door, laoshan_officer):
    response = at_the_door(laoshan_officer).get("/portal/")

    assert response.status_code == 403
    assert 'href="/admin/"' in response.content.decode()


def test_a_neighbour_cannot_change_hand_in_or_withdraw_a_case(draft, at_the_door, neighbour):
    door = at_the_door(neighbour)
    base = f"/portal/applications/{draft.reference}/"

    for page, data in (
        ("figures/2025/", {"revenue": "1"}),
        ("statements/", {"owns_core_ip": "no"}),
        ("materials/", {}),
        ("materials/remove/", {"which": "licence/" + "0" * 16}),
        ("check/", {"undertaking": "yes"}),
        ("withdraw/", {"sure": "yes"}),
    ):
        assert door.post(base + page, data).status_code == 404

    draft.refresh_from_db()
    assert draft.state == State.DRAFT
    assert draft.claims["owns_core_ip"] == "yes"


def test_the_deeds_cannot_be_done_by_following_a_link(draft, browser, today):
    base = f"/portal/applications/{draft.reference}/"

    assert browser.get(base + "materials/remove/").status_code == 405
    assert browser.get(f"/portal/batches/{draft.batch.code}/start/").status_code == 405
    assert browser.get("/portal/choose/").status_code == 405
    assert browser.delete(base + "check/").status_code == 405


def test_a_paper_is_shown_in_a_sandbox_to_its_enterprise_only(
    draft, browser, at_the_door, neighbour
):
    paper = Material.objects.filter(application=draft).first().paper
    address = f"/portal/papers/{draft.reference}/{paper.sha256[:16]}/"

    ours = browser.get(address)

    assert ours.status_code == 200
    assert b"".join(ours.streaming_content).startswith(b"%PDF")
    assert "sandbox" in ours["Content-Security-Policy"]
    assert ours["X-Content-Type-Options"] == "nosniff"
    assert ours["Content-Disposition"].startswith("inline")
    assert at_the_door(neighbour).get(address).status_code == 404


def test_a_paper_of_another_case_or_a_guessed_start_is_not_found(draft, browser, clerk):
    stray = factories.paper(clerk, b"stray")
    for key in (stray.sha256[:16], "", "0" * 16, Material.objects.first().paper.sha256[:3]):
        assert browser.get(f"/portal/papers/{draft.reference}/{key}/").status_code == 404


def test_a_year_that_is_not_asked_for_is_not_found(draft, browser):
    assert browser.get(f"/portal/applications/{draft.reference}/figures/2019/").status_code == 404


def test_a_membership_that_ended_opens_nothing(draft, clerk, browser, today):
    clerk.memberships.update(until=today.replace(day=1))

    assert browser.get(f"/portal/applications/{draft.reference}/").status_code == 403


@pytest.mark.parametrize(
    "address",
    [
        "/portal/batches/a%00b/",
        "/portal/letters/recognised/2026-06-15/a%00b/",
        "/portal/applications/a%00b/",
        "/portal/applications/NO2SUCHCASE2/",
        "/portal/applications/../../etc/",
        "/portal/papers/NO2SUCHCASE2/0000000000000000/",
    ],
)
def test_a_hostile_address_finds_nothing(browser, address):
    assert browser.get(address).status_code in (400, 404)
