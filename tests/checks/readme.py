#!/usr/bin/env python3
"""Compiles and runs the C examples of README.md, so that what a newcomer copies works.

    readme.py BUILD WORK_FOLDER

A block that begins with ```c and holds a main() is compiled with warnings as errors and run; it must end with 0. When the next
block is ```text, it is what the program must print.
"""
import pathlib
import re
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]


def blocks():
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    return [(found.group(1), found.group(2)) for found in re.finditer(r"^```(\w*)\n(.*?)^```", text, re.DOTALL | re.MULTILINE)]


def main():
    build, work = pathlib.Path(sys.argv[1]).resolve(), pathlib.Path(sys.argv[2])
    work.mkdir(parents=True, exist_ok=True)
    work = work.resolve()
    passed = failed = 0
    all_blocks = blocks()
    for number, (language, text) in enumerate(all_blocks, 1):
        if language != "c" or "main(" not in text:
            continue
        source, program = work / f"readme{number}.c", work / f"readme{number}"
        source.write_text(text, encoding="utf-8")
        made = subprocess.run(["gcc", "-std=c11", "-Wall", "-Wextra", "-Werror", f"-I{ROOT / 'include'}", f"-I{build / 'src'}",
                               str(source), "-o", str(program), str(build / "src" / "libombud.a")], capture_output=True, text=True)
        if made.returncode:
            failed += 1
            print(f"block {number} does not compile:\n{made.stderr}")
            continue
        ran = subprocess.run([str(program)], capture_output=True, text=True, cwd=ROOT, timeout=60)
        expected = all_blocks[number][1] if number < len(all_blocks) and all_blocks[number][0] == "text" else None
        if ran.returncode or (expected is not None and ran.stdout != expected):
            failed += 1
            print(f"block {number} ends with {ran.returncode} and prints:\n{ran.stdout}{ran.stderr}expected:\n{expected}")
        else:
            passed += 1
    print(f"{passed} passed, {failed} failed")
    return 1 if failed or not passed else 0


if __name__ == "__main__":
    sys.exit(main())
