"""Every command on a workspace of mutated files: no fault, no hang, no flood, nothing outside.

    python tools/fuzz_commands.py --count 20000 --seed 1
    python tools/fuzz_commands.py --seed 1 --only 4711 --keep cases

Each case is a folder with agreements, shared data, tables, a workbook, settings, tests, scenarios,
a layout and sealed results, one to three of which have been mutated, and a command line, some words
of which have been mutated too.  Some titles and names are texts that harm other programs.  It comes
from its number and the seed alone.  A fault is exit code 4, a traceback, more than 5 seconds of
processor time or 300 MB, a file that was opened outside the folder, or a result with something in
it that could run.  Formats that take a tenth of a second are for one case in some fifty.
"""

# ruff: noqa: INP001, PLR2004, S311, SLF001 - a script of its own with its chances in place

import io
import json
import os
import random
import re
import shutil
import sys
import sysconfig
import tempfile
import zipfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from typing import Any, NamedTuple
from xml.etree import ElementTree as ET

import fuzz

PROJECT = fuzz.PROJECT
fuzz.MOST_SECONDS, fuzz.MOST_MEGABYTES = 5, 300

AGREEMENTS = (
    *("complete", "settlement", "settlement", "vouchers", "bases", "surcharge", "as-of"),
    *(
        "quarters",
        "key-file",
        "index",
        "option",
        "steps",
        "tolerance",
        "renewal",
        "known-part",
        "covers",
    ),
    *("price-per-key", "limit-increase", "phase-in", "fiscal-year", "mix", "condition"),
)
"""Examples that between them use most of the format."""
_WRONG = ("nosuch", "a b", "", "x", "1", "any", "total", "host", "=", "a=b", "<=")
_YEARS = ("2022", "2023", "2024", "2025", "2023..2025", "2024/25", "9999", "x")
_SIZE = (
    *("+5 %", "-2 %..2 %:2 %", "1 000 000", "0", "-1 kr", "1e9", "2 mkr", "1..", "-100 %"),
    *("5 %; 0 %; -5 %", "40 %", "30 %..60 %:10 %", "1 000..9 000:4 000"),
)
_PATHS = ("title", "periods.0.split", "periods.0.to", "rounding.to", "x.y", "costs.*")
_TO = ("Annan", "equal", "2025-06-30", "kr", "1 mkr", "null", "")
_FILE = (*("out.csv", "out.json", "out.md", "out.html", "out.ics", "sub/out.csv", "-"), ".", "out")
_PLACES = (
    *("avtal.yaml",) * 6,
    *(".", "two.yaml", "avtal.yaml two.yaml", "two.yaml .", "nosuch.yaml", "-", "sealed.json"),
)
_FORMATS = ("csv", "json", "md", "html", "table", "ics", "github")
_OFFICE = ("xlsx", "docx", "pdf")
_LAYOUTS = ("layout.yaml", "layout.yaml", "layout.yaml", "nosuch.yaml", "avtal.yaml", "-", ".")
_NEW = {"report", "vouchers", "seal", "settle", "explain"}
"""Commands that get more of the cases: they, or options of theirs, are younger than the others."""
_HARMFUL = (
    *(
        "<script>alert(1)</script>",
        "=cmd|' /C calc'!A0",
        "=[x.xlsx]A!$A$1",
        "Lyktan!A1",
        "@SUM(A1)",
    ),
    *("[a](javascript:alert(1))", "](javascript:x)", "![](http://x)", "</text><image href='x'/>"),
    *("\u202egnp.exe", "\u2066a\u2069", "שלום", "مرحبا", "🙂" * 40, "漢字" * 30, "x" * 500),
    *("\x01\x08\x1b[31m", "\ufffe\uffff", "#set page()", '#image("x")', "--- |", "\\", "'" * 40),
    *("<w:p>&amp;", "]]>", "${x}", "{{x}}", "[a]:*?/\\", "History", "\u00a0", "a\u0300" * 200),
)
"""Titles and names that a page, a workbook, a terminal or another program might obey."""
_BASES = ("budget", "forecast", "actual", "frame")


class Names(NamedTuple):
    """What an example calls its things, so that options may name them."""

    parties: tuple[str, ...]
    items: tuple[str, ...]
    keys: tuple[str, ...]
    series: tuple[str, ...]
    years: tuple[str, ...]


@cache
def names_of(example: str) -> Names:
    """The names that an example uses, and the years that it speaks of."""
    from avtalskalk import api

    path = PROJECT / "examples" / f"{example}.yaml"
    agreement = api.load(path)[0].agreement
    assert agreement is not None  # noqa: S101 - they all are valid
    years = sorted(set(re.findall(r"\b20\d\d\b", path.read_text(encoding="utf-8"))))
    return Names(
        tuple(agreement.parties),
        tuple(agreement.costs),
        tuple(agreement.keys) or ("folk",),
        tuple(agreement.indices) or ("kpi",),
        tuple(years),
    )


def command_line(chance: random.Random, names: Names) -> list[str]:
    """A command with options that it has, and sometimes with some that it has not."""
    from avtalskalk.cli.application import options_of

    def pick(*usual: str, wrong: Sequence[str] = _WRONG) -> str:
        return chance.choice(wrong if chance.random() < 0.08 else usual)

    def paths() -> list[str]:
        return chance.choice(_PLACES).split()

    def date() -> str:
        return pick("2023-07-01", "2024-02-29", "2025-01-01", "2023-12-31", wrong=fuzz._DATES)

    party, other, item = pick(*names.parties), pick(*names.parties), pick(*names.items)
    key, size, year = pick(*names.keys), chance.choice(_SIZE), pick(*names.years, wrong=_YEARS)
    split = pick("equal", f"{party}=50 %,{other}=rest", f"by={key}", f"{party}=1/3,{other}=x")
    entry = pick("cost", f"cost.{item}", f"share.{party}", f"index.{pick(*names.series)}",
                 f"key.{key}.{party}", f"price.{item}", "cap", f"cap.{party}", "date",
                 f"costs.{item}.budget.{year}")  # fmt: skip
    change = chance.choice((
        ["--cost", size], ["--cost", f"{item}={size}"], ["--leave", party], ["--split", split],
        ["--share", f"{party}={pick('40 %', '1/3', '0', wrong=_SIZE)}"],
        ["--price", pick(size, f"{item}={size}")],
        ["--index", f"{pick(*names.series)}={pick('2,5 %', '430', wrong=_SIZE)}"],
        ["--key", f"{key}{pick('', f'.{party}')}={pick('+500', '+2 %', '100', wrong=_SIZE)}"],
        ["--set", f"{pick(*_PATHS, f'costs.{item}.budget.{year}')}={pick(*_TO)}"],
        ["--scenario", pick("dyrare", "scenarios/dyrare.yaml", "utan")],
    ))  # fmt: skip
    in_year = ["--year", year] if chance.random() < 0.95 else []
    sign = chance.choice(("<=", ">=", "<", ">", "=="))
    side = pick(party, "total", "any", f"{party}.increase", "any.increase", f"{party}.difference")
    want = pick(f"{side}{sign}{size}", f"{party}=={other}", "frame", f"{side}{sign}frame")
    condition = f"{side} {sign} {size}"
    lines: dict[str, list[str]] = {
        "calc": paths(),
        "calc ": [*paths(), "--by", pick("party", "item", "agreement", "period")],
        "check": paths(),
        "check ": [*paths(), chance.choice(("--strict", "--fix", "-q"))],
        "check  ": ["--explain", pick("AV101", "AV530", "AV741", wrong=fuzz._ODD[:8])],
        "show": paths(),
        "explain": [*paths(), "--year", year],
        "explain ": [*paths(), "--from", year, "--to", pick(*names.years, wrong=_YEARS)],
        "test": [*paths(), *chance.choice(((), (), ("--accept",)))],
        "whatif": [*paths(), *change],
        "whatif ": [*paths(), *change, "--from", date()],
        "whatif  ": [*paths(), *change, "--save", pick("changed.yaml", *_FILE)],
        "diff": ["avtal.yaml", pick("two.yaml", "avtal.yaml", ".", wrong=_PLACES)],
        "diff ": [*paths(), "--git", pick("HEAD", "HEAD~1", "..")],
        "solve": [pick("avtal.yaml", wrong=_PLACES), *in_year, "--vary", entry, "--want", want],
        "solve ": [pick("avtal.yaml", wrong=_PLACES), *in_year,
                   "--vary", f"{entry}={size}", "--want", want],
        "solve  ": [pick("avtal.yaml", wrong=_PLACES), *in_year, "--vary", entry,
                    "--break-even", party, "--scenario", pick("dyrare", "utan")],
        "sweep": [pick("avtal.yaml", wrong=_PLACES), "--vary", f"{entry}={size}"],
        "sweep ": [pick("avtal.yaml", wrong=_PLACES), "--vary", f"{entry}={size}",
                   "--how", pick("tornado", "range", "grid"), "--draws", pick("50", wrong=_SIZE)],
        "seal": [*paths(), "--year", year, "-o", pick("seal.json", *_FILE)],
        "verify": ["sealed.json", pick(".", "two.yaml", "avtal.yaml", wrong=_PLACES)],
        "verify ": ["sealed.json", "--fingerprint", pick("TGUT-9J5T-8SGP-9DQN", wrong=_SIZE)],
        "settle": paths(),
        "settle  ": [*paths(), "--unit", pick("kr", "tkr", "mkr")],
        "report": [*paths(), "-f", pick("table", "md", "html")],
        "report ": [*paths(), "-f", pick("table", "md", "html"), "--layout", pick(*_LAYOUTS)],
        "report  ": [".", "--year", year, "--keep-going"],
        "report   ": ["avtal.yaml", *in_year, "-o", pick("out.html", "out.md", "out.svg", *_FILE),
                      "--layout", "layout.yaml"],
        "vouchers  ": [*paths(), "-f", "sie", "--party", party, *in_year],
        "vouchers   ": [*paths(), "-o", pick("books", *_FILE), "--of", pick("settlement")],
        "vouchers    ": ["avtal.yaml", "--of", "settlement", *in_year],
        "explain  ": [*paths(), "--settlement", "--year", year, "--party", party],
        "explain   ": [*paths(), "--instalment", pick("1", "4", wrong=_SIZE), "--year", year],
        "whatif   ": [*paths(), *change, "--settlement", *in_year],
        "seal ": [*paths(), *in_year, "--settlement", "-o", pick("seal.json")],
        "verify  ": ["settled.json", pick(".", "two.yaml", "avtal.yaml", wrong=_PLACES)],
        "calc  ": [*paths(), "--across", "item", "-f", pick("table", "md", "html", wrong=_FORMATS)],
        "settle ": [*paths(), "--outcome", pick("actual", "forecast")],
        "invoice": paths(),
        "vouchers": [*paths(), "--of", pick("invoices", "settlement")],
        "vouchers ": [*paths(), "--party", party, "--date", date(), "-f", pick("sie", "json")],
        "dates": paths(),
        "dates ": [*paths(), "--within", pick("90d", "1d", "400d", wrong=("1", "x", "9" * 20))],
        "init": [pick("new.yaml", wrong=_FILE), "--title", pick("A", wrong=fuzz._ODD),
                 "--party", f"a={pick('A', wrong=fuzz._ODD)}", "--party", f"{pick('b')}=B",
                 "--share", pick("equal", f"a={size}"), "--from", date()],
        "init ": [pick("new.yaml", wrong=_FILE), "--title", "A", "--party", "a=A", "--party", "b=B",
                  "--kind", pick("population", "fixed", "joint-board", "family-centre"),
                  *chance.choice(((), ("--fixed", f"a={size}"))),
                  "--population", f"b={pick('100', wrong=fuzz._NUMBERS)}",
                  "--amount", pick(size, f"{item}={size}"), "--year", year],
        "doctor": [],
        "schema": [],
    }  # fmt: skip
    weights = [
        1 if name.strip() in {"doctor", "schema"} else 12 if name.strip() in _NEW else 4
        for name in lines
    ]
    command = chance.choices(list(lines), weights)[0]
    words = [command.strip(), *lines[command]]
    extra = (
        ["--year", year], ["--year", year], ["--years", pick("2023..2025", year, wrong=_YEARS)],
        ["--today", date()], ["--format", pick(*_FORMATS)], ["-o", pick(*_FILE)],
        ["--lang", pick("sv", "en")], ["--unit", pick("kr", "tkr", "mkr")],
        ["--basis", pick(*_BASES)], ["--reading", pick("all", "hela")], ["--item", item],
        ["--width", pick("40", "80", wrong=("0", "99999"))], ["--keep-going"], ["--party", party],
        ["--assume-extended"], ["--fail-if", condition], ["--warn-if", condition],
        ["--fail-on-incomplete"], ["--no-totals"], ["--dialect", "excel-sv"], ["-v"], ["-q"],
        ["--no-config"], ["--depth", pick("2")], ["--exit-code"], ["--color", pick("always")],
        ["--scenario", pick("dyrare")], ["--from", date()], change,
        ["--layout", pick(*_LAYOUTS)], ["--settlement"], ["--across", "item"],
        ["--instalment", pick("1", "2", wrong=_SIZE)], ["--outcome", pick("actual", "forecast")],
    )  # fmt: skip
    known = {flag for option in options_of(words[0]).values() for flag in option.every_flag}
    fitting = [option for option in extra if option[0] in known or chance.random() < 0.003]
    for option in chance.sample(fitting, min(len(fitting), chance.choice((0, 0, 1, 1, 2, 3)))):
        words += option
    if "--format" in known and chance.random() < 0.03:
        form = chance.choice(_OFFICE)
        words += chance.choice((["--format", form], ["-o", f"office.{form}"]))
    # A process takes half a second to begin.
    if "--jobs" in known and chance.random() < 0.02:
        words += ["--jobs", "2"]
    if chance.random() < 0.05:
        place = chance.randrange(1, len(words) + 1)
        words.insert(place, chance.choice((*fuzz._ODD, *fuzz._NUMBERS[:40])).replace("\0", ""))
    return words


def workbook(rows: Sequence[Sequence[str]]) -> bytes:
    """A small workbook with texts in its cells."""
    cells = "".join(
        f'<row r="{number}">'
        + "".join(
            f'<c r="{chr(65 + place)}{number}" t="inlineStr"><is><t>{text}</t></is></c>'
            for place, text in enumerate(row)
        )
        + "</row>"
        for number, row in enumerate(rows, 1)
    )
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    rel = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    package = "http://schemas.openxmlformats.org/package/2006"
    parts = {
        "[Content_Types].xml": f'<Types xmlns="{package}/content-types"/>',
        "_rels/.rels": f'<Relationships xmlns="{package}/relationships"><Relationship Id="r1" '
        f'Type="{rel}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{main}" xmlns:r="{rel}"><sheets>'
        '<sheet name="A" sheetId="1" r:id="r1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{package}/relationships">'
        f'<Relationship Id="r1" Type="{rel}/worksheet" Target="worksheets/sheet1.xml"/>'
        "</Relationships>",
        "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{main}"><sheetData>{cells}</sheetData>'
        "</worksheet>",
    }
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            archive.writestr(name, text)
    return content.getvalue()


@cache
def _example(name: str) -> str:
    return (PROJECT / "examples" / name).read_text(encoding="utf-8")


def workspace(chance: random.Random, name: str) -> dict[str, bytes]:
    """The files of a workspace with an example as its first file, up to three of them mutated."""
    texts = {
        "avtal.yaml": _example(f"{name}.yaml"),
        "two.yaml": _example(f"{chance.choice(AGREEMENTS)}.yaml"),
        "avtalskalk.toml": 'lang = "sv"\nbasis = "budget"\ntotals = true\n',
        "shared.yaml": "parties: {regionen: Region Exempel, kommunen: Exempelby kommun}\n",
        "avtal.test.yaml": "cases:\n  - {name: t, year: 2024, amounts: {regionen: 1 000 kr}}\n",
        "scenarios/dyrare.yaml": "title: Dyrare\ncost: +5 %\nset: {title: Annan}\n",
        "scenarios/utan.yaml": "title: Utan\ncost: -5 %\n",
        "data/folk.csv": "party;date;value\nregionen;2023-11-01;100\nkommunen;2023-11-01;50\n",
        "layout.yaml": _layout(chance),
        "sealed.json": sealed_result(name),
        "settled.json": sealed_result(name, "--settlement"),
        "data/folkmangd.csv": _example("data/folkmangd.csv"),
    }
    others = list(texts.values())
    weights = [weight for weight, _ in fuzz.MUTATIONS]
    for file in chance.sample(list(texts), chance.choice((0, 1, 1, 2, 3))):
        text = texts[file]
        for _, mutate in chance.choices(fuzz.MUTATIONS, weights, k=chance.choice((1, 1, 2, 4))):
            text = mutate(text, chance, others)
        if file in {"sealed.json", "settled.json"} and chance.random() < 0.5:
            text = _with_checksum(text)
        texts[file] = text
    if chance.random() < 0.3:
        texts["avtal.yaml"] = _with_harmful_names(texts["avtal.yaml"], chance)
    files = {file: text.encode("utf-8", "surrogatepass") for file, text in texts.items()}
    book = workbook([["party", "date", "value"], ["regionen", "2023-11-01", "100"]])
    if chance.random() < 0.5:
        place = chance.randrange(len(book))
        book = book[:place] + bytes([chance.randrange(256)]) + book[place + 1 :]
    files["data/folk.xlsx"] = book
    return files


def _layout(chance: random.Random) -> str:
    """A layout with some sections, with and without headings of its own."""
    from avtalskalk.model.files_beside import SECTIONS

    def quoted() -> str:
        return _quoted(chance.choice(_HARMFUL)) if chance.random() < 0.3 else "Rubrik"

    lines = [f"title: {quoted()}"] if chance.random() < 0.5 else []
    lines.append("sections:")
    for name in chance.sample((*SECTIONS, "text"), chance.randint(1, 8)):
        with_heading = name == "text" or chance.random() < 0.4
        lines.append(f"  - {name}: {quoted()}" if with_heading else f"  - {name}")
    return "\n".join([*lines, ""])


_WORD = r"[^\W\d_][^\n{}\[\],:#\"]*"
_NAMED = re.compile(rf"(?<=title: ){_WORD}|(?<=: ){_WORD} {_WORD}")


def _quoted(text: str) -> str:
    """A text as YAML has it in quotes; signs that are two in JSON stand as they are."""
    return json.dumps(text, ensure_ascii=max(text) <= "\uffff")


def _with_harmful_names(text: str, chance: random.Random) -> str:
    """An agreement with up to four of its titles and names replaced, each quoted as it must be."""
    for place in sorted(chance.sample(range(12), 4), reverse=True):
        found = list(_NAMED.finditer(text))[place : place + 1]
        for name in found:
            quoted = _quoted(chance.choice(_HARMFUL))
            text = text[: name.start()] + quoted + text[name.end() :]
    return text


def _with_checksum(text: str) -> str:
    """A sealed result that was changed by someone who can also count."""
    from avtalskalk.features.seal.seal import checksum

    try:
        data = json.loads(text)
        return json.dumps({**data, "checksum": checksum(data)}, ensure_ascii=False)
    except (ValueError, TypeError, AttributeError, RecursionError):
        return text


@cache
def sealed_result(example: str, *options: str) -> str:
    """An example's sealed result, as if it stood in the workspace; "" where it cannot be sealed."""
    from avtalskalk.cli.application import run

    here = Path.cwd()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / "workspace"
        shutil.copytree(PROJECT / "examples" / "data", folder / "data")
        (folder / "avtal.yaml").write_text(_example(f"{example}.yaml"), encoding="utf-8")
        os.chdir(folder)
        try:
            with _captured(folder):
                run(["seal", "avtal.yaml", "--today", "2024-06-30", "-o", "sealed.json", *options])
        finally:
            os.chdir(here)
        sealed = folder / "sealed.json"
        return sealed.read_text(encoding="utf-8") if sealed.exists() else ""


_SECRET = "hemligt-utanför"  # noqa: S105 - none at all


def make(folder: Path, chance: random.Random, example: str) -> None:
    """Write the workspace; sometimes a file is a link that leads out of it."""
    for place in ("scenarios", "data", "books"):
        (folder / place).mkdir()
    for name, content in workspace(chance, example).items():
        (folder / name).write_bytes(content)
    if chance.random() < 0.1:
        name = chance.choice(("shared.yaml", "avtalskalk.toml", "avtal.test.yaml", "linked.yaml"))
        (folder / name).unlink(missing_ok=True)
        (folder / name).symlink_to(folder.parent / "outside.yaml")


_opened: list[tuple[str, bool]] = []
_watching = False


def _watch(event: str, arguments: tuple[Any, ...]) -> None:
    """Keep what is opened while a command runs, and whether to write."""
    if event == "open" and _watching and isinstance(arguments[0], str | bytes):
        mode, flags = arguments[1], arguments[2]
        writes = bool(mode and set(mode) & set("wax+")) or bool(
            isinstance(flags, int) and flags & (os.O_WRONLY | os.O_RDWR | os.O_CREAT)
        )
        _opened.append((os.fsdecode(arguments[0]), writes))


_LIBRARY = tuple(
    os.path.realpath(path)
    for path in (*sysconfig.get_paths().values(), sys.prefix, sys.base_prefix, PROJECT / "src")
)


def _outside(folder: str) -> Iterator[str]:
    """The files that were opened and are neither the folder's nor the program's own."""
    for name, writes in _opened:
        path = os.path.realpath(name)
        if path == folder or path.startswith(
            (folder + os.sep, "/dev/null", "/proc/self", "/sys/fs/cgroup")
        ):
            continue
        if not writes and (path.startswith((*_LIBRARY, "/usr/share")) or path == os.devnull):
            continue
        yield f"{'wrote' if writes else 'read'} {name}"


@contextmanager
def _captured(folder: Path) -> Iterator[tuple[Path, Path]]:
    """Standard output and error in files, whatever the program does with them."""
    paths = folder.parent / "stdout", folder.parent / "stderr"
    kept = os.dup(1), os.dup(2)
    for number, path in zip((1, 2), paths, strict=True):
        file = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
        os.dup2(file, number)
        os.close(file)
    try:
        yield paths
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        for number, before in zip((1, 2), kept, strict=True):
            os.dup2(before, number)
            os.close(before)


_OWN_ELEMENTS = {
    *("html", "head", "meta", "title", "style", "script", "body", "main", "article", "section"),
    *("details", "summary", "h1", "h2", "h3", "h4", "h5", "p", "ul", "li", "div", "table", "thead"),
    *("tbody", "tr", "th", "td", "span", "a", "button", "figure", "figcaption", "pre", "b", "i"),
    *("small", "br", "svg", "g", "path", "text", "rect", "line", "defs", "clippath"),
}


class _Page(HTMLParser):
    """What a page could run or fetch."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.harmful: list[str] = []
        self.scripts = 0
        self.feed(text)
        self.close()
        if self.scripts > 1:
            self.harmful.append("script")

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.scripts += tag == "script"
        if tag not in _OWN_ELEMENTS:
            self.harmful.append(tag)
        for name, value in attrs:
            if name.startswith("on") or (
                name.endswith(("href", "src")) and (value or "")[:1] != "#"
            ):
                self.harmful.append(f"{tag} {name}={value}")


def harmful(content: bytes) -> str:
    """What a result has in it that another program would obey; "" for nothing."""
    if content.startswith(b"<!DOCTYPE html>"):
        return " ".join(_Page(content.decode()).harmful)
    if content.startswith(b"%PDF"):
        return next((s for s in ("/JavaScript", "/Launch", "/URI") if s.encode() in content), "")
    if not content.startswith(b"PK"):
        return ""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        for name in archive.namelist():
            if not name.endswith((".xml", ".rels")):
                continue
            part = archive.read(name)
            ET.fromstring(part)  # noqa: S314 - the program's own
            if found := _OBEYED.search(part):
                return f"{name}: {found[0][:80]!r}"
            if "charts/chart" in name:
                for formula in re.findall(rb"<c:f>(.*?)</c:f>", part):
                    if not _OF_THE_SHEET.match(formula.decode()):
                        return f"{name}: {formula!r}"
            if name == "xl/workbook.xml":
                for title in ET.fromstring(part).iter(f"{{{_MAIN}}}sheet"):  # noqa: S314
                    if len(title.get("name", "").encode("utf-16-le")) > 2 * 31:
                        return f"a sheet's name is too long: {title.get('name')!a}"
    return ""


_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_OBEYED = re.compile(
    rb"<f[ >]|<w:(?:fldSimple|instrText|hyperlink)|TargetMode=.External|<hyperlink"
)
_OF_THE_SHEET = re.compile(r"(?:'[^'\[\]]+'|[\w.]+)!\$[A-Z]+\$\d+(?::\$[A-Z]+\$\d+)?\Z")

_MEMORY = Path("/dev/shm")  # noqa: S108 - a folder of our own in it
"""Where files cost nothing, if there is such a place."""


def _keep_command_lines() -> None:
    """Make each command's line once, not for every case: half of a case's time went to it."""
    from typer.main import get_command

    from avtalskalk.cli import application

    program = application.program
    application.program = cache(lambda command: get_command(program(command)))  # type: ignore[assignment]
    application.options_of = cache(application.options_of)


def carry_out(raw: bytes) -> str:
    """One case: its workspace is made, its command run; the answer is command and exit code."""
    from avtalskalk.cli.application import run

    global _watching  # noqa: PLW0603 - an audit hook cannot be taken away again
    chance = random.Random(raw.decode())
    top = Path(os.path.realpath(tempfile.mkdtemp(dir=_MEMORY if _MEMORY.is_dir() else None)))
    folder = top / "workspace"
    here = Path.cwd()
    try:
        folder.mkdir()
        (top / "outside.yaml").write_text(f"{_SECRET}: 1\n", encoding="utf-8")
        example = chance.choice(AGREEMENTS)
        make(folder, chance, example)
        words = command_line(chance, names_of(example))
        os.chdir(folder)
        tempfile.tempdir = str(folder)
        before = sys.stdin
        sys.stdin = io.TextIOWrapper(io.BytesIO((folder / "avtal.yaml").read_bytes()))
        with _captured(folder) as (output, errors):
            _opened.clear()
            _watching = True
            try:
                code = run(words)
            finally:
                _watching = False
                sys.stdin = before
        said = errors.read_text(encoding="utf-8", errors="replace")
        shown = output.read_text(encoding="utf-8", errors="replace")
        if code == 4 or "Traceback" in said:
            text = re.search(r"AV890.*", said)
            message = f"{words[0]}: exit {code} {text[0] if text else ''} {' '.join(words)!a}"
            raise fuzz.WrongError(message)
        for content in (output.read_bytes(), *(f.read_bytes() for f in folder.glob("o*.*"))):
            if problem := harmful(content):
                message = f"{words[0]}: harmful: {problem} {' '.join(words)!a}"
                raise fuzz.WrongError(message)
        outside = next(_outside(str(folder)), "")
        if outside or _SECRET in said or _SECRET in shown:
            message = f"{words[0]}: outside: {outside} {' '.join(words)!a}"
            raise fuzz.WrongError(message)
        return f"{words[0]} {code}"
    finally:
        tempfile.tempdir = None
        os.chdir(here)
        shutil.rmtree(top, ignore_errors=True)


def case(number: int, seed: int, others: Sequence[str]) -> bytes:  # noqa: ARG001 - as fuzz has it
    """What a case is made from."""
    return f"{seed} {number}".encode()


def main(words: Sequence[str] | None = None) -> int:
    """Run the command; 1 where anything was found."""
    sys.path.insert(0, str(PROJECT / "src"))
    _keep_command_lines()
    # Made once, before the workers.
    for example in AGREEMENTS:
        names_of(example)
        sealed_result(example)
        sealed_result(example, "--settlement")
    sys.addaudithook(_watch)
    fuzz.carry_out, fuzz.case, fuzz.CRAFTED = carry_out, case, (b"0 0",)
    return fuzz.main(words)


if __name__ == "__main__":
    sys.exit(main())
