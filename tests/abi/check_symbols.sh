#!/bin/sh
# The exported symbols, the version script, symbols.txt and the prototypes in the headers are the same set.
#
#     check_symbols.sh BUILD_SRC             compares; BUILD_SRC holds libombud.so and libombud.a
#     check_symbols.sh --update BUILD_SRC    writes symbols.txt and the map from what is declared and defined
set -eu
here=$(cd "$(dirname "$0")" && pwd)
map=$here/../../src/libombud.map
exec "${OMBUD_PYTHON:-/usr/bin/python3}" - "$here" "$map" "$@" <<'PYTHON'
import pathlib, re, subprocess, sys
here, map_path = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2])
update = "--update" in sys.argv
build = pathlib.Path(sys.argv[-1])
sys.path.insert(0, str(here))
sys.dont_write_bytecode = True
import headers

def names(path, *options):
    out = subprocess.run(["nm", *options, str(path)], check=True, capture_output=True, text=True).stdout
    return {line.split()[-1].split("@")[0]: line.split()[-2] for line in out.splitlines() if len(line.split()) >= 2}

declared = set(headers.functions())
archive = {name for name in names(build / "libombud.a", "--defined-only", "-g") if name.startswith("ombud_")
           and not name.startswith("ombud__")}
node = "OMBUD_0.1"
if update:
    both = sorted(declared & archive)
    (here / "symbols.txt").write_text("".join(name + "\n" for name in both))
    body = "".join(f"    {name};\n" for name in both)
    map_path.write_text("/* What the shared library exports: one node a release, a name is never taken out of its node. */\n"
                        f"{node} {{\nglobal:\n{body}local:\n    *;\n}};\n")
    print(f"{len(both)} names written; link again")
    for name in sorted(declared - archive):
        print(f"declared but not defined: {name}")
    for name in sorted(archive - declared):
        print(f"defined but not declared: {name}")
    sys.exit(0)

sets = {
    "prototypes in include/ombud": declared,
    "symbols.txt": set((here / "symbols.txt").read_text().split()),
    "src/libombud.map": set(re.findall(r"^\s+(ombud_\w+);", map_path.read_text(), re.MULTILINE)),
    "exported by libombud.so": {name for name, kind in names(build / "libombud.so", "-D", "--defined-only").items()
                                if kind != "A"},
    "public names in libombud.a": archive,
}
bad = 0
everything = set().union(*sets.values())
for name in sorted(everything):
    missing = [title for title, members in sets.items() if name not in members]
    if missing:
        bad += 1
        print(f"{name}: missing in {'; '.join(missing)}")
if not everything:
    print("no public name at all")
    bad = 1
print(f"{len(everything) - bad} names agree")
sys.exit(1 if bad else 0)
PYTHON
