"""How does the city stand: counting, promises, the statistics door and the public window."""
