"""The enterprises' door: find through what the visitor may see, make one call, say plainly if no."""
