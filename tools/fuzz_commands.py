"""Every command on a workspace of mutated files: no fault, no hang, no flood, nothing outside.

    python tools/fuzz_commands.py --count 20000 --seed 1
    python tools/fuzz_commands.py --seed 1 --only 4711 --keep cases

Each case is a folder with agreements, shared data, tables, a workbook, settings, tests, scenarios
and a sealed result, one to three of which have been mutated, and a command line, some words of
which have been mutated too.  It comes from its number and the seed alone.  A fault is exit code 4,
a traceback, more than 5 seconds of processor time or 300 MB, or a file that was opened outside the
folder.
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
from pathlib import Path
from typing import Any

import fuzz

PROJECT = fuzz.PROJECT
fuzz.MOST_SECONDS, fuzz.MOST_MEGABYTES = 5, 300

AGREEMENTS = (
    *("complete", "settlement", "key-file", "index", "option", "steps", "tolerance", "renewal"),
    *("price-per-key", "limit-increase", "phase-in", "fiscal-year", "mix", "condition"),
)
"""Examples that between them use most of the format."""

_PARTY = ("regionen", "kommunen", "stora", "lilla", "norra", "nosuch", "a b", "")
_YEAR = ("2022", "2023", "2024", "2025", "2023..2025", "2024/25", "1", "9999", "x")
_SIZE = (
    "+5 %",
    "-2 %..2 %:2 %",
    "1 000 000",
    "0",
    "-1 kr",
    "1e9",
    "2 mkr",
    "1..",
    "5 %; 0 %; -5 %",
)
_INPUT = ("cost", "cost.drift", "share.kommunen", "index.kpi", "key.folk.kommunen", "price.x", "zz")
_PATHS = ("title", "costs.drift.budget.2024", "periods.0.split", "rounding.to", "x.y", "costs.*")
_FILE = ("out.csv", "out.json", "out.md", "out.html", "avtal.yaml", "out", ".", "sub/out.csv", "-")


def command_line(chance: random.Random) -> list[str]:
    """A command with options that it has, and sometimes with some that it has not."""
    from avtalskalk.cli.commands import options_of

    pick = chance.choice
    path = pick(("avtal.yaml", "avtal.yaml", "avtal.yaml", ".", "two.yaml", "nosuch.yaml", "-"))
    lines: dict[str, list[str]] = {
        "calc": [path],
        "calc ": [path, "--by", pick(("party", "item", "agreement", "period"))],
        "check": [path],
        "check ": [path, pick(("--strict", "--fix", "-q"))],
        "show": [path],
        "explain": [path, "--year", pick(_YEAR), "--party", pick(_PARTY)],
        "test": [path, pick(("--accept", "-q", "-v"))],
        "whatif": [path, "--cost", pick(_SIZE)],
        "whatif ": [path, "--leave", pick(_PARTY)],
        "whatif  ": [path, "--split", pick(("equal", "kommunen=50 %", "regionen=1/3,kommunen=x"))],
        "whatif   ": [path, "--set", f"{pick(_PATHS)}={pick(_SIZE)}"],
        "whatif    ": [path, "--scenario", pick(("dyrare", "scenarios/dyrare.yaml", "x"))],
        "diff": [path, pick(("two.yaml", "avtal.yaml", "."))],
        "solve": [path, "--vary", pick(_INPUT), "--want", f"{pick(_PARTY)}<={pick(_SIZE)}"],
        "sweep": [path, "--vary", f"{pick(_INPUT)}={pick(_SIZE)}"],
        "seal": [path, "-o", pick(_FILE)],
        "verify": ["sealed.json", pick((".", "two.yaml", "avtal.yaml"))],
        "settle": [path, "--outcome", pick(("actual", "forecast", "x"))],
        "invoice": [path],
        "dates": [path, "--within", pick(("90d", "1", "x"))],
        "doctor": [],
        "schema": [],
    }
    command = chance.choice(list(lines))
    words = [command.strip(), *lines[command]]
    extra = (
        ["--year", pick(_YEAR)], ["--years", pick(_YEAR)], ["--today", pick(fuzz._DATES)],
        ["-f", pick(("csv", "json", "md", "html", "table", "ics", "github", "x"))],
        ["-o", pick(_FILE)], ["--lang", "sv"],
        ["--unit", pick(("kr", "tkr", "mkr"))],
        ["--basis", pick(("budget", "forecast", "actual"))], ["--reading", pick(("all", "hela"))],
        ["--width", pick(("20", "80", "0", "99999"))], ["--keep-going"], ["--assume-extended"],
        ["--party", pick(_PARTY)],
        ["--fail-if", f"{pick(_PARTY)} > {pick(_SIZE)}"], ["--no-totals"],
        ["--dialect", "excel-sv"], ["-v"],
    )  # fmt: skip
    known = {option.long for option in options_of(words[0]).values()} | {"-f", "-o", "-v"}
    fitting = [option for option in extra if option[0] in known or chance.random() < 0.03]
    for option in chance.sample(fitting, min(len(fitting), chance.choice((0, 1, 1, 2, 3)))):
        words += option
    if chance.random() < 0.07:
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


def workspace(chance: random.Random) -> dict[str, bytes]:
    """The files of a workspace, one to three of them mutated."""
    examples = PROJECT / "examples"
    name, second = chance.choice(AGREEMENTS), chance.choice(AGREEMENTS)
    texts = {
        "avtal.yaml": (examples / f"{name}.yaml").read_text(encoding="utf-8"),
        "two.yaml": (examples / f"{second}.yaml").read_text(encoding="utf-8"),
        "avtalskalk.toml": 'lang = "sv"\nbasis = "budget"\ntotals = true\n',
        "shared.yaml": "parties: {regionen: Region Exempel, kommunen: Exempelby kommun}\n",
        "avtal.test.yaml": "tests:\n  - {name: t, year: 2024, expect: {regionen: 1 000 kr}}\n",
        "scenarios/dyrare.yaml": "title: Dyrare\ncost: +5 %\nset: {title: Annan}\n",
        "data/folk.csv": "party;date;value\nregionen;2023-11-01;100\nkommunen;2023-11-01;50\n",
        "sealed.json": SEALED,
    }
    others = list(texts.values())
    weights = [weight for weight, _ in fuzz.MUTATIONS]
    for file in chance.sample(list(texts), chance.choice((0, 1, 1, 2, 3))):
        text = texts[file]
        for _, mutate in chance.choices(fuzz.MUTATIONS, weights, k=chance.choice((1, 1, 2, 4))):
            text = mutate(text, chance, others)
        if file == "sealed.json" and chance.random() < 0.5:
            text = _with_checksum(text)
        texts[file] = text
    files = {file: text.encode("utf-8", "surrogatepass") for file, text in texts.items()}
    for path in sorted((examples / "data").iterdir()):
        files.setdefault(f"data/{path.name}", path.read_bytes())
    book = workbook([["party", "date", "value"], ["regionen", "2023-11-01", "100"]])
    if chance.random() < 0.5:
        place = chance.randrange(len(book))
        book = book[:place] + bytes([chance.randrange(256)]) + book[place + 1 :]
    files["data/folk.xlsx"] = book
    return files


def _with_checksum(text: str) -> str:
    """A sealed result that was changed by someone who can also count."""
    from avtalskalk.features.seal.seal import checksum

    try:
        data = json.loads(text)
        return json.dumps({**data, "checksum": checksum(data)}, ensure_ascii=False)
    except (ValueError, TypeError, AttributeError, RecursionError):
        return text


SEALED = ""
_SECRET = "hemligt-utanför"  # noqa: S105 - none at all


def make(folder: Path, chance: random.Random) -> None:
    """Write the workspace; sometimes a file is a link that leads out of it."""
    for name, content in workspace(chance).items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
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
        if path.startswith((folder + os.sep, "/dev/null", "/proc/self", "/sys/fs/cgroup")):
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


def carry_out(raw: bytes) -> str:
    """One case: its workspace is made, its command run; the answer is command and exit code."""
    from avtalskalk.cli.application import run

    global _watching  # noqa: PLW0603 - an audit hook cannot be taken away again
    chance = random.Random(raw.decode())
    top = Path(os.path.realpath(tempfile.mkdtemp()))
    folder = top / "workspace"
    here = Path.cwd()
    try:
        folder.mkdir()
        (top / "outside.yaml").write_text(f"{_SECRET}: 1\n", encoding="utf-8")
        make(folder, chance)
        words = command_line(chance)
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
    global SEALED  # noqa: PLW0603 - made once, before the workers
    sys.path.insert(0, str(PROJECT / "src"))
    from avtalskalk.cli.application import run

    with tempfile.TemporaryDirectory() as name:
        sealed = Path(name) / "sealed.json"
        with _captured(Path(name) / "x"):
            run(["seal", str(PROJECT / "examples" / "complete.yaml"), "--year", "2024",
                 "--today", "2024-06-30", "-o", str(sealed)])  # fmt: skip
        SEALED = sealed.read_text(encoding="utf-8")
    sys.addaudithook(_watch)
    fuzz.carry_out, fuzz.case, fuzz.CRAFTED = carry_out, case, (b"0 0",)
    return fuzz.main(words)


if __name__ == "__main__":
    sys.exit(main())
