"""Two versions of an agreement beside each other: the files, what differs, and the amounts."""

from typing import NamedTuple

from avtalskalk.features.diff.differences import Differences
from avtalskalk.files.workspace import Loaded
from avtalskalk.model.agreement import Agreement
from avtalskalk.model.comparison import Comparison


class Compared(NamedTuple):
    """Two valid versions of one agreement, what differs, and what that does to the amounts.

    ``comparison`` is None where the amounts have not been compared.
    """

    old: Agreement
    new: Agreement
    differences: Differences
    comparison: Comparison | None

    @property
    def reordered(self) -> bool:
        """Whether all there is to it is the order of the parties, which settles ties."""
        return not self.differences and bool(self.comparison and self.comparison.differs)

    @property
    def differs(self) -> bool:
        """Whether anything does."""
        return bool(self.differences) or self.reordered


class Diffed(NamedTuple):
    """One agreement in two versions, of which one may be lacking, and what differs.

    ``endless`` says that the amounts are not compared because no years were asked for and the
    figures have no end.
    """

    name: str
    old: Loaded | None
    new: Loaded | None
    compared: Compared | None = None
    endless: bool = False

    @property
    def differs(self) -> bool:
        """Whether the two versions do, or one of them is lacking."""
        return self.compared is None or self.compared.differs
