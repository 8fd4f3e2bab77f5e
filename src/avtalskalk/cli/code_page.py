"""The page that `check --explain` prints for a code."""

import json
from importlib.resources import files
from textwrap import fill

from avtalskalk.cli.errors import Misuse
from avtalskalk.diagnostics import unknown_name
from avtalskalk.words import Language
from avtalskalk.words.formats import phrase
from avtalskalk.words.messages import MESSAGES, RETIRED, words


def page(given: str, language: Language, width: int) -> str:
    """What a code means, and its message for the smallest file that gives it.

    A retired code is that of the one it went into.
    """
    code = given.strip().upper()
    code = code if code in MESSAGES else RETIRED.get(code, code)
    if code not in MESSAGES:
        raise Misuse(code="AV101", **unknown_name("code", given, MESSAGES))
    # Those of the gallery of errors, whose arguments say more than any description of them.
    examples = json.loads(files("avtalskalk.cli").joinpath("examples.json").read_text("utf-8"))
    text = fill(f"{code}: {words(code, language).page}", width, break_on_hyphens=False)
    example = examples.get(code, {}).get(language)
    if not example:
        return f"{text}\n"
    return f"{text}\n\n{phrase('for_example', language)}:\n\n{example}\n"
