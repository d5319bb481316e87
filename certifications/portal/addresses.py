"""Where each item of an application is filled in: the page and the field."""

from django.urls import reverse

from certifications.editions import figures_asked, requirements, statements_asked
from certifications.models import Application


def address_of(application: Application, item: str, back: str = "") -> str:
    """The address of the field that a gap or a defect names; the task list for anything else.

    `back` names the page to return to once it is saved.
    """
    reference, query = application.reference, f"?back={back}" if back else ""
    if item in {requirement.code for requirement in requirements(application.edition)}:
        return f"{reverse('portal:materials', args=[reference])}{query}#m-{item}"
    if item in statements_asked(application.edition):
        return f"{reverse('portal:statements', args=[reference])}{query}#id_{item}"
    code, _dash, year = item.rpartition("-")
    if year.isdigit() and code in {fact for fact, _years in figures_asked(application.edition)}:
        return f"{reverse('portal:figures', args=[reference, int(year)])}{query}#id_{code}"
    return reverse("portal:application", args=[reference])
