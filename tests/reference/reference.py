#!/usr/bin/python3
"""A second reading of the documents: an interpreter of `.law` and `.case` files that is slow and plain.

    reference.py check [--law FILE.law]… FILE.case…     expectations; closes 'N passed, N failed'
"""

import glob
import os
import sys
import traceback

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))

import ask
import casetext
import lawtext
from edition import Edition
from fold import Fold

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))


def laws(own):
    """The law files by the name of the law: a folder of src/law holds one law, a file too, and the host's own."""
    found = {}
    folder = os.path.join(ROOT, "src", "law")
    for name in sorted(os.listdir(folder)):
        path = os.path.join(folder, name)
        if os.path.isdir(path):
            found[name] = sorted(glob.glob(os.path.join(path, "*.law")))
        elif name.endswith(".law"):
            found[name[:-4]] = [path]
    read = {}
    for name, paths in found.items():
        read[name] = lawtext.read_law([(path, open(path, encoding="utf-8").read()) for path in paths if paths])
    for path in own:
        law = lawtext.read_law([(path, open(path, encoding="utf-8").read())])
        read[law.name] = law
    return read


def edition_of(law, case):
    made = Edition(law)
    for words in case.settings:
        made.set(words)
    return made


def check_run(known, run):
    """[(line, whether met, what was got)] of one run."""
    case = casetext.case_of(run)
    if known[case.law].renamed:
        case = casetext.Today(known[case.law]).case(case)
    edition = edition_of(known[case.law], case)
    folds, results = {}, []
    for number, on, words in case.asked:
        if on.audience:
            results.append((number, None, "not asked: for an audience"))
            continue
        key = (on.day, on.known_by)
        if key not in folds:
            folds[key] = Fold(edition, case).as_of(on.day, on.known_by)
        good, got = ask.met(folds[key], words)
        results.append((number, good, got))
    return results


def check(files, own):
    known = laws(own)
    passed, failed, left = 0, 0, 0
    for path in files:
        with open(path, encoding="utf-8") as file:
            text = file.read()
        lines = text.split("\n")
        for run in casetext.read_case(text):
            try:
                results = check_run(known, run)
            except Exception:                       # a run that breaks is a failure of this interpreter
                print("%s: %s: %s" % (path, run.name, traceback.format_exc()))
                failed += 1
                continue
            for number, good, got in results:
                if good is None:
                    left += 1
                elif good:
                    passed += 1
                else:
                    failed += 1
                    print("%s:%d: %s (row %s): %s\n    got %s" % (path, number, run.name, run.row, lines[number - 1].strip(),
                                                                  got))
    print("%d expectations are not asked of this interpreter" % left)
    print("%d passed, %d failed" % (passed, failed))
    return 0 if failed == 0 and passed else 1


def main(words):
    own = []
    while "--law" in words:
        at = words.index("--law")
        own.append(words[at + 1])
        del words[at:at + 2]
    if words[:1] != ["check"] or len(words) < 2:
        print(__doc__.strip(), file=sys.stderr)
        return 2
    return check(words[1:], own)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
