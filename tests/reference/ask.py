"""The questions an expectation asks, and what a fold answers."""

import dates
from casetext import Case, journal_line
from edition import NOT_HELD, OUT
from fold import Fold, supposed
from three import NAMES, UNKNOWN, YES


def answer(fold, question, item):
    """(value, provision) of a question."""
    judge = fold.judge
    yes, unknown = {}, []
    for row in fold.edition.law.of_kind("answer", item.kind):
        if row.question != question:
            continue
        standing, is_open = judge.row(row)
        if standing == OUT:
            continue
        value = UNKNOWN if standing == NOT_HELD else judge.when(row, item)
        if is_open:
            value = min(value, UNKNOWN)
        if value == YES:
            yes.setdefault(row.value, row)
        elif value == UNKNOWN:
            unknown.append(row)
    if len(yes) > 1:
        return "conflict", None
    if yes:
        (value, row), = yes.items()
        return value, row.provision.id
    if unknown:
        return "undetermined", unknown[0].provision.id
    return "none", None


def ruled(fold, event):
    """(ruling, provision) of a supposed event, in the words of the law's force."""
    result = supposed(fold, event)
    return in_words(fold.edition.law, result.ruling), result.because


def in_words(law, ruling):
    """Under a proposal, plan or policy nothing is permitted or forbidden."""
    return ruling if law.force == "law" else {"permitted": "conforms", "forbidden": "departs"}.get(ruling, ruling)


def snapshot(fold):
    """Every state, fact, status, answer and finding: what time may change."""
    told = {}
    law = fold.edition.law
    for item in list(fold.situation.items.values()):
        told[item.id] = item.state
        facts = {fact for row in law.of_kind("definition", item.kind) for fact in row.facts}
        for fact in facts:
            told[item.id, fact] = fold.judge.fact(fact, item)
        for row in law.of_kind("answer", item.kind):
            told[item.id, "answer", row.question] = answer(fold, row.question, item)[0]
    told["terms"] = [fold.judge.status(term) for term in fold.situation.terms]
    told["findings"] = [(one.kind, one.name, one.item, one.since, one.until) for one in fold.findings]
    return told


def next_change(fold):
    """The next day on which time alone changes an answer: the days on which a comparison flips are tried in turn."""
    case = Case()
    case.__dict__.update(fold.case.__dict__)
    case.journal = [line for line in fold.case.journal if line.sort == "void" or line.day <= fold.day]
    tried, day = set(), fold.day
    later = Fold(fold.edition, case).as_of(fold.day, fold.known_by)
    now = snapshot(later)       # not of `fold`: who asked it about an item that is struck out has added that item
    while True:
        snapshot(later)
        days = later.judge.flips | {later.watched}
        for term in later.situation.terms:
            end = later.next_end(term)
            days.add(end + dates.ONE_DAY if end is not None and not term.closed_as else None)
        days = sorted(one for one in days if one is not None and one > day)
        if not days or len(tried) > 50:
            return None
        day = days[0]
        tried.add(day)
        later = Fold(fold.edition, case).as_of(day, fold.known_by)
        for name in fold.situation.items:       # what only a struck-out line names is there on either day
            later.situation.add(name)
        fold.doubts |= later.doubts
        if snapshot(later) != now:
            return day


def options(words):
    plain = [word for word in words if "=" not in word]
    named = dict(word.split("=", 1) for word in words if "=" in word)
    return plain, named


def met(fold, words):
    """(whether an expectation is met, what was got)."""
    head = words[0]
    if head in ("duty", "term"):
        return term(fold, words)
    if head == "finding":
        plain, named = options(words[1:])
        got = [finding for finding in fold.findings if matches(finding, plain, named)]
        return bool(got), fold.findings
    if head == "no":
        plain, _ = options(words[2:])
        got = [finding for finding in fold.findings if matches(finding, plain, {})]
        return not got, got
    situation = fold.situation
    if head == "state":
        item = situation.items.get(words[1])
        got = item.state if item is not None and item.state is not None else "none"
        return got == words[2], got
    if head == "fact":
        got = NAMES[fold.judge.fact(words[2], situation.add(words[1]))]
        return got == words[3], got
    if head == "next_change":
        got = str(next_change(fold) or "none")
        return got == words[1], got
    if head == "answer":
        plain, named = options(words[1:])
        value, because = answer(fold, plain[0], situation.add(plain[1]))
        return value == plain[2] and named.get("because", because) == because, (value, because)
    if head == "may":
        plain, named = options(words[1:])
        event = journal_line(0, fold.day, [word for word in words[1:]
                                             if not word.startswith(("missing=", "because=")) and word != plain[2]])
        ruling, because = ruled(fold, event)
        return ruling == plain[2] and named.get("because", because) == because, (ruling, because)
    return False, "not asked: " + head


def matches(finding, plain, named):
    """plain: any of KIND, NAME, ITEM."""
    if any(word not in (finding.kind, finding.name, finding.item) for word in plain):
        return False
    for name in ("since", "until"):
        if name in named and str(getattr(finding, name)) != named[name]:
            return False
    return "because" not in named or finding.because == named["because"]


def term(fold, words):
    plain, named = options(words[1:])
    name, item, status = plain
    found = fold.situation.latest(item, name)
    if found is None:
        return status == "none", "none"
    got = fold.judge.status(found)
    due = "none" if found.due is None else str(found.due)
    good = got == status and named.get("due", due) == due
    because = found.row.provision.id
    bearers = ",".join(sorted(found.row.bearers))
    if "bearer" in named and ",".join(sorted(named["bearer"].split(","))) != bearers:
        good = False
    return good and named.get("because", because) == because, (got, due, bearers, because)
