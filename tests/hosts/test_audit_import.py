#!/usr/bin/env python3
"""The example audit-import: its journals say what the program says of them, its page is whole, and what it cannot read it says.

    test_audit_import.py BUILD

The last line is 'N passed, N failed'.
"""
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile
from html.parser import HTMLParser

EXAMPLE = pathlib.Path(__file__).resolve().parents[2] / "examples" / "audit-import"
HEAD = "seq;case_no;day;logged;action;detail\n"
VOID = {"meta", "br", "img", "link"}

# What cannot be read: name, export, the part of the message that must be there.
BAD = [
    ("an empty export", b"", "export.csv:1:1: the export is empty"),
    ("a column that nothing reads", HEAD.replace("\n", ";mood\n").encode(), "export.csv:1:7: nothing reads the column 'mood'"),
    ("a column that is missing", b"seq;case_no;day;action;detail\n", "export.csv:1:1: there is no column 'logged'"),
    ("a column twice", HEAD.replace("\n", ";day\n").encode(), "export.csv:1:7: the column 'day' stands there twice"),
    ("a cell too many", (HEAD + "1;1;02/02/2026;02/02/2026;SUBMITTED;form;more\n").encode(), "export.csv:2:6: 7 cells under 6 columns"),
    ("a number that is none", (HEAD + "1;A-1;02/02/2026;02/02/2026;SUBMITTED;form\n").encode(), "export.csv:2:2: 'A-1' is no number of a case"),
    ("case 0", (HEAD + "1;0;02/02/2026;02/02/2026;SUBMITTED;form\n").encode(), "export.csv:2:2: '0' is no number of a case"),
    ("a quotation without end", (HEAD + '1;1;02/02/2026;02/02/2026;SUBMITTED;"form\n').encode(), "export.csv:2:1: "),
    ("bytes that are no UTF-8", HEAD.encode() + b"1;1;02/02/2026;02/02/2026;SUBMITTED;\xff\n", "not UTF-8"),
    ("a day that is empty", (HEAD + "1;1;;02/02/2026;SUBMITTED;form\n").encode(), "export.csv:2:3: '' is no day of the form"),
    ("a step before the report is there", (HEAD + "1;1;02/02/2026;02/02/2026;NOTHING;form\n").encode(), "export.csv:2:5: no line of the mapping"),
]
BAD_MAPPINGS = [
    ("no TOML", "law = ", "the mapping is TOML"),
    ("an unknown key", 'law = "bxl2019"\ncase = "n"\nline = []\nlaws = 1\n', "'laws' is no key"),
    ("nothing of a case", 'law = "bxl2019"\nline = []\n', "'case' is missing"),
    ("a brace without end", 'law = "bxl2019"\ncase = "n"\n[[line]]\nday = "d"\nwrite = "report.received {"\n', "a 'write' cannot be read"),
    ("an event that the law does not know", 'law = "bxl2019"\ncase = "case_no"\ndelimiter = ";"\ndates = "%d/%m/%Y"\n'
     'unread = ["seq", "logged", "action", "detail"]\n[[line]]\nday = "day"\nwrite = "report.recieved r1"\n',
     "export.csv:2:3: '2026-02-02 report.recieved r1'"),
    ("an unknown law", 'law = "nowhere"\ncase = "case_no"\ndelimiter=";"\nunread=["seq"]\nline=[]\n', "nowhere"),
]


class Page(HTMLParser):
    """Elements that are closed where they were opened, ids that stand once, nothing from elsewhere."""

    def __init__(self, text):
        super().__init__()
        self.open, self.ids, self.wrong = [], [], []
        self.feed(text)
        self.wrong += self.open

    def handle_starttag(self, tag, attrs):
        if tag not in VOID:
            self.open.append(tag)
        for name, value in attrs:
            if name == "id":
                self.ids.append(value)
            if name in ("src", "href", "xlink:href") and not value.startswith("#"):
                self.wrong.append(value)

    def handle_startendtag(self, tag, attrs):
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self.open.pop()

    def handle_endtag(self, tag):
        if not self.open or self.open.pop() != tag:
            self.wrong.append(tag)


class Tests:
    def __init__(self, build, folder):
        self.build, self.folder, self.passed, self.failed = build, folder, 0, 0
        self.environment = {**os.environ, "PYTHONPATH": str(build / "bindings" / "python")}

    def ok(self, what, good, shown=""):
        self.passed += bool(good)
        self.failed += not good
        if not good:
            print(f"failed: {what}\n{shown}")

    def run(self, mapping, export, out, *options):
        done = subprocess.run([sys.executable, "-B", EXAMPLE / "audit_import.py", "--mapping", mapping, "--as-of", "2026-06-30",
                               "--out", out, *options, export], env=self.environment, capture_output=True, text=True, timeout=120)
        return done.returncode, done.stdout, done.stderr

    def same_as_program(self, kind, lang):
        """The table has a line for each finding the program finds in the journals; the page is whole."""
        out = self.folder / f"{kind}-{lang}"
        code, _, told = self.run(EXAMPLE / f"{kind}.toml", EXAMPLE / f"{kind}.csv", out, "--lang", lang)
        self.ok(f"{kind} is read", code == 1 and not told, told)
        journals = sorted((out / "journals").iterdir())
        wanted = {"findings": set(), "cured": set()}
        for journal in journals:
            done = subprocess.run([self.build / "examples" / "ombud", "run", "--json", "--as-of", "2026-06-30", journal], capture_output=True,
                                  text=True, timeout=60)
            number = journal.stem.removeprefix("case-")
            for line in done.stdout.splitlines():
                for key, found in wanted.items():
                    found |= {(number, one["kind"], one["name"]) for one in json.loads(line)[key]}
        for key, table in ("findings", "breaches.tsv"), ("cured", "cured.tsv"):
            rows = [tuple(line.split("\t")[:3]) for line in (out / table).read_text(encoding="utf-8").splitlines()[1:]]
            self.ok(f"{kind}: the program's {key}", wanted[key] == set(rows) and len(rows) == len(set(rows)), f"{wanted[key]}\n{rows}")
        self.ok(f"{kind}: something is found", wanted["findings"])
        text = (out / "report.html").read_text(encoding="utf-8")
        self.ok(f"{kind}: what was cured has its table", text.count("<caption>Cured by a later entry") == len({one[0] for one in wanted["cured"]}))
        page = Page(text)
        self.ok(f"{kind}: the page is whole", not page.wrong, page.wrong)
        self.ok(f"{kind}: ids stand once", len(page.ids) == len(set(page.ids)) > len(journals), page.ids)
        self.ok(f"{kind}: a picture for each case", text.count("<svg") == len(journals))
        self.ok(f"{kind}: nothing is loaded", not re.search(r"<script|@import|url\((?!#)", text))
        pointed = set(re.findall(r'url\(#([^)]*)\)|href="#([^"]*)"', text))
        self.ok(f"{kind}: what is pointed at is there", {a or b for a, b in pointed} <= set(page.ids), pointed)

    def entered_late(self):
        """Acknowledged on the 6th, within the seven days of art. 15, § 4, al. 4, 1°, and logged on the 20th: on the 10th nothing was known of it."""
        lines = (self.folder / "openwhistle-like-nl" / "cured.tsv").read_text(encoding="utf-8").splitlines()
        heads, *rows = [line.split("\t") for line in lines]
        shown = [[row[heads.index(head)] for head in ("case", "name", "since", "cured_on")] for row in rows]
        self.ok("an acknowledgement logged two weeks after its day", shown == [["201", "acknowledge", "2026-02-10", "2026-02-20"]], shown)

    def bad(self):
        export, mapping = self.folder / "export.csv", self.folder / "mapping.toml"
        for name, text, message in BAD:
            export.write_bytes(text)
            code, _, told = self.run(EXAMPLE / "openwhistle-like.toml", export, self.folder / "bad")
            self.ok(name, code == 2 and message in told and not (self.folder / "bad").exists() and "Traceback" not in told, told)
        for name, text, message in BAD_MAPPINGS:
            mapping.write_text(text, encoding="utf-8")
            export.write_text(HEAD + "1;1;02/02/2026;02/02/2026;SUBMITTED;form\n", encoding="utf-8")
            code, _, told = self.run(mapping, export, self.folder / "bad")
            self.ok(name, code == 2 and message in told and "Traceback" not in told, told)

    def nothing_in_it(self):
        export = self.folder / "none.csv"
        export.write_text(HEAD + "1;1;02/02/2026;02/02/2026;LOGIN;\n", encoding="utf-8")
        code, said, told = self.run(EXAMPLE / "openwhistle-like.toml", export, self.folder / "none")
        self.ok("a case without a line", code == 0 and said.startswith("1 case, 0 lines, 0 findings, 1 row left out"), said + told)


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    with tempfile.TemporaryDirectory() as folder:
        tests = Tests(pathlib.Path(sys.argv[1]).resolve(), pathlib.Path(folder))
        tests.same_as_program("globaleaks-like", "en")
        tests.same_as_program("openwhistle-like", "nl")
        tests.entered_late()
        tests.bad()
        tests.nothing_in_it()
    print(f"{tests.passed} passed, {tests.failed} failed")
    return 1 if tests.failed else 0


if __name__ == "__main__":
    sys.exit(main())
