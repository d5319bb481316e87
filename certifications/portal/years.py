"""Which figures an application asks for, year by year."""

from datetime import date

from certifications.completeness import judged_on
from certifications.editions import figures_asked
from certifications.models import Application


def figures_by_year(application: Application, today: date) -> dict[int, list[str]]:
    """The yearly figures asked for, the latest year first; fewer years of a younger enterprise."""
    last = judged_on(application, today).year - 1
    founded = application.enterprise.registered_on
    most = max(last - founded.year, 1) if founded else None
    years: dict[int, list[str]] = {}
    for code, count in figures_asked(application.edition):
        for back in range(count if most is None else min(count, most)):
            years.setdefault(last - back, []).append(code)
    return dict(sorted(years.items(), reverse=True))
