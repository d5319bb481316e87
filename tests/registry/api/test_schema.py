"""The OpenAPI description: valid, committed, and true of every answer."""

from pathlib import Path

import jsonschema
import pytest
import yaml
from django.conf import settings
from django.core.management import call_command
from django.test import Client
from drf_spectacular.validation import validate_schema

COMMITTED = Path(settings.BASE_DIR) / "docs" / "api" / "openapi.yaml"
ANSWERS = {
    "": "Index",
    "districts/": "Districts",
    "facts/": "Facts",
    "schemes/": "Schemes",
    "schemes/high_tech/": "OneScheme",
    "schemes/srdi_sme/editions/": "Editions",
    "schemes/srdi_sme/editions/2026/": "OneEdition",
    "schemes/srdi_sme/editions/2022/differences/2026/": "Differences",
    "enterprises/": "Enterprises",
    "enterprises/{credit_code}/": "OneEnterprise",
    "certifications/": "Certifications",
    "indicators/": "Indicators",
    "indicators/gazelles/": "OneIndicator",
    "indicators/high_tech_enterprises/observations/": "Observations",
    "indicators/tsingtao_beer_output/observations/?period=2024": "Observations",
    "indicators/high_tech_enterprises/observations/?by=district,industry,section": "Observations",
    "targets/?period=2024": "Targets",
}


@pytest.fixture(scope="module")
def described(tmp_path_factory) -> dict:
    path = tmp_path_factory.mktemp("api") / "openapi.yaml"
    call_command("spectacular", file=str(path), fail_on_warn=True)
    return yaml.safe_load(path.read_text())


def test_the_description_is_valid_openapi(described):
    validate_schema(described)


def test_the_committed_description_is_the_present_one(described):
    says = "manage.py spectacular --file docs/api/openapi.yaml"
    assert yaml.safe_load(COMMITTED.read_text()) == described, says


@pytest.mark.parametrize("path", ANSWERS)
def test_every_answer_has_the_shape_that_is_described(town, ask, described, path):
    code = ask("enterprises/").json()["results"][0]["credit_code"]
    shape = _shape_of(described, ANSWERS[path])

    answer = ask(path.format(credit_code=code)).json()

    jsonschema.validate(answer, {**shape, "components": described["components"]})
    assert answer.keys() == _properties(described, shape)


def test_a_self_check_is_asked_and_answered_as_described(client, db, described):
    asked = {"scheme": "srdi_sme", "facts": {"niche_years": "1", "employees": [60]}}

    answer = client.post("/api/v1/self-check/", asked, content_type="application/json").json()

    shape = _shape_of(described, "SelfCheck")
    body = described["paths"]["/api/v1/self-check/"]["post"]["requestBody"]["content"]
    components = {"components": described["components"]}
    jsonschema.validate(asked, {**body["application/json"]["schema"], **components})
    jsonschema.validate(answer, {**shape, **components})
    assert answer["gaps"]
    assert answer.keys() == _properties(described, shape)


def test_every_row_holds_exactly_the_members_described(town, rows, described):
    row = rows("certifications/")[0]

    assert row.keys() == described["components"]["schemas"]["Certification"]["properties"].keys()


def test_a_refusal_has_the_shape_that_is_described(ask, described):
    problem = described["components"]["schemas"]["Problem"]

    jsonschema.validate(ask("targets/", period="x").json(), problem)


def test_description_and_readable_docs_are_open_to_everyone(db):
    description, docs = Client().get("/api/v1/schema/"), Client().get("/api/v1/docs/")

    assert description.status_code == docs.status_code == 200
    assert "https://" not in docs.content.decode()
    assert "<script>" not in docs.content.decode()


def test_the_readable_docs_list_every_address_without_scripts(db, described):
    text = Client().get("/api/v1/docs/").content.decode()

    for path, methods in described["paths"].items():
        for method in methods:
            assert f"{method.upper()} {path}<" in text
    assert "小数（unit 为 share）：0.15 即 15%" in text


def _shape_of(described: dict, operation: str) -> dict:
    for path in described["paths"].values():
        for method in path.values():
            if method["operationId"] == operation:
                return method["responses"]["200"]["content"]["application/json"]["schema"]
    raise LookupError(operation)


def _properties(described: dict, shape: dict) -> set:
    name = shape["$ref"].rpartition("/")[2]
    return described["components"]["schemas"][name]["properties"].keys()
