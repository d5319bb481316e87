"""Publishing: a second person turns a draft into the row that judges cases. It never changes again."""

from dataclasses import dataclass
from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from certifications.loading import edition_fields, publish_edition
from certifications.models import Edition, EditionDraft
from certifications.moves import NotReady, WrongMoment, WrongPerson
from certifications.policy_desk import edition_checks, moving_drafts
from certifications.policy_desk.edition_drafts import end, is_ready, preparing, write_down
from certifications.policy_desk.weighing import is_weighed
from enterprises.clock import now
from enterprises.models import User


@dataclass(frozen=True)
class Published:
    """The new edition, and how many open drafts moved to it at once."""

    edition: Edition
    moved: int


@transaction.atomic
def publish(draft: EditionDraft, *, digest: str, by: User, today: date) -> Published:
    """Publish a draft: a second person does, who has read exactly this text.

    The row is locked, so that two who publish at once publish once. Raises WrongPerson, WrongMoment
    or NotReady.
    """
    row = preparing(draft, by, today)
    _may_publish(row, digest, by)
    rules = edition_checks.read(row.text)
    report = edition_checks.check(rules)
    if not report.is_ready:
        raise NotReady(*report.problems)
    edition = publish_edition(edition_fields(rules, row.scheme))
    particulars = {"edition": edition, "published_by": by, "published_at": now()}
    end(row, EditionDraft.State.PUBLISHED, **particulars)
    detail = {"text_digest": row.text_digest, "digest": edition.digest}
    write_down(row, "publish_edition", by, detail)
    return Published(edition, moving_drafts.move(today, row.scheme))


def _may_publish(row: EditionDraft, digest: str, by: User) -> None:
    if row.prepared_by_id == by.pk:
        raise WrongPerson(_("现有文本由您上传，须由另一位规则管理人员发布。"))
    if digest != row.text_digest:
        raise WrongMoment(_("草案文本在您阅读之后被更换过，请重新阅读后再发布。"))
    if not is_ready(row):
        raise NotReady(_("自检还有问题，改好后才能发布。"))
    if not is_weighed(row):
        raise NotReady(_("还没有对现有文本测算影响，测算完成后才能发布。"))
