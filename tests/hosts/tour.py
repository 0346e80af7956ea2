#!/usr/bin/env python3
"""Runs the tour of an example: the commands of its README, which must print what stands beneath them.

    tour.py BUILD README.md…

In a block that begins with ```console a line `$ COMMAND` is run by sh in the README's folder; the lines up to the next one are what it
prints on both outputs, where `…` alone stands for any lines and within a line for any text. `[status N]` is the end of a command that
does not end with 0. `ombud`, `python3` with the package, and $OUT, an empty folder, are there. A block may begin with `# needs MODULE`:
it is left out, and named, where that module (of Python, or `lua` for the one of Lua) is not there.
"""
import importlib.util
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
BLOCK = re.compile(r"^```console\n(.*?)^```", re.DOTALL | re.MULTILINE)


def commands(block):
    """(command, lines it prints) of a block."""
    found = []
    for line in block.splitlines():
        if line.startswith("$ "):
            found.append((line[2:], []))
        elif found:
            found[-1][1].append(line)
    return found


def pattern(lines):
    """What is expected, as a regular expression."""
    return "".join("(?:.*\n)*" if line == "…" else "[^\n]*".join(map(re.escape, line.split("…"))) + "\n" for line in lines)


def surroundings(build, out):
    """The environment of the commands."""
    tools = pathlib.Path(out) / "tools"
    tools.mkdir()
    (tools / "python3").symlink_to(sys.executable)
    # The Lua module is named after its version in a build, `ombud` where it is installed.
    asked = subprocess.run(["lua", "-e", 'io.write((_VERSION:gsub("Lua ", "")))'], capture_output=True, text=True) if shutil.which("lua") else None
    module = build / "bindings" / "lua" / f"ombud-{asked.stdout if asked else ''}.so"
    if module.exists():
        (tools / "ombud.so").symlink_to(module)
    return {"LUA_CPATH": f"{tools}/?.so;;", "LUA_PATH": f"{ROOT}/bindings/lua/?.lua;;", "LD_LIBRARY_PATH": str(build / "src"),
            "PKG_CONFIG_PATH": str(build / "meson-uninstalled"), "PATH": f"{tools}:{build / 'examples'}:/usr/bin:/bin", "PYTHONPATH": str(build / "bindings" / "python"), "LC_ALL": "C.UTF-8",
            "PYTHONDONTWRITEBYTECODE": "1", "OUT": str(out), "BUILD": str(build), "HOME": str(out),
            **{name: value for name, value in os.environ.items() if name.startswith("OMBUD_")}}


def there(module, tools):
    """Whether a module is installed."""
    return (tools / "ombud.so").exists() if module == "lua" else importlib.util.find_spec(module) is not None


def tour(build, readme):
    """How many commands did what the README says, and how many did not."""
    passed = failed = 0
    with tempfile.TemporaryDirectory() as out:
        environment = surroundings(build, out)
        for block in BLOCK.findall(readme.read_text(encoding="utf-8")):
            needed = re.match(r"# needs (\w+)\n", block)
            if needed and not there(needed.group(1), pathlib.Path(out) / "tools"):
                print(f"left out: a block of {readme}: {needed.group(1)} is not installed")
                continue
            for command, lines in commands(block):
                ran = subprocess.run(["sh", "-c", command], cwd=readme.parent, env=environment, stdout=subprocess.PIPE,
                                     stderr=subprocess.STDOUT, timeout=300, text=True)
                printed = ran.stdout + (f"[status {ran.returncode}]\n" if ran.returncode else "")
                if re.fullmatch(pattern(lines), printed):
                    passed += 1
                else:
                    failed += 1
                    print(f"{readme}: $ {command}\nexpected:\n" + "\n".join(lines) + f"\nprinted:\n{printed}")
    if not passed and not failed:
        failed = 1
        print(f"{readme}: nothing was run")
    return passed, failed


def main():
    if len(sys.argv) < 3:
        sys.exit(__doc__)
    counts = [tour(pathlib.Path(sys.argv[1]).resolve(), pathlib.Path(path).resolve()) for path in sys.argv[2:]]
    passed, failed = map(sum, zip(*counts))
    print(f"{passed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
