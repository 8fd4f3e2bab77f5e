"""What an agreement is booked on: each party's accounts and dimensions, as its books have them."""

import re
from collections.abc import Mapping
from typing import Annotated, Any

from pydantic import Field, ValidationInfo

from avtalskalk.diagnostics import missing_key
from avtalskalk.model.readers import mapping_of, read_mapping, record_of
from avtalskalk.model.record import Record
from avtalskalk.model.values import ID, TEXT, TEXT_OR_NUMBER, WHOLE, Read, fault, read_text

ACCOUNT = "account"
"""The key of a posting's account; its other keys are dimensions."""

HOST_KEY = "host"
"""Stands for a host that is no party."""

Posting = Mapping[str, str | Mapping[str, str]]
"""An account and its objects, each a code with its name after a space, if it has one; the same for
all, or by counterparty."""


def read_account(value: object) -> str:
    """An account's number, and after a space its name: ``1511 Kundfordringar``."""
    text = read_text(value)
    if not re.fullmatch("[0-9]{1,20}(?: .+)?", text):
        fault("AV236", text=text)
    return text


def read_dimension(value: object) -> str:
    """What a party calls a dimension."""
    text = read_text(value)
    if text == ACCOUNT:
        fault("AV216", text=text)
    return text


def read_posting(value: object, info: ValidationInfo) -> Posting:
    """An account alone, or an account and its objects by dimension."""
    if not isinstance(value, dict):
        return {ACCOUNT: read_account(value)}
    rows = read_mapping(value, read_text, lambda inner: inner)
    if ACCOUNT not in value:
        fault("AV292", **missing_key(f"{ACCOUNT}: 4631"))
    return {
        key: (_ACCOUNT_OF if key == ACCOUNT else _CODE_OF).read(inner, info)
        for key, inner, _ in rows
    }


def by_counterparty(single: Read) -> Read:
    """One code, or one for each counterparty."""
    by_party = mapping_of(ID, single)

    def read(value: object, info: ValidationInfo) -> Any:  # noqa: ANN401 - whatever is read
        return (by_party if isinstance(value, dict) else single).read(value, info)

    return Read(read, {"anyOf": [dict(single.schema), dict(by_party.schema)]}, info=True)


_ACCOUNT_OF = by_counterparty(Read(read_account, TEXT_OR_NUMBER))
_CODE_OF = by_counterparty(Read(read_text, TEXT_OR_NUMBER))
POSTING = Read(
    read_posting,
    {
        "anyOf": [
            TEXT_OR_NUMBER,
            {
                "type": "object",
                "properties": {ACCOUNT: dict(_ACCOUNT_OF.schema)},
                "additionalProperties": dict(_CODE_OF.schema),
                "required": [ACCOUNT],
            },
        ]
    },
    info=True,
)
POSTED = Annotated[Posting | None, POSTING]


class ItemAccounts(Record):
    """What one cost item is booked on, where that is not as the others."""

    revenue: POSTED = None
    cost: POSTED = None


class SettlementAccounts(Record):
    """What the final settlement is booked on, where that is not as the bills."""

    receivable: POSTED = None
    liability: POSTED = None
    revenue: POSTED = None
    cost: POSTED = None


class Accounts(Record):
    """One party's accounts: what others owe it, what it owes, and what both are for.

    ``dimensions`` are the numbers of its dimensions in a SIE file, by the names that its postings
    use.
    """

    dimensions: Annotated[dict[str, int], mapping_of(Read(read_dimension, TEXT), WHOLE)] = Field(
        default_factory=dict
    )
    receivable: POSTED = None
    liability: POSTED = None
    revenue: POSTED = None
    cost: POSTED = None
    output_vat: POSTED = None
    input_vat: POSTED = None
    interest_income: POSTED = None
    interest_cost: POSTED = None
    rounding: POSTED = None
    items: Annotated[dict[str, ItemAccounts], mapping_of(ID, record_of(ItemAccounts))] = Field(
        default_factory=dict
    )
    settlement: Annotated[SettlementAccounts | None, record_of(SettlementAccounts)] = None

    def postings(self) -> list[tuple[tuple[str, ...], Posting]]:
        """Every posting that is stated, with its path below the party."""
        records: list[tuple[tuple[str, ...], Record]] = [((), self)]
        records += [(("items", name), item) for name, item in self.items.items()]
        records += [(("settlement",), self.settlement)] if self.settlement else []
        return [
            ((*path, role), posting)
            for path, record in records
            for role in ROLES
            if (posting := getattr(record, role, None)) is not None
        ]

    def posting(self, role: str, item: str, kind: str) -> tuple[tuple[str, ...], Posting | None]:
        """What a role is booked on, of an item or in a settlement, and its path below the party.

        None where nothing is stated; the path is then that of all items.
        """
        exceptions: list[tuple[tuple[str, ...], Record | None]] = [
            (("settlement",), self.settlement if kind == "settlement" else None),
            (("items", item), self.items.get(item)),
        ]
        for path, exception in exceptions:
            posting: Posting | None = getattr(exception, role, None)
            if posting is not None:
                return (*path, role), posting
        return (role,), getattr(self, role)


ROLES = (
    *("receivable", "liability", "revenue", "cost", "output_vat", "input_vat"),
    *("interest_income", "interest_cost", "rounding"),
)
"""What is booked: the keys of a party's postings."""

ACCOUNTING = mapping_of(ID, record_of(Accounts))
