"""`vouchers`: a file, or a folder with a file for each legal body, and what is refused."""

import json
from decimal import Decimal
from pathlib import Path

import pytest
from tests.cli.conftest import Command, written
from tests.conftest import PROJECT
from tests.sie_reader import read_sie

EXAMPLE = str(PROJECT / "examples" / "vouchers.yaml")
SETTLEMENT = ("vouchers", EXAMPLE, "--year", "2024", "--of", "settlement")


def test_the_two_files_of_one_settlement(command: Command, tmp_path: Path) -> None:
    """Read back by an independent reader, each file balances, and together they are zero.

    A third of 1 936 501 and of 412 000 is 645 500,33 and 137 333,33: 782 833,66 of the 800 000
    that was billed, so 17 166,34 is paid back.
    """
    (tmp_path / "sie").mkdir()
    done = command(*SETTLEMENT, "-o", "sie")
    assert (done.code, done.out) == (0, "")
    assert done.err == "Wrote sie/lilla.si.\nWrote sie/stora.si.\n"
    files = {
        path.stem: read_sie(path.read_bytes()) for path in sorted((tmp_path / "sie").iterdir())
    }
    lines = {
        party: {line.account: line.amount for v in file.vouchers for line in v.transactions}
        for party, file in files.items()
    }
    back = Decimal("17166.34")
    assert lines == {
        "lilla": {"1561": back, "4638": -back},
        "stora": {"3631": back, "2411": -back},
    }
    # Claim and debt, and revenue and cost, are together zero.
    assert lines["lilla"]["1561"] + lines["stora"]["2411"] == 0
    assert lines["lilla"]["4638"] + lines["stora"]["3631"] == 0
    assert files["stora"].posts["#ORGNR"] == [["212000-1439"]]
    objects = [line.objects for v in files["lilla"].vouchers for line in v.transactions]
    assert objects == [{"21": "831"}, {"20": "17210", "21": "831"}]


def test_a_folder_is_written_again(command: Command, tmp_path: Path) -> None:
    """The same bytes, in place of the earlier files."""
    (tmp_path / "sie").mkdir()
    runs = []
    for _ in range(2):
        command(*SETTLEMENT, "-o", "sie")
        runs.append({path.name: path.read_bytes() for path in (tmp_path / "sie").iterdir()})
    assert runs[0] == runs[1]


def test_one_bodys_file_on_a_day(command: Command, tmp_path: Path) -> None:
    """The ending is enough for the format, and `--date` is the day of every voucher."""
    done = command(*SETTLEMENT, "--party", "lilla", "--date", "2024-12-31", "-o", "lilla.si")
    assert (done.code, done.out, done.err) == (0, "", "")
    (voucher,) = read_sie((tmp_path / "lilla.si").read_bytes()).vouchers
    assert str(voucher.day) == "2024-12-31"


def test_several_agreements_of_one_body(command: Command, tmp_path: Path) -> None:
    """A body has one file, whatever its ids are; without a number it is known by its name."""
    text = Path(EXAMPLE).read_text("utf-8").replace("lilla", "mindre")
    written(tmp_path, "b/andra.yaml", text.replace("id: vouchers", "id: andra"))
    written(tmp_path, "b/forsta.yaml", Path(EXAMPLE).read_text("utf-8"))
    (tmp_path / "sie").mkdir()
    assert command("vouchers", "b", "--year", "2025", "-o", "sie").code == 0
    files = {path.name: read_sie(path.read_bytes()) for path in (tmp_path / "sie").iterdir()}
    assert {name: len(file.vouchers) for name, file in files.items()} == {
        "stora.si": 4,
        "mindre.si": 4,
    }


def test_bodies_with_the_same_id_have_files_of_their_own(command: Command, tmp_path: Path) -> None:
    """An id is an agreement's own word, so two bodies may have it: the agreement's id is added."""
    text = Path(EXAMPLE).read_text("utf-8").replace("name: Lilla kommun", "name: Andra kommun")
    written(tmp_path, "b/andra.yaml", text.replace("id: vouchers", "id: andra"))
    written(tmp_path, "b/forsta.yaml", Path(EXAMPLE).read_text("utf-8"))
    (tmp_path / "sie").mkdir()
    assert command("vouchers", "b", "--year", "2025", "-o", "sie").code == 0
    names = sorted(path.name for path in (tmp_path / "sie").iterdir())
    assert names == ["andra-lilla.si", "stora.si", "vouchers-lilla.si"]


@pytest.mark.parametrize(
    ("words", "code", "message"),
    [
        (("-o", "alla.si"), 3, "AV867"),
        (("-o", "sie", "-f", "csv"), 2, "AV813"),
        (("--date", "31/12"), 2, "AV808"),
        (("--party", "ingen"), 2, "AV101"),
        (("--year", "2030", "-o", "sie"), 3, "AV819"),
    ],
)
def test_what_is_refused(
    command: Command, tmp_path: Path, words: tuple[str, ...], code: int, message: str
) -> None:
    """Each is said, and nothing is written."""
    (tmp_path / "sie").mkdir()
    years = () if "--year" in words else ("--year", "2025")
    done = command("vouchers", EXAMPLE, *years, *words)
    assert (done.code, done.out) == (code, "")
    assert f"[{message}]" in done.err
    assert not [path for path in tmp_path.rglob("*.si") if path.is_file()]


def test_an_agreement_without_accounts(command: Command, tmp_path: Path) -> None:
    """What to write is said for whoever bills; nothing is invented."""
    text = Path(EXAMPLE).read_text("utf-8").partition("accounting:")[0]
    written(tmp_path, "a.yaml", text)
    done = command("vouchers", "a.yaml", "--year", "2025")
    assert done.code == 3
    assert "Stora kommun has no account for receivable" in done.err
    assert "write `accounting: {stora: {receivable: …}}`" in done.err


def test_vouchers_for_programs(command: Command) -> None:
    """Every line with its account and amount, and its objects in a list of their own."""
    done = command(*SETTLEMENT, "--party", "lilla", "-f", "json")
    result = json.loads(done.out)
    assert result["schema"] == "avtalskalk/vouchers/1"
    assert [(e["role"], e["account"], e["amount"]) for e in result["entries"]] == [
        ("receivable", "1561", "17166.34"),
        ("cost", "4638", "-17166.34"),
    ]
    assert result["objects"][1] == {
        "voucher": 1, "line": 2, "number": 20, "dimension": "verksamhet", "code": "17210",
        "name": "",
    }  # fmt: skip


def test_what_a_sie_file_has_no_room_for(command: Command, tmp_path: Path) -> None:
    """What stands below a table is said when a file is written, and why there is none."""
    text = Path(EXAMPLE).read_text("utf-8")
    before, _, rest = text.partition("  stora:\n    dimensions")
    _, _, after = rest.partition("  lilla:\n")
    written(tmp_path, "a.yaml", f"{before}  lilla:\n{after}")
    done = command("vouchers", "a.yaml", "--year", "2025", "-o", "lilla.si")
    title = "Gemensam överförmyndarnämnd (påhittad) 2025"
    assert done.code == 0
    assert (
        done.err == f"{title}: Not booked here: Stora kommun, without accounts in `accounting`.\n"
    )
    written(tmp_path, "b.yaml", text.replace(", 2025: 400 000 kr", ""))
    done = command("vouchers", "b.yaml", "--year", "2025", "-f", "sie")
    assert (done.code, done.out) == (3, "")
    assert f"{title}: Missing: budget 2025 for Arvoden" in done.err
    assert "error[AV867]" in done.err
