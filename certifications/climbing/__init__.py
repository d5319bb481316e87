"""What is still missing for a title, when it could be, and who could climb."""
