"""Terms as they become: another split, one share, a party that leaves, from a day on."""

import re
from collections.abc import Iterator, Mapping
from copy import deepcopy
from datetime import date
from fractions import Fraction
from typing import Annotated, Any

from pydantic import TypeAdapter, ValidationError

from avtalskalk.calculation.timeline import DEFAULT, Term, before
from avtalskalk.diagnostics import Path
from avtalskalk.features.whatif.change_request import ChangeRequest, Draft, Refused
from avtalskalk.model.data_paths import taken_over
from avtalskalk.model.splits import KINDS, SPLIT, Fixed, Split, children
from avtalskalk.model.validation import at_path
from avtalskalk.model.value_text import share_text
from avtalskalk.model.values import REST, Rest, number, read_share, read_share_or_rest, read_text

_MOVED = ("to", "terminated", "notice", "option", "renews")
"""What a period that is cut in two hands over to its later part."""
_KEPT = ("source", "condition", "decisions")
"""What both parts have."""
_PARTS = re.compile(r"[,;]\s*(?=[^\W\d_][\w-]*\s*=)")

Shares = dict[str, Fraction | Rest]


def cut(draft: Draft, asked: ChangeRequest, day: date) -> None:
    """Cut the period that holds on a day in two there; the later part continues the earlier."""
    term = _on(draft, day)
    if term is None:
        raise Refused("AV762", day=day)
    if term.span.first == day:
        return
    period = draft.at("periods", term.place)
    later = {"from": day.isoformat()}
    if term.standing == "written":
        later |= {key: deepcopy(period[key]) for key in _MOVED if key in period}
        draft.put(asked, ("periods", term.place, "to"), before(day).isoformat())
        for key in _MOVED[1:]:
            if key in period:
                draft.put(asked, ("periods", term.place, key), None)
    elif term.span.has_end:
        # A renewed or extended time is not the period's own: it ends where the next one begins.
        later["to"] = term.span.last.isoformat()
    later["continues"] = "true"
    later |= {key: deepcopy(period[key]) for key in _KEPT if key in period}
    draft.put(asked, f"periods.{len(draft.at('periods')) + 1}", later)
    draft.cut_terms(term.place, day)


def _on(draft: Draft, day: date) -> Term | None:
    """The terms on a day."""
    number_ = day.toordinal()
    return next(
        (one for one in draft.plan.terms if one.span.start <= number_ < one.span.stop), None
    )


def _places(draft: Draft, keys: Path, first: date | None) -> Iterator[int]:
    """The periods that hold in the years asked about, from a day on; keys lead to their split.

    One that takes the split over from another of them is passed over: it takes over the change.
    """
    start = first.toordinal() if first else 0
    touched: set[int] = set()
    for term in draft.plan.terms:
        inside = any(term.span.overlap(span) for span in draft.spans)
        if not inside or term.span.start < start or term.place in touched:
            continue
        period = draft.at("periods", term.place)
        if not touched or "continues" not in period or at_path(period, keys) is not None:
            yield term.place
        touched.add(term.place)


def _split_paths(draft: Draft, asked: ChangeRequest, target: str) -> list[Path]:
    """Where the splits stand, or come to stand, that a change is for."""
    agreement = draft.plan.agreement
    if target in agreement.costs:
        return [("costs", target, "split")]
    named = {name for term in draft.plan.terms for name in term.splits}
    if target:
        draft.known("a_split", target, [*agreement.costs, *sorted(named), *agreement.shares])
    if target in agreement.shares and target not in named:
        return [("shares", target)]
    keys: Path = ("split",) if target in ("", DEFAULT) else ("splits", target)
    paths: list[Path] = [("periods", place, *keys) for place in _places(draft, keys, asked.start)]
    if not paths:
        raise Refused("AV763", years=draft.labels)
    return paths


def change_split(draft: Draft, asked: ChangeRequest) -> None:
    """Another split in the terms of the years asked about, or for an item."""
    value = read_split(asked.value)
    for path in _split_paths(draft, asked, asked.target):
        draft.put(asked, path, value)


def read_split(written: Any) -> Any:  # noqa: ANN401 - plain data
    """A split in words: ``a=62,5 %, b=rest``, ``by=population``, ``equal``, or plain data.

    A comma parts two shares only where a party's id and ``=`` follow, so that decimal commas
    need no other sign.
    """
    if not isinstance(written, str):
        return written
    if "=" not in written:
        return read_text(written)
    shares: dict[str, str] = {}
    for one in _PARTS.split(written.strip()):
        party, sign, share = (part.strip() for part in one.partition("="))
        if not sign or not party or not share or party in shares:
            raise Refused("AV764", text=written)
        shares[party] = share
    return shares


def change_share(draft: Draft, asked: ChangeRequest) -> None:
    """One party's share; the others keep their proportions."""
    target, _, party = asked.target.rpartition(".")
    draft.known("a_party", party, draft.plan.agreement.parties)
    share = read_share(asked.value)
    for path in _split_paths(draft, asked, target):
        written = _in_force(draft, path)
        changed = _reshared(draft, written, party, share)
        if changed is None:
            raise Refused("AV765", party=party)
        draft.put(asked, path, changed)


def _in_force(draft: Draft, path: Path) -> Any:  # noqa: ANN401 - plain data
    """The split that holds at a path: stated there, or taken over, names followed."""
    written = draft.at(*path)
    seen: set[str] = set()
    if written is None and path[0] == "periods":
        written = taken_over(draft.at("periods"), int(path[1]), path[2:])
    while isinstance(written, str) and written not in seen:
        seen.add(written)
        named = draft.at("shares", written)
        if named is None and path[0] == "periods":
            place, keys = int(path[1]), ("splits", written)
            named = draft.at("periods", place, *keys)
            named = taken_over(draft.at("periods"), place, keys) if named is None else named
        written = written if named is None else named
    return written


def _reshared(draft: Draft, written: Any, party: str, share: Fraction | None) -> Any:  # noqa: ANN401
    """A fixed split with another share for a party (None: without it); None where it has no such.

    What is not dated stays so; what is has every party's share from each day on.
    """
    fixed = _as_fixed(draft, written)
    if fixed is None:
        return None
    days = sorted({key for one in fixed.values() if isinstance(one, Mapping) for key in one})
    at_days = [_scaled(_shares_on(draft, fixed, day), party, share, draft) for day in days or [""]]
    if any(one is None for one in at_days):
        return None
    if not days:
        return at_days[0]
    dated = {day: one for day, one in zip(days, at_days, strict=True) if one is not None}
    names = dict.fromkeys(name for one in dated.values() for name in one)
    return {name: _dated({day: one.get(name) for day, one in dated.items()}) for name in names}


def _dated(shares: Mapping[str, str | None]) -> str | dict[str, str]:
    """A share that changes by its days; one that is the same on all of them needs none."""
    alike = set(shares.values())
    if len(alike) == 1 and None not in alike:
        return str(alike.pop())
    return {day: share for day, share in shares.items() if share is not None}


def _as_fixed(draft: Draft, written: Any) -> dict[str, Any] | None:  # noqa: ANN401 - plain data
    """Shares that do not depend on anything, as fixed ones; None for other splits."""
    everyone = list(draft.plan.agreement.parties)
    if written == "equal":
        written = {"equal": everyone}
    if not isinstance(written, dict) or "round" in written:
        return None
    if set(written) == {"equal"}:
        return {name: f"1/{len(written['equal'])}" for name in written["equal"]}
    if set(written) == {"parts"}:
        parts = {name: number(read_text(one)) for name, one in written["parts"].items()}
        whole = sum(parts.values())
        return {name: share_text(one / whole) for name, one in parts.items()}
    return None if KINDS.keys() & written.keys() else written


def _shares_on(draft: Draft, fixed: Mapping[str, Any], day: str) -> Shares:
    """Each party's share on a day, those that have one by then."""
    found: Shares = {}
    for name, written in fixed.items():
        if isinstance(written, Mapping):
            begun = [key for key in written if draft.first_day(key) <= draft.first_day(day)]
            if not begun:
                continue
            written = written[max(begun, key=draft.first_day)]  # noqa: PLW2901 - the same, plain
        found[name] = read_share_or_rest(written)
    return found


def _scaled(
    shares: Shares, party: str, share: Fraction | None, draft: Draft
) -> dict[str, str] | None:
    """Shares with another for one party and the others' in the proportions that they had."""
    stated = sum((one for one in shares.values() if not isinstance(one, Rest)), Fraction(0))
    exact = {name: 1 - stated if isinstance(one, Rest) else one for name, one in shares.items()}
    others = {name: one for name, one in exact.items() if name != party}
    left, whole = 1 - (share or Fraction(0)), sum(others.values(), Fraction(0))
    if not whole and left:
        # Nobody to keep a proportion: with one other party there is still no doubt.
        rest = [name for name in draft.plan.agreement.parties if name != party]
        if len(rest) != 1:
            return None
        others, whole = {rest[0]: Fraction(1)}, Fraction(1)
    new = {
        name: "rest"
        if shares.get(name) is REST
        else share_text(one * left / whole if left else left)
        for name, one in others.items()
    }
    if share is None:
        return new
    order = [*exact, *(name for name in (*others, party) if name not in exact)]
    return {name: share_text(share) if name == party else new[name] for name in order}


# --- a party that leaves -----------------------------------------------------------------------


def leaving_day(draft: Draft, asked: ChangeRequest) -> date:
    """The first day without a party that leaves."""
    return asked.start or _first_day(draft)


def _first_day(draft: Draft) -> date:
    """The first day of the years asked about that terms hold for."""
    parts = (term.span.overlap(span) for term in draft.plan.terms for span in draft.spans)
    return min((part.first for part in parts if part), default=draft.spans[0].first)


def change_membership(draft: Draft, asked: ChangeRequest) -> None:
    """A party takes part no longer; of fixed shares the others bear its part in proportion."""
    party, day = asked.target, leaving_day(draft, asked)
    draft.known("a_party", party, draft.plan.agreement.parties)
    if isinstance(draft.at("parties", party), dict):
        draft.put(asked, ("parties", party, "left"), before(day).isoformat())
    else:
        whole = {"name": draft.at("parties", party), "left": before(day).isoformat()}
        draft.put(asked, ("parties", party), whole)
    for path in _naming_paths(draft, day):
        written = _in_force(draft, path)
        changed = _without(draft, _read(draft, written), written, party)
        if changed != written:
            draft.put(asked, path, changed)


def _naming_paths(draft: Draft, day: date) -> Iterator[Path]:
    """Every split that holds from a day on, and none that holds before it."""
    for term in draft.plan.terms:
        if term.span.first < day:
            continue
        stated = {name for name, one in term.splits.items() if one.place == term.place}
        for name in term.splits if term.span.first == day else stated:
            keys: Path = ("split",) if name == DEFAULT else ("splits", name)
            yield ("periods", term.place, *keys)
    if _first_day(draft) >= day:
        items = draft.plan.agreement.costs
        yield from (("costs", name, "split") for name in items if draft.at("costs", name, "split"))
        yield from (("shares", name) for name in draft.plan.agreement.shares)


def _read(draft: Draft, written: Any) -> Split | None:  # noqa: ANN401 - plain data
    """A split's plain data as its kind; None where it is none, which validation will say."""
    try:
        split: Split = TypeAdapter(Annotated[Any, SPLIT]).validate_python(
            written, context=draft.setting
        )
    except ValidationError:
        return None
    return split


def _without(draft: Draft, split: Split | None, written: Any, party: str) -> Any:  # noqa: ANN401
    """A split's plain data whose fixed shares do not name a party, nor those inside it."""
    if isinstance(split, Fixed) and party in written:
        return _reshared(draft, written, party, None) or written
    changed = deepcopy(written)
    for path, inner in children(split) if split is not None else ():
        above = at_path(changed, path[:-1])
        above[path[-1]] = _without(draft, inner, above[path[-1]], party)  # type: ignore[index]
    return changed
