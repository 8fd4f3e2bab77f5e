"""What `check` finds as SARIF 2.1.0, which code hosts and editors show beside the lines."""

import json
from collections.abc import Iterator
from typing import Any
from urllib.parse import quote

from avtalskalk.formats.json import encoded
from avtalskalk.report.options import Options
from avtalskalk.report.records import Records

_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"


def write(records: Records, options: Options) -> Iterator[bytes]:
    """One run with a result for each finding, its text in the options' language."""
    driver = {"name": "avtalskalk", "version": options.version}
    run = {"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": []}
    log = json.dumps({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]})
    end = "]}]}"
    yield encoded(log.removesuffix(end))
    between = "\n"
    for row in (row for rows in records.rows for row in rows.rows):
        finding: Any = row
        texts = finding["message"][options.language], finding["help"][options.language]
        result: dict[str, object] = {
            "ruleId": finding["code"],
            "level": finding["severity"],
            "message": {"text": "\n".join(filter(None, texts))},
        }
        if finding["file"]:
            place: dict[str, object] = {"artifactLocation": {"uri": quote(finding["file"])}}
            if finding["line"]:
                region = {"startLine": finding["line"], "startColumn": finding["column"]}
                place["region"] = {**region, "endColumn": finding["end"]}
            result["locations"] = [{"physicalLocation": place}]
        yield encoded(f"{between}{json.dumps(result, ensure_ascii=False)}")
        between = ",\n"
    yield encoded(f"{end}\n")
