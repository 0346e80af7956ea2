#!/usr/bin/env python3
"""Builds the reference documentation with doxygen; a warning is an error.

    build.py OUTPUT [DOXYGEN [OMBUD]]

OUTPUT/html/index.html is the main page; what was needed on the way, and the same as XML, stands in OUTPUT.made. The headers of
constants are made anew from the laws; the drawings of the house and, if the program OMBUD is given, of the machines of the laws are left
out where graphviz is not there.
"""
import json
import pathlib
import re
import shutil
import subprocess
import sys

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


MACHINES = """# The machines of the laws

States, the events between them and the terms they open, as [`ombud draw`](pictures.md) writes them.
"""


def machines(folder, ombud):
    """The page with the machines of all laws, if they can be drawn."""
    dot = shutil.which("dot")
    if not dot or not ombud or not pathlib.Path(ombud).exists():
        return []
    page = MACHINES
    laws = subprocess.run([ombud, "laws", "--json"], check=True, capture_output=True, text=True).stdout
    for law in (json.loads(line)["name"] for line in laws.splitlines()):
        graph = subprocess.run([ombud, "draw", law], check=True, capture_output=True).stdout
        subprocess.run([dot, "-Tsvg", "-o", str(folder / f"machine-{law}.svg")], input=graph, check=True)
        page += f"\n## {law}\n\n![](machine-{law}.svg)\n"
    (folder / "machines.md").write_text(page, encoding="utf-8")
    return [folder / "machines.md"]


def drawing(folder):
    """The page with the drawing, if it can be drawn."""
    dot = shutil.which("dot")
    if not dot:
        print("graphviz is not there: the house is not drawn")
        return []
    subprocess.run([dot, "-Tsvg", "-o", str(folder / "house.svg"), str(ROOT / "docs" / "house.dot")], check=True)
    page = folder / "drawing.md"
    page.write_text(DRAWING, encoding="utf-8")
    return [page]


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
    inputs = [ROOT / "include" / "ombud", headers, ROOT / "docs", *drawing(made),
              *machines(made, sys.argv[3] if len(sys.argv) > 3 else None)]
    version = subprocess.run([sys.executable, "-B", str(ROOT / "src" / "version.py")], check=True, capture_output=True, text=True)
    words = {"VERSION": version.stdout.strip(), "SOURCE": ROOT, "OUTPUT": output, "MADE": made,
             "INPUT": " \\\n                         ".join(f'"{path}"' for path in inputs)}
    text = (ROOT / "docs" / "Doxyfile.in").read_text(encoding="utf-8")
    text = re.sub(r"@([A-Z]+)@", lambda found: str(words[found.group(1)]), text)
    (made / "Doxyfile").write_text(text, encoding="utf-8")
    return subprocess.run([doxygen, str(made / "Doxyfile")], check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
