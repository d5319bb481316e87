"""Is a published edition kept as it was published, to the last digit?"""

import copy
import json
from datetime import date
from decimal import Decimal

import pytest
from django.core.management import CommandError, call_command

import seeds
from certifications import loading
from certifications.editions import limit
from certifications.loading import CasesFail, EditionEdited, as_json, edition_fields
from certifications.models import Edition, Scheme
from enterprises.models import JournalEntry

pytestmark = pytest.mark.django_db


def test_every_rule_file_is_an_edition_and_a_second_load_changes_nothing():
    schemes, editions, _local = loading.load()

    assert editions.seen == set(seeds.editions())
    assert not (schemes.created | schemes.updated | editions.created | editions.updated)
    assert Scheme.objects.get(code="high_tech").recognised_by == "青岛市科学技术局"


def publish(rules: dict[str, object]) -> Edition:
    """Let the register hold another text than the file, as if the file had been edited since."""
    edition = Edition.objects.get(scheme__code=rules["scheme"], code=rules["edition"])
    Edition.objects.filter(pk=edition.pk).update(**edition_fields(rules, edition.scheme))
    return Edition.objects.get(pk=edition.pk)


def high_tech() -> dict[str, object]:
    return copy.deepcopy(seeds.edition("high_tech", "2016"))


def test_an_edited_file_of_a_published_edition_is_refused_and_nothing_is_loaded():
    rules = high_tech()
    rules["criteria"][0]["says_zh"] = "旧的写法"
    published = publish(rules)
    Scheme.objects.filter(code="tech_sme").update(name_en="x")

    with pytest.raises(EditionEdited, match=r"schemes/high_tech/2016\.yaml.*另建新版本文件"):
        loading.load()
    with pytest.raises(CommandError, match="该版本已发布"):
        call_command("seed", verbosity=0)

    assert Edition.objects.get(pk=published.pk).digest == published.digest
    assert Scheme.objects.get(code="tech_sme").name_en == "x"


def test_ending_an_edition_is_not_editing_it():
    rules = high_tech()
    rules["in_force"]["until"] = date(2030, 1, 1)
    edition = publish(rules)

    _schemes, editions, _local = loading.load()

    edition.refresh_from_db()
    assert editions.updated == {("high_tech", "2016")}
    assert edition.in_force_until is None


def test_an_edition_in_an_older_notation_is_written_anew_once_and_the_journal_says_so():
    rules = high_tech()
    rules["criteria"][0]["says_zh"] = "旧的写法"
    edition = publish(rules)
    Edition.objects.filter(pk=edition.pk).update(notation=1)

    _schemes, editions, _local = loading.load()

    assert editions.updated == {("high_tech", "2016")}
    entry = JournalEntry.objects.get(subject="edition/high_tech/2016", deed="rewrite_edition")
    assert entry.detail["before"] == edition.digest
    assert Edition.objects.get(pk=edition.pk).digest == entry.detail["after"]
    assert not loading.load()[1].updated


def test_an_edition_whose_own_case_fails_is_not_published(db):
    rules = high_tech()
    rules["edition"], rules["in_force"] = "2030", {"from": date(2030, 1, 1)}
    rules["cases"]["list"][0]["expect"] = {"verdict": "not_met"}
    scheme = Scheme.objects.get(code="high_tech")

    with pytest.raises(CasesFail, match="总的结论 应为 不符合，实为 符合"):
        loading.publish_edition(edition_fields(rules, scheme))

    assert not scheme.editions.filter(code="2030").exists()


def test_more_cases_are_no_change_of_the_law():
    rules = high_tech()
    before = loading.digest(loading.as_json(rules))
    rules["cases"] = {"base": {}, "list": []}

    assert loading.digest(loading.as_json(rules)) == before


def every_amount(value: object) -> list[dict[str, object]]:
    """In an order that PostgreSQL, which sorts keys its own way, cannot disturb."""
    if isinstance(value, dict):
        own = [value] if value.keys() == {"amount", "unit"} else []
        return own + [found for _key, each in sorted(value.items()) for found in every_amount(each)]
    if isinstance(value, list):
        return [found for each in value for found in every_amount(each)]
    return []


@pytest.mark.parametrize(("scheme", "name"), seeds.editions())
def test_each_amount_of_each_edition_comes_back_exactly(scheme, name):
    rules = seeds.edition(scheme, name)
    stored = json.loads(json.dumps(Edition.objects.get(scheme__code=scheme, code=name).rules))

    before, after = every_amount(rules), every_amount(stored)

    assert [limit(each) for each in after] == [seeds.amount(each, "") for each in before]


def test_a_share_stays_the_text_that_the_law_writes():
    assert as_json(seeds.parse("value: 60%")) == {"value": "60%"}
    assert as_json(seeds.parse("value: 0.5%")) == {"value": "0.5%"}
    assert limit("60%") == Decimal("0.6")


def test_days_and_decimals_become_text():
    rules = seeds.parse("{from: 2016-01-01, value: {amount: 1.5, unit: 亿元}, points: 20}")

    assert as_json(rules) == {
        "from": "2016-01-01",
        "value": {"amount": "1.5", "unit": "亿元"},
        "points": 20,
    }
    assert limit(as_json(rules)["value"]) == Decimal(150_000_000)
