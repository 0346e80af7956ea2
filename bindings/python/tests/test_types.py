"""What type checkers see: the package is strictly typed, its stubs are the extension's, and the names of laws are types."""
import os
import shutil
import subprocess
import sys

import pytest

import ombud
from conftest import ROOT

PACKAGE = ROOT / "bindings" / "python"


@pytest.fixture(scope="module")
def mypy(build, tmp_path_factory):
    pytest.importorskip("mypy")
    folder = tmp_path_factory.mktemp("types")

    def run(*words, path=build / "bindings" / "python"):
        env = {**os.environ, "MYPY_CACHE_DIR": str(build / "mypy"), "MYPYPATH": str(path)}
        return subprocess.run([sys.executable, "-B", "-m", *words], cwd=folder, env=env, capture_output=True, text=True, check=False)
    return run


def test_the_package_is_strictly_typed(mypy):
    done = mypy("mypy", "--strict", "-p", "ombud")
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_stub_is_what_is_there(mypy):
    """The package is typed inline; the extension alone has a stub."""
    done = mypy("mypy.stubtest", "ombud._ombud")
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("change", [("def easter(", "def eastern("), ("HEADER_VERSION: int", "HEADER_VERSION: str"),
                                    ("class Coverage: ...", "class Coverage:\n    def count(self) -> int: ..."),
                                    ("def gap_name(gap: int, /) -> str: ...\n", "")])
def test_a_wrong_stub_is_noticed(mypy, build, tmp_path, monkeypatch, change):
    shutil.copytree(build / "bindings/python/ombud", tmp_path / "ombud", ignore=shutil.ignore_patterns("*.p", "names"))
    stub = tmp_path / "ombud" / "_ombud.pyi"
    assert change[0] in stub.read_text()
    stub.write_text(stub.read_text().replace(*change))
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    assert mypy("mypy.stubtest", "ombud._ombud", path=tmp_path).returncode == 1


def test_a_misspelt_name_is_refused(mypy, tmp_path):
    good = """from datetime import date
from ombud.names.bxl2019 import Case
case = Case()
case.person("p1", "reporter")
case.apply("report.received", "r1", on=date(2026, 2, 2), by="p1", facts={"consent": True})
case.apply("fact", "r1", on=date(2026, 2, 2), by="p1", consent=True)
case.ask("retaliation_prohibited", "p1")
case.fact("r1", "consent")
case.next("contact_point")
"""
    path = tmp_path / "host.py"
    path.write_text(good)
    assert mypy("mypy", "--strict", str(path)).returncode == 0
    for name in ("reporter", "report.received", "consent", "retaliation_prohibited", "contact_point"):
        path.write_text(good.replace(f'"{name}"', f'"{name}x"'))
        done = mypy("mypy", "--strict", str(path))
        assert done.returncode == 1 and f"{name}x" in done.stdout, done.stdout


def test_the_names_are_current():
    done = subprocess.run([sys.executable, "-B", PACKAGE / "names.py", "--check"], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


def test_a_name_that_changed_is_noticed(tmp_path):
    source = (PACKAGE / "names.py").read_text()
    (tmp_path / "names.py").write_text(source)
    folder = tmp_path / "ombud" / "names"
    folder.mkdir(parents=True)
    env = {**os.environ, "PYTHONPATH": os.environ["PYTHONPATH"]}

    def run(*words):
        return subprocess.run([sys.executable, "-B", "-P", tmp_path / "names.py", *words], env=env, capture_output=True, text=True, check=False)
    assert run("--check").returncode == 1
    assert run().returncode == 0 and run("--check").returncode == 0
    path = folder / f"{ombud.builtin_names()[0]}.py"
    path.write_text(path.read_text().replace('"report.received"', '"report.recieved"'))
    assert run("--check").returncode == 1
