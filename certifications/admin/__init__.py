"""The officers' desks for the ladder and the road. The site (registry.admin.site) seats them."""

from django.db.models import Model

from certifications.admin.applications import ApplicationDesk
from certifications.admin.batches import BatchDesk
from certifications.admin.drafts import EditionDraftDesk
from certifications.admin.enterprises import EnterpriseDesk
from certifications.admin.journal import JournalDesk
from certifications.admin.letters import LetterDesk
from certifications.admin.notices import CertificationDesk, NoticeDesk
from certifications.admin.prospects import ProspectDesk
from certifications.admin.schemes import EditionDesk, SchemeDesk
from certifications.models import (
    Application,
    Batch,
    Certification,
    Edition,
    EditionDraft,
    Notice,
    Prospect,
    Scheme,
)
from enterprises.admin.desk import ReadOnlyAdmin
from enterprises.models import Enterprise, JournalEntry, Letter

DESKS: dict[type[Model], type[ReadOnlyAdmin]] = {
    Application: ApplicationDesk,
    Enterprise: EnterpriseDesk,
    Prospect: ProspectDesk,
    Notice: NoticeDesk,
    Certification: CertificationDesk,
    Batch: BatchDesk,
    Scheme: SchemeDesk,
    Edition: EditionDesk,
    EditionDraft: EditionDraftDesk,
    Letter: LetterDesk,
    JournalEntry: JournalDesk,
}
