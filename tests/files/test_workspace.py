"""Finding agreements, and putting in what their workspace shares."""

import hashlib
import io
import os
import socket
import tracemalloc
from pathlib import Path

import pytest

from avtalskalk.checks.readings import ExaminedWhole
from avtalskalk.files import workspace
from avtalskalk.files.folders import root_above
from avtalskalk.files.workspace import Loaded, load
from avtalskalk.model.statement import Input
from avtalskalk.model.validation import validate

AGREEMENT = """\
avtalskalk: 1
id: {id}
title: Ett avtal
parties: {{a: Nämnden, b: Kommunen}}
periods:
  - from: 2023-01-01
    split: equal
"""

SHARED = """\
parties:
  a: Nämnden
  b: {name: Kommunen, kind: municipality}
  c: En till
keys:
  population: {unit: invånare, source: scb, values: {2023: {a: 1, b: 2}}}
  size: {formula: "population / 100"}
  unused: {values: {2023: {a: 1, b: 2}}}
indices:
  kpi: {values: {2022-10: 384.04}}
sources:
  scb: {title: Folkmängd}
"""

USES = """\
avtalskalk: 1
id: x
title: Ett avtal
parties: [b, a]
periods:
  - from: 2023-01-01
    split: {by: size}
"""


@pytest.fixture(autouse=True)
def only_the_form(monkeypatch: pytest.MonkeyPatch) -> None:
    """Agreements are validated but not checked further: what can be computed is not the matter."""
    monkeypatch.setattr(
        workspace,
        "examine_all",
        lambda data, values=None: ExaminedWhole(*(values or validate(data))),
    )


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder to work in."""
    return tmp_path


def write(folder: Path, **files: str | bytes) -> None:
    """Files by name, ``__`` for a slash; without an ending they are agreements by that id."""
    for name, content in files.items():
        path = folder / f"{name.replace('__', '/')}.yaml"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())


def agreement(name: str) -> str:
    return AGREEMENT.format(id=name)


def read(folder: Path, *paths: str, stdin: bytes | None = None) -> list[Loaded]:
    stream = None if stdin is None else io.BytesIO(stdin)
    return list(load(paths or ["."], stdin=stream, cwd=folder))


def files(loaded: list[Loaded]) -> list[str]:
    return [one.file for one in loaded]


def codes(loaded: list[Loaded]) -> list[tuple[str, ...]]:
    return [tuple(finding.code for finding in one.diagnostics) for one in loaded]


def test_a_file_and_its_fingerprint(folder: Path) -> None:
    """An agreement comes with its relative path, its place on the disk and its SHA-256."""
    write(folder, a__x=agreement("x"))
    (loaded,) = read(folder, "a/x.yaml")
    assert loaded.agreement
    assert loaded.agreement.id == "x"
    sha256 = hashlib.sha256(agreement("x").encode()).hexdigest()
    assert loaded.input == Input("a/x.yaml", sha256)
    assert loaded.inputs == (loaded.input,)
    assert loaded.location == str(folder / "a" / "x.yaml")


def test_many_files_and_large_ones(folder: Path) -> None:
    """However many files are read before they are checked, all come, in order, as they are."""
    padding = "# " + "x" * 150_000 + "\n"
    names = [f"a{number:02d}" for number in range(11)]
    texts = {name: agreement(name) + padding * (name in names[3:7]) for name in names}
    write(folder, **texts | {"a05x": "avtalskalk: [", "a09": agreement("a00")})
    loaded = read(folder)
    assert files(loaded) == sorted(f"{name}.yaml" for name in [*names, "a05x"])
    assert {one.file for one in loaded if one.agreement is None} == {"a05x.yaml", "a09.yaml"}
    assert all(one.agreement.id == one.file[:3] for one in loaded if one.agreement)


def test_a_file_that_is_deep_somewhere(folder: Path) -> None:
    """What is too deep is said at its place, wherever in an agreement it is."""
    write(folder, x=f"{agreement('x')}notes: {'{a: ' * 40}b{'}' * 40}\n")
    (loaded,) = read(folder)
    assert codes([loaded]) == [("AV008",)]
    assert loaded.placed(loaded.diagnostics[0]).place


def test_the_order_of_a_folder(folder: Path) -> None:
    """Agreements come in the order of their paths' parts, `.yml` too."""
    write(
        folder, **{name: agreement(name.replace("__", "-")) for name in ["b", "a__z", "a-b", "A"]}
    )
    (folder / "a" / "y.YML").write_text(agreement("y"))
    assert files(read(folder)) == ["A.yaml", "a/y.YML", "a/z.yaml", "a-b.yaml", "b.yaml"]
    assert files(read(folder / "a", "..", ".")) == [
        "../A.yaml",
        "../a/y.YML",
        "../a/z.yaml",
        "../a-b.yaml",
        "../b.yaml",
    ]


def test_what_a_folder_passes_over(folder: Path) -> None:
    """Other YAML, hidden and linked folders, shared and test files are no agreements."""
    write(folder, x=agreement("x"), other="a: [\n", mention="- avtalskalk\n", shared=SHARED)
    write(folder, **{".hidden__y": agreement("y"), ".z": agreement("z"), "x.test": "a: 1"})
    write(folder, broken="tool: avtalskalk\nb: [\n", mapping="tools: {avtalskalk: 1}\n")
    (folder / "linked").symlink_to(folder / ".hidden")
    (folder / "note.txt").write_text(agreement("t"))
    loaded = read(folder)
    assert files(loaded) == ["x.yaml"]
    assert loaded[0].agreement


def test_files_that_claim_to_be_agreements(folder: Path) -> None:
    """What says it is an agreement, or looks like one, is reported when it cannot be read."""
    write(folder, a="avtalskalk: 1\nid: [\n", b="parties: {a: b}\nperiods: [\n")
    write(
        folder, c=agreement("c").encode("utf-16"), d=agreement("d").replace("avtalskalk: 1\n", "")
    )
    write(
        folder, e=agreement("e").replace("avtalskalk", "Avtalskalk"), f=b"avtalskalk: 1\nid: \xff\n"
    )
    loaded = read(folder)
    said = codes(loaded)
    assert said[:4] == [("AV014",), ("AV014",), ("AV004",), ("AV054",)]
    assert said[4][0] == "AV054"
    assert said[5] == ("AV005",)
    assert all(one.agreement is None for one in loaded)


def test_a_file_named_outright_must_be_an_agreement(folder: Path) -> None:
    """A named file that is none is refused, whatever its ending."""
    write(folder, other="a: 1\n", shared=SHARED, **{"x.test": "a: 1\n"})
    (folder / "a.txt").write_text(agreement("a"))
    loaded = read(folder, "other.yaml", "shared.yaml", "x.test.yaml", "a.txt")
    assert codes(loaded) == [("AV054",), ("AV065",), ("AV065",), ()]


def test_paths_that_cannot_be_read(folder: Path) -> None:
    """A missing path, a pipe, an empty folder and an impossible name each have their code."""
    write(folder, spadbarn=agreement("x"))
    os.mkfifo(folder / "pipe.yaml")
    (folder / "empty").mkdir()
    (folder / "loop.yaml").symlink_to(folder / "loop.yaml")
    names = ["spadban.yaml", "zzzzzzzz", "no/x.yaml", "spadbarn.yaml/x", "pipe.yaml", "empty"]
    loaded = read(folder, *names, "loop.yaml", "a\0b")
    expected = ["AV050", "AV050", "AV050", "AV050", "AV053", "AV051", "AV058", "AV050"]
    assert codes(loaded) == [(code,) for code in expected]
    assert loaded[0].diagnostics[0].arguments["nearest"] == "spadbarn.yaml"
    assert files(loaded)[:6] == names
    assert codes(read(folder)) == [("AV058",), ("AV053",), ()]
    assert loaded[0].input == Input("spadban.yaml", "")


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root may read everything")
def test_files_without_permission(folder: Path) -> None:
    """A file or folder that may not be read is named, the others are read."""
    write(folder, a__x=agreement("x"), b=agreement("b"), c=agreement("c"))
    (folder / "a").chmod(0)
    (folder / "b.yaml").chmod(0)
    assert codes(read(folder)) == [("AV052",), ("AV052",), ()]
    (folder / "a").chmod(0o700)


def test_errors_of_the_system(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A permission refused or a disk that fails is a finding with the file's name."""
    write(folder, a__x=agreement("x"), b=agreement("b"))

    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    def fail(*_: object, **__: object) -> None:
        raise OSError(5, "Input/output error")

    with monkeypatch.context() as patch:
        patch.setattr(os, "open", refuse)
        assert codes(read(folder, "b.yaml")) == [("AV052",)]
    with monkeypatch.context() as patch:
        patch.setattr(os, "read", fail)
        (loaded,) = read(folder, "b.yaml")
        assert loaded.diagnostics[0].code == "AV058"
        assert loaded.diagnostics[0].arguments == {"name": "b.yaml", "reason": os.strerror(5)}
    with monkeypatch.context() as patch:
        patch.setattr(os, "scandir", refuse)
        assert codes(read(folder)) == [("AV052",)]
    with monkeypatch.context() as patch:
        patch.setattr(os, "listdir", refuse)
        assert codes(read(folder, "c.yaml")) == [("AV050",)]


def test_a_file_that_comes_in_pieces(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file that the system gives a little at a time is read to its end."""
    write(folder, x=agreement("x"))
    whole = os.read
    monkeypatch.setattr(os, "read", lambda handle, size: whole(handle, min(size, 7)))
    (loaded,) = read(folder)
    assert loaded.agreement
    assert loaded.diagnostics == ()


def test_files_too_large_are_not_read_whole(folder: Path) -> None:
    """An agreement of more than five megabytes is refused, in a folder too."""
    write(folder, x=agreement("x") + "#" * 5_000_001)
    assert codes(read(folder)) == [("AV001",)]


def test_each_file_once(folder: Path) -> None:
    """A file that is reached by several names is read once."""
    write(folder, a=agreement("a"), b=agreement("b"))
    (folder / "c.yaml").symlink_to(folder / "b.yaml")
    assert files(read(folder, "b.yaml", ".", "./b.yaml", "a.yaml")) == ["b.yaml", "a.yaml"]


def test_links_out_of_the_workspace(folder: Path) -> None:
    """A linked file outside is refused in a folder and read when it is named."""
    write(folder, out__x=agreement("x"), in__y=agreement("y"))
    (folder / "in" / "link.yaml").symlink_to(folder / "out" / "x.yaml")
    (folder / "in" / "lost.yaml").symlink_to(folder / "in" / "nowhere.yaml")
    assert codes(read(folder, "in")) == [("AV057",), ("AV050",), ()]
    assert codes(read(folder, "in/link.yaml")) == [()]


def test_standard_input(folder: Path) -> None:
    """`-` reads standard input in the working folder's workspace."""
    write(folder, shared=SHARED)
    (loaded,) = read(folder, "-", stdin=USES.encode())
    assert (loaded.file, loaded.location) == ("-", "")
    assert loaded.agreement
    assert files(read(folder, "-", stdin=USES.encode())) == ["-"]
    assert codes(read(folder, "-")) == [("AV002",)]
    assert codes(read(folder, "-", stdin=b"a: 1\n")) == [("AV054",)]


def test_two_with_the_same_id(folder: Path) -> None:
    """The second of two agreements with one id is refused, and names the first."""
    write(folder, a=agreement("x"), b=agreement("x"), c=agreement("y"))
    loaded = read(folder)
    assert codes(loaded) == [(), ("AV056",), ()]
    finding = loaded[1].placed(loaded[1].diagnostics[0])
    assert finding.arguments == {"id": "x", "first": "a.yaml"}
    assert finding.place
    assert (finding.file, finding.place.line, finding.place.column) == ("b.yaml", 2, 5)


def test_ids_that_are_no_text(folder: Path) -> None:
    """An id that is missing or a list is the checks' matter, not taken for another's."""
    text = agreement("x")
    write(folder, a=text.replace("id: x", "id: [x]"), b=text.replace("id: x\n", ""))
    assert "AV056" not in {code for one in codes(read(folder)) for code in one}


def test_a_socket(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What cannot even be opened, such as a socket, is no ordinary file."""
    monkeypatch.chdir(folder)
    with socket.socket(socket.AF_UNIX) as server:
        server.bind("x.yaml")
        assert codes(read(folder)) == [("AV053",)]


def test_ids_of_other_workspaces(folder: Path) -> None:
    """The same id may stand in two workspaces, one below the other too."""
    write(folder, a=agreement("x"), sub__a=agreement("x"))
    (folder / "sub" / "avtalskalk.toml").write_text("")
    assert codes(read(folder)) == [(), ()]


def test_the_root_of_a_workspace(folder: Path) -> None:
    """The nearest folder upwards with settings is the workspace."""
    (folder / "a" / "b").mkdir(parents=True)
    (folder / "avtalskalk.toml").write_text("")
    assert root_above(str(folder / "a" / "b")) == str(folder)
    (folder / "avtalskalk.toml").unlink()
    assert root_above(str(folder / "a" / "b")) is None


def test_what_a_workspace_shares(folder: Path) -> None:
    """A list of ids brings in the parties, and a name in the text what it names in turn."""
    write(folder, shared=SHARED, deep__x=USES)
    (folder / "avtalskalk.toml").write_text("")
    (loaded,) = read(folder, "deep/x.yaml")
    assert loaded.diagnostics == ()
    assert loaded.agreement
    assert list(loaded.agreement.parties) == ["b", "a"]
    assert list(loaded.agreement.keys) == ["population", "size"]
    assert list(loaded.agreement.sources) == ["scb"]
    assert [one.path for one in loaded.inputs] == ["deep/x.yaml", "shared.yaml"]


def test_what_an_agreement_writes_goes_first(folder: Path) -> None:
    """Its own key and its own words on a party hold; what it leaves out is filled in."""
    own = """\
avtalskalk: 1
id: x
title: Ett avtal
parties: {a: Styrelsen, b: {joined: 2023-06-01}, c: {name: Tredje, kind: region}, d: Fjärde}
keys: {population: {values: {2023: {a: 5, b: 6}}}}
periods:
  - from: 2023-01-01
    split: {by: population, among: [a, b]}
"""
    shared = SHARED.replace("unused: {", "unused: {note: [1, {a: [b]}], ")
    write(folder, shared=shared, x=own)
    (loaded,) = read(folder, "x.yaml")
    assert loaded.diagnostics == ()
    assert loaded.agreement
    parties = loaded.agreement.parties
    assert [party.name for party in parties.values()] == [
        "Styrelsen",
        "Kommunen",
        "Tredje",
        "Fjärde",
    ]
    assert parties["b"].kind == "municipality"
    assert not loaded.agreement.sources


def test_findings_in_what_is_shared(folder: Path) -> None:
    """A finding on a shared value points into the shared file, on what is its own into its own."""
    shared = SHARED.replace("2023: {a: 1, b: 2}", "2023: {a: 1, b: många}", 1)
    write(folder, shared=shared.replace("name: Kommunen", "nam: Kommunen"), x=USES)
    (loaded,) = read(folder)
    assert loaded.agreement is None
    placed = [loaded.placed(finding) for finding in loaded.diagnostics]
    lines = {(one.file, one.place.line if one.place else 0) for one in placed}
    assert ("shared.yaml", 3) in lines
    assert ("shared.yaml", 6) in lines
    assert {file for file, _ in lines} == {"shared.yaml"}


def test_parties_that_are_not_shared(folder: Path) -> None:
    """A listed party must be in the shared file, once, and the nearest id is named."""
    write(folder, shared="parties: {alingsas: Alingsås}\n")
    write(folder, x=USES.replace("[b, a]", "[alingsas, alingsos, alingsas, '']"))
    loaded = read(folder)[0]
    said = [one for one in loaded.diagnostics if one.code in {"AV101", "AV067", "AV030"}]
    assert [one.code for one in said] == ["AV030", "AV101", "AV067"]
    assert said[1].arguments["nearest"] == "alingsas"
    place = loaded.placed(said[2]).place
    assert place
    assert (place.line, place.column) == (4, 31)
    (folder / "shared.yaml").unlink()
    (loaded,) = read(folder)
    (nameless,) = [one for one in loaded.diagnostics if one.code == "AV061"]
    assert (nameless.path, nameless.arguments) == (
        ("parties",),
        {"parties": ("alingsas", "alingsos")},
    )


@pytest.mark.parametrize(
    ("shared", "expected"),
    [
        ("party: {a: b}\n", [("AV291", 1)]),
        ("parties: [a]\n", [("AV293", 1)]),
        ("keys:\n", [("AV028", 1)]),
        ("avtalskalk: 1\nparties: {a: b}\nparties: {c: d}\n", [("AV025", 3)]),
        ("parties: [\n", [("AV014", 1)]),
        (b"\xff", [("AV005", 1)]),
    ],
)
def test_a_shared_file_that_is_wrong(
    folder: Path, shared: str | bytes, expected: list[tuple[str, int]]
) -> None:
    """Its findings belong to every agreement of the workspace, and none of them is computed."""
    write(folder, shared=shared, x=agreement("x"), y=agreement("y"))
    for loaded in read(folder):
        placed = [loaded.placed(finding) for finding in loaded.diagnostics]
        assert [(one.code, one.place.line if one.place else 0) for one in placed] == expected
        assert {one.file for one in placed} == {"shared.yaml"}
        assert loaded.agreement is None


def test_a_shared_file_that_cannot_be_opened(folder: Path) -> None:
    """A shared file that is no file, or leads outside, stands in the way of all agreements."""
    write(folder, a__x=agreement("x"), b__y=agreement("y"), c__shared=SHARED)
    (folder / "a" / "shared.yaml").mkdir()
    (folder / "b" / "shared.yaml").symlink_to(folder / "c" / "shared.yaml")
    assert codes(read(folder, "a")) == [("AV053",)]
    assert codes(read(folder, "b")) == [("AV057",)]


def test_an_empty_value_is_said_once(folder: Path) -> None:
    """What the reader has said of a value, the checks do not say again."""
    text = agreement("x").replace("split: equal", "split:\n    notice:")
    write(
        folder,
        x=text,
        y=agreement("y").replace("split: equal", "split:\n      a:50 %\n      b:50 %"),
    )
    assert codes(read(folder)) == [("AV028", "AV028"), ("AV012", "AV012")]


def test_places_are_found_when_asked_for(folder: Path) -> None:
    """A finding gets its line from the text of its own file, others are left as they are."""
    write(folder, x=agreement("x"))
    (loaded,) = read(folder)
    finding = loaded.documents[0].diagnostics
    assert finding == ()
    (wrong,) = read(folder, "none.yaml")
    assert wrong.placed(wrong.diagnostics[0]) == wrong.diagnostics[0]


def test_names_that_are_no_text(folder: Path) -> None:
    """A file name of bytes that are no text is shown in a form that can be printed."""
    location = os.fsencode(folder) + b"/x\xff.yaml"
    try:
        Path(os.fsdecode(location)).write_text(agreement("x"))
    except OSError:
        pytest.skip("the file system takes no such names")
    (loaded,) = read(folder)
    assert loaded.file == "x\ufffd.yaml"
    assert loaded.agreement


def test_the_working_folder_unless_told(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Paths are relative to the working folder."""
    write(folder, x=agreement("x"))
    monkeypatch.chdir(folder)
    assert [one.file for one in load([folder / "x.yaml"])] == ["x.yaml"]


def test_another_drive(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where no relative path exists the whole one is shown."""
    write(folder, x=agreement("x"))

    def refuse(*_: object) -> str:
        raise ValueError

    monkeypatch.setattr(os.path, "relpath", refuse)
    (loaded,) = read(folder, "x.yaml")
    assert loaded.file == (folder / "x.yaml").as_posix()


def test_many_workspaces(folder: Path) -> None:
    """Only so many shared files are kept, and all agreements are read."""
    for number in range(140):
        write(folder, **{f"w{number}__x": USES, f"w{number}__shared": SHARED})
    loaded = read(folder, *(f"w{number}/x.yaml" for number in range(140)))
    assert all(one.agreement for one in loaded)


@pytest.mark.slow
def test_memory_does_not_grow_with_the_folder(folder: Path) -> None:
    """Of what has been read only identities and ids are kept."""
    for number in range(1200):
        write(folder, **{f"x{number}": agreement(f"x{number}")})
    stream = load(["."], cwd=folder)
    for _ in range(200):
        next(stream)
    tracemalloc.start()
    before = tracemalloc.get_traced_memory()[0]
    for _ in range(1000):
        next(stream)
    grown = tracemalloc.get_traced_memory()[0] - before
    tracemalloc.stop()
    assert grown < 1_500_000
