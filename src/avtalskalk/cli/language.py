"""Which language to speak before the settings are known: for help and for wrong usage."""

import os
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from avtalskalk.words import LANGUAGES, Language

LOCALE_VARIABLES = ("LC_ALL", "LC_MESSAGES", "LANG")


@dataclass(slots=True)
class Addressee:
    """Whom one run of the program speaks to; its settings may change the language."""

    language: Language


def as_language(word: str) -> Language | None:
    """A word as a language, if it is one."""
    return next((language for language in LANGUAGES if language == word), None)


def from_locale() -> tuple[Language, str]:
    """The language of the system, and the variable that says so (empty for none)."""
    for name in LOCALE_VARIABLES:
        value = os.environ.get(name, "")
        if value:
            return ("sv" if _is_swedish(value) else "en"), name
    if sys.platform == "win32":
        import locale

        return ("sv" if _is_swedish(locale.getlocale()[0] or "") else "en"), ""
    return "en", ""


def _is_swedish(name: str) -> bool:
    """Whether a locale is Swedish: ``sv``, ``sv_SE.UTF-8``, ``Swedish_Sweden``."""
    language = name.replace("-", "_").partition("_")[0].partition(".")[0].lower()
    return language in {"sv", "swedish"}


def early(arguments: Sequence[str]) -> Language:
    """The language of a command line that has not been understood yet."""
    words = [after for before, after in pairwise(arguments) if before == "--lang"]
    words += [word.removeprefix("--lang=") for word in arguments if word.startswith("--lang=")]
    if "--no-config" not in arguments:
        words.append(os.environ.get("AVTALSKALK_LANG", ""))
    return next(filter(None, map(as_language, words)), from_locale()[0])
