"""What an agreement has from its workspace only because a comment or a title happens to say it.

A shared key comes in where any word of the file is its name: that is quick, and does no harm in a
calculation.  Two versions of an agreement, though, must not differ by a comment.
"""

import re
from collections.abc import Iterator
from typing import Any

from avtalskalk.files.shared import Merged
from avtalskalk.model.agreement import Agreement

_SECTIONS = ("keys", "indices", "sources")


def as_meant(agreement: Agreement, merged: Merged) -> Agreement:
    """A sound agreement without the shared keys, indices and sources that no value of it names."""
    data: Any = merged.data
    left = [home for home in merged.origins if len(home) == 2 and home[0] in _SECTIONS]  # noqa: PLR2004
    texts = list(_texts({section: _own(section, held, left) for section, held in data.items()}))
    while texts:
        said = texts.pop()
        for home in [one for one in left if _says(said, str(one[1]))]:
            left.remove(home)
            texts += _texts(data[home[0]][home[1]])
    kept = {
        section: {
            name: one
            for name, one in getattr(agreement, section).items()
            if (section, name) not in left
        }
        for section in _SECTIONS
    }
    return agreement.model_copy(update=kept) if left else agreement


def _own(section: str, held: Any, shared: list[Any]) -> object:  # noqa: ANN401 - plain data
    """What a section holds that is the agreement's own."""
    if section not in _SECTIONS or not isinstance(held, dict):
        return held
    return {name: one for name, one in held.items() if (section, name) not in shared}


def _texts(value: object) -> Iterator[str]:
    """Every key and text in some data."""
    if isinstance(value, dict):
        for key, below in value.items():
            yield key
            yield from _texts(below)
    elif isinstance(value, list):
        for below in value:
            yield from _texts(below)
    else:
        yield str(value)


def _says(text: str, name: str) -> bool:
    return name in text and bool(re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text))
