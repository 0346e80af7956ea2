#!/usr/bin/env python3
"""Compiles and runs the examples of README.md or of other pages, so that what a newcomer copies works.

    readme.py [--update] BUILD WORK_FOLDER [PAGE…]

A block that begins with ```c and holds a main() is compiled with warnings as errors and run; one that begins with ```sh, ```python or
```lua is run by that interpreter at the root of the project, with the program `ombud`, the package and the module of BUILD. Each must end
with 0. The block ```text that follows, behind those in Python and Lua that say the same, is what each must print; --update writes there
what is printed instead: read the difference. Blocks in a language that BUILD has not are left out, and named.
"""
import os
import pathlib
import re
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tests" / "hosts"))
import tour  # noqa: E402

INTERPRETERS = {"sh": "sh", "python": "python3", "lua": "lua"}
BLOCK = re.compile(r"^```(\w*)\n(.*?)^```", re.DOTALL | re.MULTILINE)


def compiled(text, program, build):
    """The command that runs a C block, or what the compiler says."""
    source = program.with_suffix(".c")
    source.write_text(text, encoding="utf-8")
    made = subprocess.run(["gcc", "-std=c11", "-Wall", "-Wextra", "-Werror", f"-I{ROOT / 'include'}", f"-I{build / 'src'}", str(source),
                           "-o", str(program), str(build / "src" / "libombud.a")], capture_output=True, text=True)
    return ([str(program)], "") if made.returncode == 0 else (None, made.stderr)


def expected(blocks, number):
    """The block that says what the block of that number, from 1, prints; None if none does."""
    while number < len(blocks) and blocks[number].group(1) in ("python", "lua"):
        number += 1
    return blocks[number] if number < len(blocks) and blocks[number].group(1) == "text" else None


def missing(build, tools):
    """The languages that cannot be run."""
    return {language for language, there in (("python", list(build.glob("bindings/python/ombud/_ombud*.so"))),
                                             ("lua", tour.there("lua", tools))) if not there}


def look(page, build, work, tools, update):
    """(passed, failed) of the examples of a page."""
    text = page.read_text(encoding="utf-8")
    blocks = list(BLOCK.finditer(text))
    env = {**os.environ, **tour.surroundings(build, tools), "NO_COLOR": "1", "WORK": str(work)}
    absent = missing(build, tools / "tools")
    for language in sorted(absent & {block.group(1) for block in blocks}):
        print(f"left out: blocks of {page.name} in {language}: the build has nothing for it")
    passed = failed = 0
    for number, block in enumerate(blocks, 1):
        language, body = block.groups()
        if language == "c" and "main(" in body:
            command, complaint = compiled(body, work / f"{page.stem}{number}", build)
        elif language in INTERPRETERS and language not in absent:
            script = work / f"{page.stem}{number}.{language}"
            script.write_text(body, encoding="utf-8")
            command, complaint = [INTERPRETERS[language], str(script)], ""
        else:
            continue
        if not command:
            failed += 1
            print(f"{page.name}: block {number} does not compile:\n{complaint}")
            continue
        ran = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", cwd=ROOT, env=env, timeout=120)
        after = expected(blocks, number)
        if update and after and ran.returncode == 0:
            page.write_text(page.read_text(encoding="utf-8").replace(f"```text\n{after.group(2)}```", f"```text\n{ran.stdout}```", 1),
                            encoding="utf-8")
        elif ran.returncode or (after and ran.stdout != after.group(2)):
            failed += 1
            print(f"{page.name}: block {number} ends with {ran.returncode} and prints:\n{ran.stdout}{ran.stderr}"
                  f"expected:\n{after.group(2) if after else None}")
            continue
        passed += 1
    return passed, failed


def main():
    words = [word for word in sys.argv[1:] if word != "--update"]
    if len(words) < 2:
        sys.exit(__doc__)
    build, work = pathlib.Path(words[0]).resolve(), pathlib.Path(words[1])
    work.mkdir(parents=True, exist_ok=True)
    pages = [pathlib.Path(page) for page in words[2:]] or [ROOT / "README.md"]
    passed = failed = 0
    for page in pages:
        with tempfile.TemporaryDirectory() as tools:
            good, bad = look(page, build, work.resolve(), pathlib.Path(tools), "--update" in sys.argv)
        if good + bad == 0:
            bad = 1
            print(f"{page.name}: no example was found")
        passed, failed = passed + good, failed + bad
    print(f"{passed} passed, {failed} failed")
    return 1 if failed or not passed else 0


if __name__ == "__main__":
    sys.exit(main())
