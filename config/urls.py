"""The doors."""

from django.contrib import admin
from django.contrib.auth.views import LogoutView
from django.urls import include, path

from enterprises import accounts, styleguide
from registry.demo import switch

handler400 = "enterprises.mishaps.bad_request"

urlpatterns = [
    path("", include("registry.public.urls")),
    path("api/v1/", include("registry.api.urls")),
    path("portal/", include("certifications.portal.urls")),
    path("admin/", admin.site.urls),
    path("login/", accounts.SignIn.as_view(), name="login"),
    path("logout/", LogoutView.as_view(next_page=accounts.WINDOW), name="logout"),
    path("password/", accounts.ChangePassword.as_view(), name="password"),
    path("after-login/", accounts.after_login, name="after_login"),
    path("language/", accounts.choose_language, name="choose_language"),
    path("reading/", accounts.choose_reading, name="choose_reading"),
    path("demo/switch/", switch.switch, name="demo_switch"),
    path("styleguide/", styleguide.page, name="styleguide"),
]
