"""What is still missing from an application before it can be handed in: figures, statements, papers."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from certifications.editions import figures_asked, requirements, statements_needed
from certifications.models import Application
from enterprises.facts import Facts
from enterprises.known import facts_of
from enterprises.vocabulary import fact_label, words


@dataclass(frozen=True)
class Lack:
    """One thing that is missing: the item's key and a sentence."""

    item: str
    says: str


def judged_on(application: Application, today: date) -> date:
    """The day an application is judged by: its first submission; today while it is a draft."""
    return application.submitted_on or today


def lacks(application: Application, today: date) -> list[Lack]:
    """Everything missing, in the order of the form."""
    day = judged_on(application, today)
    facts = facts_of(application.enterprise, day, application.claims)
    return [
        *_figures_missing(application, facts, day),
        *_statements_missing(application),
        *_papers_missing(application),
    ]


def _figures_missing(application: Application, facts: Facts, day: date) -> Iterator[Lack]:
    for code, years in figures_asked(application.edition):
        for back in range(facts.fiscal_years(years)):
            if facts.of_year(code, back) is None:
                year = day.year - 1 - back
                says = _("%(year)d 年“%(fact)s”没有填写，请在“年度数据”中补填。")
                yield Lack(f"{code}-{year}", says % {"year": year, "fact": fact_label(code)})


def _statements_missing(application: Application) -> Iterator[Lack]:
    for code in statements_needed(application.edition, application.batch.kind):
        if application.claims.get(code) in (None, ""):
            says = _("“%(fact)s”没有回答，请在“申报情况”中选择。") % {"fact": fact_label(code)}
            yield Lack(code, says)


def _papers_missing(application: Application) -> Iterator[Lack]:
    given = set(application.materials.filter(removed_at=None).values_list("requirement", flat=True))
    for requirement in requirements(application.edition):
        if requirement.required and requirement.code not in given:
            says = _("缺少材料“%(material)s”，请上传。") % {"material": requirement.says}
            yield Lack(requirement.code, says)


def item_label(application: Application, item: str) -> str:
    """What a defect's item is called: a material, a statement or a yearly figure."""
    for requirement in requirements(application.edition):
        if requirement.code == item:
            return requirement.says
    code, _dash, year = item.rpartition("-")
    if code in words() and year.isdigit():
        return _("%(year)s 年%(fact)s") % {"year": year, "fact": fact_label(code)}
    return fact_label(item) if item in words() else item
