"""What the agreements of a workspace may have in common, in its `shared.yaml`."""

from collections.abc import Mapping
from typing import Any

from pydantic import Field

from avtalskalk.model.record import Record


class WrittenShared(Record):
    """The whole file; what stands in its sections is validated in each agreement that uses it."""

    # The version may stand there as in every file.
    avtalskalk: Any = None
    parties: Mapping[str, Any] = Field({})
    keys: Mapping[str, Any] = Field({})
    indices: Mapping[str, Any] = Field({})
    sources: Mapping[str, Any] = Field({})
