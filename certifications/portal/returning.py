"""Where a saved form leads back to, and the officer's notes that stand beside its fields."""

from collections.abc import Iterable

from django.http import HttpRequest
from django.urls import reverse

from certifications.completeness import item_label
from certifications.models import Application
from certifications.portal.tasklist import open_defects

BACK = ("check", "defects")


def after_saving(request: HttpRequest, application: Application) -> str:
    """To the page the form was reached from: the check page, the defects, else the task list."""
    back = request.GET.get("back", "")
    name = back if back in BACK else "application"
    return reverse(f"portal:{name}", args=[application.reference])


def notes(application: Application, items: Iterable[str]) -> list[dict[str, object]]:
    """The open defects about these items, to be read where they are corrected."""
    named = set(items)
    return [
        {"defect": defect, "label": item_label(application, defect.item)}
        for defect in open_defects(application)
        if defect.item in named
    ]
