# ruff: noqa: INP001, T201 - a script by itself, for a terminal
"""Makes the documentation a site in the folder `site`, and follows every link in it.

    python tools/site.py

The pages are laid out as in the project, so that a link means the same in both.  It needs
zensical (in the extra `dev`), fetches nothing, and the site can be read from disk.
"""

import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

PROJECT = Path(__file__).parent.parent
STAGED, SITE = PROJECT / "build" / "site", PROJECT / "site"
FOLDERS = ("docs", "examples", "agreements", "tests/errors")
PAGES = ("README.md", "CHANGELOG.md", "CONTRIBUTING.md", "benchmarks/RESULTS.md")
FENCED = re.compile(r"^(```.*?^```)$", re.MULTILINE | re.DOTALL)
HEADING = re.compile(r"^(#+) (.*)$", re.MULTILINE)
# The theme has one language: its words around a page, on pages that are not in Swedish alone.
ENGLISH = {
    "Föregående": "Previous", "Hoppa till innehållet": "Skip to content",
    "Innehållsförteckning": "Contents", "Inga sökresultat": "Nothing found",
    "Kopiera till urklipp": "Copy", "Kopierat till urklipp": "Copied", "Ljust": "Light",
    "Mörkt": "Dark", "Nästa": "Next", "Saknas": "Missing", "Sidfot": "Footer",
    "Sidhuvud": "Header", "Skriv sökord": "Write words to search for", "Sök": "Search",
    "Tillbaka till toppen": "Back to the top", "sökresultat": "found",
    "till på denna sida": "more on this page",
}  # fmt: skip
THEME = re.compile("|".join(rf"\b{word}\b" for word in ENGLISH))
ARTICLE = re.compile(r"(<article.*?</article>)", re.DOTALL)
LINK = re.compile(r"\]\(((?!https?:)[^)#\s]+)(#[^)\s]*)?\)")


def stage() -> None:
    """Lay out the pages and the files that they lead to."""
    shutil.rmtree(STAGED, ignore_errors=True)
    for folder in FOLDERS:
        shutil.copytree(PROJECT / folder, STAGED / folder)
    for name in PAGES:
        (STAGED / name).parent.mkdir(exist_ok=True)
        shutil.copy(PROJECT / name, STAGED / name)
    shutil.copy(PROJECT / "LICENSE", STAGED / "LICENSE.txt")
    (STAGED / "README.md").rename(STAGED / "index.md")
    listed: set[Path] = set()
    for page in sorted(STAGED.rglob("*.md")):
        text = "".join(
            part if part.startswith("```") else staged(part, page.parent, listed)
            for part in FENCED.split(page.read_text(encoding="utf-8"))
        )
        page.write_text(text, encoding="utf-8", newline="\n")
    for folder in listed:
        files = (file for file in sorted(folder.rglob("*")) if file.is_file())
        names = [file.relative_to(folder).as_posix() for file in files]
        lines = [f"# {folder.relative_to(STAGED).as_posix()}", ""]
        lines += [f"- [{name}](<{name}>)" for name in names]
        (folder / "index.md").write_text("\n".join(lines) + "\n", encoding="utf-8", newline="\n")


def staged(text: str, folder: Path, listed: set[Path]) -> str:
    """A page's running text: headings with their anchors, folders as their lists of files."""

    def anchored(heading: re.Match[str]) -> str:
        anchor = re.sub(r"[^\w -]", "", heading[2]).lower().replace(" ", "-")
        return f"{heading[0]} {{#{anchor}}}"

    def led(link: re.Match[str]) -> str:
        target = (folder / link[1]).resolve()
        if target.is_dir():
            listed.add(target)
            return f"]({link[1].rstrip('/')}/index.md)"
        if target == STAGED / "README.md":
            return link[0].replace("README.md", "index.md")
        return link[0].replace("LICENSE", "LICENSE.txt")

    return LINK.sub(led, HEADING.sub(anchored, text))


class Page(HTMLParser):
    """What a page can be led to by, and where it leads."""

    def __init__(self, text: str) -> None:
        """Read all of it."""
        super().__init__()
        self.anchors: set[str] = set()
        self.links: set[str] = set()
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note an element's anchor and its link."""
        values = {name: value or "" for name, value in attrs}
        self.anchors |= {values.get("id", ""), values.get("name", "")}
        # What a page would fetch, or lead to on a click.
        if tag in {"a", "img", "script", "link"} and values.get("rel") != "canonical":
            self.links |= {values.get("href", ""), values.get("src", "")} - {""}


def broken() -> Iterator[str]:
    """The links that lead nowhere, and what a page would fetch from elsewhere."""
    pages = {file: Page(file.read_text(encoding="utf-8")) for file in SITE.rglob("*.html")}
    for file, page in sorted(pages.items()):
        for link in sorted(page.links):
            parts = urlsplit(link)
            target = (file.parent / unquote(parts.path)).resolve() if parts.path else file
            if parts.scheme or file.name == "404.html":
                continue
            if not target.is_file() or (
                parts.fragment
                and target in pages
                and unquote(parts.fragment) not in pages[target].anchors
            ):
                yield f"{file.relative_to(SITE).as_posix()}: {link}"


def main() -> int:
    """Build, give each page its language, and look for broken links."""
    stage()
    subprocess.run([sys.executable, "-m", "zensical", "build", "--clean"], cwd=PROJECT, check=True)
    for file in SITE.rglob("*.html"):
        if not file.name.endswith(".sv.html"):
            text = file.read_text(encoding="utf-8")
            parts = ARTICLE.split(text.replace('<html lang="sv"', '<html lang="en"', 1))
            parts[::2] = [THEME.sub(lambda word: ENGLISH[word[0]], part) for part in parts[::2]]
            english = "".join(parts)
            file.write_text(english, encoding="utf-8", newline="\n")
    lost = list(broken())
    for line in lost:
        print(f"broken: {line}")
    print(f"{len(list(SITE.rglob('*.html')))} pages in {SITE.relative_to(PROJECT)}")
    return 1 if lost else 0


if __name__ == "__main__":
    sys.exit(main())
