"""LibreOffice as a converter: found where it usually lies, run with a profile and a font map of its own.

A file goes in, the bytes of another format come out; nothing is left behind and nothing is printed.
"""

import os
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from xml.sax.saxutils import escape

from drafter.errors import DrafterError

ENVIRONMENT = "DRAFTER_OFFICE"
_FONT_MAP = Path(__file__).with_name("office_fonts.txt")
_START_SECONDS, _FILE_SECONDS = 90, 30  # patience for the program to start, and for each file
_NAMES = ("soffice.com", "soffice.exe") if sys.platform == "win32" else ("soffice", "libreoffice")
_WINDOWS_ROOTS = ("PROGRAMFILES", "PROGRAMW6432", "PROGRAMFILES(X86)", "LOCALAPPDATA")
_USUAL = (
    "/usr/lib/libreoffice/program/soffice",
    "/usr/lib64/libreoffice/program/soffice",
    "/usr/local/bin/soffice",
    "/opt/libreoffice*/program/soffice",
    "/opt/apps/*libreoffice*/files/program/soffice",
    "/opt/apps/*libreoffice*/files/*/program/soffice",
    "/snap/bin/libreoffice",
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
)
_SETTINGS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Common/Filter/PDF/Export">
<prop oor:name="IsSkipEmptyPages" oor:op="fuse"><value>false</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting">
<prop oor:name="DisableMacrosExecution" oor:op="fuse"><value>true</value></prop>
<prop oor:name="BlockUntrustedRefererLinks" oor:op="fuse"><value>true</value></prop></item>
</oor:items>
"""


class NotConverted(DrafterError):
    """LibreOffice is not there, or made nothing of a file; the message says what to do."""


@dataclass(frozen=True)
class FontRow:
    """A line of the font map: the names of one face and what may stand in for it."""

    names: tuple[str, ...]
    stand_ins: tuple[str, ...]
    bold: bool


def find() -> Path | None:
    """The LibreOffice program of this machine: $DRAFTER_OFFICE if set, else on PATH, else where it is usually put."""
    named = os.environ.get(ENVIRONMENT)
    if named is not None:
        return Path(named) if Path(named).is_file() else None
    on_path = next(filter(None, map(shutil.which, _NAMES)), None)
    if on_path:
        return Path(on_path)
    return next((one for one in _usual_places() if one.is_file()), None)


def convert(files: Sequence[Path], kind: str = "pdf") -> list[bytes]:
    """The contents of each file in another format, in the order given; one start of LibreOffice for all.

    Blank pages are kept in a PDF. Raises NotConverted where LibreOffice is absent, takes too long or refuses a file.
    """
    program = find()
    if program is None:
        raise NotConverted(
            "没有找到 LibreOffice。请安装 LibreOffice（Debian、麒麟：apt install libreoffice-writer；"
            f"Windows：运行安装包）；已装在别处的，请用环境变量 {ENVIRONMENT} 指明 soffice 的完整路径。"
        )
    with tempfile.TemporaryDirectory(prefix="drafter-", ignore_cleanup_errors=True) as name:
        room = Path(name)
        numbered = [_copy(source, room / "in", number) for number, source in enumerate(files)]
        _run(program, numbered, kind, room)
        return [
            _made(source, room / "out" / f"{copy.stem}.{kind}") for source, copy in zip(files, numbered, strict=True)
        ]


def font_map() -> tuple[FontRow, ...]:
    """The faces of official documents with what may stand in for them."""
    lines = _FONT_MAP.read_text(encoding="utf-8").splitlines()
    return tuple(_font_row(line) for line in lines if line.strip() and not line.startswith("#"))


def _font_row(line: str) -> FontRow:
    wanted, _, rest = line.partition(" : ")
    stand_ins, _, mark = rest.partition("|")
    return FontRow(_listed(wanted), _listed(stand_ins), mark.strip() == "bold")


def _listed(text: str) -> tuple[str, ...]:
    return tuple(one.strip() for one in text.split(","))


def _usual_places() -> Iterable[Path]:
    """Where installers put LibreOffice, newest version first."""
    if sys.platform == "win32":
        for root in filter(None, map(os.environ.get, _WINDOWS_ROOTS)):
            for folder in ("LibreOffice*", "Programs/LibreOffice*"):
                yield from sorted(Path(root).glob(f"{folder}/program/soffice.com"), reverse=True)
        return
    for pattern in _USUAL:
        yield from sorted(Path("/").glob(pattern.removeprefix("/")), reverse=True)


def _copy(source: Path, folder: Path, number: int) -> Path:
    """A copy under a plain name: LibreOffice names its results by stems, and stems may be alike or odd."""
    folder.mkdir(exist_ok=True)
    copy = folder / f"{number:04}{source.suffix.lower()}"
    shutil.copyfile(source, copy)
    return copy


def _run(program: Path, files: list[Path], kind: str, room: Path) -> None:
    """Start LibreOffice once over all files; what it says is of no use to anyone and is dropped."""
    profile = room / "profile"
    (profile / "user").mkdir(parents=True)
    (profile / "user" / "registrymodifications.xcu").write_text(_SETTINGS, encoding="utf-8")
    command = [str(program), f"-env:UserInstallation={profile.as_uri()}", "--headless", "--norestore", "--convert-to"]
    command += [kind, "--outdir", str(room / "out"), *map(str, files)]
    try:
        process = subprocess.Popen(  # noqa: S603 - the program is LibreOffice, the files are named by us
            command,
            env=_environment(room),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=sys.platform != "win32",
        )
    except OSError as error:
        raise NotConverted(f"{program} 启动不了（{error.strerror}）。请检查 LibreOffice 的安装。") from error
    limit = _START_SECONDS + _FILE_SECONDS * len(files)
    try:
        process.wait(limit)
    except subprocess.TimeoutExpired:
        _end(process)
        raise NotConverted(
            f"LibreOffice 超过 {limit} 秒没有完成转换，已停止。请先用它打开文件看看能否正常显示。"
        ) from None
    except BaseException:
        _end(process)
        raise


def _end(process: subprocess.Popen[bytes]) -> None:
    """End LibreOffice with the processes it started: its launcher alone would leave them running."""
    if sys.platform == "win32":
        subprocess.run(["taskkill", "/F", "/T", "/PID", str(process.pid)], capture_output=True, check=False)  # noqa: S603, S607 - a program of Windows itself
    else:
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()


def _made(source: Path, result: Path) -> bytes:
    if not result.is_file():
        raise NotConverted(f"LibreOffice 打不开 {source}，没有转换出来。请确认它是完好的文档。")
    return result.read_bytes()


def _environment(room: Path) -> dict[str, str]:
    """The environment of this process with the font map, for systems whose fonts are found by fontconfig."""
    environment = dict(os.environ)
    if sys.platform not in ("win32", "darwin"):
        system = environment.get("FONTCONFIG_FILE", "/etc/fonts/fonts.conf")
        target = room / "fonts.conf"
        target.write_text(_fontconfig(system), encoding="utf-8")
        environment["FONTCONFIG_FILE"] = str(target)
    return environment


def _fontconfig(system: str) -> str:
    """A fontconfig file: the system's own, then each stand-in appended behind the face it stands in for."""
    matches = [_match(name, row) for row in font_map() for name in row.names]
    return "\n".join(
        (
            '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">',
            "<fontconfig>",
            f'<include ignore_missing="yes">{escape(system)}</include>',
            *matches,
            "</fontconfig>",
        )
    )


def _match(name: str, row: FontRow) -> str:
    others = "".join(f"<string>{escape(one)}</string>" for one in row.stand_ins if one != name)
    weight = '<edit name="weight" mode="assign"><const>bold</const></edit>' if row.bold else ""
    return (
        f'<match target="pattern"><test name="family"><string>{escape(name)}</string></test>'
        f'<edit name="family" mode="append" binding="same">{others}</edit>{weight}</match>'
    )
