"""Posts at offices: giving one, ending one. Who holds which post decides all that officers may do."""

from datetime import date

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from enterprises import journal
from enterprises.models import Office, Posting, User
from enterprises.visibility import postings_on


class PostingRefused(ValueError):
    """The post cannot be given or ended like this; the sentence says why."""


@transaction.atomic
def appoint(
    user: User, office: Office, role: str, *, since: date, until: date | None, by: User, today: date
) -> Posting:
    """Give a person a post from a day (to a day). Nobody gives one to themselves."""
    _may_appoint(user, by, today)
    if since < today:
        raise PostingRefused(_("岗位自今天或以后起算，不能补登过去的日子。"))
    if until is not None and until < since:
        raise PostingRefused(_("岗位的截止日早于起始日，请核对。"))
    try:
        with transaction.atomic():
            posting = Posting.objects.create(
                user=user, office=office, role=role, since=since, until=until
            )
    except IntegrityError as error:
        raise PostingRefused(_("此人在该部门已有同一岗位，不必重复登记。")) from error
    _write_down(posting, "appoint", by)
    return posting


@transaction.atomic
def end(posting: Posting, *, until: date | None, by: User, today: date) -> Posting:
    """Let a post end on a day (its last day), or take the end back."""
    posting = Posting.objects.select_for_update().get(pk=posting.pk)
    _may_appoint(posting.user, by, today)
    if until is not None and posting.since is not None and until < posting.since:
        raise PostingRefused(_("岗位的截止日早于起始日，请核对。"))
    posting.until = until
    posting.save(update_fields=["until"])
    _write_down(posting, "end_posting", by)
    return posting


def _may_appoint(user: User, by: User, today: date) -> None:
    if not postings_on(by, today).filter(role=Posting.Role.ADMINISTRATOR).exists():
        raise PostingRefused(_("岗位由系统管理员登记，您今天没有这个岗位。"))
    if user == by:
        raise PostingRefused(_("不能登记或变更自己的岗位，请由另一位系统管理员办理。"))


def _write_down(posting: Posting, deed: str, by: User) -> None:
    journal.record(
        f"user/{posting.user.username}",
        deed,
        by=by,
        detail={
            "office": posting.office.code,
            "role": posting.role,
            "since": posting.since.isoformat() if posting.since else None,
            "until": posting.until.isoformat() if posting.until else None,
        },
    )
