"""Changes beside what they change, as a program reads them."""

import json
from fractions import Fraction

from tests import making

from avtalskalk.calculation.comparison import compare
from avtalskalk.formats import write
from avtalskalk.model.comparison import Volume
from avtalskalk.report.comparison import ComparedScenario, ScenarioSet
from avtalskalk.report.comparison_records import records
from avtalskalk.report.comparison_sums import documents
from avtalskalk.report.options import Dialect, Options


def beside() -> ScenarioSet:
    """1 000 kr at 70/30, and the same or 2 000 kr in halves, with 30 and 20 inhabitants."""
    one = making.heading(drift="Driften")

    def stated(cost: int, share: Fraction) -> list:  # type: ignore[type-arg]
        shares = {"regionen": share, "kommunen": 1 - share}
        return [making.statement(one, 2024, making.split(one, 2024, "drift", cost, shares))]

    before = stated(100000, Fraction(7, 10))
    known = tuple(
        Volume("population", "", "2024", party, Fraction(count))
        for party, count in (("regionen", 30), ("kommunen", 20))
    )
    return ScenarioSet(
        (
            ComparedScenario("halva", "Hälften var", compare(before, stated(100000, making.HALF))),
            ComparedScenario(
                "=dyrt", "", compare(before, stated(200000, making.HALF), (known, known))
            ),
        )
    )


def written(form: str, options: Options | None = None) -> str:
    options = options or Options(per_unit=True)
    faces = documents([beside()], options), records([beside()], options)
    return b"".join(write(form, *faces, options)).decode()


def csv(dialect: Dialect) -> list[str]:
    return written("csv", Options(dialect=dialect)).splitlines()


def test_csv() -> None:
    """A line for each party's year under each scenario; what is relative is an exact fraction."""
    assert csv("plain")[:2] == [
        "agreement,scenario,year,party,before,after,difference,relative,currency,conditional,complete",
        "drift,halva,2024,regionen,700.00,500.00,-200.00,-2/7,SEK,false,true",
    ]
    assert csv("plain")[4] == (
        "drift,'=dyrt,2024,kommunen,300.00,1000.00,700.00,7/3,SEK,false,true"
    )


def test_csv_as_a_swedish_excel_opens_it() -> None:
    """Semicolons and decimal commas, what is relative as a decimal, a mark of UTF-8 first."""
    head, first, *_ = csv("excel-sv")
    assert head.startswith("\ufeffagreement;scenario")
    assert first == (
        "drift;halva;2024;regionen;700,00;500,00;-200,00;-0,285714285714;SEK;false;true"
    )


def test_json() -> None:
    """The scenarios that have names, their figures and sums, and amounts per inhabitant."""
    found = json.loads(written("json", Options(version="1")))
    assert (found["schema"], found["version"]) == ("avtalskalk/comparison/1", "1")
    assert found["scenarios"] == [
        {"agreement": "drift", "name": "halva", "title": "Hälften var", "since": ""},
        {"agreement": "drift", "name": "=dyrt", "title": "", "since": ""},
    ]
    assert found["figures"][1] == {
        "agreement": "drift", "scenario": "halva", "year": "2024", "party": "kommunen",
        "before": "300.00", "after": "500.00", "difference": "200.00", "relative": "2/3",
        "currency": "SEK", "conditional": False, "complete": True,
    }  # fmt: skip
    assert [row["difference"] for row in found["totals"]] == ["0.00", "1000.00"]
    assert found["units"][0] == {
        "agreement": "drift", "scenario": "=dyrt", "year": "2024", "party": "regionen",
        "volume": "population", "unit": None, "before": "70/3", "after": "100/3",
        "currency": "SEK",
    }  # fmt: skip


def test_tables_follow_each_other() -> None:
    """What each pays, and then per inhabitant; the same in Markdown."""
    assert "Per invånare" in written("table")
    assert written("md").count("\n## ") == 1
