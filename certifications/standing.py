"""An enterprise's standing: its facts, and what only this app knows of it on a day.

That is the titles it and its kin hold, the rights that a recognition used up, and the points that
experts gave.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from decimal import Decimal, InvalidOperation

from django.db.models import Q

from certifications.bounds import CLAIMS_LAST
from certifications.figures_shown import (
    figures_shown,
    states_back,
    versions_handed_in,
    years_back,
)
from certifications.models import Application, Certification, SpentRight, Submission
from certifications.states import DENIED, EDITABLE
from certifications.umbrellas import under_umbrellas
from enterprises.clock import morning_of
from enterprises.facts import Facts, Origin, Value
from enterprises.known import STATES, facts_of_many, known_of, known_of_many
from enterprises.models import Enterprise, IntellectualProperty, Relation, YearlyFigures
from enterprises.vocabulary import is_per_title

UNSPENT = "ip_class_2_unspent"


@dataclass(frozen=True)
class Standing:
    """Facts with the codes of the schemes held, by the enterprise and by its kin."""

    facts: Facts
    held: frozenset[str] = field(default_factory=frozenset)
    kin_held: frozenset[str] = field(default_factory=frozenset)
    points: Mapping[str, Decimal] = field(default_factory=dict)
    on: date | None = None
    titles_known: bool = True

    def __getitem__(self, code: str) -> Value:
        return self.facts[code]

    def number(self, code: str) -> Decimal | None:
        """A fact as a number; None while it is unknown, or is no number at all."""
        value = self.facts[code]
        if value is None or value == "":
            return None
        try:
            number = Decimal(value)
        except InvalidOperation:
            return None
        return number if number.is_finite() else None

    def holds_any(self, schemes: Iterable[str]) -> bool:
        return not self.held.isdisjoint(schemes)

    def had(self, facts: Facts, held: frozenset[str] | None = None) -> "Standing":
        """The same standing, had the facts (and the titles) been otherwise."""
        return replace(self, facts=facts, held=self.held if held is None else held)


def standing_of(
    enterprise: Enterprise, on: date, claims: Mapping[str, Value] | None = None
) -> Standing:
    """What is known of an enterprise on a day, titles included."""
    return standings_of([enterprise], on, {enterprise.pk: claims or {}})[enterprise.pk]


def standings_of(
    enterprises: Iterable[Enterprise], on: date, claims: Mapping[int, Mapping[str, Value]]
) -> dict[int, Standing]:
    """The standing of each enterprise by its id; one query for each kind of row."""
    return with_titles(facts_of_many(enterprises, on, claims), on)


def standings_shown(enterprises: Sequence[Enterprise], on: date) -> dict[int, Standing]:
    """What offices may see of each enterprise: no figure that it only typed; see figures_shown."""
    ids = [each.pk for each in enterprises]
    claims, shown = latest_claims(ids, on), figures_shown(ids)
    facts = {
        pk: Facts(
            known={**known, **claims.get(pk, {})},
            years=years_back(shown[pk], on.year - 1),
            claimed=frozenset(claims.get(pk, {})),
            states=states_back(shown[pk], on.year - 1),
        )
        for pk, known in known_of_many(enterprises, on).items()
    }
    return with_titles(facts, on)


def with_titles(facts: Mapping[int, Facts], on: date) -> dict[int, Standing]:
    """Facts by the id of their enterprise, with what only this app knows of it on the day."""
    held, kin, spent = titles_held_by(facts, on), kin_titles(facts, on), rights_spent(facts, on)
    return {
        pk: Standing(
            each.with_known({UNSPENT: int(each["ip_class_2"] or 0) - spent.get(pk, 0)}),
            held.get(pk, frozenset()),
            kin.get(pk, frozenset()),
            on=on,
        )
        for pk, each in facts.items()
    }


def standing_in(application: Application, on: date) -> Standing:
    """What a case is judged by: live while it is being filled, then what was handed in last.

    Figures that the enterprise states afterwards, in another application or a correction of
    the year, change nothing in a case that was submitted.
    """
    if application.state in EDITABLE:
        return standing_of(application.enterprise, on, application.claims)
    return standing_handed_in(application, on)


def standing_handed_in(application: Application, on: date) -> Standing:
    """What offices see of a case: the last submission, also while it is being corrected."""
    handed_in = application.submissions.last()
    if handed_in is None:
        return standing_of(application.enterprise, on, application.claims)
    enterprise, claims = application.enterprise, handed_in.contents["claims"]
    facts = Facts(
        known={**known_of(enterprise, on), **claims},
        years=_years_handed_in(handed_in, on.year - 1),
        claimed=frozenset(claims),
        states=_states_handed_in(handed_in, on.year - 1),
    )
    return with_titles({enterprise.pk: facts}, on)[enterprise.pk]


def _years_handed_in(handed_in: Submission, last_year: int) -> dict[int, dict[str, Value]]:
    """The frozen figures by years back; see submissions.contents_of for their shape."""
    return {
        last_year - year: {
            code: None if value is None else Decimal(value) for code, value in values.items()
        }
        for (year, _version), values in versions_handed_in(handed_in).items()
    }


def _states_handed_in(handed_in: Submission, last_year: int) -> dict[int, Origin]:
    """How far each version that was handed in has been verified since."""
    named = Q(pk__in=[])
    for year, version in versions_handed_in(handed_in):
        named |= Q(year=year, version=version)
    rows = YearlyFigures.objects.filter(named, enterprise=handed_in.application.enterprise_id)
    return {
        last_year - year: STATES[YearlyFigures.State(state)]
        for year, state in rows.values_list("year", "state")
    }


def latest_claims(enterprises: Iterable[int], on: date) -> dict[int, dict[str, Value]]:
    """What each enterprise (by id) handed in of late; its latest word on each matter.

    What was said long ago of "the last three years" says nothing of today's, and what an office
    did not accept is no ground for anything.
    """
    recent = morning_of(on - timedelta(days=CLAIMS_LAST))
    rows = Submission.objects.filter(
        application__enterprise__in=enterprises, at__gte=recent
    ).order_by("at")
    found: dict[int, dict[str, Value]] = {}
    heard = rows.exclude(application__state__in=DENIED)
    for pk, contents in heard.values_list("application__enterprise", "contents"):
        found.setdefault(pk, {}).update(shared(contents["claims"]))
    return found


def shared(claims: Mapping[str, Value]) -> dict[str, Value]:
    """The statements that serve every title; what each title asks of its own period does not."""
    return {code: value for code, value in claims.items() if not is_per_title(code)}


def titles_held(enterprise: Enterprise, on: date) -> frozenset[str]:
    """The schemes an enterprise holds on a day, umbrella titles included."""
    return titles_held_by([enterprise.pk], on).get(enterprise.pk, frozenset())


def titles_held_by(enterprises: Iterable[int], on: date) -> dict[int, frozenset[str]]:
    """The schemes each enterprise (by id) holds on a day; those that hold none are left out."""
    rows = Certification.objects.held_on(on).filter(enterprise__in=enterprises)
    found: dict[int, set[str]] = {}
    for pk, code in rows.values_list("enterprise", "scheme__code"):
        found.setdefault(pk, set()).add(code)
    return {pk: under_umbrellas(codes, on) for pk, codes in found.items()}


def kin_titles(enterprises: Iterable[int], on: date) -> dict[int, frozenset[str]]:
    """The schemes that the kin of each enterprise hold on a day."""
    ours = set(enterprises)
    tied = Relation.objects.on(on).filter(Q(enterprise__in=ours) | Q(other__in=ours))
    pairs = list(tied.values_list("enterprise", "other"))
    held = titles_held_by({each for pair in pairs for each in pair}, on) if pairs else {}
    found: dict[int, frozenset[str]] = {}
    for one, other in [*pairs, *((other, one) for one, other in pairs)]:
        if one in ours:
            found[one] = found.get(one, frozenset()) | held.get(other, frozenset())
    return found


def rights_spent(enterprises: Iterable[int], on: date) -> dict[int, int]:
    """How many living class II rights of each enterprise one recognition used up already."""
    living = IntellectualProperty.objects.living_on(on).filter(enterprise__in=enterprises)
    spent = living.filter(pk__in=SpentRight.objects.values("right"))
    found: dict[int, int] = {}
    for pk in spent.values_list("enterprise", flat=True):
        found[pk] = found.get(pk, 0) + 1
    return found
