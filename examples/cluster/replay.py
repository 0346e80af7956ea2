#!/usr/bin/env python3
"""A register replayed: duties, findings and the tables of the law, over many journals, by one process or by a cluster of Dask.

    replay.py --as-of DAY [--workers N | --scheduler ADDRESS] [--scaling] FILE.case…
    replay.py --as-of DAY --invented COUNT [--workers N | --scheduler ADDRESS] [--scaling]

Alone it puts all cases into one register; a cluster gets sixteen, of which each holds the cases of its numbers, and what they count is
summed. The table (TSV) is the same, byte for byte. --invented makes so many journals instead of reading them. --scaling replays in this
process, on one worker and on all, refuses tables that differ, and says on the other output how long each took.
"""
import argparse
import collections
import functools
import itertools
import sys
import time
from datetime import date, timedelta
from pathlib import Path

import ombud

SHARDS = 16
ROUNDS = 3


class ReplayError(Exception):
    """A journal that cannot be taken, or tables that differ."""


def invented(number, as_of):
    """The lines of an invented report: some are acknowledged late, some get no feedback."""
    received = date(2026, 1, 1) + timedelta(days=number % 90)
    lines = [(received, "report.received r1 by=p2 reporter=p1 channel=external form=written"),
             (received + timedelta(days=number % 11), "report.acknowledged r1 by=p2")]
    if number % 3:
        lines.append((received + timedelta(days=60 + number % 47), "report.feedback_given r1 by=p2 names_assessment=yes remedy_relevant=no"))
    return "".join([f"{number}\tperson p1 reporter\n{number}\tperson p2 contact_point\n",
                    *(f"{number}\t{day} {event}\n" for day, event in lines if day <= as_of)])


@functools.cache
def laws_read():
    """The built-in laws, read once for a process and not once for a journal."""
    return {name: ombud.law(name) for name in ombud.builtin_names()}


def registers_of(journals, as_of):
    """The registers of some journals: one for each law and choice of settings, each case as it stood at the end of the day."""
    registers = {}
    for name, text in journals:
        try:
            case = ombud.Case.read(text, list(laws_read().values())).clone_as_of(as_of, known_by=as_of)
            key = case.law.name, case.settings.digest if case.settings else ""
            if key not in registers:
                registers[key] = ombud.Register(case.law, case.settings, present=as_of)
            registers[key].add(case)
        except ombud.OmbudError as error:
            raise ReplayError(f"{name}:{error}") from error
    return registers


def registers_invented(numbers, as_of):
    """As registers_of(), of journals that are made where they are replayed."""
    register = ombud.Register(laws_read()["bxl2019"], present=as_of)
    register.load(invented(number, as_of) for number in numbers)
    return {("bxl2019", ""): register}


def counts(register):
    """What a register comes to: (what, name, value, provision) and how often. Nothing is withheld, for a sum needs every count."""
    year = register.present.year
    yield ("cases", "", "", ""), len(register)
    for number in register:
        case = register[number]
        for one in itertools.chain(case.duties(as_of=register.present), case.findings(as_of=register.present)):
            kind = one.kind if isinstance(one, ombud.Finding) else one.status
            yield ("finding" if isinstance(one, ombud.Finding) else "duty", one.name, kind.value, one.provision.full_id if one.provision else ""), 1
    for figure in register.figures(date(year, 1, 1), date(year, 12, 31), threshold=0):
        provision = figure.provision.full_id if figure.provision else ""
        axes = [[value.name for value in values] + ["(total)"] for values in figure.values]
        for values, count in zip(itertools.product(*axes), itertools.chain(*figure.cells), strict=True):
            yield ("figure", figure.name, "/".join(values), provision), count.count
        if figure.base is not None:
            yield ("figure", figure.name, "(due)", provision), figure.base.count
        yield ("figure", figure.name, "(unknown)", provision), figure.unknown.count


def replayed(journals, registers, as_of):
    """The counts of some journals, which `registers` puts into registers."""
    summed = collections.Counter()
    for key, register in registers(journals, as_of).items():
        for what, number in counts(register):
            summed[*key, *what] += number
    return summed


def number_of(name, text):
    """The number of the case in a journal, by which it is put into a shard."""
    for line in text.splitlines():
        words = line.split("#")[0].split()
        if words[:1] == ["case"] and len(words) == 2 and words[1].isdigit():
            return int(words[1])
    raise ReplayError(f"{name}:1:1: the journal has no number; write `case N` in its head")


def numbered(paths):
    """The journals by number; a number that stands twice would be counted twice."""
    seen = {}
    for path in paths:
        text = path.read_text(encoding="utf-8")
        number = number_of(path, text)
        if number in seen:
            raise ReplayError(f"{path}: case {number} stands in {seen[number][0]} too; a register has a case once")
        seen[number] = str(path), text
    return seen


def table(summed):
    """The counts in an order of their own."""
    return "law\tsettings\twhat\tname\tvalue\tprovision\tnumber\n" + "".join("\t".join(key) + f"\t{number}\n"
                                                                            for key, number in sorted(summed.items()))


def timed(work):
    """(what it gives, seconds)."""
    began = time.monotonic()
    return work(), time.monotonic() - began


def on_cluster(client, work, shards, workers=None):
    """Sums what the workers of a cluster make of the shards."""
    summed = collections.Counter()
    for counted in client.gather(client.map(work, shards, pure=False, workers=workers)):
        summed.update(counted)  # and not +, which drops a count of 0
    return summed


def scaling(client, work, journals, shards, workers):
    """The counts, after the ways have taken turns; says what the best turn of each took."""
    first = list(client.scheduler_info()["workers"])[:1]
    ways = {"one register in this process": lambda: work(journals), "shards on 1 worker": lambda: on_cluster(client, work, shards, first),
            f"shards on {workers} workers": lambda: on_cluster(client, work, shards)}
    took, tables = collections.defaultdict(list), {}
    for _ in range(ROUNDS):
        for way, run in ways.items():
            summed, seconds = timed(run)
            took[way].append(seconds)
            tables[way] = table(summed)
            if tables[way] != next(iter(tables.values())):
                raise ReplayError(f"{way}: the table differs from that of {next(iter(tables))}")
    alone, one, all_ = (min(seconds) for seconds in took.values())
    print("".join(f"{way}: {min(seconds):.2f} s\n" for way, seconds in took.items()) +
          f"{workers} workers to 1: {one / all_:.2f} times as fast; to this process: {alone / all_:.2f}", file=sys.stderr)
    return summed


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--as-of", type=date.fromisoformat, required=True)
    parser.add_argument("--invented", type=int, default=0, metavar="COUNT")
    parser.add_argument("--workers", type=int, default=0, help="processes of a cluster on this machine; 0: none, this process")
    parser.add_argument("--scheduler", help="the address of a cluster that runs, whose workers have the package ombud")
    parser.add_argument("--scaling", action="store_true", help="of a cluster: compare it with one worker and with this process")
    parser.add_argument("files", type=Path, nargs="*")
    asked = parser.parse_args()
    if bool(asked.invented) == bool(asked.files):
        parser.error("name journals, or --invented COUNT")
    if asked.scaling and not (asked.workers or asked.scheduler):
        parser.error("--scaling needs --workers N or --scheduler ADDRESS")
    try:
        if asked.invented:
            journals, registers = range(1, asked.invented + 1), registers_invented
            shards = [journals[first::SHARDS] for first in range(SHARDS)]
        else:
            of, registers = numbered(asked.files), registers_of
            journals, shards = list(of.values()), [[one for number, one in of.items() if number % SHARDS == shard] for shard in range(SHARDS)]
        work = functools.partial(replayed, registers=registers, as_of=asked.as_of)
        if not (asked.workers or asked.scheduler):
            summed = work(journals)
        else:
            from distributed import Client, LocalCluster
            with (Client(asked.scheduler) if asked.scheduler else
                  Client(LocalCluster(n_workers=asked.workers, threads_per_worker=1, dashboard_address=None))) as client:
                client.wait_for_workers(max(asked.workers, 1))
                client.run(laws_read)
                laws_read()
                workers = len(client.scheduler_info()["workers"])
                summed = scaling(client, work, journals, shards, workers) if asked.scaling else on_cluster(client, work, shards)
    except (ReplayError, OSError, UnicodeError) as error:
        print(f"replay: {error}", file=sys.stderr)
        return 2
    sys.stdout.write(table(summed))
    return 0


if __name__ == "__main__":
    sys.exit(main())
