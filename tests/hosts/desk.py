"""A desk for tests: hr-desk run as somebody, and its database looked into by other means than its own."""
import hashlib
import hmac
import os
import pathlib
import sqlite3
import subprocess

TODAY = "2026-02-10"
FIELDS = "entry, at, by, matter, person, kind, text, decision, chain, digest"


class Desk:
    def __init__(self, program, folder):
        self.program = program
        self.folder = pathlib.Path(folder)
        self.file, self.key = self.folder / "desk.db", self.folder / "key"
        self.key.write_bytes(bytes(range(1, 41)))
        self.key.chmod(0o600)

    def command(self, who, *words, today=TODAY):
        verb, *rest = map(str, words)
        return [self.program, verb, "--desk", str(self.file), "--key", str(self.key), "--as", str(who), "--today", today, *rest]

    def run(self, who, *words, stdin=None, today=TODAY):
        done = subprocess.run(self.command(who, *words, today=today), input=stdin, capture_output=True, check=False, timeout=120,
                              env={"PATH": os.environ["PATH"]})
        return done.returncode, done.stdout.decode(), done.stderr.decode()

    def good(self, who, *words, **more):
        code, out, err = self.run(who, *words, **more)
        if code or err:
            raise RuntimeError(f"{words}: status {code}\n{err}")
        return out

    def furnish(self, cases=1):
        """An admin 9, a keeper and contact point 2, an auditor 4, a reporter 1 and a person concerned 3."""
        self.good(9, "init", "Ada")
        for number, name in {1: "Rita", 2: "Carl", 3: "Conny", 4: "Odette"}.items():
            self.good(9, "person", number, name)
        self.good(9, "grant", 2, "keeper")
        self.good(9, "grant", 4, "auditor")
        for case in range(1, cases + 1):
            self.good(2, "open", case, "bxl2019")
            for number, role in {1: "reporter", 2: "contact_point", 3: "person_concerned"}.items():
                self.good(2, "party", case, number, role)
        return self

    def ledger(self):
        """The entries, their digests made anew by Python's own HMAC. Raises where one differs or the numbers have a gap."""
        base = sqlite3.connect(f"file:{self.file}?mode=ro", uri=True)
        try:
            rows = base.execute(f"SELECT {FIELDS} FROM ledger ORDER BY entry").fetchall()
        finally:
            base.close()
        head = b""
        lines = {}
        for expected, (entry, at, by, case, person, kind, text, decision, chain, digest) in enumerate(rows, 1):
            if entry != expected:
                raise ValueError(f"entry {expected} is missing")
            said, why = text.encode(), decision.encode()
            numbers = f"hr-desk {entry} {at} {by} {case} {person} {kind} {len(said)} {len(why)} {len(chain)}\n".encode()
            head = hmac.new(self.key.read_bytes(), numbers + head + said + why + chain, hashlib.sha256).digest()
            if digest != head:
                raise ValueError(f"entry {entry} does not verify")
            if kind == "event":
                lines[case] = hmac.new(self.key.read_bytes(), lines.get(case, b"") + said, hashlib.sha256).digest()
                if chain != lines[case] or not decision:
                    raise ValueError(f"entry {entry}: a half event")
        return rows
