"""`drafter compare`: two notices side by side."""

import click

from drafter.commands.common import print_json, wants_json, with_json, with_workspace


@click.command("compare")
@click.argument("old", metavar="旧")
@click.argument("new", metavar="新")
@with_workspace
@with_json
def compare_command(old: str, new: str) -> None:
    """比对两份通知：文库引用、草稿或文件。有差别时退出码为 1。"""
    from drafter import compare
    from drafter.commands import shapes
    from drafter.commands.arguments import named_notice
    from drafter.compare import terminal
    from drafter.compare.summary import is_different

    before, after = named_notice(old), named_notice(new)
    found = compare.notices(
        before.draft or before.notice, after.draft or after.notice, old_name=before.name, new_name=after.name
    )
    if wants_json():
        print_json(shapes.comparison(found))
    else:
        click.echo("\n".join(terminal.lines(found)))
    click.get_current_context().exit(1 if is_different(found) else 0)
