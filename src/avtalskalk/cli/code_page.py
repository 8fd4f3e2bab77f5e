"""The page that `check --explain` prints for a code."""

import re
from textwrap import fill

from avtalskalk.cli.errors import Misuse
from avtalskalk.diagnostics import unknown_name
from avtalskalk.words import Language
from avtalskalk.words.formats import phrase
from avtalskalk.words.messages import MESSAGES, RETIRED, words

_PLACEHOLDER = re.compile(r"\{[a-z_]+\}")


def page(given: str, language: Language, width: int) -> str:
    """What a code means and what to do; a retired code is that of the one it went into."""
    code = given.strip().upper()
    code = RETIRED.get(code, code)
    if code not in MESSAGES:
        raise Misuse(code="AV101", **unknown_name("code", given, MESSAGES))
    message = words(code, language)
    paragraphs = [
        f"{code}: {_general(message.text.replace(chr(10), ' '))}",
        message.page,
        f"{phrase('help', language)}: {_general(message.help)}" if message.help else "",
    ]
    shown = (fill(text, width, break_on_hyphens=False) for text in paragraphs if text)
    return "\n\n".join(shown) + "\n"


def _general(text: str) -> str:
    """A message with an ellipsis for what differs from time to time."""
    return _PLACEHOLDER.sub("…", text)
