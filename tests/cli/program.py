"""Running the program `ombud` and telling the outcome in TAP: what the tests of its verbs share."""
import os
import pathlib
import subprocess
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
# Where a build that counts coverage writes; nothing else of the caller's environment reaches the program.
COVERAGE = {name: value for name, value in os.environ.items() if name == "LLVM_PROFILE_FILE"}
GOLDEN = pathlib.Path(__file__).resolve().parent / "golden"


class Tests:
    def __init__(self, program, update):
        self.program, self.update, self.count, self.failed = program, update, 0, 0
        self.folder = tempfile.TemporaryDirectory()

    def file(self, name, text):
        path = pathlib.Path(self.folder.name) / name
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return str(path)

    def run(self, *arguments, stdin=None, env=None):
        done = subprocess.run([self.program, *arguments], input=stdin, capture_output=True, cwd=ROOT, timeout=120,
                              env={"PATH": "/usr/bin:/bin", **COVERAGE, **(env or {})})
        return done.returncode, done.stdout.decode(), done.stderr.decode()

    def good(self, *arguments):
        code, out, err = self.run(*arguments)
        if code or err:
            self.ok(" ".join(arguments), False, f"status {code}\n{err}")
        return out

    def ok(self, what, good, shown=""):
        self.count += 1
        self.failed += not good
        print(f"{'ok' if good else 'not ok'} {self.count} - {what}")
        if not good:
            print("\n".join("# " + line for line in str(shown).splitlines()[:40]))

    def exits(self, what, status, *arguments, out=(), err=(), stdin=None):
        """The exit status, and that each text of `out` and `err` stands where it should."""
        code, stdout, stderr = self.run(*arguments, stdin=stdin)
        good = code == status and all(text in stdout for text in out) and all(text in stderr for text in err)
        good = good and (status != 2 or stderr != "") and (status != 0 or stderr == "")
        self.ok(what, good, f"status {code}, wanted {status}; wanted {out} {err}\n{stdout[-3000:]}\n{stderr}")
        return stdout

    def golden(self, name, text):
        path = GOLDEN / name
        if self.update:
            path.write_bytes(text.encode())
        wanted = path.read_bytes().decode() if path.exists() else ""
        differing = next((i for i, (a, b) in enumerate(zip(text.split("\n"), wanted.split("\n")), 1) if a != b), 0)
        self.ok(f"golden {name}", text == wanted, f"first difference in line {differing}, or in length\n{text}")
