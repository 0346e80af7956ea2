#!/usr/bin/env python3
"""Puts together what a wheel is built from: the package with the library as two files in libombud/.

    assemble.py FOLDER          the tree, made anew; `python3 -m build --wheel --no-isolation FOLDER` makes a wheel of it
    assemble.py --sdist FILE    the same as an sdist, ombud-VERSION.tar.gz, byte for byte the same each time

Only files that belong to the build are taken; nothing of version control or of a build folder.
"""
import gzip
import io
import pathlib
import shutil
import subprocess
import sys
import tarfile
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parents[1]
# What a wheel needs of the binding; its tests need the library's examples and stay behind.
BINDING = ("meson.build", "pyproject.toml", "ext", "ombud")
LEFT_OUT = shutil.ignore_patterns("__pycache__", "*.pyc", "*.so", ".*")


def copy(source, target):
    if source.is_dir():
        shutil.copytree(source, target, ignore=LEFT_OUT)
    else:
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(source, target)


def version():
    done = subprocess.run([sys.executable, "-B", ROOT / "src" / "version.py"], capture_output=True, text=True, check=True)
    return done.stdout.strip()


def tree(folder):
    if folder.exists():
        shutil.rmtree(folder)
    for name in BINDING:
        copy(HERE / name, folder / name)
    library = folder / "libombud" / "ombud"
    subprocess.run([sys.executable, "-B", ROOT / "src" / "amalgamate.py", library], check=True)
    # Beside ombud.h stands a header of names for each law, which the extension has no use for: they tell which laws there are.
    laws = sorted(header.stem for header in library.glob("*.h") if header.name != "ombud.h")
    for law in laws:
        (library / f"{law}.h").unlink()
    (folder / "libombud" / "laws.txt").write_text("\n".join(laws) + "\n", encoding="utf-8")
    (folder / "VERSION").write_text(version() + "\n", encoding="utf-8")
    copy(ROOT / "LICENSE", folder / "LICENSE")
    copy(ROOT / "docs" / "python.md", folder / "README.md")


def sdist(archive):
    name = f"ombud-{version()}"
    with tempfile.TemporaryDirectory() as scratch:
        root = pathlib.Path(scratch) / name
        tree(root)
        said = (root / "README.md").read_text(encoding="utf-8")
        (root / "PKG-INFO").write_text(f"Metadata-Version: 2.1\nName: ombud\nVersion: {version()}\n"
                                       "Summary: Executes reporting procedures laid down by law\nRequires-Python: >=3.11\n"
                                       f"Description-Content-Type: text/markdown\n\n{said}", encoding="utf-8")
        packed = io.BytesIO()
        with tarfile.open(fileobj=packed, mode="w", format=tarfile.PAX_FORMAT) as tar:
            for path in sorted(path for path in root.rglob("*") if path.is_file()):
                entry = tarfile.TarInfo(f"{name}/{path.relative_to(root)}")
                entry.size = path.stat().st_size
                entry.mode = 0o644
                with path.open("rb") as file:
                    tar.addfile(entry, file)
        with archive.open("wb") as file, gzip.GzipFile(filename="", mode="wb", fileobj=file, mtime=0) as zipped:
            zipped.write(packed.getvalue())


def main():
    if len(sys.argv) == 3 and sys.argv[1] == "--sdist":
        target = pathlib.Path(sys.argv[2])
        if target.name != f"ombud-{version()}.tar.gz":
            sys.exit(f"assemble.py: an sdist is called ombud-{version()}.tar.gz, not {target.name}")
        sdist(target)
    elif len(sys.argv) == 2 and not sys.argv[1].startswith("-"):
        tree(pathlib.Path(sys.argv[1]))
    else:
        sys.exit(__doc__)


if __name__ == "__main__":
    main()
