"""The enterprises' door as its people find it: logged in, with a case in hand."""

import re

import pytest
from django.test import Client

from certifications import drafting, workflow
from tests import factories

MODEL_BACKEND = "django.contrib.auth.backends.ModelBackend"
DEFECTS = [
    {"item": "rd_audit", "says": "第 3 页模糊", "remedy": "请重新扫描"},
    {"item": "revenue-2025", "says": "与审计报告不一致", "remedy": "请更正或说明"},
]


@pytest.fixture
def at_the_door():
    """A browser in which a person is logged in."""

    def enter(user) -> Client:
        client = Client()
        client.force_login(user, backend=MODEL_BACKEND)
        return client

    return enter


@pytest.fixture
def browser(at_the_door, clerk) -> Client:
    return at_the_door(clerk)


@pytest.fixture
def empty_draft(firm, clerk, today):
    """A draft for the SRDI title into which nothing was filled but what the register knows."""
    batch = factories.batch("srdi_sme", today)
    return drafting.open_application(firm, batch, by=clerk, today=today)


@pytest.fixture
def returned(walked, laoshan_officer, today):
    """A case sent back with two defects."""
    return workflow.advance(
        walked("district_review"),
        "return_for_correction",
        by=laoshan_officer,
        today=today,
        note="两处需补正",
        details={"defects": DEFECTS},
    )


@pytest.fixture
def neighbour(db):
    """Somebody of another enterprise."""
    firm = factories.enterprise("青岛海晏新材料股份有限公司", 2)
    return factories.member(factories.person("neighbour", "邻家"), firm)


def words(response) -> str:
    """What a reader sees of a page, without tags, blanks folded."""
    page = response.content.decode()
    page = re.sub(r"<(script|style|svg).*?</\1>", "", page, flags=re.DOTALL)
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", page))
