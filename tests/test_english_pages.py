"""Who chose English meets no Chinese but the city's data: names, document numbers, quotations."""

import pytest
from babel.messages.mofile import write_mo
from django.test import Client
from django.urls import reverse

from certifications import workflow
from certifications.models import Notice
from config import messages
from tests import english_pages
from tests.english_pages import left_in_chinese

MODEL_BACKEND = "django.contrib.auth.backends.ModelBackend"
ON_THE_ROAD = ("draft", "submitted", "district_review", "expert_review", "public_notice")
DEFECTS = [{"item": "rd_audit", "says": "Page 3 is blurred", "remedy": "Scan it again"}]


@pytest.fixture(scope="module")
def compiled(tmp_path_factory):
    """The catalogue as it stands, compiled now: the tests do not lean on `make`."""
    folder = tmp_path_factory.mktemp("locale")
    target = folder / "en" / "LC_MESSAGES" / "django.mo"
    target.parent.mkdir(parents=True)
    with target.open("wb") as file:
        write_mo(file, messages.english())
    return folder


@pytest.fixture(autouse=True)
def speak_english(settings, compiled):
    settings.LOCALE_PATHS = [compiled]
    settings.SITE = dict.fromkeys(settings.SITE, "as set by the host")


@pytest.fixture
def reader():
    """A browser whose owner, known or not, chose English."""

    def enter(user=None) -> Client:
        client = Client()
        client.cookies["language"] = "en"
        if user:
            user.language = "en"
            user.save(update_fields=["language"])
            client.force_login(user, backend=MODEL_BACKEND)
        return client

    return enter


def assert_english(response, *, both=False):
    assert response.status_code == 200, response
    assert response.headers["Content-Language"] == "en"
    assert left_in_chinese(response.content.decode(), english_pages.data(both=both)) == []


@pytest.mark.django_db
@pytest.mark.parametrize(
    "address", ["/", "/?year=2024", "/register/", "/notices/", "/verify/", "/login/"]
)
def test_the_window_speaks_english(reader, address):
    assert_english(reader().get(address))


@pytest.mark.django_db
@pytest.mark.parametrize(
    "address",
    [
        "/rules/", "/rules/tech_sme/", "/rules/srdi_sme/2022/", "/rules/little_giant/2022/",
        "/rules/high_tech/", "/rules/eaglet/", "/rules/srdi_sme/2022/compare/2026/",
        "/self-check/", "/self-check/high_tech/",
    ],
)  # fmt: skip
def test_the_rules_speak_english(reader, address):
    assert_english(reader().get(address))


@pytest.mark.django_db
@pytest.mark.parametrize("address", ["/self-check/", "/self-check/tech_sme/"])
def test_a_self_check_is_answered_in_english(reader, address):
    answers = {"employees-2025": "501", "tech_staff-2025": "160", "registered_on": "2026-01-10"}

    assert_english(reader().post(address, answers))


@pytest.mark.django_db
def test_a_promise_and_its_figure_speak_english(reader):
    assert_english(reader().get("/commitments/2024/high_tech_enterprises/"))
    assert_english(reader().get("/indicators/srdi_new/"))


@pytest.mark.django_db
@pytest.mark.parametrize("address", ["/no/such/page/", "/verify/GR000/"])
def test_what_is_not_there_is_said_in_english(reader, address):
    response = reader().get(address)

    assert response.status_code == 404
    assert left_in_chinese(response.content.decode(), english_pages.data()) == []


@pytest.mark.parametrize("state", ON_THE_ROAD)
def test_the_enterprise_follows_its_case_in_english(reader, walked, clerk, state):
    application = walked(state)
    client = reader(clerk)

    assert_english(client.get(reverse("portal:home")))
    assert_english(client.get(reverse("portal:application", args=[application.reference])))


def test_the_enterprise_fills_in_and_checks_in_english(reader, draft, clerk, today):
    client, reference = reader(clerk), draft.reference

    for name in ("statements", "materials", "check"):
        assert_english(client.get(reverse(f"portal:{name}", args=[reference])))
    assert_english(client.get(reverse("portal:figures", args=[reference, today.year - 1])))
    assert_english(client.get(reverse("portal:batch", args=[draft.batch.code])))
    for name in ("register", "letters"):
        assert_english(client.get(reverse(f"portal:{name}")))


@pytest.fixture
def returned(walked, laoshan_officer, today):
    return workflow.advance(
        walked("district_review"),
        "return_for_correction",
        by=laoshan_officer,
        today=today,
        note="One defect",
        details={"defects": DEFECTS},
    )


def test_a_returned_case_is_corrected_in_english(reader, returned, clerk, laoshan_officer):
    client, reference = reader(clerk), returned.reference

    for name in ("application", "defects", "receipt", "withdraw"):
        assert_english(client.get(reverse(f"portal:{name}", args=[reference])))
    case = reverse("admin:certifications_application_case", args=[reference])
    assert_english(reader(laoshan_officer).get(case))


@pytest.mark.parametrize("state", ("submitted", "district_review"))
def test_the_district_officer_works_in_english(reader, walked, laoshan_officer, state):
    application = walked(state)
    client = reader(laoshan_officer)

    assert_english(client.get("/admin/"))
    assert_english(client.get(reverse("admin:certifications_application_changelist")))
    case = reverse("admin:certifications_application_case", args=[application.reference])
    assert_english(client.get(case))


def test_the_city_officer_gives_notice_in_english(reader, walked, city_officer):
    application = walked("public_notice")
    client = reader(city_officer)

    case = reverse("admin:certifications_application_case", args=[application.reference])
    assert_english(client.get(case))
    assert_english(reader().get(reverse("notice", args=[Notice.objects.get().key])))


def test_a_step_at_the_wrong_moment_is_refused_in_english(reader, draft, clerk):
    client = reader(clerk)

    response = client.post(reverse("portal:check", args=[draft.reference]), {}, follow=True)

    assert left_in_chinese(response.content.decode(), english_pages.data()) == []


@pytest.mark.parametrize("person", ["administrator", "statistician", "city_sme_officer"])
def test_the_desks_of_the_admin_speak_english(reader, request, person):
    client = reader(request.getfixturevalue(person))
    page = client.get("/admin/").content.decode()

    for address in english_pages.desks(page):
        assert_english(client.get(address), both=True)
