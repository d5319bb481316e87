"""The report and the reported figures, from their files into rows."""

from datetime import date
from decimal import Decimal as D

import pytest

from enterprises.clock import now
from enterprises.models import Office
from registry.loading import UnknownOffice, load
from registry.models import Commitment, ReportedFigure


@pytest.fixture(autouse=True)
def nothing_promised_yet(db):
    Commitment.objects.all().delete()
    ReportedFigure.objects.all().delete()


def test_the_eleven_promises_of_2024_are_loaded_with_their_words():
    load(now=now())

    promises = Commitment.objects.filter(year=2024, reading="quantified")
    assert promises.count() == 11
    chains = promises.get(indicator="advantage_chain_scale")
    assert (chains.value, chains.unit) == (D(1_000_000_000_000), "元")
    assert (chains.comparison, chains.comparison_word) == ("more_than", "突破")
    assert promises.get(indicator="rd_body_coverage").value == 1
    assert promises.get(indicator="strategic_investment_growth").value == D("0.15")
    assert promises.get(indicator="high_tech_enterprises").responsible.code == "city_science"


def test_every_sentence_that_is_not_ours_says_why():
    load(now=now())

    others = Commitment.objects.filter(reading="not_ours")
    assert others.exists()
    assert not others.filter(reason_zh="").exists()


def test_loading_twice_changes_nothing():
    first = load(now=now(), with_demo=True)
    second = load(now=now(), with_demo=True)

    assert first["commitments"] == Commitment.objects.count()
    assert second == {"commitments": 0, "reported_figures": 0}


def test_demo_promises_come_only_with_a_demo_and_are_marked():
    load(now=now())
    assert not Commitment.objects.filter(is_demo=True).exists()

    load(now=now(), with_demo=True)
    assert set(Commitment.objects.filter(is_demo=True).values_list("year", flat=True)) == {2026}


def test_a_reported_figure_that_changed_becomes_a_new_version():
    load(now=now())
    ReportedFigure.objects.filter(indicator="high_tech_enterprises").update(value=1)

    load(now=now())

    versions = ReportedFigure.objects.filter(indicator="high_tech_enterprises").order_by("version")
    assert [(row.version, row.value) for row in versions] == [(1, 1), (2, 8683)]
    assert versions.last().as_of == date(2025, 12, 2)


def test_a_promise_of_an_unknown_office_is_refused_and_nothing_is_written():
    Office.objects.filter(code="city_industry").update(code="elsewhere")
    with pytest.raises(UnknownOffice, match="city_industry"):
        load(now=now())

    assert not Commitment.objects.exists()
