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
    "AV007": "AV006",
    "AV036": "AV006",
    "AV049": "AV050",
    "AV059": "AV291",
    "AV060": "AV101",
    "AV063": "AV291",
    "AV066": "AV065",
    "AV068": "AV293",
    "AV107": "AV101",
    "AV108": "AV301",
    "AV117": "AV109",
    "AV119": "AV109",
    "AV308": "AV297",
    "AV311": "AV301",
    "AV312": "AV118",
    "AV313": "AV118",
    "AV401": "AV297",
    "AV407": "AV297",
    "AV408": "AV292",
    "AV409": "AV101",
    "AV418": "AV292",
    "AV420": "AV101",
    "AV421": "AV113",
    "AV501": "AV101",
    "AV506": "AV113",
    "AV514": "AV297",
    "AV515": "AV118",
    "AV516": "AV297",
    "AV520": "AV101",
    "AV521": "AV292",
    "AV522": "AV292",
    "AV523": "AV297",
    "AV526": "AV292",
    "AV530": "AV297",
    "AV610": "AV297",
    "AV616": "AV292",
    "AV619": "AV528",
    "AV620": "AV297",
    "AV701": "AV101",
    "AV703": "AV101",
    "AV737": "AV101",
    "AV767": "AV291",
    "AV769": "AV101",
    "AV770": "AV113",
    "AV801": "AV101",
    "AV802": "AV101",
    "AV810": "AV101",
    "AV811": "AV101",
    "AV823": "AV101",
    "AV829": "AV118",
    "AV843": "AV101",
    "AV854": "AV101",
    "AV856": "AV118",
    "AV872": "AV118",
    "AV875": "AV870",
    "AV880": "AV291",
    "AV881": "AV292",
    "AV882": "AV768",
    "AV883": "AV101",
    "AV885": "AV297",
    "AV896": "AV809",
    "AV898": "AV897",
    "AV939": "AV888",
    "AV942": "AV873",
}
"""Codes that are no longer given, each with the one that says the same."""


def words(code: str, language: Language) -> Words:
    """The words of a code in a language."""
    message = MESSAGES[code]
    return message.sv if language == "sv" else message.en
