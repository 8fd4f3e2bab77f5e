"""Every sentence a person reads, in Swedish and English, side by side.

``messages/`` has the diagnostics by code, ``phrases`` the words of reports, ``explanations``,
``descriptions``, ``differences`` and ``starters`` those of `explain`, `show`, `diff` and `init`,
``help`` those of the command line.  ``formats`` writes numbers, amounts, shares and dates as each
language does, and has `say`, which puts them into sentences.
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

    def words(self, language: Language) -> Words:
        """The words in a language."""
        return self.sv if language == "sv" else self.en


class Both(NamedTuple):
    """A phrase in both languages."""

    sv: str
    en: str

    def text(self, language: Language) -> str:
        """The phrase in a language."""
        return self.sv if language == "sv" else self.en
