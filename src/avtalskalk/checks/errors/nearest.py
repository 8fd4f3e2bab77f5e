"""The nearest known word to one that nothing has."""

from collections.abc import Mapping, Sequence
from difflib import get_close_matches


def nearest(word: str, known: Mapping[str, str] | Sequence[str]) -> str:
    """The nearest known word; empty where none is near."""
    folded = {one.casefold(): one for one in known}
    near = get_close_matches(word.casefold(), folded, 1, 0.6)
    if not near:
        return ""
    found = folded[near[0]]
    return known[found] if isinstance(known, Mapping) else found
