"""Every sentence a person reads, in Swedish and English, side by side.

``messages/`` has the diagnostics by code, ``phrases`` the words of reports, ``help`` those of
the command line, ``formats`` how each language writes numbers and dates.
"""

from typing import Literal, NamedTuple

Language = Literal["sv", "en"]
LANGUAGES: tuple[Language, ...] = ("sv", "en")


class Words(NamedTuple):
    """A diagnostic in one language.

    ``text`` is what is wrong, ``help`` what to do (may be empty), ``page`` what
    ``check --explain`` adds: when it happens and why it matters, in a few sentences.
    ``{name}`` stands for an argument, a line break in ``text`` starts a further line.
    """

    text: str
    help: str
    page: str


class Message(NamedTuple):
    """A diagnostic's words in both languages."""

    sv: Words
    en: Words


class Both(NamedTuple):
    """A phrase in both languages."""

    sv: str
    en: str
