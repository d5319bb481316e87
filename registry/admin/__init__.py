"""The admin site of all apps and the citywide rows in it."""
