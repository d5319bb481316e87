"""Who: enterprises, places, people and offices; and what everyone uses: journal, papers, post."""
