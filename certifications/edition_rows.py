"""Every row of an edition that rests on a source, by the name under which it can be confirmed.

`criteria.revenue`, `scoring.ip`, `terms.acceptance`, `validity`, `edition`: what a page shows of a
rule, and what a confirmation is about. It knows no reader and no mark's wording.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext, pgettext_lazy

from certifications.edition_words import (
    applies_says,
    asks_says,
    benefit_says,
    evidence_says,
    item_says,
    system_says,
    term_says,
    validity_says,
    within_says,
)
from certifications.models import Edition, LocalIndicators
from enterprises.models.naming import in_language

Said = Mapping[str, Any]
LONGEST_ITEM = 80
KINDS: dict[str, Promise] = {
    "hard": gettext_lazy("必备条件"),
    "veto": gettext_lazy("一票否决"),
    "judged": gettext_lazy("人工判断"),
    "prerequisite": gettext_lazy("前置称号"),
    "external_score": gettext_lazy("外部评分"),
    "tax": gettext_lazy("税收"),
    "subsidy": gettext_lazy("补助"),
    "finance": gettext_lazy("金融"),
    "other": gettext_lazy("其他"),
}
TERMS: dict[str, Promise] = {
    "acceptance": pgettext_lazy("term", "受理"),
    "district_review": gettext_lazy("区市审核"),
    "on_site_check": gettext_lazy("现场核查"),
    "correction": gettext_lazy("企业补正"),
    "city_review": gettext_lazy("市级审查"),
    "expert_review": gettext_lazy("专家或第三方评审"),
    "recognition": pgettext_lazy("term", "认定"),
    "objection": gettext_lazy("异议核查"),
}
DUTIES: dict[str, Promise] = {
    "upkeep": gettext_lazy("每年更新与报告"),
    "revocation": gettext_lazy("撤销情形"),
    "windows": gettext_lazy("申报期"),
    "preferences": gettext_lazy("优先情形"),
}


@dataclass(frozen=True)
class Row:
    """One line of the rules as people read it: words, further words, source, how far checked."""

    item: str
    says: str
    kind: str = ""
    notes: tuple[str, ...] = ()
    source: str = ""
    verified: str = "yes"


@dataclass(frozen=True)
class Section:
    """Rows that stand together under one heading."""

    code: str
    title: str
    rows: tuple[Row, ...]


def sections(edition: Edition) -> list[Section]:
    """Everything of an edition that has a source, under its headings; empty ones are left out."""
    rules = edition.rules
    found = [
        Section("origin", _("规则版本"), tuple(_origin(edition))),
        Section("criteria", _("条件"), tuple(_criteria(rules))),
        Section("routes", _("直通条件（满足任一）"), tuple(_routes(rules))),
        Section("scoring", _("评价指标"), tuple(_scoring(rules))),
        Section("local", _("本市特色化指标"), tuple(_local(edition))),
        Section("materials", _("材料"), tuple(_materials(rules))),
        Section("terms", _("办理时限"), tuple(_terms(rules))),
        Section("validity", _("有效期与编号"), tuple(_validity(edition))),
        Section("duties", _("申报期、更新与撤销"), tuple(_duties(rules))),
        Section("benefits", _("享受的政策"), tuple(_benefits(rules))),
        Section("system", _("登记系统"), tuple(_system(rules))),
    ]
    return [section for section in found if section.rows]


def rows_of(edition: Edition) -> dict[str, Row]:
    """Every row by its item."""
    return {row.item: row for section in sections(edition) for row in section.rows}


def item_of(*parts: str) -> str:
    """The name of a row, no longer than the column that keeps it."""
    return ".".join(parts)[:LONGEST_ITEM]


def _row(item: str, said: Said, *notes: str, kind: object = "", says: str = "") -> Row:
    return Row(
        item,
        says or in_language(said["says_zh"], said.get("says_en", "")),
        str(kind),
        tuple(note for note in (*notes, _note(said)) if note),
        said.get("source", ""),
        said.get("verified", "yes"),
    )


def _note(said: Said) -> str:
    return in_language(said.get("note_zh", said.get("note", "")), said.get("note_en", ""))


def _origin(edition: Edition) -> Iterator[Row]:
    rules = edition.rules
    note = in_language(rules.get("note_zh", ""), rules.get("note_en", ""))
    notes = (note,) if note else ()
    yield Row("edition", edition.name, "", notes, edition.basis_says, edition.verified)
    in_force = rules["in_force"]
    if "verified" in in_force:
        says = within_says(in_force["from"], in_force.get("until"))
        yield _row("in_force", {**in_force, "source": edition.basis_says}, says=says)
    if in_force.get("renewals_until"):
        says = _("复核沿用至 %(day)s") % {"day": in_force["renewals_until"]}
        source = {"source": in_force["renewals_source"], "verified": rules["verified"]}
        yield _row("renewals", source, says=says)


def _criteria(rules: Said) -> Iterator[Row]:
    for said in rules["criteria"]:
        notes = (asks_says(said), applies_says(said), evidence_says(said, rules))
        yield _row(
            item_of("criteria", said["code"]), said, *notes, kind=KINDS.get(said["kind"], "")
        )
        for waiver in said.get("waived_by", ()):
            item = item_of("waivers", said["code"], waiver["code"])
            yield _row(item, waiver, asks_says(waiver), kind=_("可免上一条"))


def _routes(rules: Said) -> Iterator[Row]:
    for said in (rules.get("direct_routes") or {}).get("any", ()):
        yield _row(item_of("routes", said["code"]), said, asks_says(said), kind=_("直通条件"))


def _scoring(rules: Said) -> Iterator[Row]:
    scoring = rules.get("scoring") or {}
    for said in scoring.get("items", ()):
        most = ngettext("满分 %(n)d 分", "满分 %(n)d 分", said["max"]) % {"n": said["max"]}
        kind = in_language(said.get("dimension", ""), said.get("dimension_en", ""))
        yield _row(item_of("scoring", said["code"]), said, most, *item_says(said), kind=kind)


def _local(edition: Edition) -> Iterator[Row]:
    for each in LocalIndicators.objects.filter(scheme=edition.scheme_id).select_related("owner"):
        said = {"source": each.source, "verified": each.verified}
        says = _("%(year)d 年 %(item)s") % {"year": each.year, "item": each.item}
        item = item_of("local", str(each.year), each.item)
        yield _row(item, said, *item_says(each.rules), says=says, kind=str(each.owner))


def _materials(rules: Said) -> Iterator[Row]:
    for said in rules["materials"]:
        accepts = _("收 %(kinds)s") % {"kinds": " / ".join(said["accepts"]).upper()}
        kind = _("必交") if said["required"] else _("选交")
        yield _row(item_of("materials", said["code"]), said, accepts, kind=kind)


def _terms(rules: Said) -> Iterator[Row]:
    for name, said in (rules.get("terms") or {}).items():
        promise = _("法定或文件规定") if said["kind"] == "statutory" else _("服务承诺")
        says = f"{TERMS.get(name, name)} · {term_says(said)}"
        yield _row(item_of("terms", name), said, says=says, kind=promise)
    if notice := rules.get("notice"):
        yield _row("notice", notice, says=f"{pgettext_lazy('term', '公示')} · {term_says(notice)}")


def _validity(edition: Edition) -> Iterator[Row]:
    rules = edition.rules
    yield _row("validity", rules["validity"], says=validity_says(rules["validity"]))
    if number := rules.get("number"):
        label = in_language(number["label_zh"], number["label_en"])
        like = _("如 %(example)s") % {"example": number["example"]}
        yield _row("number", number, like, says=label)


def _duties(rules: Said) -> Iterator[Row]:
    for key, kind in DUTIES.items():
        for said in rules.get(key, ()):
            when = within_says(said.get("from"), said.get("until"))
            yield _row(item_of(key, said["code"]), said, when, kind=kind)


def _benefits(rules: Said) -> Iterator[Row]:
    for said in rules.get("benefits", ()):
        kind = KINDS.get(said["kind"], "")
        yield _row(item_of("benefits", said["code"]), said, *benefit_says(said), kind=kind)


def _system(rules: Said) -> Iterator[Row]:
    said = rules.get("system_of_record") or {}
    if said.get("kind") != "platform":
        return
    yield _row("system_of_record", said, *system_says(said), says=in_language(said["name_zh"], said["name_en"]))  # fmt: skip
    order = {"source": said["source"], "verified": said["order_verified"]}
    yield _row("system_of_record.order", order, says=_("上列填报项的次序"))
