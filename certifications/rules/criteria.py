"""Holds a standing against an edition: a verdict for each criterion, the score last.

Unknown never becomes no: where a missing fact, an unspoken waiver or an unspoken direct route
could still change the answer, the answer is unknown. It knows no case; what a person must judge
stays unknown until somebody does.
"""

from collections.abc import Iterable

from certifications.rules.conditions import Is
from certifications.rules.rulebook import Clause, Criterion, Rulebook
from certifications.rules.scoring import score
from certifications.rules.verdicts import Verdict, any_of
from certifications.standing import Standing

SCORE = "score"
NEW = "new"


def verdicts(book: Rulebook, standing: Standing, kind: str = NEW) -> dict[str, Verdict]:
    """The verdict of every criterion that applies to the kind, in order, the score last."""
    routed = any_met(book.routes, standing)
    found = {
        each.code: _instead(each.code in book.replaced, routed, _verdict(each, standing))
        for each in book.criteria
        if kind in each.applies_to
    }
    if book.scoring:
        passes = score(book.scoring, standing).passes
        found[SCORE] = _instead(SCORE in book.replaced, routed, passes)
    return found


def _verdict(criterion: Criterion, standing: Standing) -> Verdict:
    """Its own verdict; waived, or perhaps waived, where it is not met."""
    own = criterion.condition.verdict(standing)
    if own is Verdict.MET or not criterion.waived_by:
        return own
    waived = any_met(criterion.waived_by, standing)
    return Verdict.WAIVED if waived is Verdict.MET else _perhaps(own, waived)


def _instead(replaced: bool, routed: Verdict, own: Verdict) -> Verdict:
    """A direct route that is met stands in; one that is unknown leaves a no unknown."""
    if not replaced:
        return own
    return Verdict.MET if routed is Verdict.MET else _perhaps(own, routed)


def _perhaps(own: Verdict, other_way: Verdict) -> Verdict:
    open_still = own is Verdict.NOT_MET and other_way is Verdict.UNKNOWN
    return Verdict.UNKNOWN if open_still else own


def any_met(clauses: Iterable[Clause], standing: Standing) -> Verdict:
    return any_of(clause.condition.verdict(standing) for clause in clauses)


def first_met(clauses: Iterable[Clause], standing: Standing) -> str:
    """The code of the first clause that is met, or nothing."""
    for clause in clauses:
        if clause.condition.verdict(standing) is Verdict.MET:
            return clause.code
    return ""


def without_privileges(book: Rulebook, standing: Standing) -> Standing:
    """The standing if every direct route and waiver that nobody has spoken of did not apply.

    For orientation and the cultivation pool only: what a case rests on is what was stated.
    """
    unsaid = {
        leaf.fact: not leaf.wanted
        for clause in book.privileges()
        for leaf in clause.condition.leaves()
        if isinstance(leaf, Is) and standing[leaf.fact] in (None, "")
    }
    return standing.had(standing.facts.with_known(unsaid)) if unsaid else standing
