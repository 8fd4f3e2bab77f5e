"""The right words nearest to a wrong one."""

from collections.abc import Iterable
from difflib import get_close_matches

_MOST = 3
_MOST_OF_ALL = 8


def near(given: str, right: Iterable[str]) -> tuple[str, ...]:
    """The right words like the given one, best first; all (not too many) where none is."""
    words = list(dict.fromkeys(right))
    begun = [word for word in words if given.strip("-") and word.startswith(given)]
    by_lower = {word.lower(): word for word in reversed(words)}
    close = [by_lower[word] for word in get_close_matches(given.lower(), by_lower, _MOST)]
    return tuple(dict.fromkeys([*begun, *close]))[:_MOST] or tuple(words[:_MOST_OF_ALL])
