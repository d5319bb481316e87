"""Settings, one file per place the registry runs in: local, test, production."""
