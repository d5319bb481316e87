"""The desk every admin page is made of: read-only, and open only to the posts it names.

What a person may see follows from the posts held today, never from Django's permission rows:
a superuser without a post sees nothing.
"""

from collections.abc import Callable, Sequence
from functools import update_wrapper
from typing import Any, cast

from django.contrib import admin
from django.contrib.admin.views.main import ChangeList
from django.core.exceptions import ValidationError
from django.db.models import Model, QuerySet
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.urls import URLPattern, path

from enterprises.admin.narrowing import set_aside_unknown
from enterprises.clock import today
from enterprises.models import Office, Posting, User
from enterprises.visibility import WORKING, postings_on

EVERY_POST = tuple(Posting.Role.values)
KEPT = "posts_held_today"

View = Callable[..., HttpResponseBase]


def officer(request: HttpRequest) -> User:
    """Whoever asks; the site has let in nobody but users with a post."""
    return cast(User, request.user)


def posts_of(request: HttpRequest) -> list[Posting]:
    """The posts of whoever asks, today; read once a request."""
    if KEPT not in request.__dict__:
        user = request.user
        held = list(postings_on(user, today())) if isinstance(user, User) else []
        request.__dict__[KEPT] = held
    return cast(list[Posting], request.__dict__[KEPT])


def roles_of(request: HttpRequest) -> set[str]:
    return {post.role for post in posts_of(request)}


def working_offices(request: HttpRequest) -> set[int]:
    """The offices (by id) at which this person works on cases."""
    return {post.office_id for post in posts_of(request) if post.role in WORKING}


def is_of_the_city(request: HttpRequest) -> bool:
    return any(post.office.level == Office.Level.CITY for post in posts_of(request))


class AddressedList(ChangeList):
    """A list whose rows link by their public address instead of their row number."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.pk_attname = cast(ReadOnlyAdmin, self.model_admin).address

    def get_filters(self, request: HttpRequest) -> Any:
        """Django's filters; a word that a filter does not know is said, not silently obeyed."""
        found = super().get_filters(request)
        set_aside_unknown(request, found[0])
        return found


class ReadOnlyAdmin(admin.ModelAdmin):
    """Rows that are read here and changed by deeds elsewhere: no add, no change, no delete."""

    readers: Sequence[str] = EVERY_POST
    address = "pk"
    actions = None
    show_full_result_count = False
    list_per_page = 50
    view_on_site = False
    change_list_template = "admin/desk_list.html"
    change_form_template = "admin/desk_row.html"
    show_facets = admin.ShowFacets.NEVER

    def visible(self, request: HttpRequest) -> QuerySet[Any]:
        """The rows this person may see; all of them, where a desk says nothing else."""
        return cast("QuerySet[Any]", self.model._default_manager.all())

    def may_read(self, request: HttpRequest) -> bool:
        return not roles_of(request).isdisjoint(self.readers)

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        rows = (
            self.visible(request) if self.may_read(request) else self.model._default_manager.none()
        )
        ordering = self.get_ordering(request)
        return rows.order_by(*ordering) if ordering else rows

    def get_object(
        self, request: HttpRequest, object_id: str, from_field: str | None = None
    ) -> Model:
        """A row that may be seen, by its public address; 404 for any other."""
        rows = self.get_queryset(request)
        try:
            return cast(Model, rows.get(**{self.address: object_id}))
        except (self.model.DoesNotExist, ValidationError, ValueError) as error:
            raise Http404 from error

    def get_changelist(self, request: HttpRequest, **kwargs: Any) -> type[ChangeList]:
        return AddressedList

    def changelist_view(
        self, request: HttpRequest, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        title = {"title": self.opts.verbose_name_plural}
        return super().changelist_view(request, {**title, **(extra_context or {})})

    def changeform_view(
        self,
        request: HttpRequest,
        object_id: str | None = None,
        form_url: str = "",
        extra_context: dict[str, Any] | None = None,
    ) -> HttpResponse:
        title = {"title": self.opts.verbose_name}
        return super().changeform_view(
            request, object_id, form_url, {**title, **(extra_context or {})}
        )

    def lookup_allowed(self, lookup: str, value: Any, request: HttpRequest) -> bool:
        """Only the filters the desk shows: no free looking into columns, hashes or patterns."""
        shown = {
            getattr(each, "parameter_name", None) or f"{each}{how}"
            for each in self.list_filter
            for how in ("", "__exact", "__id__exact", "__isnull")
        }
        return lookup in shown

    def has_module_permission(self, request: HttpRequest) -> bool:
        return self.may_read(request)

    def has_view_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return self.may_read(request)

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def get_urls(self) -> list[URLPattern]:
        """A list and a row; Django's history, delete and add pages do not exist here."""
        return [
            *self.own_urls(),
            self.address_of("", self.changelist_view, "changelist"),
            self.address_of("<path:object_id>/change/", self.change_view, "change"),
        ]

    def own_urls(self) -> list[URLPattern]:
        """Pages of this desk alone; they stand first, before the row's own address."""
        return []

    def address_of(self, route: str, view: View, name: str) -> URLPattern:
        """One page, guarded by the site."""

        def guarded(*args: Any, **kwargs: Any) -> HttpResponseBase:
            return self.admin_site.admin_view(view)(*args, **kwargs)

        full_name = f"{self.opts.app_label}_{self.opts.model_name}_{name}"
        return path(route, update_wrapper(guarded, view), name=full_name)
