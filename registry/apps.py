from django.apps import AppConfig
from django.contrib.admin import apps as admin_apps
from django.utils.translation import gettext_lazy as _


class RegistryConfig(AppConfig):
    name = "registry"
    verbose_name = _("全市情况")
    default = True


class OfficersAdminConfig(admin_apps.AdminConfig):
    """Django's admin under our own site: the officers' door."""

    default = False
    default_site = "registry.admin.site.OfficersSite"
