"""Three values, in their order: no < unknown < yes."""

NO, UNKNOWN, YES = 0, 1, 2
NAMES = ("no", "unknown", "yes")


def so(truth):
    return YES if truth else NO


def negated(value):
    return YES - value


def both(values):
    return min(values, default=YES)


def either(values):
    return max(values, default=NO)
