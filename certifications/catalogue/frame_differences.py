"""What changes around the conditions of an edition: questions asked, lengths of time, validity, road."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from certifications.catalogue.edition_row import TERMS
from certifications.catalogue.edition_words import from_to, system_says, term_says, validity_says
from certifications.procedure import ROADS
from enterprises.models import Office
from enterprises.models.naming import in_language
from enterprises.punctuation import labelled, series
from enterprises.vocabulary import fact_label

Said = Mapping[str, Any]


def figures_changed(before: Said, after: Said) -> Iterator[str]:
    """Yearly figures that are asked for anew, for more or fewer years, or no more."""
    old, new = (
        {each["fact"]: each["years"] for each in rules["figures"]} for rules in (before, after)
    )
    for fact, years in new.items():
        if old.get(fact) != years:
            asked = ngettext("近 %(n)d 年", "近 %(n)d 年", years) % {"n": years}
            yield _("须填“%(fact)s”%(years)s") % {"fact": fact_label(fact), "years": asked}
    if gone := [fact_label(fact) for fact in old if fact not in new]:
        yield _("不再填报%(facts)s") % {"facts": series(gone)}


def statements_changed(before: Said, after: Said) -> Iterator[str]:
    """Questions that the application asks anew, or no more."""
    old, new = ([each["fact"] for each in rules["statements"]] for rules in (before, after))
    for fact in new:
        if fact not in old:
            yield _("新增“%(row)s”") % {"row": fact_label(fact)}
    if gone := [fact_label(fact) for fact in old if fact not in new]:
        yield _("不再询问%(facts)s") % {"facts": series(gone)}


def terms_changed(before: Said, after: Said) -> Iterator[str]:
    """Lengths of time one by one; one that only one edition sets is said as none in the other."""
    old, new = _terms(before), _terms(after)
    for name in {**old, **new}:
        if old.get(name) != new.get(name):
            none = _("未规定")
            changed = from_to(old.get(name, none), new.get(name, none))
            yield labelled(TERMS.get(name, _("公示")), changed)


def _terms(rules: Said) -> dict[str, str]:
    notice = {"notice": rules["notice"]} if "notice" in rules else {}
    return {name: term_says(said) for name, said in {**rules.get("terms", {}), **notice}.items()}


def once_said_changed(before: Said, after: Said) -> Iterator[tuple[str, str]]:
    """What an edition says once: validity, number, bar, road, who recognises, where it is recorded."""
    none = _("未规定")
    parts: list[tuple[str, Callable[[Said], object]]] = [
        (_("有效期"), lambda rules: validity_says(rules["validity"])),
        (_("编号样式"), lambda rules: rules.get("number", {}).get("example", none)),
        (_("撤销后不得再申报的年数"), lambda rules: rules.get("bar_years") or none),
        (_("办理程序"), lambda rules: _road(rules["road"])),
        (_("认定机关"), _recogniser),
        (_("登记系统"), lambda rules: _system(rules.get("system_of_record", {}))),
    ]
    for about, said_of in parts:
        old, new = said_of(before), said_of(after)
        if old != new:
            yield about, from_to(old, new)


def _road(code: str) -> str:
    return str(ROADS[code].says) if code in ROADS else _("上级机关认定或不在本系统办理")


def _recogniser(rules: Said) -> str:
    if rules["recognised_by"] is None:
        return in_language(rules.get("authority", ""), rules.get("authority_en", ""))
    office = Office.objects.filter(code=rules["recognised_by"]).first()
    return str(office or rules["recognised_by"])


def _system(said: Said) -> str:
    if said.get("kind") != "platform":
        return _("本系统")
    address, outcome, _fields = system_says(said)
    return series([in_language(said["name_zh"], said["name_en"]), address, outcome])
