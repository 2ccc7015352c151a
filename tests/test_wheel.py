"""The wheel, installed outside the clone, carries library and templates and does the main job."""

import os
import subprocess
import sys
import sysconfig
import venv
import zipfile
from pathlib import Path

import pytest

from tests.conftest import ROOT

pytestmark = pytest.mark.long


def _run(*command: object, cwd: Path) -> str:
    clean = {name: value for name, value in os.environ.items() if name not in ("PYTHONPATH", "DRAFTER_WORKSPACE")}
    done = subprocess.run(
        [str(part) for part in command], cwd=cwd, env=clean, capture_output=True, encoding="utf-8", check=False
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("dist")
    _run(sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", folder, ROOT, cwd=folder)
    return next(folder.glob("*.whl"))


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The scripts folder of an environment that holds the wheel; the dependencies are borrowed from this one."""
    folder = tmp_path_factory.mktemp("elsewhere") / "环境"
    venv.create(folder, with_pip=False, symlinks=os.name != "nt")
    scripts = folder / ("Scripts" if os.name == "nt" else "bin")
    python = scripts / Path(sys.executable).name
    _run(sys.executable, "-m", "pip", "--python", python, "install", "--no-deps", "--no-index", wheel, cwd=folder)
    site = Path(_run(python, "-c", "import sysconfig; print(sysconfig.get_paths()['purelib'])", cwd=folder).strip())
    (site / "borrowed.pth").write_text(sysconfig.get_paths()["purelib"] + "\n", encoding="utf-8")
    return scripts


def test_the_wheel_holds_library_and_templates_but_not_cli_py(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    assert "drafter/shipped/library/notices/临淄区-2026.yaml" in names
    assert "drafter/shipped/library/units.yaml" in names
    assert "drafter/shipped/templates/issue-letter.docx" in names
    assert "drafter/commands/locale/zh_CN/LC_MESSAGES/messages.mo" in names
    assert "drafter/text/measures.txt" in names
    assert {"drafter/compare/page.css", "drafter/compare/page.js"} <= set(names)
    assert {path.name for path in (ROOT / "templates").glob("*.docx")} <= {name.rpartition("/")[2] for name in names}
    assert not [name for name in names if name.endswith("cli.py") or name.startswith(("library/", "templates/"))]


def test_the_demo_runs_from_the_installed_wheel(installed: Path, tmp_path: Path) -> None:
    out = _run(installed / "drafter", "demo", "-o", "成果", cwd=tmp_path)
    assert "临淄区人民政府办公室关于印发2027年为全区妇女儿童办实事项目清单的通知" in out
    assert {path.suffix for path in (tmp_path / "成果").iterdir() if path.name.startswith("示例")} >= {
        ".yaml",
        ".docx",
        ".txt",
    }


def test_the_installed_code_is_the_wheels_and_not_the_clones(installed: Path, tmp_path: Path) -> None:
    code = "import drafter, drafter.workspace; print(drafter.__file__, drafter.workspace.shipped())"
    places = _run(installed / Path(sys.executable).name, "-c", code, cwd=tmp_path)
    assert str(ROOT) not in places


def test_a_workspace_made_from_the_wheel_is_whole(installed: Path, tmp_path: Path) -> None:
    _run(installed / "drafter", "init", "工作区", cwd=tmp_path)
    _run(installed / "drafter", "new", "2027", "--issuer", "临淄区", cwd=tmp_path / "工作区")
    _run(installed / "drafter", "render", "临淄区-2027", "-o", "通知.docx", cwd=tmp_path / "工作区")
    assert (tmp_path / "工作区" / "通知.docx").stat().st_size > 5000
