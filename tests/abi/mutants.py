#!/usr/bin/env python3
"""Shows that the ABI gate catches what it must: `mutants.py WORK_FOLDER` ends with 'N passed, N failed'.

Each mutant is a copy of the headers and sources with one change, built with the plain compiler and put before the gate
(abidiff against a baseline of the unchanged copy, and layout.c). The gate passes a test when its verdict on the mutant is the
expected one; two changes that keep the ABI must be let through, so that the gate cannot pass by refusing everything.
"""
import os
import pathlib
import re
import shutil
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parents[1]
JOBS = int(os.environ.get("OMBUD_JOBS", "2"))

# (name, caught?, [(file, old, new)…]); the text that is replaced must be there exactly once.
BASE_H = "include/ombud/base.h"
MUTANTS = [
    ("nothing changed", False, []),
    ("a comment changed", False, [(BASE_H, "/** The version as text", "/** The version, as text")]),
    ("an opaque struct grew", False, [("opaque", "", "")]),
    ("field appended to a sized struct", True,
     [(BASE_H, "    char nearest[52];", "    int64_t appended;\n    char nearest[52];", "after")]),
    ("field inserted in a sized struct", True,
     [(BASE_H, "    uint32_t line; ", "    uint32_t inserted;\n    uint32_t line; ")]),
    ("field removed and another of the same size in its place", True,
     [(BASE_H, "    char nearest[52];", "    char nearest[44];\n    int64_t tail;")]),
    ("field retyped, same size", True, [(BASE_H, "    int64_t host_code;", "    uint64_t host_code;")]),
    ("field retyped to floating point, same size", True, [(BASE_H, "    int64_t host_code;", "    double host_code;")]),
    ("fields swapped", True,
     [("include/ombud/date.h", "    int32_t count;\n    ombud_unit unit;", "    ombud_unit unit;\n    int32_t count;")]),
    ("callback of a table changed", True,
     [(BASE_H, "void (*free)(void *ctx, void *ptr, size_t size);", "int (*free)(void *ctx, void *ptr, size_t size);")]),
    ("enumerators renumbered", True,
     [(BASE_H, "OMBUD_E_NOMEM = 2,", "OMBUD_E_NOMEM = 3,"), (BASE_H, "OMBUD_E_LIMIT = 3,", "OMBUD_E_LIMIT = 2,")]),
    ("enumerator removed", True, [("*", "OMBUD_LANG_NL", "OMBUD_LANG_DUTCH")]),
    ("pinned constant changed", True, [(BASE_H, "(int64_t)9007199254740991)", "(int64_t)9007199254740992)")]),
    ("parameter added", True, [("*", "ombud_version_string(void)", "ombud_version_string(int32_t which)")]),
    ("parameter retyped", True, [("*", "ombud_easter(int32_t year", "ombud_easter(int64_t year")]),
    ("result retyped", True, [("*", "uint32_t ombud_version_number(void)", "uint64_t ombud_version_number(void)")]),
    ("const dropped", True, [("*", "ombud_arena_used(const ombud_alloc *", "ombud_arena_used(ombud_alloc *")]),
    ("function renamed", True, [("*", "ombud_version_number", "ombud_version_no")]),
    ("function removed", True, [("map", "    ombud_easter;\n", "")]),
]


def sources():
    text = (ROOT / "src" / "meson.build").read_text(encoding="utf-8")
    listed = re.findall(r"^(?:hot_)?sources = files\((.*?)^\)", text, re.DOTALL | re.MULTILINE)
    return re.findall(r"'([^']+\.c)'", "".join(listed))


def grow_opaque(tree):
    """A new first member in the struct behind a handle."""
    for path in sorted((tree / "src").rglob("*.[ch]")):
        text = path.read_text(encoding="utf-8")
        found = re.search(r"^struct ombud_(?:law|case|settings) \{\n", text, re.MULTILINE)
        if found:
            path.write_text(text[:found.end()] + "    char grown[24];\n" + text[found.end():], encoding="utf-8")
            return
    raise LookupError("no handle's struct was found in src")


def replace(tree, where, old, new, mode=None):
    if where == "opaque":
        grow_opaque(tree)
        return
    if where == "map":
        paths = [tree / "src" / "libombud.map"]
    elif where == "*":
        paths = [path for path in list((tree / "include").rglob("*.h")) + list((tree / "src").rglob("*.[ch]"))
                 + [tree / "src" / "libombud.map"] if old in path.read_text(encoding="utf-8")]
        if len(paths) < 2 or not any(path.suffix == ".c" for path in paths):
            raise LookupError(f"'{old}' is not both declared and defined")
    else:
        paths = [tree / where]
        if paths[0].read_text(encoding="utf-8").count(old) != 1:
            raise LookupError(f"'{old}' is not once in {where}")
    for path in paths:
        text = path.read_text(encoding="utf-8")
        if old not in text:
            raise LookupError(f"'{old}' is not in {path.relative_to(tree)}")
        if mode == "after":
            line_end = text.index("\n", text.index(old)) + 1
            text = text[:line_end] + new.split("\n")[0] + "\n" + text[line_end:]
        else:
            text = text.replace(old, new)
        path.write_text(text, encoding="utf-8")


def run(command, **options):
    return subprocess.run(command, capture_output=True, text=True, **options)


class Builder:
    """Builds the shared library of a tree with debug information and no optimisation."""

    def __init__(self, work):
        self.work = work
        self.embedded = work / "embedded_laws.c"
        made = run([sys.executable, str(ROOT / "src/law/embed.py"), str(self.embedded), str(ROOT / "src/law")])
        if made.returncode:
            raise SystemExit(made.stderr)

    def library(self, tree):
        out = tree / "lib"
        out.mkdir()
        jobs = []
        objects = []
        for source in sources() + [str(self.embedded)]:
            target = out / (source.replace("/", "_").strip("_") + ".o")
            objects.append(str(target))
            jobs.append(["gcc", "-std=c11", "-g", "-O0", "-w", "-fPIC", "-fvisibility=hidden", "-DOMBUD_BUILDING", "-I../include",
                         "-I.", "-c", source, "-o", str(target)])
        running = []
        while jobs or running:
            while jobs and len(running) < JOBS:
                running.append(subprocess.Popen(jobs.pop(), cwd=tree / "src", stderr=subprocess.PIPE, text=True))
            done = running.pop(0)
            _, errors = done.communicate()
            if done.returncode:
                for rest in running:
                    rest.communicate()
                raise LookupError("the mutant does not compile:\n" + errors)
        linked = run(["gcc", "-shared", "-o", str(out / "libombud.so"), "-Wl,-soname,libombud.so",
                      f"-Wl,--version-script={tree / 'src' / 'libombud.map'}", *objects])
        if linked.returncode:
            raise LookupError("the mutant does not link:\n" + linked.stderr)
        return out


def gate(tree, library, baseline):
    """What the gate says: the names of its parts that object."""
    objects = []
    if run(["sh", str(HERE / "check_abi.sh"), str(library), str(baseline), str(tree / "include")]).returncode:
        objects.append("abidiff")
    layout = run(["gcc", "-std=c11", "-fsyntax-only", f"-I{tree / 'include'}", str(HERE / "layout.c")])
    if layout.returncode:
        objects.append("layout.c")
    return objects


def main():
    if len(sys.argv) != 2:
        sys.exit("usage: mutants.py WORK_FOLDER")
    work = pathlib.Path(sys.argv[1]).resolve()
    shutil.rmtree(work, ignore_errors=True)
    work.mkdir(parents=True)
    builder = Builder(work)
    baseline = work / "baseline.abi"
    passed = failed = 0
    for name, must_catch, changes in MUTANTS:
        tree = work / "tree"
        shutil.rmtree(tree, ignore_errors=True)
        shutil.copytree(ROOT / "include", tree / "include")
        shutil.copytree(ROOT / "src", tree / "src")
        try:
            for change in changes:
                replace(tree, *change)
            library = builder.library(tree)
            if not baseline.exists():
                made = run(["sh", str(HERE / "check_abi.sh"), "--update", str(library), str(baseline), str(tree / "include")])
                if made.returncode:
                    raise LookupError(made.stdout + made.stderr)
            objections = gate(tree, library, baseline)
        except LookupError as trouble:
            failed += 1
            print(f"not ok: {name}: {trouble}")
            continue
        if bool(objections) == must_catch:
            passed += 1
            print(f"ok: {name}: {'caught by ' + ' and '.join(objections) if objections else 'let through'}")
        else:
            failed += 1
            print(f"not ok: {name}: {'objected to by ' + ', '.join(objections) if objections else 'NOT CAUGHT'}")
    print(f"{passed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
