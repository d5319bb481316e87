"""The benchmarks compare like with like."""

import json
import subprocess
import sys

import pytest
from django.conf import settings


@pytest.mark.trust
def test_both_ways_of_every_comparison_give_the_same_answer(tmp_path):
    out = tmp_path / "bench.json"

    ended = subprocess.run(
        [sys.executable, "-m", "tests.bench", "--scale", "smoke", "--out", str(out)],
        cwd=settings.BASE_DIR, capture_output=True, text=True, timeout=300,
    )  # fmt: skip

    assert ended.returncode == 0, ended.stdout + ended.stderr
    results = json.loads(out.read_text())["results"]
    assert len(results) >= 6
    assert all(result["same_answer"] and result["ratio"] > 0 for result in results)
