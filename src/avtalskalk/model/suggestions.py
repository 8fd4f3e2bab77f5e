"""What an author most likely meant by a value that was refused: the words to write instead.

Nothing here changes what is accepted, and no figure is guessed: a suggestion is an argument of
the message, and empty where it is not plain.
"""

import re
from collections import deque
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from functools import lru_cache
from typing import Final

from avtalskalk.diagnostics import Argument, Diagnostic, Path, nearest, unknown_key, unknown_name
from avtalskalk.model.agreement import Agreement
from avtalskalk.model.record import Record
from avtalskalk.model.validation import accepts, at_path, setting_of
from avtalskalk.model.value_text import amount_text
from avtalskalk.model.values import MONTHS_OF_YEAR, Fault, Setting, month_named, price
from avtalskalk.money import half_up
from avtalskalk.periods import last_of_month
from avtalskalk.words.formats import KRONOR, currency_digits

_SPACES = r" \u00a0\u202f\u2009"
# Grouped by three or not at all: what is not is no slip that can be mended without the paper.
_FIGURE = rf"[-+\u2212]?(?:[0-9]{{1,3}}(?:[{_SPACES}][0-9]{{3}})+|[0-9]+)(?:[.,][0-9]+)?"
_AMOUNT = re.compile(rf"({_FIGURE})\s*([^\W\d]+)\.?(?:\s+(?:kr|kronor|sek))?", re.IGNORECASE)
_WITH_UNIT = re.compile(rf"({_FIGURE})\s+[^\W\d][^\d]*")
_ABOUT_A_NUMBER = re.compile(r"(?i)(?:cirka|circa|ca\.?|c:a|omkring|ungefär|about|~)\s*(\d.*)")
_EACH = re.compile(
    rf"({_FIGURE}(?:\s*[^\W\d_]+)?)(?:\s*/\s*|\s+(?:per|i|varje|each)\s+)([^\W\d_]+)\.?",
    re.IGNORECASE,
)
_LENGTH = re.compile(r"(?i)(\w+)\s*(år|years?|månad|månader|mån\.?|months?)")
_DAY = re.compile(r"(\d{4})-(\d\d)-(\d\d)", re.ASCII)
_MONTH_NAME = re.compile(r"(?i)([a-zåäö]{3,9})\.? (\d{4})")
_NO_SPACE = re.compile(r"([^\s:]+):(\S.*)")
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
_OF_ANY_CURRENCY: Final = ("miljoner", "miljon", "milj", "mn", "million", "tusen", "thousand")
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
    "bokföring": "accounting", "kontering": "accounting", "konton": "accounting",
    "konto": "account", "dimensioner": "dimensions", "fordran": "receivable",
    "skuld": "liability", "kundfordran": "receivable", "leverantörsskuld": "liability",
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


def improved(
    diagnostics: Iterable[Diagnostic], data: object, record: type[Record], setting: Setting
) -> list[Diagnostic]:
    """The same diagnostics, each with what to write instead; one for each name, not each place.

    What only the shape of an agreement suggests is left out for another kind of file, and so is
    every value that would be refused in its place.
    """
    better: dict[object, Diagnostic] = {}
    for place, diagnostic in enumerate(diagnostics):
        rule = _RULES.get(diagnostic.code)
        if rule and diagnostic.code in _OF_SHAPE and record is not Agreement:
            got = str(diagnostic.arguments.get("got", ""))
            suggesting = _with(diagnostic, got=_SHOWN.get(got, got), example="")
        else:
            suggesting = rule(diagnostic, data) if rule else diagnostic
            for argument in suggesting.arguments.keys() & _SUGGESTED:
                text = str(suggesting.arguments[argument])
                if text and (
                    place >= _MOST_TRIED or not accepts(suggesting, text, data, record, setting)
                ):
                    suggesting = _with(suggesting, **{argument: ""})
        name = suggesting.arguments["name"] if suggesting.code == "AV101" else place
        first = better.get(name)
        if first is None:
            better[name] = suggesting
        else:
            better[name] = replace(first, related=(*first.related, suggesting.path))
    return list(better.values())


_MOST_TRIED: Final = 2000
"""A hundred findings are shown; nobody waits for suggestions to so many more."""

_SUGGESTED: Final = frozenset(
    {"suggestion", "thousands", "decimals", "percent", "literal", "exact"}
)
"""The arguments of messages that are values to write in the place of the refused one."""

Rule = Callable[[Diagnostic, object], Diagnostic]
"""What makes a diagnostic say more, from it and from the whole plain data."""


def _with(diagnostic: Diagnostic, **arguments: Argument) -> Diagnostic:
    return replace(diagnostic, arguments={**diagnostic.arguments, **arguments})


def _refused(diagnostic: Diagnostic) -> str:
    """The text that was refused."""
    return str(diagnostic.arguments["text"])


def _suggesting(suggest: Callable[[str], str]) -> Rule:
    """A rule that suggests something for the text; words for what is not known say so instead."""

    def rule(diagnostic: Diagnostic, data: object) -> Diagnostic:  # noqa: ARG001 - as every rule
        text = _refused(diagnostic)
        if text.casefold() in _NOT_KNOWN:
            return replace(diagnostic, code="AV227", arguments={"text": text})
        suggestion = suggest(text) if len(text) <= _LONGEST else ""
        return _with(
            diagnostic, suggestion=suggestion or str(diagnostic.arguments.get("suggestion", ""))
        )

    return rule


# --- amounts, numbers and shares -----------------------------------------------------------


def _amount(text: str, data: object) -> str:
    """``1,9 miljoner kronor`` as ``1,9 mkr``; words before a unit as the number they are.

    In other currencies than kronor as a number: ``105.4 million`` as ``105 400 000``.
    """
    first, _, rest = text.partition(" ")
    written = _NUMBERS.get(first.casefold(), first) + " " + rest
    match = _AMOUNT.fullmatch(written.strip())
    unit = _UNITS.get(match[2].casefold()) if match else None
    if match is None or unit is None:
        return ""
    currency = setting_of(data).currency
    if currency in KRONOR or match[2].casefold() not in _OF_ANY_CURRENCY:
        return f"{match[1]} {unit}"
    try:
        minor = price(f"{match[1]} {unit}") * 10 ** currency_digits(currency) / 100
    except Fault:
        return ""  # More digits than a number has.
    return amount_text(half_up(minor.numerator, minor.denominator), currency)


def _price(diagnostic: Diagnostic, data: object) -> Diagnostic:
    """``31,25 kr per invånare`` is a price; ``40 000 kr per år`` is the amount of a year."""
    text = _refused(diagnostic)
    priced = _EACH.fullmatch(text) if len(text) <= _LONGEST else None
    if priced is None or diagnostic.path[:1] != ("costs",):
        return _suggesting(lambda text: _amount(text, data))(diagnostic, data)
    price, word = _amount(priced[1].strip(), data) or priced[1].strip(), priced[2].casefold()
    times = _TIMES_A_YEAR.get(word)
    if times == "1":
        return _with(diagnostic, suggestion=price)
    # The key whose id, title or unit is the word; without one a word for inhabitants is a key too.
    key = "population" if word in _INHABITANTS else ""
    for name, written in _section(data, "keys").items():
        names = [name, written.get("title"), written.get("unit")] if written else [name]
        if word in (str(known).casefold() for known in names):
            key = name
            break
    key = "" if times else key
    quantity = "" if key else times or "…"
    return replace(
        diagnostic,
        code="AV233",
        arguments={
            "text": text,
            "priced": f"price: {price}" if quantity else "",
            "counted": f"quantity: {quantity}" if quantity else "",
            "each": "" if times else f"price: {price}",
            "per": "" if times else f"per: {key or '…'}",
        },
    )


def _other_currency(diagnostic: Diagnostic, data: object) -> Diagnostic:
    """``480 TKR`` is no other currency, but the file's own in capitals."""
    text = _refused(diagnostic)
    suggestion = _amount(text, data) if diagnostic.arguments["currency"] in KRONOR else ""
    if not suggestion:
        return diagnostic
    arguments: dict[str, Argument] = {"text": text, "suggestion": suggestion}
    return replace(diagnostic, code="AV201", arguments=arguments)


def _number(text: str) -> str:
    """``4 080 st`` as ``4 080``."""
    match = _WITH_UNIT.fullmatch(text)
    return match[1].strip() if match else ""


def _whole(text: str) -> str:
    """``året före`` as -1, a number in words as the number."""
    return _YEARS_FROM_NOW.get(text.casefold(), _NUMBERS.get(text.casefold(), ""))


def _share(diagnostic: Diagnostic, data: object) -> Diagnostic:
    """A share in words; ``{efter: population}`` is no share, but a split by its kind."""
    word = str(diagnostic.path[-1]) if diagnostic.path else ""
    if word.casefold() in _BY and _refused(diagnostic)[:1].isalpha():
        arguments = unknown_key(word, ()) | {"nearest": "by"}
        return replace(diagnostic, code="AV291", arguments=arguments, at="key")
    return _suggesting(lambda text: _SHARES.get(text.casefold(), ""))(diagnostic, data)


# --- days and texts ------------------------------------------------------------------------


def _date(text: str) -> str:
    """A month by its name, ``december 2024``; other dates have been suggested already."""
    match = _MONTH_NAME.fullmatch(text)
    month = month_named(match[1]) if match else 0
    return f"{match[2]}-{month:02d}" if match and month else ""


def _last_day(text: str) -> str:
    """A day that its month does not have as the month's last."""
    match = _DAY.fullmatch(text)
    if match is None or not 1 <= int(match[2]) <= MONTHS_OF_YEAR:
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


# --- names ---------------------------------------------------------------------------------


def _no_id(diagnostic: Diagnostic, data: object) -> Diagnostic:
    """What stands where an id should: a party's name, an approximate number, a split in words."""
    text, path = _refused(diagnostic), diagnostic.path
    ids = {name: key for key, name in _parties(data).items()}
    if text in ids and path[:1] != ("parties",):
        arguments = unknown_name("party", text, ids.values()) | {"nearest": ids[text]}
        return replace(diagnostic, code="AV101", arguments=arguments)
    if about := _ABOUT_A_NUMBER.fullmatch(text):
        return replace(diagnostic, code="AV226", arguments={"text": text, "exact": about[1]})
    if path and path[-1] in _SPLITS and diagnostic.at == "value":
        equal = text.casefold().replace(" ", "") in {"50/50", "50-50", "likadelar", "hälftenvar"}
        arguments = unknown_name("split", text, (), "split")
        arguments["nearest"] = "equal" if equal else ""
        return replace(diagnostic, code="AV101", arguments=arguments)
    return diagnostic


def _section(data: object, name: str) -> dict[str, Mapping[str, object]]:
    """The records of a section by id, as far as the data has any; {} for other values."""
    section = data.get(name) if isinstance(data, Mapping) else None
    if not isinstance(section, Mapping):
        return {}
    return {
        str(key): record if isinstance(record, Mapping) else {} for key, record in section.items()
    }


def _parties(data: object) -> dict[str, str]:
    """The parties' names by id, as far as the data has them."""
    return {
        key: str(record.get("name") if record else at_path(data, ("parties", key)))
        for key, record in _section(data, "parties").items()
    }


# --- mappings, lists and keys --------------------------------------------------------------


def _keys_expected(diagnostic: Diagnostic, data: object) -> Diagnostic:
    """A single value where lines of names and values should stand: the line to write."""
    got, path = str(diagnostic.arguments["got"]), diagnostic.path
    if match := _NO_SPACE.fullmatch(got):
        instead = f"{match[1]}: {match[2]}"
        return replace(diagnostic, code="AV012", arguments={"instead": instead})
    key = next((str(step) for step in reversed(path) if isinstance(step, str)), "")
    # The key that the single value most likely belongs to.
    records = {"costs": "amount", "sources": "title", "parties": "name", "keys": "values"}
    if key in _BY_YEAR or path[:1] in (("volumes",), ("frames",)):
        periods = data.get("periods") if isinstance(data, Mapping) else None
        first = periods[0] if isinstance(periods, list) and periods else None
        year = str(first.get("from", ""))[:4] if isinstance(first, Mapping) else ""
        name = year if re.fullmatch("[0-9]{4}", year) else "2024"
    elif key == "known_part" or key in _SPLITS:
        name = next(iter(_parties(data)), "")
    elif len(path) == 2 and path[0] in records:  # noqa: PLR2004 - the section and the id
        name = records[str(path[0])]
    else:
        name = "status" if path[2:3] == ("decisions",) else _FIRST_KEY.get(key, "")
    shown = _SHOWN.get(got, got)
    value = "50 %" if key in _SPLITS else got if shown == got else "…"
    return _with(diagnostic, got=shown, example=f"{name}: {value}" if name else "")


_SHOWN: Final = {"[]": "- …", "{}": "…: …"}
"""A list and a mapping as messages show them."""


def _list_expected(diagnostic: Diagnostic, data: object) -> Diagnostic:
    """Something else where a list should stand: how its first entry is written."""
    path = diagnostic.path
    value = at_path(data, path)
    if isinstance(value, Mapping):
        if path and path[-1] in ("bands", "scale"):
            # As a cost has it; beside `by` in a split the rows stand by themselves.
            return _with(diagnostic, got="…: …", example="- {up_to: 10 000, factor: 100 %}")
        key, inner = next(iter(value.items()), ("…", "…"))
        text = inner if isinstance(inner, str) else "…"
        return _with(diagnostic, got="…: …", example=f"- {key}: {text}")
    known: Iterable[str] = ()
    if path and path[-1] in ("among", "equal"):
        known = _parties(data)
    elif path and path[-1] == "of":
        known = _section(data, "costs") if path[0] == "costs" else _parties(data)
    names = str(value).replace(",", " ").split()
    if not set(names) <= set(known):
        # A word such as `true` or `alla` is no name; for `equal` it means every party.
        names = [*known] if path[-1:] == ("equal",) else []
    return _with(diagnostic, example=f"[{', '.join(names)}]" if names else "- …")


def _not_single(diagnostic: Diagnostic, data: object) -> Diagnostic:
    """A list where one value should stand: its texts as one, in quotes."""
    value, got = at_path(data, diagnostic.path), diagnostic.arguments["got"]
    texts = value if isinstance(value, list) and all(isinstance(v, str) for v in value) else []
    example = f'"{", ".join(texts)}"' if texts else ""
    return _with(diagnostic, got=_SHOWN.get(str(got), got), example=example)


def _parties_listed(diagnostic: Diagnostic, data: object) -> Diagnostic:
    """Parties behind dashes: the first as it should stand."""
    value = at_path(data, diagnostic.path)
    first = value[0] if isinstance(value, list) and value else None
    if isinstance(first, Mapping) and first:
        key, name = next(iter(first.items()))
        return _with(diagnostic, example=f"{key}: {name if isinstance(name, str) else '…'}")
    return _with(diagnostic, example="")


def _unknown_key(diagnostic: Diagnostic, data: object) -> Diagnostic:  # noqa: ARG001 - as every rule
    """A key of the paper's language, or one that belongs at another place."""
    key, known = str(diagnostic.arguments["key"]), diagnostic.arguments["known"]
    assert isinstance(known, tuple)  # noqa: S101 - for the type checker; it always is
    meant = _KEYS.get(key.casefold(), "")
    near = meant if meant in known else str(diagnostic.arguments["nearest"])
    if home_of(key) and not nearest(key, [near], _NEAR):
        # A word of the format in the wrong place is rather itself than another word.
        near = ""
    from avtalskalk.model.schema import known_keys

    # What can stand here in a split of another kind belongs nowhere else.
    of_other_kind = key in known_keys(diagnostic.path[:-1])
    home = "" if near or of_other_kind else home_of(meant or key)
    # All there is to choose from is only shown where nothing better is.
    choices = () if near or home else known
    section = home.rstrip(".…")
    # Such as one of the costs, and not `costs` itself.
    places = {"elsewhere": home} if section == home else {"within": section}
    return _with(diagnostic, nearest=near, choices=choices, **places)


def home_of(key: str) -> str:
    """Where in the format a key can stand, as a path to the nearest place; empty for nowhere.

    In the path ``…`` stands for any name or number.
    """
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
        steps = ["…" if isinstance(step, int) else step for step in path]
        for key in known:
            homes.setdefault(key, ".".join(steps))
        below: Path = (0, "…", *known)
        places.extend((*path, step) for step in below)
    return homes


_OF_SHAPE: Final = frozenset({"AV106", "AV291", "AV293"})

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
    # `cirka 1,9 miljoner`: the figure as it is written here.
    "AV226": lambda diagnostic, data: _with(
        diagnostic,
        exact=_amount(str(diagnostic.arguments["exact"]), data) or diagnostic.arguments["exact"],
    ),
    "AV291": _unknown_key,
    "AV293": _keys_expected,
    "AV294": _list_expected,
    "AV295": _not_single,
}
