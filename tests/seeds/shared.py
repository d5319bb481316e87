"""Files outside the repository, for comparison only; a test that needs one skips when it is absent."""

from pathlib import Path

import pytest

import seeds

SHARED = seeds.ROOT.parent.parent / "shared"


def shared(name: str) -> Path:
    path = SHARED / name
    if not path.exists():
        pytest.skip(f"shared/{name} is not here")
    return path
