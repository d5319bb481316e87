"""Recognition: a certification is entered, and with it what is counted."""

from datetime import date

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from certifications import holdings
from certifications.editions import valid_from, valid_until
from certifications.models import Application, Certification, Document, SpentRight
from certifications.moves import Move, NotReady
from enterprises import journal
from enterprises.clock import now
from enterprises.models import IntellectualProperty, User


def grant(move: Move) -> None:
    """Enter the certification that the case ends in; its span follows from the edition."""
    application = move.application
    application.decided_on = move.today
    certification = enter(
        application,
        number=move.details["number"],
        issued_on=move.details["issued_on"],
        announced_on=move.details.get("announced_on"),
    )
    Document.objects.create(
        certification=certification,
        name=application.enterprise.name_on(certification.issued_on),
        issued_on=certification.issued_on,
        because="首次制发",
    )


def enter(
    application: Application, *, number: str, issued_on: date, announced_on: date | None
) -> Certification:
    """Enter a certification for a case and fold the enterprise's holdings anew."""
    certification = Certification(
        enterprise=application.enterprise,
        scheme=application.scheme,
        edition=application.edition,
        application=application,
        number=number,
        conferred_by=application.city_office.name_zh if application.city_office else "",
        issued_on=issued_on,
        announced_on=announced_on,
        valid_from=valid_from(application.edition, issued_on=issued_on, announced_on=announced_on),
        valid_until=valid_until(
            application.edition, issued_on=issued_on, announced_on=announced_on
        ),
        source=Certification.Source.CASE,
        source_says=application.reference,
        recorded_at=now(),
    )
    try:
        with transaction.atomic():
            certification.save(force_insert=True)
    except IntegrityError as error:
        raise NotReady(_("编号“%(number)s”刚刚被使用，请核对。") % {"number": number}) from error
    if application.edition.rules.get("spends_class_2"):
        _spend_class_two(certification)
    holdings.refold(application.scheme_id, [application.enterprise_id])
    return certification


def _spend_class_two(certification: Certification) -> None:
    """A class II right counts in one successful recognition only (国科发火〔2016〕195号)."""
    assert certification.application  # noqa: S101 - entered for a case
    counted_on = certification.application.submitted_on or certification.issued_on
    rights = IntellectualProperty.objects.living_on(counted_on).filter(
        enterprise=certification.enterprise_id
    )
    spent = SpentRight.objects.values("right")
    SpentRight.objects.bulk_create(
        SpentRight(right=right, certification=certification)
        for right in rights.exclude(kind__in=IntellectualProperty.CLASS_ONE).exclude(pk__in=spent)
    )


def close_without(move: Move) -> None:
    """The case ends without a title."""
    move.application.decided_on = move.today


@transaction.atomic
def reissue_for_new_name(
    certification: Certification, *, name: str, by: User | None, today: date
) -> Document:
    """A renamed enterprise keeps number and span and gets a new document (更名换证)."""
    document = Document.objects.create(
        certification=certification, name=name, issued_on=today, because="更名"
    )
    journal.record(
        f"certification/{certification.scheme.code}/{certification.number}",
        "reissued_for_new_name",
        by=by,
        detail={"name": name},
    )
    return document
