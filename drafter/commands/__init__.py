"""The command line. Modules here import only click at the top, so that --help stays quick."""

import gc
import importlib
import os
import sys
from typing import NoReturn

import click

from drafter.commands.chinese import speak_chinese

_COMMANDS = {
    "demo": "demo",
    "init": "init",
    "read": "reading",
    "import": "reading",
    "library": "library",
    "new": "drafting",
    "show": "showing",
    "status": "showing",
    "add": "adding",
    "take": "drafting",
    "drop": "drafting",
    "move": "drafting",
    "edit": "editing",
    "undo": "drafting",
    "suggest": "suggest",
    "compare": "compare",
    "absorb": "absorb",
    "check": "check",
    "render": "render",
    "progress": "sheets",
    "consult": "sheets",
    "cover": "sheets",
    "templates": "templates",
    "measure": "measure",
    "desk": "desk",
}
DEBUG = "DRAFTER_DEBUG"


class _Commands(click.Group):
    """The commands by name, each module imported when asked for."""

    def list_commands(self, _ctx: click.Context) -> list[str]:
        """The names in the order of the work."""
        return list(_COMMANDS)

    def get_command(self, _ctx: click.Context, name: str) -> click.Command | None:
        """The command of a name."""
        if name not in _COMMANDS:
            return None
        module = importlib.import_module(f"drafter.commands.{_COMMANDS[name]}")
        command: click.Command = getattr(module, f"{name}_command")
        command.options_metavar = "[选项]"
        return command


@click.command(
    cls=_Commands,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    options_metavar="[选项]",
    subcommand_metavar="命令 …",
)
@click.option("--workspace", metavar="文件夹", help="工作区；不给则从当前文件夹往上找，再看 $DRAFTER_WORKSPACE。")
@click.option("--json", "as_json", is_flag=True, help="列出内容时输出 JSON。")
@click.version_option(package_name="shishi-drafter", message="实事拟稿 %(version)s", help="显示版本。")
@click.pass_context
def cli(ctx: click.Context, workspace: str | None, as_json: bool) -> None:
    """实事拟稿：从往年通知拟出今年的为妇女儿童办实事通知。"""
    ctx.obj = {"workspace": workspace, "json": as_json}


def main() -> None:
    """Run the command line; what stops it is told in one Chinese sentence on stderr, exit code 3.

    Output is UTF-8 unless a console that knows its own encoding is there.
    """
    gc.set_threshold(100_000, 50, 50)  # a command is short: collecting while modules load is a tenth of its time
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")  # looking for plugins reads every package's metadata
    speak_chinese()
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding=None if stream.isatty() else "utf-8", errors="backslashreplace")
    if any("\ud800" <= char <= "\udfff" for argument in sys.argv for char in argument):
        click.echo("错误：命令里有无法识别的字符。请检查终端的编码，或重新输入。", err=True)
        _leave(2)
    try:
        cli(prog_name="drafter")
    except SystemExit as end:
        _leave(end.code if isinstance(end.code, int) else int(end.code is not None))
    except Exception as error:
        if os.environ.get(DEBUG):
            raise
        click.echo(f"错误：{_sentence(error)}", err=True)
        _leave(3)


def _leave(code: int) -> NoReturn:
    """End the process at once: everything is written, and taking the loaded modules apart costs a twentieth."""
    try:
        sys.stdout.flush()
        sys.stderr.flush()
    except BrokenPipeError:
        code = code or 1
    os._exit(code)


def _sentence(error: Exception) -> str:
    """What a user is told about what stopped a command."""
    from drafter.errors import DrafterError, system_reason

    if isinstance(error, DrafterError):
        return str(error)
    if isinstance(error, OSError):
        return f"{error.filename or '文件'}：{system_reason(error)}。请核对文件名和所在的文件夹。"
    kind = type(error).__name__
    return f"程序内部出错（{kind}）。请设环境变量 {DEBUG}=1 重试，并把输出发给维护者。"
