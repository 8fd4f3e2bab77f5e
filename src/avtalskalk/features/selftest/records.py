"""What came out of agreements' own tests, for programs."""

from collections.abc import Iterable, Iterator

from avtalskalk.features.selftest.run import Tried
from avtalskalk.features.selftest.tested import Tested
from avtalskalk.report.messages import record as diagnostic_record
from avtalskalk.report.plain import decimal
from avtalskalk.report.records import Records, Rows
from avtalskalk.words.formats import currency_digits


def records(files: Iterable[Tested]) -> Records:
    """Every case, and why some could not be tried."""
    lists = {"cases": (), "diagnostics": ()}
    return Records("avtalskalk/test/1", {}, lists, _rows(files))


def _rows(files: Iterable[Tested]) -> Iterator[Rows]:
    for file in files:
        for tried in file.tried:
            yield Rows("cases", [_case_record(file, tried)])
            yield Rows("diagnostics", map(diagnostic_record, tried.diagnostics))
        yield Rows("diagnostics", map(diagnostic_record, file.diagnostics))


def _case_record(file: Tested, tried: Tried) -> dict[str, object]:
    """A case with all that came out otherwise."""
    currency = tried.statements[0].heading.currency if tried.statements else "SEK"
    case = tried.case
    agreement = file.loaded.agreement if file.loaded else None

    def amount(minor: int | None) -> str | None:
        return None if minor is None else decimal(minor, currency_digits(currency))

    return {
        "agreement": agreement.id if agreement else "",
        "file": file.file,
        "line": file.line(tried),
        "case": case.name,
        "years": [str(year) for year in case.years],
        "basis": case.basis,
        "reading": case.reading,
        "passed": tried.passed,
        "differences": [
            {
                "year": difference.year,
                "item": difference.expected.item,
                "party": difference.expected.party or None,
                "expected": amount(difference.expected.minor),
                "got": amount(difference.got),
                "difference": amount(difference.amount),
                "currency": currency,
                "accepted": difference.expected.path in file.accepted,
            }
            for difference in tried.differences
        ],
        "otherwise": [
            {
                "year": outcome.year,
                "what": outcome.what,
                "expected": outcome.expected,
                "got": outcome.got,
            }
            for outcome in tried.otherwise
        ],
        "errors": [diagnostic.code for diagnostic in tried.diagnostics],
    }
