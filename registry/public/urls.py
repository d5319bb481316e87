"""The window: pages that anyone may read."""

from django.urls import path

from registry.public import (
    board,
    enterprise,
    health,
    indicators,
    notices,
    register,
    rules,
    self_check,
    verify,
)

urlpatterns = [
    path("", board.board, name="board"),
    path("commitments/<int:year>/<str:code>/", board.commitment, name="commitment"),
    path("indicators/<str:code>/", indicators.indicator, name="indicator"),
    path("register/", register.register, name="register"),
    path("register/<str:code>/", enterprise.enterprise, name="enterprise"),
    path("notices/", notices.notices, name="notices"),
    path("notices/<str:key>/", notices.notice, name="notice"),
    path("rules/", rules.rules, name="rules"),
    path("rules/<str:scheme>/", rules.scheme, name="rule"),
    path("rules/<str:scheme>/<str:edition>/", rules.edition, name="rule_edition"),
    path(
        "rules/<str:scheme>/<str:edition>/compare/<str:other>/", rules.compare, name="rule_compare"
    ),
    path("self-check/", self_check.self_check, name="self_check"),
    path("self-check/<str:scheme>/", self_check.title, name="self_check_title"),
    path("verify/", verify.search, name="verify"),
    path("verify/<path:term>/", verify.verify, name="verify"),
    path("healthz/live", health.live, name="live"),
    path("healthz/ready", health.ready, name="ready"),
]
