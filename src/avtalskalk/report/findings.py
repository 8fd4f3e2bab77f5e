"""What has been reported on files: as documents, and for programs."""

from collections.abc import Iterable, Iterator

from avtalskalk.diagnostics import Diagnostic
from avtalskalk.report.document import Document, of_blocks
from avtalskalk.report.messages import record
from avtalskalk.report.records import Records, Rows


def documents(findings: Iterable[Diagnostic]) -> Iterator[Document]:
    """A message for each."""
    return map(of_blocks, findings)


def records(findings: Iterable[Diagnostic]) -> Records:
    """A row for each, with the words of both languages."""
    rows = (Rows("findings", [record(finding)]) for finding in findings)
    return Records("avtalskalk/check/1", {}, {"findings": ()}, rows)
