#!/usr/bin/python3
"""Asks the library and the reference interpreter the same questions about random journals, and compares the answers.

    differ.py OMBUD [--events 10000] [--seed 1] [--law NAME] [--jobs 2] [--shown 3] [--self-test]

Prints the smallest journal found for each sort of difference; closes 'N passed, N failed', a passed one being a case
in which both say the same of everything asked.
"""

import argparse
import collections
import json
import multiprocessing
import os
import random
import subprocess
import sys
import tempfile

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))

import ask
import casetext
import dates
import reference
from fold import Fold
from journals import Maker
from lawtext import Thing
from three import NAMES

BATCH = 10              # cases in one file
LINES = (4, 30)         # lines in a journal
OWN = os.path.join(os.path.dirname(os.path.abspath(__file__)), "every-clause.law")


# ---- what the reference interpreter says ------------------------------------------------------------------------------

def expectations(edition, case, asks):
    """[(on line, [expect lines])] that hold by the reference interpreter, its last fold, and in what the library is
    known to differ."""
    law, found, fold, doubts = edition.law, [], None, set()
    for day, known_by, supposed in asks:
        fold = Fold(edition, case).as_of(day, known_by)
        lines = []
        for name in named(case):
            lines += of_item(fold, law, name)
        for words in supposed:
            event = casetext.journal_line(0, day, words.split())
            ruling, because = ask.ruled(fold, event)
            lines.append("may %s %s%s" % (words, ruling, " because=" + because if because else ""))
        for finding in fold.findings if known_by else []:
            lines.append("finding %s %s %s since=%s%s%s" % (
                finding.kind, finding.name, finding.item, finding.since,
                " until=%s" % finding.until if finding.until else "",
                " because=" + finding.because if finding.because else ""))
        doubts |= fold.doubts
        found.append(("on %s%s" % (day, " known-by %s" % known_by if known_by else ""), lines))
    return found, fold, doubts


def named(case):
    """All items that the case names, in order."""
    found = list(case.persons) + list(case.items)
    for line in case.journal:
        if line.sort != "void" and line.item not in found:
            found.append(line.item)
    return found


def of_item(fold, law, name):
    """What is expected of one item."""
    known = fold.situation.items.get(name)
    item = fold.situation.add(name)
    kind = law.items[item.kind]
    lines = []
    if kind.states:
        lines.append("state %s %s" % (name, item.state or "none"))
    if known is None:
        return lines
    facts = list(kind.facts) + sorted({fact for row in law.of_kind("definition", kind.name) for fact in row.facts})
    for fact in facts:
        lines.append("fact %s %s %s" % (name, fact, NAMES[fold.judge.fact(fact, item)]))
    for row in {row.name: row for row in law.of_kind("term", kind.name)}.values():
        head = "%s %s %s " % ("duty" if row.duty else "term", row.name, name)
        term = fold.situation.latest(name, row.name)
        if term is None:
            lines.append(head + "none")
        else:
            lines.append(head + "%s due=%s" % (fold.judge.status(term), term.due or "none"))
    for question in dict.fromkeys(row.question for row in law.of_kind("answer", kind.name)):
        value, because = ask.answer(fold, question, item)
        lines.append("answer %s %s %s%s" % (question, name, value, " because=" + because if because else ""))
    return lines


def lists(fold):
    """What `ombud run --json` tells as lists."""
    terms = sorted(str((term.row.name, term.item, fold.judge.status(term), term.extended, str(term.opened),
                        str(term.due), str(term.closed), term.row.provision.id)) for term in fold.situation.terms)
    findings = sorted(str((finding.kind, finding.name, finding.item, str(finding.since), str(finding.until), finding.because,
                           finding.position)) for finding in fold.findings)
    states = sorted(str((item.id, item.state)) for item in fold.situation.items.values() if item.state)
    rulings = sorted(str((position, ask.in_words(fold.edition.law, ruling), because))
                     for position, ruling, because in fold.rulings)
    return Thing(terms=terms, findings=findings, states=states, rulings=rulings)


def lists_of_library(told):
    """The same, as the library tells it."""
    def plain(provision):
        return provision.split(":", 1)[1] if provision else None
    terms = sorted(str((term["name"], term["item"], term["status"], bool(term["extended"]), term["opened"],
                        str(term["due"]), str(term["closed"]), plain(term["provision"]))) for term in told["terms"])
    findings = sorted(str((one["kind"], one["name"], one["item"], one["since"], str(one["until"]), plain(one["provision"]),
                           one["position"])) for one in told["findings"])
    states = sorted(str((item["item"], item["state"])) for item in told["items"] if item["state"])
    rulings = sorted(str((step["position"], step["ruling"], plain(step["provision"]))) for step in told["timeline"]
                     if step["kind"] == "event" and step["ruling"])
    return Thing(terms=terms, findings=findings, states=states, rulings=rulings)


# ---- both -----------------------------------------------------------------------------------------------------------

class Asked:
    """A made case with what the reference interpreter says of it."""

    def __init__(self, known, made):
        self.made = made
        self.law = made.law
        text = "\n".join(["law " + made.law] + made.head + made.lines)
        self.case = casetext.case_of(casetext.read_case(text)[0])
        self.edition = reference.edition_of(known[made.law], self.case)
        self.expected, self.fold, self.doubts = expectations(self.edition, self.case, made.asks)
        self.change = ask.next_change(self.fold)
        self.doubts |= self.fold.doubts

    def text(self, name):
        """(lines of the scenario, for each line the expectation or None)."""
        lines = ["scenario " + name] + self.made.head + self.made.lines
        expected = [None] * len(lines)
        for on, asked in self.expected:
            lines.append(on)
            expected.append(None)
            for words in asked:
                lines.append("  expect " + words)
                expected.append((on, words))
        return lines, expected


def compare(ombud, known, batch):
    """Differences of a batch of cases of one law: {index: [difference]}; a refused text counts as one."""
    lines, expected, owner = ["law " + batch[0].law], [None], [None]
    for index, asked in enumerate(batch):
        own, own_expected = asked.text("s%d" % index)
        lines += own
        expected += own_expected
        owner += [index] * len(own)
    with tempfile.NamedTemporaryFile("w", suffix=".case", delete=False) as file:
        file.write("\n".join(lines) + "\n")
    try:
        checked, told = [subprocess.run([ombud, verb, "--json", "--law", OWN, file.name], capture_output=True, text=True)
                         for verb in ("check", "run")]
    finally:
        os.unlink(file.name)
    differences = collections.defaultdict(list)
    if checked.returncode not in (0, 1) or told.returncode not in (0, 1):
        message = (checked.stderr or told.stderr).strip()
        if len(batch) == 1:
            differences[0].append(("refused", message.split("case:", 1)[-1]))
            return differences
        for index, asked in enumerate(batch):
            alone = compare(ombud, known, [asked])
            if 0 in alone:
                differences[index] = alone[0]
        return differences
    for line in checked.stdout.splitlines():
        one = json.loads(line)
        if one["kind"] != "expectation" or one["met"]:
            continue
        on, words = expected[one["line"] - 1]
        if same(words, one["got"]):
            continue
        differences[owner[one["line"] - 1]].append(("expect " + words.split()[0], "%s: %s: the library says %s"
                                                    % (on, words, one["got"])))
    for index, line in enumerate(told.stdout.splitlines()):
        line = json.loads(line)
        mine, other = lists(batch[index].fold), lists_of_library(line)
        for sort in ("terms", "findings", "states", "rulings"):
            left, right = list(getattr(mine, sort)), list(getattr(other, sort))
            for one in list(left):
                if one in right:
                    left.remove(one)
                    right.remove(one)
            if left or right:
                differences[index].append((sort, "only the reference: %s; only the library: %s" % (left, right)))
        # Verdicts change by time too, so the library may name an earlier day; it may not miss one ('None' sorts last).
        if str(batch[index].change) < str(line["next_change"]):
            differences[index].append(("change", "next change %s; the library says %s"
                                       % (batch[index].change, line["next_change"])))
    return differences


def same(words, got):
    """An unmet expectation that names the same value: `undetermined` without what is missing is unmet by itself."""
    head = words.split()
    if head[0] not in ("answer", "may"):
        return False
    plain = [word for word in head if "=" not in word]
    return plain[3] == got.split()[0] and because(head) == because(got.split())


def because(words):
    return [word for word in words if word.startswith("because=")]


def shrink(ombud, known, made, sort):
    """The smallest case that still shows a difference of the sort."""
    def shows(made):
        try:
            asked = Asked(known, made)
        except Exception:
            return False
        if asked.doubts:
            return False
        found = compare(ombud, known, [asked])
        return [text for kind, text in found.get(0, []) if kind == sort]

    smaller = True
    while smaller:
        smaller = False
        for part in ("asks", "lines", "head"):
            # The lists are those of the last day of the text.
            at = len(getattr(made, part)) - (2 if part == "asks" and not sort.startswith("expect") else 1)
            while at >= 0:
                trial = Thing(law=made.law, head=list(made.head), lines=list(made.lines), asks=list(made.asks))
                del getattr(trial, part)[at]
                if part == "lines":
                    trial.lines = renumbered(trial.lines, at + 1)
                if trial.asks and trial.lines is not None and shows(trial):
                    made, smaller = trial, True
                at -= 1
    return made, shows(made)


def renumbered(lines, gone):
    """The lines after one was taken out: what is void keeps its line."""
    found = []
    for line in lines:
        words = line.split()
        if words[1] == "void":
            if int(words[2]) == gone:
                return None
            if int(words[2]) > gone:
                words[2] = str(int(words[2]) - 1)
        found.append(" ".join(words))
    return found


# ---- running --------------------------------------------------------------------------------------------------------

def work(job):
    """One file of cases: (cases, events, [(index, sort, made, text)], what was left out)."""
    ombud, name, seed = job
    known = KNOWN
    batch, events, found, doubts = [], 0, [], collections.Counter()
    for number in range(BATCH):
        dice = random.Random("%s %d %d" % (name, seed, number))
        made = Maker(known[name], dice).make(dice.randint(*LINES))
        asked = Asked(known, made)
        doubts.update(asked.doubts)
        if not asked.doubts:
            events += len(made.lines)
            batch.append(asked)
    if not batch:
        return 0, 0, found, doubts
    for index, differences in compare(ombud, known, batch).items():
        for sort in sorted({sort for sort, _ in differences}):
            found.append((index, sort, batch[index].made, [text for kind, text in differences if kind == sort][0]))
    return len(batch), events, found, doubts


KNOWN = {}


def main():
    global KNOWN
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("ombud")
    options.add_argument("--events", type=int, default=10000)
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--law", action="append")
    options.add_argument("--jobs", type=int, default=int(os.environ.get("OMBUD_JOBS", "2")))
    options.add_argument("--shown", type=int, default=3, help="how many of each sort of difference are made small")
    options.add_argument("--self-test", action="store_true", help="count a day too many here; good if that is noticed")
    given = options.parse_args()
    if given.self_test:
        given.shown, right = 0, dates.plus
        dates.plus = lambda start, span, sign=1: right(start, span, sign) + dates.ONE_DAY
    KNOWN = reference.laws([OWN])
    names = given.law or sorted(KNOWN)
    cases = events = 0
    left = collections.Counter()
    bad, shown = set(), collections.Counter()
    with multiprocessing.Pool(given.jobs) as pool:
        seed = given.seed * 1000000
        while events < given.events:
            jobs = []
            for _ in range(given.jobs * 2):
                for name in names:
                    jobs.append((given.ombud, name, seed))
                    seed += 1
            for job, (made_cases, made_events, found, doubts) in zip(jobs, pool.imap(work, jobs)):
                cases += made_cases
                events += made_events
                left.update(doubts)
                for index, sort, made, text in found:
                    bad.add((job[1:], index))
                    if shown[job[1], sort] >= given.shown or sum(shown.values()) >= 40:
                        continue
                    shown[job[1], sort] += 1
                    # A text that is refused would be refused for other reasons once its head is taken away.
                    small, texts = (made, [text]) if sort == "refused" else shrink(given.ombud, KNOWN, made, sort)
                    print("---- %s, seed %d, case %d: %s" % (job[1], job[2], index, sort))
                    print("\n".join(["law " + small.law] + small.head + small.lines))
                    print("\n".join("# " + line for line in (texts or [text])[:3]), flush=True)
    for what, number in sorted(left.items()):
        print("%d cases left out: %s" % (number, what))
    if given.self_test:
        print("%d of %d cases differ when a day too many is counted" % (len(bad), cases))
        return 0 if bad else 1
    print("%d lines of journals in %d cases, %d of which differ" % (events, cases, len(bad)))
    print("%d passed, %d failed" % (cases - len(bad), len(bad)))
    return 1 if bad or not cases else 0


if __name__ == "__main__":
    sys.exit(main())
