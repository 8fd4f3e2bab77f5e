"""What of a change concerns an agreement: the rest may concern another in the same folder."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from avtalskalk.diagnostics import Diagnostic, Path
from avtalskalk.features.whatif.change_request import NOT_CONCERNED, TERMS, ChangeRequest
from avtalskalk.features.whatif.scenarios import ScenarioFile
from avtalskalk.features.whatif.whatif import WhatIf

Place = tuple[str, Path]
"""Where a change is written: the file, and the path in it or the option."""


class Concerned(NamedTuple):
    """A what-if of what concerns an agreement, and of what does not each place with why."""

    whatif: WhatIf
    scenario: ScenarioFile | None
    requests: tuple[ChangeRequest, ...]
    unused: list[tuple[Place, Diagnostic]]

    @property
    def places(self) -> set[Place]:
        """Where the changes that concern it are written."""
        in_file = self.scenario.requests if self.scenario else ()
        return {(request.file, request.written_at) for request in (*in_file, *self.requests)}


def concerned(
    ask: Callable[[Sequence[ChangeRequest], ScenarioFile | None], WhatIf],
    scenario: ScenarioFile | None,
    requests: Sequence[ChangeRequest] = (),
) -> Concerned:
    """A scenario's changes and others after them, as far as they concern an agreement.

    ``ask`` makes the what-if of some of them.
    """
    title = ""
    unconcerned: list[tuple[Place, Diagnostic]] = []
    while True:
        whatif = ask(requests, scenario)
        title = title or whatif.title
        in_file = scenario.requests if scenario else ()
        errors = [d for d in whatif.diagnostics if d.severity == "error"]
        unused = [
            (request, finding)
            for finding in errors
            if finding.code in NOT_CONCERNED
            for request in (*in_file, *requests)
            if request.file == finding.file
            and finding.path[: len(request.written_at)] == request.written_at
        ]
        left_out = [request for request, _ in unused]
        if any(request.kind in TERMS for request in left_out if request in in_file):
            # Whatever else is wrong in such a scenario is due to that.
            located = {request.file: request for request in left_out if request in in_file}
            others = [d for d in errors if d not in [finding for _, finding in unused]]
            unused += [
                (located[finding.file], finding) for finding in others if finding.file in located
            ]
            left_out += in_file
        if not unused or len(unused) < len(errors):
            whatif = whatif._replace(title=title)
            return Concerned(whatif, scenario, tuple(requests), unconcerned)
        unconcerned += [((r.file, r.written_at), finding) for r, finding in unused]
        requests = tuple(request for request in requests if request not in left_out)
        if scenario:
            kept = tuple(request for request in in_file if request not in left_out)
            scenario = scenario._replace(requests=kept)
