#!/usr/bin/env python3
"""examples/hr-desk: the five minutes of its README, who sees what, bad input, foreign and altered databases, two processes at once.
Speaks TAP.

    test_hr_desk.py HR-DESK [--ombud OMBUD] [--chain CHAIN] [--count] [--update]

--count says at the end how many passed, as tests/run.sh wants it; --update writes what the commands of the README print into it.
"""
import argparse
import os
import pathlib
import re
import shutil
import sqlite3
import subprocess
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))
from desk import TODAY, Desk  # noqa: E402

README = pathlib.Path(__file__).resolve().parents[2] / "examples" / "hr-desk" / "README.md"
RECEIVED = ("2026-02-02", "report.received", "r1", "reporter=p1", "channel=external", "form=written")
COUNT = {True: 0, False: 0}


def check(name, good, shown=""):
    COUNT[bool(good)] += 1
    print(f"{'ok' if good else 'not ok'} {sum(COUNT.values())} - {name}")
    if not good:
        print("\n".join(f"# {line}" for line in str(shown).splitlines()[:30]))


def refused(name, done, status, *said):
    """The status, nothing on stdout, and each text on stderr."""
    code, out, err = done
    check(name, code == status and not out and all(text in err for text in said), f"status {code}\n{out}\n{err}\nwanted {status} {said}")


# ---- the README ------------------------------------------------------------------------------------------------------

def dotted(text):
    """With what differs from run to run as dots: digests and instants."""
    text = re.sub(r"\b[0-9a-f]{64}\b", "…", text)
    text = re.sub(r"\b(law|settings) [0-9a-f]{16} ", r"\1 … ", text)
    text = re.sub(r"library \d+", "library …", text)
    return re.sub(r"\b\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", "…", text)


def readme(program, update):
    """Each line behind `$` in one shell; beneath it stands what it prints."""
    page = README.read_text(encoding="utf-8")
    blocks = re.findall(r"^```\n(.*?)^```\n", page, re.DOTALL | re.MULTILINE)
    commands = [line[2:] for block in blocks for line in block.splitlines() if line.startswith("$ ")]
    with tempfile.TemporaryDirectory() as folder:
        (pathlib.Path(folder) / "bin").mkdir()
        os.symlink(pathlib.Path(program).resolve(), pathlib.Path(folder) / "bin" / "hr-desk")
        script = "exec 2>&1\n" + "".join(f"printf '\\1%s\\n' {number}\n{command}\n" for number, command in enumerate(commands))
        done = subprocess.run(["sh"], input=script.encode(), stdout=subprocess.PIPE, cwd=folder, timeout=120, check=False,
                              env={"PATH": f"{folder}/bin:/usr/bin:/bin"})
    printed = [part.partition("\n")[2] for part in done.stdout.decode().split("\1")[1:]]
    fresh = iter(zip(commands, printed, strict=True))

    def rewritten(found):
        text = "".join(f"$ {command}\n{dotted(out)}" for line in found.group(1).splitlines() if line.startswith("$ ")
                       for command, out in [next(fresh)])
        return f"```\n{text}```\n"

    wanted = re.sub(r"^```\n(.*?)^```\n", rewritten, page, flags=re.DOTALL | re.MULTILINE)
    if update:
        README.write_text(wanted, encoding="utf-8")
    check("the README has a tour", len(commands) >= 15, commands)
    check("the tour prints what the README says", page == wanted, "run with --update, and read the difference\n" + wanted)


# ---- who sees what ---------------------------------------------------------------------------------------------------

def access(desk):
    check("a keeper sees a case that has not begun", "1\tbxl2019\t0\tcontact_point" in desk.good(2, "cases"))
    check("record", desk.good(2, "record", 1, "2026-02-02", "fact", "p1", "worker=yes").startswith("1\t1\t"))
    said = desk.good(2, "record", 1, *RECEIVED)
    check("the acknowledgement carries the decision", "permitted bxl2019:15.4.a3.2 law " in said, said)
    check("an auditor sees lines, not names", "reporter=p1" in desk.good(4, "journal", 1) and "Rita" not in desk.good(4, "ledger"))
    seen = desk.good(3, "journal", 1)
    check("the person concerned does not see who reported",
          "report.received" in seen and "reporter=" not in seen and "worker" not in seen, seen)
    shown = desk.good(3, "show", 1)
    check("nor in the picture of the case", "p1" not in shown and "received" in shown, shown)
    check("the contact point learns the name", desk.good(2, "name", 1, 1) == "Rita\n")
    check("the reporter learns their own", desk.good(1, "name", 1, "p1") == "Rita\n")
    refused("the person concerned does not", desk.run(3, "name", 1, 1), 1, "may see", "in the ledger")
    refused("nor does an auditor", desk.run(4, "name", 1, 1), 1, "may see")
    refused("nor an admin, who sees no case", desk.run(9, "name", 1, 1), 1, "may see no case 1")
    looks = [line.split("\t") for line in desk.good(4, "looks").splitlines()[1:]]
    check("each look is kept", [(line[2], line[5], line[6]) for line in looks] ==
          [("2", "1", "shown"), ("1", "1", "shown"), ("3", "1", "refused"), ("4", "1", "refused"),
           ("9", "1", "refused")], looks)
    check("no name stands in the ledger", not any("Rita" in str(row) for row in desk.ledger()))
    absent, hidden = desk.run(9, "show", 7), desk.run(9, "show", 1)
    check("a case that may not be seen is as one that is not there",
          absent[0] == hidden[0] == 1 and absent[2].replace("7", "1") == hidden[2], (absent, hidden))
    check("nothing of it in lists", desk.good(9, "due", "--days", "400").count("\n") == 1 and desk.good(9, "cases").count("\n") == 1)
    for verb in ("ledger", "looks"):
        refused(f"{verb} is for auditors", desk.run(2, verb), 1, "not for you")
    refused("export is for auditors", desk.run(2, "export", 1), 1, "not for you")
    refused("an admin opens no case", desk.run(9, "open", 5, "bxl2019"), 1, "not for you")
    refused("nobody grants to themselves", desk.run(9, "grant", 9, "auditor"), 1, "nobody gives roles to themselves")
    refused("nobody gives themselves a role in a case", desk.run(2, "party", 1, 2, "ombudsman"), 1, "nobody gives themselves")
    refused("only a keeper writes down what others did",
            desk.run(3, "record", 1, "2026-02-03", "report.acknowledged", "r1", "by=p2"), 1, "event:1:35", "only a keeper")
    desk.good(2, "record", 1, "2026-02-03", "report.protection_asked", "r1", "by=p1")
    check("a keeper does", "2026-02-03 report.protection_asked r1 by=p1 entered=2026-02-10" in desk.good(1, "journal", 1))
    check("and the ledger says who did", desk.ledger()[-1][2] == 2)
    refused("an auditor without a role records nothing", desk.run(4, "record", 1, "2026-02-03", "report.acknowledged", "r1"), 1,
            "has no role in case 1")
    desk.good(2, "party", 1, 4, "person_concerned")
    refused("an auditor with a role sees as that role", desk.run(4, "export", 1), 1, "no role in it")
    check("and nothing of the case in the ledger", not any("\tevent\t1\t" in line for line in desk.good(4, "ledger").splitlines()))


def questions(desk, ombud, chain):
    due = desk.good(2, "due", today="2026-02-05").splitlines()
    check("due this week", due[1:] == ["2026-02-09\t4\t1\tacknowledge\tr1\topen\tcontact_point\tbxl2019:15.4.a4.1"], due)
    due = desk.good(2, "due", "--days", "100").splitlines()
    check("due in a hundred days, in order",
          [line.split("\t")[0] for line in due[1:]] == ["2026-02-09", "2026-05-02"] and "overdue" in due[1], due)
    code, out, _ = desk.run(2, "propose", 1, "2026-02-10", "report.closed_as_minor", "r1", "minor=yes")
    check("what is forbidden is not recorded when it is proposed", code == 1 and "forbidden" in out and "Art. 15, § 4, al. 5" in out, out)
    check("and not in the ledger", not any("closed_as_minor" in row[6] for row in desk.ledger()))
    code, out, _ = desk.run(2, "why", 1, "report.closed_as_minor", "r1", "minor=yes")
    check("why not", code == 1 and "examined" in out, out)
    check("why", "due 9 Feb (2 Feb + 7 days" in desk.good(2, "why", 1))
    code, out, _ = desk.run(4, "audit")
    check("audit finds", code == 1 and "1\tlate\tacknowledge\tr1\t2026-02-10\t" in out, out)
    check("a calendar", desk.good(2, "calendar").count("BEGIN:VEVENT") == 2)
    check("in French", "jour" in desk.good(2, "why", 1, "--lang", "fr"))
    check("lines from a pipe", desk.good(2, "record", 1, "-", stdin=b"# two\n2026-02-09 report.acknowledged r1\n\n"
                                         b"2026-02-09 report.examined r1\n").count("\n") == 2)
    code, out, err = desk.run(2, "record", 1, "-", stdin=b"2026-02-09 fact r1 minor=yes\n2026-02-09 report.examind r1\n")
    check("a line at fault stops; what was acknowledged is kept",
          code == 2 and out.count("\n") == 1 and "stdin:2:12: " in err and "report.examined" in err, err)
    few = desk.good(4, "figures", 2026, "bxl2019")
    check("the figures of a year, a single report withheld", few.count("\n") > 3 and ",1," not in few, few)
    check("none in another year", desk.good(4, "figures", 2025, "bxl2019") != few)
    refused("figures are for auditors", desk.run(2, "figures", 2026, "bxl2019"), 1, "not for you")
    exported = desk.good(4, "export", 1)
    journal = desk.folder / "exported.case"
    journal.write_text(exported, encoding="utf-8")
    if ombud:
        done = subprocess.run([ombud, "run", str(journal), "--as-of", TODAY], capture_output=True, check=False)
        check("what is exported, ombud reads", done.returncode == 0 and b"receipt acknowledged" in done.stdout, done.stderr)
    head = desk.good(4, "head").splitlines()
    if chain:
        done = subprocess.run([chain, str(desk.key), str(journal)], capture_output=True, check=True)
        last = done.stdout.decode().splitlines()[-1]
        check("its digests are those of examples/chain", head[2] == f"case\t1\t{last.replace(' ', chr(9))}", (head, last))
    entry, digest = head[1].split("\t")[2:]
    check("the head noted verifies", "nothing differs" in desk.good(4, "verify", entry, digest))
    refused("another does not", desk.run(4, "verify", entry, "0" * 64), 1, "not the digest that was noted")


def help_text(program):
    lines = subprocess.run([program, "--help"], capture_output=True, check=True).stdout.decode().splitlines()
    verbs = [line for line in lines if re.match("    [a-z]", line)]
    check("the help says one verb a line, all in one column, in at most 120",
          len(verbs) >= 20 and all(len(line) <= 120 for line in lines) and all(line[34:35] == " " != line[35:36] for line in verbs), verbs)


# ---- bad input -------------------------------------------------------------------------------------------------------

BAD = [  # who, words, what stderr says
    (2, ("nothing",), ("no verb 'nothing'", "--help")),
    (2, ("due", "--weeks", "1"), ("no option '--weeks'", "--help")),
    (2, ("due", "--days"), ("--days wants a word",)),
    (2, ("due", "--days", "x"), ("'x' is no number",)),
    (2, ("show",), ("show takes: CASE", "0 words")),
    (2, ("show", "x"), ("'x' is no number of a case",)),
    (77, ("due",), ("nobody at this desk has the number p77",)),
    (2, ("open", 1, "bxl2019"), ("there is a case 1",)),
    (2, ("open", 8, "bxl2020"), ("bxl2020",)),
    (2, ("open", 8, "bxl2019", "/nowhere"), ("/nowhere", "cannot be opened")),
    (2, ("party", 1, 1, "reportr"), ("reportr", "did you mean reporter?")),
    (2, ("party", 1, 66, "reporter"), ("nobody has the number p66",)),
    (2, ("item", 1, "zz"), ("zz",)),
    (4, ("figures", 10000, "bxl2019"), ("'10000' is no year",)),
    (9, ("grant", 2, "boss"), ("no role 'boss'", "keeper")),
    (9, ("person", 0, "X"), ("'0' is no number",)),
    (9, ("person", 5, "x" * 201), ("1 to 200 bytes",)),
    (2, ("record", 1, "2026-02-30", "report.received", "r1"), ("event:1:1: '2026-02-30' is a day that does not exist",)),
    (2, ("record", 1, "yesterday", "report.received", "r1"), ("event:1:1: 'yesterday' is no day",)),
    (2, ("record", 1, "2026-02-11", "report.received", "r1"), ("event:1:1: 2026-02-11 is still to come",)),
    (2, ("record", 1, "2026-02-02", "report.recieved", "r1"), ("event:1:12: ", "did you mean report.received?")),
    (2, ("record", 1, "2026-02-02", "report.received", "r1", "reporter=p66"), ("event:1:40: ", "p66")),
    (2, ("record", 1, "2026-02-02", "report.received", "r1", "entered=2026-02-02"), ("event:1:31: ", "leave entered= out")),
    (2, ("record", 1, "2026-02-02"), ("event:1:",)),
    (4, ("verify", 1, "xyz"), ("column 1 of 'xyz'",)),
]


def bad_input(desk):
    before = desk.ledger()
    for who, words, said in BAD:
        refused(f"bad input: {' '.join(map(str, words))[:60]}", desk.run(who, *words), 2, "; ", *said)
    check("bad input leaves nothing", desk.ledger() == before)


# ---- foreign and altered databases -----------------------------------------------------------------------------------

def refresh(desk, folder):
    """A copy of the desk in a folder of its own, to be spoilt."""
    folder.mkdir()
    source = sqlite3.connect(desk.file)
    copy = Desk(desk.program, folder)
    target = sqlite3.connect(copy.file)
    source.backup(target)
    source.close()
    target.close()
    return copy


TRIGGERS = "DROP TRIGGER ledger_stays; DROP TRIGGER ledger_keeps;"
SPOILT = [  # name, SQL with the triggers gone, whether the triggers are made again, what is said
    ("an event's line altered", "UPDATE ledger SET text = replace(text, '02-02 rep', '02-03 rep') WHERE entry = {event}", True,
     "entry {event}, line 2 of case 1, is the first that does not verify"),
    ("who entered it altered", "UPDATE ledger SET by = 3 WHERE entry = {event}", True, "entry {event}, line 2 of case 1"),
    ("its decision altered", "UPDATE ledger SET decision = 'permitted' WHERE entry = {event}", True, "entry {event}, line 2 of case 1"),
    ("an event taken out", "DELETE FROM ledger WHERE entry = {event}", True, "is the first that does not verify"),
    ("an event taken out and the rest moved up",
     "DELETE FROM ledger WHERE entry = {event}; UPDATE ledger SET entry = entry - 1 WHERE entry > {event}", True,
     "entry {event} (look) is the first that does not verify"),
    ("an event put in", "INSERT INTO ledger SELECT (SELECT max(entry) + 1 FROM ledger), at, by, kind, matter, person, text, decision, chain, digest FROM "
     "ledger WHERE entry = {event}", True, "is the first that does not verify"),
    ("a role altered", "UPDATE ledger SET text = 'reporter' WHERE kind = 'party' AND person = 3", True, "(party) is the first"),
    ("a grant altered", "UPDATE ledger SET text = 'admin' WHERE kind = 'grant' AND person = 2", True, "(grant) is the first"),
    ("a trigger gone", "SELECT 1", False, "not those that hr-desk makes"),
    ("a trigger more", "CREATE TRIGGER t AFTER INSERT ON people BEGIN DELETE FROM people; END", True, "not those that hr-desk makes"),
    ("a version to come", "PRAGMA user_version = 2", True, "is of version 2"),
    ("another program's", "PRAGMA application_id = 7", True, "another program"),
]


def altered(desk, folder):
    event = next(row[0] for row in desk.ledger() if row[5] == "event" and "report.received" in row[6])
    for number, (name, sql, again, said) in enumerate(SPOILT):
        copy = refresh(desk, folder / str(number))
        check(f"a whole copy is taken ({name})", "nothing differs" in copy.good(4, "verify"))
        base = sqlite3.connect(copy.file)
        triggers = [text for (text,) in base.execute("SELECT sql FROM sqlite_schema WHERE type = 'trigger'")]
        base.executescript(TRIGGERS + sql.format(event=event) + ";" + (";".join(triggers) if again else ""))
        base.close()
        for who, verb in ((4, "verify"), (2, "due"), (2, "record")):
            words = (verb, 1, *RECEIVED) if verb == "record" else (verb,)
            refused(f"{name}: {verb} refuses", copy.run(who, *words), 2, "desk.db: ", said.format(event=event), "; ")
    copy = refresh(desk, folder / "names")
    base = sqlite3.connect(copy.file)
    base.execute("UPDATE people SET name = 'Conny' WHERE number = 1")
    base.commit()
    base.close()
    refused("a name altered beside the ledger", copy.run(2, "name", 1, 1), 2, "the name of p1 is not the one that was entered")
    copy.key.write_bytes(b"k" * 32)
    refused("another key", copy.run(2, "due"), 2, "entry 1 (person) is the first that does not verify", "the key of this desk?")
    copy.key.chmod(0o644)
    refused("a key that others may read", copy.run(2, "due"), 2, "chmod 600")
    copy.key.write_bytes(b"short")
    refused("a key that is too short", copy.run(2, "due"), 2, "at least 32 bytes", "urandom")
    copy.key.unlink()
    refused("no key", copy.run(2, "due"), 2, "cannot be opened")
    foreign = refresh(desk, folder / "foreign")
    foreign.file.write_bytes(b"no database, and long enough to be none" * 40)
    refused("no database at all", foreign.run(2, "due"), 2, "not a database", "hr-desk init")
    cut = refresh(desk, folder / "cut")
    cut.file.write_bytes(cut.file.read_bytes()[:6000])
    code, out, err = cut.run(2, "verify")
    check("a database cut short", code == 2 and not out and "desk.db: " in err, (code, out, err))
    cut.file.unlink()
    refused("no database", cut.run(2, "due"), 2, "unable to open", "hr-desk init")
    before = desk.file.read_bytes()
    refused("init makes no desk twice", desk.run(9, "init", "Ada"), 2, "not there yet")
    check("and leaves the one that is there", desk.file.read_bytes() == before)
    closed = refresh(desk, folder / "tail")
    head = closed.good(4, "head").splitlines()[1].split("\t")
    base = sqlite3.connect(closed.file)
    triggers = [text for (text,) in base.execute("SELECT sql FROM sqlite_schema WHERE type = 'trigger'")]
    base.executescript(TRIGGERS + "DELETE FROM ledger WHERE entry = (SELECT max(entry) FROM ledger);" + ";".join(triggers))
    base.close()
    refused("an entry cut off at the end is seen with the head noted", closed.run(4, "verify", *head[2:]), 1, "cut off")


# ---- two at once -----------------------------------------------------------------------------------------------------

def together(desk):
    lines = ["".join(f"2026-02-02 report.received r{first + i} reporter=p1 channel=external form=written\n" for i in range(20))
             for first in (100, 200, 300)]
    many = [subprocess.Popen(desk.command(2, "record", 1, "-"), stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
            for _ in lines]
    for process, text in zip(many, lines):
        process.stdin.write(text.encode())
        process.stdin.close()
    said = [process.stdout.read().decode() for process in many]
    wrong = [process.stderr.read().decode() for process in many]
    codes = [process.wait() for process in many]
    for process in many:
        process.stdout.close()
        process.stderr.close()
    check("three processes record at once", codes == [0, 0, 0] and [text.count("\n") for text in said] == [20, 20, 20], wrong)
    numbers = sorted(int(line.split("\t")[1]) for text in said for line in text.splitlines())
    check("each line has a place of its own", len(set(numbers)) == 60 and numbers[-1] - numbers[0] == 59, numbers)
    check("and all verifies", len(desk.ledger()) > 60 and "nothing differs" in desk.good(4, "verify"))


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("program")
    arguments.add_argument("--ombud")
    arguments.add_argument("--chain")
    arguments.add_argument("--count", action="store_true")
    arguments.add_argument("--update", action="store_true")
    given = arguments.parse_args()
    readme(given.program, given.update)
    help_text(given.program)
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        for name in ("asked", "seen"):
            (folder / name).mkdir()
        desk = Desk(given.program, folder / "asked").furnish()
        desk.good(2, "record", 1, *RECEIVED)
        questions(desk, given.ombud, given.chain)
        bad_input(desk)
        together(desk)
        desk = Desk(given.program, folder / "seen").furnish()
        access(desk)
        (folder / "altered").mkdir()
        altered(desk, folder / "altered")
        shutil.rmtree(folder / "altered")
    print(f"1..{sum(COUNT.values())}")
    if given.count:
        print(f"{COUNT[True]} passed, {COUNT[False]} failed")
    return 1 if COUNT[False] else 0


if __name__ == "__main__":
    sys.exit(main())
