"""How a condition that is not met could be: each way is the changes it takes, each no larger than needed.

A number is not computed backwards: the lever is moved until the condition itself says yes, in
doublings and then halvings of the smallest step. So what the rules say is said in one place.
"""

from collections.abc import Callable, Iterator
from decimal import Decimal
from itertools import product

from certifications.bounds import FARTHEST
from certifications.climbing.changes import Change, Lever, grid, laid_over, value_at
from certifications.rules.conditions import All, Any_, Compare, Condition, Holds, Is
from certifications.rules.verdicts import Verdict
from certifications.standing import Standing
from certifications.umbrellas import umbrellas
from enterprises.expressions import LAST
from enterprises.levers import DOWN, UP, directions, grows, levers_of, step_of

Way = tuple[Change, ...]


def ways(condition: Condition, standing: Standing) -> Iterator[Way]:
    """Every way to meet a condition that is not met; none where nothing an enterprise does helps."""
    match condition:
        case All():
            failing = [part for part in condition.of if _fails(part, standing)]
            for chosen in product(*(list(ways(part, standing)) for part in failing)):
                yield tuple(change for way in chosen for change in way)
        case Any_():
            for part in condition.of:
                yield from ways(part, standing)
        case Compare():
            yield from _moves(condition, standing)
        case Is():
            if (UP if condition.wanted else DOWN) in directions(condition.fact):
                yield (Change((condition.fact, 0), not condition.wanted, condition.wanted),)
        case Holds() if condition.wanted:
            for scheme in members(condition.schemes):
                yield (Change((scheme, 0), False, True, is_title=True),)


def members(schemes: tuple[str, ...]) -> list[str]:
    """Titles that can be applied for; an umbrella stands for those under it."""
    under = {code: any_of for code, _since, any_of in umbrellas()}
    return list(dict.fromkeys(each for code in schemes for each in under.get(code, [code])))


def _is_met(condition: Condition, standing: Standing) -> bool:
    return condition.verdict(standing) is Verdict.MET


def _fails(condition: Condition, standing: Standing) -> bool:
    return condition.verdict(standing) is Verdict.NOT_MET


def _moves(compare: Compare, standing: Standing) -> Iterator[Way]:
    """Moving each lever of the fact as little as meets the limit; years before last are history."""
    for lever in levers_of(compare.fact):
        if lever[1] != LAST:
            continue
        for direction in (UP,) if grows(lever[0]) else directions(lever[0]):
            if change := least(standing, lever, direction, lambda at: _is_met(compare, at)):
                yield (change,)


def least(
    standing: Standing, lever: Lever, direction: int, content: Callable[[Standing], bool]
) -> Change | None:
    """The smallest move of one lever that makes the rule content; None where no move does."""
    before = value_at(standing, lever)
    if before is None or isinstance(before, (bool, str)):
        before = Decimal(before) if isinstance(before, str) and before else None
    if before is None:
        return None
    start, step = Decimal(before), step_of(lever[0]) * direction

    def after(steps: int) -> Change:
        return Change(lever, start, grid(start, step) + step * steps)

    def helps(steps: int) -> bool:
        moved = after(steps)
        return Decimal(moved.after or 0) >= 0 and content(laid_over(standing, [moved]))

    steps = fewest(helps, int(start / -step) if direction == DOWN else 1 << FARTHEST)
    return after(steps) if steps else None


def fewest(helps: Callable[[int], bool], most: int = 1 << FARTHEST) -> int:
    """The fewest of at most so many steps that help, where more help as well; 0 where none do."""
    too_few, far = 0, 1
    while too_few < most:
        far = min(far, most)
        if helps(far):
            return _between(helps, too_few, far)
        too_few, far = far, far << 1
    return 0


def _between(helps: Callable[[int], bool], too_few: int, enough: int) -> int:
    while enough - too_few > 1:
        middle = (too_few + enough) >> 1
        if helps(middle):
            enough = middle
        else:
            too_few = middle
    return enough
