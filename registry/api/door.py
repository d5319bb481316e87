"""What every address of the API shares: read only, known words only, language, format, throttle."""

from datetime import date
from typing import Any, ClassVar

from django.http import HttpResponseBase
from django.utils import translation
from django.utils.functional import Promise
from django.utils.translation import gettext
from rest_framework.negotiation import BaseContentNegotiation
from rest_framework.renderers import BaseRenderer, JSONRenderer
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.serializers import Serializer
from rest_framework.utils.mediatypes import media_type_matches as fits
from rest_framework.views import APIView

from enterprises.clock import today
from registry import periods
from registry.api import formats
from registry.api.clients import ClientThrottle
from registry.api.schema import DoorSchema
from registry.periods import Period
from registry.query import BadQuery, Words

FIRST_DAY = date(2000, 1, 1)


class ByTheWord(BaseContentNegotiation):
    """The format is what the query word says; without one, JSON."""

    def select_parser(self, request: Request, parsers: Any) -> Any:
        fitting = (each for each in parsers if fits(each.media_type, request.content_type))
        return next(fitting, None)

    def select_renderer(
        self, request: Request, renderers: Any, format_suffix: str | None = None
    ) -> tuple[BaseRenderer, str]:
        wanted = request.query_params.get("format", "json")
        renderer = formats.RENDERERS.get(wanted, JSONRenderer)()
        return renderer, str(renderer.media_type)


class Door(APIView):
    """One read-only address: `words` are the query words it knows besides `format`; `shape` is that
    of its rows (of the whole answer when not `many`), `envelope` what is said of all rows."""

    http_method_names = ["get", "head", "options"]
    throttle_classes = [ClientThrottle]
    content_negotiation_class = ByTheWord
    words: ClassVar[tuple[str, ...]] = ()
    says: ClassVar[str | Promise] = ""
    shape: ClassVar[type[Serializer]]
    asks: ClassVar[type[Serializer] | None] = None
    many: ClassVar[bool] = True
    envelope: ClassVar[tuple[str, ...]] = ()
    formats: ClassVar[tuple[str, ...]] = tuple(formats.RENDERERS)
    caching: ClassVar[str] = "private, no-cache"
    schema: ClassVar[DoorSchema | None] = DoorSchema()

    def dispatch(self, request: Any, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """Chinese unless the reader asks for English; written out in that language."""
        with translation.override(language_of(request.headers.get("Accept-Language", ""))):
            response = super().dispatch(request, *args, **kwargs)
            response["Content-Language"] = translation.get_language()
            response["Vary"] = "Accept-Language, Authorization"
            response["Cache-Control"] = self.caching
            return response.render() if isinstance(response, Response) else response

    def initial(self, request: Request, *args: Any, **kwargs: Any) -> None:
        super().initial(request, *args, **kwargs)
        given = {word: once(word, request) for word in request.query_params}
        self.asked = Words(given, (*self.words, "format"))
        self.asked.choice("format", list(self.formats))
        self.today = today()

    def as_of(self) -> date:
        """The legal day that is asked about; today without one, and never a day to come."""
        return self.asked.day("as_of", first=FIRST_DAY, last=self.today) or self.today

    def period(self) -> Period | None:
        """The year or month that is asked about, if one is; it must have begun."""
        text = self.asked.text("period")
        if not text:
            return None
        try:
            found = periods.parse(text)
        except periods.UnknownPeriod as error:
            raise BadQuery("period", str(error)) from error
        if found.first > self.today:
            raise self.asked.refused("period", gettext("这个期间还没有开始。"))
        return found

    def answer(self, rows: list[dict[str, Any]], **about: Any) -> Response:
        """The rows, with what must be said of all of them; a table shows the rows only."""
        return Response({**about, "results": rows})


def language_of(header: str) -> str:
    """English when it is asked for first; the city's language otherwise."""
    return "en" if header.strip().lower().startswith("en") else "zh-hans"


def once(word: str, request: Request) -> str:
    """The value of a query word; given twice it would be a riddle which one counts."""
    values = request.query_params.getlist(word)
    if len(values) > 1:
        raise BadQuery(word, gettext("参数 %s 写了不止一次，请只写一次。") % word)
    return str(values[0])
