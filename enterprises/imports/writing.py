"""Registering what an import found good: set-based, in the caller's transaction."""

from enterprises import names
from enterprises.imports.rows import Candidate
from enterprises.models import Enterprise, NameSpan, Residence

BATCH = 2000
SOURCE_LENGTH = 120


def write(candidates: list[Candidate], file: str) -> None:
    """New enterprises with their name and residence; open on the left, for nobody knows since when."""
    enterprises = Enterprise.objects.bulk_create(
        [_enterprise(candidate, file) for candidate in candidates], batch_size=BATCH
    )
    NameSpan.objects.bulk_create(
        [NameSpan(enterprise=enterprise, name=enterprise.name) for enterprise in enterprises],
        batch_size=BATCH,
    )
    Residence.objects.bulk_create(
        [
            Residence(
                enterprise=enterprise,
                district=candidate.place.district,
                zone=candidate.place.zone,
                address=candidate.address,
            )
            for enterprise, candidate in zip(enterprises, candidates, strict=True)
        ],
        batch_size=BATCH,
    )


def _enterprise(candidate: Candidate, file: str) -> Enterprise:
    line = f" · {candidate.line}"
    return Enterprise(
        credit_code=candidate.credit_code,
        name=candidate.name,
        initials=names.initials(candidate.name),
        kind=Enterprise.Kind.BRANCH if candidate.is_branch else Enterprise.Kind.LEGAL_PERSON,
        registered_on=candidate.registered_on,
        capital=candidate.capital,
        capital_currency=candidate.currency,
        business_scope=candidate.scope,
        source=file[: SOURCE_LENGTH - len(line)] + line,
    )
