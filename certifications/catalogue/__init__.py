"""An edition as people read it: its rows in words, and what a next edition changes."""
