"""How words and sentences are strung together: Chinese and English put other marks between them."""

from collections.abc import Iterable

from enterprises.models.naming import in_language


def series(words: Iterable[object]) -> str:
    """甲、乙、丙; or A, B, C."""
    return in_language("、", ", ").join(str(word) for word in words)


def clauses(sentences: Iterable[object]) -> str:
    """甲；乙; or A; B."""
    return in_language("；", "; ").join(str(sentence) for sentence in sentences)


def bracketed(aside: object) -> str:
    """（旁注）, or (aside) with the space that English puts before it."""
    return in_language(f"（{aside}）", f" ({aside})")


def labelled(label: object, says: object) -> str:
    """名称：内容, or name: content."""
    return in_language(f"{label}：{says}", f"{label}: {says}")
