"""Batches: announcing a window in which a scheme takes applications."""

from datetime import date

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from certifications.editions import NoEdition, edition_for
from certifications.models import Batch, Scheme
from certifications.moves import NotReady, WrongPerson
from certifications.procedure import ROADS
from enterprises import journal
from enterprises.models import Mandate, Posting, User
from enterprises.visibility import WORKING, postings_on

LONGEST_BATCH = 366  # days: our own bound against a slip of the pen


@transaction.atomic
def announce(
    scheme: Scheme,
    kind: str,
    *,
    code: str,
    name_zh: str,
    name_en: str,
    opens_on: date,
    closes_on: date,
    by: User,
    today: date,
) -> Batch:
    """Announce a batch; the edition in force on its first day judges it.

    Raises WrongPerson (neither administrator nor of the recognising office) or NotReady.
    """
    _may_announce(scheme, by, today)
    if closes_on < opens_on:
        raise NotReady(_("截止日早于开始日，请核对。"))
    if (closes_on - opens_on).days > LONGEST_BATCH:
        raise NotReady(_("一个批次最长 %(days)d 天，请核对截止年份。") % {"days": LONGEST_BATCH})
    if closes_on < today:
        raise NotReady(_("批次的截止日已过，请填写今天或以后的日期。"))
    try:
        edition = edition_for(scheme, kind, opens_on)
    except NoEdition as error:
        says = _("%(day)s 没有施行中的“%(scheme)s”规则，不能开启批次；请先发布规则版本。")
        raise NotReady(says % {"day": opens_on.isoformat(), "scheme": scheme}) from error
    if edition.road not in ROADS:
        raise NotReady(_("“%(scheme)s”由上级机关认定，不在本系统受理申报。") % {"scheme": scheme})
    try:
        with transaction.atomic():
            batch = Batch.objects.create(
                code=code, scheme=scheme, edition=edition, kind=kind, name_zh=name_zh,
                name_en=name_en or name_zh, opens_on=opens_on, closes_on=closes_on,
            )  # fmt: skip
    except IntegrityError as error:
        raise NotReady(_("代码“%(code)s”已用于另一批次，请另取。") % {"code": code}) from error
    detail = {"opens_on": opens_on.isoformat(), "closes_on": closes_on.isoformat()}
    journal.record(f"batch/{code}", "announce_batch", by=by, detail=detail)
    return batch


def _may_announce(scheme: Scheme, by: User, today: date) -> None:
    posts = postings_on(by, today)
    if posts.filter(role=Posting.Role.ADMINISTRATOR).exists():
        return
    answering = Mandate.objects.on(today).filter(
        scheme_code=scheme.code, duty=Mandate.Duty.RECOGNISES
    )
    offices = answering.values("office")
    if not posts.filter(role__in=WORKING, office__in=offices).exists():
        says = _("“%(scheme)s”的批次由其市级认定部门开启，您今天没有这个岗位。")
        raise WrongPerson(says % {"scheme": scheme})
