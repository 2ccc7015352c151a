"""`drafter init`: a workspace of one's own."""

from pathlib import Path

import click

from drafter.commands.common import report, with_json, with_workspace


@click.command("init")
@click.argument("folder", metavar="文件夹", type=click.Path(path_type=Path))
@with_workspace
@with_json
def init_command(folder: Path) -> None:
    """建一个自己的工作区：文库、登记表和模板的副本，放草稿的文件夹。"""
    from drafter import workspace

    created = workspace.create(folder)
    count = len(created.library.references())
    report([folder], [f"文库里有{count}份往年通知；登记表和模板可以按本单位情况修改"])
