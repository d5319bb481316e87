"""Which cases an officer has before them, and whose turn each of them is."""

from django.db.models import Q
from django.http import HttpRequest

from certifications.models import Application
from certifications.models.application import ApplicationQuerySet
from certifications.states import WITH_CITY, WITH_DISTRICT
from enterprises.admin.desk import officer, working_offices
from enterprises.clock import today


def cases_of(request: HttpRequest) -> ApplicationQuerySet:
    """Cases at the offices where this person works on cases; never drafts, never other offices'."""
    offices = working_offices(request)
    visible: ApplicationQuerySet = Application.objects.visible_to(officer(request), today())
    return visible.filter(Q(district_office__in=offices) | Q(city_office__in=offices))


def our_turn(request: HttpRequest) -> Q:
    """The condition under which a case waits for one of this person's offices."""
    offices = working_offices(request)
    at_district = Q(state__in=WITH_DISTRICT, district_office__in=offices)
    return at_district | Q(state__in=WITH_CITY, city_office__in=offices)
