"""The entry point: answer what is quick before anything heavy is imported."""

import gc
import os
import sys

# What a shell reports for a command that Ctrl-C ended.
INTERRUPTED = 130


def _say_version() -> bool:
    """Answer at once; where that cannot be written, the application says why."""
    from avtalskalk import __version__

    try:
        # Unbuffered: what is left in a buffer would fail once more as Python ends.
        os.write(sys.stdout.fileno(), f"avtalskalk {__version__}\n".encode())
    except (OSError, AttributeError):
        # A stream that the caller has closed is None.
        return False
    return True


def main() -> int:
    """Run the command line and return its exit code."""
    if sys.argv[1:] == ["--version"] and _say_version():
        return 0
    # What is imported lives until the end, and what an agreement leaves behind has no circles:
    # to look for them would take a tenth of the time of one file.
    gc.disable()
    # Plug-ins of other programs in the same environment have no business in our models.
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    try:
        from avtalskalk.cli.application import run

        return run(sys.argv[1:])
    except KeyboardInterrupt:
        return INTERRUPTED
    finally:
        # Python looks for circles once more on its way out, for another fifth; not if told so.
        gc.freeze()


if __name__ == "__main__":
    sys.exit(main())
