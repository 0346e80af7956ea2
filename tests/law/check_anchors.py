#!/usr/bin/env python3
"""Holds the .law files against the text of the law.

    check_anchors.py --law-points FOLDER [LAWFILE or folder …]      default: src/law
    check_anchors.py --self-test

FOLDER holds the reference texts: sources/*.txt and points/LAW.tsv. Checked of every provision: it has an anchor, and the
anchor's words stand in the source, inside the article and paragraph that its citation names; its id is a provision of
the points, under the same citation, or one above them (a plan has no points); it has a gloss in English, French and Dutch, and none copies eight words in a row from the source. Exits 1 with
FILE:LINE and what to do. For information it counts the provisions of the points that no .law file holds yet.
"""
import pathlib
import re
import shutil
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))
import lawtext

COPIED = 8   # so many words in a row are a copy
ARTICLE = re.compile(r"^(?:\*\*)?(?:Art\.|Article|Artikel)\s*(\d+(?:/\d+)?)(?:er|\^\{er\})?\.", re.MULTILINE)
PARAGRAPH = re.compile(r"§ ?(\d+)(?:er|\^\{er\})?\. ?(?=[A-ZÀ-Ý])")
CITED_ARTICLE = re.compile(r"\b[Aa]rt\.\s*(\d+(?:/\d+)?)")
CITED_PARAGRAPH = re.compile(r"§\s*(\d+)")


def words(text):
    return re.findall(r"\w+", text.lower())


def source_text(folder, number):
    """The file of sources/ that prints the law's number."""
    for path in sorted((pathlib.Path(folder) / "sources").glob("*.txt")):
        text = path.read_text(encoding="utf-8")
        if number in text:
            return text
    return None


def part(text, marks, number):
    """The parts of a text between the mark of that number and the next mark, put together; None if there is none."""
    found = list(marks.finditer(text))
    ends = [mark.start() for mark in found[1:]] + [len(text)]
    parts = [text[mark.start():end] for mark, end in zip(found, ends) if mark.group(1) == number]
    return "\n".join(parts) if parts else None


def narrowed(text, citation):
    """(text of the article and paragraph cited, its name), as far as both can be told."""
    article = CITED_ARTICLE.search(citation)
    inside = article and part(text, ARTICLE, article.group(1))
    if not inside:
        return text, "the source"
    paragraph = CITED_PARAGRAPH.search(citation)
    within = paragraph and part(inside, PARAGRAPH, paragraph.group(1))
    return (within, f"art. {article.group(1)} § {paragraph.group(1)}") if within else (inside, f"art. {article.group(1)}")


def copied(gloss, runs):
    """The first run of words that a gloss shares with the source, or None."""
    said = words(gloss)
    for i in range(len(said) - COPIED + 1):
        if tuple(said[i:i + COPIED]) in runs:
            return " ".join(said[i:i + COPIED])
    return None


def shortened(cite):
    """A point cites down to the sentence; a provision does not."""
    return re.sub(r", (\d+(re|e) phrase|phrases? liminaires?)$", "", cite)


def check(folder, paths):
    """(problems, report lines)."""
    problems, report, notes = [], [], []
    sources, provisions = lawtext.read(paths)
    for law in sorted(sources):
        mine = [provision for provision in provisions if provision.law == law]
        text = source_text(folder, sources[law])
        if text is None:
            problems.append(f"{law}: no file of {folder}/sources prints '{sources[law]}'; mend the line 'source'")
            continue
        all_words = words(text)
        runs = {tuple(all_words[i:i + COPIED]) for i in range(len(all_words) - COPIED + 1)}
        cites = {}
        for row in [] if law in lawtext.PLANS else lawtext.points(folder, law):
            cites.setdefault(row["provision"], set()).add(shortened(row["cite"]))
        for provision in mine:
            at = f"{provision.path}:{provision.line}"
            inside, where = narrowed(text, provision.citation)
            if not provision.anchor:
                problems.append(f"{at}: {provision.id} has no anchor; quote a few words of {where}")
            elif provision.anchor not in inside:
                problems.append(f"{provision.path}:{provision.anchor_line}: the anchor of {provision.id}, \"{provision.anchor}\", does not stand in {where}; quote words that do")
            elif inside.count(provision.anchor) > 1:
                notes.append(f"note: the anchor of {provision.id} stands {inside.count(provision.anchor)} times in {where}")
            known = cites.get(f"{law}:{provision.id}")
            if law in lawtext.PLANS:
                pass
            elif known is None and any(key.startswith(f"{law}:{provision.id}.") and cite.startswith(f"{shortened(provision.citation)}, ")
                                       for key, printed in cites.items() for cite in printed):
                pass
            elif known is None:
                problems.append(f"{at}: {provision.id} is no provision of the points of {law}; use an id of their column 'provision'")
            elif provision.citation not in known:
                problems.append(f"{at}: {provision.id} is cited \"{provision.citation}\", the points say \"{sorted(known)[0]}\"; use that")
            missing = {"en", "fr", "nl"} - {language for language, _, _ in provision.glosses}
            if missing:
                problems.append(f"{at}: {provision.id} has no gloss in {', '.join(sorted(missing))}; say it in one sentence of our own")
            for language, gloss, line in provision.glosses:
                run = copied(gloss, runs)
                if run:
                    problems.append(f"{provision.path}:{line}: the gloss ({language}) of {provision.id} copies the source: \"{run}\"; say it in other words")
        seen, last = set(), None
        closed = False               # the wording above had a last day: another may follow
        for provision in mine:
            follows = closed and provision.id == last
            last, closed = provision.id, provision.ends
            if provision.id in seen and not follows:
                problems.append(f"{provision.path}:{provision.line}: {provision.id} stands twice; put its rows under one provision")
            seen.add(provision.id)
        report.append(f"{law}: {len(mine)} provisions, {sum(1 for p in mine if p.anchor)} anchors, {sum(len(p.glosses) for p in mine)} glosses")
        if law in lawtext.PLANS:
            continue
        by_article = {}
        for ident in sorted(cites):
            article = ident.split(":", 1)[1].split(".")[0]
            held, total = by_article.get(article, (0, 0))
            by_article[article] = (held + (ident.split(":", 1)[1] in seen), total + 1)
        report.append("  held of those in the points, by article: " + ", ".join(f"{a} {h}/{t}" for a, (h, t) in by_article.items() if h))
        report.append(f"  not written yet: {sum(t - h for h, t in by_article.values())} provisions of {sum(t for _, t in by_article.values())}")
    if not provisions:
        problems.append(f"no provision found in {' '.join(map(str, paths))}; give .law files or their folder")
    return problems, report + notes


SAMPLE_SOURCE = """Texte 4711
Art. 1.[1 § 1er. Le gardien ouvre la porte du parc chaque matin avant huit heures, sauf le lundi.
§ 2. Il la ferme le soir.]1
Art. 2. Le gardien tient un registre.
"""
SAMPLE_POINTS = "point\tprovision\tcite\nsample:1.1.x\tsample:1.1\tArt. 1, § 1er, 1re phrase\nsample:1.2\tsample:1.2\tArt. 1, § 2\nsample:2\tsample:2\tArt. 2\n"
SAMPLE_LAW = """law sample
source "4711"
provision 1.1   "Art. 1, § 1er"   since original
  modality duty
  anchor "chaque matin avant huit heures"
  gloss en "Mondays apart, the park is open by eight." fr "Hormis le lundi, le parc est ouvert à huit heures."
        nl "Behalve op maandag is het park om acht uur open."
  gate.opened: -> open
"""


def self_test():
    """The check must pass a right sample and fail each of these wrong ones."""
    wrong = {
        "an altered anchor": ("chaque matin", "chaque soir"),
        "an anchor of another paragraph": ("chaque matin avant huit heures", "ferme le soir"),
        "an anchor of another article": ("chaque matin avant huit heures", "tient un registre"),
        "no anchor": ('  anchor "chaque matin avant huit heures"\n', ""),
        "an unknown id": ("provision 1.1 ", "provision 1.7 "),
        "an article under the citation of its paragraph": ("provision 1.1 ", "provision 1 "),
        "a wrong citation": ('"Art. 1, § 1er"', '"Art. 1"'),
        "a copied gloss": ("Hormis le lundi, le parc est ouvert à huit heures.", "Le gardien ouvre la porte du parc chaque matin."),
        "a missing gloss": ('        nl "Behalve op maandag is het park om acht uur open."\n', ""),
        "a wording without an end, and another": ("  gate.opened", '  gate.shut: -> shut\nprovision 1.1   "Art. 1, § 1er"   since 2000-01-01\n'
                                                  '  anchor "chaque matin"\n  gloss en "a" fr "b" nl "c"\n  gate.opened'),
        "an unknown source": ('"4711"', '"4712"'),
        "a provision twice": ("  gate.opened", '  gate.shut: -> shut\nprovision 1.1   "Art. 1, § 1er"   since original\n'
                              '  anchor "chaque matin"\n  gloss en "a" fr "b" nl "c"\n  gate.opened'),
        "no provision": (SAMPLE_LAW[SAMPLE_LAW.index("provision"):], ""),
    }
    folder = pathlib.Path(tempfile.mkdtemp())
    passed = failed = 0
    try:
        for name in ("sources", "points"):
            (folder / name).mkdir()
        (folder / "sources" / "sample.txt").write_text(SAMPLE_SOURCE, encoding="utf-8")
        (folder / "points" / "sample.tsv").write_text(SAMPLE_POINTS, encoding="utf-8")
        law = folder / "sample.law"
        law.write_text(SAMPLE_LAW, encoding="utf-8")
        right = not check(folder, [law])[0]
        print(f"{'ok' if right else 'not ok'}: a right sample passes")
        passed, failed = passed + right, failed + (not right)
        for name, (old, new) in wrong.items():
            assert old in SAMPLE_LAW, name
            law.write_text(SAMPLE_LAW.replace(old, new, 1), encoding="utf-8")
            caught = bool(check(folder, [law])[0])
            print(f"{'ok' if caught else 'not ok'}: {name} is caught")
            passed, failed = passed + caught, failed + (not caught)
    finally:
        shutil.rmtree(folder)
    print(f"{passed} passed, {failed} failed")
    return failed != 0


def main():
    arguments = sys.argv[1:]
    if arguments == ["--self-test"]:
        return self_test()
    if len(arguments) < 2 or arguments[0] != "--law-points":
        sys.exit(__doc__)
    default = pathlib.Path(__file__).resolve().parents[2] / "src" / "law"
    problems, report = check(arguments[1], arguments[2:] or [default])
    print("\n".join(problems + report))
    print(f"{len(problems)} problems")
    return len(problems) != 0


if __name__ == "__main__":
    sys.exit(main())
