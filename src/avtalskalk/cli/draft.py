"""A new agreement before it is written: its bytes, and which answer a finding is about."""

from dataclasses import replace

from avtalskalk.checks.validation import examine
from avtalskalk.diagnostics import Diagnostic
from avtalskalk.features.init.starters import Given, starter
from avtalskalk.files.yaml import YamlDocument, read
from avtalskalk.words import Language

# What stands in for an answer that has not been given yet, so that the others can be checked.
_STAND_IN = "stand-in"


def encoded(given: Given, language: Language) -> bytes:
    """The file's bytes."""
    return starter(given, language).encode()


def findings(given: Given, language: Language) -> list[Diagnostic]:
    """What `check` says of a draft."""
    document = read(encoded(given, language), "")
    found = [_answered_twice(one) for one in (*document.diagnostics, *_examined(document))]
    twice = any(one.code == "AV868" for one in found)
    # That a party is then missing only follows from it.
    return [one for one in found if not (twice and one.code == "AV102")]


def _examined(document: YamlDocument) -> tuple[Diagnostic, ...]:
    return () if document.data is None else examine(document.data).diagnostics


def _answered_twice(one: Diagnostic) -> Diagnostic:
    """A name that stands twice, without the lines of a file that there is not yet."""
    if one.code != "AV025":
        return one
    return replace(one, code="AV868", arguments={"given": str(one.path[-1])})


def completed(given: Given) -> Given:
    """A draft with stand-ins for what every agreement must have, until it is known."""
    parties = given.parties
    for number in range(len(parties), 2):
        parties = (*parties, (f"{_STAND_IN}-{number}", _STAND_IN))
    return replace(given, id=given.id or _STAND_IN, title=given.title or _STAND_IN, parties=parties)


def option_of(diagnostic: Diagnostic, given: Given) -> str:
    """The option whose value a finding is about; empty where that cannot be told."""
    first, *rest = map(str, diagnostic.path or ("",))
    if first == "periods":
        ways = {"from": "--from", "to": "--to", "split": _split_option(diagnostic, given)}
        return ways.get(rest[1] if len(rest) > 1 else "", "--from")
    if first == "costs":
        return _cost_option(diagnostic)
    if first == "keys":
        return "--counted" if "use" in rest else "--population"
    others = {"id": "--id", "title": "--title", "host": "--host", "parties": "--party"}
    return others.get(first, "")


def _split_option(diagnostic: Diagnostic, given: Given) -> str:
    if given.shared_by == "percent":
        return "--share"
    return "--fixed" if "fixed" in diagnostic.path else "--population"


def _cost_option(diagnostic: Diagnostic) -> str:
    if diagnostic.code == "AV405":
        return "--covers year|period"
    return "--year" if diagnostic.at == "key" else "--amount"
