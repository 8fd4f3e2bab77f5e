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
    _without_plugins()
    from avtalskalk.cli.application import run

    return run(sys.argv[1:])


def _without_plugins() -> None:
    """Keep pydantic from looking for plug-ins of other programs in the same environment.

    They have no business in ours.  That it is not to look, pydantic asks in a module that imports
    the finder of installed packages first, with all of `email`: a twelfth of a start.  So a
    stand-in says it; whoever asks it for anything else gets the real one.
    """
    from importlib import import_module
    from types import ModuleType

    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    name = "pydantic.plugin._loader"
    stand_in = ModuleType(name)

    def real(asked: str) -> object:
        if asked.startswith("__"):
            # The machinery of imports asks for these of any module, and does without.
            raise AttributeError(asked)
        sys.modules.pop(name, None)
        return getattr(import_module(name), asked)

    vars(stand_in).update(get_plugins=tuple, __getattr__=real)
    sys.modules.setdefault(name, stand_in)


if __name__ == "__main__":
    sys.exit(main())
