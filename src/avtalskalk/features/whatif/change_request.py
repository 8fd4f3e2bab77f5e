"""One change as a person asks for it, in an option or in a scenario file."""

import re
from collections.abc import Callable, Mapping
from datetime import date
from fractions import Fraction
from typing import Any, Final, Literal, NamedTuple

from avtalskalk.diagnostics import Argument, Diagnostic, Path
from avtalskalk.files.yaml import read
from avtalskalk.model.files_beside import PhaseIn, read_phase_in
from avtalskalk.model.values import Fault, read_text, share

Kind = Literal["set", "split", "share", "cost", "price", "index", "key", "leave", "join", "extend"]

NEEDS_A_NAME: Final[Mapping[str, str]] = {
    "set": "costs.drift.budget.2024='2 mkr'",
    "share": "alingsas='40 %'",
    "key": "population.lerum=+500",
}
"""The kinds that cannot be for all there is, with an example of what to write."""

NOT_CONCERNED: Final = frozenset({"AV101", "AV750", "AV754", "AV762", "AV763"})
"""An agreement lacks what is to be changed: no such name, no figures or terms in the years."""

TERMS: Final[frozenset[Kind]] = frozenset({"split", "share", "leave", "set"})
"""The kinds that in a scenario belong together: half of it would be other terms than meant."""

PERCENT = ("%", "\u2030", "procent", "promille", "percent")
_SIGNS = "+-\u2212"
_SPLIT_FOR: Final = re.compile(r"([^\W\d_][\w-]*)\s*:(?!\s*$)(.*)", re.DOTALL)


class ChangeRequest(NamedTuple):
    """One change as a person asks for it.

    ``target`` is what is changed (a path, an item, a party, an index, ``population.lerum``) and
    empty for all there is of the kind; ``value`` is as written, such as ``+3 %``.  With a
    ``start`` the change holds from that day on, otherwise for what holds in the years asked
    about.  ``path`` is where it is written in ``file``, a scenario; ``option`` is what stands on
    the command line.  A split or a share may be reached only so far (``blend``, a part of the way
    from what holds) or year by year (``phase_in``).
    """

    kind: Kind
    target: str
    value: Any
    start: date | None = None
    path: Path = ()
    option: str = ""
    file: str = ""
    blend: Fraction | None = None
    phase_in: PhaseIn | None = None

    @property
    def years(self) -> range:
        """The years that it is phased in over."""
        return range(self.phase_in[0], self.phase_in[1] + 1) if self.phase_in else range(0)

    @property
    def written_at(self) -> Path:
        """Where it is written, as a finding has it: the option itself stands for its place."""
        return (self.option,) if self.option else self.path

    @property
    def label(self) -> str:
        """What it is called in a message: the option, or its name in the scenario."""
        target = f"{self.kind}.{self.target}" if self.target else self.kind
        return self.option or target

    @property
    def general(self) -> bool:
        """Whether it is for all there is of the kind, and gives way to one for this or that."""
        named = "." in self.target if self.kind == "key" else bool(self.target)
        return not named and self.kind in ("cost", "price", "index", "key")

    def finding(self, code: str, arguments: Mapping[str, Argument]) -> Diagnostic:
        """A finding on it."""
        return Diagnostic(code, arguments, self.written_at, file=self.file)


class Refused(Exception):  # noqa: N818 - a person's slip, not an error of the program
    """A change that cannot be made; the code and the arguments of a message say why."""

    def __init__(self, code: str, **arguments: Argument) -> None:
        """Keep the message."""
        super().__init__(code)
        self.code, self.arguments = code, arguments


def from_option(kind: Kind, text: str, start: date | None) -> ChangeRequest:
    """One change as an option says it; raises Refused where a name or a value is lacking."""
    option = f"--{kind} {text}" + (f" --from {start}" if start else "")
    if kind == "leave":
        return ChangeRequest(kind, text.strip(), "", start, option=option)
    if kind == "join":
        party, _, value = (part.strip() for part in text.partition("="))
        return ChangeRequest(kind, party, value, start, option=option)
    if kind == "extend":
        return ChangeRequest(kind, "", text.strip(), start, option=option)
    if kind == "split":
        match = _SPLIT_FOR.fullmatch(text)
        target, value = match.groups() if match else ("", text)
        return ChangeRequest(kind, target, _plain(value), start, option=option)
    name, equals, value = (part.strip() for part in text.partition("="))
    if equals and name and value:
        value = _plain(value) if kind == "set" else value
        return ChangeRequest(kind, name, value, start, option=option)
    if equals or not name or kind in NEEDS_A_NAME:
        example = NEEDS_A_NAME.get(kind, "+3 %")
        raise Refused("AV773", option=f"--{kind}", given=text, example=example)
    return ChangeRequest(kind, "", name, start, option=option)


def on_the_way(request: ChangeRequest, blend: str, phase_in: str) -> ChangeRequest:
    """An option's split that is reached part of the way, or year by year, as options say it."""
    try:
        part = share(blend) if blend else None
        years = read_phase_in(phase_in) if phase_in else None
    except Fault as fault:
        raise Refused(fault.type, **(fault.context or {})) from None
    if request.start and years:
        raise Refused("AV824", first=f"--from {request.start}", second=f"--phase-in {phase_in}")
    way = {"--blend": blend, "--phase-in": phase_in}
    option = " ".join([request.option, *(f"{key} {text}" for key, text in way.items() if text)])
    return request._replace(blend=part, phase_in=years, option=option)


def _plain(written: str) -> Any:  # noqa: ANN401 - plain data
    """An option's value as a file would have it: ``{by: population}`` is a mapping."""
    if written[:1] not in {"{", "["}:
        return written
    document = read(f"value: {written}\n".encode("utf-8", "surrogatepass"), "")
    data = document.data if isinstance(document.data, dict) else {}
    return data.get("value", written) if not document.diagnostics else written


class NumberChange(NamedTuple):
    """What becomes of a number: a part of it more (``+3 %``), some more, or another number."""

    part: Fraction | None = None
    more: Fraction | None = None
    to: Fraction | None = None

    def of(self, number: Fraction) -> Fraction:
        """A number as it becomes, exactly."""
        if self.part is not None:
            return number * (1 + self.part)
        return number + self.more if self.more is not None else self.to or Fraction(0)


def read_number_change(
    written: object, read: Callable[[str], Fraction], *, bare: bool = False
) -> NumberChange:
    """How a number is to change: ``+3 %``, ``+250 tkr``, ``2 mkr``, as ``read`` reads a number.

    A percentage must have its sign, unless it may be ``bare``: ``3 %`` could mean three more, or
    three left.
    """
    # A word processor makes a dash of the minus sign before a number.
    text = re.sub("^\u2013(?=[0-9])", "-", read_text(written))
    if text.endswith(PERCENT):
        if text[0] not in _SIGNS and not bare:
            raise Refused("AV751", text=text)
        return NumberChange(part=share(text))
    return NumberChange(more=read(text)) if text[0] in _SIGNS else NumberChange(to=read(text))
