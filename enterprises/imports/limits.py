"""How much of a file is taken in at once, and the refusal of a file that cannot be taken in."""

MOST_BYTES = 100 * 1024 * 1024
MOST_UNPACKED = 600 * 1024 * 1024
MOST_ROWS = 200_000
MOST_COLUMNS = 200
MOST_CELLS = 20_000_000


class Unreadable(ValueError):
    """The file as a whole cannot be read; the sentence says why and what to do."""
