"""One file step by step, in a process of its own, as ratios to PyYAML's C loader.

    python benchmarks/one_file.py folder rounds

Prints a line of JSON: each step, its goal and how many times the loader's time it takes.
"""

import gc
import json
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from statistics import median
from time import process_time

import yaml
from measure import PROJECT

sys.path.insert(0, str(PROJECT / "src"))

YEARS = range(2020, 2025)


def stages(paths: Sequence[Path], rounds: int) -> dict[tuple[str, float], float]:
    """Each step with its goal, and how many times the loader's time it takes."""
    from avtalskalk.calculation.calculate import calculate, prepare
    from avtalskalk.checks.validation import examine
    from avtalskalk.files.yaml import read
    from avtalskalk.model.validation import validate

    raws = [path.read_bytes() for path in paths]
    data = [read(raw, "a.yaml").data for raw in raws]
    agreements = [found for one in data if (found := examine(one).agreement)]

    def load(raw: bytes) -> object:
        return yaml.load(raw, Loader=yaml.CSafeLoader)

    def whole(raw: bytes) -> object:
        examined = examine(read(raw, "a.yaml").data)
        return [calculate(examined.plan, year) for year in YEARS] if examined.plan else None

    steps: dict[tuple[str, float], Callable[[], object]] = {
        ("load", 1): lambda: [load(raw) for raw in raws],
        ("read", 0.5): lambda: [read(raw, "a.yaml") for raw in raws],
        ("validate", 0.3): lambda: [validate(one) for one in data],
        ("validate and check", 0.5): lambda: [examine(one) for one in data],
        ("calculate 5 years", 0.5): lambda: [
            calculate(plan, year) for plan in map(prepare, agreements) for year in YEARS
        ],
        ("all of it", 1.0): lambda: [whole(raw) for raw in raws],
    }
    return _ratios(steps, rounds)


def _ratios(
    steps: dict[tuple[str, float], Callable[[], object]], rounds: int
) -> dict[tuple[str, float], float]:
    """Each step's time over the first one's, round by round."""
    first, *others = steps
    found: dict[tuple[str, float], list[float]] = {one: [] for one in others}
    gc.disable()
    for _ in range(rounds):
        reference = _seconds(steps[first])
        for one in others:
            found[one].append(_seconds(steps[one]) / reference)
    gc.enable()
    return {one: median(ratios) for one, ratios in found.items()}


def _seconds(step: Callable[[], object]) -> float:
    start = process_time()
    step()
    return process_time() - start


if __name__ == "__main__":
    found = stages(sorted(Path(sys.argv[1]).iterdir()), int(sys.argv[2]))
    print(json.dumps([(what, goal, ratio) for (what, goal), ratio in found.items()]))
