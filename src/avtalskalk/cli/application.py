"""The command line as one function: words in, an exit code out, and nothing escapes it."""

import os
import sys
from collections.abc import Iterable, Mapping, Sequence
from importlib import import_module
from inspect import Parameter, Signature
from itertools import pairwise
from types import MethodType
from typing import Annotated, Any

import typer
from typer._click.exceptions import BadOptionUsage, ClickException, NoSuchOption
from typer.core import TyperCommand, TyperGroup

from avtalskalk import __version__
from avtalskalk.cli import streams
from avtalskalk.cli.codes import FAULT, INVALID, MISUSED
from avtalskalk.cli.errors import Invalid, Misuse
from avtalskalk.cli.guide import command_page, metavar, program_page
from avtalskalk.cli.language import early
from avtalskalk.cli.options import COMMANDS, OPTIONS, Command, Option
from avtalskalk.cli.settings import Settings, resolve
from avtalskalk.diagnostics import Diagnostic, unknown_name
from avtalskalk.words import Language

# Typer's name for the variable that a shell sets when it asks for completions.
COMPLETING = "_AVTALSKALK_COMPLETE"


def run(arguments: Sequence[str]) -> int:
    """Carry out a command line and return its exit code."""
    streams.prepare()
    language = early(arguments)
    if COMPLETING in os.environ:
        return _completed(language)
    try:
        code = _understood(list(arguments), language)
        streams.flush()
    except Exception as error:  # noqa: BLE001 - the last door: a traceback is for -v alone
        code = _stopped(error, arguments, language)
    return code


def _completed(language: Language) -> int:
    """Answer a shell that asks what may stand next, with the options of the command at hand."""
    from avtalskalk.cli.completion import completed, words

    on_line = words()
    commands = [c if c.name in on_line else c._replace(options=()) for c in COMMANDS.values()]
    return completed(_program(commands, language))


def _stopped(error: Exception, arguments: Sequence[str], language: Language) -> int:
    """Say why a command was not carried out, and give its exit code."""
    if isinstance(error, Misuse):
        _say(error.diagnostic, error.language or language)
        return MISUSED
    if isinstance(error, Invalid):
        for diagnostic in error.diagnostics:
            _say(diagnostic, error.language or language)
        return INVALID
    # An error of standard output names no file.
    if isinstance(error, OSError) and error.filename is None:
        from avtalskalk.cli.output import unwritable

        _say(unwritable(error, "stdout").diagnostic, language)
        streams.discard(sys.stdout)
        return MISUSED
    return _fault(error, arguments, language)


def _understood(arguments: list[str], language: Language) -> int:
    """Parse a command line and run its command; what typer refuses is said in our words."""
    arguments = _language_last(arguments) or ["--help"]
    _refuse_missing_values(arguments, language)
    commands = [_on_line(COMMANDS[word], arguments) for word in COMMANDS if word in arguments]
    program = _program(commands, language)
    try:
        code = program.main(arguments, prog_name="avtalskalk", standalone_mode=False)
    except typer.Abort as error:
        raise KeyboardInterrupt from error
    except ClickException as error:
        raise _misuse(error, arguments, language) from error
    return int(code or 0)


def _refuse_missing_values(arguments: Sequence[str], language: Language) -> None:
    """An option without its value is said to be so, where it would be passed over.

    Another option would be taken for the value, and a script's empty variable for none at all.
    """
    command = COMMANDS.get(arguments[0])
    flags = _flags(command)
    for word, after in pairwise([*arguments, "--"]):
        if word == "--":
            return
        option, sign, value = word.partition("=")
        known = flags.get(option)
        if not command or not known or not known.takes_value:
            continue
        lacking = not value if sign else (not after or after in flags)
        if lacking:
            metavariable = metavar(known, command, language)
            raise Misuse(code="AV804", option=option, metavar=metavariable)


def _language_last(arguments: list[str]) -> list[str]:
    """``--lang sv calc …`` as ``calc … --lang sv``: the language may be said before the command."""
    taken = 0
    while taken < len(arguments) and arguments[taken].partition("=")[0] == "--lang":
        taken += 1 if "=" in arguments[taken] else 2
    command, *words = arguments[taken:] or [""]
    if command not in COMMANDS:
        return arguments[taken:]
    return [command, *arguments[:taken], *words]


def _on_line(command: Command, arguments: Sequence[str]) -> Command:
    """A command with those of its options that may be on the line.

    Typer takes its time over each option, so only those that may be needed are made.
    """
    written = {word.partition("=")[0] for word in arguments}

    def may_be(option: Option) -> bool:
        flags = [flag for both in option.flags for flag in both.split("/")]
        # Short ones may stand together, as in -qv.
        return any(flag in written or not flag.startswith("--") for flag in flags)

    options = tuple(name for name in command.options if may_be(OPTIONS[name]))
    return command._replace(options=options)


def _program(commands: Iterable[Command], language: Language) -> TyperGroup:
    """The command line as typer knows it, its help in a language."""

    class Program(TyperGroup):
        def get_params(self, ctx: Any) -> list[Any]:  # noqa: ANN401 - typer's own
            return _as_they_are(super().get_params(ctx))

        def get_help(self, ctx: Any) -> str:  # noqa: ANN401, ARG002 - typer's own, unneeded type
            return program_page(language).rstrip("\n")

        def resolve_command(self, ctx: Any, args: list[str]) -> Any:  # noqa: ANN401
            if args[0] not in COMMANDS:
                raise Misuse(code="AV101", **unknown_name("command", args[0], COMMANDS, "command"))
            return super().resolve_command(ctx, args)

    app = typer.Typer(
        cls=Program,
        add_completion=False,
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
        context_settings={"help_option_names": ["--help", "-h"]},
    )
    app.callback()(_acting(language))
    for command in commands:
        app.command(command.name, cls=_command_class(COMMANDS[command.name], language))(
            _callback(command)
        )
    program = typer.main.get_command(app)
    assert isinstance(program, TyperGroup)  # noqa: S101 - one with a callback is a group
    return program


def _acting(language: Language) -> Any:  # noqa: ANN401 - typer reads its signature
    """The function with the program's own options, which act by themselves."""

    def say_version(value: bool | None) -> None:
        if value:
            streams.write(f"avtalskalk {__version__}\n".encode())
            raise typer.Exit

    def show_completion(value: bool | None) -> None:
        if value:
            from avtalskalk.cli.completion import show

            show()
            raise typer.Exit

    def install_completion(value: bool | None) -> None:
        if value:
            from avtalskalk.cli.completion import install

            install(language)
            raise typer.Exit

    acts = {
        "version": say_version,
        "show_completion": show_completion,
        "install_completion": install_completion,
    }

    def callback(**_: Any) -> None:  # noqa: ANN401 - flags
        pass

    callback.__signature__ = Signature(  # type: ignore[attr-defined]
        [
            Parameter(
                name,
                Parameter.KEYWORD_ONLY,
                default=None,
                annotation=Annotated[
                    bool | None,
                    typer.Option(f"--{name.replace('_', '-')}", is_eager=True, callback=act),
                ],
            )
            for name, act in acts.items()
        ]
    )
    callback.__annotations__ = {}
    return callback


def _command_class(command: Command, language: Language) -> type[TyperCommand]:
    """A typer command with our help, which takes its words as they are."""

    class Worded(TyperCommand):
        def get_params(self, ctx: Any) -> list[Any]:  # noqa: ANN401 - typer's own
            return _as_they_are(super().get_params(ctx))

        def get_help(self, ctx: Any) -> str:  # noqa: ANN401, ARG002 - typer's own, unneeded type
            return command_page(command, language).rstrip("\n")

    return Worded


def _as_they_are(parameters: list[Any]) -> list[Any]:
    """Parameters that hand over what was written, as the text it is.

    Typer builds a pydantic validator for each of them, even for flags and plain text; ours are
    read by `settings`, so that the messages are our own and pydantic can wait until it is needed.
    """

    def process_value(parameter: Any, context: Any, value: object) -> object:  # noqa: ANN401
        # A few options act by themselves, as that for help; none does while completing.
        if parameter.callback is None or context.resilient_parsing:
            return value
        return parameter.callback(context, parameter, value)

    for parameter in parameters:
        parameter.process_value = MethodType(process_value, parameter)
    return parameters


def _callback(made: Command) -> Any:  # noqa: ANN401 - typer reads its signature
    """The function that typer calls for a command: its module's `run`, imported then.

    It is ``made`` with some of the command's options; what is not there was not given.
    """
    command = COMMANDS[made.name]

    def callback(**given: Any) -> int:  # noqa: ANN401 - text, flags and lists
        paths = [str(path) for path in given.pop("paths", None) or ()]
        if paths and not command.takes_paths:
            raise Misuse(code="AV825", command=command.name, given=paths[0])
        settings = _settled(command, paths, given)
        module = import_module(f"avtalskalk.cli.{command.name}")
        try:
            return int(module.run(paths, settings))
        except (Misuse, Invalid) as stopped:
            # The workspace may have set a language that was not known until now.
            stopped.language = settings.language
            raise

    parameters = [
        Parameter(
            "paths",
            Parameter.KEYWORD_ONLY,
            default=None,
            annotation=Annotated[list[str] | None, _argument(command)],
        ),
        *(_parameter(OPTIONS[name], command) for name in made.options),
    ]
    callback.__signature__ = Signature(parameters)  # type: ignore[attr-defined]
    callback.__annotations__ = {each.name: each.annotation for each in parameters}
    return callback


def _settled(command: Command, paths: Sequence[str], given: Mapping[str, Any]) -> Settings:
    """The settings of a command; the one that diagnoses them goes on without."""
    try:
        return resolve(command, paths, given)
    except (Misuse, Invalid) as wrong:
        if not command.diagnoses or given.get("no_config"):
            raise
        settings = resolve(command, paths, {**given, "no_config": True})
        found = (wrong.diagnostic,) if isinstance(wrong, Misuse) else wrong.diagnostics
        for diagnostic in found:
            _say(diagnostic, settings.language)
        return settings


def _argument(command: Command) -> Any:  # noqa: ANN401 - typer's own
    """The paths of a command, with how they are completed."""
    agreements = command.takes_paths and not (command.makes_file or command.verifies)
    if COMPLETING not in os.environ or not agreements:
        return typer.Argument(hidden=True)
    from avtalskalk.cli.completion import of_paths

    return typer.Argument(hidden=True, autocompletion=of_paths)


def _parameter(option: Option, command: Command) -> Parameter:
    """An option as a parameter of a typer command; all values are text."""
    kind: Any = str if option.takes_value else bool
    if option.many:
        kind = list[str]
    values = None
    if COMPLETING in os.environ:
        from avtalskalk.cli.completion import of_option

        values = of_option(option, command)
    return Parameter(
        option.name,
        Parameter.KEYWORD_ONLY,
        default=None,
        annotation=Annotated[
            kind | None, typer.Option(*option.flags, hidden=option.hidden, autocompletion=values)
        ],
    )


def _misuse(error: ClickException, arguments: Sequence[str], language: Language) -> Misuse:
    """What typer refused, in our words."""
    command = next((COMMANDS[word] for word in arguments if word in COMMANDS), None)
    flags = _flags(command)
    if isinstance(error, NoSuchOption):
        given = error.option_name
        return Misuse("AV101", **unknown_name("option", given, flags, "option"))
    if isinstance(error, BadOptionUsage) and command and error.option_name in flags:
        option = flags[error.option_name]
        if option and option.takes_value:
            return Misuse(
                code="AV804", option=error.option_name, metavar=metavar(option, command, language)
            )
        return Misuse(code="AV830", option=error.option_name)
    return Misuse(code="AV832", reason=error.format_message())


def _flags(command: Command | None) -> Mapping[str, Option | None]:
    """Every flag that may be written, long ones first."""
    options = [OPTIONS[name] for name in command.options] if command else []
    flags: dict[str, Option | None] = {
        flag: option for option in options for both in option.flags for flag in both.split("/")
    }
    flags |= dict.fromkeys(("--help",) if command else ("--help", "--version"))
    return dict(sorted(flags.items(), key=lambda flag: -len(flag[0])))


def _say(diagnostic: Diagnostic, language: Language) -> None:
    from avtalskalk.report.messages import message

    streams.talk(message(diagnostic, language))


def _fault(error: Exception, arguments: Sequence[str], language: Language) -> int:
    """A fault of our own: one line that asks for a report, the traceback with ``-v``."""
    import traceback

    if {"-v", "--verbose"} & set(arguments):
        streams.talk(traceback.format_exc().rstrip("\n"))
    last = traceback.extract_tb(error.__traceback__)[-1]
    file = last.filename.replace("\\", "/").rpartition("/")[2]
    what = f"{type(error).__name__}, {file}:{last.lineno}"
    try:
        _say(Diagnostic("AV890", {"what": what, "version": __version__}), language)
    except Exception:  # noqa: BLE001 - the fault may lie in the messages themselves
        streams.talk(f"error[AV890]: avtalskalk {__version__}: {what}")
    return FAULT
