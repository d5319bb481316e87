"""The self-check: rules held against answers of somebody who is not named; nothing of it is kept."""
