"""A letter's body as a page shows it: its paragraphs, with the address as a link in words."""

from django import template
from django.utils.html import format_html, linebreaks
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from enterprises.models import Letter

register = template.Library()
A_CASE = "/portal/applications/"


@register.filter
def body(letter: Letter) -> SafeString:
    """The paragraphs; where the letter names its own address, a link that says where it leads."""
    text = linebreaks(letter.body, autoescape=True)
    if letter.link:
        text = text.replace(
            letter.link, format_html('<a href="{}">{}</a>', letter.link, _words(letter))
        )
    return mark_safe(text)  # noqa: S308 - escaped by linebreaks and format_html


def _words(letter: Letter) -> str:
    return _("查看申请") if letter.link.startswith(A_CASE) else _("打开办事页面")
