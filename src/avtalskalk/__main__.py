"""The entry point: answer what is quick before anything heavy is imported."""

import gc
import os
import sys

# What a shell reports for a command that Ctrl-C ended.
INTERRUPTED = 130


def main() -> int:
    """Run the command line and return its exit code."""
    try:
        return _run()
    except KeyboardInterrupt:
        return INTERRUPTED


def _run() -> int:
    # What a start makes lives until the end: looking for garbage in it only costs time.
    gc.disable()
    if sys.argv[1:] == ["--version"]:
        from avtalskalk import __version__

        sys.stdout.write(f"avtalskalk {__version__}\n")
        return 0
    # Plug-ins of other programs in the same environment have no business in ours.
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    from avtalskalk.cli.application import run

    return run(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
