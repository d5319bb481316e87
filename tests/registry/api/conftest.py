"""A statistics office's machine with its key, and a small city on the seeded law."""

from datetime import date

import pytest
from django.core.cache import cache
from django.test import Client

from enterprises.api_keys import key_hash
from enterprises.models import ApiClient, Chain, ChainLink
from tests.registry.conftest import City

KEY = "stats001.a-secret-of-the-statistics-office"


@pytest.fixture
def city(db) -> City:
    return City()


@pytest.fixture
def town(city):
    """Four firms: two high-tech in 崂山 (one also SRDI), one in 即墨, one without a title."""
    sensors = city.enterprise("青岛澄明传感技术有限公司", district="370212", industry="39")
    motors = city.enterprise("青岛远山电机有限公司", district="370212", industry="38")
    boats = city.enterprise("青岛行舟船舶科技有限公司", district="370215", industry="37")
    city.enterprise("青岛素履贸易有限公司", district="370214")
    city.certifies(
        sensors, "high_tech", date(2024, 11, 4), date(2027, 11, 3), number="GR202437100001"
    )
    city.certifies(sensors, "srdi_sme", date(2025, 7, 1), date(2028, 6, 30), number="SRDI-1")
    city.certifies(
        motors, "high_tech", date(2025, 12, 8), date(2028, 12, 7), number="GR202537100002"
    )
    city.certifies(
        boats, "high_tech", date(2022, 12, 12), date(2025, 12, 11), number="GR202237100003"
    )
    chain = Chain.objects.filter(code="rail_transit").first()
    ChainLink.objects.create(enterprise=sensors, chain=chain)
    return city


@pytest.fixture(autouse=True)
def quiet_throttle():
    """Each test starts with a fresh count of questions."""
    cache.clear()


@pytest.fixture
def client_row(db) -> ApiClient:
    return ApiClient.objects.create(
        name="青岛市统计局", prefix="stats001", key_hash=key_hash(KEY), since=date(2026, 1, 1)
    )


@pytest.fixture
def ask(client_row):
    """Asks with the key; words with `None` are left out."""

    def asking(path: str, language: str = "", **words):
        headers = {"Authorization": f"Api-Key {KEY}"}
        if language:
            headers["Accept-Language"] = language
        return Client(headers=headers).get(f"/api/v1/{path}", words)

    return asking


@pytest.fixture
def rows(ask):
    """The rows of a good answer."""

    def asking(path: str, **words):
        answer = ask(path, **words)
        assert answer.status_code == 200, answer.content.decode()
        return answer.json()["results"]

    return asking
