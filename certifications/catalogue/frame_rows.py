"""The rows around the conditions of an edition: terms, validity, duties, benefits, where it is recorded."""

from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from certifications.catalogue.edition_row import DUTIES, KINDS, TERMS, Row, Said, item_of, row
from certifications.catalogue.edition_words import (
    benefit_says,
    system_says,
    term_says,
    validity_says,
    within_says,
)
from certifications.models import Edition
from enterprises.models.naming import in_language


def terms(rules: Said) -> Iterator[Row]:
    for name, said in (rules.get("terms") or {}).items():
        promise = _("法定或文件规定") if said["kind"] == "statutory" else _("服务承诺")
        says = f"{TERMS.get(name, name)} · {term_says(said)}"
        yield row(item_of("terms", name), said, says=says, kind=promise)
    if notice := rules.get("notice"):
        length = {"length": term_says(notice)}
        yield row("notice", notice, says=pgettext("term", "公示 · %(length)s") % length)


def validity(edition: Edition) -> Iterator[Row]:
    rules = edition.rules
    yield row(
        "validity", rules["validity"], says=validity_says(rules["validity"]), kind=_("有效期")
    )
    if number := rules.get("number"):
        label = in_language(number["label_zh"], number["label_en"])
        like = _("如 %(example)s") % {"example": number["example"]}
        yield row("number", number, like, says=label, kind=_("编号"))


def duties(rules: Said) -> Iterator[Row]:
    for key, kind in DUTIES.items():
        for said in rules.get(key, ()):
            when = within_says(said.get("from"), said.get("until"))
            yield row(item_of(key, said["code"]), said, when, kind=kind)


def benefits(rules: Said) -> Iterator[Row]:
    for said in rules.get("benefits", ()):
        kind = KINDS.get(said["kind"], "")
        yield row(item_of("benefits", said["code"]), said, *benefit_says(said), kind=kind)


def system(rules: Said) -> Iterator[Row]:
    said = rules.get("system_of_record") or {}
    if said.get("kind") != "platform":
        return
    name = in_language(said["name_zh"], said["name_en"])
    yield row("system_of_record", said, *system_says(said), says=name, kind=_("平台"))
    order = {"source": said["source"], "verified": said["order_verified"]}
    yield row("system_of_record.order", order, says=_("上列填报项的次序"), kind=_("次序"))
