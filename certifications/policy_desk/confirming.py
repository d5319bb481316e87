"""依据核对: a named officer of the policy desk holds one row of a rule against the official text.

Until then a row that was not fully checked says so wherever it is shown; afterwards it says who
confirmed it, when and by which text. Confirmations stand beside the edition, which never changes.
"""

from datetime import date

from django.db import IntegrityError, transaction
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from certifications.catalogue.edition_rows import rows_of
from certifications.models import Confirmation, Edition
from certifications.moves import NotReady
from certifications.policy_desk import keepers
from enterprises import journal
from enterprises.clock import now
from enterprises.models import Paper, User
from enterprises.models.naming import Verified
from enterprises.papers import ending_of
from enterprises.templatetags.reading import day as spelt

MARKS: dict[str, str | Promise] = {
    Verified.YES: "",
    Verified.PARTIAL: gettext_lazy("依据部分核对"),
    Verified.NO: gettext_lazy("依据未经官方文本核对"),
}
OFFICIAL_TEXT = "pdf"
LONGEST_SAYS = 300
KEPT = "rows_confirmed"


def says_verified(mark: str) -> str:
    """The mark that travels with a row that was not fully checked; nothing when it was."""
    return str(MARKS.get(mark, ""))


def confirmed(edition: Edition) -> dict[str, Confirmation]:
    """The confirmed rows of an edition by item; read once for each instance of the edition."""
    if KEPT not in edition.__dict__:
        rows = edition.confirmations.select_related("confirmed_by", "paper") if edition.pk else ()
        edition.__dict__[KEPT] = {row.item: row for row in rows}
    found: dict[str, Confirmation] = edition.__dict__[KEPT]
    return found


def mark_of(edition: Edition, item: str, verified: str) -> str:
    """The mark of a row; nothing once it was confirmed."""
    return "" if item in confirmed(edition) else says_verified(verified)


def says_confirmed(confirmation: Confirmation) -> str:
    """Who held it against the official text, when, and where it stands there."""
    says = _("%(who)s于 %(day)s对照官方文本核对：%(where)s")
    who, day = confirmation.confirmed_by, spelt(confirmation.confirmed_at)
    return says % {"who": who, "day": day, "where": confirmation.says}


@transaction.atomic
def confirm(
    edition: Edition,
    item: str,
    *,
    paper: Paper,
    file_name: str,
    says: str,
    by: User,
    today: date,
) -> Confirmation:
    """Confirm one row with the official text attached. Raises WrongPerson or NotReady."""
    keepers.require(by, edition.scheme, today)
    _can_be_confirmed(edition, item)
    if ending_of(paper) != OFFICIAL_TEXT:
        raise NotReady(_("官方文本只收 PDF，请转换后上传。"))
    if not 0 < len(says.strip()) <= LONGEST_SAYS:
        raise NotReady(_("请写明核对到官方文本的哪一条，不超过 %(n)d 个字。") % {"n": LONGEST_SAYS})
    return _enter(edition, item, paper, file_name, says.strip(), by)


def _can_be_confirmed(edition: Edition, item: str) -> None:
    row = rows_of(edition).get(item)
    if row is None:
        raise NotReady(_("这一版规则没有这一条，请刷新页面后重试。"))
    if row.verified == Verified.YES:
        raise NotReady(_("这一条在规则文件中已注明核对，不必再核对。"))
    if edition.confirmations.filter(item=item).exists():
        raise NotReady(_("这一条已由同事核对，请刷新页面查看。"))


def _enter(
    edition: Edition, item: str, paper: Paper, file_name: str, says: str, by: User
) -> Confirmation:
    try:
        with transaction.atomic():
            row = Confirmation.objects.create(
                edition=edition, item=item, paper=paper, file_name=file_name[-200:], says=says,
                confirmed_by=by, confirmed_at=now(),
            )  # fmt: skip
    except IntegrityError as error:
        raise NotReady(_("这一条已由同事核对，请刷新页面查看。")) from error
    detail = {"item": item, "sha256": paper.sha256, "file": row.file_name}
    subject = f"edition/{edition.scheme.code}/{edition.code}"
    journal.record(subject, "confirm_source", by=by, note=says, detail=detail)
    edition.__dict__.pop(KEPT, None)
    return row
