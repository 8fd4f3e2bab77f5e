"""The parser of YAML, by the C library where there is one, and the limits it is held to."""

from collections.abc import Callable

import yaml
from yaml.events import Event
from yaml.parser import Parser as ParserOfEvents
from yaml.reader import Reader
from yaml.scanner import Scanner

DEEPEST = 40
MOST_FINDINGS = 100
MOST_VALUES = 100_000
"""More events than any agreement has; a tree of so many takes well under 100 MB."""

FAULTS = (yaml.YAMLError, ValueError, OverflowError)
"""What a parser raises on bad text; the last two for numbers without end in escapes."""


class PureParser(Reader, Scanner, ParserOfEvents):
    """The parser for machines without the C library; many times slower, otherwise equal."""

    def __init__(self, stream: str | bytes) -> None:
        """Start reading a text."""
        Reader.__init__(self, stream)
        Scanner.__init__(self)
        ParserOfEvents.__init__(self)


def events(stream: str | bytes) -> Callable[[], Event | None]:
    """A function that gives a text's events one at a time."""
    if yaml.__with_libyaml__:
        from yaml._yaml import CParser

        return CParser(stream).get_event
    return PureParser(stream).get_event
