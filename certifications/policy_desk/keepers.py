"""Who keeps the rules of a scheme: the policy desk of the city office that answers for it.

A scheme for which no office of the city answers may be kept by any policy desk of the city.
"""

from datetime import date

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from certifications.models import Scheme
from certifications.moves import WrongPerson
from enterprises.models import Mandate, Office, Posting, User
from enterprises.punctuation import series
from enterprises.visibility import postings_on

ANSWERING = (Mandate.Duty.RECOGNISES, Mandate.Duty.RECOMMENDS)


def schemes_kept_by(user: User, today: date) -> QuerySet[Scheme]:
    """The schemes whose rules this person keeps today."""
    offices = _desks(user, today).values("office")
    if not offices.exists():
        return Scheme.objects.none()
    answered = _answering(today)
    ours = answered.filter(office__in=offices).values("scheme_code")
    return Scheme.objects.filter(code__in=ours) | Scheme.objects.exclude(
        code__in=answered.values("scheme_code")
    )


def keeps(user: User, scheme: Scheme, today: date) -> bool:
    return schemes_kept_by(user, today).filter(pk=scheme.pk).exists()


def require(user: User, scheme: Scheme, today: date) -> None:
    """Raises WrongPerson, naming the office whose desk it is."""
    if keeps(user, scheme, today):
        return
    offices = Office.objects.filter(
        pk__in=_answering(today).filter(scheme_code=scheme.code).values("office")
    )
    named = series(offices) or _("市级主管部门")
    says = _("“%(scheme)s”的规则由%(offices)s的规则管理岗位办理，您今天没有这个岗位。")
    raise WrongPerson(says % {"scheme": scheme, "offices": named})


def _desks(user: User, today: date) -> QuerySet[Posting]:
    return postings_on(user, today).filter(
        role=Posting.Role.POLICY, office__level=Office.Level.CITY
    )


def _answering(today: date) -> QuerySet[Mandate]:
    answering: QuerySet[Mandate] = Mandate.objects.on(today).filter(
        duty__in=ANSWERING, office__level=Office.Level.CITY
    )
    return answering
