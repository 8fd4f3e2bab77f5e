"""The library: what the commands do, as functions on values.

Nothing here prints or knows a terminal.  A file that is no valid agreement raises
`AgreementError`, whose text says all that is wrong with it and whose ``diagnostics`` hold the
same as values; `check` returns them instead.

    >>> from avtalskalk import calculate, load
    >>> from avtalskalk.api import render
    >>> statements = calculate(load("agreements"), years=[2023])
    >>> print(render(statements, "csv"))
"""

# As typing has it; a start imports no more of the library than its command uses.
TYPE_CHECKING = False
if TYPE_CHECKING:
    from avtalskalk.api.calculating import (
        Computed,
        Source,
        calculate,
        check,
        compute,
        derived_totals,
        findings,
        load,
        readings,
        stream,
        with_reading,
        year_name,
    )
    from avtalskalk.api.comparing import Diffed, diff, stream_at
    from avtalskalk.api.sealing import Sealed, seal, sealed, verify
    from avtalskalk.api.showing import (
        agreement_record,
        bridge,
        explain,
        explanation_document,
        explanation_record,
        render,
        schema,
        show,
        write_statements,
    )
    from avtalskalk.api.testing import Tested, accept, test
    from avtalskalk.api.trying import (
        WhatIf,
        break_even,
        change,
        saved,
        scenario,
        solve,
        sweep,
        whatif,
    )

_HOMES = {
    "calculating": (
        "Computed",
        "Source",
        "calculate",
        "check",
        "compute",
        "derived_totals",
        "findings",
        "load",
        "readings",
        "stream",
        "with_reading",
        "year_name",
    ),
    "comparing": ("Diffed", "diff", "stream_at"),
    "sealing": ("Sealed", "seal", "sealed", "verify"),
    "showing": (
        "agreement_record",
        "bridge",
        "explain",
        "explanation_document",
        "explanation_record",
        "render",
        "schema",
        "show",
        "write_statements",
    ),
    "testing": ("Tested", "accept", "test"),
    "trying": (
        "WhatIf",
        "break_even",
        "change",
        "saved",
        "scenario",
        "solve",
        "sweep",
        "whatif",
    ),
}
__all__ = [
    "Computed",
    "Diffed",
    "Sealed",
    "Source",
    "Tested",
    "WhatIf",
    "accept",
    "agreement_record",
    "break_even",
    "bridge",
    "calculate",
    "change",
    "check",
    "compute",
    "derived_totals",
    "diff",
    "explain",
    "explanation_document",
    "explanation_record",
    "findings",
    "load",
    "readings",
    "render",
    "saved",
    "scenario",
    "schema",
    "seal",
    "sealed",
    "show",
    "solve",
    "stream",
    "stream_at",
    "sweep",
    "test",
    "verify",
    "whatif",
    "with_reading",
    "write_statements",
    "year_name",
]


def __getattr__(name: str) -> object:
    """Import a name from its module when it is first asked for, and keep it."""
    from importlib import import_module

    for home, names in _HOMES.items():
        if name in names:
            value: object = getattr(import_module(f"{__name__}.{home}"), name)
            globals()[name] = value
            return value
    message = f"module {__name__!r} has no attribute {name!r}"
    raise AttributeError(message)
