"""The parser of YAML, by the C library where there is one, and the limits it is held to."""

import operator
from collections.abc import Callable

import yaml
from yaml.composer import Composer
from yaml.events import Event
from yaml.nodes import Node
from yaml.parser import Parser as ParserOfEvents
from yaml.reader import Reader
from yaml.scanner import Scanner

DEEPEST = 40
MOST_FINDINGS = 100
MOST_VALUES = 100_000
"""More events than any agreement has; a tree of so many takes well under 100 MB."""

_MARKS = b"-?:,[{"
_MOST_MARKS = 1_000
"""Each level of a file and each value in it has one of the marks at least, so a file with few
cannot be too deep for a composer, which calls itself for each level and takes less than half a
kilobyte of the stack each time; nor can its tree be too large."""

FAULTS = (yaml.YAMLError, ValueError, OverflowError)
"""What a parser raises on bad text; the last two for numbers without end in escapes."""


class _Untagged:
    """What a composer asks of each node: nothing here, so every scalar stays the author's text.

    It asks three times for each node, so the functions are some of Python's own that do nothing
    with what they are given, which are called several times quicker than functions in Python.
    """

    descend_resolver = staticmethod(operator.is_)
    ascend_resolver = tuple

    @staticmethod
    def resolve(kind: type[Node], value: object, implicit: object) -> None:
        """Give no tag."""


class PureParser(_Untagged, Reader, Scanner, ParserOfEvents, Composer):
    """The parser for machines without the C library; many times slower, otherwise equal."""

    def __init__(self, stream: str | bytes) -> None:
        """Start reading a text."""
        Reader.__init__(self, stream)
        Scanner.__init__(self)
        ParserOfEvents.__init__(self)
        Composer.__init__(self)


if yaml.__with_libyaml__:
    from yaml._yaml import CParser

    class _Composing(_Untagged, CParser):
        """The C library's parser, which makes its tree in C too."""


def may_be_composed(stream: bytes) -> bool:
    """Whether a text cannot be deep or large enough to do harm in `composed`."""
    return len(stream) - len(stream.translate(None, _MARKS)) <= _MOST_MARKS


def composed(stream: bytes) -> Node | None:
    """The tree of a text's only document, None where it has none; raises one of FAULTS if it can't.

    The text is one that `may_be_composed`.
    """
    parser = _Composing(stream) if yaml.__with_libyaml__ else PureParser(stream)
    return parser.get_single_node()


def events(stream: str | bytes) -> Callable[[], Event | None]:
    """A function that gives a text's events one at a time."""
    if yaml.__with_libyaml__:
        return CParser(stream).get_event
    return PureParser(stream).get_event
