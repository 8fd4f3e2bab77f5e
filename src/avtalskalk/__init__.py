"""avtalskalk: what each party pays under a cost-sharing agreement."""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from avtalskalk.api import calculate, check, load, render, show
    from avtalskalk.diagnostics import AgreementError, Diagnostic

__version__ = "0.1.0"
__all__ = ["AgreementError", "Diagnostic", "calculate", "check", "load", "render", "show"]


def __getattr__(name: str) -> Any:  # noqa: ANN401 - the public names have many types
    """Import a public name when it is first asked for, so that starting stays quick."""
    if name not in __all__:
        message = f"module {__name__!r} has no attribute {name!r}"
        raise AttributeError(message)
    from importlib import import_module

    home = "diagnostics" if name in {"AgreementError", "Diagnostic"} else "api"
    return getattr(import_module(f"{__name__}.{home}"), name)
