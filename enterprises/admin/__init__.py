"""The officers' desks for who and where. The site (registry.admin.site) seats them."""

from django.db.models import Model

from enterprises.admin.desk import ReadOnlyAdmin
from enterprises.admin.jobs import JobDesk
from enterprises.admin.offices import MandateDesk, OfficeDesk, PostingDesk
from enterprises.admin.people import ApiClientDesk, MembershipDesk, UserDesk
from enterprises.admin.places import (
    CalendarDayDesk,
    ChainDesk,
    DistrictDesk,
    IndustryDesk,
    ZoneDesk,
)
from enterprises.admin.ties import ExternalScoreDesk, RelationDesk
from enterprises.models import (
    ApiClient,
    CalendarDay,
    Chain,
    District,
    ExternalScore,
    Industry,
    Job,
    Mandate,
    Membership,
    Office,
    Posting,
    Relation,
    User,
    Zone,
)

DESKS: dict[type[Model], type[ReadOnlyAdmin]] = {
    User: UserDesk,
    Membership: MembershipDesk,
    Posting: PostingDesk,
    Office: OfficeDesk,
    Mandate: MandateDesk,
    ApiClient: ApiClientDesk,
    District: DistrictDesk,
    Zone: ZoneDesk,
    Industry: IndustryDesk,
    Chain: ChainDesk,
    CalendarDay: CalendarDayDesk,
    Job: JobDesk,
    Relation: RelationDesk,
    ExternalScore: ExternalScoreDesk,
}
