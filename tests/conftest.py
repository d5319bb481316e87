"""The people: a clerk, officers of two districts and two bureaux, and a stranger; and the city."""

from datetime import date

import pytest
from django.core.cache import cache
from django.core.management import call_command

from certifications import drafting
from certifications.models import Application
from enterprises.models import Enterprise, Membership, Posting, User
from tests import factories


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup, django_db_blocker):
    """The law, the places and the promises are loaded once for the whole session."""
    with django_db_blocker.unblock():
        call_command("seed", verbosity=0)


@pytest.fixture
def today() -> date:
    """A Monday with no holiday near."""
    return date(2026, 6, 15)


@pytest.fixture(autouse=True)
def stand_on_today(settings, today):
    """The doors read the same day that the tests speak of."""
    settings.REGISTRY_TODAY = today


@pytest.fixture(autouse=True)
def forgetful():
    """What is counted by address starts anew with each test."""
    cache.clear()


@pytest.fixture
def firm(db, today) -> Enterprise:
    """A sensor maker in 崂山 that meets the rules of all four walked schemes."""
    return factories.with_figures(factories.enterprise(), today.year - 1)


@pytest.fixture
def clerk(firm) -> User:
    return factories.member(factories.person("clerk", "王晓"), firm)


@pytest.fixture
def filler(firm) -> User:
    """A colleague who may fill but not submit."""
    return factories.member(factories.person("filler", "小赵"), firm, Membership.Role.FILL)


@pytest.fixture
def laoshan_officer(db) -> User:
    return factories.post(factories.person("laoshan", "李科"), "laoshan_science")


@pytest.fixture
def laoshan_supervisor(db) -> User:
    user = factories.person("laoshan_head", "周主任")
    return factories.post(user, "laoshan_science", Posting.Role.SUPERVISOR)


@pytest.fixture
def laoshan_industry_officer(db) -> User:
    return factories.post(factories.person("laoshan_industry", "孙工"), "laoshan_industry")


@pytest.fixture
def jimo_officer(db) -> User:
    return factories.post(factories.person("jimo", "于科"), "jimo_science")


@pytest.fixture
def city_officer(db) -> User:
    return factories.post(factories.person("city", "张处"), "city_science")


@pytest.fixture
def city_sme_officer(db) -> User:
    return factories.post(factories.person("city_sme", "刘处"), "city_private_economy")


@pytest.fixture
def rule_keeper(db) -> User:
    """Of the policy desk of the science bureau."""
    return factories.post(factories.person("rules", "柯守正"), "city_science", Posting.Role.POLICY)


@pytest.fixture
def rule_colleague(db) -> User:
    """At the same desk: the second pair of eyes."""
    return factories.post(factories.person("rules2", "顾修明"), "city_science", Posting.Role.POLICY)


@pytest.fixture
def sme_rule_keeper(db) -> User:
    """Of the policy desk of the private economy bureau."""
    user = factories.person("sme_rules", "蓝知规")
    return factories.post(user, "city_private_economy", Posting.Role.POLICY)


@pytest.fixture
def statistician(db) -> User:
    user = factories.person("statistician", "陈统计")
    return factories.post(user, "city_statistics", Posting.Role.STATISTICIAN)


@pytest.fixture
def auditor(db) -> User:
    return factories.post(
        factories.person("auditor", "审计员"), "city_science", Posting.Role.AUDITOR
    )


@pytest.fixture
def administrator(db) -> User:
    user = factories.person("administrator", "系统管理员")
    return factories.post(user, "city_science", Posting.Role.ADMINISTRATOR)


@pytest.fixture
def stranger(db) -> User:
    return factories.person("stranger", "路人")


@pytest.fixture
def draft(firm, clerk, today) -> Application:
    """A filled draft for the high-tech title."""
    opened = drafting.open_application(
        firm, factories.batch("high_tech", today), by=clerk, today=today
    )
    return factories.fill(opened, by=clerk, today=today)


@pytest.fixture
def srdi_draft(firm, clerk, today) -> Application:
    """A filled draft for 专精特新; the firm holds the base title."""
    opened = drafting.open_application(
        firm, factories.batch("srdi_sme", today), by=clerk, today=today
    )
    return factories.fill(opened, by=clerk, today=today)


@pytest.fixture
def walked(draft, clerk, laoshan_officer, city_officer, today):
    """Walks the high-tech draft to a state."""

    def to(state):
        return factories.walk(
            draft, state, clerk=clerk, district=laoshan_officer, city=city_officer, today=today
        )

    return to
