"""The diagnostics' words by code; AV0 file, AV1 splits and parties, AV2 values, and so on."""

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


def words(code: str, language: Language) -> Words:
    """The words of a code in a language."""
    message = MESSAGES[code]
    return message.sv if language == "sv" else message.en
