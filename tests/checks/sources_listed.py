#!/usr/bin/env python3
"""Every .c file and public header is named in its meson.build, and nothing is named that is not there."""
import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]


def named(build_file, pattern):
    text = re.sub(r"^\s*#.*$", "", (ROOT / build_file).read_text(encoding="utf-8"), flags=re.MULTILINE)
    return set(re.findall(pattern, text))


def compare(what, there, listed):
    for name in sorted(there - listed):
        print(f"{what}: {name} is not named in the build")
    for name in sorted(listed - there):
        print(f"{what}: {name} is named in the build but is not there")
    return len(there ^ listed)


def main():
    source = ROOT / "src"
    bad = compare("src", {str(path.relative_to(source)) for path in source.rglob("*.c")},
                  {name for name in named("src/meson.build", r"'([\w/.-]+\.c)'") if name != "embedded_laws.c"})
    bad += compare("include", {path.name for path in (ROOT / "include" / "ombud").glob("*.h")},
                   named("src/meson.build", r"'\.\./include/ombud/([\w.-]+\.h)'"))
    tests = ROOT / "tests"
    quoted = named("tests/meson.build", r"'([\w/.-]+)'")
    for path in sorted(tests.rglob("*.c")):
        name = str(path.relative_to(tests))
        if not quoted & {name, name[:-2], path.stem, path.name} and name != "abi/layout.c":
            print(f"tests: {name} is not named in the build")
            bad += 1
    examples = ROOT / "examples"
    quoted = named("examples/meson.build", r"'([\w/.-]+)'")
    for path in sorted(examples.rglob("*.c")):
        name = str(path.relative_to(examples))
        if not quoted & {name, path.name}:
            print(f"examples: {name} is not named in the build")
            bad += 1
    print("all named" if not bad else f"{bad} to mend")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
