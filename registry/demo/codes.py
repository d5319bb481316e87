"""Invented credit codes: valid in every check, and in a block that no authority gives out.

Organisation codes are digits, or begin with MA to MD since 2015; ours begin with DEM, so an
invented code cannot be a real enterprise's.
"""

from enterprises.credit_code import ORGANISATION_WEIGHTS, check_character

BLOCK = "DEM"
LETTERS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"


def invented_code(division: str, serial: int) -> str:
    """The credit code of the city's so-manieth enterprise, registered in a division."""
    body = f"{BLOCK}{serial:05d}"
    first = f"91{division}{body}{_organisation_check(body)}"
    return first + check_character(first)


def _organisation_check(body: str) -> str:
    """The check character of GB 11714."""
    total = sum(
        LETTERS.index(character) * weight
        for character, weight in zip(body, ORGANISATION_WEIGHTS, strict=True)
    )
    return "0123456789X0"[(11 - total % 11) % 11]
