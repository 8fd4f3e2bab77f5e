"""`--party` over several agreements: the party as such, whatever each of them calls it."""

import json
from pathlib import Path

import pytest
from tests.cli.conftest import Command, written
from tests.cli.test_budget_questions import NATT, RADDNING, VATTEN, lines, rows

NOTE = (
    "note[AV859]: `--party lerum` is the same party in other agreements, which call it: "
    "natt: kommunen\n"
)


@pytest.fixture
def folder(tmp_path: Path) -> str:
    """Three agreements of Lerum, which one of them calls `kommunen`."""
    for name, text in {"raddning": RADDNING, "natt": NATT, "vatten": VATTEN}.items():
        written(tmp_path, f"avtal/{name}.yaml", text)
    return "avtal"


def test_calc(command: Command, folder: str) -> None:
    """All that Lerum pays: 0.6 × 1 244 000 = 746 400 and half of 510 000 = 255 000."""
    done = command(
        "calc", folder, "--party", "lerum", "--year", "2026", "-f", "csv", "--by", "agreement"
    )
    assert done.err == NOTE
    assert [(row["agreement"], row["amount"]) for row in rows(done.out)] == [
        ("natt", "255000.00"),
        ("raddning", "746400.00"),
        ("vatten", ""),
    ]
    done = command(
        "calc", folder, "--party", "lerum", "--year", "2025", "--by", "party", "-f", "csv"
    )
    # 0.6 × 1 200 000 + 250 000 + 90 000 / 3
    assert [(row["name"], row["amount"]) for row in rows(done.out)] == [
        ("Lerums kommun", "1000000.00")
    ]


@pytest.mark.parametrize(
    "word", ["kommunen", "Lerums kommun", "lerums KOMMUN", "212000-1447", "2120001447"]
)
def test_other_words(command: Command, folder: str, word: str) -> None:
    """The other id, the name and the organisation number mean the same party."""
    done = command("calc", folder, "--party", word, "--year", "2025", "--by", "party")
    assert ["Lerums kommun", "1,000,000"] in lines(done.out)
    assert "selected: Lerums kommun" in done.out
    assert ("AV859" in done.err) == (word == "kommunen")


def test_every_table_names_it(command: Command, folder: str) -> None:
    """An agreement's own table has the party under its own name, in every shape."""
    for words in (("--across", "item"), ("--frames",), ()):
        done = command("calc", folder, "--party", "lerum", "--year", "2025", *words)
        assert done.code == 0
        assert "250,000" in done.out
        assert "Ale" not in done.out
    done = command("calc", f"{folder}/natt.yaml", "--party", "Lerums kommun", "--year", "2025")
    assert (done.err, "Lerums kommun · budget 2025" in done.out) == ("", True)


def test_what_if(command: Command, folder: str) -> None:
    """One per cent more of the rent is 2 000 kr, of which Lerum pays 1 200 of 1 001 400."""
    words = ("--index", "kpi=+3 %", "--year", "2026", "--party", "lerum", "--by", "party")
    done = command("whatif", folder, *words)
    assert ["Lerums kommun", "1,001,400†", "1,002,600†", "+1,200", "+0.1%"] in [
        line[:5] for line in lines(done.out)
    ]
    assert done.err == NOTE
    done = command(
        "whatif", folder, "--cost", "personal=+10 %", "--year", "2026", "--party", "lerum"
    )
    # The staff are in the agreement that calls it `kommunen`: half of 510 000, and of 561 000.
    assert ["Lerums kommun", "255,000", "280,500", "+25,500", "+10.0%"] in [
        line[:5] for line in lines(done.out)
    ]


def test_explain(command: Command, folder: str) -> None:
    """Why Lerum pays more than last year has the agreement that calls it something else.

    Known in both years: 0.6 × 1 200 000 + 250 000 = 970 000, and then 746 400 + 255 000.
    """
    done = command("explain", folder, "--party", "lerum", "--from", "2025", "--to", "2026")
    table = lines(done.out)
    assert ["2025", "970,000†"] in table
    assert ["Nattis", "+5,000"] in table
    assert ["2026", "1,001,400†"] in table
    assert done.err == NOTE


def test_sweep(command: Command, folder: str) -> None:
    """Every value has all that the party pays."""
    done = command(
        "sweep", folder, "--party", "lerum", "--vary", "index.kpi=2 %..3 %:1 %", "--year", "2026"
    )
    assert ["2%", "1,001,400†"] in lines(done.out)
    assert ["3%", "1,002,600†"] in lines(done.out)
    assert done.err == NOTE


def test_vouchers(command: Command, folder: str) -> None:
    """A party's books have the bills of the agreement that calls it something else.

    Natt: half of 500 000 kr in 2025.  A host that is no party keeps books, too.
    """
    accounts = "cost: 4000, revenue: 3000, liability: 2000, receivable: 1500"
    books = (
        f"invoicing: {{instalments: yearly, in: advance}}\naccounting:\n  PARTY: {{{accounts}}}\n"
    )
    natt = NATT.replace("\ncosts:", "\nhost: ale\ncosts:") + books.replace("PARTY", "kommunen")
    host = "{name: Lerums kommun, org_no: 212000-1447}"
    raddning = RADDNING.replace("lerum: {name: Lerums kommun, org_no: 212000-1447}", "bo: Bo")
    raddning = raddning.replace("lerum:", "bo:").replace("\ncosts:", f"\nhost: {host}\ncosts:")
    written(Path(folder), "natt.yaml", natt)
    written(Path(folder), "raddning.yaml", raddning + books.replace("PARTY", "host"))
    files = (f"{folder}/natt.yaml", f"{folder}/raddning.yaml")
    done = command("vouchers", *files, "--party", "kommunen", "--year", "2025", "-f", "json")
    assert done.code == 0
    assert (
        "`--party kommunen` is the same party in other agreements, which call it: raddning: host"
        in done.err
    )
    entries = json.loads(done.out)["entries"]
    assert {(e["agreement"], e["role"], e["amount"]) for e in entries} >= {
        ("natt", "cost", "250000.00"),
        ("raddning", "revenue", "-720000.00"),
    }


def test_thresholds(command: Command, folder: str) -> None:
    """A threshold is tried in the agreement that calls the party something else, too."""
    words = ("--year", "2026", "-f", "csv")
    done = command("calc", folder, "--fail-if", "lerum < 300 tkr", *words)
    assert done.code == 1
    assert "natt" in done.err
    assert "`--fail-if lerum` is the same party in other agreements" in done.err
    done = command("calc", folder, "--fail-if", "212000-1447 < 300 tkr", *words)
    assert done.code == 1
    done = command("calc", folder, "--fail-if", "ale > lerum", *words)
    assert done.code == 0
    done = command(
        "whatif", folder, "--cost", "personal=+10 %", "--fail-if", "lerum.difference > 5 %", *words
    )
    assert done.code == 1
    assert "AV779" in done.err


def test_missing_in_the_other(command: Command, folder: str) -> None:
    """What is missing is looked for under the party's other ids."""
    text = NATT.replace(", 2026: 510 000 kr", "")
    written(Path(folder), "natt.yaml", text)
    words = ("--party", "lerum", "--year", "2026", "--fail-on-incomplete", "-f", "csv")
    done = command("calc", f"{folder}/raddning.yaml", f"{folder}/natt.yaml", *words)
    assert done.code == 1
    assert "natt: costs.personal.budget.2026 is missing" in done.err


@pytest.mark.parametrize(
    ("name", "bodies"),
    [
        # Another name and no number; another number, whatever the name; two of one name.
        ("lerum: {name: Lerum}", "Lerum (natt), Lerums kommun 212000-1447 (raddning)"),
        (
            "lerum: {name: Lerums kommun, org_no: 212000-1439}",
            "Lerums kommun 212000-1439 (natt), Lerums kommun 212000-1447 (raddning)",
        ),
        (
            "kommunen: {name: Lerums kommun, org_no: 212000-1439}",
            "Lerums kommun 212000-1439 (natt), Lerums kommun 212000-1447 (raddning)",
        ),
    ],
)
def test_several_bodies(command: Command, folder: str, name: str, bodies: str) -> None:
    """Where the id may be two parties, nothing is shown before it is said which."""
    text = NATT.replace("kommunen: {name: Lerums kommun}", name)
    text = text.replace("ale: {name: Ale kommun, org_no: 212000-1439}", "ale: {name: Ale kommun}")
    raddning = RADDNING.replace(
        "ale: {name: Ale kommun, org_no: 212000-1439}", "ale: {name: Ale kommun}"
    )
    written(
        Path(folder),
        "natt.yaml",
        text.replace("  kommunen: {2025", f"  {name[: name.index(':')]}: {{2025"),
    )
    written(Path(folder), "raddning.yaml", raddning)
    for words in (
        ("calc",),
        ("whatif", "--cost", "+1 %"),
        ("explain",),
        ("sweep", "--vary", "cost=1 %"),
    ):
        done = command(words[0], folder, *words[1:], "--party", "lerum", "--year", "2025")
        assert (done.code, done.out) == (2, "")
        assert f"`--party lerum` may be several parties in these agreements: {bodies}\n" in done.err
    done = command("calc", folder, "--party", "212000-1447", "--year", "2025", "--by", "party")
    # 0.6 × 1 200 000 and a third of 90 000: without the agreement that has another body.
    assert (done.code, ["Lerums kommun", "750,000"] in lines(done.out)) == (0, True)


def test_very_many_bodies(command: Command, tmp_path: Path) -> None:
    """Of very many the first five are named."""
    for number in range(7):
        text = NATT.replace("id: natt", f"id: natt{number}")
        written(tmp_path, f"avtal/{number}.yaml", text.replace("Lerums", f"Lerums {number}:e"))
    done = command("calc", "avtal", "--party", "kommunen", "--year", "2025")
    assert done.code == 2
    assert "Lerums 4:e kommun (natt4), …\n" in done.err


def test_two_parties_of_one_body(command: Command, folder: str) -> None:
    """Two boards of one body are that body's over several agreements, and apart in their own.

    Half of 500 000 kr each; together with 0.6 × 1 200 000 and 30 000 they are 1 250 000.
    """
    text = NATT.replace(
        "ale: {name: Ale kommun, org_no: 212000-1439}",
        "skola: {name: Lerums skola, org_no: 212000-1447}",
    )
    written(Path(folder), "natt.yaml", text)
    done = command("calc", folder, "--party", "lerum", "--year", "2025", "--by", "party")
    assert ["Lerums kommun", "1,250,000"] in lines(done.out)
    assert "natt: kommunen, natt: skola" in done.err
    done = command(
        "calc", f"{folder}/natt.yaml", "--party", "skola", "--year", "2025", "--by", "party"
    )
    assert (done.err, ["Lerums skola", "250,000"] in lines(done.out)) == ("", True)


def test_who_joins(command: Command, folder: str) -> None:
    """A party that is in no file before a change can be picked out after it."""
    written(Path(folder), "egen.yaml", NATT.replace("id: natt", "id: egen"))
    words = ("--join", "partille", "--year", "2026", "--party", "partille", "-f", "csv")
    done = command("whatif", f"{folder}/natt.yaml", f"{folder}/egen.yaml", *words)
    # A third of 510 000 in each.
    assert [(row["agreement"], row["party"], row["after"]) for row in rows(done.out)] == [
        ("natt", "partille", "170000.00"),
        ("egen", "partille", "170000.00"),
    ]


def test_a_wrong_file_first(command: Command, folder: str) -> None:
    """What is wrong with a file is reported before its parties are looked at."""
    written(Path(folder), "natt.yaml", NATT.replace("equal", "{kommunen: 70 %, ale: 40 %}"))
    done = command("calc", folder, "--party", "lerum", "--year", "2025")
    assert (done.code, "AV104" in done.err, "AV859" in done.err) == (3, True, False)
    done = command("calc", folder, "--party", "lerumm", "--year", "2025", "--keep-going")
    assert (done.code, "no party is called `lerumm`" in done.err) == (2, True)
