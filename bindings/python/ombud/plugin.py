"""A plugin for pytest: `*.case` files are tests, each scenario and row of its table one.

A failed expectation shows what came out, the provision that decided with its gloss, and the line to paste. At the end stands what the
scenarios show of each law. A host's own laws are named by `--ombud-law FILE` or in the ini file by `ombud_laws`.
"""
from __future__ import annotations

import pathlib
from collections.abc import Iterator, Sequence
from typing import Any

import pytest

from . import Coverage, Covering, Expectation, Law, OmbudError, Run, Scenario

_laws = pytest.StashKey[Sequence[Law]]()
_shown = pytest.StashKey[dict[str, Coverage]]()


class Unmet(Exception):
    """Expectations that were not met."""

    def __init__(self, expectations: list[Expectation]) -> None:
        super().__init__(f"{len(expectations)} expectations were not met")
        self.expectations = expectations


class CaseFile(pytest.File):
    """A `.case` file."""

    def collect(self) -> Iterator[CaseItem]:
        try:
            scenario = Scenario.read(self.path, self.config.stash[_laws])
        except OmbudError as error:
            # What the library says is for any host; here a law is supplied by an option.
            where = " with --ombud-law FILE, or by ombud_laws in the ini file" if error.remedy.endswith("supply the law's text") else ""
            raise self.CollectError(f"{self.path}:{error}{where}") from error
        for run in scenario:
            yield CaseItem.from_parent(self, name=run.name or self.path.stem, run=run)


class CaseItem(pytest.Item):
    """One scenario, or one row of its table."""

    def __init__(self, *, run: Run, **wishes: Any) -> None:
        super().__init__(**wishes)
        self.case_run = run

    def runtest(self) -> None:
        law = self.case_run.law
        coverage = self.config.stash[_shown].setdefault(law.digest, Coverage(law))
        report = self.case_run.check(coverage)
        if not report and report.failed:
            raise Unmet([one for one in report if not one])
        if not len(report):
            pytest.skip("there is no expectation in it")

    def repr_failure(self, excinfo: pytest.ExceptionInfo[BaseException], style: Any = None) -> Any:
        if isinstance(excinfo.value, Unmet):
            return "\n".join(line for one in excinfo.value.expectations for line in self._told(one))
        return super().repr_failure(excinfo, style)

    def _told(self, one: Expectation) -> Iterator[str]:
        yield f"{self.path}:{one.line}: failed{' in ' + self.case_run.name if self.case_run.name else ''}"
        yield f"    expected  {one.text}"
        yield f"    got       {one.got}"
        if one.because is not None:
            yield f"    because   {one.because.full_id}  {one.because}"
            if one.because.gloss:
                yield f"              {one.because.gloss}"
        if one.would_hold:
            yield f"    to paste  {one.would_hold}"

    def reportinfo(self) -> tuple[pathlib.Path, None, str]:
        return self.path, None, self.name


def pytest_addoption(parser: pytest.Parser) -> None:
    """The options of the plugin."""
    group = parser.getgroup("ombud", "scenarios of reporting procedures")
    group.addoption("--ombud-law", action="append", default=[], metavar="FILE", help="a host's law by which `law NAME` may be answered")
    group.addoption("--ombud-gaps", action="store_true", help="list each row of the laws that the scenarios do not show, with the reason")
    parser.addini("ombud_laws", "files of a host's laws by which `law NAME` may be answered", type="paths", default=[])


def pytest_configure(config: pytest.Config) -> None:
    """Reads the host's laws once."""
    paths = [*map(pathlib.Path, config.getoption("--ombud-law")), *config.getini("ombud_laws")]
    laws: list[Law] = []
    for path in paths:
        try:
            laws.append(Law.read(path))
        except (OSError, OmbudError) as error:
            raise pytest.UsageError(f"{path}:{error}") from error
    config.stash[_laws] = laws
    shown: dict[str, Coverage] = {}
    config.stash[_shown] = shown


def pytest_collect_file(file_path: pathlib.Path, parent: pytest.Collector) -> CaseFile | None:
    """`.case` files are collected."""
    return CaseFile.from_parent(parent, path=file_path) if file_path.suffix == ".case" else None


def pytest_terminal_summary(terminalreporter: Any, config: pytest.Config) -> None:
    """What the scenarios show of each law."""
    shown = sorted(config.stash[_shown].values(), key=lambda coverage: coverage.law.name)
    if not shown:
        return
    terminalreporter.section("coverage of the laws")
    for coverage in shown:
        # Rounded down, so that 100 % says that nothing is missing.
        counts = (f"{what} {done}/{total} ({done * 100 // total if total else 100} %)" for what, (done, total) in coverage.counts().items())
        terminalreporter.write_line(f"{coverage.law.name}: {', '.join(counts)}")
        if config.getoption("--ombud-gaps"):
            for gap in coverage.gaps(Covering.ROWS):
                provision = gap.provision.full_id if gap.provision is not None else "structure"
                terminalreporter.write_line(f"    {provision}: {' '.join(gap.name.split())}: {gap.why}")
