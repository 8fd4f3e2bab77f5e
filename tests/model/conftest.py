"""What the tests of the model share: a short text to what validation makes of it."""

from collections.abc import Callable
from textwrap import dedent
from typing import Any

import pytest
import yaml

from avtalskalk.model.validation import Checked, validate

HEAD = {
    "avtalskalk": "1",
    "id": "test",
    "title": "Test",
    "parties": {"a": "A", "b": "B"},
    "periods": [{"split": "equal"}],
}


@pytest.fixture(scope="session")
def data() -> Callable[[str], dict[str, Any]]:
    """``data("proration: months")``: a small agreement's plain data, with what the text says."""

    def read(text: str) -> dict[str, Any]:
        written = yaml.load(dedent(text), Loader=yaml.BaseLoader) or {}  # noqa: S506 - text only
        return HEAD | written

    return read


@pytest.fixture(scope="session")
def validated(data: Callable[[str], dict[str, Any]]) -> Callable[[str], Checked]:
    """``validated("proration: months")``: what validation makes of a small agreement."""
    return lambda text: validate(data(text))
