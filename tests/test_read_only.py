"""What a result hands out: nothing that is done to it changes the next result, or stays here."""

import copy
import pickle
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from tests.conftest import PROJECT

from avtalskalk import api
from avtalskalk.files.workspace import Loaded
from avtalskalk.model.splits import Fixed
from avtalskalk.model.values import REST
from avtalskalk.read_only import ReadOnly

YEARS = (2023, 2024, 2025)
FOLDERS = ["examples", "agreements", pytest.param("tests/errors", marks=pytest.mark.slow)]


def sent(value: Any) -> Any:
    """A value as another process gets it."""
    return pickle.loads(pickle.dumps(value))  # noqa: S301 - what we wrote ourselves


def every_file(folder: str) -> Iterator[Loaded]:
    """What is read of every file of the project in a folder, valid or not."""
    for path in sorted((PROJECT / folder).glob("*.yaml")):
        if ".test." not in path.name:
            yield from api.stream(path)


def mappings(value: Any, seen: dict[int, Any]) -> Iterator[Any]:
    """Every mapping, list and set in a result."""
    if id(value) in seen or isinstance(value, str):
        return
    seen[id(value)] = value
    if isinstance(value, dict | list | set):
        yield value
    fields = getattr(value, "_fields", getattr(value, "__dataclass_fields__", None))
    if fields is not None:
        parts = [getattr(value, name) for name in fields]
    elif isinstance(value, dict):
        parts = [*value.values()]
    else:
        parts = [*value] if isinstance(value, tuple | list | set | frozenset) else []
    for part in parts:
        yield from mappings(part, seen)


def test_it_refuses_to_be_changed() -> None:
    """Every way to change a dictionary is refused; what it holds is read, compared and copied."""
    names = ReadOnly({"a": "Anna", "b": "Bo"})
    changes: list[Any] = [
        lambda: names.__setitem__("a", "x"),
        lambda: names.__delitem__("a"),
        lambda: names.__ior__({"c": "x"}),
        lambda: names.update(c="x"),
        lambda: names.setdefault("c", "x"),
        lambda: names.pop("a"),
        names.popitem,
        names.clear,
    ]
    for change in changes:
        with pytest.raises(TypeError, match="read-only"):
            change()
    assert names == {"a": "Anna", "b": "Bo"}
    for same in (sent(names), copy.deepcopy(names)):
        assert (same, type(same)) == (names, ReadOnly)
    assert {**names, "c": "Cia"} == names | {"c": "Cia"}


@pytest.mark.parametrize("folder", FOLDERS)
def test_results_share_nothing_that_can_be_changed(folder: str) -> None:
    """Whatever two results of an agreement have in common is read-only."""
    for loaded in every_file(folder):
        if loaded.agreement:
            results = [api.compute(loaded, YEARS).statements for _ in range(2)]
            parts = [{id(part): part for part in mappings(result, {})} for result in results]
            shared = [parts[0][name] for name in parts[0].keys() & parts[1].keys()]
            assert all(type(part) is ReadOnly for part in shared)


@pytest.mark.parametrize("folder", FOLDERS)
def test_an_agreement_can_be_sent_to_another_process(folder: str) -> None:
    """An agreement comes out of a pickle with the same findings, readings and results."""
    for loaded in every_file(folder):
        again: Loaded = sent(loaded)
        assert again.diagnostics == loaded.diagnostics
        assert api.findings(again) == api.findings(loaded)
        if loaded.agreement:
            computed = api.compute(again, YEARS).statements
            assert computed == api.compute(loaded, YEARS).statements
            assert sent(computed) == computed
            for name in loaded.agreement.readings:
                reading = api.with_reading(again, name)
                assert sent(reading) == reading


def test_the_rest_stays_one_object(tmp_path: Path) -> None:
    """The share that is left is known by being the one object that it is, also in a copy."""
    path = tmp_path / "a.yaml"
    path.write_text(
        "avtalskalk: 1\nid: a\ntitle: A\nparties: {a: Anna, b: Bo}\n"
        "periods: [{from: 2023-01-01, to: 2023-12-31, split: {a: 60 %, b: rest}}]\n"
        "costs: {x: {budget: {2023: 100 kr}}}\n",
        encoding="utf-8",
    )
    (loaded,) = api.load(path)
    for same in (sent(loaded), copy.deepcopy(loaded)):
        assert same.agreement
        split = same.agreement.periods[0].split
        assert isinstance(split, Fixed)
        assert split.shares["b"][0].value is REST
        # 60 % of 100 kr, and the 40 kr that are left.
        assert [total.amount for total in api.calculate(same)[0].totals] == [60_00, 40_00]
