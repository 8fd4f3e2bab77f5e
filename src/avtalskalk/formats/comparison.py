"""Changes beside what they change, in every format, one agreement at a time."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from fractions import Fraction
from types import MappingProxyType
from typing import Protocol

from avtalskalk.formats.csv import share_cell, text_cell
from avtalskalk.formats.json_object import object_of
from avtalskalk.formats.spool import Spool
from avtalskalk.model.statement import Input
from avtalskalk.report import comparison_rows
from avtalskalk.report.comparison_view import Beside, table, unit_table
from avtalskalk.report.document import Block, Document
from avtalskalk.report.messages import record
from avtalskalk.report.options import Options


class Writer(Protocol):
    """A report on changes that is being written."""

    def add(self, beside: Beside) -> None:
        """Take one more agreement."""

    def finish(self) -> Iterator[bytes]:
        """All of the report in pieces, UTF-8 with plain line feeds; to be called once."""


def blocks(beside: Beside, options: Options) -> tuple[Block, ...]:
    """An agreement's tables: what each party pays and, where a volume is known, per unit of it."""
    per_unit = unit_table(beside, options)
    return (table(beside, options), *([per_unit] if per_unit else []))


class Documents:
    """Documents after each other, for a terminal or as Markdown."""

    def __init__(self, options: Options, *, markdown: bool = False) -> None:
        """Nothing is added yet."""
        self._options = options
        self._markdown = markdown
        self._spool = Spool()
        self._between = ""

    def add(self, beside: Beside) -> None:
        """Take one more agreement."""
        self.put(blocks(beside, self._options))

    def put(self, blocks: Iterable[Block]) -> None:
        """Take blocks that follow each other."""
        self._spool.write([self._between, self._drawn(Document(tuple(blocks)))])
        self._between = "\n"

    def finish(self) -> Iterator[bytes]:
        """All of it in pieces."""
        return self._spool.read()

    def _drawn(self, document: Document) -> str:
        if self._markdown:
            from avtalskalk.formats.markdown import document as in_markdown

            return in_markdown(document, self._options.language)
        from avtalskalk.formats.terminal import document as in_terminal

        return in_terminal(document, self._options)


class _Csv:
    """A line for each party's year under each scenario."""

    def __init__(self, options: Options) -> None:
        self._options = options
        self._swedish = options.dialect == "excel-sv"
        self._between = ";" if self._swedish else ","
        self._spool = Spool()
        mark = "\ufeff" if self._swedish else ""
        self._spool.write([mark, self._between.join(comparison_rows.COLUMNS), "\n"])

    def add(self, beside: Beside) -> None:
        self._spool.write(
            f"{self._between.join(self._cells(row))}\n"
            for row in comparison_rows.figures(beside.select(self._options))
        )

    def finish(self) -> Iterator[bytes]:
        return self._spool.read()

    def _cells(self, row: Mapping[str, object]) -> Iterator[str]:
        for name, value in row.items():
            if name in comparison_rows.AMOUNTS:
                figures = str(value or "")
                yield figures.replace(".", ",") if self._swedish else figures
            elif name == "relative":
                relative = None if value is None else Fraction(str(value))
                yield share_cell(relative, comma=self._swedish)
            elif isinstance(value, bool):
                yield "true" if value else "false"
            else:
                yield text_cell(str(value))


class Json:
    """Flat rows of what is before and after, and whatever lists of rows are put beside them."""

    def __init__(self, options: Options, schema: str = "avtalskalk/comparison/1") -> None:
        """Nothing is added yet; ``schema`` is the report's name and version."""
        self._options = options
        self._schema = schema
        self._inputs: dict[Input, None] = {}
        self._lists: dict[str, list[object]] = {}

    def add(self, beside: Beside) -> None:
        """Take one more agreement."""
        chosen, agreement = beside.select(self._options), beside.heading.agreement
        self.put(
            "scenarios",
            (
                {"agreement": agreement, "name": one.name, "title": one.title}
                for one in beside.scenarios
                if one.name or one.title
            ),
        )
        self.put("figures", comparison_rows.figures(chosen))
        self.put("totals", comparison_rows.totals(chosen) if self._options.totals else ())
        self.put("units", comparison_rows.units(chosen))
        self.put("missing", comparison_rows.missing(beside))
        statements = [one for each in beside.scenarios for one in each.comparison.statements]
        self._inputs.update(dict.fromkeys(one for each in statements for one in each.inputs))
        told = self._lists.setdefault("diagnostics", [])
        for finding in (record(one) for each in statements for one in each.diagnostics):
            if finding not in told:
                told.append(finding)

    def put(self, name: str, rows: Iterable[object]) -> None:
        """Take rows of a list by its name."""
        self._lists.setdefault(name, []).extend(rows)

    def finish(self) -> Iterator[bytes]:
        """All of it in pieces."""
        head = {
            "schema": self._schema,
            "version": self._options.version,
            "basis": self._options.basis,
        }
        inputs: list[object] = [one._asdict() for one in self._inputs]
        return object_of(head, {"inputs": inputs, **self._lists})


WRITERS: Mapping[str, Callable[[Options], Writer]] = MappingProxyType(
    {
        "table": Documents,
        "csv": _Csv,
        "json": Json,
        "md": lambda options: Documents(options, markdown=True),
    }
)
"""The formats by name."""
