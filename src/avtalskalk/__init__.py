"""avtalskalk: what each party pays under a cost-sharing agreement."""

# As typing has it; importing typing would be most of what `--version` costs.
TYPE_CHECKING = False
if TYPE_CHECKING:
    from avtalskalk.api import calculate, check, load, seal, show, verify, whatif
    from avtalskalk.diagnostics import AgreementError, Diagnostic

__version__ = "0.1.0"
__all__ = [
    "AgreementError",
    "Diagnostic",
    "calculate",
    "check",
    "load",
    "seal",
    "show",
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
