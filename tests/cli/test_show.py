"""`show`: an agreement in plain words, for people and for programs."""

import json
from pathlib import Path

from tests.cli.conftest import SOUND, WRONG, Command, written


def test_in_both_languages(command: Command, sound: str) -> None:
    """The parties, the terms and what is missing are said in the reader's language."""
    swedish = command("show", sound, lang="sv").out
    english = command("show", sound).out
    assert swedish.startswith("Lyktan (påhittad)\n\nGäller 2023-01-01–2024-12-31.\n\n")
    assert "• 2023-01-01–2024-12-31: Region Exempel 70\u00a0%, Exempelby kommun resten" in swedish
    assert "• lokal: budget 2024" in swedish
    assert english.startswith("Lyktan (påhittad)\n\nIn force 2023-01-01–2024-12-31.\n\n")
    assert "• lokal: budget 2024" in english


def test_markdown(command: Command, sound: str, tmp_path: Path) -> None:
    """Markdown has headings and lists, and -o picks it by the ending."""
    done = command("show", sound, "-f", "md")
    command("show", sound, "-o", "a.md")
    assert done.out.startswith("# Lyktan (påhittad)\n")
    assert "\n## Parties\n" in done.out
    assert (tmp_path / "a.md").read_text("utf-8") == done.out


def test_json(command: Command, sound: str) -> None:
    """JSON has the terms as values: days inclusive, shares exact."""
    (described,) = json.loads(command("show", sound, "-f", "json").out)["agreements"]
    (term,) = described["terms"]
    assert (term["from"], term["to"]) == ("2023-01-01", "2024-12-31")
    assert term["splits"] == {"default": {"region": "7/10", "kommun": "rest"}}
    assert described["inputs"][0]["path"] == "lyktan.yaml"
    assert set(described["description"]) == {"sv", "en"}


def test_several(command: Command, tmp_path: Path, sound: str) -> None:
    """Several agreements follow each other with an empty line between."""
    other = written(tmp_path, "b.yaml", SOUND.replace("lyktan", "b"))
    one, two = (command("show", name).out for name in (sound, other))
    assert command("show", sound, other).out == f"{one}\n{two}"


def test_bad_input(command: Command, tmp_path: Path, sound: str) -> None:
    """One bad file stops all, with --keep-going only itself."""
    bad = written(tmp_path, "fel.yaml", WRONG)
    done = command("show", bad, sound)
    assert (done.code, done.out) == (3, "")
    assert "AV104" in done.err
    kept = command("show", bad, sound, "--keep-going")
    assert (kept.code, kept.out) == (5, command("show", sound).out)
    assert kept.err.endswith("Left out because of errors: one file of 2.\n")
