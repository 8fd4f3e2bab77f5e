"""`diff`: two versions of an agreement in sentences and in money, from files, folders and git."""

import json
import os
import subprocess
from pathlib import Path

import pytest
from tests.cli.conftest import ENDLESS, HOLE, SOUND, WRONG, Command, written

ALINGSAS = Path(__file__).parent.parent.parent / "agreements" / "alingsas-spadbarn.yaml"
OLD_SPLIT = "split: {hsnv: 70 %, alingsas: 30 %}"
NEW_SPLIT = "split: {hsnv: 50 %, alingsas: 50 %}"
HALVES = SOUND.replace("region: 70 %", "region: 50 %")


def plain(text: str) -> str:
    """What was said on one line, with ordinary spaces."""
    return " ".join(text.replace("\u00a0", " ").split())


def git(folder: Path, *words: str) -> None:
    """Git, untouched by anybody's settings."""
    who = {f"GIT_{role}_{what}": "a@b" for role in ("AUTHOR", "COMMITTER")
           for what in ("NAME", "EMAIL")}  # fmt: skip
    environment = {**os.environ, **who, "GIT_CONFIG_GLOBAL": os.devnull}
    subprocess.run(["git", *words], check=True, cwd=folder, env=environment, capture_output=True)


def committed(folder: Path, **files: str) -> None:
    """A repository in a folder whose only commit has the files, named without their ending."""
    git(folder, "init", "-q")
    for name, text in files.items():
        written(folder, f"{name}.yaml", text)
    git(folder, "add", ".")
    git(folder, "commit", "-q", "-m", "first")


# --- What is said --------------------------------------------------------------------------


def test_the_sentences_for_the_memo(command: Command, tmp_path: Path) -> None:
    """Alingsås from 70/30 to 50/50 in 2022: 382 895 kr more of 1 914 476 kr, +66,7 percent."""
    known = ALINGSAS.read_text(encoding="utf-8").replace(
        "known_part: {alingsas: 957 238 kr}", "value: 1 914 476 kr"
    )
    new = written(tmp_path, "ny.yaml", known)
    old = written(tmp_path, "gammal.yaml", known.replace(NEW_SPLIT, OLD_SPLIT))
    said = plain(command("diff", old, new, lang="sv").out)
    line = 1 + known.splitlines().index(f"    {NEW_SPLIT}")
    assert "Från 2022-01-01 ändras fördelningen från 70/30 till 50/50." in said
    assert "Alingsås kommun betalar 382 895 kr mer på en kostnad av 1 914 476 kr (+66,7 %)." in said
    assert f"från 70/30 till 50/50 (ny.yaml:{line})." in said
    assert "574 342,80* 957 238,00* +382 895,20 +66,7 %" in said


def test_in_english(command: Command, tmp_path: Path) -> None:
    """The same in English, over two years, of which one is incomplete and says nothing."""
    old, new = written(tmp_path, "a.yaml", SOUND), written(tmp_path, "b.yaml", HALVES)
    said = plain(command("diff", old, new).out)
    assert "From 2023-01-01, the split changes from 70/30 to 50/50." in said
    assert (
        "Exempelby kommun pays SEK 240,000 more for 2023 of a cost of SEK 1,200,000 (+66.7%)."
        in said
    )
    assert "Missing: budget 2024 for lokal." in said


def test_the_same_written_otherwise(command: Command, tmp_path: Path) -> None:
    """Comments, the order of keys, tkr and percent with decimals are no difference: exit 0."""
    old = written(tmp_path, "a.yaml", SOUND)
    same = "# Ett nytt skal.\n" + SOUND.replace("1 000 000 kr", "1 000 tkr").replace(
        "{region: 70 %, kommun: rest}", "{kommun: rest, region: '70,0 %'}  # som förut"
    )
    done = command("diff", old, written(tmp_path, "b.yaml", same), "--exit-code")
    assert done.code == 0
    assert "The two versions of the agreement mean the same." in done.out
    assert "│" not in done.out


def test_exit_code(command: Command, tmp_path: Path) -> None:
    """With `--exit-code` a difference gives 1, and without it 0."""
    old, new = written(tmp_path, "a.yaml", SOUND), written(tmp_path, "b.yaml", HALVES)
    assert command("diff", old, new, "--exit-code").code == 1
    assert command("diff", old, new).code == 0


def test_a_difference_without_money(command: Command, tmp_path: Path) -> None:
    """Where nobody pays anything else that is said, and there is no table."""
    old = written(tmp_path, "a.yaml", SOUND)
    new = written(tmp_path, "b.yaml", SOUND.replace("Driften", "Drift och skötsel"))
    said = command("diff", old, new, "--year", "2023", lang="sv").out
    assert "Det som parterna betalar ändras inte." in said
    assert "ändras från Driften till ”Drift och skötsel” (b.yaml:10)." in plain(said)
    assert "Skillnad" not in said


def test_what_is_not_known_is_not_compared(command: Command, tmp_path: Path) -> None:
    """A year whose cost is not known on one side has no amounts to say anything of."""
    old = written(tmp_path, "a.yaml", SOUND)
    said = command("diff", old, written(tmp_path, "b.yaml", HALVES), "--year", "2024", lang="sv")
    words = "Det är inte känt om parterna betalar mer eller mindre: belopp saknas."
    assert words in plain(said.out)


def test_years_that_are_known_and_not(command: Command, tmp_path: Path) -> None:
    """That nobody pays anything else in one year says nothing of one that is incomplete."""
    old = written(tmp_path, "a.yaml", SOUND)
    new = written(tmp_path, "b.yaml", SOUND.replace("2024: 1 100 000", "2024: 1 200 000"))
    assert (
        "Det som parterna betalar ändras inte för 2023. Det är inte känt om parterna betalar "
        "mer eller mindre för 2024: belopp saknas."
        in plain(command("diff", old, new, lang="sv").out)
    )
    assert (
        "It is not known whether the parties pay more or less for 2024: amounts are missing."
        in (plain(command("diff", old, new).out))
    )


def test_years_without_terms_and_a_basis_without_figures(command: Command, tmp_path: Path) -> None:
    """Years that neither version covers, and figures that neither has, are said to be left out."""
    old, new = written(tmp_path, "a.yaml", SOUND), written(tmp_path, "b.yaml", HALVES)
    done = command("diff", old, new, "--years", "2024..2026")
    assert done.err == "note[AV822]: `lyktan` is not in force in 2025, 2026\n"
    done = command("diff", old, new, "--basis", "actual", lang="sv")
    assert done.err == "info[AV821]: `lyktan` har inga belopp för utfall och räknas inte\n"


def test_a_cost_that_changes(command: Command, tmp_path: Path) -> None:
    """The cost is said first, then what each pays more of it, and both are exact in the table."""
    old = written(tmp_path, "a.yaml", SOUND)
    new = written(tmp_path, "b.yaml", SOUND.replace("200 000", "300 000"))
    said = plain(command("diff", old, new, "--year", "2023", "--unit", "tkr", lang="sv").out)
    assert "Kostnaden ändras från 1 200 000 kr till 1 300 000 kr (+8,3 %)." in said
    assert "Region Exempel betalar 70 000 kr mer (+8,3 %)." in said
    assert "840 910 +70 +8,3 %" in said


def test_a_cost_that_is_new(command: Command, tmp_path: Path) -> None:
    """From nothing there is no percentage; who pays less of another cost is said so."""
    free = SOUND.replace("1 000 000 kr", "0").replace("200 000 kr", "0")
    old, new = written(tmp_path, "a.yaml", free), written(tmp_path, "b.yaml", SOUND)
    said = plain(command("diff", old, new, "--year", "2023").out)
    assert "The cost changes from SEK 0 to SEK 1,200,000." in said
    back = plain(command("diff", new, old, "--year", "2023").out)
    assert "Region Exempel pays SEK 840,000 less (-100.0%)." in back


def test_another_currency(command: Command, tmp_path: Path) -> None:
    """Kronor and euro are not compared."""
    old = written(tmp_path, "a.yaml", SOUND)
    euro = SOUND.replace(" kr", "").replace("id:", "currency: EUR\nid:")
    said = plain(command("diff", old, written(tmp_path, "b.yaml", euro), lang="sv").out)
    assert "Valutan ändras från SEK till EUR (b.yaml:2)." in said
    assert "Beloppen är inte i samma valuta före och efter, så de jämförs inte." in said


def test_the_order_of_parties_counts_where_it_moves_an_oere(
    command: Command, tmp_path: Path
) -> None:
    """Who stands first gets the odd öre: the order is the difference, but only then."""
    odd = SOUND.replace("200 000 kr", "0.01 kr").replace("70 %", "50 %")
    moved = "{kommun: Exempelby kommun, region: Region Exempel}"
    other = odd.replace("{region: Region Exempel, kommun: Exempelby kommun}", moved)
    old, new = written(tmp_path, "a.yaml", odd), written(tmp_path, "b.yaml", other)
    done = command("diff", old, new, "--year", "2023", "--exit-code", lang="sv")
    assert done.code == 1
    assert "Parterna har en annan ordning" in done.out
    assert json.loads(command("diff", old, new, "-f", "json").out)["differences"][0]["line"] == 4
    even = odd.replace("0.01 kr", "2 kr"), other.replace("0.01 kr", "2 kr")
    sides = [written(tmp_path, f"{n}.yaml", text) for n, text in enumerate(even)]
    assert command("diff", *sides, "--exit-code").code == 0


def test_per_inhabitant(command: Command, tmp_path: Path) -> None:
    """With inhabitants in the file the table per inhabitant follows."""
    known = "keys: {population: {values: {region: 1 000, kommun: 500}}}\n"
    old = written(tmp_path, "a.yaml", SOUND + known)
    new = written(tmp_path, "b.yaml", HALVES + known)
    said = plain(command("diff", old, new, "--year", "2023", lang="sv").out)
    assert "Per invånare Region Exempel 840,00 600,00 -240,00" in said


def test_years_without_end(command: Command, tmp_path: Path) -> None:
    """What differs is said though there is no end to the years; with a year the amounts too."""
    old = written(tmp_path, "a.yaml", ENDLESS)
    new = written(tmp_path, "b.yaml", ENDLESS.replace("100 kr", "200 kr"))
    done = command("diff", old, new)
    assert "note[AV809]" in done.err
    assert "The amount of x changes from SEK 100 to SEK 200 (b.yaml:6)." in plain(done.out)
    assert "Difference" not in done.out
    assert "+SEK" not in done.out
    assert "+50" in command("diff", old, new, "--year", "2024").out


# --- Formats -------------------------------------------------------------------------------


def test_json(command: Command, tmp_path: Path) -> None:
    """Every difference with exact values, its line and its words; the amounts as strings."""
    old, new = written(tmp_path, "a.yaml", SOUND), written(tmp_path, "b.yaml", HALVES)
    found = json.loads(command("diff", old, new, "--year", "2023", "-f", "json").out)
    assert found["schema"] == "avtalskalk/diff/1"
    assert found["agreements"] == [
        {"agreement": "lyktan", "change": "changed", "old": "a.yaml", "new": "b.yaml"}
    ]
    (one,) = found["differences"]
    assert one == {
        "agreement": "lyktan",
        "path": "split",
        "file": "b.yaml",
        "line": 8,
        "before": {"region": "7/10", "kommun": "rest"},
        "after": {"region": "1/2", "kommun": "rest"},
        "message": {
            "sv": "Från 2023-01-01 ändras fördelningen från 70/30 till 50/50.",
            "en": "From 2023-01-01, the split changes from 70/30 to 50/50.",
        },
        "from": "2023-01-01",
        "to": None,
    }
    assert [row["difference"] for row in found["figures"]] == ["-240000.00", "240000.00"]
    assert [one["path"] for one in found["inputs"]] == ["a.yaml", "b.yaml"]


def test_json_per_unit_and_of_all_kinds(command: Command, tmp_path: Path) -> None:
    """Amounts per unit are exact; what is gone is null after; a key's path is by what it means."""
    known = "keys: {population: {values: {region: 1 000, kommun: 300}}}\n"
    old = written(tmp_path, "a.yaml", SOUND + known)
    new = written(tmp_path, "b.yaml", SOUND.replace(", 2024: 1 100 000 kr", "") + known)
    found = json.loads(command("diff", old, new, "--year", "2023", "-f", "json").out)
    (one,) = found["differences"]
    assert (one["path"], one["after"]) == ("costs.drift.budget.2024", None)
    assert one["before"] == {"amount": "1100000.00", "currency": "SEK"}
    assert [(row["party"], row["after"]) for row in found["units"]] == [
        ("region", "840"),
        ("kommun", "1200"),
    ]


def test_json_is_the_same_in_every_language(command: Command, tmp_path: Path) -> None:
    """What a program reads does not depend on the language."""
    old, new = written(tmp_path, "a.yaml", SOUND), written(tmp_path, "b.yaml", HALVES)
    both = {command("diff", old, new, "-f", "json", lang=lang).out for lang in ("sv", "en")}
    assert len(both) == 1


def test_markdown(command: Command, tmp_path: Path) -> None:
    """A heading, the sentences, a list with places and the table, ready for a memo."""
    old, new = written(tmp_path, "a.yaml", SOUND), written(tmp_path, "b.yaml", HALVES)
    assert command("diff", old, new, "--year", "2023", "-o", "d.md", lang="sv").code == 0
    text = (tmp_path / "d.md").read_text(encoding="utf-8").replace("\u00a0", " ")
    assert text.startswith("# Lyktan (påhittad)\n\nFrån 2023-01-01 ändras fördelningen")
    assert "\n## Vad som har ändrats\n\n- Från 2023-01-01" in text
    assert "\n## Vad parterna betalar\n" in text
    assert "| Exempelby kommun |" in text


# --- Folders -------------------------------------------------------------------------------


def test_folders_are_matched_by_id(command: Command, tmp_path: Path) -> None:
    """Agreements belong together by their ids, whatever their files are called."""
    other = SOUND.replace("id: lyktan", "id: fyren").replace("Lyktan", "Fyren")
    gone = SOUND.replace("id: lyktan", "id: bojen").replace("Lyktan", "Bojen")
    for name, text in (("a/1.yaml", SOUND), ("a/2.yaml", other), ("a/3.yaml", gone)):
        written(tmp_path, name, text)
    for name, text in (
        ("b/x.yaml", HALVES),
        ("b/y.yaml", other),
        ("b/z.yaml", gone.replace("bojen", "stegen").replace("Bojen", "Stegen")),
    ):
        written(tmp_path, name, text)
    done = command("diff", "a", "b", "--year", "2023", "--exit-code", lang="sv")
    said = plain(done.out)
    assert done.code == 1
    assert "Lyktan (påhittad) Från 2023-01-01" in said
    assert "Stegen (påhittad) Avtalet finns bara i den nya versionen." in said
    assert "Bojen (påhittad) Avtalet finns bara i den gamla versionen." in said
    assert "1 avtal är lika." in said
    changes = json.loads(command("diff", "a", "b", "-f", "json").out)["agreements"]
    assert {one["agreement"]: one["change"] for one in changes} == {
        "lyktan": "changed", "fyren": "same", "stegen": "added", "bojen": "removed",
    }  # fmt: skip
    assert "3 avtal, alla lika" in command("diff", "a", "a", lang="sv").out


def test_a_comment_that_names_a_shared_key_is_no_difference(
    command: Command, tmp_path: Path
) -> None:
    """What comes in from the workspace for a comment's sake alone does not count."""
    for folder in ("a", "b"):
        written(tmp_path, f"{folder}/avtalskalk.toml", "")
        written(
            tmp_path,
            f"{folder}/shared.yaml",
            "keys: {folk: {values: {region: 1}}, "
            "hus: {values: {region: 2, kommun: 1}, title: folk}}\n",
        )
    written(tmp_path, "a/x.yaml", SOUND)
    written(tmp_path, "b/x.yaml", SOUND + "# efter folk och hus\n")
    done = command("diff", "a", "b", "--exit-code")
    assert (done.code, "mean the same" in done.out) == (0, True)
    named = SOUND.replace("lokal: {", "lokal: {split: {by: hus}, ")
    written(tmp_path, "b/x.yaml", named)
    said = plain(command("diff", "a", "b").out)
    assert "The key folk is new (b/shared.yaml:1)." in said


def test_wrong_input(command: Command, tmp_path: Path) -> None:
    """What is wrong on either side is said at its place, and nothing else is."""
    old, new = written(tmp_path, "a.yaml", WRONG), written(tmp_path, "b.yaml", SOUND)
    for sides in ((old, new), (new, old), (new, "c.yaml")):
        done = command("diff", *sides)
        assert (done.code, done.out) == (3, "")


def test_a_hole_in_a_key_shows_when_it_is_calculated(command: Command, tmp_path: Path) -> None:
    """An error that only the calculation finds ends the command with 3."""
    text = SOUND.replace("{region: 70 %, kommun: rest}", "{by: k}") + (
        "keys: {k: {values: {2022: {region: 1, kommun: 2}, 2024: {region: 1, kommun: 2}}}}\n"
    )
    old, new = written(tmp_path, "a.yaml", SOUND), written(tmp_path, "b.yaml", text)
    done = command("diff", old, new)
    assert (done.code, done.out) == (3, "")


# --- Git -----------------------------------------------------------------------------------


def test_a_revision_and_the_working_tree(command: Command, tmp_path: Path) -> None:
    """What is committed against what is there now, the old one called as git calls it."""
    committed(tmp_path, lyktan=SOUND)
    written(tmp_path, "lyktan.yaml", HALVES)
    done = command("diff", "--git", "HEAD", "lyktan.yaml", "--year", "2023", "--exit-code")
    assert done.code == 1
    assert "the split changes from 70/30 to 50/50 (lyktan.yaml:8)." in plain(done.out)
    found = json.loads(command("diff", "--git", "HEAD", "lyktan.yaml", "-f", "json").out)
    assert found["agreements"][0]["old"] == "HEAD:lyktan.yaml"
    git(tmp_path, "commit", "-aqm", "second")
    assert command("diff", "--git", "HEAD", "lyktan.yaml", "--exit-code").code == 0
    assert command("diff", "--git", "HEAD~1", "lyktan.yaml", "--exit-code").code == 1


def test_the_revisions_own_shared_file_and_tables(command: Command, tmp_path: Path) -> None:
    """What an agreement takes from its workspace is what it was at the revision."""
    agreement = SOUND.replace("{region: 70 %, kommun: rest}", "{by: folk}").replace(
        "{region: Region Exempel, kommun: Exempelby kommun}", "[region, kommun]"
    )
    table = "datum,kommun,antal\n2023-11-01,region,{}\n2023-11-01,kommun,{}\n"
    written(tmp_path, "avtalskalk.toml", "")
    written(tmp_path, "avtal/folk.csv", table.format(70, 30))
    parties = "parties: {region: Region Exempel, kommun: Exempelby kommun}\n"
    written(tmp_path, "shared.yaml", parties + "keys: {folk: {file: avtal/folk.csv}}\n")
    written(tmp_path, "avtal/lyktan.yaml", agreement)
    committed(tmp_path)
    written(tmp_path, "avtal/folk.csv", table.format(50, 50))
    done = command("diff", "--git", "HEAD", "avtal", "--year", "2023", lang="sv")
    said = plain(done.out)
    assert "Fördelningsnyckeln folk, 2023-11-01, för Region Exempel ändras från 70 till 50" in said
    assert "+240 000 +66,7 %" in said


def test_settings_above_a_repository_are_not_its_own(command: Command, tmp_path: Path) -> None:
    """A workspace outside the repository does not reach into a revision of it."""
    (tmp_path / "arkiv").mkdir()
    committed(tmp_path / "arkiv", lyktan=SOUND)
    done = command("diff", "--git", "HEAD", "arkiv", "--exit-code")
    assert (done.code, done.err) == (0, "")


def test_a_fault_in_the_old_version(command: Command, tmp_path: Path) -> None:
    """What was wrong then is told at the file and the line of the revision."""
    committed(tmp_path, lyktan=WRONG)
    written(tmp_path, "lyktan.yaml", SOUND)
    done = command("diff", "--git", "HEAD", "lyktan.yaml")
    assert done.code == 3
    assert "HEAD:lyktan.yaml:8:12" in done.err


def test_links_are_not_followed_and_nothing_is_left_behind(
    command: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A link in a revision is not there; the temporary folder is taken away."""
    outside = tmp_path / "outside"
    outside.mkdir()
    written(outside, "lyktan.yaml", SOUND)
    repository = tmp_path / "arkiv"
    repository.mkdir()
    (repository / "lyktan.yaml").symlink_to(outside / "lyktan.yaml")
    committed(repository, andra=SOUND)
    temporary = tmp_path / "tmp"
    temporary.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(temporary))
    assert "AV893" in command("diff", "--git", "HEAD", "arkiv/lyktan.yaml").err
    assert command("diff", "--git", "HEAD", "arkiv/andra.yaml").code == 0
    assert list(temporary.iterdir()) == []


@pytest.mark.parametrize(
    "revision", ["--output=x", "-h", "HEAD~9", "HEAD:lyktan.yaml", "a b", "\u202e", "HEAD\n"]
)
def test_a_revision_is_only_ever_a_revision(
    command: Command, tmp_path: Path, revision: str
) -> None:
    """Nothing that is written as a revision is an option of git, or leads to a traceback."""
    committed(tmp_path, lyktan=SOUND)
    done = command("diff", f"--git={revision}", "lyktan.yaml")
    assert done.code == 3
    assert "AV894" in done.err
    assert not (tmp_path / "x").exists()


def test_the_environment_leads_git_nowhere_else(
    command: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A variable that points git at another repository, or at a program, is not heard."""
    committed(tmp_path, lyktan=SOUND)
    monkeypatch.setenv("GIT_DIR", str(tmp_path / "none"))
    monkeypatch.setenv("GIT_EXTERNAL_DIFF", "false")
    assert command("diff", "--git", "HEAD", "lyktan.yaml", "--exit-code").code == 0


EMPTY = "100644 blob e69de29bb2d1d6434b8b29ae775ad8c2e48c5391"


def tree(folder: Path, *entries: str) -> str:
    """A tree of git's with such entries, as `ls-tree` writes them, though they may be missing."""
    words = ["git", "mktree", "--missing"]
    text = "".join(f"{entry}\n" for entry in entries)
    return subprocess.run(
        words, check=True, cwd=folder, input=text, capture_output=True, text=True
    ).stdout.strip()


def commit_tree(folder: Path, *entries: str) -> None:
    """Make a commit of such entries the revision `odd`."""
    who = ("-c", "user.name=a", "-c", "user.email=a@b")
    words = ["git", *who, "commit-tree", "-m", "odd", tree(folder, *entries)]
    done = subprocess.run(words, check=True, cwd=folder, capture_output=True, text=True)
    git(folder, "update-ref", "refs/heads/odd", done.stdout.strip())


@pytest.mark.parametrize("ending", ["yaml", "bin"])
def test_a_revision_of_very_many_paths(command: Command, tmp_path: Path, ending: str) -> None:
    """A revision that lists a thousand million paths is refused after some of them."""
    committed(tmp_path, lyktan=SOUND)
    level = tree(tmp_path, *(f"{EMPTY}\tf{number}.{ending}" for number in range(10)))
    for _ in range(8):
        level = tree(tmp_path, *(f"040000 tree {level}\td{number}" for number in range(10)))
    commit_tree(tmp_path, f"{EMPTY}\tlyktan.yaml", f"040000 tree {level}\tz")
    done = command("diff", "--git", "odd", "lyktan.yaml")
    assert (done.code, done.out) == (3, "")
    assert "error[AV895]" in done.err


def test_a_revision_of_very_deep_folders(command: Command, tmp_path: Path) -> None:
    """Nor is anything laid out below more folders than anybody has."""
    committed(tmp_path, lyktan=SOUND)
    level = tree(tmp_path, f"{EMPTY}\tx.yaml")
    for _ in range(120):
        level = tree(tmp_path, f"040000 tree {level}\td")
    commit_tree(tmp_path, f"{EMPTY}\tlyktan.yaml", f"040000 tree {level}\tz")
    assert "error[AV895]" in command("diff", "--git", "odd", "lyktan.yaml").err


def test_a_revision_of_large_tables(
    command: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Tables that are more than may be laid out in all are refused before they are unpacked."""
    written(tmp_path, "a.csv", "1" * 600)
    written(tmp_path, "b.csv", "2" * 600)
    committed(tmp_path, lyktan=SOUND)
    monkeypatch.setattr("avtalskalk.features.diff.revisions._MOST_IN_ALL", 600 + len(SOUND) + 10)
    assert "error[AV895]" in command("diff", "--git", "HEAD", "lyktan.yaml").err
    monkeypatch.setattr("avtalskalk.features.diff.revisions._MOST_IN_ALL", 1300 + len(SOUND))
    assert command("diff", "--git", "HEAD", "lyktan.yaml").code == 0


def test_a_repository_that_is_not_whole(command: Command, tmp_path: Path) -> None:
    """What a revision lists and the repository lacks is named: a file, or a whole folder."""
    committed(tmp_path, lyktan=SOUND, tom="")
    for entry in (f"100644 blob {'1' * 40}\tnyckel.csv", f"040000 tree {'2' * 40}\tmapp"):
        commit_tree(tmp_path, f"{EMPTY}\tlyktan.yaml", entry)
        done = command("diff", "--git", "odd", "lyktan.yaml")
        assert (done.code, done.out) == (3, "")
        assert "error[AV899]" in done.err
        assert ("nyckel.csv" in done.err) == ("nyckel" in entry)


# --- Words ---------------------------------------------------------------------------------


def told(command: Command, folder: Path, old: str, new: str) -> str:
    """The list of differences in Swedish, without their places."""
    sides = [written(folder, f"{name}.yaml", text) for name, text in (("a", old), ("b", new))]
    out = plain(command("diff", *sides, "--year", "2023", lang="sv").out)
    return out.partition("Vad som har ändrats")[2].partition("Vad parterna")[0]


FULL = SOUND.replace(
    "    split:",
    """\
    decisions: {kommun: {status: proposed, dnr: KS 1}}
    condition: identical_decision
    option: {extend: 2 years}
    notice: 6 months
    split:""",
).replace("    notice: 6 months\n", "")


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        (
            "kommun: rest",
            "kommun: 30 %",
            "resten till Region Exempel 70 %, Exempelby kommun 30 %",
        ),
        ("{region: 70 %, kommun: rest}", "equal", "ändras fördelningen från 70/30 till 50/50"),
        (
            "{region: 70 %, kommun: rest}",
            "{parts: {region: 2, kommun: 1}}",
            "till i delar: Region Exempel 2 och Exempelby kommun 1",
        ),
        (
            "{region: 70 %, kommun: rest}",
            "{region: 1/3, kommun: rest}",
            "till Region Exempel 1/3, Exempelby kommun resten",
        ),
        ("    split: {region: 70 %, kommun: rest}\n", "", "från 70/30 till ingen fördelning"),
        (
            "status: proposed",
            "status: approved",
            "Exempelby kommun för 2023-01-01–2024-12-31: godkänt i stället för föreslaget",
        ),
        ("dnr: KS 1", "dnr: KS 2", "(`dnr`) ändras från ”KS 1” till ”KS 2”"),
        (
            "kommun: {status: proposed, dnr: KS 1}",
            "kommun: [{status: proposed, dnr: KS 1}, {status: refused}]",
            "föreslaget; avslaget i stället för föreslaget",
        ),
        (
            "condition: identical_decision",
            "condition: {silence_by: 2022-12-01}",
            "2022-12-01 räknas som om den hade godkänt i stället för likalydande beslut",
        ),
        (
            "condition: identical_decision",
            "condition: {at_least: 1, of: [region, kommun]}",
            "minst 1 av Region Exempel och Exempelby kommun i stället för likalydande beslut",
        ),
        (
            "option: {extend: 2 years}",
            "option: {extend_to: 2026-12-31, decide_by: 2024-06-30}",
            "på 2 år till en förlängning till 2026-12-31; beslut senast 2024-06-30",
        ),
        (
            "option: {extend: 2 years}",
            "renews: {years: 1}",
            "Förlängningen efter 2023-01-01–2024-12-31 tillkommer: förlängs ett år i taget",
        ),
        (
            "from: 2023-01-01",
            "from: 2022-01-01",
            "Första dagen i perioden 2022-01-01–2024-12-31 ändras från 2023-01-01 till 2022-01-01",
        ),
        (
            "budget: {2023: 1 000 000 kr, ",
            "budget: {2023: {known_part: {kommun: 3 kr}}, ",
            "Budget 2023 för Driften ändras från 1 000 000 kr till 3 kr för Exempelby kommun",
        ),
        ("costs:", "assumptions: [En sak.]\ncosts:", "Ett antagande tillkommer: ”En sak.”"),
        ("costs:", "notes: En sak.\ncosts:", "Anteckningarna tillkommer: ”En sak.”"),
        (
            "costs:",
            "rounding: {to: 1 kr, method: {rest_to: region}}\ncosts:",
            "Vad belopp avrundas till ändras från 0,01 kr till 1 kr",
        ),
        (
            "costs:",
            "invoicing: {instalments: monthly, due_days: 30}\ncosts:",
            "Faktureringen tillkommer: faktureras månadsvis i förskott, att betala inom 30 dagar",
        ),
        (
            "costs:",
            "rounding: {method: up, at: total}\nproration: months\ncosts:",
            "Var det avrundas ändras från för varje kostnadspost till på årets summa (b.yaml:12).",
        ),
        (
            "costs:",
            "proration: months\ncosts:",
            "Hur delar av år räknas ändras från i dagar till i månader",
        ),
        (
            "costs:",
            "  - {from: 2025-01-01, to: 2025-12-31, continues: true}\ncosts:",
            "Perioden 2025-01-01–2025-12-31 tillkommer: samma villkor som perioden före",
        ),
        (
            "costs:",
            "  - {from: 2025-01-01, to: 2025-12-31}\ncosts:",
            "Perioden 2025-01-01–2025-12-31 tillkommer: utan fördelning",
        ),
        (
            "costs:",
            "  - {from: 2025-01-01, to: 2025-12-31, split: equal, splits: {hr: equal}}\ncosts:",
            "tillkommer: lika mellan alla; hr lika mellan alla",
        ),
        (
            "lokal: {budget: {2023: 200 000 kr}}",
            "lokal: {amount: 7 kr, surcharge: {percent: 6 %}, index: {yearly: 2 %, from: 2023}}",
            "Indexeringen av lokal tillkommer: ändras 2 % per år från 2023",
        ),
        (
            "lokal: {budget: {2023: 200 000 kr}}",
            "lokal: {amount: 7 kr, surcharge: {percent: 6 %}}",
            "Påslaget på lokal tillkommer: påslag 6 %",
        ),
        (
            "costs:",
            "reconciliation: {surplus: settle, deficit: kept}\ncosts:",
            "Slutregleringen tillkommer: överskott regleras i efterhand; underskott regleras inte",
        ),
        (
            "costs:",
            "provider: {name: Närhälsan, source: Brevet}\ncosts:",
            "Utföraren tillkommer: Närhälsan",
        ),
        (
            "costs:",
            "paid: {2022: {region: 5 kr}}\ncosts:",
            "Betalat 2022 tillkommer: Region Exempel 5 kr",
        ),
        (
            "costs:",
            "rounding: {source: Brevet}\ncosts:",
            "`rounding.source` tillkommer: Brevet",
        ),
        ("costs:", "host: kommun\ncosts:", "Värden tillkommer: Exempelby kommun"),
        (
            "lokal: {budget:",
            "lokal: {limits: [{party: region, max: 1 mkr, difference: others}], budget:",
            "Tak och golv för lokal tillkommer: Region Exempel betalar högst 1 000 000 kr per år",
        ),
        (
            "lokal: {budget: {2023: 200 000 kr}}",
            "lokal: {amount: 7 kr, paid_by: kommun}",
            "Vem som betalar räkningen för lokal tillkommer: Exempelby kommun",
        ),
        (
            "  lokal: {budget: {2023: 200 000 kr}}\n",
            "",
            "Kostnadsposten lokal tas bort: budget 2023: 200 000 kr",
        ),
        (
            "costs:",
            "sources: {brev: {title: Brevet}}\ncosts:",
            "Källan Brevet tillkommer (b.yaml:12).",
        ),
        (
            "costs:",
            "readings: {r: {title: Annat, set: {costs.lokal.budget.2023: 1}}}\ncosts:",
            "Tolkningen r tillkommer",
        ),
    ],
)
def test_in_words(command: Command, tmp_path: Path, before: str, after: str, said: str) -> None:
    """Each kind of difference in the words of the field."""
    assert before in FULL
    assert said in told(command, tmp_path, FULL, FULL.replace(before, after, 1))


def test_an_items_own_split(command: Command, tmp_path: Path) -> None:
    """A split of one cost alone is told with the cost, as short as that of all."""
    own = SOUND.replace("lokal: {", "lokal: {split: {region: 60 %, kommun: rest}, ")
    said = told(command, tmp_path, own, own.replace("60 %", "55 %"))
    assert "Fördelningen av lokal ändras från 60/40 till 55/45 (b.yaml:11)." in said


def test_who_pays_as_before_is_not_mentioned(command: Command, tmp_path: Path) -> None:
    """A cost that one party bears alone: the sentences are of that party and of the cost."""
    alone = SOUND.replace("lokal: {", "lokal: {split: {kommun: 100 %}, ")
    old = written(tmp_path, "a.yaml", alone)
    new = written(tmp_path, "b.yaml", alone.replace("200 000", "250 000"))
    said = plain(command("diff", old, new, "--year", "2023").out)
    assert "Exempelby kommun pays SEK 50,000 more (+10.0%)." in said
    assert "Region Exempel pays" not in said


def test_more_words(command: Command, tmp_path: Path) -> None:
    """Named splits, a time that ends, until further notice, a start that is not known, notice."""
    periods = SOUND.replace(
        "  - from: 2023-01-01\n    to: 2024-12-31\n    split: {region: 70 %, kommun: rest}\n",
        "  - to: 2023-12-31\n    splits: {hr: {region: 70 %, kommun: rest}}\n"
        "  - from: 2024-01-01\n    notice: 6 months\n    splits: {hr: equal}\n",
    ).replace("budget:", "split: hr, budget:")
    assert (
        "Till och med 2023-12-31 ändras fördelningen hr från 70/30 till 60/40 (b.yaml:7)."
        in told(command, tmp_path, periods, periods.replace("70 %", "60 %"))
    )
    assert "Uppsägningstiden för 2024-01-01 och framåt ändras från 6 månader till ett år" in (
        told(command, tmp_path, periods, periods.replace("6 months", "1 year"))
    )
    always = periods.replace("splits: {hr: equal}", "continues: true")
    assert "Fördelningen hr ändras från 70/30 till 60/40" in (
        told(command, tmp_path, always, always.replace("70 %", "60 %"))
    )
    between = SOUND.replace(
        "    split:", "    splits: {hr: {region: 70 %, kommun: rest}}\n    split:"
    )
    assert "Perioden 2024-07-01–2024-12-31 tillkommer: Region Exempel 70 %, Exempelby" in told(
        command,
        tmp_path,
        SOUND,
        SOUND.replace("2024-12-31\n", "2024-06-30\n")
        .replace(
            "costs:",
            "  - {from: 2024-07-01, to: 2024-12-31, split: {region: 70 %, kommun: rest}}\ncosts:",
        )
        .replace("budget:", "covers: year, budget:"),
    )
    said = told(command, tmp_path, SOUND, between)
    assert "Från 2023-01-01 ändras fördelningen hr från ingen fördelning till 70/30" in said


@pytest.mark.parametrize("basis", ["budget", "forecast", "actual"])
def test_a_known_part(command: Command, tmp_path: Path, basis: str) -> None:
    """Another part that is known is told as just that, and so is another source of it."""
    part = f"{basis}: {{2023: {{known_part: {{kommun: 30 kr}}, source: Brevet}}}}"
    old = SOUND.replace("budget: {2023: 200 000 kr}", part)
    figure = {"budget": "budget", "forecast": "prognos", "actual": "utfall"}[basis]
    said = told(command, tmp_path, old, old.replace("30 kr", "60 kr").replace("Brevet", "Beslutet"))
    assert (
        f"Den kända delen för Exempelby kommun i {figure} 2023 för lokal ändras från 30 kr till "
        "60 kr (b.yaml:11)." in said
    )
    assert "(`source`) ändras från Brevet till Beslutet (b.yaml:11)." in said
    english = plain(command("diff", "a.yaml", "b.yaml").out)
    assert "The known part of Exempelby kommun in the" in english


def test_whose_part_is_known(command: Command, tmp_path: Path) -> None:
    """The known part of another party is another figure, told as a whole."""
    old = SOUND.replace("{2023: 200 000 kr}", "{2023: {known_part: {kommun: 30 kr}}}")
    said = told(command, tmp_path, old, old.replace("{kommun: 30 kr}", "{region: 30 kr}"))
    assert "Budget 2023 för lokal ändras från 30 kr för Exempelby kommun" in said


def test_a_readings_assumptions_in_words(command: Command, tmp_path: Path) -> None:
    """An assumption that only a reading makes is told once, not by its own words again."""
    reads = SOUND + "readings: {r: {title: Annat, set: {assumptions: [En sak.]}}}\n"
    said = told(command, tmp_path, reads, reads.replace("En sak.", "En annan."))
    assert "Ett antagande i tolkningen r tillkommer: ”En annan.” (b.yaml:12)." in said
    assert "Ett antagande i tolkningen r tas bort: ”En sak.” (b.yaml:12)." in said


def test_a_reading_in_words(command: Command, tmp_path: Path) -> None:
    """What a reading sets otherwise is told at the reading, also where it no longer fits."""
    reads = SOUND + "readings: {r: {title: Annat, set: {costs.lokal.budget.2023: 1}}}\n"
    assert (
        "Värdena i tolkningen r (`costs.lokal.budget.2023`) ändras från 1 kr till 2 kr "
        "(b.yaml:12)." in told(command, tmp_path, reads, reads.replace("2023: 1}}}", "2023: 2}}}"))
    )
    lost = reads.replace("costs.lokal.budget.2023: 1", "periods.2.split: equal")
    assert "Värdena i tolkningen r ändras (b.yaml:12)." in told(
        command,
        tmp_path,
        lost.replace("costs:", "  - {from: 2025-01-01, to: 2025-12-31, split: equal}\ncosts:"),
        reads.replace("costs.lokal.budget.2023: 1", "title: Annat"),
    )


# --- Files with errors ---------------------------------------------------------------------


def test_keep_going(command: Command, tmp_path: Path) -> None:
    """Valid pairs are compared; what has nothing sure to be compared with is left out, named.

    In `lyktan` the region pays 60 % instead of 70 % of 1 200 000 kr: 120 000 kr less.
    """
    for name, old, new in (
        ("a", SOUND, SOUND.replace("70 %", "60 %")),
        ("b", SOUND.replace("lyktan", "b"), WRONG),
        ("c", HOLE, HOLE.replace("1 000 000", "1 000 001")),
    ):
        written(tmp_path, f"old/{name}.yaml", old)
        written(tmp_path, f"new/{name}.yaml", new)
    written(tmp_path, "new/d.yaml", SOUND.replace("lyktan", "d"))
    words = ("diff", "old", "new", "--year", "2023")
    assert command(*words).code == 3
    done = command(*words, "--keep-going", "-f", "json")
    assert done.code == 5
    result = json.loads(done.out)
    # Nothing is left out of the old side, so that `d` is new for certain.
    assert [(a["agreement"], a["change"]) for a in result["agreements"]] == [
        ("lyktan", "changed"),
        ("d", "added"),
    ]
    differences = [(f["party"], f["difference"]) for f in result["figures"]]
    assert differences[:2] == [("region", "-120000.00"), ("kommun", "120000.00")]
    assert [s["path"] for s in result["skipped"]] == ["new/b.yaml", "old/b.yaml", "new/c.yaml"]
    assert "warning[AV836]: `b` is not compared" in done.err
    # The only ones that are left on each side are not taken for versions of each other.
    for file in ("old/c", "new/c", "new/d"):
        (tmp_path / f"{file}.yaml").unlink()
    written(tmp_path, "old/a.yaml", WRONG)
    done = command(*words, "--keep-going")
    assert (done.code, done.out) == (3, "")
    assert "`lyktan` is not compared" in done.err
    assert "`b` is not compared" in done.err
