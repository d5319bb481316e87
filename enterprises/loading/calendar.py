"""The State Council's working days from seeds/workdays/<year>.yaml."""

import seeds
from enterprises.loading.tally import Tally, upsert
from enterprises.models import CalendarDay, CalendarYear


def load_calendar() -> list[Tally]:
    """Years whose notice is on file, and the days that differ from the plain week."""
    years, days = Tally("calendar_years"), Tally("calendar_days")
    listed = [seeds.workdays(year) for year in seeds.workday_years()]
    rows = [
        {"year": row["year"], "notice": row["notice"] or "", "verified": row["verified"]}
        for row in listed
    ]
    by_year = upsert(years, CalendarYear, rows, key=("year",))
    wanted = [
        {"day": day, "year_id": by_year[(row["year"],)].pk, "is_workday": is_workday}
        for row in listed
        for name, is_workday in (("days_off", False), ("makeup_workdays", True))
        for day in row[name]
    ]
    upsert(days, CalendarDay, wanted, key=("day",))
    return [years, days]
