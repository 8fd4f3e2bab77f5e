"""Questions about a new agreement: a wrong answer is asked again, with what `check` says of it."""

import sys
from collections import deque
from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial
from io import TextIOWrapper

from avtalskalk.cli import messages, streams
from avtalskalk.cli.settings import Settings
from avtalskalk.diagnostics import Diagnostic
from avtalskalk.features.init.draft import EQUAL, KINDS, NewAgreement, Pairs, short_name
from avtalskalk.features.init.draft_check import completed, findings
from avtalskalk.features.init.starter import item_names
from avtalskalk.report.messages import lines
from avtalskalk.report.widths import fold
from avtalskalk.words.formats import KRONOR, fill
from avtalskalk.words.starters import AFTERWARDS, KEYS, QUESTIONS
from avtalskalk.words.starters import KINDS as KIND_WORDS

# The answer that leads back to the question before.
_BACK = "<"

# Only a part of the year is covered: that has a question of its own.
_PART_OF_YEAR = "AV405"

Change = Callable[[str], NewAgreement]
Refuse = Callable[[NewAgreement], Diagnostic | None]


class _WentBackError(Exception):
    """The last answer is to be given again."""


class Interview:
    """One run of the questions; ``draft`` grows with each answer that does.

    Whoever goes back is asked all questions anew, and the earlier ``answers`` are ``given``
    without being asked for: which question comes next depends on them alone.
    """

    def __init__(self, settings: Settings, draft: NewAgreement, refused: Refuse) -> None:
        """Begin with what the options say; ``refused`` says why a draft has no file."""
        self.settings, self.draft, self.refused = settings, draft, refused
        self.first, self.answers, self.given = draft, list[str](), deque[str]()

    def carried_out(self) -> NewAgreement:
        """Ask for all that is not known yet; an end of the answers is as good as Ctrl-C."""
        if isinstance(sys.stdin, TextIOWrapper):
            sys.stdin.reconfigure(errors="replace")
        self._tell(f"{self._words('opening')}\n")
        try:
            self._from_the_first()
        except (EOFError, KeyboardInterrupt):
            streams.talk("")
            messages.verdict(self.settings, AFTERWARDS["stopped"])
            raise KeyboardInterrupt from None
        streams.talk("")
        return self.draft

    def _from_the_first(self) -> None:
        """Ask every question, again from the first where somebody wants back to the one before."""
        try:
            for ask in (self._what, self._who, self._when, self._split, self._costs):
                ask()
            self._population()
        except _WentBackError:
            self.draft, self.given, self.answers = self.first, deque(self.answers[:-1]), []
            self._from_the_first()

    # --- How to ask -----------------------------------------------------------------------

    def _words(self, key: str, **arguments: str) -> str:
        language = self.settings.language
        arguments["unit"] = KEYS[KINDS[self.draft.kind].key][1].text(language)
        return fill(QUESTIONS[key].text(language), arguments, language)

    def _like(self, figures: str) -> str:
        """An amount as an example, with kr where that may be written."""
        return f"{figures} kr" if self.draft.currency in {"", *KRONOR} else figures

    def _tell(self, text: str) -> None:
        """Say something on lines that fit, unless its question has been answered before."""
        for line in () if self.given else text.split("\n"):
            margin = line[: len(line) - len(line.lstrip())]
            for part in fold(line.lstrip(), self.settings.width - len(margin)):
                streams.talk(margin + part)

    def _line(self, question: str, default: str = "") -> str:
        """One answer; the default where there is none."""
        if self.given:
            return self.given.popleft()
        shown = f"{question} [{default}]" if default else question
        answer = streams.ask(f"{shown}{' ' if shown.endswith('?') else ': '}")
        if answer != _BACK:
            return answer or default
        if self.answers:
            raise _WentBackError
        return self._line(question, default)

    def _ask(
        self, question: str, change: Change, *, default: str = "", required: bool = False
    ) -> str:
        """Ask until the answer does; returns it, empty where it was passed over."""
        while True:
            answer = self._line(question, default)
            if answer and self._does(changed := change(answer)):
                self.draft = changed
            elif answer or required:
                continue
            self.answers.append(answer)
            return answer

    def _does(self, changed: NewAgreement) -> bool:
        """Whether `check` has nothing against a draft; otherwise it is said."""
        wrong = [
            replace(finding, path=(), place=None, related=())
            for finding in findings(completed(changed), self.settings.language)
            if finding.severity == "error" and finding.code != _PART_OF_YEAR
        ]
        refused = self.refused(changed)
        messages.findings([*wrong, *filter(None, [refused])], self.settings)
        return not wrong and not refused

    def _choose(self, question: str, words: Mapping[str, str], default: str = "") -> str:
        """Ask for one of some numbered answers; without a default it may be passed over."""
        numbers = {str(number): key for number, key in enumerate(words, 1)}
        self._tell("\n".join([question, *(f"  {n}  {words[key]}" for n, key in numbers.items())]))
        suggested = next((number for number, key in numbers.items() if key == default), "")
        while True:
            answer = self._line(self._words("number"), suggested)
            if answer in numbers or not answer:
                self.answers.append(answer)
                return numbers.get(answer, "")
            streams.talk(self._words("number_wrong", last=str(len(words))))

    # --- What to ask ----------------------------------------------------------------------

    def _what(self) -> None:
        """The kind, the title, the short name and the currency."""
        if not self.settings.text("kind"):
            words = {kind: KIND_WORDS[kind].text(self.settings.language) for kind in KINDS}
            kind = self._choose(self._words("kind"), words, self.draft.kind)
            self.draft = replace(self.draft, kind=kind)
        if not self.draft.title:
            change: Change = lambda text: replace(self.draft, title=text)  # noqa: E731
            self._ask(self._words("title"), change, required=True)
        if not self.draft.id or self.refused(self.draft):
            self._ask(
                self._words("id"),
                lambda text: replace(self.draft, id=text),
                default=self.draft.id or short_name(self.draft.title),
                required=True,
            )
        if not self.draft.currency:
            currency = lambda text: replace(self.draft, currency=text)  # noqa: E731
            self._ask(self._words("currency"), currency, default="SEK")

    def _who(self) -> None:
        """The parties, at least two, and the host."""
        while self._another_party():
            pass
        if KINDS[self.draft.kind].hosted and not self.draft.host:
            parties = ", ".join(party for party, _ in self.draft.parties)
            self._ask(
                self._words("host", parties=parties), lambda text: replace(self.draft, host=text)
            )

    def _another_party(self) -> bool:
        """One more party; False when there are no more."""
        parties = self.draft.parties
        number = str(len(parties) + 1)
        enough = len(parties) > 1
        question = self._words("another" if enough else "party", number=number)

        def named(name: str) -> NewAgreement:
            return replace(self.draft, parties=(*parties, (f"part-{number}", name)))

        name = self._ask(question, named, required=not enough)
        if name:
            self._ask(
                self._words("party_id"),
                lambda text: replace(self.draft, parties=(*parties, (text, name))),
                default=short_name(name),
                required=True,
            )
        return bool(name)

    def _when(self) -> None:
        """The first and the last day."""
        if not self.draft.start:
            self._ask(self._words("start"), lambda text: replace(self.draft, start=text))
        if not self.draft.end:
            self._ask(self._words("end"), lambda text: replace(self.draft, end=text))

    def _split(self) -> None:
        """How the cost is split, and the shares or the fixed parts."""
        if not self.draft.shared_by:
            ways = ("percent", "population", "fixed")
            words = {way: self._words(f"split_{way}") for way in ways}
            self.draft = replace(self.draft, split=self._choose(self._words("split"), words))
        by = self.draft.shared_by
        if by == "percent" and not self.draft.has_split:
            self._shares()
        if by == "fixed" and not self.draft.fixed:
            self._fixed()

    def _shares(self) -> None:
        """Everybody's share; one that is not known leaves all of them open."""
        known: Pairs = ()
        parties = self.draft.parties
        for party, name in parties:
            is_last = len(known) == len(parties) - 1
            default = "rest" if is_last and not _takes_rest(known) else ""
            question = self._words("share" if known else "first_share", party=name)
            change = partial(_with_share, self.draft, known, party)
            answer = self._ask(question, change, default=default)
            if self.draft.equal:
                return
            if not answer:
                self.draft = replace(self.draft, shares=())
                return
            known = (*known, (party, answer))

    def _fixed(self) -> None:
        """What each pays before the rest is split."""
        for party, name in self.draft.parties:

            def change(text: str, party: str = party) -> NewAgreement:
                return replace(self.draft, fixed=(*self.draft.fixed, (party, text)))

            self._ask(self._words("fixed", party=name, example=self._like("50 000")), change)

    def _costs(self) -> None:
        """The amounts, the year they are for, and whether they are for all of it."""
        if not self.draft.amounts:
            for item, title in item_names(self.draft, self.settings.language):

                def change(text: str, item: str = item) -> NewAgreement:
                    return replace(self.draft, amounts=(*self.draft.amounts, (item, text)))

                example = self._like("1 240 000")
                self._ask(self._words("amount", item=title, example=example), change)
        if self.draft.amounts and not self.draft.year:
            self._ask(self._words("year"), lambda text: replace(self.draft, year=text))
        if not self.draft.covers:
            self._covers()

    def _covers(self) -> None:
        """Ask what an amount means in a year that the agreement covers in part."""
        language = self.settings.language
        diagnostics = findings(self.draft, language)
        question = next((d for d in diagnostics if d.code == _PART_OF_YEAR), None)
        if question is None:
            return
        # What to write in the file is not what to answer.
        bare = replace(question, path=(), place=None)
        shown = [line.text for line in lines(bare, language) if line.role != "help"]
        self._tell("\n".join(shown).partition(": ")[2])
        words = {way: self._words(f"covers_{way}") for way in ("year", "period")}
        covers = self._choose(self._words("covers"), words)
        while not covers:
            covers = self._choose(self._words("covers"), words)
        self.draft = replace(self.draft, covers=covers)

    def _population(self) -> None:
        """The day that inhabitants are counted, and their numbers for a year."""
        if self.draft.shared_by not in {"population", "fixed"} or self.draft.population:
            return
        if not self.draft.counted:
            self._ask(self._words("counted"), lambda text: replace(self.draft, counted=text))
        if not self.draft.year:
            question = self._words("population_year")
            if not self._ask(question, lambda text: replace(self.draft, year=text)):
                return
        for party, name in self.draft.parties:
            day = self.draft.population_key
            question = self._words("population", party=name, day=day)

            def change(text: str, party: str = party) -> NewAgreement:
                return replace(self.draft, population=(*self.draft.population, (party, text)))

            if not self._ask(question, change):
                return


def _takes_rest(shares: Pairs) -> bool:
    """Whether one of some shares is what the others leave."""
    return any(share == "rest" for _, share in shares)


def _with_share(draft: NewAgreement, known: Pairs, party: str, share: str) -> NewAgreement:
    """A draft with one more share; until the others are known, one of them takes what is left."""
    if not known and share.lower() in EQUAL:
        return replace(draft, equal=True)
    shares = (*known, (party, share))
    unknown = [(party, "rest") for party, _ in draft.parties[len(shares) :]]
    return replace(draft, shares=shares if _takes_rest(shares) else (*shares, *unknown[:1]))
