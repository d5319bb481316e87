"""Which letters fall due, and that each is written once."""

import json
from datetime import date, timedelta
from io import StringIO

import pytest
from django.core.management import call_command

from certifications import duties, holdings
from certifications.models import Certification, Scheme
from enterprises.clock import now
from enterprises.models import Letter
from registry.tasks import write_letters

TODAY = date(2026, 6, 15)
IN_90_DAYS = date(2026, 9, 13)


def title(firm, number, first, last, scheme="high_tech") -> Certification:
    found = Scheme.objects.get(code=scheme)
    made = Certification.objects.create(
        enterprise=firm, scheme=found, number=number, conferred_by="认定机构", issued_on=first,
        valid_from=first, valid_until=last, source=Certification.Source.LIST, recorded_at=now(),
    )  # fmt: skip
    holdings.refold(found.pk, [firm.pk])
    return made


@pytest.fixture
def ending(firm) -> Certification:
    return title(firm, "GR202337100001", date(2023, 9, 14), IN_90_DAYS)


def test_a_title_that_ends_in_90_days_is_told_with_its_days_in_both_languages(ending, firm):
    write_letters()

    letter = Letter.objects.get()
    assert (letter.enterprise, letter.kind, letter.due_on) == (firm, "title_ending", TODAY)
    assert letter.subject_zh == "高新技术企业将于 2026年9月13日 到期，还有 90 天"
    assert "90 days left" in letter.subject_en


def test_a_title_that_ends_a_day_later_is_not_yet_told(firm):
    title(firm, "GR202337100001", date(2023, 9, 15), IN_90_DAYS + timedelta(days=1))

    assert list(duties.falling_due(TODAY)) == []


def test_the_letter_is_written_once_however_often_the_task_runs(ending):
    assert [write_letters(), write_letters(), write_letters()] == [1, 0, 0]
    assert Letter.objects.count() == 1


def test_the_letter_is_not_written_again_on_a_later_day(ending, settings):
    write_letters()
    settings.REGISTRY_TODAY = TODAY + timedelta(days=40)

    assert write_letters() == 0


def test_a_missed_morning_is_caught_up_and_says_the_days_that_are_really_left(ending, settings):
    settings.REGISTRY_TODAY = TODAY + timedelta(days=5)

    write_letters()

    letter = Letter.objects.get()
    assert letter.due_on == TODAY
    assert "还有 85 天" in letter.subject_zh


def test_a_title_that_was_renewed_is_not_told(ending, firm):
    title(firm, "GR202637100002", date(2026, 6, 1), date(2029, 5, 31))

    assert list(duties.falling_due(TODAY)) == []


def test_a_title_renewed_with_a_gap_ahead_is_not_told(ending, firm):
    title(firm, "GR202637100002", date(2026, 10, 1), date(2029, 9, 30))

    assert list(duties.falling_due(TODAY)) == []


def test_the_renewed_title_is_told_when_its_own_end_comes_near(ending, firm):
    title(firm, "GR202637100002", date(2026, 6, 1), date(2029, 5, 31))

    abouts = [draft.about for draft in duties.falling_due(date(2029, 3, 10))]

    assert abouts == ["certification/high_tech/GR202637100002"]


def test_another_scheme_of_the_same_firm_does_not_silence_the_letter(ending, firm):
    title(firm, "SRDI1", date(2024, 1, 1), date(2029, 1, 1), scheme="srdi_sme")

    assert len(list(duties.falling_due(TODAY))) == 1


def test_a_title_that_has_ended_is_past_telling(ending):
    assert list(duties.falling_due(IN_90_DAYS + timedelta(days=1))) == []
    assert len(list(duties.falling_due(IN_90_DAYS))) == 1


def test_a_revoked_title_is_not_told(ending):
    ending.ended_on, ending.ended_because = date(2026, 6, 1), "撤销"
    ending.save()

    assert list(duties.falling_due(TODAY)) == []


def test_a_title_without_an_end_is_never_told(firm):
    title(firm, "X1", date(2020, 1, 1), None, scheme="gazelle")

    assert list(duties.falling_due(TODAY)) == []


def test_the_command_stands_on_the_day_it_is_given_and_says_how_many(ending):
    out = StringIO()

    call_command("write_letters", on=date(2026, 6, 20), format="json", stdout=out)

    assert json.loads(out.getvalue()) == {"on": "2026-06-20", "written": 1}


def test_the_command_says_nothing_new_the_second_time(ending):
    call_command("write_letters", stdout=StringIO())
    out = StringIO()

    call_command("write_letters", stdout=out)

    assert "新写 0 封信" in out.getvalue()
