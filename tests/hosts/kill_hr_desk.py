#!/usr/bin/env python3
"""Kills processes of hr-desk with SIGKILL at random moments under load, and looks that no acknowledged event is lost and no half
event is there. Two processes write at once, in two cases and in the same one.

    kill_hr_desk.py HR-DESK [--rounds N] [--seed N]

A round: both are fed lines, each of which they acknowledge once it is kept; after a random time both are killed, in random order. Then
every acknowledged line must stand in the ledger where the acknowledgement said, at most one line a process may stand there that was not
acknowledged (it was killed between keeping and saying so), and all digests, made anew by Python, must be those stored.
"""
import argparse
import os
import pathlib
import random
import signal
import subprocess
import sys
import tempfile
import threading
import time

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))
from desk import Desk  # noqa: E402

ROUNDS_A_DESK = 25
RECEIVED = "2026-02-02 report.received r{} reporter=p1 channel=external form=written\n"


class Writer:
    """A process that records, fed and read by a thread each, so that it is always at work."""

    def __init__(self, desk, case, first):
        self.case, self.first = case, first
        self.process = subprocess.Popen(desk.command(2, "record", case, "-"), stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                                        stderr=subprocess.PIPE, env={"PATH": os.environ["PATH"]})
        self.said = b""
        self.begun = threading.Event()
        self.threads = [threading.Thread(target=self.feed, daemon=True), threading.Thread(target=self.listen, daemon=True)]
        for thread in self.threads:
            thread.start()

    def feed(self):
        try:
            for number in range(self.first, self.first + 400):
                self.process.stdin.write(RECEIVED.format(number).encode())
                self.process.stdin.flush()
        except OSError:
            pass  # killed

    def listen(self):
        while piece := os.read(self.process.stdout.fileno(), 65536):
            self.said += piece
            self.begun.set()

    def end(self):
        """What it acknowledged: (case, line, entry, digest of the line). A line without its end was not said."""
        self.process.wait()
        for thread in self.threads:
            thread.join()
        complaint = self.process.stderr.read().decode()
        if complaint or self.process.returncode != -signal.SIGKILL:
            raise RuntimeError(f"ended by itself with status {self.process.returncode}: {complaint}")
        for pipe in (self.process.stdout, self.process.stderr):
            pipe.close()
        whole = self.said[:self.said.rfind(b"\n") + 1].decode().splitlines()
        return [line.split("\t")[:4] for line in whole]


def look(desk, writers, before):
    """@return how many were acknowledged and how many were kept besides; raises what is wrong."""
    rows = desk.ledger()
    kept = rows[before:]
    positions, by_entry = {}, {}
    for row in rows:
        if row[5] == "event":
            positions[row[3]] = positions.get(row[3], 0) + 1
            by_entry[row[0]] = (row[3], positions[row[3]], row[6], row[8].hex())
    acknowledged = besides = 0
    for writer, said in writers:
        sent = range(writer.first, writer.first + 400)
        numbers = []
        for case, line, entry, digest in said:
            there = by_entry.get(int(entry))
            if there is None or (str(there[0]), str(there[1]), there[3]) != (case, line, digest):
                raise ValueError(f"acknowledged and not there: case {case} line {line} entry {entry}")
            numbers.append(int(there[2].split()[2][1:]))
        if numbers != list(sent[:len(numbers)]):
            raise ValueError(f"acknowledged out of order: {numbers}")
        own = [int(row[6].split()[2][1:]) for row in kept if int(row[6].split()[2][1:]) in sent]
        if own != list(sent[:len(own)]) or not len(said) <= len(own) <= len(said) + 1:
            raise ValueError(f"{len(said)} acknowledged, but kept: {own}")
        acknowledged += len(said)
        besides += len(own) - len(said)
    if len(kept) != acknowledged + besides:
        raise ValueError("entries that nobody sent")
    return acknowledged, besides


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("program")
    arguments.add_argument("--rounds", type=int, default=20)
    arguments.add_argument("--seed", type=int, default=None)
    given = arguments.parse_args()
    seed = random.randrange(1 << 32) if given.seed is None else given.seed
    chance = random.Random(seed)
    print(f"seed {seed}")
    passed = failed = acknowledged = besides = 0
    for begin in range(0, given.rounds, ROUNDS_A_DESK):
        with tempfile.TemporaryDirectory() as folder:
            desk = Desk(given.program, folder).furnish(cases=3)
            for turn in range(begin, min(begin + ROUNDS_A_DESK, given.rounds)):
                before = len(desk.ledger())
                cases = (1, 1) if turn % 3 == 0 else (2, 3)
                pair = [Writer(desk, case, 1 + (turn - begin) * 1000 + place * 500) for place, case in enumerate(cases)]
                for writer in pair:
                    writer.begun.wait(60)
                time.sleep(chance.random() * chance.choice([0.002, 0.02, 0.2]))
                for writer in chance.sample(pair, 2):
                    writer.process.kill()
                try:
                    said, more = look(desk, [(writer, writer.end()) for writer in pair], before)
                    verified = desk.good(4, "verify")
                    if "nothing differs" not in verified:
                        raise ValueError(verified)
                    acknowledged, besides, passed = acknowledged + said, besides + more, passed + 1
                except (ValueError, RuntimeError) as wrong:
                    failed += 1
                    print(f"round {turn + 1}: {wrong}")
    print(f"{acknowledged} events acknowledged and kept, {besides} kept and not yet acknowledged when killed")
    print(f"{passed} passed, {failed} failed")
    return 1 if failed or passed != given.rounds else 0


if __name__ == "__main__":
    sys.exit(main())
