"""Standard output and error as every command uses them: UTF-8, line feeds, quiet when closed."""

import os
import sys
from io import TextIOWrapper
from pathlib import Path
from typing import Literal, TextIO


def prepare() -> None:
    """Make both streams write UTF-8 with line feeds, and ``?`` for what cannot be shown."""
    # A stream that the caller has closed is None in Python.
    sys.stdin = sys.stdin or _nowhere("r")
    sys.stdout = sys.stdout or _nowhere("w")
    sys.stderr = sys.stderr or _nowhere("w")
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace", newline="\n")


def write(part: bytes) -> None:
    """Write a part of the result."""
    try:
        sys.stdout.flush()
        sys.stdout.buffer.write(part)
    except BrokenPipeError:
        discard(sys.stdout)


def talk(text: str) -> None:
    """Say something beside the result, with a line break after it."""
    try:
        sys.stderr.write(f"{text}\n")
        sys.stderr.flush()
    except OSError:
        # Whatever is wrong with it, there is nowhere left to say so.
        discard(sys.stderr)


def ask(question: str) -> str:
    """Put a question on a line and return the answer; raises EOFError where there is none."""
    sys.stderr.write(question)
    sys.stderr.flush()
    line = sys.stdin.readline()
    if not line:
        raise EOFError
    return line.strip()


def flush() -> None:
    """Hand over what is buffered, so that a full disk is noticed here and not at the exit."""
    try:
        sys.stdout.flush()
    except BrokenPipeError:
        discard(sys.stdout)


def discard(stream: TextIO) -> None:
    """Send the rest of a stream nowhere.

    Its reader has gone (``| head``), which is no fault: the exit code stays true.  Without
    this, Python would complain when it closes the stream at the exit.
    """
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, stream.fileno())
    os.close(nowhere)


def _nowhere(mode: Literal["r", "w"]) -> TextIO:
    return Path(os.devnull).open(mode, encoding="utf-8")
