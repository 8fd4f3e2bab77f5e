"""`avtalskalk init`: a new agreement, from options or from answers to questions."""

import sys
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Annotated, Final

import typer

from avtalskalk.cli import messages, options
from avtalskalk.cli.errors import DONE, MISUSED, Invalid, Misuse
from avtalskalk.cli.help_pages import Help
from avtalskalk.cli.options import OPTIONS, Text, Texts, option
from avtalskalk.cli.output import Output
from avtalskalk.cli.settings import Settings, is_terminal, resolve
from avtalskalk.diagnostics import Diagnostic
from avtalskalk.features.init.draft import EQUAL, KINDS, NewAgreement, Pairs, short_name
from avtalskalk.features.init.draft_check import completed, findings, option_of
from avtalskalk.features.init.starter import item_names, starter
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
    paths: Annotated[Texts, typer.Argument()] = None,
    kind: Annotated[Text, option("kind")] = None,
    title: Annotated[Text, option("title")] = None,
    id: Annotated[Text, option("id")] = None,
    currency: Annotated[Text, option("currency")] = None,
    named: Annotated[Texts, option("named")] = None,
    host: Annotated[Text, option("host")] = None,
    start: Annotated[Text, option("start")] = None,
    end: Annotated[Text, option("end")] = None,
    share: Annotated[Texts, option("share")] = None,
    fixed: Annotated[Texts, option("fixed")] = None,
    population: Annotated[Texts, option("population")] = None,
    counted: Annotated[Text, option("counted")] = None,
    amount: Annotated[Texts, option("amount")] = None,
    of_year: Annotated[Text, option("of_year")] = None,
    covers: Annotated[Text, option("covers")] = None,
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
    name = _file(paths or (), output or "")
    _target(name)
    _refuse_what_does_not_belong(kind or "percent", settings)
    equal = [text.strip().lower() for text in share or ()] in ([word] for word in EQUAL)
    stem = "" if name in {"", "-"} else Path(name).stem
    draft = NewAgreement(
        kind=kind or "percent",
        id=id or short_name(stem or title or ""),
        title=title or "",
        currency=currency or "",
        parties=tuple(map(_party, named or ())),
        host=host or "",
        start=start or "",
        end=end or "",
        equal=equal,
        shares=() if equal else _pairs("--share", share),
        fixed=_pairs("--fixed", fixed),
        counted=counted or "",
        population=_pairs("--population", population),
        year=of_year or "",
        covers=covers or "",
    )
    draft = replace(draft, amounts=_amounts(amount or (), draft, settings))
    if _must_ask(draft):
        from avtalskalk.cli.interview import Interview

        interview = Interview(settings, draft, lambda draft: _refusal(name or _file_of(draft)))
        draft = interview.carried_out()
    # Also what is wrong in an answer that only stands in a comment so far.
    checked = findings(completed(draft), settings.language)
    errors = [finding for finding in checked if finding.severity == "error"]
    diagnostics = [
        replace(finding, file=option_of(finding, draft), path=(), place=None, related=())
        for finding in errors or findings(draft, settings.language)
    ]
    if not errors:
        name = name or _file_of(draft)
        _target(name).write([starter(draft, settings.language).encode()])
    messages.findings(diagnostics, settings)
    if errors:
        return MISUSED
    _say_next(name, draft, settings)
    return DONE


# --- The file -----------------------------------------------------------------------------


def _file(paths: Sequence[str], output: str) -> str:
    """The file to write, ``-`` for standard output; empty where none is named."""
    if len(paths) > 1:
        raise Misuse(code="AV861", given=tuple(paths))
    if paths and output:
        raise Misuse(code="AV824", first=paths[0], second="--output")
    return paths[0] if paths else output


def _file_of(draft: NewAgreement) -> str:
    """The file of an agreement whose file was not named."""
    return f"{draft.id}.yaml" if draft.id else ""


def _target(name: str) -> Output:
    """Where a new agreement goes; a name that it cannot be written to is refused."""
    target = Output(name, new=True)
    if target.file and target.file.suffix.lower() not in _ENDINGS:
        right = target.file.with_suffix(".yaml").as_posix()
        raise Misuse(code="AV862", given=name, right=right)
    return target


def _refusal(name: str) -> Diagnostic | None:
    """Why a new agreement cannot be written to a file, if it cannot."""
    try:
        _target(name)
    except Misuse as wrong:
        return wrong.diagnostic
    except Invalid as wrong:
        return wrong.diagnostics[0]
    return None


def _say_next(name: str, draft: NewAgreement, settings: Settings) -> None:
    """Say what was written and what to type now."""
    if name == "-":
        return
    shown = f'"{name}"' if " " in name else name
    command = f"avtalskalk check {shown}"
    if draft.is_whole:
        year = draft.year or draft.start[:4]
        command = f"avtalskalk calc {shown}" + (f" --year {year}" if year else "")
    sentence = AFTERWARDS["calc" if draft.is_whole else "check"]
    messages.verdict(settings, sentence, file=name, command=command)


# --- What the options say -----------------------------------------------------------------


def _must_ask(draft: NewAgreement) -> bool:
    """Whether there are questions, and somebody to answer them."""
    if draft.title and len(draft.parties) > 1:
        return False
    if is_terminal(sys.stdin) and is_terminal(sys.stderr):
        return True
    title, party = ("" if draft.title else "--title"), ("" if draft.parties[1:] else "--party")
    raise Misuse(code="AV863", options=tuple(filter(None, (title, party))))


def _refuse_what_does_not_belong(kind: str, settings: Settings) -> None:
    """Refuse options that say different things, or that mean nothing without another."""
    given = settings.given
    for name in _SPLITS[""]:
        if given[name] and name not in _SPLITS[KINDS[kind].split]:
            kinds = tuple(k for k, other in KINDS.items() if name in _SPLITS[other.split])
            raise Misuse(code="AV865", option=f"--{name}", kind=kind, near=kinds)
        if name != "share" and given[name] and given["share"]:
            raise Misuse(code="AV824", first="--share", second=f"--{name}")
    year = ("of_year", "--year 2024")
    amount = ("amount", '--amount "1 240 000 kr"')
    needs = {"population": year, "covers": year, "of_year": amount}
    for name, (needed, example) in needs.items():
        is_for_population = name == "of_year" and given["population"]
        if given[name] and not given[needed] and not is_for_population:
            flag, missing = OPTIONS[name].long, OPTIONS[needed].long
            raise Misuse(code="AV866", option=flag, other=missing, example=example)


def _party(text: str) -> tuple[str, str]:
    """``lerum=Lerums kommun``, or a name alone, from which the short one is made."""
    party, equals, name = text.partition("=")
    return (party.strip(), name.strip()) if equals else (short_name(text), text.strip())


def _pairs(flag: str, texts: Texts) -> Pairs:
    """``lerum=40 %``, as often as it is written."""
    pairs = []
    for text in texts or ():
        party, equals, value = text.partition("=")
        if not equals:
            raise Misuse(code="AV864", option=flag, given=text)
        pairs.append((party.strip(), value.strip()))
    return tuple(pairs)


def _amounts(texts: Sequence[str], draft: NewAgreement, settings: Settings) -> Pairs:
    """``480 000 kr`` for the first cost of the kind, or ``lokaler=480 000 kr``."""
    first, _ = item_names(draft, settings.language)[0]
    split = (text.rpartition("=") for text in texts)
    return tuple((item.strip() or first, amount.strip()) for item, _, amount in split)
