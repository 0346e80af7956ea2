"""Reads conditions: nested tuples, judged in judge.py."""

import dates


class Conditions:
    """Reads conditions. What a name is (fact, argument, term) is looked up when it is judged, since it may be declared
    further down; only the states must be known, to tell `is a or b` from two conditions."""

    def __init__(self, law):
        self.law = law

    def read(self, words, item):
        left = self.all_of(words, item)
        if words.peek() != "or":
            return left
        parts = [left]
        while words.take("or"):
            parts.append(self.all_of(words, item))
        return ("or", parts)

    def all_of(self, words, item):
        parts = [self.one(words, item)]
        while words.take("and"):
            parts.append(self.one(words, item))
        return parts[0] if len(parts) == 1 else ("and", parts)

    def one(self, words, item):
        if words.take("not"):
            return ("not", self.one(words, item))
        if words.take("("):
            inner = self.read(words, item)
            words.need(")")
            return inner
        if words.take("is"):
            states = [words.next()]
            known = self.law.items[item].states
            while words.peek() == "or" and words.peek(1) in known and words.peek(2) != "is":
                words.take("or")
                states.append(words.next())
            return ("is", states)
        if words.take("by"):
            return ("by", words.next())
        if words.take("carries"):
            return ("carries", words.next())
        if words.peek() in ("at", "every"):
            return self.count(words, item)
        name = words.next()
        if words.take("is"):
            return ("value", name, words.next())
        if words.peek() in ("more", "at") and words.peek(1) in ("than", "least"):
            return self.distance(words, name)
        return ("name", name)

    def distance(self, words, name):
        """DAY more than PERIOD ago, DAY at least PERIOD before EVENT; DAY is read."""
        how = "more" if words.take("more", "than") else "least"
        if how == "least":
            words.need("at", "least")
        span = dates.period(words.next())
        if words.take("ago"):
            return ("day", name, how, span, None)
        words.need("before")
        return ("day", name, how, span, words.next().split(".")[-1])

    def count(self, words, item):
        if words.take("every"):
            how, number = "every", 0
        elif words.take("at", "least"):
            how, number = "least", int(words.next())
        else:
            words.need("at", "most")
            how, number = "most", int(words.next())
        link = words.next()
        forward = words.take("->")
        if not forward:
            words.need("<-")
        kind = words.next()
        inner = whose = None
        if words.take("whose"):
            whose = self.distance(words, words.next())
        if words.take("("):
            inner = self.read(words, kind)
            words.need(")")
        return ("count", how, number, link, forward, kind, whose, inner)
