"""Who a person is to the register on a day: memberships, postings, and the rows they open."""

from datetime import date

from django.db.models import QuerySet

from enterprises.models import Enterprise, Mandate, Membership, Office, Posting, Residence, User

WORKING = (Posting.Role.REVIEWER, Posting.Role.SUPERVISOR)


def postings_on(user: User, day: date) -> QuerySet[Posting]:
    """The posts a person holds on a day; none for someone who is not active."""
    if not user.is_authenticated or not user.is_active:
        return Posting.objects.none()
    posts: QuerySet[Posting] = user.postings.on(day).select_related("office__district")
    return posts


def memberships_on(user: User, day: date) -> QuerySet[Membership]:
    """The enterprises a person works for on a day, with the role there."""
    if not user.is_authenticated or not user.is_active:
        return Membership.objects.none()
    members: QuerySet[Membership] = user.memberships.on(day).select_related("enterprise")
    return members


def offices_of(user: User, day: date, *roles: str) -> set[int]:
    """The offices (by id) at which a person may act on cases that day."""
    return set(
        postings_on(user, day).filter(role__in=roles or WORKING).values_list("office", flat=True)
    )


def is_officer(user: User, day: date) -> bool:
    return postings_on(user, day).exists()


def enterprises_visible_to(user: User, day: date) -> QuerySet[Enterprise]:
    """Members see their own; a district's officers that district's; the city's officers all."""
    posts = postings_on(user, day)
    if posts.filter(office__level=Office.Level.CITY).exists():
        return Enterprise.objects.all()
    districts = posts.values("office__district")
    living = Residence.objects.on(day).filter(district__in=districts).values("enterprise")
    mine = memberships_on(user, day).values("enterprise")
    return Enterprise.objects.filter(pk__in=living) | Enterprise.objects.filter(pk__in=mine)


def office_answering(
    scheme_code: str, duty: str, day: date, *, district_id: int | None = None
) -> Office | None:
    """The office that answers for a scheme on a day: of one district, or of the city."""
    mandates = Mandate.objects.on(day).filter(scheme_code=scheme_code, duty=duty)
    mandates = (
        mandates.filter(office__district=district_id)
        if district_id
        else mandates.filter(office__level=Office.Level.CITY)
    )
    mandate = mandates.select_related("office").order_by("-since").first()
    return mandate.office if mandate else None
