"""In which language a piece of text is written: what has no English stands in Chinese on an English page."""

import re

from django import template

register = template.Library()
HAN = re.compile(r"[\u4e00-\u9fff]")
LATIN = re.compile(r"[A-Za-z]")


@register.filter
def tongue(text: str) -> str:
    """The value of a `lang` attribute: whichever script has more letters."""
    return "zh-Hans" if len(HAN.findall(text)) > len(LATIN.findall(text)) else "en"
