#!/usr/bin/env python3
"""The built manual: from any printed verdict the page of its provision is two clicks away.

    manual.py OMBUD HTML_FOLDER

The main page links to the index; the index holds the id and the citation of every provision that `ombud provisions` lists, each as a
link; the link leads to a place that is there, where the provision stands with its gloss in three languages and, if it is executed, with its
rows and with what shows it.
"""
import html
import pathlib
import re
import subprocess
import sys

INDEX = "provisions.html"
LINK = re.compile(r'<a class="el" href="([^"#]+)(?:#([^"]+))?"[^>]*>(.*?)</a>')


def text_of(markup):
    return " ".join(html.unescape(re.sub(r"<[^>]*>", "", markup)).split())


def lacking(markup, place, identity, executed):
    """What the section at a place lacks."""
    if not place or markup.count(f'id="{place}"') != 1:
        return "there is no such place"
    section = markup.split(f'id="{place}"')[1].split('class="anchor" id=')[0]
    text = text_of(section)
    if identity not in text:
        return "another provision stands there"
    if not re.search(r"en: \S.* fr: \S.* nl: \S", text):
        return "no gloss in three languages"
    if executed and ("class=\"fragment\"" not in section or not ("Expectations that rest on it:" in text or "Scenarios that show it:" in text)):
        return "no rows, or nothing that shows it"
    return None


def wrong_provisions(folder, ombud):
    """(how many were looked at, what is wrong)."""
    listed = subprocess.run([ombud, "provisions"], check=True, capture_output=True, text=True, encoding="utf-8").stdout
    rows = [line.split("\t") for line in listed.splitlines()[1:]]
    links = {}
    for page, place, text in LINK.findall((folder / INDEX).read_text(encoding="utf-8")):
        links.setdefault(text_of(text), set()).add((page, place))
    pages, wrong = {}, []
    for identity, citation, _, _, _, treatment, *_ in rows:
        there = links.get(identity, set())
        if not there or not there & links.get(" ".join(citation.split()), set()):
            wrong.append(f"{identity}: the index does not lead to it by id and by citation '{citation}'")
            continue
        for page, place in there:
            if page not in pages:
                pages[page] = (folder / page).read_text(encoding="utf-8")
            lacks = lacking(pages[page], place, identity, treatment == "executed")
            if lacks:
                wrong.append(f"{identity}: {page}#{place}: {lacks}")
    return len(rows), wrong


def main():
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    folder = pathlib.Path(sys.argv[2])
    looked, wrong = wrong_provisions(folder, sys.argv[1])
    if not any(page == INDEX for page, _, _ in LINK.findall((folder / "index.html").read_text(encoding="utf-8"))):
        wrong.append("the main page does not lead to the index of provisions")
    for line in wrong:
        print(line)
    print(f"{max(looked + 1 - len(wrong), 0)} passed, {len(wrong)} failed")
    return 1 if wrong or looked < 300 else 0


if __name__ == "__main__":
    sys.exit(main())
