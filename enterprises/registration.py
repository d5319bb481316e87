"""Deeds on the register of enterprises: register, rename, move.

Each writes dated rows and one journal entry in one transaction. Knows no title: what a rename means
for certificates is recognition's business.
"""

from datetime import date, timedelta

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from enterprises import credit_code, journal, names
from enterprises.models import District, Enterprise, NameSpan, Residence, User, Zone

ONE_DAY = timedelta(days=1)


class RegistrationRefused(ValueError):
    """The register cannot be changed like this; the sentence says why and what to do."""


def subject_of(enterprise: Enterprise) -> str:
    """The enterprise's name in the journal."""
    return f"enterprise/{enterprise.credit_code}"


@transaction.atomic
def register(
    code: str,
    name: str,
    *,
    by: User | None,
    registered_on: date | None = None,
    district: District | None = None,
    zone: Zone | None = None,
    address: str = "",
    registered_type: str = "",
    accepted_because: str = "",
    source: str = "",
) -> Enterprise:
    """Enter an enterprise; a wrong check character needs a reason, any other flaw is refused."""
    code, name = credit_code.normalise(code), _checked_name(name)
    reason = _reason_to_accept(code, accepted_because.strip())
    kind = Enterprise.Kind.LEGAL_PERSON
    if names.is_branch(name, registered_type):
        kind = Enterprise.Kind.BRANCH
    enterprise = Enterprise(
        credit_code=code,
        code_accepted_because=reason,
        name=name,
        initials=names.initials(name),
        kind=kind,
        registered_on=registered_on,
        source=source,
    )
    _save_new(enterprise)
    NameSpan.objects.create(enterprise=enterprise, name=name)
    Residence.objects.create(enterprise=enterprise, district=district, zone=zone, address=address)
    journal.record(
        subject_of(enterprise),
        "register",
        by=by,
        note=reason,
        detail={"name": name, "source": source},
    )
    return enterprise


@transaction.atomic
def rename(
    enterprise: Enterprise, name: str, *, on: date, by: User | None, note: str = ""
) -> NameSpan:
    """Give the enterprise a new name from a day; the old one ends on the eve and stays known."""
    enterprise = _locked(enterprise)
    name = _checked_name(name)
    if name == enterprise.name:
        raise RegistrationRefused(_("新名称与现用名称相同，无需变更。"))
    _end(enterprise.names.filter(until=None).first(), on)
    span = NameSpan.objects.create(enterprise=enterprise, name=name, since=on)
    former, enterprise.name, enterprise.initials = enterprise.name, name, names.initials(name)
    enterprise.save(update_fields=["name", "initials"])
    journal.record(
        subject_of(enterprise),
        "rename",
        by=by,
        note=note,
        detail={"from": former, "to": name, "on": on.isoformat()},
    )
    return span


@transaction.atomic
def move(
    enterprise: Enterprise,
    district: District,
    *,
    address: str,
    on: date,
    by: User | None,
    zone: Zone | None = None,
    note: str = "",
) -> Residence:
    """Let the enterprise live at another address from a day; the old residence ends on the eve."""
    enterprise = _locked(enterprise)
    former = enterprise.residences.filter(until=None).select_related("district").first()
    if former and (former.district_id, former.address) == (district.pk, address):
        raise RegistrationRefused(_("新住所与现住所相同，无需变更。"))
    if not district.holds_on(on):
        raise RegistrationRefused(
            _("%(district)s在 %(on)s 不是现行区划，请改选现行区市。")
            % {"district": district.name_zh, "on": on.isoformat()}
        )
    _end(former, on)
    residence = Residence.objects.create(
        enterprise=enterprise, district=district, zone=zone, address=address, since=on
    )
    before = former.district.code if former and former.district else ""
    journal.record(
        subject_of(enterprise),
        "move",
        by=by,
        note=note,
        detail={"from": before, "to": district.code, "on": on.isoformat()},
    )
    return residence


def _locked(enterprise: Enterprise) -> Enterprise:
    return Enterprise.objects.select_for_update().get(pk=enterprise.pk)


def _checked_name(raw: str) -> str:
    name = names.clean(raw)
    if not names.has_chinese(name):
        raise RegistrationRefused(_("企业名称为空或没有汉字，请按营业执照填写。"))
    if len(name) > 200:
        raise RegistrationRefused(_("企业名称超过 200 字，请按营业执照填写。"))
    return name


def _reason_to_accept(code: str, reason: str) -> str:
    flaw = credit_code.flaw(code)
    if flaw is None:
        return ""
    if flaw.name != credit_code.CHECK_CHARACTER:
        raise RegistrationRefused(flaw.says)
    if not reason:
        raise RegistrationRefused(flaw.says + _("确属登记机关所发代码的，请写明采信理由。"))
    return reason


def _save_new(enterprise: Enterprise) -> None:
    try:
        with transaction.atomic():
            enterprise.save(force_insert=True)
    except IntegrityError as error:
        raise RegistrationRefused(
            _("代码 %(code)s 已登记，请查询该企业，不要重复登记。")
            % {"code": enterprise.credit_code}
        ) from error


def _end(span: NameSpan | Residence | None, on: date) -> None:
    if span is None:
        return
    if span.since and span.since >= on:
        raise RegistrationRefused(
            _("变更日 %(on)s 不晚于上次变更日 %(since)s，请核对日期。")
            % {"on": on.isoformat(), "since": span.since.isoformat()}
        )
    span.until = on - ONE_DAY
    span.save(update_fields=["until"])
