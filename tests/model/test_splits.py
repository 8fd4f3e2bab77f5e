"""The kinds of splits are listed once each, wherever they are listed."""

from typing import get_args

from tests.rules.test_rules import whole

from avtalskalk.model.splits import KINDS, Fixed, Named, Split
from avtalskalk.model.validation import validate
from avtalskalk.model.values import RESERVED


def test_every_kind_of_split_can_be_written() -> None:
    """The kinds read by their key, fixed shares and names of splits are all there are."""
    assert {Fixed, Named, *KINDS.values()} == set(get_args(Split))


def test_no_party_is_called_as_a_kind_of_split() -> None:
    """Each field of each kind is a reserved word: a party of that name would be read as it."""
    fields = {field for kind in KINDS.values() for field in kind.model_fields}
    # A table is a list, which no share is.
    assert fields - {"bands", "scale"} <= RESERVED
    assert KINDS.keys() <= fields


def test_a_party_may_be_called_as_a_table() -> None:
    """A share of a party called ``scale`` is read as a share, and a list as a table without key."""
    shared = validate(whole({"split": {"scale": {"2024": "60 %"}, "b": "rest"}}))
    assert [(finding.code, finding.path) for finding in shared.diagnostics] == []
    table = validate(whole({"split": {"scale": [{"factor": "50 %"}]}}))
    assert [(d.code, d.path) for d in table.diagnostics] == [("AV292", ("periods", 0, "split"))]
    as_a_cost = validate(whole({"split": {"scale": {"by": "k", "table": [{"factor": "50 %"}]}}}))
    assert [d.code for d in as_a_cost.diagnostics] == ["AV292", "AV294"]
