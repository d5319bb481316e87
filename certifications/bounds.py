"""How far a search goes and how much is read at once: bounds of our own, not rules of law."""

MOST_CHANGES = 5  # in one gap; more than that is no advice
MOST_GAPS = 12  # that one search returns
MOST_TRIED = 400  # candidates that one search holds against the rules
MOST_ITEMS = 3  # of a scoring table raised together, when all ways are looked through
FARTHEST = 44  # doublings of the smallest step: beyond any figure of an enterprise
MOST_NAMED = 50  # enterprises that an impact names on either side
MOST_PROBLEMS = 100  # sentences of one check of a rule file; nobody reads more at once
CHUNK = 500  # enterprises that a sweep reads together
MOST_KEPT = 1024  # sets of levers remembered, one for each criterion of a rulebook
EXACT = 6  # decimal places: a limit is said to its last digit
CLAIMS_LAST = 366  # days for which a statement that was handed in is taken to hold
NOTATION = 2  # how rule files are written; an older row is written anew from its file, once
