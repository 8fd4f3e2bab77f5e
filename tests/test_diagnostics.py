"""Diagnostics are values: moved into a file and below a prefix without being changed."""

import copy
import pickle
from fractions import Fraction

import pytest

from avtalskalk.diagnostics import (
    AgreementError,
    Amount,
    Argument,
    Diagnostic,
    Phrase,
    Place,
    nearest,
    unknown_name,
)
from avtalskalk.report.messages import message


def test_within_puts_the_path_and_all_related_below_a_prefix() -> None:
    """A finding about a part becomes one about the whole, related places too."""
    inner = Diagnostic("AV104", {"total": 1}, ("split", "a"), related=(("split", "b"),))
    outer = inner.within("a.yaml", ("periods", 0))
    assert outer == Diagnostic(
        "AV104",
        {"total": 1},
        ("periods", 0, "split", "a"),
        file="a.yaml",
        related=(("periods", 0, "split", "b"),),
    )


def test_within_keeps_a_file_that_is_known() -> None:
    """A finding in a file that another file names stays in its own file."""
    assert Diagnostic("AV104", file="shared.yaml").within("a.yaml").file == "shared.yaml"


def test_a_diagnostic_is_an_error_about_a_value_unless_it_says_otherwise() -> None:
    """What most findings are needs no words."""
    plain = Diagnostic("AV104")
    assert (plain.severity, plain.at, plain.path, plain.place) == ("error", "value", (), None)


def test_a_diagnostic_reads_as_its_message() -> None:
    """`str` is the message in English, with its file and what to do."""
    assert str(Diagnostic("AV053", {"name": "a.yaml"}, file="a.yaml")) == message(
        Diagnostic("AV053", {"name": "a.yaml"}, file="a.yaml"), "en"
    )


@pytest.mark.parametrize("text", ["", "redo att läsas"])
def test_an_agreement_error_reads_as_its_text_or_its_messages(text: str) -> None:
    """Without a text, the messages in English are it; it survives being pickled, with both."""
    arguments: dict[str, Argument] = {
        "name": "a.yaml", "share": Fraction(1, 3), "list": (Amount(5, "SEK"), Phrase("total")),
    }  # fmt: skip
    place = Place(1, 2, 3, "x")
    found = (
        Diagnostic("AV053", arguments, ("costs", 1), file="a.yaml", place=place),
        Diagnostic("AV054"),
    )
    error = AgreementError(found, text)
    assert str(error) == (text or "\n".join(map(str, found)))
    for copied in (pickle.loads(pickle.dumps(error)), copy.deepcopy(error)):  # noqa: S301 - our own
        assert type(copied) is AgreementError
        assert (str(copied), copied.diagnostics) == (str(error), found)


def test_near_names_among_thousands() -> None:
    """Of thousands of names those with the rarest letters are compared, and ten are listed."""
    known = [f"item-{number}" for number in range(3000)]
    assert nearest("itme-1777", known) == "item-1777"
    assert nearest("Item-2", known) == "item-2"
    assert nearest("xyz", known) == ""
    assert unknown_name("item", "xyz", known)["known"] == (*known[:10], "…")
    assert unknown_name("item", "xyz", known[:10])["known"] == tuple(known[:10])
