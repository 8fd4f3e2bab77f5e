"""avtalskalk: what each party pays under a cost-sharing agreement, exact to the öre.

    >>> from avtalskalk import calculate
    >>> for statement in calculate("agreements", years=[2023]):
    ...     for total in statement.totals:
    ...         print(statement.heading.title, total.party, total.decimal, total.currency)

`load`, `load_text` and `load_data` read agreements; `check` says what is wrong with files;
`calculate`, `settle` and `invoice` say what is paid; `whatif`, `sweep` and `solve` try changes;
`explain` and `bridge` say why; `diff`, `seal` and `verify` compare; `render`, `render_bytes` and
`to_records` make tables, files and rows of what they give.  `avtalskalk.api` has the rest.
"""

# As typing has it; importing typing would be most of what `--version` costs.
TYPE_CHECKING = False
if TYPE_CHECKING:
    from avtalskalk.api import (
        bridge,
        calculate,
        change,
        check,
        diff,
        explain,
        explanation_document,
        invoice,
        load,
        load_data,
        load_text,
        render,
        render_bytes,
        seal,
        settle,
        show,
        solve,
        sweep,
        to_records,
        verify,
        whatif,
    )
    from avtalskalk.diagnostics import AgreementError, Diagnostic

__version__ = "0.1.0"
__all__ = [
    "AgreementError",
    "Diagnostic",
    "bridge",
    "calculate",
    "change",
    "check",
    "diff",
    "explain",
    "explanation_document",
    "invoice",
    "load",
    "load_data",
    "load_text",
    "render",
    "render_bytes",
    "seal",
    "settle",
    "show",
    "solve",
    "sweep",
    "to_records",
    "verify",
    "whatif",
]


def __dir__() -> list[str]:
    """The public names, those that are not imported yet among them."""
    return [*__all__, "__version__"]


def __getattr__(name: str) -> object:
    """Import a public name when it is first asked for, so that starting stays quick."""
    if name not in __all__:
        message = f"module {__name__!r} has no attribute {name!r}"
        raise AttributeError(message)
    from importlib import import_module

    home = "diagnostics" if name in {"AgreementError", "Diagnostic"} else "api"
    value: object = getattr(import_module(f"{__name__}.{home}"), name)
    return value
