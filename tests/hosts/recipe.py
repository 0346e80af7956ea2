#!/usr/bin/env python3
"""Runs the recipe examples/policy-tests/ci.yml as a service would: its commands, one after the other in one shell, in a checkout of a house.

    recipe.py WORK

WORK is kept, so that a second run builds only what changed. Packages are not installed here: what is missing of them, ci.sh names, and
that counts as a failure. Beside the exit status, what the recipe keeps must be there; and the same with a wrong case must fail.
"""
import os
import pathlib
import shutil
import subprocess
import sys

import yaml

ROOT = pathlib.Path(__file__).resolve().parents[2]


def commands(job):
    """What the service runs, without the packages."""
    return [one for one in job["before_script"] + job["script"] if not one.startswith("apt-get ")]


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    work = pathlib.Path(sys.argv[1]).resolve()
    work.mkdir(parents=True, exist_ok=True)
    for name in ("own-law", "policy-tests"):
        shutil.rmtree(work / name, ignore_errors=True)
        shutil.copytree(ROOT / "examples" / name, work / name)
    shutil.rmtree(work / "out", ignore_errors=True)
    if not (work / "libombud").exists():
        (work / "libombud").symlink_to(ROOT)
    job = yaml.safe_load((work / "policy-tests" / "ci.yml").read_text(encoding="utf-8"))["policy"]
    environment = {"PATH": "/usr/bin:/bin", "HOME": str(work), "LC_ALL": "C.UTF-8", "PYTHONDONTWRITEBYTECODE": "1",
                   **{name: str(value) for name, value in job["variables"].items()}}
    passed = failed = 0

    def judge(what, good, log):
        nonlocal passed, failed
        passed, failed = passed + good, failed + (not good)
        if not good:
            print(f"{what}\n{log}")

    ran = subprocess.run(["sh", "-ec", "\n".join(commands(job))], cwd=work, env=environment, text=True,
                         stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    judge("the recipe fails", ran.returncode == 0, ran.stdout[-4000:])
    judge("something was not run", ran.stdout.endswith("6 passed, 0 failed\n"), ran.stdout[-1000:])
    for kept in [*job["artifacts"]["paths"], job["artifacts"]["reports"]["junit"]]:
        judge(f"{kept} is not there", (work / kept).exists(), os.listdir(work))
    case = work / "policy-tests" / "approval.case"
    right = case.read_text(encoding="utf-8")
    case.write_text(right.replace("met_late", "met"), encoding="utf-8")
    again = subprocess.run(["sh", "-ec", "\n".join(job["script"])], cwd=work, env=environment, text=True,
                           stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    judge("a wrong case passes", again.returncode == 1 and "check: FAILED" in again.stdout and right.count("met_late") > 0, again.stdout[-1000:])
    print(f"{passed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
