"""规则草案: an edition as the policy desk brings it: a text, checked at once, weighed over the registry.

Any text may be replaced by a better one until a second person publishes it (publishing.py).
"""

from datetime import date, timedelta
from typing import Any

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from certifications.models import Edition, EditionDraft, Scheme
from certifications.moves import NotReady, WrongMoment
from certifications.policy_desk import edition_checks, keepers
from certifications.policy_desk.rule_text import digest_of
from certifications.policy_desk.weighing import ask
from enterprises import journal
from enterprises.clock import now
from enterprises.models import User

LONGEST_CODE = 20
LOOKING_BACK = 366  # days: of longer ago the register no longer tells how it was


@transaction.atomic
def bring(text: str, *, by: User, today: date, draft: EditionDraft | None = None) -> EditionDraft:
    """Check a text and keep it as the draft of its scheme and edition, in place of an earlier text.

    Raises NotReady where no scheme and edition can be read from it, or where `draft` is another
    one's, or where a colleague prepares this edition and `draft` does not name that draft; WrongPerson
    for whoever does not keep the scheme. What else is wrong stands in the report.
    """
    data = edition_checks.read(text)
    scheme, code = _named(data)
    keepers.require(by, scheme, today)
    if draft and (draft.scheme_id, draft.code) != (scheme.pk, code):
        says = _("这份文件是“%(scheme)s”%(code)s 版，不是本草案的规则；请另行上传。")
        raise NotReady(says % {"scheme": scheme, "code": code})
    fields = {
        "text": text,
        "text_digest": digest_of(text),
        "report": edition_checks.check(data).as_json(),
        "prepared_by": by,
        "prepared_at": now(),
        "impact": {},
        "impact_job": None,
    }
    kept, deed = _keep(scheme, code, fields, draft)
    write_down(kept, deed, by, {"text_digest": kept.text_digest, "problems": _problems(kept)})
    if is_ready(kept):
        ask(kept, on=today, by=by)
    return kept


def is_ready(draft: EditionDraft) -> bool:
    """Whether its text passed the check."""
    return bool(draft.report) and not draft.report["problems"]


@transaction.atomic
def drop(draft: EditionDraft, *, by: User, today: date) -> EditionDraft:
    """Give a draft up; it stays readable."""
    row = preparing(draft, by, today)
    end(row, EditionDraft.State.DROPPED)
    write_down(row, "drop_edition_draft", by)
    return row


@transaction.atomic
def weigh(draft: EditionDraft, *, on: date, by: User, today: date) -> EditionDraft:
    """Have the impact computed anew, as of a day."""
    row = preparing(draft, by, today)
    if not is_ready(row):
        raise NotReady(_("自检还有问题，改好后再测算影响。"))
    if not today - timedelta(days=LOOKING_BACK) <= on <= today:
        raise NotReady(_("只能按今天或过去一年内的某一天测算，请改日期。"))
    ask(row, on=on, by=by)
    write_down(row, "weigh_edition", by, {"on": on.isoformat()})
    return row


def preparing(draft: EditionDraft, by: User, today: date) -> EditionDraft:
    """The locked row, if this person keeps its scheme and it is still being prepared."""
    locked = EditionDraft.objects.select_for_update(of=("self",)).select_related("scheme")
    row = locked.get(pk=draft.pk)
    keepers.require(by, row.scheme, today)
    if row.state != EditionDraft.State.PREPARING:
        says = _("这份草案%(state)s，不能再办理。请刷新页面查看最新情况。")
        raise WrongMoment(says % {"state": row.get_state_display()})
    return row


def end(row: EditionDraft, state: EditionDraft.State, **particulars: Any) -> None:
    """A draft ends published or given up; the caller holds its row."""
    row.state = state
    for name, value in particulars.items():
        setattr(row, name, value)
    row.save(update_fields=["state", *particulars])


def write_down(draft: EditionDraft, deed: str, by: User, detail: dict[str, Any] | None = None) -> None:  # fmt: skip
    subject = f"edition/{draft.scheme.code}/{draft.code}"
    journal.record(subject, deed, by=by, detail=detail)


def _named(data: Any) -> tuple[Scheme, str]:
    """The scheme and the edition that a file says it is."""
    scheme, code = (data.get(key) if isinstance(data, dict) else None for key in ("scheme", "edition"))  # fmt: skip
    found = Scheme.objects.filter(code=scheme).first() if isinstance(scheme, str) else None
    if found is None:
        raise NotReady(_("文件第一层须写 scheme（称号代码，见“称号”列表），请核对。"))
    if not isinstance(code, str) or not 0 < len(code) <= LONGEST_CODE:
        raise NotReady(_('文件第一层须写 edition（版次，加引号的文字，如 "2027"），请核对。'))
    _refuse_published(found, code)
    return found, code


def _refuse_published(scheme: Scheme, code: str) -> None:
    if Edition.objects.filter(scheme=scheme, code=code).exists():
        says = _("“%(scheme)s”%(code)s 版已经发布，不能更改；请另取版次。")
        raise NotReady(says % {"scheme": scheme, "code": code})


def _keep(
    scheme: Scheme, code: str, fields: dict[str, Any], meant: EditionDraft | None
) -> tuple[EditionDraft, str]:
    """The one draft of this edition with its new text, and what that is called in the journal."""
    preparing = EditionDraft.objects.select_for_update(of=("self",)).filter(
        scheme=scheme, code=code, state=EditionDraft.State.PREPARING
    )
    there = preparing.first()
    if there and there.text_digest == fields["text_digest"]:
        raise NotReady(_("文件内容与现有草案完全相同，没有改动。"))
    if there and meant is None and there.prepared_by_id != fields["prepared_by"].pk:
        says = _("%(who)s正在起草这一版；要换掉其文本，请在那份草案的页面上传。")
        raise NotReady(says % {"who": there.prepared_by})
    if there:
        for name, value in fields.items():
            setattr(there, name, value)
        there.save(update_fields=list(fields))
        return there, "replace_edition_draft"
    _refuse_published(scheme, code)  # perhaps by a colleague, while the lock was waited for
    try:
        with transaction.atomic():
            return EditionDraft.objects.create(
                scheme=scheme, code=code, **fields
            ), "prepare_edition"
    except IntegrityError as error:
        raise WrongMoment(_("同事刚刚上传了同一版次的草案，请刷新页面后再传。")) from error


def _problems(draft: EditionDraft) -> int:
    return len(draft.report["problems"])
