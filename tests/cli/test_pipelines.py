"""Formats that code hosts and build servers read: SARIF of `check`, JUnit's XML of `test`."""

import json
from pathlib import Path
from xml.etree import ElementTree as ET

from tests.cli.conftest import SOUND, WRONG, Command, written

TESTS = """\
cases:
  - {name: rätt, year: 2023, total: 1 200 000}
  - {name: fel belopp, year: 2023, amounts: {kommun: 360 000.01}}
  - {name: fel fel, year: 2023, set: {periods.2023.split: {region: 70 %}}, total: 1}
"""


def test_sarif(command: Command, tmp_path: Path) -> None:
    """Every finding is a result at its place, its file as an address, its text as asked for."""
    name = written(tmp_path, "åtta avtal.yaml", WRONG)
    done = command("check", name, "-f", "sarif", "--lang", "sv")
    (run,) = json.loads(done.out)["runs"]
    assert done.code == 3
    (result,) = [result for result in run["results"] if result["level"] == "error"]
    assert result["ruleId"] == "AV104"
    assert result["message"]["text"].startswith("andelarna summerar till 105\u00a0%")
    place = result["locations"][0]["physicalLocation"]
    assert place["artifactLocation"]["uri"] == "%C3%A5tta%20avtal.yaml"
    line, region = WRONG.splitlines()[place["region"]["startLine"] - 1], place["region"]
    assert "35 %" in line[region["startColumn"] - 1 : region["endColumn"] - 1]


def test_sarif_of_nothing(command: Command, sound: str) -> None:
    """A valid file gives a run without results."""
    assert json.loads(command("check", sound, "-f", "sarif").out)["runs"][0]["results"] == []


def test_junit(command: Command, tmp_path: Path) -> None:
    """A test that fails says what was expected; one that cannot be tried is an error."""
    name = written(tmp_path, "lyktan.yaml", SOUND)
    written(tmp_path, "lyktan.test.yaml", TESTS)
    (suite,) = ET.fromstring(command("test", name, "-f", "junit").out)  # noqa: S314 - our own
    assert suite.attrib == {
        "name": "lyktan.test.yaml", "tests": "3", "failures": "1", "errors": "1",
    }  # fmt: skip
    right, failed, stopped = suite
    assert [case.get("name") for case in suite] == ["rätt", "fel belopp", "fel fel"]
    assert right.find("failure") is None
    message = failed.find("failure")
    assert message is not None
    assert message.get("message") == "2023 kommun: expected 360000.01, got 360000.00."
    assert failed.get("classname") == "lyktan.test.yaml:3"
    error = stopped.find("error")
    assert error is not None
    assert error.get("message") == "AV104"


def test_junit_of_a_file_that_is_not_valid(command: Command, tmp_path: Path) -> None:
    """Why a file cannot be tested is an error of its own."""
    name = written(tmp_path, "lyktan.yaml", WRONG)
    written(tmp_path, "lyktan.test.yaml", TESTS)
    suites = ET.fromstring(command("test", name, "-f", "junit").out)  # noqa: S314 - our own
    assert {case.get("name") for case in suites.iter("testcase")} == {"AV104"}
    assert sum(int(suite.get("errors", "")) for suite in suites) == 1
