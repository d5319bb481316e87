"""The ladder and the dated editions of seeds/, as rows. A published edition never changes.

How a rule file becomes JSON in `Edition.rules` (and back, in editions.py): an amount stays
`{"amount": "5000", "unit": "万元"}` with its number as text, a percentage stays the text `"5%"`,
a date is ISO text, whole numbers (points, years, working days) stay numbers. Lists keep their order;
the keys of a mapping do not on PostgreSQL.
`certifications.editions.limit` gives each its Decimal.
"""

import hashlib
import json
from datetime import date
from decimal import Decimal
from typing import Any

from django.db import transaction
from django.db.models import F, Min, Q
from django.utils.translation import gettext as _

import seeds
from certifications.bounds import NOTATION
from certifications.editions import day_before
from certifications.models import Edition, LocalIndicators, Scheme
from certifications.rules import cases
from certifications.rules.rulebook import read_rules
from enterprises import journal
from enterprises.loading import Tally, set_fields, upsert
from enterprises.models import Office
from enterprises.punctuation import clauses

SET_LATER = ("until", "renewals_until", "renewals_source")


class Unpublishable(ValueError):
    """The edition cannot become a row that judges; the sentence says why and what to do."""


class EditionEdited(Unpublishable):
    """The file of a published edition was edited; the sentence asks for a new file."""


class CasesFail(Unpublishable):
    """A case that the edition carries comes out otherwise than it says."""


@transaction.atomic
def load() -> list[Tally]:
    """Schemes, then editions; raises EditionEdited and changes nothing when one was edited."""
    schemes, editions = Tally("schemes"), Tally("editions")
    offices = dict(Office.objects.values_list("code", "name_zh"))
    rows = [_scheme(row, offices) for row in seeds.ladder()["schemes"]]
    by_code = upsert(schemes, Scheme, rows, key=("code",))
    published = {
        (edition.scheme.code, edition.code): edition
        for edition in Edition.objects.select_related("scheme")
    }
    for scheme, name in seeds.editions():
        wanted = edition_fields(seeds.edition(scheme, name), by_code[(scheme,)])
        _publish(editions, wanted, published.get((scheme, name)))
    editions.kept = len(published.keys() - editions.seen)
    return [schemes, editions, _load_local(by_code)]


def _load_local(schemes: dict[Any, Scheme]) -> Tally:
    """The city's own scoring indicators, a row for each item and year."""
    tally = Tally("local_indicators")
    offices = {office.code: office for office in Office.objects.all()}
    rows = [
        {
            "scheme": schemes[(said["scheme"],)],
            "item": item["item"],
            "year": said["year"],
            "owner": offices[said["owner"]],
            "rules": as_json(item),
            "source": item["source"],
            "verified": item["verified"],
        }
        for said in seeds.local_indicators()
        for item in said["items"]
    ]
    upsert(tally, LocalIndicators, rows, key=("scheme", "item", "year"))
    return tally


def _publish(tally: Tally, wanted: dict[str, Any], there: Edition | None) -> None:
    natural = (wanted["scheme"].code, wanted["code"])
    tally.seen.add(natural)
    if there is None:
        publish_edition(wanted)
        tally.created.add(natural)
    elif there.digest == wanted["digest"]:
        until = wanted["in_force_until"] or eve_of_successor(there)
        set_fields(tally, natural, there, {**wanted, "in_force_until": until})
    elif there.notation < NOTATION:
        _write_anew(there, wanted)
        tally.updated.add(natural)
    else:
        raise EditionEdited(
            _(
                "schemes/%(scheme)s/%(code)s.yaml：该版本已发布，规则不能改。"
                "请恢复原文件，另建新版本文件（如 schemes/%(scheme)s/<新版本>.yaml）。"
            )
            % {"scheme": natural[0], "code": natural[1]}
        )


def publish_edition(wanted: dict[str, Any]) -> Edition:
    """Enter an edition: the one way, for the seed files and for the policy desk.

    Where no last day is written, the eve of its successor is one; so it ends the edition before it.
    Raises CasesFail unless its own cases come out as they say.
    """
    _hold_own_cases(wanted)
    edition = Edition(**wanted)
    edition.in_force_until = edition.in_force_until or eve_of_successor(edition)
    edition.save(force_insert=True)
    before = edition_before(edition)
    eve = eve_of_successor(before) if before else None
    if before and eve and (before.in_force_until is None or before.in_force_until > eve):
        before.in_force_until = eve
        before.save(update_fields=["in_force_until"])
    return edition


def _hold_own_cases(wanted: dict[str, Any]) -> None:
    said = wanted["rules"].get("cases")
    if not said:
        return
    book = read_rules(wanted["rules"])
    wrong = [str(each) for case in said["list"] for each in cases.run(book, said["base"], case)]
    if wrong:
        name = f"{wanted['scheme'].code}/{wanted['code']}"
        raise CasesFail(_("%(name)s：案例结果不符，不能发布：%(wrong)s") % {
            "name": name, "wrong": clauses(wrong),
        })  # fmt: skip


def edition_before(edition: Edition) -> Edition | None:
    """The edition of the same scheme that began last before this one."""
    if edition.in_force_from is None:
        return None
    began = Q(in_force_from__isnull=True) | Q(in_force_from__lt=edition.in_force_from)
    earlier = edition.scheme.editions.filter(began)
    return earlier.order_by(F("in_force_from").desc(nulls_last=True)).first()


def eve_of_successor(edition: Edition) -> date | None:
    """The day before the next edition of the scheme begins; None while there is none."""
    later = edition.scheme.editions.exclude(code=edition.code)
    if edition.in_force_from:
        later = later.filter(in_force_from__gt=edition.in_force_from)
    first = later.aggregate(first=Min("in_force_from"))["first"]
    return day_before(first) if first else None


def _write_anew(there: Edition, wanted: dict[str, Any]) -> None:
    """The same law in the present notation; both digests stay in the journal."""
    detail = {"notation": NOTATION, "before": there.digest, "after": wanted["digest"]}
    subject = f"edition/{wanted['scheme'].code}/{there.code}"
    journal.record(subject, "rewrite_edition", by=None, detail=detail)
    for name, value in wanted.items():
        setattr(there, name, value)
    there.save()


def edition_fields(rules: dict[str, Any], scheme: Scheme) -> dict[str, Any]:
    """The columns of an edition from its checked file (or from a draft of the policy desk)."""
    frozen = as_json(rules)
    return {
        "scheme": scheme,
        "code": rules["edition"],
        "name_zh": rules["name_zh"],
        "name_en": rules["name_en"],
        "in_force_from": rules["in_force"]["from"],
        "in_force_until": rules["in_force"].get("until"),
        "renewals_until": rules["in_force"].get("renewals_until"),
        "road": rules["road"],
        "rules": frozen,
        "digest": digest(frozen),
        "notation": NOTATION,
        "verified": rules["verified"],
    }


def digest(rules: dict[str, Any]) -> str:
    """SHA-256 of what the edition says.

    Left out are the days it ends, for its successor sets them, and its cases: they prove how it
    is read and are no law.
    """
    in_force = {key: day for key, day in rules["in_force"].items() if key not in SET_LATER}
    law = {key: said for key, said in rules.items() if key != "cases"} | {"in_force": in_force}
    text = json.dumps(law, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()


def as_json(value: Any) -> Any:
    """A value of a seed file as JSON can keep it without losing a digit."""
    if isinstance(value, dict):
        exact = {"amount": str(value["amount"])} if value.keys() == {"amount", "unit"} else {}
        return {key: as_json(each) for key, each in value.items()} | exact
    if isinstance(value, list):
        return [as_json(each) for each in value]
    if isinstance(value, seeds.Share):
        return str(value)
    if isinstance(value, Decimal):
        return f"{value:f}"
    return value.isoformat() if isinstance(value, date) else value


def _scheme(row: dict[str, Any], offices: dict[str, str]) -> dict[str, Any]:
    same = ("code", "name_zh", "name_en", "rung", "track", "nature", "form", "order", "verified")
    authority = row["recognised_by"]
    edges = ("recognised_by", "needs", "excludes", "shortcuts")
    return {
        **{name: row[name] for name in same},
        "recognised_by": authority.get("authority_zh") or offices[authority["office"]],
        "recorded_by": row["holds_on"],
        "relations": {name: as_json(row[name]) for name in edges},
    }
