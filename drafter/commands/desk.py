"""`drafter desk`: the drafter's pages in the browser."""

import os

import click

from drafter.commands.common import WholeNumberWithin, with_workspace, workspace

PASSWORD = "DRAFTER_DESK_PASSWORD"  # noqa: S105 - the name of a variable


@click.command("desk")
@click.option(
    "--port", metavar="端口", type=WholeNumberWithin(1, 65535), default=8127, show_default=True, help="端口。"
)
@click.option("--host", metavar="地址", default="127.0.0.1", show_default=True, help="监听的地址；别的电脑要用时才给。")
@click.option("--name", "names", metavar="名称", multiple=True, help="别的电脑用哪个名称访问，可以重复给。")
@click.option("--password", "ask_password", is_flag=True, help=f"要密码才能进；在终端输入，或放在 ${PASSWORD}。")
@click.option("--no-browser", is_flag=True, help="不打开浏览器，只显示网址。")
@with_workspace
def desk_command(*, port: int, host: str, names: tuple[str, ...], ask_password: bool, no_browser: bool) -> None:
    """打开拟稿台：在浏览器里拟稿，不用联网；按 Ctrl+C 停止。"""
    from drafter.desk.serving import serve

    def tell(address: str) -> None:
        click.echo(f"拟稿台已打开：{address}\n按 Ctrl+C 停止；已保存的内容不会丢。")

    serve(
        workspace(),
        host=host,
        port=port,
        names=names,
        password=_password() if ask_password else None,
        browser=not no_browser,
        tell=tell,
    )


def _password() -> str:
    """The password, from the environment or asked for; wrong use (exit 2) where it is empty."""
    given = os.environ.get(PASSWORD) or click.prompt("密码", hide_input=True, confirmation_prompt="再输一次")
    if len(given) < 6:
        raise click.UsageError("密码至少6个字符。")
    return str(given)
