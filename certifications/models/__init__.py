"""What can be (schemes, editions, batches) and what is (applications, certifications)."""

from certifications.models.application import Application, Submission
from certifications.models.batch import Batch
from certifications.models.certification import Certification, Document
from certifications.models.drafted import Confirmation, EditionDraft, LocalIndicators
from certifications.models.holding import Holding
from certifications.models.material import Material
from certifications.models.notice import Notice, NoticeEntry, Objection
from certifications.models.prospect import Prospect, SpentRight
from certifications.models.review import Defect, Review
from certifications.models.scheme import Edition, Scheme

__all__ = [
    "Application",
    "Batch",
    "Certification",
    "Confirmation",
    "Defect",
    "Document",
    "Edition",
    "EditionDraft",
    "Holding",
    "LocalIndicators",
    "Material",
    "Notice",
    "NoticeEntry",
    "Objection",
    "Prospect",
    "Review",
    "Scheme",
    "SpentRight",
    "Submission",
]
