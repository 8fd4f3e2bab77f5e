"""What came out of agreements' tests as JUnit's XML, which build servers show."""

from collections.abc import Iterator
from itertools import groupby
from typing import Any
from xml.etree.ElementTree import Element, SubElement, tostring

from avtalskalk.report.options import Options
from avtalskalk.report.records import Records
from avtalskalk.words import Language
from avtalskalk.words.formats import phrase, safe


def write(records: Records, options: Options) -> Iterator[bytes]:
    """A suite for each file: its tests, and what stops it from being tested as errors."""
    language = options.language
    entries: list[tuple[str, Any]] = [
        (rows.list, row) for rows in records.rows for row in rows.rows
    ]
    errors_of_cases = {code for _, row in entries for code in row.get("errors", ())}
    root = Element("testsuites", name="avtalskalk")
    for file, of_file in groupby(entries, key=lambda entry: str(entry[1]["file"] or "")):
        suite = SubElement(root, "testsuite", name=safe(file))
        for kind, row in of_file:
            if kind == "cases":
                name, about = row["case"], f"{file}:{row['line']}"
                outcome, texts = "failure", _differences(row, language)
                if row["errors"]:
                    outcome, texts = "error", [", ".join(row["errors"])]
            elif row["severity"] == "error" and row["code"] not in errors_of_cases:
                name, about = row["code"], file
                outcome, texts = "error", [row["message"][language]]
            else:
                continue
            case = SubElement(suite, "testcase", classname=safe(about), name=safe(name))
            if texts:
                element = SubElement(case, outcome, message=safe(texts[0]))
                element.text = "\n".join(map(safe, texts))
        for name, tag in (("tests", "testcase"), ("failures", "failure"), ("errors", "error")):
            suite.set(name, str(len(list(suite.iter(tag)))))
    yield tostring(root, "utf-8", xml_declaration=True) + b"\n"


def _differences(case: Any, language: Language) -> list[str]:  # noqa: ANN401 - plain data
    """What came out otherwise, in words."""

    def text(what: list[str], expected: str | None, got: str | None) -> str:
        values = {"expected": expected or "–", "got": got or "–"}
        named = " ".join(filter(None, what)) or phrase("total", language)
        return phrase("test_otherwise", language).format(what=named, **values)

    amounts = [
        text([difference["year"], difference["item"], difference["party"]],
             difference["expected"], difference["got"])
        for difference in case["differences"]
        if not difference["accepted"]
    ]  # fmt: skip
    return amounts + [
        text([other["year"], phrase(f"test_{other['what']}", language)],
             other["expected"], other["got"])
        for other in case["otherwise"]
    ]  # fmt: skip
