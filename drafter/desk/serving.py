"""The server of the desk: where it listens, how its address is told, how the browser is opened.

It listens first and tells its address; the pages' code is loaded while the browser opens, whose first request waits.
"""

import contextlib
import errno
import gc
import ipaddress
import logging
import socket
import sys
import threading
import webbrowser
from collections.abc import Callable

from drafter.desk.entry import Entry, key_of
from drafter.errors import FileTrouble, UnfitValue
from drafter.workspace import Workspace

HOST, PORT = "127.0.0.1", 8127
_PORTS_TRIED = 20
_THREADS = 6
_WARM_SECONDS = 1.5  # the first page is shown before the library is opened for questions
# Objects made before garbage is looked for, and how often older ones are looked through: what the desk keeps of a large
# library is much and no garbage, and looking it through made every fourth answer wait a tenth of a second.
_COLLECTED_AFTER = 5_000, 1_000, 10
_TURN_SECONDS = 0.0005  # of a thread: at Python's own 5 ms a suggestion waits out the check beside it
_NOT_OURS = "--host {} 不是本机的地址，不能在那里监听。请填本机的 IP 地址，或 0.0.0.0。"
_LOOPBACK = ["127.0.0.1", "localhost", "[::1]"]


def serve(
    workspace: Workspace,
    *,
    host: str = HOST,
    port: int = PORT,
    password: str | None = None,
    names: tuple[str, ...] = (),
    browser: bool = True,
    tell: Callable[[str], None],
) -> None:
    """Serve the desk of a workspace until interrupted; `tell` hears its address.

    Elsewhere than on this machine it listens only with a password, and answers only to the `names` given and to its
    own address. Raises UnfitValue, and FileTrouble where no port is free.
    """
    if not is_loopback(host) and not password:
        raise UnfitValue(f"要在 {host} 上让别的电脑访问，必须设密码（--password）。只在本机使用不用给 --host。")
    workspace.require_own()
    entry = Entry(key_of(workspace.root), password)
    listening = _listening(host, port)
    port = listening.getsockname()[1]
    shown = host if ":" not in host else f"[{host}]"
    way = "password" if password else f"in/{entry.word}"
    address = f"http://{shown}:{port}/{way}"
    tell(address)
    if browser:
        _later(0, lambda: webbrowser.open(address))
    with contextlib.suppress(KeyboardInterrupt):
        _answer(listening, workspace, entry, hosts=[*_LOOPBACK, host, *names])


def _listening(host: str, port: int) -> socket.socket:
    """A socket that listens at the first free port from one on. Raises UnfitValue, FileTrouble."""
    try:
        family = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0][0]
    except (OSError, UnicodeError) as error:
        raise UnfitValue(_NOT_OURS.format(host)) from error
    for tried in range(port, min(port + _PORTS_TRIED, 65_536)):
        try:
            return socket.create_server((host, tried), family=family)
        except OSError as error:
            if error.errno == errno.EADDRNOTAVAIL:
                raise UnfitValue(_NOT_OURS.format(host)) from error
    raise FileTrouble(f"{host} 上从 {port} 起的{_PORTS_TRIED}个端口都被占用。请用 --port 换一个。")


def _answer(listening: socket.socket, workspace: Workspace, entry: Entry, *, hosts: list[str]) -> None:
    """Load the pages' code, and answer until interrupted."""
    import waitress  # noqa: PLC0415 - see the module's docstring

    # That a request waits a moment for a thread is nothing its user can mend.
    logging.getLogger("waitress.queue").setLevel(logging.ERROR)

    from drafter.desk import app as application  # noqa: PLC0415 - see the module's docstring

    app = application.create(workspace, entry, hosts=hosts, port=listening.getsockname()[1])
    server = waitress.create_server(
        app, sockets=[listening], threads=_THREADS, ident=None, max_request_body_size=64_000_000
    )
    _later(_WARM_SECONDS, application.opened_of(app).asking.warm)
    sys.setswitchinterval(_TURN_SECONDS)
    gc.freeze()
    gc.set_threshold(*_COLLECTED_AFTER)
    server.run()


def _later(seconds: float, work: Callable[[], object]) -> None:
    """Do something in a while, unless the desk is stopped before."""
    timer = threading.Timer(seconds, work)
    timer.daemon = True
    timer.start()


def is_loopback(host: str) -> bool:
    """Whether an address is reached from this machine alone."""
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return False
