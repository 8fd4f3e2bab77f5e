"""The diagnostics' words by code; AV0 file, AV1 splits and parties, AV2 values, and so on."""

from avtalskalk.texts import Language, Message, Words
from avtalskalk.texts.messages import agreement, commands, reading, rules, values

MESSAGES: dict[str, Message] = {
    **reading.MESSAGES,
    **agreement.MESSAGES,
    **rules.MESSAGES,
    **values.MESSAGES,
    **commands.MESSAGES,
}


def words(code: str, language: Language) -> Words:
    """The words of a code in a language."""
    message = MESSAGES[code]
    return message.sv if language == "sv" else message.en
