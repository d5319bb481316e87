"""Every row of an edition that rests on a source, under the headings in which it is read."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from certifications.catalogue import frame_rows
from certifications.catalogue.edition_row import KINDS, Row, Said, item_of, item_of_finding, row
from certifications.catalogue.edition_words import (
    applies_says,
    asks_says,
    evidence_says,
    item_says,
    pass_says,
    within_says,
)
from certifications.models import Edition, LocalIndicators
from enterprises.models.naming import in_language

__all__ = ["Row", "Section", "item_of", "item_of_finding", "rows_of", "sections"]


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
        Section("terms", _("办理时限"), tuple(frame_rows.terms(rules))),
        Section("validity", _("有效期与编号"), tuple(frame_rows.validity(edition))),
        Section("duties", _("申报期、更新与撤销"), tuple(frame_rows.duties(rules))),
        Section("benefits", _("享受的政策"), tuple(frame_rows.benefits(rules))),
        Section("system", _("登记系统"), tuple(frame_rows.system(rules))),
    ]
    return [section for section in found if section.rows]


def rows_of(edition: Edition) -> dict[str, Row]:
    """Every row by its item."""
    return {each.item: each for section in sections(edition) for each in section.rows}


def _origin(edition: Edition) -> Iterator[Row]:
    rules = edition.rules
    note = in_language(rules.get("note_zh", ""), rules.get("note_en", ""))
    notes = (note,) if note else ()
    yield Row("edition", edition.name, _("依据"), notes, edition.basis_says, edition.verified)
    in_force = rules["in_force"]
    if "verified" in in_force:
        says = within_says(in_force["from"], in_force.get("until")) or _("施行日不明")
        yield row("in_force", {**in_force, "source": edition.basis_says}, says=says, kind=_("施行"))
    if in_force.get("renewals_until"):
        says = _("复核沿用至 %(day)s") % {"day": in_force["renewals_until"]}
        source = {"source": in_force["renewals_source"], "verified": rules["verified"]}
        yield row("renewals", source, says=says, kind=_("复核"))


def _criteria(rules: Said) -> Iterator[Row]:
    for said in rules["criteria"]:
        notes = (asks_says(said), applies_says(said), evidence_says(said, rules))
        yield row(item_of("criteria", said["code"]), said, *notes, kind=KINDS.get(said["kind"], ""))
        for waiver in said.get("waived_by", ()):
            item = item_of("waivers", said["code"], waiver["code"])
            yield row(item, waiver, asks_says(waiver), kind=_("可免上一条"))


def _routes(rules: Said) -> Iterator[Row]:
    for said in (rules.get("direct_routes") or {}).get("any", ()):
        yield row(item_of("routes", said["code"]), said, asks_says(said), kind=_("直通条件"))


def _scoring(rules: Said) -> Iterator[Row]:
    scoring = rules.get("scoring") or {}
    if scoring:
        by = _("由系统按数据计算得分") if scoring["computed"] else _("由专家打分")
        yield row("scoring", scoring, says=pass_says(scoring), kind=by)
    for said in scoring.get("items", ()):
        most = ngettext("满分 %(n)d 分", "满分 %(n)d 分", said["max"]) % {"n": said["max"]}
        kind = in_language(said.get("dimension", ""), said.get("dimension_en", ""))
        yield row(item_of("scoring", said["code"]), said, most, *item_says(said), kind=kind)


def _local(edition: Edition) -> Iterator[Row]:
    for each in LocalIndicators.objects.filter(scheme=edition.scheme_id).select_related("owner"):
        said = {"source": each.source, "verified": each.verified}
        says = _("%(year)d 年 %(item)s") % {"year": each.year, "item": each.item}
        item = item_of("local", str(each.year), each.item)
        yield row(item, said, *item_says(each.rules), says=says, kind=str(each.owner))


def _materials(rules: Said) -> Iterator[Row]:
    for said in rules["materials"]:
        accepts = _("收 %(kinds)s") % {"kinds": " / ".join(said["accepts"]).upper()}
        kind = _("必交") if said["required"] else _("选交")
        yield row(item_of("materials", said["code"]), said, accepts, kind=kind)
