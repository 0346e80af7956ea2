#!/usr/bin/env python3
"""A register replayed: what is due, what was found and how often, over many journals, by one process or by a cluster of Dask.

    replay.py --as-of DAY [--workers N | --scheduler ADDRESS] [--time] FILE.case…
    replay.py --as-of DAY --invented COUNT [--workers N | --scheduler ADDRESS] [--time]

Prints a table (TSV) that is the same, byte for byte, however many share the work. A case belongs to the shard of its number. --invented
makes so many journals instead of reading them; --time says on the other output how long it took.
"""
import argparse
import collections
import functools
import sys
import time
from datetime import date, timedelta
from pathlib import Path

import ombud

SHARDS = 16


class ReplayError(Exception):
    """A journal that cannot be taken."""


def invented(number):
    """The journal of an invented report: some are acknowledged late, some get no feedback."""
    received = date(2026, 1, 1) + timedelta(days=number % 90)
    acknowledged = received + timedelta(days=number % 11)
    lines = ["law bxl2019", f"case {number}", "person p1 reporter", "person p2 contact_point",
             f"{received} report.received r1 by=p2 reporter=p1 channel=external form=written",
             f"{acknowledged} report.acknowledged r1 by=p2"]
    if number % 3:
        lines.append(f"{received + timedelta(days=60 + number % 47)} report.feedback_given r1 by=p2 names_assessment=yes remedy_relevant=no")
    return "\n".join(lines) + "\n"


@functools.cache
def laws_read():
    """The built-in laws, read once for a shard and not once for a journal."""
    return [ombud.law(name) for name in ombud.builtin_names()]


def replayed(journals, as_of):
    """The figures of some journals: a count of (what, name, provision)."""
    figures = collections.Counter()
    for name, text in journals:
        try:
            case = ombud.Case.read(text, laws_read())
        except ombud.OmbudError as error:
            raise ReplayError(f"{name}:{error}") from error
        figures["cases", "", case.law.name] += 1
        for duty in case.duties(as_of=as_of):
            figures[duty.status.value, duty.name, duty.provision.full_id if duty.provision else ""] += 1
        for finding in case.findings(as_of=as_of):
            figures[finding.kind.value, finding.name, finding.provision.full_id if finding.provision else ""] += 1
    return figures


def replayed_invented(numbers, as_of):
    """As replayed(), of journals that are made where they are replayed."""
    return replayed(((f"invented case {number}", invented(number)) for number in numbers), as_of)


def number_of(name, text):
    """The number of the case in a journal, by which it is put into a shard."""
    for line in text.splitlines():
        words = line.split("#")[0].split()
        if words[:1] == ["case"] and len(words) == 2 and words[1].isdigit():
            return int(words[1])
    raise ReplayError(f"{name}:1:1: the journal has no number; write `case N` in its head")


def shards_of(paths):
    """The journals, by shard; a number that stands twice would be counted twice."""
    shards, seen = [[] for _ in range(SHARDS)], {}
    for path in paths:
        text = path.read_text(encoding="utf-8")
        number = number_of(path, text)
        if number in seen:
            raise ReplayError(f"{path}: case {number} stands in {seen[number]} too; a register has a case once")
        seen[number] = path
        shards[number % SHARDS].append((str(path), text))
    return shards


def table(figures):
    """The figures in an order of their own."""
    return "what\tname\tprovision\tnumber\n" + "".join(f"{what}\t{name}\t{provision}\t{number}\n"
                                                      for (what, name, provision), number in sorted(figures.items()))


def on_cluster(work, shards, as_of, workers, scheduler):
    """Sums what the workers of a cluster make of the shards; (figures, seconds without starting the cluster)."""
    from distributed import Client, LocalCluster
    cluster = scheduler or LocalCluster(n_workers=workers, threads_per_worker=1, dashboard_address=None)
    with Client(cluster) as client:
        client.wait_for_workers(workers)
        client.run(laws_read)
        began = time.monotonic()
        figures = sum(client.gather(client.map(work, shards, as_of=as_of, pure=False)), collections.Counter())
        seconds = time.monotonic() - began
    if not scheduler:
        cluster.close()
    return figures, seconds


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--as-of", type=date.fromisoformat, required=True)
    parser.add_argument("--invented", type=int, default=0, metavar="COUNT")
    parser.add_argument("--workers", type=int, default=0, help="processes of a cluster on this machine; 0: none, this process")
    parser.add_argument("--scheduler", help="the address of a cluster that runs, whose workers have the package ombud")
    parser.add_argument("--time", action="store_true")
    parser.add_argument("files", type=Path, nargs="*")
    asked = parser.parse_args()
    if bool(asked.invented) == bool(asked.files):
        parser.error("name journals, or --invented COUNT")
    try:
        shards = [range(first, asked.invented + 1, SHARDS) for first in range(1, SHARDS + 1)] if asked.invented else shards_of(asked.files)
        work = replayed_invented if asked.invented else replayed
        if asked.workers or asked.scheduler:
            figures, seconds = on_cluster(work, shards, asked.as_of, max(asked.workers, 1), asked.scheduler)
        else:
            began = time.monotonic()
            figures = sum((work(shard, asked.as_of) for shard in shards), collections.Counter())
            seconds = time.monotonic() - began
    except (ReplayError, OSError, UnicodeError) as error:
        print(f"replay: {error}", file=sys.stderr)
        return 2
    sys.stdout.write(table(figures))
    if asked.time:
        print(f"{sum(number for (what, _, _), number in figures.items() if what == 'cases')} cases in {seconds:.2f} s", file=sys.stderr)
    return 0


if __name__ == "__main__":
    sys.exit(main())
