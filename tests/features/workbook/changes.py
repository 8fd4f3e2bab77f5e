"""Figures that a reader may change in a workbook, and how `whatif` is asked for the same."""

from datetime import date
from typing import NamedTuple

from tests.conftest import PROJECT

from avtalskalk import api
from avtalskalk.features.report import view
from avtalskalk.files.workspace import Loaded
from avtalskalk.report.options import Options

TODAY = date(2025, 3, 1)


class Changes(NamedTuple):
    """An example's year, and new numbers by their places in its file with the words for them."""

    example: str
    year: int
    numbers: dict[str, tuple[float, str]]


CHANGES = (
    Changes(
        "fixed-shares",
        2024,
        {
            "periods.1.split.regionen": (0.5833, "58.33 %"),
            "periods.1.split.kommunen": (0.4167, "41.67 %"),
        },
    ),
    Changes("by-key", 2024, {"keys.population.values.2023-11-01.ale": (31_001, "31001")}),
    Changes("mix", 2024, {"keys.population.values.2024.ceder": (3_127, "3127")}),
    Changes("steps", 2024, {"costs.drift.budget.2024": (2_345_678.91, "2345678.91 kr")}),
    Changes("bands", 2024, {"keys.population.values.ale": (7_000, "7000")}),
    Changes("limit-each", 2024, {"periods.1.split.ale": (0.102, "10.2 %")}),
    Changes("limit-increase", 2025, {"periods.1.limits.1.max_increase": (0.011, "1.1 %")}),
    Changes("limit-share", 2025, {"keys.income.values.2025.dals": (13_000, "13000")}),
    Changes("key-average-shares", 2024, {"keys.cases.values.2023.ale": (200, "200")}),
    Changes("weight-by-size", 2024, {"keys.population.values.ale": (12_345, "12345")}),
    Changes("weight-by-size", 2024, {"keys.population.values.ceder": (9_999, "9999")}),
    Changes(
        "weight-by-size",
        2024,
        {
            "periods.1.split.scale.3.factor": (0.45, "45 %"),
            "periods.1.splits.efter-storlek.bands.1.weight": (1.25, "1.25"),
        },
    ),
    Changes("financed-by-all", 2024, {"costs.finansiering.percent": (-0.5, "-50 %")}),
    Changes("tolerance", 2024, {"keys.cases.values.2024.kommunen": (31, "31")}),
    Changes(
        "change-in-october", 2022, {"costs.personal.budget.2022": (1_000_000.01, "1000000.01 kr")}
    ),
    Changes("rounding-to-kronor", 2024, {"costs.drift.budget.2024": (999_999.5, "999999.5 kr")}),
    Changes("overhead", 2024, {"costs.personal.budget.2024": (123_456.78, "123456.78 kr")}),
    Changes("surcharge", 2024, {"costs.vård.surcharge.percent": (0.0725, "7.25 %")}),
)


def workbook(agreement: Loaded | str, *years: int, language: str = "en") -> bytes:
    """The computing sheets of a report on an agreement, or on an example by its name."""
    options = Options("en" if language == "en" else "sv", today=TODAY)
    if isinstance(agreement, str):
        (agreement,) = api.load(PROJECT / "examples" / f"{agreement}.yaml")
    report = api.report(agreement, years or None, today=TODAY, assume_extended=True)
    assert report is not None
    return api.render_bytes(view.workbook([report], options), "xlsx", options)


def asked(changes: Changes) -> dict[str, int | None]:
    """What the parties pay by `whatif` after the changes."""
    requests = [api.change("set", f"{path}={text}") for path, (_, text) in changes.numbers.items()]
    file = PROJECT / "examples" / f"{changes.example}.yaml"
    compared = api.whatif(file, requests, [changes.year], today=TODAY, assume_extended=True)
    assert compared.comparison is not None, compared.diagnostics
    assert compared.comparison.differs
    return {total.party: total.amount for total in compared.comparison.after[-1].totals}
