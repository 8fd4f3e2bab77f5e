"""`avtalskalk init`: a new agreement, from options or from answers to questions."""

import sys
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Annotated, Final

import typer

from avtalskalk.cli import messages, options
from avtalskalk.cli.draft import encoded, findings, option_of
from avtalskalk.cli.errors import Invalid, Misuse
from avtalskalk.cli.exit_codes import DONE, MISUSED
from avtalskalk.cli.help_pages import Help
from avtalskalk.cli.options import OPTIONS
from avtalskalk.cli.output import Output
from avtalskalk.cli.settings import Settings, is_terminal, resolve
from avtalskalk.diagnostics import Diagnostic
from avtalskalk.features.init.starters import EQUAL, KINDS, Given, Pairs, item_names, short_name
from avtalskalk.words.starters import AFTERWARDS

_ENDINGS = (".yaml", ".yml")

_SPLITS: Final[Mapping[str, tuple[str, ...]]] = {
    "percent": ("share",),
    "population": ("population", "counted"),
    "fixed": ("fixed", "population", "counted"),
    "": ("share", "fixed", "population", "counted"),
}
"""The options that go with each way to split the cost."""


def init(
    context: typer.Context,
    paths: Annotated[options.Texts, typer.Argument()] = None,
    kind: Annotated[options.Text, options.option("kind")] = None,
    title: Annotated[options.Text, options.option("title")] = None,
    id: Annotated[options.Text, options.option("id")] = None,
    named: Annotated[options.Texts, options.option("named")] = None,
    host: Annotated[options.Text, options.option("host")] = None,
    start: Annotated[options.Text, options.option("start")] = None,
    end: Annotated[options.Text, options.option("end")] = None,
    share: Annotated[options.Texts, options.option("share")] = None,
    fixed: Annotated[options.Texts, options.option("fixed")] = None,
    population: Annotated[options.Texts, options.option("population")] = None,
    counted: Annotated[options.Text, options.option("counted")] = None,
    amount: Annotated[options.Texts, options.option("amount")] = None,
    of_year: Annotated[options.Text, options.option("of_year")] = None,
    covers: Annotated[options.Text, options.option("covers")] = None,
    output: options.Output = None,
    lang: options.Lang = None,
    color: options.Color = None,
    width: options.Width = None,
    quiet: options.Quiet = False,
    verbose: options.Verbose = False,
    no_config: options.NoConfig = False,
    help: Help = False,
) -> int:
    """Write a new agreement, or say which answer does not do; a file that exists is left alone."""
    settings = resolve(context)
    paths = paths or []
    name = _file(paths, settings)
    _output(name)
    given = _given(name, settings)
    if _must_ask(given):
        from avtalskalk.cli.interview import Interview

        interview = Interview(settings, given, lambda one: _refused(name or _file_of(one)))
        given = interview.carried_out()
    found = [_about(one, given) for one in findings(given, settings.language)]
    if any(one.severity == "error" for one in found):
        messages.findings((one for one in found if one.severity == "error"), settings)
        return MISUSED
    name = name or _file_of(given)
    _output(name).write([encoded(given, settings.language)])
    messages.findings(found, settings)
    _say_next(name, given, settings)
    return DONE


def _file_of(given: Given) -> str:
    """The file of an agreement whose file was not named."""
    return f"{given.id}.yaml" if given.id else ""


def _output(name: str) -> Output:
    """Where a new agreement goes; a name that it cannot be written to is refused."""
    if name not in {"", "-"} and Path(name).suffix.lower() not in _ENDINGS:
        raise Misuse(code="AV862", given=name, right=Path(name).with_suffix(".yaml").as_posix())
    return Output(name, new=True)


def _refused(name: str) -> Diagnostic | None:
    """Why a new agreement cannot have a name, if it cannot."""
    try:
        _output(name)
    except Misuse as wrong:
        return wrong.diagnostic
    except Invalid as wrong:
        return wrong.diagnostics[0]
    return None


def _file(paths: Sequence[str], settings: Settings) -> str:
    """The file to write, ``-`` for standard output; empty where none is named."""
    if len(paths) > 1:
        raise Misuse(code="AV861", given=tuple(paths))
    output = settings.text("output")
    if paths and output:
        raise Misuse(code="AV824", first=paths[0], second="--output")
    return paths[0] if paths else output


def _must_ask(given: Given) -> bool:
    """Whether there are questions, and somebody to answer them."""
    if given.title and len(given.parties) > 1:
        return False
    if is_terminal(sys.stdin) and is_terminal(sys.stderr):
        return True
    title, party = ("" if given.title else "--title"), ("" if given.parties[1:] else "--party")
    raise Misuse(code="AV863", options=tuple(filter(None, (title, party))))


# --- From options -------------------------------------------------------------------------


def _given(name: str, settings: Settings) -> Given:
    """What the options say."""
    kind = settings.text("kind") or "percent"
    _belong_together(kind, settings)
    title = settings.text("title")
    stem = "" if name in {"", "-"} else Path(name).stem
    shares = settings.many("share")
    equal = len(shares) == 1 and shares[0].strip().lower() in EQUAL
    given = Given(
        kind=kind,
        id=settings.text("id") or short_name(stem or title),
        title=title,
        parties=tuple(map(_party, settings.many("named"))),
        host=settings.text("host"),
        start=settings.text("start"),
        end=settings.text("end"),
        equal=equal,
        shares=() if equal else _pairs("share", settings),
        fixed=_pairs("fixed", settings),
        counted=settings.text("counted"),
        population=_pairs("population", settings),
        year=settings.text("of_year"),
        covers=settings.text("covers"),
    )
    return replace(given, amounts=_amounts(given, settings))


def _belong_together(kind: str, settings: Settings) -> None:
    """Refuse options that say different things, or that mean nothing without another."""
    said = settings.given
    of_kind = _SPLITS[KINDS[kind].split]
    for name in _SPLITS[""]:
        if said.get(name) and name not in of_kind:
            right = tuple(each for each, one in KINDS.items() if name in _SPLITS[one.split])
            raise Misuse(code="AV865", option=f"--{name}", kind=kind, near=right)
        if name != "share" and said.get(name) and said.get("share"):
            raise Misuse(code="AV824", first="--share", second=f"--{name}")
    year = ("of_year", "--year", "--year 2024")
    amount = ("amount", "--amount", '--amount "1 240 000 kr"')
    needs = {"population": year, "covers": year, "of_year": amount}
    for name, (other, missing, example) in needs.items():
        counts = name == "of_year" and said.get("population")
        if said.get(name) and not said.get(other) and not counts:
            raise Misuse(code="AV866", option=OPTIONS[name].long, other=missing, example=example)


def _party(text: str) -> tuple[str, str]:
    """``lerum=Lerums kommun``, or a name alone, from which the short one is made."""
    party, equals, name = text.partition("=")
    return (party.strip(), name.strip()) if equals else (short_name(text), text.strip())


def _pairs(name: str, settings: Settings) -> Pairs:
    """``lerum=40 %``, as often as it is written."""
    pairs = []
    for text in settings.many(name):
        party, equals, value = text.partition("=")
        if not equals:
            raise Misuse(code="AV864", option=f"--{name}", given=text)
        pairs.append((party.strip(), value.strip()))
    return tuple(pairs)


def _amounts(given: Given, settings: Settings) -> Pairs:
    """``480 000 kr`` for the first cost of the kind, or ``lokaler=480 000 kr``."""
    first, _ = item_names(given, settings.language)[0]
    split = (text.rpartition("=") for text in settings.many("amount"))
    return tuple((item.strip() or first, amount.strip()) for item, _, amount in split)


# --- Afterwards ---------------------------------------------------------------------------


def _about(one: Diagnostic, given: Given) -> Diagnostic:
    """A finding at the option that it is about."""
    return replace(one, file=option_of(one, given), path=(), place=None, related=())


def _say_next(name: str, given: Given, settings: Settings) -> None:
    """Say what was written and what to type now."""
    if name == "-":
        return
    shown = f'"{name}"' if " " in name else name
    if given.is_whole:
        year = given.year or given.start[:4]
        command = f"avtalskalk calc {shown}" + (f" --year {year}" if year else "")
    else:
        command = f"avtalskalk check {shown}"
    said = AFTERWARDS["calc" if given.is_whole else "check"]
    messages.verdict(settings, said, file=name, command=command)
