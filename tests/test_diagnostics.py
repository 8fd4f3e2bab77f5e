"""Diagnostics are values: moved into a file and below a prefix without being changed."""

import pytest

from avtalskalk.diagnostics import AgreementError, Diagnostic


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


@pytest.mark.parametrize(
    ("text", "expected"),
    [("", "AV104 a.yaml, AV208"), ("ready for a person", "ready for a person")],
)
def test_an_agreement_error_reads_as_its_text_or_its_codes(text: str, expected: str) -> None:
    """Without a text, the codes and the files stand for the findings."""
    found = (Diagnostic("AV104", file="a.yaml"), Diagnostic("AV208"))
    error = AgreementError(found, text)
    assert str(error) == expected
    assert error.diagnostics == found
