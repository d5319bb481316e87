"""The officers' door: Django's admin under our name, for people with a posting."""

from django.contrib.admin import AdminSite
from django.utils.translation import gettext_lazy as _


class OfficersSite(AdminSite):
    site_header = _("青岛市创新型企业梯度培育登记")
    site_title = _("梯度培育登记")
    index_title = _("今日待办")
