#!/usr/bin/python3
"""What of src/ no test reaches, by function: mcdc_gaps.py ROOT EXPORT EXCLUSIONS [--list] [--strict]

EXPORT is what `llvm-cov export --format=text` writes. A gap is a function that is never called, a branch that is never
taken, or a condition that never decides alone. EXCLUSIONS holds lines

    FILE: FUNCTION: WORDS OF THE LINE: why it cannot be reached

Each excuses the gaps of that function on lines that hold these words; in place of the words `*` excuses the whole
function. One that excuses nothing is an error. With --list the other gaps are printed, with --strict they are an error.
"""
import collections
import json
import os
import sys


def sites(function, names):
    """The place where each macro of a function is written out: file number -> (file, line)."""
    parents = {r[6]: (r[5], r[0]) for r in function['regions'] if r[7] == 1}

    def site(number, line):
        while number in parents:
            number, line = parents[number]
        return names[number], line
    return site


def read_gaps(root, export):
    """Gaps as {(file, function): {(line, last line, what)}} and how many branches and conditions there are."""
    branches = collections.defaultdict(lambda: [0, 0])
    decisions = {}
    calls = collections.Counter()
    with open(export, encoding='utf-8') as f:
        data = json.load(f)['data'][0]
    for function in data['functions']:
        names = [os.path.relpath(os.path.realpath(name), os.path.realpath(root)) for name in function['filenames']]
        if not names[0].startswith('src' + os.sep):
            continue
        name = function['name'].split(':')[-1]
        site = sites(function, names)
        first = function['regions'][0]
        calls[names[0], name, first[0]] += function['count']
        for l1, c1, _, c2, yes, no, number, *_ in function['branches']:
            key = (names[0], name, site(number, l1), l1, c1, c2)
            branches[key][0] += yes
            branches[key][1] += no
        for record in function.get('mcdc_records', []):
            key = (names[0], name, record[0], record[1], record[2])
            old = decisions.get(key, [False] * len(record[-1]))
            decisions[key] = [a or b for a, b in zip(old, record[-1])]
    if not calls:
        sys.exit(f'{export}: holds nothing of {root}/src')
    gaps = collections.defaultdict(set)
    for (file, name, line), count in calls.items():
        if count == 0:
            gaps[file, name].add((line, line, 'is never called'))
    for (file, name, (_, line), *_), (yes, no) in branches.items():
        for count, what in ((yes, 'true'), (no, 'false')):
            if count == 0 and calls_of(calls, file, name):
                gaps[file, name].add((line, line, f'is never {what}'))
    for (file, name, line, _, last), reached in decisions.items():
        alone = [str(i + 1) for i, one in enumerate(reached) if not one]
        if alone and calls_of(calls, file, name):
            gaps[file, name].add((line, last, f'condition {", ".join(alone)} of {len(reached)} never decides alone'))
    return gaps


def calls_of(calls, file, name):
    return sum(count for (f, n, _), count in calls.items() if (f, n) == (file, name))


def read_exclusions(path):
    with open(path, encoding='utf-8') as f:
        for number, line in enumerate(f, 1):
            line = line.strip()
            if not line or line.startswith('#'):
                continue
            parts = line.split(': ', 3)
            if len(parts) != 4 or not all(part.strip() for part in parts):
                sys.exit(f'{path}:{number}: write `FILE: FUNCTION: WORDS OF THE LINE: why`')
            yield number, *parts


def main():
    root, export, exclusions = sys.argv[1:4]
    gaps = read_gaps(root, export)
    texts = {}

    def lines(file, first, last):
        if file not in texts:
            with open(os.path.join(root, file), encoding='utf-8') as f:
                texts[file] = f.read().split('\n')
        return texts[file][first - 1:last] or ['(another text than the one counted)']

    excused = set()
    stale = 0
    for number, file, name, words, _ in read_exclusions(exclusions):
        those = {(file, name, gap) for gap in gaps.get((file, name), ())
                 if words == '*' or any(words in line for line in lines(file, gap[0], gap[1]))}
        if not those:
            print(f'{exclusions}:{number}: {file}: {name}: `{words}` is reached, or is not there')
            stale += 1
        excused |= those
    left = sorted((file, gap[0], name, gap) for (file, name), those in gaps.items() for gap in those
                  if (file, name, gap) not in excused)
    if '--list' in sys.argv or '--strict' in sys.argv:
        for file, line, name, gap in left:
            print(f'{file}:{line}: {name}: {gap[2]}: {lines(file, line, line)[0].strip()}')
    print(f'{len(left)} gaps that nothing explains, {len(excused)} explained in {os.path.basename(exclusions)}')
    sys.exit(1 if stale or ('--strict' in sys.argv and left) else 0)


if __name__ == '__main__':
    main()
