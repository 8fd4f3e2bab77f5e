"""The entry point: answer what is quick before anything heavy is imported."""

import gc
import sys

# What a shell reports for a command that Ctrl-C ended.
INTERRUPTED = 130


def main() -> int:
    """Run the command line and return its exit code."""
    try:
        return _run()
    except KeyboardInterrupt:
        return INTERRUPTED
    finally:
        # On its way out Python would search all that was made for garbage, as long as a start.
        gc.freeze()


def _run() -> int:
    # What a start makes lives until the end: looking for garbage in it only costs time.
    gc.disable()
    if sys.argv[1:] == ["--version"]:
        from avtalskalk import __version__

        sys.stdout.write(f"avtalskalk {__version__}\n")
        return 0
    from avtalskalk.cli.application import run

    return run(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
