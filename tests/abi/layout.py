#!/usr/bin/env python3
"""Pins the binary layout of the public headers in tests/abi/layout.c.

    layout.py --check [--include FOLDER]    layout.c compiles against the headers and forgets nothing that they declare
    layout.py --update                      writes layout.c from the headers; review the difference as an ABI change

abidiff does not see enumerators of anonymous enums, since no function refers to their type: they are pinned here, with the
size of each public struct and the offset and type of each field.
"""
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

sys.dont_write_bytecode = True
import headers  # noqa: E402

HERE = pathlib.Path(__file__).resolve().parent
LAYOUT = HERE / "layout.c"


def compiler():
    return os.environ.get("CC", "gcc")


def constant_names(folder):
    macros = []
    for path in headers.paths(folder):
        for line in path.read_text(encoding="utf-8").splitlines():
            for name in headers.constants(folder):
                parts = line.split(None, 2)
                if len(parts) == 3 and parts[0] == "#define" and parts[1] == name and not parts[2].startswith('"'):
                    macros.append(name)
    return [name for name, _ in headers.enumerators(folder)] + macros


def includes(folder):
    return "".join(f'#include "ombud/{path.name}"\n' for path in headers.paths(folder))


def measure(folder):
    """Sizes, offsets and values as the compiler sees them."""
    lines = []
    for name, fields in headers.structs(folder):
        lines.append(f'    printf("{name} %zu\\n", sizeof({name}));')
        lines += [f'    printf("{name}.{field} %zu\\n", offsetof({name}, {field}));' for field, _ in fields]
    lines += [f'    printf("{name} %lld\\n", (long long)({name}));' for name in constant_names(folder)]
    source = (includes(folder) + "#include <stdio.h>\nint main(void)\n{\n" + "\n".join(lines) + "\n    return 0;\n}\n")
    with tempfile.TemporaryDirectory() as work:
        probe = pathlib.Path(work) / "probe.c"
        probe.write_text(source)
        subprocess.run([compiler(), "-std=c11", f"-I{folder.parent}", str(probe), "-o", f"{work}/probe"], check=True)
        out = subprocess.run([f"{work}/probe"], check=True, capture_output=True, text=True).stdout
    return dict(line.split() for line in out.splitlines())


def layout_text(folder):
    values = measure(folder)
    out = ["/*", " * The layout of every public struct on LP64 and every pinned value. Written by layout.py --update; a difference here is a",
           " * change of the ABI.", " */", "#include <stddef.h>", "#include <stdint.h>", ""]
    out += includes(folder).splitlines()
    out += ["", "#define HAS_TYPE(type, field, pointer) _Generic(&((type *)0)->field, pointer: 1, default: 0)", ""]
    for name, fields in headers.structs(folder):
        for field, pointer in fields:
            out.append(f'_Static_assert(HAS_TYPE({name}, {field}, {pointer}), "type of {name}.{field}");')
        out.append("#if UINTPTR_MAX == 0xFFFFFFFFFFFFFFFF")
        out.append(f'_Static_assert(sizeof({name}) == {values[name]}, "size of {name}");')
        for field, _ in fields:
            out.append(f'_Static_assert(offsetof({name}, {field}) == {values[f"{name}.{field}"]}, "offset of {name}.{field}");')
        if fields[0][0] == "struct_size":
            last = fields[-1][0]
            out.append(f'_Static_assert(offsetof({name}, {last}) + sizeof((({name} *)0)->{last}) == sizeof({name}), '
                       f'"{name} ends in bytes that a later field would take for set");')
        out += ["#endif", ""]
    for name in constant_names(folder):
        out.append(f'_Static_assert(({name}) == {values[name]}, "value of {name}");')
    out += ["", "int main(void)", "{", "    return 0;", "}", ""]
    return "\n".join(out)


def check(folder):
    committed = LAYOUT.read_text(encoding="utf-8")
    bad = 0
    for tool in [name for name in ("gcc", "clang") if shutil.which(name)]:
        done = subprocess.run([tool, "-std=c11", "-pedantic", "-Wall", "-Wextra", "-Werror", "-fsyntax-only",
                               f"-I{folder.parent}", str(LAYOUT)], capture_output=True, text=True)
        if done.returncode:
            bad += 1
            print(f"{tool}: layout.c does not hold:")
            print("\n".join(line for line in done.stderr.splitlines() if "error" in line))
    now = layout_text(folder).splitlines()
    pinned = set(committed.splitlines())
    for line in now:
        if line and line not in pinned:
            bad += 1
            print(f"not pinned: {line}")
    for line in sorted(pinned - set(now)):
        bad += 1
        print(f"pinned but gone: {line}")
    print(f"{sum(line.startswith('_Static_assert') for line in now)} assertions")
    return 1 if bad else 0


def main():
    folder = headers.FOLDER
    if "--include" in sys.argv:
        folder = pathlib.Path(sys.argv[sys.argv.index("--include") + 1]).resolve() / "ombud"
    if "--update" in sys.argv:
        LAYOUT.write_text(layout_text(folder), encoding="utf-8")
        print(f"written: {LAYOUT.name}")
        return 0
    return check(folder)


if __name__ == "__main__":
    sys.exit(main())
