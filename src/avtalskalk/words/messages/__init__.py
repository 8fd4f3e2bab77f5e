"""The diagnostics' words by code; AV0 file, AV1 splits and parties, AV2 values, and so on."""

from typing import Final

from avtalskalk.words import Language, Message, Words
from avtalskalk.words.messages import (
    agreement,
    commands,
    comparing,
    lints,
    reading,
    rules,
    sealing,
    trying,
    values,
    whatif,
)

MESSAGES: dict[str, Message] = {
    **reading.MESSAGES,
    **agreement.MESSAGES,
    **rules.MESSAGES,
    **lints.MESSAGES,
    **values.MESSAGES,
    **commands.MESSAGES,
    **whatif.MESSAGES,
    **comparing.MESSAGES,
    **sealing.MESSAGES,
    **trying.MESSAGES,
}

RETIRED: Final[dict[str, str]] = {
    "AV060": "AV101",
    "AV107": "AV101",
    "AV409": "AV101",
    "AV420": "AV101",
    "AV501": "AV101",
    "AV520": "AV101",
    "AV701": "AV101",
    "AV703": "AV101",
    "AV737": "AV101",
    "AV769": "AV101",
    "AV801": "AV101",
    "AV802": "AV101",
    "AV810": "AV101",
    "AV811": "AV101",
    "AV823": "AV101",
    "AV843": "AV101",
    "AV854": "AV101",
    "AV883": "AV101",
}
"""Codes that are no longer given, each with the one that says the same."""


def words(code: str, language: Language) -> Words:
    """The words of a code in a language."""
    message = MESSAGES[code]
    return message.sv if language == "sv" else message.en
