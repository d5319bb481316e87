"""Parts of a rule file in words: what is asked, points, terms, validity, benefits, platforms."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext as _

from certifications.editions import CALENDAR_DAYS, WORKING_DAYS, limit
from certifications.rules import wording
from certifications.rules.conditions import Always, Judged, read
from enterprises.models.naming import in_language
from enterprises.punctuation import clauses, labelled, series
from enterprises.vocabulary import fact_label, fact_unit

Said = Mapping[str, Any]


def asks_says(said: Said) -> str:
    """The test of a row as the machine holds it; nothing where a person judges."""
    condition = read(said)
    return "" if isinstance(condition, (Always, Judged)) else wording.says(condition)


def applies_says(said: Said) -> str:
    """For whom the row is, where it is not for everybody."""
    applies = said.get("applies_to")
    if not applies:
        return ""
    return _("只用于首次申报") if "new" in applies else _("只用于复核")


def evidence_says(said: Said, rules: Said) -> str:
    """The papers that prove a criterion."""
    named = {
        each["code"]: in_language(each["says_zh"], each["says_en"]) for each in rules["materials"]
    }
    papers = [named[code] for code in said.get("evidence", ()) if code in named]
    return labelled(_("佐证"), series(papers)) if papers else ""


def item_says(said: Said) -> list[str]:
    """What gives points, line by line."""
    if "per" in said:
        return [_per_says(said["per"])]
    if "best_of" in said:
        either = _("取其高：")
        return [either + "　".join(map(_band_says, bands)) for bands in said["best_of"]]
    if not said.get("bands") and said.get("local"):
        return [_("由本市按年另定指标")]
    return [_band_says(band) for band in said.get("bands", ())]


def _band_says(band: Said) -> str:
    points = band["points"] if isinstance(band["points"], list) else [band["points"]]
    low, high = points[0], points[-1]
    scored = _("%s 分") % (low if low == high else f"{low}–{high}")
    return labelled(_band_when(band), scored)


def _band_when(band: Said) -> str:
    """Its grade and name, as experts know them, and the condition that the law gives."""
    named = in_language(band.get("says_zh", ""), band.get("says_en", ""))
    condition = read({key: part for key, part in band.items() if key != "judged"})
    limit = "" if isinstance(condition, Always) and named else wording.says(condition)
    said = [band.get("grade", ""), named, limit]
    return " · ".join(each for each in said if each)


def pass_says(scoring: Said) -> str:
    """The pass mark with the minima beside it."""
    names = {
        each["code"]: in_language(each["says_zh"], each["says_en"]) for each in scoring["items"]
    }
    dimensions = {
        each["dimension"]: in_language(each["dimension"], each.get("dimension_en", ""))
        for each in scoring["items"]
        if "dimension" in each
    }
    named = {**names, **dimensions}
    marks = [_mark_says(scoring["pass"], _("合计"))]
    for also in scoring.get("also", ()):
        marks.append(_mark_says(also, named[also.get("item", also.get("dimension"))]))
    return clauses(marks)


def _mark_says(said: Said, about: str) -> str:
    if "more_than" in said:
        return _("%(about)s超过 %(points)s 分") % {"about": about, "points": said["more_than"]}
    return _("%(about)s不低于 %(points)s 分") % {"about": about, "points": said["at_least"]}


def _per_says(said: Said) -> str:
    every = wording.says_bound(limit(said["every"]), fact_unit(said["fact"]))
    says = _("“%(fact)s”每满 %(every)s得 %(points)s 分")
    return says % {"fact": fact_label(said["fact"]), "every": every, "points": said["points"]}


def term_says(said: Said) -> str:
    """How long: 5 个工作日, 15 天."""
    if WORKING_DAYS in said:
        return _("%(n)d 个工作日") % {"n": int(said[WORKING_DAYS])}
    return _("%(n)d 天") % {"n": int(said[CALENDAR_DAYS])}


def validity_says(validity: Said) -> str:
    """How long the title holds, as the edition counts it."""
    if "years" in validity:
        start = _("公布之日") if validity["starts"] == "announced_on" else _("发证之日")
        return _("自%(start)s起 %(n)d 年") % {"start": start, "n": int(validity["years"])}
    if "ends_each_year" in validity:
        month, day = (int(part) for part in validity["ends_each_year"].split("-"))
        return _("自公布之日起至次年 %(month)d 月 %(day)d 日") % {"month": month, "day": day}
    return _("规则没有规定期限")


def within_says(first: str | None, last: str | None) -> str:
    """From a day to a day (ISO), as far as they are known."""
    if first and last:
        return _("%(first)s 至 %(last)s") % {"first": first, "last": last}
    if first:
        return _("自 %(first)s 起") % {"first": first}
    return _("至 %(last)s") % {"last": last} if last else ""


def from_to(old: object, new: object) -> str:
    """What was, and what is instead."""
    return _("由“%(old)s”改为“%(new)s”") % {"old": old, "new": new}


def benefit_says(said: Said) -> list[str]:
    """The document of a benefit, and when it holds."""
    document = " ".join(part for part in (said["document"], said["number"]) if part)
    return [document, within_says(said["from"], said["until"])]


def system_says(said: Said) -> list[str]:
    """A platform's address, how its outcome comes back, and what it asks."""
    outcome = _("结果以编号返回") if said["outcome"] == "number" else _("结果以名单返回")
    fields = series(fact_label(each["fact"]) for each in said["fields"])
    return [said["address"] or _("网址待核"), outcome, labelled(_("填报项"), fields)]
