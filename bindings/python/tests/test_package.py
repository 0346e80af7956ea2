"""The package as it is shipped: an sdist built and installed outside of version control, what the extension exports and needs."""
import fnmatch
import hashlib
import os
import re
import subprocess
import sys
import tarfile
import zipfile

import pytest

import ombud
from conftest import ROOT

PACKAGE = ROOT / "bindings" / "python"
# What an abi3 extension may need besides libpython's stable ABI.
SHARED = {"libc.so.6", "libpython3.11.so.1.0"}
# Names of the stable ABI that begin with a low line: what its macros come to.
STABLE = {"_PyArg_ParseTuple_SizeT", "_PyObject_CallFunction_SizeT", "_PyObject_New", "_Py_BuildValue_SizeT", "_Py_Dealloc",
          "_Py_NoneStruct"}


def run(*words, **wishes):
    done = subprocess.run([*map(str, words)], capture_output=True, text=True, check=False, **wishes)
    assert done.returncode == 0, done.stdout[-3000:] + done.stderr[-3000:]
    return done.stdout


def extension(build):
    return build / "bindings" / "python" / "ombud" / "_ombud.abi3.so"


@pytest.fixture
def bound(monkeypatch):
    """The script bound.py."""
    monkeypatch.syspath_prepend(str(PACKAGE))
    import bound as script
    return script


def test_every_public_name_is_bound():
    assert re.search(r"^\d+ of \d+ public names bound", run(sys.executable, "-B", PACKAGE / "bound.py"))


def test_what_is_not_bound_is_noticed(bound):
    public = {"ombud_law_name", *(one.replace("?", "X").replace("*", "X") for one in bound.NOT_BOUND)}
    assert list(bound.judge(public, "ombud_law_name(law)")) == []
    assert len(list(bound.judge(public, "/* ombud_law_name */ \"ombud_law_name\""))) == 1
    assert len(list(bound.judge(public, "ombud_law_name(law); ombud_view_of(z);"))) == 1
    assert len(list(bound.judge(public - {"ombud_view_of"}, "ombud_law_name(law)"))) == 1
    assert len(list(bound.judge(public | {"OMBUD_FLAW_NEW"}, "ombud_law_name(law)"))) == 1


def test_a_number_that_is_not_the_header_s_is_noticed(bound):
    public, mine = bound.public(), bound.numbered()
    values = {name: value for one in bound.enumerations() for name, value in one.items()}
    source = "".join(name + " " for name in public if name not in mine and not any(fnmatch.fnmatchcase(name, one) for one in bound.NOT_BOUND))
    assert list(bound.judge(public, source, values, mine)) == []
    assert len(mine) > 200
    for name in mine:
        said = list(bound.judge(public, source, values | {name: values[name] + 1}, mine))
        assert said == [f"{name}: {values[name]} in the package, {values[name] + 1} in the headers"]
    # Two members that change places, and one that the headers do not have.
    swapped = mine | {"OMBUD_TERM_MET": mine["OMBUD_TERM_OVERDUE"], "OMBUD_TERM_OVERDUE": mine["OMBUD_TERM_MET"]}
    assert len(list(bound.judge(public, source, values, swapped))) == 2
    assert len(list(bound.judge(public, source, values, mine | {"OMBUD_TERM_NEW": 8}))) == 1


def test_an_enumerator_without_a_value_is_refused(bound):
    assert bound.enumerations(["enum { OMBUD_A = 1, OMBUD_B = -2 };"]) == [{"OMBUD_A": 1, "OMBUD_B": -2}]
    with pytest.raises(ValueError, match="OMBUD_B"):
        bound.enumerations(["enum { OMBUD_A = 1, OMBUD_B };"])


def test_one_symbol_is_exported(build):
    exported = [line.split()[-1] for line in run("nm", "-D", "--defined-only", extension(build)).splitlines()]
    assert exported == ["PyInit__ombud"]


def test_only_the_stable_abi_is_needed(build):
    needed = re.findall(r"NEEDED.*\[(.*)\]", run("readelf", "-d", extension(build)))
    assert set(needed) <= SHARED
    undefined = [line.split()[-1] for line in run("nm", "-D", "--undefined-only", extension(build)).splitlines()]
    private = {name for name in undefined if name.startswith("_Py")}
    assert private <= STABLE


def test_the_module_lives_twice():
    """Multi-phase initialisation: a second interpreter has a module, types and state of its own."""
    code = "import ombud; assert ombud.law('rd1995').provisions()"
    program = f"""
import sys
sys.path[:0] = {os.environ["PYTHONPATH"].split(os.pathsep)!r}
import _xxsubinterpreters as interpreters
import ombud
for _ in range(2):
    one = interpreters.create()
    interpreters.run_string(one, "import sys; sys.path[:0] = {os.environ["PYTHONPATH"].split(os.pathsep)!r}; " + {code!r})
    interpreters.destroy(one)
print(ombud.law("rd1995").name)
"""
    assert run(sys.executable, "-B", "-c", program) == "rd1995\n"


@pytest.fixture(scope="module")
def shipped(tmp_path_factory):
    """A folder with the sdist, the wheel built from it, and a clean environment with that wheel."""
    folder = tmp_path_factory.mktemp("shipped")
    name = f"ombud-{ombud.__version__}"
    archive = folder / f"{name}.tar.gz"
    run(sys.executable, "-B", PACKAGE / "assemble.py", "--sdist", archive)
    run("tar", "xzf", archive, cwd=folder)
    clean = {key: value for key, value in os.environ.items() if not key.startswith(("PYTHON", "PYTEST"))}
    run(sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", folder, folder / name, cwd=folder, env=clean)
    (wheel,) = folder.glob("*.whl")
    run(sys.executable, "-m", "venv", "--without-pip", folder / "venv", env=clean)
    run(sys.executable, "-m", "pip", "--python", folder / "venv/bin/python", "install", "--no-index", "--no-deps", wheel, env=clean)
    return folder, archive, wheel, clean


def test_the_sdist_is_the_same_each_time(shipped, tmp_path):
    _, archive, _, _ = shipped
    again = tmp_path / archive.name
    run(sys.executable, "-B", PACKAGE / "assemble.py", "--sdist", again)
    assert hashlib.sha256(again.read_bytes()).digest() == hashlib.sha256(archive.read_bytes()).digest()


def test_the_sdist_holds_the_library_as_two_files(shipped):
    _, archive, _, _ = shipped
    with tarfile.open(archive) as packed:
        names = {name.partition("/")[2] for name in packed.getnames()}
    assert {"PKG-INFO", "README.md", "LICENSE", "libombud/ombud/ombud.c", "libombud/ombud/ombud.h", "libombud/laws.txt", "VERSION"} <= names
    assert not [name for name in names if name.startswith(("subprojects", "src", "include", "tests")) or name.endswith((".law", ".so"))]
    assert {name for name in names if name.endswith(".c")} - {"libombud/ombud/ombud.c"} == {f"ext/{path.name}" for path in (PACKAGE / "ext").glob("*.c")}


def test_the_sdist_installs_without_a_network(shipped, program, tmp_path):
    """pip builds it in the environment, with the build tools that are there and what the archive holds."""
    _, archive, _, clean = shipped
    run(sys.executable, "-m", "venv", "--without-pip", "--system-site-packages", tmp_path / "venv", env=clean)
    run(sys.executable, "-m", "pip", "--python", tmp_path / "venv/bin/python", "install", "--no-index", "--no-deps", "--no-build-isolation",
        archive, env=clean, cwd=tmp_path)
    uses(tmp_path / "venv", program, clean)


def test_the_wheel(shipped):
    _, _, wheel, _ = shipped
    assert wheel.name.startswith(f"ombud-{ombud.__version__}-cp311-abi3-")
    with zipfile.ZipFile(wheel) as zipped:
        names = zipped.namelist()
        assert b"ombud = ombud.plugin" in zipped.read(next(name for name in names if name.endswith("entry_points.txt")))
    assert [name for name in names if name.endswith(".so")] == ["ombud/_ombud.abi3.so"]
    assert "ombud/py.typed" in names and not [name for name in names if name.endswith((".h", ".pc", ".a"))]
    there = {str(path.relative_to(PACKAGE)) for path in (PACKAGE / "ombud").rglob("*.py*") if path.suffix in (".py", ".pyi")}
    assert there <= set(names)


def test_a_stranger_uses_it(shipped, program):
    folder, _, _, clean = shipped
    uses(folder / "venv", program, clean)


def uses(venv, program, clean):
    path = ROOT / "examples/cases/two-readings.case"
    code = f"""
import ombud, pathlib
path = pathlib.Path({str(path)!r})
said = []
for run in ombud.Scenario.read(path):
    assert run.check()
    said.append(run.case().render(as_of=run.last_day, name=path.name + (": " + run.name if run.name else "")))
print("\\n".join(said), end="")
"""
    said = run(venv / "bin" / "python", "-I", "-c", code, cwd=venv, env=clean)
    assert said == program("run", path)[1].decode()
