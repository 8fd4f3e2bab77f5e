"""What an author most likely meant by a value that was refused: the words to write instead.

Nothing here changes what is accepted, and no figure is guessed: a suggestion is an argument of
the message, and empty where it is not plain.
"""

import re
from collections import deque
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from functools import lru_cache
from typing import Any, Final

from avtalskalk.diagnostics import Argument, Diagnostic, Path, nearest, unknown_key, unknown_name
from avtalskalk.periods import last_of_month

_FIGURE = r"[-+\u2212]?[0-9][0-9 \u00a0\u202f\u2009]*(?:[.,][0-9]+)?"
_AMOUNT = re.compile(rf"({_FIGURE})\s*([^\W\d]+)\.?(?:\s+(?:kr|kronor|sek))?", re.IGNORECASE)
_WITH_UNIT = re.compile(rf"({_FIGURE})\s+[^\W\d][^\d]*")
_ABOUT_A_NUMBER = re.compile(r"(?i)(?:cirka|circa|ca\.?|c:a|omkring|ungefär|about|~)\s*(\d.*)")
_EACH = re.compile(
    rf"({_FIGURE}(?:\s*[^\W\d_]+)?)\s*(?:per|/|i|varje|each)\s*([^\W\d_]+)\.?", re.IGNORECASE
)
_LENGTH = re.compile(r"(?i)(\w+)\s*(år|years?|månad|månader|mån\.?|months?)")
_DAY = re.compile(r"(\d{4})-(\d\d)-(\d\d)", re.ASCII)
_MONTH_NAME = re.compile(r"(?i)([a-zåäö]{3,9})\.? (\d{4})")
_NO_SPACE = re.compile(r"([^\s:]+):(\S.*)")
_MONTHS: Final = (
    *("jan", "feb", "mar", "apr", "maj", "jun"),
    *("jul", "aug", "sep", "okt", "nov", "dec"),
)
_TIMES_A_YEAR: Final = {
    **dict.fromkeys(("månad", "månaden", "mån", "month"), "12"),
    **dict.fromkeys(("kvartal", "kvartalet", "kv", "quarter"), "4"),
    **dict.fromkeys(("tertial", "tertialet"), "3"),
    **dict.fromkeys(("halvår", "halvåret"), "2"),
    **dict.fromkeys(("år", "året", "year"), "1"),
}
_INHABITANTS: Final = ("invånare", "inv", "inhabitant", "capita")
_YEARS_FROM_NOW: Final = {
    **dict.fromkeys(("året före", "året innan", "föregående år", "förra året"), "-1"),
    **dict.fromkeys(("the year before", "last year", "previous year"), "-1"),
    **dict.fromkeys(("två år före", "två år innan", "two years before"), "-2"),
    **dict.fromkeys(("samma år", "årets", "the same year", "same year"), "0"),
}
_DEEPEST: Final = 4
_LONGEST: Final = 100
"""A longer text is no slip of the pen, and must not hold us up."""

_NEAR: Final = 0.8
"""So alike must another word be, of 1, to be meant rather than the same word elsewhere."""

_UNITS: Final = {
    **dict.fromkeys(("miljoner", "miljon", "milj", "mn", "mnkr", "mkr", "msek", "million"), "mkr"),
    **dict.fromkeys(("tusen", "tkr", "kkr", "tsek", "ksek", "thousand"), "tkr"),
    **dict.fromkeys(("kr", "kronor", "kronas", "krona", "sek"), "kr"),
}
_NUMBERS: Final = {
    **dict.fromkeys(("en", "ett", "one"), "1"),
    **dict.fromkeys(("två", "two"), "2"),
    **dict.fromkeys(("tre", "three"), "3"),
    **dict.fromkeys(("fyra", "four"), "4"),
    **dict.fromkeys(("fem", "five"), "5"),
    **dict.fromkeys(("sex", "six"), "6"),
    **dict.fromkeys(("nio", "nine"), "9"),
    **dict.fromkeys(("tio", "ten"), "10"),
    **dict.fromkeys(("tolv", "twelve"), "12"),
    **dict.fromkeys(("arton", "eighteen"), "18"),
}
_SHARES: Final = {
    **dict.fromkeys(("hälften", "halva", "half", "en halv", "lika", "lika delar"), "1/2"),
    **dict.fromkeys(("en tredjedel", "tredjedel", "a third"), "1/3"),
    **dict.fromkeys(("två tredjedelar", "two thirds"), "2/3"),
    **dict.fromkeys(("en fjärdedel", "fjärdedel", "a quarter"), "1/4"),
    **dict.fromkeys(("tre fjärdedelar", "three quarters"), "3/4"),
    **dict.fromkeys(("resten", "resterande", "återstoden", "övrigt", "the rest"), "rest"),
    **dict.fromkeys(("allt", "hela", "all", "everything"), "100 %"),
    **dict.fromkeys(("inget", "ingenting", "noll", "nothing"), "0 %"),
}
_NOT_KNOWN: Final = frozenset({
    "okänt", "okänd", "ej känt", "ej känd", "saknas", "vet ej", "oklart", "ej klart", "oklar",
    "ej beslutat", "ej fastställt", "kommer senare", "unknown", "missing", "none", "null", "nil",
    "n/a", "na", "tbd", "#n/a", "#saknas!", "x", "xx", "xxx", "?", "-", "–", "—", "…", "...",
})  # fmt: skip
_KEYS: Final = {
    "titel": "title", "namn": "name", "rubrik": "title", "valuta": "currency", "parter": "parties",
    "perioder": "periods", "period": "periods", "kostnader": "costs", "kostnad": "costs",
    "poster": "costs", "nycklar": "keys", "källor": "sources", "källa": "source",
    "anteckningar": "notes", "anmärkning": "notes", "antaganden": "assumptions", "värd": "host",
    "värdkommun": "host", "utförare": "provider", "avrundning": "rounding",
    "avräkning": "reconciliation", "slutreglering": "reconciliation", "fakturering": "invoicing",
    "från": "from", "fr.o.m.": "from", "från och med": "from", "start": "from", "börjar": "from",
    "till": "to", "t.o.m.": "to", "till och med": "to", "slut": "to", "slutar": "to", "end": "to",
    "fördelning": "split", "andelar": "split", "andel": "share", "beslut": "decisions",
    "decision": "decisions", "villkor": "condition", "uppsägning": "notice",
    "uppsägningstid": "notice", "uppsagt": "terminated", "förlängning": "option",
    "förlängs": "renews", "fortsätter": "continues", "gränser": "limits", "belopp": "amount",
    "summa": "total", "totalt": "total", "pris": "price", "antal": "quantity",
    "mängd": "quantity", "volym": "quantity", "volymer": "volumes", "prognos": "forecast",
    "utfall": "actual", "bokslut": "actual", "slag": "kind", "typ": "kind", "type": "kind",
    "betalas_av": "paid_by", "betalas av": "paid_by", "betalat": "paid", "avser": "covers",
    "påslag": "surcharge", "procent": "percent", "av": "of", "påbörjas": "from",
    "känd_del": "known_part", "känd del": "known_part", "värde": "value", "värden": "values",
    "enhet": "unit", "nivå": "level", "bas": "base", "golv": "floor", "tak": "cap",
    "serie": "series", "status": "status", "datum": "date", "diarienummer": "dnr",
    "paragraf": "paragraph", "vikt": "weight", "resten": "rest", "lika": "equal",
    "organisationsnummer": "org_no", "orgnr": "org_no", "kommunkod": "municipality_code",
    "räkenskapsår": "fiscal_year", "index_series": "series", "ramar": "frames",
}  # fmt: skip

# What stands for `by` in the papers, where a party's id can stand.
_BY: Final = frozenset({"efter", "enligt", "nyckel", "key", "per"})

# What a single value stands for where lines of names and values are expected.
_FIRST_KEY: Final = {
    "rounding": "to", "fiscal_year": "starts", "invoicing": "instalments", "option": "extend",
    "index": "series", "surcharge": "percent", "host": "name", "provider": "name",
}  # fmt: skip
_BY_YEAR: Final = frozenset({"budget", "forecast", "actual", "paid", "amounts"})
_SPLITS: Final = frozenset({"split", "rest", "actual", "others"})


def improved(found: Iterable[Diagnostic], data: object) -> list[Diagnostic]:
    """The same findings, each with what to write instead; one for each name, not each place."""
    told: dict[object, Diagnostic] = {}
    for place, one in enumerate(found):
        better = _RULES[one.code](one, data) if one.code in _RULES else one
        name = better.arguments["name"] if better.code == "AV101" else place
        if name in told:
            first = told[name]
            told[name] = replace(first, related=(*first.related, better.path))
        else:
            told[name] = better
    return list(told.values())


Rule = Callable[[Diagnostic, object], Diagnostic]


def _more(one: Diagnostic, **arguments: Argument) -> Diagnostic:
    return replace(one, arguments={**one.arguments, **arguments})


def _said(one: Diagnostic) -> str:
    return str(one.arguments["text"])


def _suggesting(suggest: Callable[[str], str]) -> Rule:
    """A rule that suggests something for the text; words for what is not known say so instead."""

    def rule(one: Diagnostic, data: object) -> Diagnostic:  # noqa: ARG001 - as every rule
        text = _said(one)
        if text.casefold() in _NOT_KNOWN:
            return replace(one, code="AV227", arguments={"text": text})
        plain = suggest(text) if len(text) <= _LONGEST else ""
        return _more(one, suggestion=plain or str(one.arguments.get("suggestion", "")))

    return rule


def _amount(text: str) -> str:
    """``1,9 miljoner kronor`` as ``1,9 mkr``; words before a unit as the number they are."""
    first, _, rest = text.partition(" ")
    written = _NUMBERS.get(first.casefold(), first) + " " + rest
    match = _AMOUNT.fullmatch(written.strip())
    unit = _UNITS.get(match[2].casefold()) if match else None
    return f"{match[1].strip()} {unit}" if match and unit else ""


def _price(one: Diagnostic, data: object) -> Diagnostic:
    """``31,25 kr per invånare`` is a price; ``40 000 kr per år`` is the amount of a year."""
    text = _said(one)
    each = _EACH.fullmatch(text) if len(text) <= _LONGEST else None
    if each is None or one.path[:1] != ("costs",):
        return _suggesting(_amount)(one, data)
    price, word = _amount(each[1].strip()) or each[1].strip(), each[2]
    times = _TIMES_A_YEAR.get(word.casefold())
    if times == "1":
        return _more(one, suggestion=price)
    key = "" if times else _key_called(word, data)
    quantity = "" if key else times or "…"
    return replace(
        one,
        code="AV233",
        arguments={
            "text": text,
            "priced": f"price: {price}" if quantity else "",
            "counted": f"quantity: {quantity}" if quantity else "",
            "each": "" if times else f"price: {price}",
            "per": "" if times else f"per: {key or '…'}",
        },
    )


def _key_called(word: str, data: object) -> str:
    """The id of the key that counts something, or that a word for inhabitants asks for."""
    keys = data.get("keys") if isinstance(data, Mapping) else None
    for name, key in keys.items() if isinstance(keys, Mapping) else ():
        also = [key.get("title"), key.get("unit")] if isinstance(key, Mapping) else []
        if word.casefold() in (str(one).casefold() for one in (name, *also)):
            return str(name)
    return "population" if word.casefold() in _INHABITANTS else ""


def _number(text: str) -> str:
    """``4 080 st`` as ``4 080``."""
    match = _WITH_UNIT.fullmatch(text)
    return match[1].strip() if match else ""


def _share(one: Diagnostic, data: object) -> Diagnostic:
    """A share in words; ``{efter: population}`` is no share, but a split by its kind."""
    word = str(one.path[-1]) if one.path else ""
    if word.casefold() in _BY and _said(one)[:1].isalpha():
        arguments = unknown_key(word, ()) | {"nearest": "by"}
        return replace(one, code="AV291", arguments=arguments, at="key")
    return _suggesting(lambda text: _SHARES.get(text.casefold(), ""))(one, data)


def _whole(text: str) -> str:
    """``året före`` as -1, a number in words as the number."""
    return _YEARS_FROM_NOW.get(text.casefold(), _NUMBERS.get(text.casefold(), ""))


def _date(text: str) -> str:
    """A month by its name, ``december 2024``; other dates have been suggested already."""
    match = _MONTH_NAME.fullmatch(text)
    name = match[1].casefold()[:3].replace("may", "maj").replace("oct", "okt") if match else ""
    return f"{match[2]}-{_MONTHS.index(name) + 1:02d}" if match and name in _MONTHS else ""


def _last_day(text: str) -> str:
    """A day that its month does not have as the month's last."""
    match = _DAY.fullmatch(text)
    if match is None or not 1 <= int(match[2]) <= len(_MONTHS):
        return ""
    return last_of_month(int(match[1]), int(match[2])).isoformat()


def _year(text: str) -> str:
    """``24`` as ``2024``."""
    return f"20{text}" if re.fullmatch(r"\d\d", text, re.ASCII) else ""


def _length(text: str) -> str:
    """``sex månader`` as ``6 months``."""
    match = _LENGTH.fullmatch(text)
    number = _NUMBERS.get(match[1].casefold(), match[1]) if match else ""
    unit = "years" if match and match[2][0].casefold() in "yå" else "months"
    return f"{number} {unit}" if re.fullmatch("[1-9][0-9]?", number) else ""


def _line(text: str) -> str:
    """A text on one line, without what cannot be seen."""
    return " ".join("".join(char if char.isprintable() else " " for char in text).split())


def _other_currency(one: Diagnostic, data: object) -> Diagnostic:  # noqa: ARG001 - as every rule
    """``480 TKR`` is no other currency, but the file's own in capitals."""
    suggestion = _amount(_said(one))
    if not suggestion:
        return one
    arguments: dict[str, Argument] = {"text": _said(one), "suggestion": suggestion}
    return replace(one, code="AV201", arguments=arguments)


def _no_id(one: Diagnostic, data: object) -> Diagnostic:
    """What stands where an id should: a party's name, an approximate number, a split in words."""
    text = _said(one)
    parties = _parties(data)
    if text in parties.values() and one.path[:1] != ("parties",):
        party = next(key for key, name in parties.items() if name == text)
        arguments = unknown_name("party", text, parties) | {"nearest": party}
        return replace(one, code="AV101", arguments=arguments)
    if about := _ABOUT_A_NUMBER.fullmatch(text):
        return replace(one, code="AV226", arguments={"text": text, "exact": about[1]})
    if one.path and one.path[-1] in _SPLITS and one.at == "value":
        equal = text.casefold().replace(" ", "") in {"50/50", "50-50", "likadelar", "hälftenvar"}
        arguments = unknown_name("split", text, (), "split")
        arguments["nearest"] = "equal" if equal else ""
        return replace(one, code="AV101", arguments=arguments)
    return one


def _parties(data: object) -> dict[str, str]:
    """The parties' names by id, as far as the data has them."""
    parties = data.get("parties") if isinstance(data, Mapping) else None
    if not isinstance(parties, Mapping):
        return {}
    return {
        str(key): str(one.get("name") if isinstance(one, Mapping) else one)
        for key, one in parties.items()
    }


def _keys_expected(one: Diagnostic, data: object) -> Diagnostic:
    """A single value where lines of names and values should stand: the line to write."""
    got = str(one.arguments["got"])
    if match := _NO_SPACE.fullmatch(got):
        instead = f"{match[1]}: {match[2]}"
        return replace(one, code="AV012", arguments={"instead": instead})
    key = next((str(step) for step in reversed(one.path) if isinstance(step, str)), "")
    name = _first_key(one.path, key, data)
    shown = {"[]": "- …", "{}": "…: …"}.get(got, got)
    value = "50 %" if key in _SPLITS else got if shown == got else "…"
    return _more(one, got=shown, example=f"{name}: {value}" if name else "")


def _first_key(path: Path, key: str, data: object) -> str:
    """The key that a single value most likely belongs to."""
    if key in _BY_YEAR or path[:1] in (("volumes",), ("frames",)):
        return _first_year(data)
    if key == "known_part" or key in _SPLITS:
        return next(iter(_parties(data)), "")
    inside = {"costs": "amount", "sources": "title", "parties": "name", "keys": "values"}
    if len(path) == 2 and path[0] in inside:  # noqa: PLR2004 - the section and the id
        return inside[str(path[0])]
    return "status" if path[2:3] == ("decisions",) else _FIRST_KEY.get(key, "")


def _first_year(data: object) -> str:
    """A year that the agreement covers, for an example."""
    periods = data.get("periods") if isinstance(data, Mapping) else None
    first = periods[0] if isinstance(periods, list) and periods else None
    year = str(first.get("from", ""))[:4] if isinstance(first, Mapping) else ""
    return year if re.fullmatch("[0-9]{4}", year) else "2024"


def _list_expected(one: Diagnostic, data: object) -> Diagnostic:
    """Something else where a list should stand: how its first entry is written."""
    value = _at(data, one.path)
    if isinstance(value, Mapping):
        key, inner = next(iter(value.items()), ("…", "…"))
        text = inner if isinstance(inner, str) else "…"
        return _more(one, got="…: …", example=f"- {key}: {text}")
    ids = one.path and one.path[-1] in ("among", "of", "equal")
    return _more(one, example=f"[{value}]" if ids else "- …")


def _not_single(one: Diagnostic, data: object) -> Diagnostic:
    """A list where one value should stand: its texts as one, in quotes."""
    value = _at(data, one.path)
    texts = value if isinstance(value, list) and all(isinstance(v, str) for v in value) else []
    shown = {"[]": "- …", "{}": "…: …"}.get(str(one.arguments["got"]), one.arguments["got"])
    return _more(one, got=shown, example=f'"{", ".join(texts)}"' if texts else "")


def _parties_listed(one: Diagnostic, data: object) -> Diagnostic:
    """Parties behind dashes: the first as it should stand."""
    value = _at(data, one.path)
    first = value[0] if isinstance(value, list) and value else None
    if isinstance(first, Mapping) and first:
        key, name = next(iter(first.items()))
        return _more(one, example=f"{key}: {name if isinstance(name, str) else '…'}")
    return _more(one, example="")


def _unknown_key(one: Diagnostic, data: object) -> Diagnostic:  # noqa: ARG001 - as every rule
    """A key of the paper's language, or one that belongs at another place."""
    key, known = str(one.arguments["key"]), one.arguments["known"]
    assert isinstance(known, tuple)  # noqa: S101 - told to the type checker; it always is
    meant = _KEYS.get(key.casefold(), "")
    near = meant if meant in known else str(one.arguments["nearest"])
    if home_of(key) and not nearest(key, [near], _NEAR):
        # A word of the format in the wrong place is rather itself than another word.
        near = ""
    elsewhere = "" if near else home_of(meant or key)
    # All there is to choose from is only said where nothing better is.
    choices = () if near or elsewhere else known
    return _more(one, nearest=near, elsewhere=elsewhere, choices=choices)


def home_of(key: str) -> str:
    """Where in the format a key can stand, as a path to the nearest place; empty for nowhere."""
    return _homes().get(key, "")


@lru_cache(maxsize=1)
def _homes() -> Mapping[str, str]:
    """Every key of the format with the place nearest to the top where it can stand."""
    from avtalskalk.model.schema import known_keys

    homes: dict[str, str] = {}
    seen: set[tuple[str, ...]] = set()
    places: deque[Path] = deque([()])
    while places:
        path = places.popleft()
        known = tuple(known_keys(path))
        if known in seen or len(path) > _DEEPEST:
            continue
        if known:
            seen.add(known)
        for key in known:
            homes.setdefault(key, _dotted(path))
        steps: Path = (*known, 0, "…")
        places.extend((*path, step) for step in steps)
    return homes


def _dotted(path: Path) -> str:
    """A path by its names; what any name or number can stand for is left out at the end."""
    steps = ["…" if isinstance(step, int) else step for step in path]
    while steps and steps[-1] == "…":
        steps.pop()
    return ".".join(steps)


def _at(data: Any, path: Path) -> object:  # noqa: ANN401 - plain data
    """What stands at a path of plain data; None where nothing does."""
    for step in path:
        try:
            data = data[step]
        except (KeyError, IndexError, TypeError):
            return None
    return data


_RULES: Final[Mapping[str, Rule]] = {
    "AV106": _parties_listed,
    "AV201": _price,
    "AV204": _other_currency,
    "AV205": _suggesting(_number),
    "AV208": _share,
    "AV210": _suggesting(_date),
    "AV211": _suggesting(_last_day),
    "AV212": _suggesting(_year),
    "AV214": _suggesting(_length),
    "AV215": _no_id,
    "AV217": _suggesting(_line),
    "AV221": _suggesting(_whole),
    "AV291": _unknown_key,
    "AV293": _keys_expected,
    "AV294": _list_expected,
    "AV295": _not_single,
}
