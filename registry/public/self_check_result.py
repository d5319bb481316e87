"""The outcome of a self-check in words: criterion by criterion, the score, what is missing, what next."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from certifications.bounds import MOST_CHANGES
from certifications.catalogue.edition_rows import item_of_finding
from certifications.climbing.gap_words import says_change
from certifications.models import Batch, Edition, Scheme
from certifications.policy_desk.confirming import mark_of
from certifications.rules import finding_words
from certifications.rules.findings import Finding
from certifications.rules.verdicts import Verdict
from certifications.score_trace import ScoreTrace, trace
from certifications.self_check.answers import Answers
from certifications.self_check.outcome import Outcome
from enterprises.punctuation import series
from enterprises.vocabulary import fact_label

MOST_GAPS_SHOWN = 5


@dataclass(frozen=True)
class Line:
    """One criterion as it came out."""

    code: str
    state: str
    state_says: str
    says: str
    asked: str
    known: list[str]
    lacking: str
    stood_in: str
    source: str
    mark: str


@dataclass(frozen=True)
class Result:
    """Everything that the page says of one title."""

    outcome: Outcome
    answers: Answers

    @property
    def edition(self) -> Edition:
        return self.outcome.edition

    @property
    def state(self) -> str:
        """met, not_met, unknown, or judged where every condition is left to people."""
        outcome = self.outcome
        if outcome.verdict is Verdict.MET and not outcome.met:
            return "judged"
        return outcome.verdict.value

    @property
    def headline(self) -> str:
        return {
            "met": _("按您填的，条件都符合"),
            "not_met": _("按您填的，还不符合"),
            "unknown": _("还说不准：有数据没有填"),
            "judged": _("由主管部门评定，数据判断不了"),
        }[self.state]

    @property
    def is_held(self) -> bool:
        """Whether it was ticked among the titles held."""
        return self.edition.scheme.code in (self.answers.held or ())

    @property
    def in_short(self) -> str:
        """The same for a list, where few questions were asked."""
        return {
            "met": _("条件都符合"),
            "not_met": _("有不符合的"),
            "unknown": _("已答的没有不符合"),
            "judged": _("由主管部门评定"),
        }[self.state]

    @property
    def counts(self) -> str:
        """2 项符合 · 1 项不符合 · …"""
        outcome = self.outcome
        told = [
            (outcome.met, ngettext("%d 项符合", "%d 项符合", outcome.met)),
            (outcome.not_met, ngettext("%d 项不符合", "%d 项不符合", outcome.not_met)),
            (outcome.unknown, ngettext("%d 项还说不准", "%d 项还说不准", outcome.unknown)),
            (outcome.judged, ngettext("%d 项由审核人判断", "%d 项由审核人判断", outcome.judged)),
        ]
        return " · ".join(says % number for number, says in told if number)

    @property
    def lines(self) -> list[Line]:
        return [_line(self.edition, each) for each in self.outcome.findings]

    @property
    def unmet(self) -> list[Line]:
        return [line for line in self.lines if line.state == "not_met"]

    @property
    def score(self) -> ScoreTrace | None:
        found = self.outcome.score
        if found is None:
            return None
        return trace(self.edition, found, self.answers.standing(), self.outcome.on.year)

    @property
    def gaps(self) -> list[list[str]]:
        """The sets of changes that would do, each change in words; the cheapest first."""
        on = self.outcome.on
        return [
            [says_change(change, on) for change in gap.changes]
            for gap in self.outcome.gaps[:MOST_GAPS_SHOWN]
        ]

    @property
    def blocked(self) -> list[Line]:
        """The unmet conditions that nothing an enterprise does can mend."""
        return [line for line in self.lines if line.code in self.outcome.blocked]

    @property
    def is_far(self) -> bool:
        """Not met, not shut, and no small set of changes would do."""
        outcome = self.outcome
        return outcome.verdict is Verdict.NOT_MET and not outcome.gaps and not outcome.blocked

    @property
    def most_changes(self) -> int:
        """How many changes a gap may ask for; whoever needs more has far to go."""
        return MOST_CHANGES

    @property
    def waits(self) -> bool:
        """Whether the earliest day lies ahead."""
        earliest = self.outcome.earliest
        return earliest is not None and earliest.on > self.outcome.on

    @property
    def lacking(self) -> list[str]:
        """What has to be answered before more can be said, once each."""
        codes = [code for each in self.outcome.findings for code in each.lacking]
        return [fact_label(code) for code in dict.fromkeys(codes)]


def _line(edition: Edition, found: Finding) -> Line:
    state, says = _state(found)
    return Line(
        found.code,
        state,
        says,
        found.says,
        finding_words.asked(found),
        [str(each) for each in finding_words.known(found)],
        series(fact_label(code) for code in found.lacking),
        finding_words.stood_in(edition, found),
        found.source,
        mark_of(edition, item_of_finding(found.code), found.verified),
    )


def _state(found: Finding) -> tuple[str, str]:
    if found.is_judged:
        return "judged", _("由审核人判断")
    return {
        Verdict.MET: ("met", _("符合")),
        Verdict.NOT_MET: ("not_met", _("不符合")),
        Verdict.UNKNOWN: ("unknown", _("还说不准")),
        Verdict.WAIVED: ("met", _("免于此项")),
    }[found.verdict]


def open_batches(scheme: Scheme, kind: str, day: date) -> Iterable[Batch]:
    """The windows in which one could apply today."""
    return Batch.objects.open_on(day).filter(scheme=scheme, kind=kind).order_by("closes_on")
