"""Reads .law texts plainly, line by line, for the checks in this folder. It knows where things stand, not what they mean."""
import pathlib
import re

STRING = re.compile(r'"((?:[^"\\]|\\.)*)"')
HEAD = re.compile(r'^provision\s+(\S+)\s+"([^"]*)"')
ROW_WORDS = {"duty", "term", "require", "answer", "withhold", "figure"}
CLAUSES = {"opened", "counted", "within", "rolls", "extended", "met", "lapses", "excused", "then", "when", "unless", "en", "fr", "nl"}


class Provision:
    def __init__(self, law, ident, citation, path, line):
        self.law, self.id, self.citation, self.path, self.line = law, ident, citation, path, line
        self.anchor = None
        self.anchor_line = line
        self.depth = 0               # how far its lines are indented
        self.modality = ""
        self.glosses = []            # (language, text, line)
        self.rows = []               # (kind, name, line)
        self.why = ""                # of `outside` and `recorded`
        self.ends = False            # the wording has a last day, so that another may follow


def uncomment(line):
    """The line without its comment; a # inside quotes stays."""
    quoted = False
    for i, char in enumerate(line):
        if char == '"' and (i == 0 or line[i - 1] != "\\"):
            quoted = not quoted
        elif char == "#" and not quoted:
            return line[:i].rstrip()
    return line.rstrip()


def files(paths):
    found = []
    for path in map(pathlib.Path, paths):
        found += sorted(path.rglob("*.law")) if path.is_dir() else [path]
    return found


def row(text):
    """What sort of row a line begins, and what it is about; None for a clause or a continued line."""
    words = text.split()
    first = words[0]
    if first in ROW_WORDS and len(words) > 1:
        return first, words[1].rstrip(":,")
    if first in CLAUSES or "." not in first:
        return None
    events = re.match(r"[a-z_.0-9, ]+", text).group(0)
    if re.match(r"[a-z_.0-9, ]+:(\s|$)", text):
        return "move", text.split(":")[0].replace(" ", "")
    for word in (" only when ", " not when ", " needs "):
        if word in text:
            return "guard", text.split(word)[0].replace(" ", "") + word.rstrip()
    return ("definition", first) if events else None


def read(paths):
    """({law: source}, [Provision]) of .law files; the files of a law that has no head of its own belong to the law above."""
    sources, provisions, law, folder = {}, [], None, None
    for path in files(paths):
        if path.parent != folder:
            law, folder = None, path.parent
        provision, gloss_open = None, False
        for number, raw in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            line = uncomment(raw)
            if not line.strip():
                continue
            text = line.strip()
            indented = line[0] == " "
            word = text.split()[0]
            if not indented:
                gloss_open = False
                provision = None
                if word == "law":
                    law = text.split()[1]
                elif word == "source":
                    sources[law] = STRING.search(text).group(1)
                elif word == "provision":
                    head = HEAD.match(text)
                    if not head:
                        raise SystemExit(f"{path}:{number}: a provision without id and citation; write: provision ID \"CITATION\" since …")
                    if law is None:
                        raise SystemExit(f"{path}:{number}: a provision before any law; give the folder or the file with the law's head first")
                    provision = Provision(law, head.group(1), head.group(2), path, number)
                    provision.ends = " until " in text[head.end():]
                    provisions.append(provision)
                continue
            if provision is None:
                continue
            depth = len(line) - len(line.lstrip())
            provision.depth = provision.depth or depth
            if word == "anchor":
                found = STRING.search(text)
                provision.anchor, provision.anchor_line = found.group(1) if found else "", number
            elif word == "modality":
                provision.modality = text.split()[1]
            elif word in ("outside", "recorded"):
                provision.why = word
            elif word == "gloss" or gloss_open and word in ("en", "fr", "nl"):
                gloss_open = True
                provision.glosses += [(m.group(1), m.group(2), number) for m in re.finditer(r'\b(en|fr|nl)\s+"((?:[^"\\]|\\.)*)"', text)]
                continue
            elif depth == provision.depth:      # what stands deeper is a clause or goes on with the line above
                found = row(text)
                if found:
                    provision.rows.append((*found, number))
            gloss_open = False
    return sources, provisions


# Plans have no table of points: their provisions are the table, docs/coverage-of-the-plan.md, which flows_table.py writes and checks.
PLANS = ("pgsp2124",)


def points(folder, law):
    """The rows of points/LAW.tsv as dictionaries."""
    path = pathlib.Path(folder) / "points" / f"{law}.tsv"
    if not path.is_file():
        raise SystemExit(f"{path}: no such file; give the folder of the reference texts, with points/ and sources/")
    lines = path.read_text(encoding="utf-8").splitlines()
    names = lines[0].split("\t")
    return [dict(zip(names, line.split("\t"))) for line in lines[1:] if line]
