"""Lines and words of a `.law` text, before anything is known of what they mean."""

import re

TOKEN = re.compile(r'\s*(?:(#.*)|("(?:\\.|[^"\\])*")|(->|<-|[:,()=])|([^\s#",:()=]+))')
LABEL = ("en", "fr", "nl")


class LawError(Exception):
    """A text that is no law."""


class Thing:
    """A bag of named values."""

    def __init__(self, **values):
        self.__dict__.update(values)

    def __repr__(self):
        return repr(self.__dict__)


# ---- lines and words --------------------------------------------------------------------------------------------------

def words_of(line):
    """The words of a line; a text keeps its opening quote, so that it is told from a name."""
    found, at = [], 0
    line = line.rstrip()
    while at < len(line):
        match = TOKEN.match(line, at)
        if not match:
            raise LawError("what is this: " + line[at:])
        at = match.end()
        comment, text, sign, word = match.groups()
        if comment is not None:
            break
        found.append(text[:-1] if text is not None else sign or word)
    return found


def tree(text, name):
    """The statements as nodes with their deeper lines below them."""
    top = Thing(words=[], below=[], depth=-1, line=0, file=name)
    stack = [top]
    for number, line in enumerate(text.split("\n"), 1):
        words = words_of(line)
        if not words:
            continue
        depth = len(line) - len(line.lstrip(" "))
        while stack[-1].depth >= depth:
            stack.pop()
        node = Thing(words=words, below=[], depth=depth, line=number, file=name)
        stack[-1].below.append(node)
        stack.append(node)
    return top.below


def flat(node):
    """All words of a statement with what continues it."""
    found = list(node.words)
    for child in node.below:
        found += flat(child)
    return found


def without_labels(words):
    """The words before the first label: `en "…"`, or `ask`."""
    for at, word in enumerate(words):
        if word in LABEL and at + 1 < len(words) and words[at + 1].startswith('"'):
            return words[:at]
        if word == "ask" and at + 1 < len(words) and words[at + 1] in LABEL:
            return words[:at]
    return words


class Words:
    """A list of words that is read from its beginning."""

    def __init__(self, words, node):
        self.words, self.at, self.node = words, 0, node

    def fail(self, what):
        raise LawError("%s:%d: %s at '%s' of: %s"
                       % (self.node.file, self.node.line, what, self.peek(), " ".join(self.words)))

    def peek(self, ahead=0):
        at = self.at + ahead
        return self.words[at] if at < len(self.words) else ""

    def next(self):
        word = self.peek()
        if word == "":
            self.fail("something is missing")
        self.at += 1
        return word

    def take(self, *expected):
        """Takes these words if they come next."""
        if tuple(self.words[self.at:self.at + len(expected)]) != expected:
            return False
        self.at += len(expected)
        return True

    def need(self, *expected):
        if not self.take(*expected):
            self.fail("expected '%s'" % " ".join(expected))

    def names(self):
        """A list of names with commas between them."""
        found = [self.next()]
        while self.take(","):
            found.append(self.next())
        return found

    def end(self):
        if self.peek() != "":
            self.fail("not expected")
