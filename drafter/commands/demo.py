"""`drafter demo`: the main job on the shipped library."""

from pathlib import Path

import click

from drafter.commands.common import report, wants_json, with_json, with_workspace


@click.command("demo")
@click.option(
    "-o", "output", metavar="文件夹", type=click.Path(path_type=Path), default=Path("示例"), show_default=True,
    help="成果放在哪里。",
)  # fmt: skip
@with_workspace
@with_json
def demo_command(output: Path) -> None:
    """演示：用自带文库，从临淄区2026年通知拟出2027年通知，全程走一遍。"""
    from drafter.handover import demo
    from drafter.workspace import Workspace, shipped

    ws = Workspace(shipped(), own=False)
    made = demo.run(output, ws.library, ws.templates)
    if not wants_json():
        click.echo(made.account)
    report(made.written, [])
