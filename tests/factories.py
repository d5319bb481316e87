"""Builds the small city that tests live in: enterprises that meet the rules, cases that walk."""

from datetime import date
from decimal import Decimal
from io import BytesIO

from django.core.files.uploadedfile import SimpleUploadedFile

from certifications import drafting, editions, workflow
from certifications.models import Application, Batch, Scheme
from certifications.states import State
from enterprises import papers
from enterprises.clock import now
from enterprises.credit_code import check_character
from enterprises.figures import state_figures
from enterprises.models import (
    District,
    Enterprise,
    IntellectualProperty,
    Membership,
    NameSpan,
    Office,
    Posting,
    Residence,
    User,
)

WAN = Decimal(10_000)
PDF = b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"

FIGURES = {
    "revenue": 3000 * WAN, "main_revenue": 2700 * WAN, "main_product_revenue": 2000 * WAN,
    "hightech_income": 2400 * WAN, "total_income": 3050 * WAN, "rd_spend": 240 * WAN,
    "rd_spend_domestic": 240 * WAN, "costs_and_expenses": 2500 * WAN, "total_assets": 4000 * WAN,
    "total_liabilities": 1500 * WAN, "net_assets": 2500 * WAN, "net_profit": 300 * WAN,
    "new_equity": Decimal(0), "employees": 60, "tech_staff": 18, "rd_staff": 15,
}  # fmt: skip
CLAIMS = {
    "sound_accounts": "yes", "product_allowed": "yes", "clean_conduct": "yes",
    "national_award_5y": "no", "led_standard_5y": "no", "owns_core_ip": "yes",
    "conversions_per_year": "4", "took_part_in_standard": "no", "niche_years": "6",
    "quality_score": "66", "quality_score_prev": "61", "ip_in_use": "yes", "provincial_award_3y_top3": "no",
}  # fmt: skip


def code(serial: int, division: str = "370212") -> str:
    """A valid credit code that nobody has."""
    first = f"91{division}MATEST{serial:03d}".replace("S", "Q")
    return first + check_character(first)


def person(username: str, full_name: str) -> User:
    return User.objects.create_user(username, password="a-quiet-password", full_name=full_name)


def post(user: User, office: str, role: str = Posting.Role.REVIEWER) -> User:
    Posting.objects.create(
        user=user, office=Office.objects.get(code=office), role=role, since=date(2020, 1, 1)
    )
    return user


def member(user: User, enterprise: Enterprise, role: str = Membership.Role.SUBMIT) -> User:
    Membership.objects.create(user=user, enterprise=enterprise, role=role, since=date(2020, 1, 1))
    return user


def enterprise(
    name: str = "青岛澄明传感技术有限公司", serial: int = 1, district: str = "370212"
) -> Enterprise:
    """A firm founded in 2015 that meets every figure of the four walked schemes."""
    made = Enterprise.objects.create(
        credit_code=code(serial, district), name=name, registered_on=date(2015, 3, 2)
    )
    NameSpan.objects.create(enterprise=made, name=name, since=made.registered_on)
    Residence.objects.create(
        enterprise=made, district=District.objects.get(code=district), since=made.registered_on
    )
    IntellectualProperty.objects.create(
        enterprise=made, kind="invention", number=f"ZL2019{serial:08d}", title="一种传感方法",
        granted_on=date(2021, 5, 6), origin="own",
    )  # fmt: skip
    return made


def with_figures(firm: Enterprise, last_year: int, **changes: object) -> Enterprise:
    """Figures of three years, the last with the changes."""
    for year in range(last_year - 2, last_year + 1):
        values = FIGURES | (changes if year == last_year else {})
        state_figures(firm, year, values, by=None, at=now(), source="test")
    return firm


def batch(scheme: str, today: date) -> Batch:
    """A batch of the scheme that is open today."""
    found = Scheme.objects.get(code=scheme)
    made, _created = Batch.objects.get_or_create(
        code=f"{scheme}-{today.year}",
        defaults={
            "scheme": found, "edition": editions.edition_for(found, "new", today), "kind": "new",
            "name_zh": f"{today.year}年{found.name_zh}申报", "name_en": f"{found.name_en} {today.year}",
            "opens_on": today.replace(month=1, day=1), "closes_on": today.replace(month=12, day=31),
        },
    )  # fmt: skip
    return made


def paper(by: User, words: bytes = b"") -> object:
    """A stored PDF; different words make a different paper."""
    return papers.store(SimpleUploadedFile("材料.pdf", PDF + b"% " + words + b"\n"), by=by)


def fill(application: Application, *, by: User, today: date) -> Application:
    """Fill everything that the edition asks for."""
    with_figures(application.enterprise, today.year - 1)
    asked = editions.statements_asked(application.edition)
    drafting.save_claims(
        application, {fact: CLAIMS.get(fact, "no") for fact in asked}, by=by, today=today
    )
    for need in editions.requirements(application.edition):
        if need.required:
            drafting.attach(
                application, need.code, paper(by, need.code.encode()), f"{need.code}.pdf",
                by=by, today=today,
            )  # fmt: skip
    return Application.objects.get(pk=application.pk)


def judged(application: Application) -> dict[str, bool]:
    """Every judged criterion of the edition, judged met."""
    return {item["code"]: True for item in application.edition.rules["criteria"]}


def notice_end(application: Application) -> date:
    return application.notice_entry.notice.ends_on


ROAD = ("submit", "accept", "recommend", "record_review", "open_notice")
AFTER = {
    State.DRAFT: 0, State.SUBMITTED: 1, State.DISTRICT_REVIEW: 2, State.CITY_CHECK: 3,
    State.THIRD_PARTY_REVIEW: 3, State.EXPERT_REVIEW: 3, State.REVIEWED: 4, State.PUBLIC_NOTICE: 5,
}  # fmt: skip


def walk(
    application: Application, to: State, *, clerk: User, district: User, city: User, today: date
) -> Application:
    """Get to a state by walking there."""
    who = {"submit": clerk, "accept": district, "recommend": district}
    details = {
        "submit": {"undertaking": True},
        "record_review": {"outcome": "passed", "score": "82", "judgements": judged(application)},
        "open_notice": {"starts_on": today},
    }
    for step in ROAD[: AFTER[to]]:
        application = workflow.advance(
            application, step, by=who.get(step, city), today=today, details=details.get(step)
        )
    return application


def recognise(
    application: Application, by: User, today: date, number: str = "GR202637100001"
) -> Application:
    """The last step, with a number."""
    details = {"number": number, "issued_on": today, "announced_on": None}
    return workflow.advance(application, "recognise", by=by, today=today, details=details)


def upload(name: str = "a.pdf", content: bytes = PDF) -> SimpleUploadedFile:
    return SimpleUploadedFile(name, BytesIO(content).read())
