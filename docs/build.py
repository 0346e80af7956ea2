#!/usr/bin/env python3
"""Builds the reference documentation with doxygen; a warning is an error.

    build.py OUTPUT [DOXYGEN [OMBUD]]

OUTPUT/html/index.html is the main page; what was needed on the way, and the same as XML, stands in OUTPUT.made. The headers of
constants are made anew from the laws. If the program OMBUD is given, each law has its pages (law_pages.py). Drawings are left out where
graphviz is not there.
"""
import pathlib
import re
import shutil
import subprocess
import sys

import law_pages

ROOT = pathlib.Path(__file__).resolve().parents[1]
DRAWING = """# The house, drawn

As `docs/architecture.md` tells it: an arrow leads from who uses to what is used.

![](house.svg)
"""


def law_headers(folder):
    folder.mkdir(parents=True, exist_ok=True)
    laws = ROOT / "src" / "law"
    names = {path.stem for path in laws.glob("*.law")} | {path.parent.name for path in laws.glob("*/*.law")}
    for name in sorted(names):
        subprocess.run([sys.executable, "-B", str(laws / "constants.py"), str(folder / f"{name}.h"), str(laws), name], check=True)
    return folder


def laws_told(folder, ombud):
    """Writes the pages of the laws, if there is a program to ask."""
    if ombud and pathlib.Path(ombud).exists():
        law_pages.pages(ombud, folder)
    else:
        print("the program ombud is not there: the laws have no pages")


def drawing(folder):
    """Writes the page with the drawing, if it can be drawn."""
    dot = shutil.which("dot")
    if not dot:
        print("graphviz is not there: the house is not drawn")
        return
    subprocess.run([dot, "-Tsvg", "-o", str(folder / "house.svg"), str(ROOT / "docs" / "house.dot")], check=True)
    (folder / "drawing.md").write_text(DRAWING, encoding="utf-8")


def main():
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    output = pathlib.Path(sys.argv[1]).resolve()
    output.mkdir(parents=True, exist_ok=True)
    doxygen = sys.argv[2] if len(sys.argv) > 2 else "doxygen"
    made = output.with_name(output.name + ".made")
    for folder in (output / "html", made):
        shutil.rmtree(folder, ignore_errors=True)
    headers = law_headers(made / "ombud")
    # The pages are copied, so that made ones stand beside them, and a made one in the place of its own.
    pages = made / "pages"
    shutil.copytree(ROOT / "docs", pages, ignore=lambda _, names: [name for name in names if not name.endswith(".md")])
    drawing(pages)
    laws_told(pages, sys.argv[3] if len(sys.argv) > 3 else None)
    inputs = [ROOT / "include" / "ombud", headers, pages]
    version = subprocess.run([sys.executable, "-B", str(ROOT / "src" / "version.py")], check=True, capture_output=True, text=True)
    words = {"VERSION": version.stdout.strip(), "SOURCE": ROOT, "OUTPUT": output, "MADE": made, "PAGES": pages,
             "INPUT": " \\\n                         ".join(f'"{path}"' for path in inputs)}
    text = (ROOT / "docs" / "Doxyfile.in").read_text(encoding="utf-8")
    text = re.sub(r"@([A-Z]+)@", lambda found: str(words[found.group(1)]), text)
    (made / "Doxyfile").write_text(text, encoding="utf-8")
    return subprocess.run([doxygen, str(made / "Doxyfile")], check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
