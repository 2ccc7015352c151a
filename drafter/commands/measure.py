"""`drafter measure`: the rendered page against the standard."""

from pathlib import Path

import click

from drafter.commands.common import print_json, wants_json, with_json

_NOT_MEASURED = 3
_MEASURED = (".docx", ".docm", ".doc", ".wps", ".odt", ".rtf")


@click.command("measure")
@click.argument("path", metavar="文件.docx", type=click.Path(path_type=Path))
@click.option(
    "--format",
    "layout",
    metavar="letter|file",
    type=click.Choice(["letter", "file"]),
    help="按信函格式（letter）还是文件格式（file）量；不给则看红色双线。",
)
@with_json
def measure_command(path: Path, layout: str | None) -> None:
    """量一份文档的版面是否合乎公文格式标准（需装有 LibreOffice）。有不合的退出码为 1，没有量成为 3。"""
    if path.suffix.lower() not in _MEASURED:
        raise click.UsageError(f"{path} 不是能量的文档，请给 {'、'.join(_MEASURED)} 文件。")
    from drafter import measure
    from drafter.measure import terminal
    from drafter.model.notice import Format

    found = measure.measure(path, Format(layout) if layout else None)
    if wants_json():
        print_json(found.model_dump(mode="json") | {"score": list(found.score)})
    else:
        click.echo("\n".join(terminal.lines(found)), err=not found.measured)
    code = int(bool(found.red)) if found.measured else _NOT_MEASURED
    click.get_current_context().exit(code)
