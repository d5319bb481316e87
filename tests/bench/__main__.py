"""`python -m tests.bench --scale city`: a table of ratios, and build/bench.json.

Both sides of a comparison run in one process on the same data and must give the same answer.
Believe the ratios; the milliseconds are this machine's.
"""

import argparse
import json
import os
import platform
import sys
import tempfile
from pathlib import Path

SCALES = {"smoke": 300, "city": 20_000, "national": 300_000}


def main() -> int:
    parser = argparse.ArgumentParser(prog="make bench", description=__doc__)
    parser.add_argument("--scale", choices=SCALES, default="city")
    parser.add_argument("--out", type=Path, default=Path("build/bench.json"))
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="registry-bench-") as folder:
        os.environ["VAR_DIR"] = folder
        os.environ.pop("DATABASE_URL", None)
        os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings.test")
        import django

        django.setup()
        from tests.bench import cases, city

        enterprises = SCALES[asked.scale]
        about = {
            "scale": asked.scale,
            "enterprises": enterprises,
            "certifications": city.build(enterprises),
            "engine": "SQLite (embedded)",
            "python": platform.python_version(),
            "cores": os.cpu_count(),
        }
        results = [case.run() for case in cases.CASES]
    asked.out.parent.mkdir(parents=True, exist_ok=True)
    told = {**about, "results": [vars(result) for result in results]}
    asked.out.write_text(json.dumps(told, ensure_ascii=False, indent=2) + "\n")
    show(about, results)
    return 0 if all(result.same_answer for result in results) else 1


def show(about: dict, results: list) -> None:
    told = "{enterprises:,} enterprises, {certifications:,} certifications, {engine}"
    print(told.format(**about))
    print(f"{'':52}{'ours':>11}{'plain':>11}{'ratio':>8}")
    for result in results:
        print(
            f"{result.name:<52}{result.ours_ms:>8.1f} ms{result.plain_ms:>8.1f} ms"
            f"{result.ratio:>7.1f}x{'' if result.same_answer else '  ANSWERS DIFFER'}"
        )


if __name__ == "__main__":
    sys.exit(main())
