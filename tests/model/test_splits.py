"""The kinds of splits are listed once each, wherever they are listed."""

from typing import get_args

from avtalskalk.model.splits import KINDS, Fixed, Named, Split
from avtalskalk.model.values import RESERVED


def test_every_kind_of_split_can_be_written() -> None:
    """The kinds read by their key, fixed shares and names of splits are all there are."""
    assert {Fixed, Named, *KINDS.values()} == set(get_args(Split))


def test_no_party_is_called_as_a_kind_of_split() -> None:
    """Each field of each kind is a reserved word: a party of that name would be read as it."""
    fields = {field for kind in KINDS.values() for field in kind.model_fields}
    assert fields <= RESERVED
    assert KINDS.keys() <= fields
