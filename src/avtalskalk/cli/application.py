"""The command line as one function: words in, an exit code out, and nothing escapes it."""

import os
import sys
from collections.abc import Sequence
from contextlib import redirect_stderr
from io import StringIO
from typing import Annotated, Final

import typer

from avtalskalk import __version__
from avtalskalk.cli import completion, help_pages, streams
from avtalskalk.cli.commands import COMMANDS, function_of, options_of
from avtalskalk.cli.errors import DONE, FAULT, INVALID, MISUSED, Invalid, Misuse
from avtalskalk.cli.language import Addressee, early
from avtalskalk.cli.options import Color, Lang, NoConfig, Quiet, Verbose, Width, option
from avtalskalk.diagnostics import AgreementError, Diagnostic, fault, nearest, unknown_name
from avtalskalk.words import Language

# The options that may stand before the command with a value after them.
_WITH_VALUE: Final = ("--lang", "--color", "--width")


def run(arguments: Sequence[str]) -> int:
    """Carry out a command line and return its exit code."""
    streams.prepare()
    addressee = Addressee(early(arguments))
    if completion.VARIABLE in os.environ:
        with redirect_stderr(StringIO()):
            try:
                completion.join_equals()
                program(command_on(completion.words_on_line()))(
                    [], prog_name="avtalskalk", obj=addressee
                )
            except SystemExit as finished:
                return finished.code if isinstance(finished.code, int) else 1
            except Exception:  # noqa: BLE001 - an error is said when the command is run
                return 1
        return DONE
    if not arguments or command_on(arguments) == "help":
        # `help calc` is `calc --help`.
        place = [*arguments, "help"].index("help")
        arguments = [*arguments[:place], *arguments[place + 1 :], "--help"]
    try:
        code = _carry_out(arguments, addressee)
        streams.flush()
    except Exception as error:  # noqa: BLE001 - the last door: a traceback is for -v alone
        code = _stopped(error, arguments, addressee.language)
    return code


def program(command: str) -> typer.Typer:
    """The command line as typer knows it.

    Only the command on the line is imported and has its options: those of all the others would
    cost a start as much again.
    """
    app = typer.Typer(add_help_option=False, rich_markup_mode=None, pretty_exceptions_enable=False)
    app.callback(invoke_without_command=True)(_before_command)
    for name in COMMANDS:
        # One that is not on the line needs no more than its name.
        function = function_of(name) if name == command else lambda: DONE
        # `resolve` refuses words that are too many.
        app.command(
            name, help="", add_help_option=False, context_settings={"allow_extra_args": True}
        )(function)
    return app


def _say_version(value: bool) -> None:
    if value:
        streams.write(f"avtalskalk {__version__}\n".encode())
        raise typer.Exit


def _before_command(
    context: typer.Context,
    lang: Lang = None,
    color: Color = None,
    width: Width = None,
    quiet: Quiet = False,
    verbose: Verbose = False,
    no_config: NoConfig = False,
    version: Annotated[bool, option("version", callback=_say_version)] = False,
    help: help_pages.Help = False,
) -> None:
    """Take the options that stand before the command; alone they call for the help."""
    if context.invoked_subcommand is None:
        help_pages.show(context, value=True)


def command_on(arguments: Sequence[str]) -> str:
    """The command on a line: the first word that is no option, nor the value of one."""
    before = ""
    for word in arguments:
        if not word.startswith("-") and before not in _WITH_VALUE:
            return word
        before = word
    return ""


def _carry_out(arguments: Sequence[str], addressee: Addressee) -> int:
    """Parse a command line and run its command; what typer refuses is said in our words."""
    command = command_on(arguments)
    app = program(command)
    try:
        code = app(arguments, prog_name="avtalskalk", standalone_mode=False, obj=addressee)
    except typer.TyperException as error:
        raise _misuse(error, arguments, addressee.language) from error
    except typer.Abort as error:
        raise KeyboardInterrupt from error
    except SystemExit as ended:
        # So do typer's own options, which set up completion.
        code = ended.code
    # What typer's own options cannot do is wrong usage; a command has a code of its own.
    return int(code or DONE) if command else MISUSED if code else DONE


# --- What went wrong ----------------------------------------------------------------------


def _misuse(error: typer.TyperException, arguments: Sequence[str], language: Language) -> Misuse:
    """What typer refused, in our words.

    Typer has one public class for all of it; which it was shows in what the error holds.  Where
    that should change, the reason is said as typer gives it.
    """
    command = command_on(arguments)
    flag = getattr(error, "option_name", None)
    if flag is None:
        if command in COMMANDS:
            return Misuse(code="AV832", reason=error.format_message())
        return Misuse("AV101", **unknown_name("command", command, COMMANDS, "command"))
    command = command if command in COMMANDS else ""
    flags = {flag: name for name, o in options_of(command).items() for flag in o.every_flag}
    if flag not in flags:
        known = sorted(flags, key=len, reverse=True)
        about = unknown_name("option", flag, known, "option")
        # Two dashes are alike in all of them.
        long = {name.lstrip("-"): name for name in known if name.startswith("--")}
        about["nearest"] = long.get(nearest(flag.lstrip("-"), long, 0.7), "")
        return Misuse("AV101", **about)
    takes = help_pages.metavar(flags[flag], command, language)
    if takes:
        return Misuse(code="AV804", option=flag, metavar=takes)
    return Misuse(code="AV830", option=flag)


def _stopped(error: Exception, arguments: Sequence[str], language: Language) -> int:
    """Say why a command was not carried out, and give its exit code."""
    if isinstance(error, Misuse):
        _say(error.diagnostic, language)
        return error.exit_code
    if isinstance(error, AgreementError):
        error = Invalid(*error.diagnostics)
    if isinstance(error, Invalid):
        for diagnostic in error.diagnostics:
            _say(diagnostic, language)
        return FAULT if error.is_fault else INVALID
    # An error of standard output names no file; typer writes one of its own.
    if isinstance(error, OSError) and (
        error.filename is None or "--install-completion" in arguments
    ):
        from avtalskalk.cli.output import unwritable

        misuse = unwritable(error, error.filename or "stdout")
        _say(misuse.diagnostic, language)
        streams.discard(sys.stdout)
        return misuse.exit_code
    # A fault of our own: one line that asks for a report, the traceback with ``-v``.
    import traceback

    if {"-v", "--verbose"} & set(arguments):
        streams.talk(traceback.format_exc().rstrip("\n"))
    diagnostic = fault(error)
    try:
        _say(diagnostic, language)
    except Exception:  # noqa: BLE001 - the fault may lie in the messages themselves
        what = diagnostic.arguments["what"]
        streams.talk(f"error[{diagnostic.code}]: avtalskalk {__version__}: {what}")
    return FAULT


def _say(diagnostic: Diagnostic, language: Language) -> None:
    from avtalskalk.report.messages import message

    streams.talk(message(diagnostic, language))
