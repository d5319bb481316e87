"""Words broken into lines of a width, where no browser does it: on a picture that the server draws."""

import re

NARROW = 0.56  # of an em: a latin letter or a digit
WIDE_FROM = 0x2E80  # from here on a character is as wide as high
ALSO_WIDE = "“”…—"
# What stays together: a day, a word or number, a character; with the marks that may not be parted from it.
TOKENS = re.compile(
    r"[（“《]*(?:\d{4}年\d+月\d+日|[A-Za-z0-9.,%()'’&/]+[-–]?|\s+|[^（“《])[，。；：、）”》！？]*|."
)
TIGHTER = 6  # px by which lines are narrowed until they are even


def broken(says: str, width: float, size: float, most: int) -> list[str]:
    """Words broken into even lines of at most a width; what does not fit ends in an ellipsis."""
    lines = _filled(says, width, size)
    if len(lines) > most:
        return [*lines[: most - 1], lines[most - 1][:-1] + "…"]
    while width > size and len(narrower := _filled(says, width - TIGHTER, size)) == len(lines):
        lines, width = narrower, width - TIGHTER
    return lines


def _filled(says: str, width: float, size: float) -> list[str]:
    """Lines filled one after the other."""
    lines, line = [], ""
    for token in TOKENS.findall(says):
        if line and _width((line + token).strip()) * size > width:
            lines.append(line)
            line = ""
        line += token
    return [each.strip() for each in [*lines, line] if each.strip()]


def _width(says: str) -> float:
    """In ems."""
    return sum(1 if ord(each) >= WIDE_FROM or each in ALSO_WIDE else NARROW for each in says)
