"""How a rule becomes law here: drafted, checked, weighed, published by a second person, confirmed."""
