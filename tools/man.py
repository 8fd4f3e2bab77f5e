# ruff: noqa: INP001 - a script by itself
"""Writes the man page, `docs/avtalskalk.1`, from the pages that `--help` shows.

python tools/man.py
"""

import os
from pathlib import Path

from avtalskalk import __version__
from avtalskalk.cli.commands import COMMANDS
from avtalskalk.cli.help_pages import command_page, program_page
from avtalskalk.words.help import PROGRAM

PAGE = Path(__file__).parent.parent / "docs" / "avtalskalk.1"


def man_page() -> str:
    """The page in troff: what the program is, and the help of each command as it is shown."""
    os.environ["COLUMNS"] = "78"
    parts = {"SYNOPSIS": program_page("en")}
    parts |= {f"AVTALSKALK {name.upper()}": command_page(name, "en") for name in COMMANDS}
    lines = [
        f'.TH AVTALSKALK 1 "" "avtalskalk {__version__}"',
        ".SH NAME",
        f"avtalskalk \\- {PROGRAM.text('en')}",
    ]
    for heading, text in parts.items():
        lines += [f".SH {heading}", ".nf"]
        # A line that begins with a point or a quote would be a command.
        for line in text.replace("\\", "\\e").replace("-", "\\-").splitlines():
            lines.append(f"\\&{line}" if line[:1] in {".", "'"} else line)
        lines.append(".fi")
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    PAGE.write_text(man_page(), encoding="utf-8", newline="\n")
