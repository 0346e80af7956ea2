#!/usr/bin/env python3
"""Changes the library's C code in one small place at a time and looks whether a test then fails.

    mutate_code.py BUILD [--sample N] [--seed S] [--slowest SECONDS] [--least PERCENT] [--again FILE] [--scratch FOLDER] [--list] [FILE…]

A mutant has another relation (`<` for `<=`, `==` for `!=`), `&&` for `||`, an integer constant one more or one less, a condition
negated, or a statement left out. BUILD is an ordinary build, with the static library's tests: their objects are linked once with a
shared library in which each internal name is visible, so that a mutant costs one compilation, one link, and the tests until the
first that fails, crashes or does not end. A mutant whose object code is that of the code as it is does not count.

Tests are those of BUILD that take no more than --slowest seconds (1.5), and the `.case` suites. FILEs are sources under src/, or
folders of them; else src/kernel. A sample is drawn by the text of the mutants: what did not change stays in it. --again tries
only the survivors that FILE names, the output of a run before.

A survivor is printed as FILE:LINE: FUNCTION: TEXT OF THE LINE: CHANGE. tests/mutants-explained.txt has those that no test can tell
apart, without the number of the line, a tab, and the reason. --least is the share of those tried that must be killed or explained
(100); what survives beyond it does not count as failed. The last line is 'N passed, N failed': mutants that were killed or are
explained, and those that are not, or are explained and killed.
"""
import argparse
import collections
import concurrent.futures
import dataclasses
import hashlib
import json
import os
import pathlib
import re
import resource
import shutil
import subprocess
import sys
import threading
import time

ROOT = pathlib.Path(__file__).resolve().parents[1]
EXPLAINED = ROOT / "tests" / "mutants-explained.txt"
COMPILE = [os.environ.get("CC", "cc"), "-std=c11", "-O1", "-w", "-fPIC", "-DOMBUD_BUILDING", f"-I{ROOT}/include", f"-I{ROOT}/src"]
# A mutant that asks for ever more memory, or never ends, is killed; none writes a core.
LIMITS = {resource.RLIMIT_AS: 4 << 30, resource.RLIMIT_CPU: 120, resource.RLIMIT_CORE: 0}

# ---- the mutants of a text ---------------------------------------------------------------------------------------------------

TOKEN = re.compile(r"""
    (?P<blank>\s+|/\*.*?\*/|//[^\n]*) | (?P<line>(?<![^\n])[ \t]*\#(?:[^\n\\]|\\.)*)
  | (?P<text>"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*') | (?P<number>\d[\w.]*) | (?P<name>[A-Za-z_]\w*)
  | (?P<sign><<=|>>=|\.\.\.|->|\+\+|--|<<|>>|<=|>=|==|!=|&&|\|\||[-+*/%&|^]=|.)""", re.VERBOSE | re.DOTALL)
OTHER = {"<": ["<="], "<=": ["<"], ">": [">="], ">=": [">"], "==": ["!="], "!=": ["=="], "&&": ["||"], "||": ["&&"]}
NUMBER = re.compile(r"(0[xX][0-9a-fA-F]+|\d+)([uUlL]*)$")
OPEN, CLOSE = "([{", ")]}"
# A statement that begins with one of these is not left out: it declares, or it is more than one statement.
KEPT = {"if", "for", "while", "switch", "do", "else", "case", "default", "return", "goto", "const", "static", "struct", "union", "enum", "unsigned",
        "signed", "int", "char", "short", "long", "size_t", "_Static_assert", "assert"}


@dataclasses.dataclass(frozen=True)
class Mutant:
    path: str      # from the root of the checkout
    line: int
    begin: int     # what is replaced, in the text
    end: int
    by: str
    name: str      # FUNCTION: TEXT OF THE LINE: CHANGE
    turn: int      # which of those of one name

    @property
    def identity(self):
        return f"{self.path}: {self.name}"


class Source:
    """A source and its tokens, without blanks, comments and lines of the preprocessor."""

    def __init__(self, path):
        self.path = path
        self.text = (ROOT / path).read_text(encoding="utf-8")
        self.tokens = []   # (text, begin, end, is a number)
        at = 0
        while at < len(self.text):
            found = TOKEN.match(self.text, at)
            at = found.end()
            if found.lastgroup not in ("blank", "line"):
                self.tokens.append((found.group(), found.start(), found.end(), found.lastgroup == "number"))
        self.partner, self.opening = {}, {}   # of an opening bracket its closing one, and the other way round
        self.within = []                      # of each token, the opening bracket that it stands in
        opened = []
        for i, token in enumerate(self.tokens):
            self.within.append(self.tokens[opened[-1]][0] if opened else "")
            if token[0] in OPEN:
                opened.append(i)
            elif token[0] in CLOSE:
                self.opening[i] = opened.pop()
                self.partner[self.opening[i]] = i

    def bodies(self):
        """The functions: name, first and last token of the body; and tables at file scope, by their name."""
        i = 0
        while i < len(self.tokens):
            word = self.tokens[i][0]
            if word in "([":
                i = self.partner[i]
            elif word == "{" and i > 1 and self.tokens[i - 1][0] in (")", "="):
                back = i - 1
                while self.tokens[back][0] in ")]=":
                    back = self.opening.get(back, back) - 1
                yield self.tokens[back][0], i, self.partner[i], self.tokens[i - 1][0] == ")"
                i = self.partner[i]
            elif word == "{":
                i = self.partner[i]
            i += 1

    def changes(self):
        """Of each mutant: function, place of the token, begin, end, what stands there instead, what is said of it."""
        for function, first, last, is_code in self.bodies():
            for i in range(first + 1, last):
                word, begin, end, is_number = self.tokens[i]
                if is_code and word in OTHER:
                    for other in OTHER[word]:
                        yield function, begin, begin, end, other, f"`{word}` to `{other}`"
                elif is_number and NUMBER.match(word):
                    digits, suffix = NUMBER.match(word).groups()
                    value = int(digits, 16) if digits[:2] in ("0x", "0X") else int(digits)
                    for other in (value + 1, value - 1) if value else (1,):
                        yield function, begin, begin, end, f"{other}{suffix}", f"`{word}` to `{other}{suffix}`"
                elif is_code and word in ("if", "while") and self.tokens[i + 1][0] == "(":
                    inside, after = self.tokens[i + 1][2], self.tokens[self.partner[i + 1]][1]
                    yield function, begin, inside, after, f"!({self.text[inside:after]})", f"`{word}` negated"
                if is_code and self.within[i] == "{" and self.tokens[i - 1][0] in (";", "{", "}", ")", ":", "else", "do"):
                    yield from self.left_out(function, i)

    def left_out(self, function, i):
        word, begin = self.tokens[i][0], self.tokens[i][1]
        before, after = self.tokens[i - 1][0], self.tokens[i + 1][0]
        if before == ")":   # of if, for, while; not of a cast or a call
            if self.tokens[self.opening[i - 1] - 1][0] not in ("if", "for", "while"):
                return
        elif before == ":":   # of a case; not of a choice between two
            back = i - 1
            while self.tokens[back][0] not in (";", "{", "}", "case", "default", "?"):
                back -= 1
            if self.tokens[back][0] not in ("case", "default"):
                return
        is_name = word[0].isalpha() or word[0] == "_"
        if word in KEPT or not (is_name or word in ("*", "++", "--")) or word[:1] == "(":
            return
        if is_name and (after[0].isalpha() or after[0] in "_*" and after != "*="):
            return
        at = i
        while self.tokens[at][0] != ";":
            if self.tokens[at][0] == "{" or self.tokens[at][0] in CLOSE:
                return
            at = self.partner[at] if self.tokens[at][0] in OPEN else at
            at += 1
        end = self.tokens[at][2]
        said = " ".join(self.text[begin:end].split())
        yield function, begin, begin, end, ";", f"without `{said}`"

    def mutants(self):
        turns = collections.Counter()
        for function, place, begin, end, by, said in self.changes():
            first = self.text.rfind("\n", 0, place) + 1
            line = " ".join(self.text[first:(self.text + "\n").index("\n", place)].split())
            name = f"{function}: {line}: {said}"
            turns[name] += 1
            yield Mutant(self.path, self.text.count("\n", 0, place) + 1, begin, end, by, name, turns[name])


def rank(mutant, seed):
    return hashlib.sha256(f"{seed} {mutant.identity} {mutant.turn}".encode()).digest()


# ---- compiling, linking, running ---------------------------------------------------------------------------------------------


def run(command, **more):
    return subprocess.run([str(word) for word in command], stdin=subprocess.DEVNULL, capture_output=True, check=False, **more)


def must(command, **more):
    done = run(command, **more)
    if done.returncode != 0:
        sys.exit(f"mutate_code.py: {' '.join(map(str, command))}\n{done.stderr.decode(errors='replace')}")


class Bench:
    """The library as it is, and the tests linked with it."""

    def __init__(self, build, scratch, slowest, jobs):
        self.build, self.scratch = build, scratch
        shutil.rmtree(scratch, ignore_errors=True)
        (scratch / "plain").mkdir(parents=True)
        self.objects = {}
        sources = sorted(ROOT.glob("src/*/*.c")) + [build / "src" / "embedded_laws.c"]
        with concurrent.futures.ThreadPoolExecutor(jobs) as pool:
            for source, path in zip(sources, pool.map(self.compile_plain, sources)):
                self.objects[source] = path
        self.link(scratch / "plain", self.objects.values())
        self.tests = self.quick_tests(slowest)
        self.seconds = {name: took for name, took, _ in self.tests}

    def compile_plain(self, source):
        path = self.scratch / "plain" / f"{source.parent.name}_{source.stem}.o"
        must([*COMPILE, "-c", source, "-o", path])
        return path

    @staticmethod
    def link(folder, objects):
        must([COMPILE[0], "-shared", "-Wl,-Bsymbolic", "-Wl,-soname,libmutant.so", "-o", folder / "libmutant.so", *objects])

    def linked(self, name, folder):
        """A program of the build, with the shared library in place of the static one."""
        program = self.scratch / name
        objects = sorted(folder.glob("*.o"))
        return program if objects and run([COMPILE[0], "-o", program, *objects, "-L", self.scratch / "plain", "-lmutant",
                                           "-lcmocka"]).returncode == 0 else None

    def quick_tests(self, slowest):
        """Name, seconds, command; the quickest first."""
        listed = json.loads((self.build / "meson-info" / "intro-tests.json").read_text(encoding="utf-8"))
        commands, tests = {}, []
        for test in listed:
            program = pathlib.Path(test["cmd"][0])
            if program.parent == self.build / "tests" and program.name not in ("layout", "mutate"):
                linked = self.linked(program.name, program.with_name(program.name + ".p"))
                if linked:
                    commands[test["name"]] = [linked, *test["cmd"][1:]]
        ombud = self.linked("ombud", self.build / "examples" / "ombud.p")
        if ombud is None or not commands:
            sys.exit(f"mutate_code.py: {self.build} holds no objects of the tests or of the program: build it first")
        for folder in sorted(path for path in (ROOT / "tests" / "cases").iterdir() if path.is_dir()):
            cases = sorted(folder.rglob("*.case"))
            commands[f"cases of {folder.name}"] = [ombud, "check", *cases]
        for name, command in commands.items():
            began = resource.getrusage(resource.RUSAGE_CHILDREN)
            if self.fails(command, self.scratch / "plain", 300):
                sys.exit(f"mutate_code.py: {name} fails with the code as it is")
            ended = resource.getrusage(resource.RUSAGE_CHILDREN)
            took = ended.ru_utime + ended.ru_stime - began.ru_utime - began.ru_stime
            if took <= slowest:
                tests.append((name, took, command))
        return sorted(tests, key=lambda test: test[1])

    @staticmethod
    def fails(command, library, limit):
        try:
            return run(command, cwd=ROOT, timeout=limit, env={**os.environ, "LD_LIBRARY_PATH": str(library)}).returncode != 0
        except subprocess.TimeoutExpired:
            return True


class Trial:
    """Mutants of one source after the other, by several hands; a test that killed a mutant of a source is asked first the next time."""

    def __init__(self, bench):
        self.bench = bench
        self.killers = collections.defaultdict(collections.Counter)
        self.free = []
        self.lock = threading.Lock()
        self.texts = {}

    def place(self):
        with self.lock:
            if self.free:
                return self.free.pop()
            folder = self.bench.scratch / f"hand-{len(list(self.bench.scratch.glob('hand-*')))}"
            folder.mkdir()
            return folder

    def judge(self, mutant):
        """'broken', 'same', 'survived', or the name of the test that killed it."""
        folder = self.place()
        try:
            return self.judge_in(folder, mutant)
        finally:
            with self.lock:
                self.free.append(folder)

    def judge_in(self, folder, mutant):
        source = ROOT / mutant.path
        text = source.read_text(encoding="utf-8")
        plain = self.bench.objects[source]
        changed, made = folder / source.name, folder / "mutant.o"
        # The same name of the file and the same lines, so that object code differs by the mutant alone.
        changed.write_text(f'#line 1 "{source}"\n' + text[:mutant.begin] + mutant.by + text[mutant.end:], encoding="utf-8")
        if run([*COMPILE, f"-I{source.parent}", "-c", changed, "-o", made]).returncode != 0:
            return "broken"
        if self.code(made) == self.code(plain):
            return "same"
        self.bench.link(folder, [made if path == plain else path for path in self.bench.objects.values()])
        killers = self.killers[mutant.path]
        for name, took, command in sorted(self.bench.tests, key=lambda test: -killers[test[0]]):
            if self.bench.fails(command, folder, 10 + 20 * took):
                with self.lock:
                    killers[name] += 1
                return name
        return "survived"

    def code(self, path):
        """What a disassembler prints of an object; names of files are not in it."""
        printed = run(["objdump", "-d", "-r", "-s", "-j.text", "-j.rodata", "-j.data.rel.ro.local", "-j.data.rel.ro", path]).stdout
        return hashlib.sha256(printed.split(b"\n", 3)[-1]).digest()


# ---- the whole -----------------------------------------------------------------------------------------------------------------


def explained():
    lines = EXPLAINED.read_text(encoding="utf-8").splitlines() if EXPLAINED.exists() else []
    entries = {}
    for number, line in enumerate(lines, 1):
        if line and not line.startswith("#"):
            what, tab, why = line.partition("\t")
            if not tab or not why.strip():
                sys.exit(f"{EXPLAINED}:{number}: a mutant, a tab and the reason")
            entries[what] = why
    return entries


def chosen_sources(names):
    for name in names or ["src/kernel"]:
        path = (ROOT / name).resolve()
        if not path.exists() or ROOT / "src" not in path.parents:
            sys.exit(f"mutate_code.py: {name}: a source or a folder under src/")
        for source in sorted(path.glob("*.c")) if path.is_dir() else [path]:
            yield Source(str(source.relative_to(ROOT)))


def main():
    parser = argparse.ArgumentParser(allow_abbrev=False)
    parser.add_argument("build", type=pathlib.Path)
    parser.add_argument("--sample", type=int, default=0)
    parser.add_argument("--seed", default="1")
    parser.add_argument("--slowest", type=float, default=1.5)
    parser.add_argument("--least", type=float, default=100)
    parser.add_argument("--again", type=pathlib.Path)
    parser.add_argument("--scratch", type=pathlib.Path)
    parser.add_argument("--list", action="store_true")
    parser.add_argument("files", nargs="*")
    options = parser.parse_args()
    build = options.build.resolve()
    mutants = sorted((m for source in chosen_sources(options.files) for m in source.mutants()), key=lambda m: rank(m, options.seed))
    total = len(mutants)
    there, tried_paths = {m.identity for m in mutants}, {m.path for m in mutants}
    if options.sample:
        mutants = mutants[:options.sample]
    if options.again:
        before = {re.sub(r"^([^:]+):\d+", r"\1", line) for line in options.again.read_text(encoding="utf-8").splitlines()}
        mutants = [m for m in mutants if m.identity in before]
    mutants.sort(key=lambda m: (m.path, m.begin, m.by))
    if options.list:
        for mutant in mutants:
            print(f"{mutant.path}:{mutant.line}: {mutant.name}")
        return 0
    COMPILE.append(f"-I{build}/include")
    for limit, value in LIMITS.items():
        resource.setrlimit(limit, (value, value))
    jobs = int(os.environ.get("OMBUD_JOBS", "2"))
    known, results, began = explained(), {}, time.monotonic()
    bench = Bench(build, options.scratch or build / "mutants-of-code", options.slowest, jobs)
    print(f"{len(bench.tests)} tests, {sum(bench.seconds.values()):.1f} s together; {len(mutants)} of {total} mutants", flush=True)
    trial = Trial(bench)
    with concurrent.futures.ThreadPoolExecutor(jobs) as pool:
        for mutant, result in zip(mutants, pool.map(trial.judge, mutants)):
            results[mutant] = result
            if result == "survived" and mutant.identity not in known:
                print(f"{mutant.path}:{mutant.line}: {mutant.name}", flush=True)
    counts = collections.Counter(result if result in ("broken", "same", "survived") else "killed" for result in results.values())
    lived = {mutant.identity for mutant, result in results.items() if result == "survived"}
    stale = {mutant.identity for mutant, result in results.items() if result != "survived"} & set(known) - lived
    for identity in sorted(stale):
        print(f"tests/mutants-explained.txt: a test kills it now: {identity}")
    # What is explained and no longer written so: of the sources that were chosen, or of one that is gone.
    gone = {what for what in set(known) - there
            if what.split(":")[0] in tried_paths or not (ROOT / what.split(":")[0]).exists()}
    for identity in sorted(gone):
        print(f"tests/mutants-explained.txt: there is no such mutant any more: {identity}")
    reasons = sum(1 for mutant, result in results.items() if result == "survived" and mutant.identity in known)
    tried = counts["killed"] + counts["survived"]
    print(f"{tried} mutants: {counts['killed']} killed, {counts['survived']} survived, of which {reasons} are explained; "
          f"{counts['same']} gave the same code, {counts['broken']} did not compile; {time.monotonic() - began:.0f} s")
    share = 100 * (counts["killed"] + reasons) / tried if tried else 0
    failed = len(stale | gone) + (counts["survived"] - reasons if share < options.least else 0)
    print(f"{share:.1f} % killed or explained; at least {options.least:g} % must be")
    print(f"{counts['killed'] - len(stale) + reasons} passed, {failed} failed")
    return 0 if tried and failed == 0 else 1


if __name__ == "__main__":
    sys.exit(main())
