"""What is faster than what, measured side by side in one run: run by `make bench`, not by pytest."""
