"""The rules of an edition: read once into a small tree, held against a standing, said in words."""
