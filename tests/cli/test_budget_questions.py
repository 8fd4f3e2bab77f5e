"""What a budget officer asks of a folder of agreements: each question one command.

The folder is made up.  Lerum is called ``lerum`` in two of the agreements and ``kommunen`` in the
third; its organisation number or its name says that it is one body.

- ``raddning``: 1 000 000 kr in 2025, 1 040 000 kr in 2026, Lerum 60 %, Ale 40 %; a rent of
  200 000 kr in 2025 that follows `kpi`: 300 in 2024-10 and 306 in 2025-10 (+2 %), so 204 000 kr in
  2026; split in the same way.
- ``natt``: 500 000 kr in 2025, 510 000 kr in 2026, Lerum and Ale half each.
- ``vatten``: 90 000 kr in 2025, not known in 2026; Lerum one third, Kungälv two thirds.
"""

import csv
import io
import json
import re
import shutil
from pathlib import Path

import pytest
from tests.cli.conftest import Command, written

RADDNING = """\
avtalskalk: 1
id: raddning
title: Räddningstjänst
parties:
  lerum: {name: Lerums kommun, org_no: 212000-1447}
  ale: {name: Ale kommun, org_no: 212000-1439}
indices:
  kpi:
    values: {2024-10: 300, 2025-10: 306}
periods:
  - from: 2025-01-01
    to: 2026-12-31
    split: {lerum: 60 %, ale: 40 %}
costs:
  drift: {title: Drift, budget: {2025: 1 000 000 kr, 2026: 1 040 000 kr}}
  hyra:
    title: Hyra
    amount: 200 000 kr
    index: {series: kpi, base: 2024-10, use: {month: 10, year: -1}}
frames:
  lerum: {2025: 700 000 kr, 2026: 740 000 kr}
"""
NATT = """\
avtalskalk: 1
id: natt
title: Nattis
parties:
  kommunen: {name: Lerums kommun}
  ale: {name: Ale kommun, org_no: 212000-1439}
periods:
  - from: 2025-01-01
    to: 2026-12-31
    split: equal
costs:
  personal: {title: Personal, budget: {2025: 500 000 kr, 2026: 510 000 kr}}
frames:
  kommunen: {2025: 300 000 kr}
"""
VATTEN = """\
avtalskalk: 1
id: vatten
title: Vattenskydd
parties:
  lerum: {name: Lerums kommun, org_no: 212000-1447}
  kungalv: {name: Kungälvs kommun}
periods:
  - from: 2025-01-01
    to: 2026-12-31
    split: {lerum: 1/3, kungalv: 2/3}
costs:
  provtagning: {title: Provtagning, budget: {2025: 90 000 kr}}
"""


@pytest.fixture
def folder(tmp_path: Path) -> str:
    home = tmp_path / "avtal"
    home.mkdir()
    for name, text in {"raddning": RADDNING, "natt": NATT, "vatten": VATTEN}.items():
        written(home, f"{name}.yaml", text)
    return str(home)


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text)))


def lines(text: str) -> list[list[str]]:
    """The lines of a table without their bars, cut where two spaces stand."""
    texts = (re.sub("[│█▌▐]", "", line.replace("\xa0", " ")) for line in text.split("\n"))
    return [[part.strip() for part in text.split("  ") if part.strip()] for text in texts]


def test_what_if_kpi_is_three_percent(command: Command, folder: str) -> None:
    """1: what do all our agreements cost next year, and what if KPI is 3 % instead of 2 %?

    As it stands 2026 is 1 040 000 + 204 000 + 510 000 = 1 754 000 kr as far as it is known.  With
    +3 % the rent is 206 000 kr: 2 000 more, of which Lerum pays 60 % = 1 200 and Ale 800.  Lerum:
    0.6 × 1 244 000 + 255 000 = 1 001 400; Ale: 0.4 × 1 244 000 + 255 000 = 752 600.
    """
    done = command("whatif", folder, "--index", "kpi=+3 %", "--year", "2026", lang="sv")
    assert done.code == 0
    table = lines(done.out)
    assert ["Berörs inte (2 avtal)", "510 000†", "510 000†", "0", "0,0 %"] in table
    by_party = table[table.index(["Per part"]) :]
    assert [line[:4] for line in by_party if len(line) > 4 and line[0] != "Före"] == [
        ["Lerums kommun", "1 001 400†", "1 002 600†", "+1 200"],
        ["Ale kommun", "752 600", "753 400", "+800"],
        ["Kungälvs kommun", "saknas", "saknas", "saknas"],
        ["Summa av det som är känt", "1 754 000†", "1 756 000†", "+2 000"],
    ]
    assert done.out.count("uppgifter saknas i 1 av 3 avtal") == 2
    assert "Saknas: vatten: budget 2026 för Provtagning." in done.out


def test_the_same_for_programs(command: Command, folder: str) -> None:
    """Every agreement has its rows, affected or not, and what is not known is not given a sum."""
    words = (folder, "--index", "kpi=+3 %", "--year", "2026")
    flat = rows(command("whatif", *words, "-f", "csv").out)
    assert len(flat) == 6
    known = [row for row in flat if row["complete"] == "true"]
    assert sum(float(row["difference"]) for row in known) == 2000
    (lerum,) = [
        row
        for row in rows(command("whatif", *words, "--by", "party", "-f", "csv").out)
        if row["name"] == "Lerums kommun"
    ]
    assert (lerum["before"], lerum["difference"], lerum["complete"]) == ("", "", "false")
    made = json.loads(command("whatif", *words, "--by", "agreement", "-f", "json").out)
    assert [(row["agreement"], row["before"], row["after"]) for row in made["figures"]] == [
        ("natt", "510000.00", "510000.00"),
        ("raddning", "1244000.00", "1246000.00"),
        ("vatten", None, None),
    ]


def test_changes_of_different_agreements(command: Command, folder: str) -> None:
    """2: what if KPI is 3 % and staff costs 4 % more?  Each change where there is something to it.

    Rent 2 000 kr more; staff 510 000 × 0.04 = 20 400 kr more, half each: Lerum 1 200 + 10 200.
    """
    words = (folder, "--index", "kpi=+3 %", "--cost", "personal=+4 %", "--year", "2026")
    done = command("whatif", *words, "--by", "party", lang="sv")
    assert done.code == 0
    differences = {line[0]: line[3] for line in lines(done.out) if len(line) > 4}
    assert (differences["Ale kommun"], differences["Lerums kommun"]) == ("+11 000", "+11 400")


def test_what_changed_since_last_year(command: Command, folder: str, tmp_path: Path) -> None:
    """3: what do the new versions of our agreements cost more, and which are new or have ended?

    Drift in 2026 is 1 100 000 instead of 1 040 000: 60 000 more, Lerum 36 000 and Ale 24 000.
    ``natt`` (510 000, half each) has ended, and ``bad`` is new: 100 000, all of it Ale's.
    Lerum: 1 001 400 → 746 400 + 36 000 = 782 400; Ale 752 600 → 497 600 + 24 000 + 100 000.
    """
    newer = tmp_path / "nya"
    newer.mkdir()
    written(newer, "raddning.yaml", RADDNING.replace("2026: 1 040 000", "2026: 1 100 000"))
    written(newer, "vatten.yaml", VATTEN)
    bath = NATT.replace("id: natt", "id: bad").replace("Nattis", "Bad")
    bath = bath.replace("split: equal", "split: {ale: rest, kommunen: 0 %}")
    written(newer, "bad.yaml", bath.replace("2026: 510 000", "2026: 100 000"))
    done = command("diff", folder, str(newer), "--year", "2026", lang="sv")
    assert done.code == 0
    sums = {line[0]: line[1:4] for line in lines(done.out) if len(line) > 3}
    assert sums["Nattis (avslutat)"] == ["510 000", "–", "-510 000"]
    assert sums["Bad (nytt)"] == ["–", "100 000", "+100 000"]
    assert sums["Räddningstjänst"] == ["1 244 000", "1 304 000", "+60 000"]
    assert sums["Lerums kommun"] == ["1 001 400†", "782 400†", "-219 000"]
    assert sums["Ale kommun"] == ["752 600", "621 600", "-131 000"]
    assert sums["Summa av det som är känt"] == ["1 754 000†", "1 404 000†", "-350 000"]
    made = json.loads(command("diff", folder, str(newer), "--year", "2026", "-f", "json").out)
    assert [(f["party"], f["after"]) for f in made["figures"] if f["agreement"] == "bad"] == [
        ("kommunen", "0.00"),
        ("ale", "100000.00"),
    ]


def test_what_each_percent_of_kpi_costs(command: Command, folder: str) -> None:
    """4: what do we pay if KPI is 1, 2 or 3 %?

    Lerum pays 60 % of the rent of 202 000, 204 000 and 206 000 kr, and 0.6 × 1 040 000 + 255 000
    = 879 000 kr besides: 1 000 200, 1 001 400 and 1 002 600 kr.  All known: 1 752 000 and so on.
    """
    words = (folder, "--vary", "index.kpi=1 %..3 %:1 %", "--year", "2026")
    done = command("sweep", *words, lang="sv")
    assert done.code == 0
    known = [line for line in lines(done.out) if len(line) > 1]
    assert known == [
        ["index.kpi", "Summa"],
        ["1 %", "1 752 000†"],
        ["2 %", "1 754 000†"],
        ["3 %", "1 756 000†"],
    ]
    assert "Berörs inte (2 avtal)." in done.out
    done = command("sweep", *words, "--party", "lerum", "--party", "kommunen", lang="sv")
    assert ["3 %", "1 002 600†"] in lines(done.out)
    by_party = rows(command("sweep", *words, "-f", "csv").out)
    assert [r["amount"] for r in by_party if r["party"] == "ale"] == [
        "751800.00",
        "752600.00",
        "753400.00",
    ]
    done = command("sweep", folder, "--vary", "index.kip=1 %; 2 %", "--year", "2026")
    assert (done.code, done.err.count("AV750")) == (3, 3)


def test_values_of_what_is_not_known(command: Command, folder: str) -> None:
    """For programs a sum of what is known is no sum: it is empty, and the row says why."""
    vary = ("--vary", "index.kpi=2 %; 3 %", "--year", "2026")
    done = command("sweep", folder, *vary, "-f", "csv")
    incomplete = "the year is incomplete"
    assert [(r["index.kpi"], r["party"], r["amount"], r["reason"]) for r in rows(done.out)] == [
        ("0.02", "kommunen", "", incomplete),
        ("0.02", "ale", "752600.00", ""),
        ("0.02", "kungalv", "", incomplete),
        ("0.03", "kommunen", "", incomplete),
        ("0.03", "ale", "753400.00", ""),
        ("0.03", "kungalv", "", incomplete),
    ]


def test_what_each_party_gets_back(command: Command, tmp_path: Path) -> None:
    """5: what does each of us pay or get back when last year is settled?

    Nattis: 500 000 in the budget, 520 000 in the end, half each: both pay 10 000.  Bad: 100 000,
    90 000 in the end, Lerum 80 % and Ale 20 %: Lerum gets back 8 000, Ale 2 000.  Together Lerum
    pays 2 000 and Ale 8 000.
    """
    text = NATT.replace(", 2026: 510 000 kr}", "}, actual: {2025: 520 000 kr}")
    text += "reconciliation: {surplus: settle, deficit: settle}\n"
    first = written(tmp_path, "natt.yaml", text)
    text = text.replace("id: natt", "id: bad").replace("equal", "{kommunen: 80 %, ale: 20 %}")
    text = text.replace("520 000", "90 000").replace("500 000 kr}, a", "100 000 kr}, a")
    done = command("settle", first, written(tmp_path, "bad.yaml", text), lang="sv")
    assert done.code == 0
    table = lines(done.out)
    sums = table[table.index(["Per part"]) :]
    assert [line for line in sums if len(line) == 6] == [
        ["Lerums kommun", "330 000", "332 000", "332 000", "330 000", "2 000"],
        ["Ale kommun", "270 000", "278 000", "278 000", "270 000", "8 000"],
        ["Summa", "600 000", "610 000", "610 000", "600 000", "10 000"],
    ]


def test_are_we_within_our_frames(command: Command, folder: str) -> None:
    """6: is Lerum within its frames in 2026, agreement by agreement and in all?

    Räddningstjänst: 0.6 × 1 244 000 = 746 400 kr against 740 000: 6 400 over.  Nattis has no frame
    for 2026, Vattenskydd no amount and no frame: they are missing, and in no sum.
    """
    done = command("calc", folder, "--frames", "--year", "2026", lang="sv")
    assert done.code == 0
    assert [line for line in lines(done.out) if len(line) == 4] == [
        ["Part", "Belopp", "Ram", "Över ramen"],
        ["Lerums kommun", "255 000", "saknas", "saknas"],
        ["Lerums kommun", "746 400", "740 000", "+6 400"],
        ["Lerums kommun", "saknas", "saknas", "saknas"],
        ["Summa av det som är känt", "746 400†", "740 000†", "+6 400"],
    ]
    # 2025: 0.6 × 1 200 000 = 720 000 against 700 000, and 250 000 against 300 000.
    found = rows(command("calc", folder, "--frames", "--year", "2025", "-f", "csv").out)
    assert [row["excess"] for row in found if row["name"] == "Lerums kommun"] == [
        "-50000.00",
        "20000.00",
        "",
    ]
    assert command("calc", folder, "--frames", "--by", "party").code == 2


def test_what_rises_from_year_to_year(command: Command, folder: str) -> None:
    """7: what does each agreement rise by from 2025 to 2026, and what is the average?

    Räddningstjänst: 1 200 000 → 1 244 000: +44 000, 44/1200 = 3.7 %, on average 1 222 000.
    Nattis: 500 000 → 510 000: +10 000, 2.0 %.  Vattenskydd is not known in 2026, so its change is
    not, and neither is that of all.
    """
    words = (folder, "--change", "--by", "agreement", "--years", "2025..2026")
    done = command("calc", *words, lang="sv")
    assert done.code == 0
    table = lines(done.out)
    place = table.index(["Räddningstjänst", "1 200 000", "1 244 000", "1 222 000"])
    assert table[place + 1 : place + 3] == [
        ["Skillnad", "+44 000", "+44 000"],
        ["Ändring", "+3,7 %", "+3,7 %"],
    ]
    place = table.index(["Summa av det som är känt", "1 790 000", "1 754 000†", "–"])
    assert table[place + 1] == ["Skillnad", "–", "–"]
    found = rows(command("calc", *words, "-f", "csv").out)
    assert [(r["year"], r["difference"], r["relative"]) for r in found[:2]] == [
        ("2025", "", ""),
        ("2026", "10000.00", "1/50"),
    ]
    assert command("calc", folder, "--change", "--year", "2026").code == 2


def test_why_do_we_pay_more_than_last_year(command: Command, folder: str) -> None:
    """8: why does Lerum pay more in 2026 than in 2025, over all agreements?

    Räddningstjänst, 60 %: 24 000 of the 40 000 that operations rise by, and 2 400 of the 4 000 that
    KPI adds to the rent.  Nattis, half: 5 000 of 10 000.  Bad is new: 80 % of 100 000.
    720 000 + 250 000 = 970 000; + 29 000 + 2 400 + 80 000 = 1 081 400 = 746 400 + 255 000 + 80 000.
    """
    text = NATT.replace("id: natt", "id: bad").replace("Nattis", "Bad")
    text = text.replace("from: 2025-01-01", "from: 2026-01-01").replace("2025: 500 000 kr, ", "")
    text = text.replace("equal", "{kommunen: 80 %, ale: 20 %}").replace("510 000", "100 000")
    written(Path(folder), "bad.yaml", text.replace("frames:\n  kommunen: {2025: 300 000 kr}\n", ""))
    words = (folder, "--from", "2025", "--to", "2026", "--party", "lerum", "--party", "kommunen")
    done = command("explain", *words, lang="sv")
    assert done.code == 0
    sums = done.out[done.out.rindex("Lerums kommun: från 2025 till 2026") :]
    assert [line for line in lines(sums) if len(line) == 2] == [
        ["2025", "970 000†"],
        ["Volym: belopp, mängd och tid", "+29 000†"],
        ["Nattis", "+5 000"],
        ["Räddningstjänst", "+24 000"],
        ["Pris och index", "+2 400†"],
        ["Räddningstjänst", "+2 400"],
        ["Fördelning", "0†"],
        ["Tak och golv", "0†"],
        ["Avrundning", "0†"],
        ["Nya avtal", "+80 000†"],
        ["Bad", "+80 000"],
        ["2026", "1 081 400†"],
    ]
    assert "uppgifter saknas i 1 av 4 avtal" in sums
    made = json.loads(command("explain", *words, "-f", "json").out)
    assert [(row["agreement"], row["start"], row["end"]) for row in made["sums"]] == [
        ("bad", "0.00", "80000.00"),
        ("natt", "250000.00", "255000.00"),
        ("raddning", "720000.00", "746400.00"),
        ("vatten", None, None),
    ]


def test_who_leaves(command: Command, folder: str) -> None:
    """9: what if Ale leaves every agreement, who pays, and how much?

    Lerum then pays all of Räddningstjänst, 1 244 000 instead of 746 400, and all of Nattis, 510 000
    instead of 255 000: 752 600 more, which is what Ale paid.
    """
    words = (folder, "--leave", "ale", "--year", "2026", "--by", "party")
    done = command("whatif", *words, lang="sv")
    assert done.code == 0
    sums = {line[0]: line[1:4] for line in lines(done.out) if len(line) > 3}
    assert sums["Lerums kommun"] == ["1 001 400†", "1 754 000†", "+752 600"]
    assert sums["Ale kommun"] == ["752 600", "0", "-752 600"]


def test_proposals_for_one_of_the_agreements(command: Command, folder: str) -> None:
    """10: which of two proposals for Räddningstjänst is better for Lerum, in all it pays?

    Of 1 244 000 kr: half each is 622 000, 124 400 less than 746 400; 70 % is 870 800, 124 400 more.
    The proposals name `ale` and `lerum`, and the item `hyra`, which no other agreement has: there
    nothing is changed, not even the split.
    """
    home = Path(folder) / "scenarios"
    home.mkdir()
    item = "set: {costs.hyra.source: Avtalet}\n"
    written(home, "halften.yaml", "split: {lerum: 50 %, ale: 50 %}\n" + item)
    written(home, "sjuttio.yaml", "split: {lerum: 70 %, ale: rest}\n" + item)
    words = ("--scenario", "halften", "--scenario", "sjuttio", "--year", "2026", "--by", "party")
    found = rows(command("whatif", folder, *words, "-f", "csv").out)
    ale = [(r["scenario"], r["difference"]) for r in found if r["party"] == "ale"]
    assert ale == [("halften", "124400.00"), ("sjuttio", "-124400.00")]
    done = command("whatif", folder, *words, lang="sv")
    assert done.code == 0
    table = lines(done.out)
    place = table.index(["Lerums kommun", "1 001 400†", "877 000†", "1 125 800†"])
    assert table[place + 1] == ["Skillnad", "-124 400", "+124 400"]


def test_all_that_is_known_and_what_is_not(command: Command, folder: str) -> None:
    """11: what do we pay next year, and what is it that we do not know?

    Lerum 746 400 + 255 000, Ale 497 600 + 255 000; Kungälv pays nothing that is known.
    """
    done = command("calc", folder, "--by", "party", "--year", "2026", lang="sv")
    assert [line for line in lines(done.out) if len(line) == 2] == [
        ["Part", "Belopp"],
        ["Lerums kommun", "1 001 400†"],
        ["Ale kommun", "752 600"],
        ["Kungälvs kommun", "saknas"],
        ["Summa av det som är känt", "1 754 000†"],
    ]
    assert "Saknas: vatten: budget 2026 för Provtagning." in done.out


def test_what_is_known_on_one_side(command: Command, folder: str, tmp_path: Path) -> None:
    """A budget that comes first in the new version is in neither sum, and is named with its amount.

    Without it both are 1 754 000 kr; with it the difference would be all of the 99 000 kr.
    """
    new = tmp_path / "nya"
    shutil.copytree(folder, new)
    written(new, "vatten.yaml", VATTEN.replace("90 000 kr}", "90 000 kr, 2026: 99 000 kr}"))
    done = command("diff", folder, str(new), "--year", "2026")
    text = " ".join(done.out.split())
    assert text.count("Total of what is known 1,754,000† 1,754,000† 0 0.0%") == 2
    assert text.count("† What is known in every column; figures are missing in 1 of 3") == 2
    named = "Known in some of the columns only, and in no sum: Vattenskydd (after SEK 99,000)."
    assert text.count(named) == 2
    done = command("diff", folder, str(new), lang="sv")
    assert "ingen summa: Vattenskydd 2026 (efter 99 000 kr)." in " ".join(done.out.split())
    written(Path(folder), "scenarios/ny.yaml", "set: {costs.provtagning.budget.2026: 60 000 kr}\n")
    written(Path(folder), "scenarios/mer.yaml", "index: {kpi: +3 %}\n")
    words = ("--scenario", "mer", "--scenario", "ny", "--year", "2026")
    done = command("whatif", folder, *words)
    assert "in no sum: Vattenskydd (ny SEK 60,000)." in " ".join(done.out.split())


def test_more_than_can_be_named(command: Command, folder: str) -> None:
    """Of very many the first five are named, and how many more there are."""
    for number in range(7):
        text = VATTEN.replace("id: vatten", f"id: v{number}").replace("provt", f"v{number}t")
        written(Path(folder), f"v{number}.yaml", text.replace("Vattenskydd", f"Vatten {number}"))
    settings = [f"costs.v{number}tagning.budget.2026=1 kr" for number in range(7)]
    words = [word for setting in settings for word in ("--set", setting)]
    done = command("whatif", folder, *words, "--by", "party", "--year", "2026")
    assert done.code == 0
    text = " ".join(done.out.split())
    assert "in no sum: Vatten 0 (after SEK 1);" in text
    assert "Vatten 4 (after SEK 1); and 2 more." in text


def test_two_currencies(command: Command, folder: str) -> None:
    """12: what if all costs rise by 10 %, where one of the agreements is in Norwegian kroner?

    1 000 000 + 500 000 + 90 000 = 1 590 000 kr (the rent is 200 000) in 2025: 179 000 kr more, and
    10 000 of 100 000 NOK.
    """
    text = NATT.replace("id: natt", "id: norsk").replace("parties:", "currency: NOK\nparties:")
    text = (
        text.replace("500 000 kr", "100 000").replace("510 000 kr", "1").replace("300 000 kr", "1")
    )
    written(Path(folder), "norsk.yaml", text)
    words = (folder, "--cost", "+10 %", "--year", "2025", "--by", "agreement")
    done = command("whatif", *words, lang="sv")
    assert done.code == 0
    totals = [line for line in lines(done.out) if line[:1] == ["Summa"]]
    assert totals == [
        ["Summa", "1 790 000", "1 969 000", "+179 000", "+10,0 %"],
        ["Summa", "100 000", "110 000", "+10 000", "+10,0 %"],
    ]


def test_many_values_of_a_proposal(command: Command, folder: str) -> None:
    """13: what does Ale pay with the proposal 70-30, if costs rise by 0 or 10 %?

    The proposal names `ale` beside `lerum` and a cost that only `raddning` has.  As costs are, Ale
    pays 0.3 × 1 244 000 + 255 000 = 628 200; 10 % more is 691 020.  Lerum's part of `vatten` is not
    known: what is known is 1 754 000 and 1 929 400 in all.
    """
    home = Path(folder) / "scenarios"
    home.mkdir()
    item = "set: {costs.hyra.source: Avtalet}\n"
    written(home, "sjuttio.yaml", "split: {lerum: 70 %, ale: rest}\n" + item)
    written(home, "ingen.yaml", "split: {stockholm: 70 %, solna: rest}\n")
    words = (folder, "--vary", "cost=+0 %; +10 %", "--year", "2026")
    found = rows(command("sweep", *words, "--scenario", "sjuttio", "-f", "csv").out)
    ale = [row["amount"] for row in found if row["party"] == "ale"]
    assert ale == ["628200.00", "691020.00"]
    done = command("sweep", *words, "--scenario", "sjuttio", lang="sv")
    assert done.code == 0
    assert [line for line in lines(done.out) if line[:1] in (["0 %"], ["+10 %"])] == [
        ["0 %", "1 754 000†"],
        ["+10 %", "1 929 400†"],
    ]
    done = command("sweep", *words, "--scenario", "ingen", lang="sv")
    assert (done.code, done.out) == (3, "")
    assert "ingen.yaml:1:" in done.err


def test_what_takes_from_another_agreement(command: Command, folder: str) -> None:
    """14: what if costs rise by 10 %, where one agreement also takes its costs from another?

    `namnd` shares what Ale pays by `natt`, 255 000 kr in 2026, and a cost of its own of 100 000 kr,
    which rises by 10 000; what comes from `natt` does not follow, and the sums say so.  Between two
    versions, where `natt` has 20 000 kr more, `namnd` follows it: 10 000 kr more.
    """
    chained = """\
avtalskalk: 1
id: namnd
title: Inom kommunen
parties: {skola: Skolnämnden, vard: Vårdnämnden}
periods:
  - from: 2025-01-01
    to: 2026-12-31
    split: equal
costs:
  avgift: {from_agreement: {id: natt, party: ale}}
  eget: {amount: 100 000 kr}
"""
    written(Path(folder), "namnd.yaml", chained)
    resting = "With amounts from other agreements as these are written, without the change: namnd."
    words = (folder, "--year", "2026")
    done = command("whatif", *words, "--cost", "+10 %", "--by", "agreement")
    assert ["Inom kommunen", "355,000", "365,000", "+10,000", "+2.8%"] in lines(done.out)
    assert resting in done.out
    done = command("sweep", *words, "--vary", "cost=+0 %; +10 %")
    assert resting in done.out
    newer = Path(folder).parent / "newer"
    shutil.copytree(folder, newer)
    written(newer, "natt.yaml", NATT.replace("510 000 kr", "530 000 kr"))
    done = command("diff", folder, str(newer), "--year", "2026")
    assert ["Inom kommunen", "355,000", "365,000", "+10,000", "+2.8%"] in lines(done.out)
    assert "without the change" not in done.out
