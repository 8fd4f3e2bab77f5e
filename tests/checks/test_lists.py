"""Every check and every lint is in its list: none is written and then forgotten."""

import inspect
from importlib import import_module
from pkgutil import iter_modules

import pytest

from avtalskalk.calculation.prepared import Plan
from avtalskalk.checks.errors import CHECKS, CHECKS_OF_VALID
from avtalskalk.checks.lints import LINTS
from avtalskalk.checks.lints.subject import Subject
from avtalskalk.diagnostics import Findings


def written(package: str, subject: type) -> set[object]:
    """The public functions in a package's modules that make findings of one subject alone."""
    path = import_module(package).__path__
    modules = [import_module(f"{package}.{module.name}") for module in iter_modules(path)]
    return {
        function
        for module in modules
        for name, function in inspect.getmembers(module, inspect.isfunction)
        if function.__module__ == module.__name__ and not name.startswith("_")
        if function.__annotations__.get("return") == Findings
        if [parameter.annotation for parameter in inspect.signature(function).parameters.values()]
        == [subject]
    }


@pytest.mark.parametrize(
    ("package", "subject", "listed"),
    [
        ("avtalskalk.checks.errors", Plan, (*CHECKS, *CHECKS_OF_VALID)),
        ("avtalskalk.checks.lints", Subject, LINTS),
    ],
)
def test_the_list_has_every_function_that_is_written(
    package: str, subject: type, listed: tuple[object, ...]
) -> None:
    """A public function of a plan, or of a lint's subject, that makes findings is in the list."""
    assert written(package, subject) == set(listed)
    assert len(listed) == len(set(listed))
