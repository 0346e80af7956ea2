"""The pages of the laws and their index, made from what the program `ombud` says of each law; docs/build.py puts them into the manual.

For each law a page: what is held, its machines drawn, then every provision with citation, glosses, rows, readings and tests. A
further page lists every provision by id and citation, another every open question. `python3 docs/law_pages.py OMBUD FOLDER` writes
the pages alone; without Graphviz the drawings are left out.
"""
import json
import pathlib
import re
import shutil
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT / "examples" / "ombud"), str(ROOT / "tests" / "law")]
import index_tests  # noqa: E402 - which expectations rest on which provision, as the program has it
import points_table  # noqa: E402 - which scenarios show which point of a law

LANGUAGES = ("en", "fr", "nl")
INDEX, QUESTIONS = "provisions", "open-questions"
NO_ADVICE = """This page is made from the rows that the library runs. It is not the official text and no legal advice. The glosses are the
project's own sentences. Before you rely on an answer, read the official text of the day in question."""
QUESTION = re.compile(r"\b[QD]-\d+(?:\.\d+)?\b")
PARTS = {"reading": "a reading, chosen in the settings", "length": "a length that the host sets", "fact": "a fact that somebody states",
         "fixed": "a fixed answer"}


def anchor(identity):
    """`bxl2019:15/1.2.a2` -> `bxl2019-15s1-2-a2`: what stands behind the # of its place in the manual."""
    return re.sub(r"[^a-z0-9]", "-", identity.lower().replace("/", "s"))


def question_anchor(law, name):
    return "question-" + anchor(f"{law}:{name}")


def plain(text):
    """Text that neither Markdown nor Doxygen reads anything into."""
    text = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return re.sub(r"([\\@#%*`|\[\]~$]|(?<!\w)_|_(?!\w))", r"\\\1", text)


class Program:
    """What `ombud` says, as JSON."""

    def __init__(self, path):
        self.path = str(path)

    def lines(self, *words):
        done = subprocess.run([self.path, *words, "--json"], check=True, capture_output=True, text=True, encoding="utf-8")
        return [json.loads(line) for line in done.stdout.splitlines()]

    def dot(self, *words):
        return subprocess.run([self.path, "draw", *words], check=True, capture_output=True, text=True, encoding="utf-8").stdout


class Law:
    """A law with everything its page says."""

    def __init__(self, program, head, tests):
        self.head, self.name = head, head["name"]
        self.provisions = program.lines("rules", self.name)
        others = {language: program.lines("rules", self.name, "--lang", language) for language in LANGUAGES}
        self.readings = {language: program.lines("readings", self.name, "--lang", language) for language in LANGUAGES}
        self.items = re.findall(r'subgraph "cluster_(\w+)"', program.dot(self.name))
        scenarios = self.scenarios()
        seen = {}
        for number, p in enumerate(self.provisions):
            p["tests"] = [place for provision, place in tests if provision == p["id"]]
            p["scenarios"] = scenarios.get(p["id"], {})
            p["glosses"] = {language: others[language][number]["gloss"] for language in LANGUAGES}
            # A provision with several wordings stands several times; the first is the one that links lead to.
            seen[p["id"]] = seen.get(p["id"], 0) + 1
            p["place"] = anchor(p["id"]) + (f"-wording{seen[p['id']]}" if seen[p["id"]] > 1 else "")

    def scenarios(self):
        """{provision: the scenarios that show a point of it}; a point belongs to the longest id that it begins with."""
        known = {p["id"] for p in self.provisions}
        found = {}
        for point, places in points_table.scenarios(self.name)[0].items():
            parts = point.split(".")
            ids = (f"{self.name}:{'.'.join(parts[:length])}" for length in range(len(parts), 0, -1))
            identity = next((identity for identity in ids if identity in known), None)
            if identity:
                found.setdefault(identity, {}).update(dict.fromkeys(places))
        return found

    def questions_of(self, provision):
        """The open questions that the rows of a provision name, or whose fact or length they use."""
        rows = "\n".join(f"{row['text']} {row['reading'] or ''}" for row in provision["rows"])
        named = set(QUESTION.findall(rows))
        words = set(re.findall(r"\w+", rows))
        return [q for q in self.readings["en"] if q["name"] in named
                or q["detail"] and q["part"] in ("fact", "length") and q["detail"].split(".")[-1] in words]

    def items_of(self, provision):
        used = re.findall(r"\b(\w+)\.\w", "\n".join(row["text"] for row in provision["rows"]))
        return [item for item in self.items if item in used]


def in_force(p):
    words = [f"from {p['from']}" if p["from"] else "from a day that the text does not give"]
    if p["held"]:
        words.append(f"this wording is held from {p['held']}")
    if p["to"]:
        words.append(f"until {p['to']}")
    return ", ".join(words)


def places(tests):
    """Lines of tests, joined for each file."""
    files = {}
    for test in tests:
        path, line = test.rsplit(":", 1)
        files.setdefault(path, []).append(line)
    return [f"`{path}`: {'line' if len(lines) == 1 else 'lines'} {', '.join(lines)}" for path, lines in files.items()]


def provision_section(law, p, drawn):
    yield f"## {plain(p['citation'])} — {plain(p['id'])} {{#{p['place']}}}\n"
    for language in LANGUAGES:
        yield f"- {language}: {plain(p['glosses'][language])}"
    yield f"\n{p['treatment']} · {p['modality']} · in force {in_force(p)}\n"
    if p["reason"]:
        yield f"Why it is {p['treatment']}: {plain(p['reason'])}\n"
    if p["anchor"]:
        yield f"Found in the text by the words: “{plain(p['anchor'])}”\n"
    if p["rows"]:
        yield "~~~~{.unparsed}"
        for row in p["rows"]:
            yield row["text"] + (f"    [reading {row['reading']}]" if row["reading"] else "")
        yield "~~~~\n"
    items = [item for item in law.items_of(p) if item in drawn]
    if items:
        yield "Drawn: " + ", ".join(f"[{item}](@ref machine-{law.name}-{item.replace('_', '-')})" for item in items) + "\n"
    questions = law.questions_of(p)
    if questions:
        yield "Left open by the text:\n"
        for q in questions:
            yield f"- [{q['name']}](@ref {question_anchor(law.name, q['name'])}) {plain(q['question'])}"
        yield ""
    shown = places(p["tests"])
    yield "Expectations that rest on it:\n" if shown else "No expectation names this provision as the one that decides.\n"
    for place in shown:
        yield f"- {place}"
    if p["scenarios"]:
        yield "\nScenarios that show it:\n"
        for scenario in p["scenarios"]:
            yield f"- `{scenario}`"
    yield f"\n[All provisions](@ref {INDEX})\n"


def law_page(law, drawn):
    head = law.head
    yield f"# {plain(head['title'])} {{#law-{law.name}}}\n"
    yield NO_ADVICE + "\n"
    yield f"- name in the library: `{law.name}`"
    yield f"- force: {head['force']}"
    yield f"- source: {plain(head['source'] or 'none given')}"
    yield f"- wording verified until: {head['verified'] or 'not verified'}"
    yield f"- provisions: {len(law.provisions)}\n"
    yield "Which wording is held:\n"
    spans = {}
    for p in law.provisions:
        spans[in_force(p)] = spans.get(in_force(p), 0) + 1
    for words, count in spans.items():
        yield f"- {count} {'provision' if count == 1 else 'provisions'}: {words}"
    yield "\nOn a day whose wording is not held the answer is *no text*, never the wording of another day.\n"
    yield "# Provisions\n"
    for p in law.provisions:
        yield from provision_section(law, p, drawn)
    if drawn:
        yield "# Machines\n\nStates, the events between them, the terms they open.\n"
        for item in drawn:
            yield f"## {item} {{#machine-{law.name}-{item.replace('_', '-')}}}\n\n![](machine-{law.name}-{item}.svg)\n"


def index_page(laws):
    title, rest = (ROOT / "docs" / "provisions.md").read_text(encoding="utf-8").split("\n", 1)
    yield f"{title} {{#{INDEX}}}\n{rest}"
    yield f"What the texts leave open: [open questions](@ref {QUESTIONS}).\n"
    for law in laws:
        yield f"## {plain(law.name)} {{#index-{law.name}}}\n\n[{plain(law.head['title'])}](@ref law-{law.name})\n"
        yield "| id | citation | what it says | treatment |\n|---|---|---|---|"
        for p in law.provisions:
            place = p["place"]
            yield (f"| [{plain(p['id'])}](@ref {place}) | [{plain(p['citation'])}](@ref {place}) | "
                   f"{plain(p['glosses']['en'])} | {p['treatment']} |")
        yield ""


def question_lines(law, number):
    q = law.readings["en"][number]
    yield f"## {q['name']} — {law.name} {{#{question_anchor(law.name, q['name'])}}}\n"
    for language in LANGUAGES:
        yield f"- {language}: {plain(law.readings[language][number]['question'])}"
    detail = f" (`{q['detail']}`)" if q["detail"] else ""
    yield f"\nDecided as: {PARTS[q['part']]}{detail}.\n"
    for option in q["alternatives"]:
        yield f"- `{option['name']}` ({option['standing']}): {plain(option['label'])}"
    used = [p for p in law.provisions if q in law.questions_of(p)]
    if used:
        yield "\nUsed by: " + ", ".join(f"[{plain(p['citation'])}](@ref {p['place']})" for p in used)
    yield ""


def questions_page(laws):
    yield f"# Open questions {{#{QUESTIONS}}}\n"
    yield """What the texts leave open, and what was decided. The default is the safe one: nobody loses a right by relying on it. Of a reading, *default*
is what holds unless a host chooses otherwise; *open* means that the library does not choose: what depends on it is at most undetermined;
*dropped* is what the default excludes. A length without a setting has no last day.\n"""
    for law in laws:
        if law.readings["en"]:
            yield f"# Left open by {law.name}\n"
        for number in range(len(law.readings["en"])):
            yield from question_lines(law, number)


def draw(program, folder, law):
    """The machines of a law as SVG; the names of those drawn."""
    dot = shutil.which("dot")
    if not dot:
        return []
    for item in law.items:
        subprocess.run([dot, "-Tsvg", "-o", str(folder / f"machine-{law.name}-{item}.svg")], input=program.dot(law.name, item),
                       check=True, text=True, encoding="utf-8")
    return law.items


def write(folder, name, lines):
    path = folder / f"{name}.md"
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def pages(ombud, folder):
    """Writes all pages of the laws into the folder. Gives their paths."""
    folder = pathlib.Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    program = Program(ombud)
    tests = list(index_tests.entries(ROOT))
    laws = [Law(program, head, tests) for head in program.lines("laws")]
    every = [p["place"] for law in laws for p in law.provisions]
    if len(set(every)) != len(every):
        sys.exit("law_pages.py: two provisions have the same anchor")
    written = [write(folder, f"law-{law.name}", law_page(law, draw(program, folder, law))) for law in laws]
    return [write(folder, INDEX, index_page(laws)), write(folder, QUESTIONS, questions_page(laws)), *written]


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    for made in pages(*sys.argv[1:]):
        print(made)
