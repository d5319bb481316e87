"""A list asked for by a word its filter does not know: said in a sentence, and not narrowed by it."""

from typing import Any

from django.contrib import messages
from django.contrib.admin import SimpleListFilter
from django.http import HttpRequest
from django.utils.translation import gettext as _

from enterprises.punctuation import series

NAMED = 12


def set_aside_unknown(request: HttpRequest, filters: list[Any]) -> None:
    """Tell of each filter whose value is none of its options, and let it choose nothing."""
    for each in filters:
        if not isinstance(each, SimpleListFilter) or each.value() is None:
            continue
        options = {str(code): label for code, label in each.lookup_choices}
        if each.value() in options:
            continue
        messages.warning(request, _says(each, options))
        each.used_parameters.pop(str(each.parameter_name))


def _says(narrowing: SimpleListFilter, options: dict[str, Any]) -> str:
    named = [f"{label} ({code})" for code, label in list(options.items())[:NAMED]]
    more = "…" if len(options) > NAMED else ""
    says = _("“%(filter)s”没有“%(value)s”这个选项，没有按它筛选。可以选：%(options)s。")
    return says % {
        "filter": narrowing.title,
        "value": str(narrowing.value())[:60],
        "options": f"{series(named)}{more}",
    }
