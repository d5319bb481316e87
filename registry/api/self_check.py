"""The self-check: answers in, findings out. No key, no row: nothing of it is kept."""

from collections.abc import Container
from typing import Any

from django.utils.translation import gettext_lazy as _
from rest_framework.permissions import AllowAny
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.throttling import SimpleRateThrottle

from certifications.catalogue.edition_rows import item_of_finding
from certifications.climbing.changes import Change
from certifications.climbing.gap_words import says_change, says_gap
from certifications.climbing.gaps import Gap
from certifications.ladder_words import scheme_names
from certifications.policy_desk.confirming import confirmed
from certifications.rules import finding_words
from certifications.rules.findings import Finding
from certifications.rules.rulebook import Points, Scoring
from certifications.score_trace import DimensionTrace, ItemTrace, trace
from certifications.self_check.answers import Answers
from certifications.self_check.outcome import Outcome, check
from enterprises.addresses import client_address
from enterprises.facts import Value
from enterprises.vocabulary import fact_label, fact_unit
from registry.api import check_shapes, questions
from registry.api.door import Door
from registry.api.exact_json import ExactJson
from registry.api.labels import day_text, exactly, label


class AddressThrottle(SimpleRateThrottle):
    """So many checks a minute from one address; a key changes nothing."""

    scope = "self_check"
    rate = "30/min"

    def get_cache_key(self, request: Request, view: Any) -> str:
        return self.cache_format % {"scope": self.scope, "ident": client_address(request)}


class SelfCheck(Door):
    """Holds stated facts against the rules of a title."""

    says = _(
        "自测：把一家企业的数据对照一项称号的规则，逐条回答符合与否、得分、还差什么和最早哪一天。"
        "不需密钥，不保存任何数据；是否符合由主管部门认定。"
        "facts 以事实代码为名：金额以元计，占比写小数或“5%”，是否写 yes、no，年度数由近及远写列表；不知道的不写。"
    )
    http_method_names = ["post", "options"]
    permission_classes = [AllowAny]
    authentication_classes = []
    throttle_classes = [AddressThrottle]
    parser_classes = [ExactJson]
    formats = ("json",)
    caching = "no-store"
    asks = check_shapes.Question
    shape = check_shapes.SelfCheck
    many = False

    def post(self, request: Request) -> Response:
        question = questions.read(request.data, self.today)
        outcome = check(question.edition, question.answers, question.kind)
        return Response(told(outcome, question.answers))


def told(outcome: Outcome, answers: Answers) -> dict[str, Any]:
    edition, earliest = outcome.edition, outcome.earliest
    return {
        "scheme": label(edition.scheme),
        "edition": edition.code,
        "digest": edition.digest,
        "kind": outcome.judgement.kind,
        "on": outcome.on.isoformat(),
        "backtest": outcome.judgement.is_backtest,
        "verdict": outcome.verdict.value,
        "route": outcome.route or None,
        "judged": [each.code for each in outcome.findings if each.is_judged],
        "findings": [_finding(each, confirmed(edition)) for each in outcome.findings],
        "score": _score(outcome, answers),
        "gaps": [_gap(each, outcome) for each in outcome.gaps],
        "blocked": outcome.blocked,
        "earliest": day_text(earliest.on) if earliest else None,
        "earliest_reasons": earliest.reasons if earliest else [],
    }


def _finding(found: Finding, confirmations: Container[str]) -> dict[str, Any]:
    return {
        "code": found.code,
        "kind": found.kind,
        "verdict": found.verdict.value,
        "judged": found.is_judged,
        "says": found.says,
        "asked": finding_words.asked(found),
        "looked_at": [_fact(code, value) for code, value in found.looked_at.items()],
        "lacking": list(found.lacking),
        "by_route": found.by_route or None,
        "by_waiver": found.by_waiver or None,
        "source": found.source,
        "verified": found.verified,
        "confirmed": item_of_finding(found.code) in confirmations,
    }


def _fact(code: str, value: Value) -> dict[str, Any]:
    return {
        "fact": code,
        "label": fact_label(code),
        "unit": fact_unit(code),
        "value": _text(value),
    }


def _text(value: Value) -> str | None:
    """Yes or no as words, a number exactly; null is unknown."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    return value if isinstance(value, str) else exactly(value)


def _score(outcome: Outcome, answers: Answers) -> dict[str, Any] | None:
    score, scoring = outcome.score, outcome.book.scoring
    if score is None or scoring is None:
        return None
    traced = trace(outcome.edition, score, answers.standing(), outcome.on.year)
    return {
        "passes": score.passes.value,
        "computed": scoring.computed,
        **_mark(scoring),
        "total": _points(score.total),
        "max": exactly(traced.most),
        "dimensions": [_dimension(each) for each in traced.dimensions],
        "items": [_item(each, part) for part in traced.dimensions for each in part.items],
    }


def _mark(scoring: Scoring) -> dict[str, Any]:
    return {"pass": exactly(scoring.passes.points), "pass_must_be_exceeded": scoring.passes.exceed}


def _dimension(part: DimensionTrace) -> dict[str, Any]:
    return {
        "name": part.name,
        "points": _points(part.points),
        "max": exactly(part.most),
        "least": exactly(part.least),
    }


def _item(item: ItemTrace, part: DimensionTrace) -> dict[str, Any]:
    return {
        "code": item.code,
        "says": item.says,
        "dimension": part.name,
        "points": _points(item.points),
        "max": exactly(item.most),
        "band": item.band,
        "source": item.source,
        "verified": item.verified,
    }


def _points(points: Points | None) -> dict[str, Any] | None:
    return None if points is None else {"from": exactly(points[0]), "to": exactly(points[1])}


def _gap(gap: Gap, outcome: Outcome) -> dict[str, Any]:
    return {
        "says": says_gap(gap, outcome.on),
        "changes": [_change(each, outcome) for each in gap.changes],
    }


def _change(change: Change, outcome: Outcome) -> dict[str, Any]:
    return {
        "code": change.code,
        "sort": change.sort.value,
        "label": scheme_names([change.code])[0] if change.is_title else fact_label(change.code),
        "unit": "title" if change.is_title else fact_unit(change.code),
        "years_back": change.years_back,
        "direction": _direction(change),
        "from": _text(change.before),
        "to": _text(change.after),
        "by": exactly(change.amount) if change.amount else None,
        "says": says_change(change, outcome.on),
    }


def _direction(change: Change) -> str:
    """Obtain a title, become the other, or move up or down."""
    if change.is_title:
        return "obtain"
    if isinstance(change.after, bool):
        return "become"
    return "down" if change.amount < 0 else "up"
