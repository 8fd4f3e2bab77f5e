"""A new agreement as text: what is known written out, the rest as comments that show how.

Nothing is made up: an amount, a share or a number that nobody gave stands in no line that counts.
"""

import re
from collections.abc import Iterable, Iterator
from textwrap import wrap
from typing import NamedTuple

from avtalskalk.features.init.draft import EXAMPLE_YEAR, KINDS, NewAgreement
from avtalskalk.words import Both, Language
from avtalskalk.words.formats import KRONOR
from avtalskalk.words.starters import COMMENTS, ITEMS, KEYS

_NOTE_COLUMN = 33
_LONGEST_LINE = 88

# What YAML takes as it stands, wherever it may stand in our lines.
_PLAIN = re.compile(r"[^\W_](?:[\w.,;%‰/+()&§–'-]|[ \u00a0\u202f\u2009](?=\S))*")


class _TextLine(NamedTuple):
    """A line: its text, a note after it, and whether it only shows how to write something."""

    indent: int
    text: str
    note: str = ""
    shown: bool = False


Lines = Iterator[_TextLine]


def starter(draft: NewAgreement, language: Language) -> str:
    """The text of a new agreement in YAML, its comments in a language."""
    return "".join(f"{line}\n" for line in _Starter(draft, language).lines())


def item_names(draft: NewAgreement, language: Language) -> list[tuple[str, str]]:
    """The short names and titles of the costs: those of the kind, and others that were given."""
    named = [ITEMS[key] for key in KINDS[draft.kind].items]
    names = {item.text(language): title.text(language) for item, title in named}
    return [*names.items(), *((item, "") for item, _ in draft.amounts if item not in names)]


def yaml_text(text: str) -> str:
    """A text as a YAML value that means just that, quoted where it must be.

    Half a character, which a command line may hold and no file can, becomes ``?``.
    """
    text = text.encode("utf-8", "replace").decode("utf-8")
    if _PLAIN.fullmatch(text):
        return text
    if text.isprintable():
        return "'" + text.replace("'", "''") + "'"
    inside = "".join(
        f"\\{char}" if char in '"\\' else char if char.isprintable() else f"\\U{ord(char):08x}"
        for char in text
    )
    return f'"{inside}"'


class _Starter:
    """One text being made: a method for each part of it."""

    def __init__(self, draft: NewAgreement, language: Language) -> None:
        self.draft, self.language = draft, language
        name, self.unit = KEYS[KINDS[draft.kind].key]
        self.key = name.text(language)
        self.ids = [party for party, _ in draft.parties]
        year = draft.year or draft.start
        self.kr = " kr" if draft.currency in {"", *KRONOR} else ""
        self.year = int(year[:4]) if re.match("[0-9]{4}", year) else EXAMPLE_YEAR

    def lines(self) -> Iterator[str]:
        """The text, line by line."""
        parts = (
            *(self.opening(), self.head(), self.parties(), self.host(), self.period()),
            *(self.costs(), self.later(), self.assumptions(), self.keys()),
        )
        for place, part in enumerate(filter(None, map(list, parts))):
            if place:
                yield ""
            for line in part:
                yield from _laid_out(line)

    def words(self, both: Both) -> str:
        """A phrase in the draft's language."""
        return both.text(self.language)

    def say(self, key: str) -> str:
        """A comment."""
        text = self.words(COMMENTS[key]).replace("{kr}", self.kr)
        return text.replace("{unit}", self.words(self.unit))

    def prose(self, key: str, indent: int = 0) -> _TextLine:
        """A comment on lines of its own."""
        return _TextLine(indent, "", self.say(key))

    def example(self, party: str) -> str:
        """A party's short name in a line that only shows something: never more than a word."""
        return re.sub(r"[^\w-]+", "-", party)

    def opening(self) -> Lines:
        """How to read the file."""
        yield self.prose("opening")

    def head(self) -> Lines:
        """The format, the short name, the title and the currency."""
        draft = self.draft
        yield _TextLine(0, "avtalskalk: 1")
        yield _TextLine(0, f"id: {yaml_text(draft.id)}")
        yield _TextLine(0, f"title: {yaml_text(draft.title)}")
        if draft.currency not in {"", "SEK"}:
            yield _TextLine(0, f"currency: {yaml_text(draft.currency)}")

    def parties(self) -> Lines:
        """Who takes part."""
        yield self.prose("parties")
        yield _TextLine(0, "parties:")
        for party, name in self.draft.parties:
            yield _TextLine(2, f"{yaml_text(party)}: {yaml_text(name)}")

    def host(self) -> Lines:
        """Who books the cost."""
        yield self.prose("host_board" if self.draft.kind == "joint-board" else "host")
        if self.draft.host:
            yield _TextLine(0, f"host: {yaml_text(self.draft.host)}")
        else:
            yield _TextLine(0, f"host: {self.example(self.ids[0])}", shown=True)

    # --- The period -----------------------------------------------------------------------

    def period(self) -> Lines:
        """The first period; its first line takes the dash of the list."""
        yield self.prose("periods")
        yield _TextLine(0, "periods:")
        first, *rest = self.terms()
        yield first._replace(indent=2, text=f"- {first.text}")
        yield from rest

    def terms(self) -> Lines:
        """What a period says; its first line counts, for the others to stand below."""
        draft = self.draft
        if draft.start:
            yield _TextLine(4, f"from: {yaml_text(draft.start)}", self.say("from"))
        else:
            yield _TextLine(4, f"title: {self.say('period_title')}")
            yield _TextLine(4, "from: …", self.say("from_later"), shown=True)
        yield from self.ending()
        yield from self.split()
        if draft.end:
            yield self.prose("option", 4)
            yield _TextLine(4, "option: {extend: … years}", shown=True)
        if draft.kind == "joint-board":
            yield self.prose("condition", 4)
            yield _TextLine(4, "condition: identical_decision", shown=True)
        yield self.prose("decisions", 4)
        first, *remaining = map(self.example, self.ids)
        yield _TextLine(4, "decisions:", shown=True)
        yield _TextLine(4, f"  {first}: {{date: …, paragraph: …, status: approved}}", shown=True)
        for party in remaining:
            yield _TextLine(4, f"  {party}: {{status: pending}}", shown=True)

    def ending(self) -> Lines:
        """The last day, or how to write it."""
        if self.draft.end:
            yield _TextLine(4, f"to: {yaml_text(self.draft.end)}", self.say("to"))
        else:
            yield self.prose("no_to", 4)
            yield _TextLine(4, "to: …", self.say("to_later"), shown=True)

    def split(self) -> Lines:
        """How the cost is split, or how to write it."""
        by = self.draft.shared_by
        if by == "percent":
            yield from self.split_percent()
        elif by == "population":
            known = self.draft.has_population
            yield self.prose("split_by" if known else "split_by_later", 4)
            yield _TextLine(4, f"split: {{by: {self.key}}}", shown=not known)
        elif by == "fixed":
            yield from self.split_fixed()
        else:
            yield from self.split_open()

    def split_percent(self) -> Lines:
        """Agreed shares."""
        draft = self.draft
        if draft.equal:
            yield self.prose("split_equal", 4)
            yield _TextLine(4, "split: equal")
            return
        yield self.prose("split", 4)
        if not draft.shares:
            yield from self.example_shares()
            return
        yield _TextLine(4, "split:")
        for party, share in draft.shares:
            yield _TextLine(4, f"  {yaml_text(party)}: {yaml_text(share)}")

    def example_shares(self) -> Lines:
        """Shares that only show how to write them."""
        *remaining, last = map(self.example, self.ids)
        yield _TextLine(4, "split:", shown=True)
        for party in remaining:
            yield _TextLine(4, f"  {party}: … %", shown=True)
        yield _TextLine(4, f"  {last}: rest", shown=True)

    def split_fixed(self) -> Lines:
        """A fixed part each, and the rest by inhabitants."""
        draft = self.draft
        known = draft.has_split
        yield self.prose("split_fixed" if known else "split_fixed_later", 4)
        yield _TextLine(4, "split:", shown=not known)
        yield _TextLine(4, "  steps:", shown=not known)
        yield _TextLine(4, "    - fixed:", shown=not known)
        for party, amount in draft.fixed:
            yield _TextLine(4, f"        {yaml_text(party)}: {yaml_text(amount)}", shown=not known)
        for party in () if draft.fixed else self.ids:
            yield _TextLine(4, f"        {self.example(party)}: …{self.kr}", shown=True)
        yield _TextLine(4, f"    - rest: {{by: {self.key}}}", shown=not known)
        if not draft.fixed:
            yield self.prose("split_mix", 4)
            yield from self.shown(
                4,
                "split:",
                "  mix:",
                "    - {weight: … %, split: equal}",
                f"    - {{weight: rest, split: {{by: {self.key}}}}}",
            )

    def split_open(self) -> Lines:
        """The usual ways, where nobody has said which."""
        yield self.prose("split_open_equal", 4)
        yield from self.shown(4, "split: equal")
        yield self.prose("split_open_percent", 4)
        yield from self.example_shares()
        yield self.prose("split_open_by", 4)
        yield from self.shown(4, f"split: {{by: {self.key}}}")

    @staticmethod
    def shown(indent: int, *texts: str) -> Lines:
        """Lines that only show how to write something."""
        return (_TextLine(indent, text, shown=True) for text in texts)

    # --- The costs ------------------------------------------------------------------------

    def costs(self) -> Lines:
        """The costs with their amounts, or how to write them."""
        amounts = dict(self.draft.amounts)
        yield self.prose("costs")
        yield _TextLine(0, "costs:", shown=not amounts)
        for item, title in item_names(self.draft, self.language):
            if item in amounts:
                yield from self.item(item, title, amounts[item])
            elif amounts:
                yield from self.shown(2, *self.example_item(item, title))
            else:
                yield from self.shown(0, *(f"  {text}" for text in self.example_item(item, title)))
        if self.draft.kind == "family-centre":
            yield from self.grant(2 if amounts else 0)

    def item(self, item: str, title: str, amount: str) -> Lines:
        """A cost with its amount."""
        draft = self.draft
        yield _TextLine(2, f"{yaml_text(item)}:")
        if title:
            yield _TextLine(4, f"title: {title}")
        if not draft.year:
            yield _TextLine(4, f"amount: {yaml_text(amount)}", self.say("amount"))
        else:
            yield _TextLine(4, "budget:")
            yield _TextLine(4, f"  {yaml_text(draft.year)}: {yaml_text(amount)}")
            yield self.prose("next_year", 4)
            yield from self.shown(4, f"  {self.year + 1}: …{self.kr}")
            if draft.covers:
                yield self.prose(f"covers_{draft.covers}", 4)
                yield _TextLine(4, f"covers: {draft.covers}")
            yield self.prose("actual", 4)
            yield from self.shown(4, "actual:", f"  {self.year}: …{self.kr}")
        if draft.kind == "family-centre" and item == ITEMS["premises"][0].text(self.language):
            yield from self.premises()
        if item == ITEMS["it_fixed"][0].text(self.language):
            yield self.prose("own_split", 4)
            yield from self.shown(4, "split: equal")

    def premises(self) -> Lines:
        """Who pays for the premises first, and a split of their own."""
        yield self.prose("paid_by", 4)
        yield from self.shown(4, f"paid_by: {self.example(self.ids[-1])}")
        yield self.prose("own_split", 4)
        yield from self.shown(4, "split: equal")

    def example_item(self, item: str, title: str) -> Iterator[str]:
        """A cost that only shows how to write it."""
        yield f"{item}:"
        yield f"  title: {title}"
        yield "  budget:"
        yield f"    {self.year}: …{self.kr}"

    def grant(self, indent: int) -> Lines:
        """A grant, which lowers the cost."""
        names, titles = ITEMS["grant"]
        yield self.prose("grant", indent)
        item, *rest = self.example_item(self.words(names), self.words(titles))
        inside = "" if indent else "  "
        yield from self.shown(
            indent, *(inside + text for text in (item, rest[0], "  kind: grant", *rest[1:]))
        )

    # --- The rest -------------------------------------------------------------------------

    def later(self) -> Lines:
        """Invoices and the final settlement, where a host has them."""
        if not KINDS[self.draft.kind].hosted:
            return
        yield self.prose("invoicing")
        yield from self.shown(0, "invoicing: {instalments: quarterly, in: advance}")
        yield self.prose("reconciliation")
        yield from self.shown(0, "reconciliation: {surplus: settle, deficit: settle}")

    def assumptions(self) -> Lines:
        """How the paper was read."""
        yield self.prose("assumptions")
        yield from self.shown(0, "assumptions:", f"  - {self.say('assumption')}")

    def keys(self) -> Lines:
        """The numbers that the costs are split by, or how to write them."""
        draft = self.draft
        if draft.shared_by == "percent":
            return
        known = draft.has_population
        yield self.prose("keys")
        for text, note in self.population():
            yield _TextLine(0, text, note, shown=not known)
        if not draft.counted:
            yield self.prose("use_later", 4)
            yield from self.shown(4, "use: {date: 11-01, year: -1}")

    def population(self) -> Iterator[tuple[str, str]]:
        """The key's lines and their notes."""
        draft = self.draft
        yield "keys:", ""
        yield f"  {self.key}:", ""
        yield f"    unit: {self.words(self.unit)}", ""
        if draft.counted:
            yield f"    use: {{date: {yaml_text(draft.counted)}, year: -1}}", self.say("use")
        yield "    values:", ""
        yield f"      {yaml_text(draft.population_key)}:", ""
        numbers = dict(draft.population)
        for party in dict.fromkeys((*self.ids, *numbers)):
            shown = yaml_text(party) if draft.has_population else self.example(party)
            number = numbers.get(party, "" if draft.has_population else "…")
            if number:
                yield f"        {shown}: {number if number == '…' else yaml_text(number)}", ""


def _laid_out(line: _TextLine) -> Iterable[str]:
    """A line as it stands in the file; a comment on its own goes over as many as it needs."""
    margin = " " * line.indent
    if not line.text:
        room = _LONGEST_LINE - line.indent - 2
        return [f"{margin}# {text}" for part in line.note.split("\n") for text in wrap(part, room)]
    mark = "# " if line.shown else ""
    text = f"{margin}{mark}{line.text}"
    return [f"{text.ljust(_NOTE_COLUMN - 2)}  # {line.note}" if line.note else text]
