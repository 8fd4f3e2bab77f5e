"""Rendered output kept as files under `tests/golden`, for people to read and diff.

`pytest --refresh-golden` writes them anew; read the diff before it is committed.  Amounts are
never kept here alone: what is right is worked out by hand in `tests/cases`.
"""

from collections.abc import Callable
from pathlib import Path

import pytest

FOLDER = Path(__file__).parent / "golden"

Golden = Callable[[str, str], None]
"""``golden("name.txt", text)``: the text is what the file says."""


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the flag."""
    parser.addoption(
        "--refresh-golden", action="store_true", help="write tests/golden anew; read the diff"
    )


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Golden:
    """Compare a text with a file of tests/golden."""

    def compare(name: str, text: str) -> None:
        file = FOLDER / name
        if request.config.getoption("--refresh-golden"):
            file.write_bytes(text.encode())
        assert text == file.read_bytes().decode(), f"see {file}; --refresh-golden writes it"

    return compare
