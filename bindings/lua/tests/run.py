#!/usr/bin/env python3
"""The tests of the Lua module under one interpreter. Speaks TAP.

    run.py MODULE OMBUD INTERPRETER [TEST…]

MODULE is the built ombud-VERSION.so, OMBUD the command line program that it is compared with. Each test_*.lua here is a process
of its own, with the words OMBUD and the root of the checkout. $OMBUD_LUA_PRELOAD is preloaded: a sanitizer's run time.
"""
import os
import pathlib
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parents[2]


def main():
    module, program, interpreter = (pathlib.Path(word).resolve() for word in sys.argv[1:4])
    chosen = sys.argv[4:] or sorted(path.stem for path in HERE.glob("test_*.lua"))
    count = failed = 0
    with tempfile.TemporaryDirectory() as folder:
        (pathlib.Path(folder) / "ombud.so").symlink_to(module)
        env = {"PATH": os.environ.get("PATH", "/usr/bin:/bin"), "LUA_CPATH": f"{folder}/?.so", "LUA_PATH": f"{HERE}/?.lua;{HERE.parent}/?.lua"}
        # The module's run path is relative to where it lies, which the link is not.
        env["LD_LIBRARY_PATH"] = str(module.parents[2] / "src")
        env.update({name: value for name, value in os.environ.items() if name.startswith(("ASAN_", "UBSAN_", "LSAN_", "OMBUD_LUA_"))})
        preload = env.get("OMBUD_LUA_PRELOAD", "")
        for name in chosen:
            command = [interpreter, HERE / f"{name}.lua", program, ROOT]
            if preload:
                # For the interpreter alone: the programs it starts are instrumented themselves, or not.
                command = ["env", f"LD_PRELOAD={preload}", *command]
            done = subprocess.run(command, capture_output=True, env=env, cwd=ROOT, check=False)
            text = done.stdout.decode(errors="replace")
            complete = False
            for line in text.splitlines():
                if line.startswith(("ok - ", "not ok - ")):
                    count += 1
                    failed += line.startswith("not")
                    verdict, _, what = line.partition(" - ")
                    print(f"{verdict} {count} - {name}: {what.replace('#', ' ')}")
                elif line == "done":
                    complete = True
                else:
                    print("# " + line)
            count += 1
            good = complete and done.returncode == 0
            failed += not good
            print(f"{'ok' if good else 'not ok'} {count} - {name}: comes to its end")
            if not good:
                for line in done.stderr.decode(errors="replace").splitlines()[:60]:
                    print("# " + line)
    print(f"1..{count}")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
