"""The invented city: enterprises, histories, people and cases of the demo. Nothing in it is real."""
