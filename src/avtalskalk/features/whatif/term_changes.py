"""Terms as they become: another split, one share, a party that leaves, from a day on."""

import re
from collections.abc import Iterator, Mapping
from copy import deepcopy
from datetime import date
from fractions import Fraction
from typing import Annotated, Any

from pydantic import TypeAdapter, ValidationError

from avtalskalk.calculation.calculate import calculate
from avtalskalk.calculation.missing import dotted
from avtalskalk.calculation.timeline import DEFAULT, before
from avtalskalk.calculation.traverse import nested
from avtalskalk.diagnostics import Path
from avtalskalk.features.whatif.change_request import PERCENT, ChangeRequest, Refused
from avtalskalk.features.whatif.changes import Draft
from avtalskalk.features.whatif.data_changes import change_key
from avtalskalk.model.data_paths import taken_over
from avtalskalk.model.splits import KINDS, SPLIT, By, Equal, Fixed, Parts, Split, Steps, children
from avtalskalk.model.validation import at_path
from avtalskalk.model.value_text import share_text
from avtalskalk.model.values import REST, Rest, number, read_share, read_share_or_rest, read_text

_MOVED = ("to", "terminated", "notice", "option", "renews")
"""What a period that is cut in two hands over to its later part."""
_KEPT = ("source", "condition", "otherwise", "decisions")
"""What both parts have."""
_NEXT_SHARE = re.compile(r"[,;]\s*(?=[^\W\d_][\w-]*\s*=)")

Shares = dict[str, Fraction | Rest]


def cut(draft: Draft, day: date) -> None:
    """Cut the period that holds on a day in two there; the later part continues the earlier."""
    for place in draft.plan.fallen:
        # A condition has failed, and the terms before go on: to be changed they must be its own.
        draft.put(("periods", place, "continues"), "true")
        for key in ("split", "splits", "limits", "decisions", "condition", "otherwise"):
            if key in draft.at("periods", place):
                draft.put(("periods", place, key), None)
    number = day.toordinal()
    terms = (term for term in draft.plan.terms if term.span.start <= number < term.span.stop)
    term = next(terms, None)
    if term is None and (draft.request.start or draft.request.kind == "leave"):
        raise Refused("AV762", day=day)
    # Renewed or extended time has the terms of the period before it, and is cut off from it.
    if term is None or (term.span.first == day and term.standing == "written"):
        return
    draft.note_start()
    period = draft.at("periods", term.place)
    later = {"from": day.isoformat()}
    if term.standing == "written":
        later |= {key: deepcopy(period[key]) for key in _MOVED if key in period}
        draft.put(("periods", term.place, "to"), before(day).isoformat())
        for key in _MOVED[1:]:
            if key in period:
                draft.put(("periods", term.place, key), None)
    elif term.span.has_end:
        # A renewed or extended time is not the period's own: it ends where the next one begins.
        later["to"] = term.span.last.isoformat()
    later["continues"] = "true"
    later |= {key: deepcopy(period[key]) for key in _KEPT if key in period}
    draft.put(f"periods.{len(draft.at('periods')) + 1}", later)
    draft.cut_terms(term.place, day)


def change_split(draft: Draft, request: ChangeRequest) -> None:
    """Another split in the terms of the years asked about, or for an item."""
    split = read_split(request.value)
    for path in _split_paths(draft, request.target):
        _put_split(draft, path, _on_the_way(draft, path, split))


def _on_the_way(draft: Draft, path: Path, split: Any) -> Any:  # noqa: ANN401 - plain data
    """A split, or the mix of it and what holds that the request goes to, year by year."""
    blend, phase_in = draft.request.blend, draft.request.phase_in
    if blend is None and phase_in is None:
        return split
    # An item without a split of its own has the period's.
    stands = _in_force(draft, path) or DEFAULT
    part = Fraction(1) if blend is None else blend
    weight: str | dict[str, str] = share_text(part)
    if phase_in:
        first, last = phase_in
        count = last - first + 1
        weight = {
            draft.year_key(None, year): share_text(part * (year - first + 1) / count)
            for year in range(first, last + 1)
        }
    return {
        "mix": [
            {"weight": weight, "split": split},
            {"weight": "rest", "split": deepcopy(stands)},
        ]
    }


def _put_split(draft: Draft, path: Path, split: Any) -> None:  # noqa: ANN401 - plain data
    """Set a split; one that holds in all periods goes on to hold in those before the change."""
    day = draft.start
    if path[0] == "periods" or day <= draft.agreed:
        draft.put(path, split)
        return
    # An item's own split and the agreement's shared ones have no days; periods have.
    name, old = str(path[1]), _in_force(draft, path)
    if any(name in term.splits for term in draft.plan.terms):
        raise Refused("AV766", path=dotted(path))
    draft.note_start()
    draft.put(path, name if path[0] == "costs" else None)
    stated: set[bool] = set()
    for term in draft.plan.terms:
        period, later = draft.at("periods", term.place), term.span.first >= day
        if later not in stated or "continues" not in period:
            stated.add(later)
            before = _in_force(draft, ("periods", term.place, "split")) if old is None else old
            draft.put(("periods", term.place, "splits", name), split if later else before)


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
    for text in _NEXT_SHARE.split(written.strip()):
        party, equals, share = (part.strip() for part in text.partition("="))
        if not equals or not party or not share or party in shares:
            raise Refused("AV764", text=written)
        shares[party] = share
    return shares


def _split_paths(draft: Draft, target: str) -> list[Path]:
    """Where the splits stand, or come to stand, that a change is for."""
    agreement = draft.plan.agreement
    if target in agreement.costs and draft.at("costs", target, "split") != target:
        return [("costs", target, "split")]
    names = {name for term in draft.plan.terms for name in term.splits}
    if target:
        draft.known("a_split", target, [*agreement.costs, *sorted(names), *agreement.shares])
    if target in agreement.shares and target not in names:
        return [("shares", target)]
    keys: Path = ("split",) if target in ("", DEFAULT) else ("splits", target)
    first = draft.start.toordinal()
    spans = [*draft.spans, *map(draft.span_of, draft.request.years)]
    places: list[int] = []
    seen: set[int] = set()
    for term in draft.plan.terms:
        in_years = any(term.span.overlap(span) for span in spans)
        if not in_years or term.span.start < first or term.place in seen:
            continue
        period = draft.at("periods", term.place)
        # A period that takes its split over from another of them takes over the change as well.
        if not seen or "continues" not in period or at_path(period, keys) is not None:
            places.append(term.place)
        seen.add(term.place)
    if not places:
        raise Refused("AV763", years=draft.labels)
    return [("periods", place, *keys) for place in places]


# --- one share ---------------------------------------------------------------------------------


def change_share(draft: Draft, request: ChangeRequest) -> None:
    """One party's share; the others keep their proportions."""
    target, _, party = request.target.rpartition(".")
    draft.known("a_party", party, draft.plan.agreement.parties)
    share = read_share(request.value)
    for path in _split_paths(draft, target):
        changed = _reshared(draft, _in_force(draft, path), party, share)
        if changed is None:
            raise Refused("AV765", party=party)
        _put_split(draft, path, _on_the_way(draft, path, changed))


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
    days = sorted({day for dated in fixed.values() if isinstance(dated, Mapping) for day in dated})
    if not days:
        return _scaled(draft, _shares_on(draft, fixed, ""), party, share)
    by_day: dict[str, dict[str, str]] = {}
    for day in days:
        scaled = _scaled(draft, _shares_on(draft, fixed, day), party, share)
        if scaled is None:
            return None
        by_day[day] = scaled
    result: dict[str, Any] = {}
    for name in dict.fromkeys(name for shares in by_day.values() for name in shares):
        dated = {day: shares[name] for day, shares in by_day.items() if name in shares}
        # A share that is the same on all days needs none.
        constant = len(dated) == len(days) and len(set(dated.values())) == 1
        result[name] = dated[days[0]] if constant else dated
    return result


def _as_fixed(draft: Draft, written: Any) -> dict[str, Any] | None:  # noqa: ANN401 - plain data
    """Shares that do not depend on anything, as fixed ones; None for other splits."""
    if written == "equal":
        written = {"equal": list(draft.plan.agreement.parties)}
    if not isinstance(written, dict) or "round" in written:
        return None
    if set(written) == {"equal"}:
        return {name: f"1/{len(written['equal'])}" for name in written["equal"]}
    if set(written) == {"parts"}:
        numbers = draft.setting.numbers
        parts = {name: number(read_text(part), numbers) for name, part in written["parts"].items()}
        whole = sum(parts.values())
        return {name: share_text(part / whole) for name, part in parts.items()}
    return None if KINDS.keys() & written.keys() else written


def _shares_on(draft: Draft, fixed: Mapping[str, Any], day: str) -> Shares:
    """Each party's share on a day, those that have one by then."""
    shares: Shares = {}
    for name, written in fixed.items():
        if isinstance(written, Mapping):
            begun = [key for key in written if draft.first_day(key) <= draft.first_day(day)]
            if begun:
                shares[name] = read_share_or_rest(written[max(begun, key=draft.first_day)])
        else:
            shares[name] = read_share_or_rest(written)
    return shares


def _scaled(
    draft: Draft, shares: Shares, party: str, share: Fraction | None
) -> dict[str, str] | None:
    """Shares with another for one party and the others' in the proportions that they had."""
    stated = sum((part for part in shares.values() if not isinstance(part, Rest)), Fraction(0))
    exact = {name: 1 - stated if isinstance(part, Rest) else part for name, part in shares.items()}
    rest = {name: part for name, part in exact.items() if name != party}
    left, whole = 1 - (share or Fraction(0)), sum(rest.values(), Fraction(0))
    if not whole and left:
        # Nobody to keep a proportion: with one other party there is still no doubt.
        names = [name for name in draft.plan.agreement.parties if name != party]
        if len(names) != 1:
            return None
        rest, whole = {names[0]: Fraction(1)}, Fraction(1)
    scaled = {
        name: "rest"
        if shares.get(name) is REST
        else share_text(part * left / whole if left else left)
        for name, part in rest.items()
    }
    if share is None:
        return scaled
    order = dict.fromkeys((*exact, *rest, party))
    return {name: share_text(share) if name == party else scaled[name] for name in order}


# --- a party that leaves -----------------------------------------------------------------------


def change_membership(draft: Draft, request: ChangeRequest) -> None:
    """A party takes part no longer; of fixed shares the others bear its part in proportion.

    Amounts that it alone pays, of a split's steps or agreed for a year, go with it.
    """
    party, day = request.target, draft.start
    draft.known("a_party", party, draft.plan.agreement.parties)
    last = before(day)
    if isinstance(draft.at("parties", party), dict):
        member = draft.plan.agreement.parties[party]
        joined = [str(first) for first in sorted(member.joined) if first < day]
        left = [str(gone) for gone in sorted(member.left) if gone < last]
        if len(left) < max(len(joined), 1):
            left.append(str(last))
        draft.put(("parties", party, "left"), left if len(left) > 1 else left[0])
        if joined and len(joined) < len(member.joined):
            draft.put(("parties", party, "joined"), joined if len(joined) > 1 else joined[0])
    else:
        whole = {"name": draft.at("parties", party), "left": last.isoformat()}
        draft.put(("parties", party), whole)
    for name, item in draft.plan.agreement.costs.items():
        # Agreed amounts are each party's own: nobody else takes them over.
        for year in item.amounts or ():
            key = draft.year_key(draft.at("costs", name, "amounts"), year)
            if draft.span_of(year).first >= day:
                draft.put(("costs", name, "amounts", key, party), None)
    for path in _paths_of_splits(draft, day):
        written = _in_force(draft, path)
        try:
            split = TypeAdapter(Annotated[Any, SPLIT]).validate_python(
                written, context=draft.setting
            )
        except ValidationError:
            # Validation reports what is no split.
            continue
        changed = _without(draft, split, written, party)
        if changed != written:
            _put_split(draft, path, changed)


def join(draft: Draft, request: ChangeRequest) -> None:
    """A party takes part from a day: by its share of fixed shares, or by its value of a key.

    The others keep the proportions of their shares; of what is split equally it has its part.
    """
    party, day, value = request.target, draft.start, str(request.value or "").strip()
    member = draft.plan.agreement.parties.get(party)
    cut(draft, day)
    if member is None:
        since = {"joined": day.isoformat()} if day > draft.agreed else {}
        draft.put(("parties", party), {"name": party, **since} if since else party)
    else:
        spans = member.memberships
        if any((first or day) <= day and (last is None or last >= day) for first, last in spans):
            raise Refused("AV783", party=party)
        days = sorted({str(first) for first in member.joined} | {str(day)})
        draft.put(("parties", party, "joined"), days if len(days) > 1 else days[0])
    share = read_share(value) if value.endswith(PERCENT) or "/" in value else None
    keys: set[str] = set()
    shared = False
    for path in _paths_of_splits(draft, day):
        written = _in_force(draft, path)
        split = TypeAdapter(Annotated[Any, SPLIT]).validate_python(written, context=draft.setting)
        changed = _with(draft, split, written, party, share)
        keys |= {inner.split.by for inner in nested(split, path) if isinstance(inner.split, By)}
        if changed != written:
            shared = True
            _put_split(draft, path, changed)
    draft.unsure = True
    if (share is not None and not shared) or (value and share is None and len(keys) != 1):
        raise Refused("AV783", party=party)
    if draft.look_again() and value and share is None:
        change_key(draft, request._replace(kind="key", target=f"{keys.pop()}.{party}"))


def ask_for_value(draft: Draft, request: ChangeRequest) -> None:
    """Refuse a party that has joined without its value of a key that the years are split by."""
    draft.unsure = True
    for year in draft.years if draft.look_again() else ():
        for finding in calculate(draft.plan, year, draft.baseline.basis).diagnostics:
            if finding.code == "AV503" and request.target in finding.arguments.values():
                raise Refused("AV783", party=request.target)


def _with(draft: Draft, split: Split, written: Any, party: str, share: Fraction | None) -> Any:  # noqa: ANN401
    """A split's plain data in which a party takes part, with a share where shares are fixed."""
    if isinstance(split, Fixed | Parts):
        shared = _reshared(draft, written, party, share) if share is not None else None
        if shared is None:
            raise Refused("AV783", party=party)
        return shared
    changed = deepcopy(written)
    if isinstance(split, Equal | By) and isinstance(changed, dict):
        for names in ("equal", "among"):
            if names in changed:
                changed[names] = [*changed[names], party]
    for path, inner in children(split):
        above = at_path(changed, path[:-1])
        above[path[-1]] = _with(draft, inner, above[path[-1]], party, share)  # type: ignore[index]
    return changed


def _paths_of_splits(draft: Draft, day: date) -> Iterator[Path]:
    """Every split that holds from a day on, and none that holds before it."""
    for term in draft.plan.terms:
        if term.span.first < day:
            continue
        stated = {name for name, split in term.splits.items() if split.place == term.place}
        for name in term.splits if term.span.first == day else stated:
            keys: Path = ("split",) if name == DEFAULT else ("splits", name)
            yield ("periods", term.place, *keys)
    if draft.first_day_asked >= day:
        items = draft.plan.agreement.costs
        yield from (("costs", name, "split") for name in items if draft.at("costs", name, "split"))
        yield from (("shares", name) for name in draft.plan.agreement.shares)


def _without(draft: Draft, split: Split, written: Any, party: str) -> Any:  # noqa: ANN401
    """A split's plain data whose fixed shares and amounts do not name a party."""
    if isinstance(split, Fixed) and party in written:
        return _reshared(draft, written, party, None) or written
    changed = deepcopy(written)
    for path, inner in children(split):
        above = at_path(changed, path[:-1])
        above[path[-1]] = _without(draft, inner, above[path[-1]], party)  # type: ignore[index]
    if isinstance(split, Steps):
        for stage in changed["steps"]:
            if "fixed" in stage:
                stage["fixed"].pop(party, None)
        # What the party paid in full is left for the steps below; a step of nothing else is none.
        changed["steps"] = [stage for stage in changed["steps"] if stage.get("fixed") != {}]
    return changed
