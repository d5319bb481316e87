"""What changed between two submissions."""

from certifications.differences import between

FIRST = {
    "figures": {"2025/v1": {"revenue": "100", "employees": "60"}, "2024/v1": {"revenue": "90"}},
    "claims": {"clean_conduct": "yes"},
    "materials": [
        {"requirement": "licence", "file": "a.pdf", "sha256": "aa"},
        {"requirement": "rd_audit", "file": "b.pdf", "sha256": "bb"},
    ],
}
SECOND = {
    "figures": {"2025/v2": {"revenue": "110", "employees": "60"}, "2024/v1": {"revenue": "90"}},
    "claims": {"clean_conduct": "yes", "niche_years": "3"},
    "materials": [
        {"requirement": "licence", "file": "a.pdf", "sha256": "aa"},
        {"requirement": "rd_audit", "file": "c.pdf", "sha256": "cc"},
    ],
}


def test_only_what_changed_is_told():
    changed = between(FIRST, SECOND)

    assert list(changed.figures) == [("revenue", 2025)]
    assert (changed.figures["revenue", 2025].before, changed.figures["revenue", 2025].after) == (
        "100",
        "110",
    )
    assert changed.claims["niche_years"].before is None
    assert changed.papers_added == {"cc"}
    assert changed.papers_gone == {"rd_audit": ["b.pdf"]}


def test_the_same_again_is_no_change():
    assert not between(FIRST, FIRST)


def test_a_first_submission_changes_nothing():
    assert not between(None, FIRST)
