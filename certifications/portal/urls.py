"""The addresses of the enterprises' door."""

from django.urls import path

from certifications.portal.pages import (
    application,
    batches,
    checking,
    climbing,
    copying,
    defects,
    enterprise,
    figures,
    home,
    letters,
    materials,
    papers,
    receipt,
    self_check,
    statements,
)

app_name = "portal"
CASE = "applications/<slug:reference>/"

urlpatterns = [
    path("", home.home, name="home"),
    path("choose/", home.choose, name="choose"),
    path("enterprise/", enterprise.register, name="register"),
    path("letters/", letters.inbox, name="letters"),
    path("letters/<slug:kind>/<str:on>/<path:about>/", letters.letter, name="letter"),
    path("climb/", climbing.overview, name="climb"),
    path("climb/<slug:scheme>/", climbing.climb_to, name="climb_to"),
    path("copy/<slug:scheme>/", copying.page, name="copy_sheet"),
    path("copy/<slug:scheme>.xlsx", copying.workbook, name="copy_sheet_xlsx"),
    path("batches/<str:code>/", batches.batch, name="batch"),
    path("batches/<str:code>/start/", batches.start, name="start"),
    path(CASE, application.application, name="application"),
    path(f"{CASE}figures/<int:year>/", figures.figures, name="figures"),
    path(f"{CASE}statements/", statements.statements, name="statements"),
    path(f"{CASE}materials/", materials.materials, name="materials"),
    path(f"{CASE}materials/remove/", materials.remove, name="remove_material"),
    path(f"{CASE}defects/", defects.defects, name="defects"),
    path(f"{CASE}check/", checking.check, name="check"),
    path(f"{CASE}receipt/", receipt.receipt, name="receipt"),
    path(f"{CASE}withdraw/", receipt.withdraw, name="withdraw"),
    path("self-check/", self_check.self_check, name="self_check"),
    path("self-check/fill/", self_check.fill_in, name="fill_self_check"),
    path("self-check/forget/", self_check.forget, name="forget_self_check"),
    path("papers/<slug:reference>/<slug:key>/", papers.paper, name="paper"),
]
