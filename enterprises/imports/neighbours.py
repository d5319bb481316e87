"""Rows held against each other and against the register: repeats, two firms with one code, renames.

The same code never merges silently: both are shown, and the name on record stays.
"""

from collections import defaultdict
from collections.abc import Iterable

from django.utils.translation import gettext as _

from enterprises import names
from enterprises.imports.rows import Candidate
from enterprises.models import Enterprise, NameSpan
from enterprises.punctuation import bracketed, series


def compare_with_each_other(candidates: Iterable[Candidate]) -> list[Candidate]:
    """One candidate for each code, in the file's order; codes with two names are blocked."""
    by_code: dict[str, list[Candidate]] = defaultdict(list)
    for candidate in candidates:
        if not candidate.blocked:
            by_code[candidate.credit_code].append(candidate)
    for group in by_code.values():
        if len(group) > 1:
            _same_code(group)
    first = [group[0] for group in by_code.values() if not group[0].blocked]
    _same_name(first)
    return first


def _same_code(group: list[Candidate]) -> None:
    if len({names.key(candidate.name) for candidate in group}) > 1:
        listed = series(f"{each.line}{bracketed(each.name)}" for each in group[:5])
        for candidate in group:
            says = _("同一代码在文件中对应不同名称：第 %(lines)s 行；均未导入，请核对。")
            candidate.block("code_of_two_firms", says % {"lines": listed}, "credit_code")
        return
    first = group[0]
    for candidate in group[1:]:
        differs = (first.address, first.registered_on, first.capital) != (
            candidate.address,
            candidate.registered_on,
            candidate.capital,
        )
        says = _("与第 %(line)d 行重复，内容不同，以第 %(line)d 行为准，请核对。")
        if not differs:
            says = _("与第 %(line)d 行重复，只登记一次。")
        candidate.advise("repeated", says % {"line": first.line}, "credit_code")


def _same_name(candidates: list[Candidate]) -> None:
    by_name: dict[str, list[Candidate]] = defaultdict(list)
    for candidate in candidates:
        by_name[names.key(candidate.name)].append(candidate)
    for group in by_name.values():
        for candidate in group[1:]:
            says = _("名称与第 %(line)d 行相同而代码不同，分别登记，请核对。")
            candidate.advise("name_of_two_codes", says % {"line": group[0].line}, "name")


def not_yet_registered(candidates: list[Candidate]) -> list[Candidate]:
    """Those whose code the register does not hold; what contradicts the register is found."""
    codes = {candidate.credit_code for candidate in candidates}
    # The whole register in one query: 20,000 short rows cost less than thousands of look-ups.
    known = {
        code: (pk, name)
        for pk, code, name in Enterprise.objects.values_list("pk", "credit_code", "name").iterator()
    }
    former = _former_names([known[code][0] for code in codes & known.keys()])
    owners = {names.key(name): code for code, (_pk, name) in known.items()}
    fresh = []
    for candidate in candidates:
        if candidate.credit_code in known:
            _known_code(candidate, *known[candidate.credit_code], former)
            continue
        fresh.append(candidate)
        if owner := owners.get(names.key(candidate.name)):
            says = _("名称与在册企业（%(code)s）相同而代码不同，分别登记，请核对。")
            candidate.advise("name_of_two_codes", says % {"code": owner}, "name")
    return fresh


def _former_names(ids: list[int]) -> dict[int, set[str]]:
    former: dict[int, set[str]] = defaultdict(set)
    spans = NameSpan.objects.filter(until__isnull=False).values_list("enterprise", "name")
    wanted = set(ids)
    for pk, name in spans.iterator():
        if pk in wanted:
            former[pk].add(names.key(name))
    return former


def _known_code(candidate: Candidate, pk: int, name: str, former: dict[int, set[str]]) -> None:
    spelling = names.key(candidate.name)
    if spelling == names.key(name):
        return
    if spelling in former.get(pk, set()):
        says = _("该企业已更名为“%(name)s”，文件用的是曾用名；未改动。")
        candidate.advise("former_name", says % {"name": name}, "name")
        return
    says = _("该代码已登记为“%(name)s”，名称不同；未导入，确已更名的请办理更名登记。")
    candidate.block("renamed", says % {"name": name}, "name")
