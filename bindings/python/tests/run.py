#!/usr/bin/env python3
"""Runs the tests of the package for Python against a build folder made with -Dpython=enabled.

    run.py BUILD [--deep] [ARGUMENT of pytest …]

The last line is 'N passed, N failed'. Nothing is written into the checkout.
"""
import os
import pathlib
import sys

HERE = pathlib.Path(__file__).resolve().parent


class Count:
    """Counts as pytest does: a test whose set-up or end fails has failed; what was left out is named."""

    def __init__(self):
        self.passed = self.failed = 0

    def pytest_runtest_logreport(self, report):
        self.passed += report.when == "call" and report.passed
        self.failed += report.failed
        if report.skipped:
            print(f"\nleft out: {report.nodeid}: {report.longrepr[2] if isinstance(report.longrepr, tuple) else report.longrepr}")

    def pytest_collectreport(self, report):
        self.failed += report.failed


def main():
    if len(sys.argv) < 2 or sys.argv[1].startswith("-"):
        sys.exit(__doc__)
    build = pathlib.Path(sys.argv[1]).resolve()
    package = build / "bindings" / "python"
    if not list(package.glob("ombud/_ombud*.so")):
        sys.exit(f"run.py: no extension below {package}; build with -Dpython=enabled")
    sys.dont_write_bytecode = True
    sys.path.insert(0, str(package))
    os.environ["PYTHONPATH"] = str(package)
    os.environ["PYTHONDONTWRITEBYTECODE"] = "1"
    os.environ["HYPOTHESIS_STORAGE_DIRECTORY"] = str(build / "hypothesis")
    import pytest
    count = Count()
    chosen = sys.argv[2:]
    paths = [] if any(not word.startswith("-") and pathlib.Path(word).exists() for word in chosen) else [str(HERE)]
    result = pytest.main(["-q", "-p", "no:cacheprovider", "--rootdir", str(HERE), f"--build={build}", *chosen, *paths],
                         plugins=[count])
    failed = count.failed or (1 if result not in (0, 1) else 0)
    print(f"{count.passed} passed, {failed} failed")
    return 1 if failed or not count.passed else 0


if __name__ == "__main__":
    sys.exit(main())
