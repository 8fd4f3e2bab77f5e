"""`avtalskalk report`: one file for those who decide."""

import json
import re
from pathlib import Path

import pytest
from tests.cli.conftest import ENDLESS, SOUND, WRONG, Command, written
from tests.cli.test_budget_questions import NATT, RADDNING, VATTEN
from tests.conftest import PROJECT
from tests.formats.test_html import Page

SETTLEMENT = str(PROJECT / "examples" / "settlement.yaml")
LAYOUT = str(PROJECT / "examples" / "layouts" / "namnd.yaml")


def test_several_agreements_begin_with_their_sums(command: Command) -> None:
    """All agreements by agreement and by party first, then each in brief: 1.1 + 10.9 million."""
    Path("lyktan.yaml").write_text(SOUND.replace("{2023: 200 000 kr}", "{2023: 1 kr, 2024: 0}"))
    done = command("report", "lyktan.yaml", SETTLEMENT, "--year", "2024", "--today", "2025-01-01")
    assert done.code == 0
    over_all, *_ = done.out.partition("\nLyktan (påhittad) 2024\n")
    assert over_all.startswith("All agreements 2024\n")
    assert "12,000,000" in over_all
    assert "How the amount" not in done.out


def test_a_layout(command: Command) -> None:
    """The layout's title is the page's."""
    done = command("report", SETTLEMENT, "--year", "2024", "--layout", LAYOUT, "-f", "html")
    assert "Räddningstjänsten, underlag till nämnden" in Page(done.out).texts


@pytest.mark.parametrize("form", ["md", "html", "xlsx", "docx", "pdf"])
def test_a_layout_of_others_is_only_text(command: Command, form: str) -> None:
    """Its title, headings and texts, though they look like elements, links or formulas."""
    text = json.dumps(
        "=cmd|x!A1 <script>x</script> [a](javascript:x) =[x.xlsx]A!$A$1 漢🙂",
        ensure_ascii=False,
    )
    sections = "".join(f"  - {name}: {text}\n" for name in ("text", "chart", "amounts", "summary"))
    Path("layout.yaml").write_text(f"title: {text}\nsections:\n{sections}", encoding="utf-8")
    name = f"report.{form}"
    words = ("--year", "2024", "--today", "2025-01-01", "--layout", "layout.yaml", "-o", name)
    done = command("report", SETTLEMENT, *words)
    assert (done.code, done.err) == (0, "")
    content = Path(name).read_bytes()
    if form == "html":
        assert Page(content.decode()).all("script") == [{}]
    if form == "md":
        assert b"<script" not in content
        assert b"](javascript" not in content.replace(b"\\]", b"")


def test_a_wrong_layout_writes_nothing(command: Command) -> None:
    """It is said at its line, and nothing is overwritten: neither it nor the file there was."""
    Path("a.yaml").write_text(SOUND)
    Path("layout.yaml").write_text("sections: [summery]\n")
    Path("r.md").write_text("old")
    done = command("report", "a.yaml", "--year", "2024", "--layout", "layout.yaml", "-o", "r.md")
    assert (done.code, "AV222" in done.err, Path("r.md").read_text()) == (3, True, "old")
    assert "layout.yaml:1" in done.err
    for name, code in (("none.yaml", "AV050"), (".", "AV053")):
        assert code in command("report", "a.yaml", "--layout", name).err, name


def test_a_wrong_agreement_writes_nothing(command: Command) -> None:
    """Unless the run keeps going, and then it says which is left out."""
    Path("a.yaml").write_text(SOUND)
    Path("fel.yaml").write_text(WRONG)
    assert command("report", "a.yaml", "fel.yaml", "--year", "2024", "-o", "r.md").code == 3
    assert not Path("r.md").exists()
    done = command("report", "a.yaml", "fel.yaml", "--year", "2024", "--keep-going", "-o", "r.md")
    assert (done.code, Path("r.md").exists()) == (5, True)


@pytest.mark.parametrize("years", [("--year", "1999"), ("--years", "1998..1999")])
def test_no_such_year(command: Command, years: tuple[str, ...]) -> None:
    """A year without terms has no report."""
    Path("a.yaml").write_text(SOUND)
    done = command("report", "a.yaml", *years)
    assert (done.code, "AV819" in done.err) == (3, True)


def test_an_agreement_without_an_end(command: Command) -> None:
    """Without a year it is on this year and the one before."""
    Path("a.yaml").write_text(ENDLESS)
    done = command("report", "a.yaml", "--today", "2025-05-01", "--lang", "en")
    assert (done.code, "Evig (påhittad) 2025" in done.out) == (0, True)
    assert "Difference from 2024" in done.out


def test_a_proposal_of_some_agreements(command: Command, tmp_path: Path) -> None:
    """Agreements without what a scenario changes are counted and named; the others have it.

    Three per cent of a rent of 200 000 is 206 000 kr, of which Lerum pays 60 %: with 624 000 of
    the costs that is 747 600.  Staff for 510 000 are 561 000 with ten per cent more.
    """
    for name, text in {"raddning": RADDNING, "natt": NATT, "vatten": VATTEN}.items():
        written(tmp_path, f"avtal/{name}.yaml", text)
    written(tmp_path, "avtal/scenarios/kpi3.yaml", "title: KPI 3 %\nindex: {kpi: +3 %}\n")
    both = "index: {kpi: +3 %}\ncost: {personal: +10 %}\n"
    written(tmp_path, "avtal/scenarios/mer.yaml", both)
    files = [f"avtal/{name}.yaml" for name in ("raddning", "natt", "vatten")]
    words = ("--year", "2026", "--scenario", "kpi3", "--scenario", "mer", "-f", "md")
    done = command("report", *files, *words)
    assert (done.code, done.err) == (0, "")
    sums, raddning, natt, vatten = re.split("^# ", done.out, flags=re.MULTILINE)[1:]
    assert "The proposal kpi3 changes nothing in 2 of 3 agreements: Nattis, Vattenskydd." in sums
    assert "The proposal mer changes nothing in 1 of 3 agreements: Vattenskydd." in sums
    assert re.search(
        r"\*\*Lerums kommun\*\* \| +\*\*746,400\*\*( \| +\*\*747,600\*\*){2}", raddning
    )
    assert "· mer ·" in natt
    assert re.search(r"\*\*510,000\*\* \| +\*\*561,000\*\*", natt)
    assert "Proposals" not in vatten


def test_a_proposal_of_no_agreement(command: Command, tmp_path: Path) -> None:
    """A scenario that changes nothing anywhere is an error, each reason once."""
    for name in ("raddning", "vatten"):
        written(tmp_path, f"avtal/{name}.yaml", {"raddning": RADDNING, "vatten": VATTEN}[name])
    written(tmp_path, "avtal/scenarios/fel.yaml", "cost: {personal: +10 %}\nprice: +1 %\n")
    words = ("--year", "2026", "--scenario", "fel", "-f", "md")
    done = command("report", "avtal/raddning.yaml", "avtal/vatten.yaml", *words)
    assert (done.code, done.out) == (3, "")
    assert "avtal/scenarios/fel.yaml:1:" in done.err
    assert done.err.count("no cost item `personal`") == 2
    written(tmp_path, "avtal/scenarios/fel.yaml", "index: {kpi: 0 ohm}\n")
    done = command("report", "avtal/raddning.yaml", "avtal/vatten.yaml", *words)
    assert (done.code, done.out) == (3, "")


def test_a_proposal_that_one_agreement_cannot_have(command: Command, tmp_path: Path) -> None:
    """With --keep-going the others are reported on, with the proposal."""
    written(tmp_path, "avtal/a.yaml", SOUND)
    by_key = "keys: {k: {values: {region: 1, kommun: 2}}}\n"
    text = SOUND.replace("lyktan", "b").replace("{region: 70 %, kommun: rest}", "{by: k}") + by_key
    written(tmp_path, "avtal/b.yaml", text)
    written(tmp_path, "avtal/scenarios/halva.yaml", "share: {region: 50 %}\n")
    words = ("avtal/a.yaml", "avtal/b.yaml", "--year", "2023", "--scenario", "halva", "-f", "md")
    assert command("report", *words).code == 3
    done = command("report", *words, "--keep-going")
    assert (done.code, done.out.count("## Proposals")) == (5, 1)
    # Half of 1 200 000 kr instead of 70 %.
    assert "-240,000" in done.out
