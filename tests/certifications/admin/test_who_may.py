"""Who may see and do what with a case: two titles under different offices, everyone, every step."""

import pytest

from certifications import workflow
from certifications.models import Application
from certifications.states import State
from enterprises.models import JournalEntry, Posting
from tests import factories

SEES, NOT_FOUND, SIGN_IN, NOT_AN_OFFICER = 200, 404, 302, 403
DONE, NOT_YOURS, NOT_NOW = 302, 403, 409

# who knocks: at a high-tech case (science bureaux), at a 专精特新 case (SME bureaux), both of 崂山
PEOPLE = {
    "laoshan_officer": (SEES, NOT_FOUND),
    "laoshan_supervisor": (SEES, NOT_FOUND),
    "laoshan_industry_officer": (NOT_FOUND, SEES),
    "jimo_officer": (NOT_FOUND, NOT_FOUND),
    "city_officer": (SEES, NOT_FOUND),
    "city_sme_officer": (NOT_FOUND, SEES),
    "statistician": (NOT_FOUND, NOT_FOUND),
    "auditor": (NOT_FOUND, NOT_FOUND),
    "administrator": (NOT_FOUND, NOT_FOUND),
    "clerk": (NOT_AN_OFFICER, NOT_AN_OFFICER),
    "stranger": (NOT_AN_OFFICER, NOT_AN_OFFICER),
    None: (SIGN_IN, SIGN_IN),
}
DISTRICT_STEPS = (
    "refuse_acceptance",
    "return_for_correction",
    "recommend",
    "not_recommend",
)
CITY_STEPS = ("record_review", "decline", "open_notice", "recognise", "decline_after_objection")
ENTERPRISE_STEPS = ("submit", "withdraw", "resubmit")
STEPS = (*CITY_STEPS, *ENTERPRISE_STEPS, *DISTRICT_STEPS, "accept")


@pytest.fixture
def cases(draft, srdi_draft, clerk, today):
    """Both waiting for acceptance."""
    told = {"undertaking": True}
    return [
        workflow.advance(each, "submit", by=clerk, today=today, details=told)
        for each in (draft, srdi_draft)
    ]


@pytest.fixture
def somebody(request):
    return lambda name: request.getfixturevalue(name) if name else None


def journal_of(case) -> int:
    return JournalEntry.objects.filter(subject=case.subject).count()


@pytest.mark.parametrize("name", PEOPLE, ids=str)
def test_the_case_page_opens_for_its_own_offices_only(name, cases, somebody, door, case_url):
    browser = door(somebody(name))

    answers = tuple(browser.get(case_url(case)).status_code for case in cases)

    assert answers == PEOPLE[name]


@pytest.mark.parametrize("name", PEOPLE, ids=str)
def test_a_paper_opens_for_the_offices_of_its_case_only(name, cases, somebody, door, case_url):
    browser = door(somebody(name))
    papers = [case.materials.order_by("pk")[0].paper.sha256 for case in cases]

    answers = tuple(
        browser.get(case_url(case, "paper", sha256)).status_code
        for case, sha256 in zip(cases, papers, strict=True)
    )

    assert answers == PEOPLE[name]


@pytest.mark.parametrize("name", PEOPLE, ids=str)
def test_the_list_holds_the_cases_of_its_own_offices_only(name, cases, somebody, door):
    answer = door(somebody(name)).get("/admin/certifications/application/")

    expected = PEOPLE[name]
    if SEES not in expected:
        assert answer.status_code in (200, 302, 403)
    for case, seen in zip(cases, expected, strict=True):
        assert (case.reference in answer.content.decode()) is (seen == SEES)


def heard(name: str | None, which: int, step: str) -> int:
    """What somebody hears who tries a step on a case that waits for acceptance."""
    seen = PEOPLE[name][which]
    if seen != SEES:
        return seen
    owner = name in ("laoshan_officer", "laoshan_supervisor", "laoshan_industry_officer")
    if step == "accept" and owner:
        return DONE
    if step in DISTRICT_STEPS and owner:
        return 422 if step == "refuse_acceptance" else NOT_NOW
    if step in CITY_STEPS and not owner:
        return NOT_NOW
    return NOT_YOURS


@pytest.mark.parametrize("name", PEOPLE, ids=str)
def test_a_step_is_taken_by_the_right_person_at_the_right_moment_only(
    name, cases, somebody, door, case_url
):
    browser = door(somebody(name))
    for which, case in enumerate(cases):
        for step in STEPS:
            before = journal_of(case)

            answer = browser.post(case_url(case, "step", step))

            expected = heard(name, which, step)
            done = bool(name) and expected == DONE
            state = Application.objects.get(pk=case.pk).state
            assert answer.status_code == expected, step
            assert state == (State.DISTRICT_REVIEW if done else State.SUBMITTED), step
            assert journal_of(case) == before + done, step


def test_a_refusal_names_the_office_that_may(cases, door, case_url, city_officer):
    answer = door(city_officer).post(case_url(cases[0], "step", "accept"))

    assert "“受理”由区市主管部门的经办人（崂山区科学技术局）办理" in answer.content.decode()


def test_a_draft_is_private_to_the_enterprise(draft, door, case_url, laoshan_officer, city_officer):
    assert door(laoshan_officer).get(case_url(draft)).status_code == 404
    assert door(city_officer).get(case_url(draft)).status_code == 404


def test_a_post_that_ended_yesterday_opens_nothing(cases, door, case_url, laoshan_officer, today):
    Posting.objects.filter(user=laoshan_officer).update(until=today.replace(day=14))

    browser = door(laoshan_officer)

    assert browser.get("/admin/").status_code == 403
    assert browser.get(case_url(cases[0])).status_code == 403
    assert "您今天没有登记任何岗位" in browser.get("/admin/").content.decode()


def test_a_superuser_without_a_post_sees_nothing(cases, door, case_url):
    root = factories.person("root", "超级用户")
    root.is_superuser = root.is_staff = True
    root.save()

    browser = door(root)

    assert browser.get("/admin/").status_code == 403
    assert browser.get(case_url(cases[0])).status_code == 403


def test_an_inactive_officer_is_asked_to_sign_in(cases, door, case_url, laoshan_officer):
    browser = door(laoshan_officer)
    laoshan_officer.is_active = False
    laoshan_officer.save()

    assert browser.get(case_url(cases[0])).status_code == 302


def test_working_at_one_office_and_counting_at_another_opens_only_the_first(
    cases, door, case_url, laoshan_officer
):
    factories.post(laoshan_officer, "laoshan_industry", Posting.Role.STATISTICIAN)

    browser = door(laoshan_officer)

    assert browser.get(case_url(cases[0])).status_code == 200
    assert browser.get(case_url(cases[1])).status_code == 404


def test_an_officer_who_is_also_a_clerk_does_not_meet_their_firm_in_the_admin(
    draft, door, case_url, firm
):
    both = factories.member(factories.person("both", "两头忙"), firm)
    factories.post(both, "jimo_science")

    assert door(both).get(case_url(draft)).status_code == 404
