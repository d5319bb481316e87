"""The addresses of REST v1; each with or without its last slash."""

from django.urls import re_path
from drf_spectacular.views import SpectacularAPIView

from registry.api import (
    certifications,
    docs,
    editions,
    enterprises,
    index,
    indicators,
    places,
    schemes,
    self_check,
    targets,
)

app_name = "api"
CODE = r"(?P<code>[\w-]+)"
EDITION = r"(?P<edition>[\w.-]+)"

urlpatterns = [
    re_path(r"^$", index.Index.as_view(), name="index"),
    re_path(r"^schema/?$", SpectacularAPIView.as_view(), name="schema"),
    re_path(r"^docs/?$", docs.docs, name="docs"),
    re_path(r"^districts/?$", places.Districts.as_view(), name="districts"),
    re_path(r"^facts/?$", places.Facts.as_view(), name="facts"),
    re_path(r"^schemes/?$", schemes.Schemes.as_view(), name="schemes"),
    re_path(rf"^schemes/{CODE}/?$", schemes.OneScheme.as_view(), name="scheme"),
    re_path(rf"^schemes/{CODE}/editions/?$", editions.Editions.as_view(), name="editions"),
    re_path(
        rf"^schemes/{CODE}/editions/{EDITION}/?$", editions.OneEdition.as_view(), name="edition"
    ),
    re_path(
        rf"^schemes/{CODE}/editions/{EDITION}/differences/(?P<other>[\w.-]+)/?$",
        editions.Differences.as_view(),
        name="differences",
    ),
    re_path(r"^enterprises/?$", enterprises.Enterprises.as_view(), name="enterprises"),
    re_path(
        r"^enterprises/(?P<credit_code>\w{18})/?$",
        enterprises.OneEnterprise.as_view(),
        name="enterprise",
    ),
    re_path(r"^certifications/?$", certifications.Certifications.as_view(), name="certifications"),
    re_path(r"^indicators/?$", indicators.Indicators.as_view(), name="indicators"),
    re_path(rf"^indicators/{CODE}/?$", indicators.OneIndicator.as_view(), name="indicator"),
    re_path(
        rf"^indicators/{CODE}/observations/?$",
        indicators.Observations.as_view(),
        name="observations",
    ),
    re_path(r"^self-check/?$", self_check.SelfCheck.as_view(), name="self_check"),
    re_path(r"^targets/?$", targets.Targets.as_view(), name="targets"),
    re_path(r"^(?P<path>.*)$", index.Nowhere.as_view(), name="nowhere"),
]
