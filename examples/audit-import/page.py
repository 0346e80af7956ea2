"""The page of an audit: one HTML file with nothing from elsewhere, breaches by article and date, a timeline for each case."""
from html import escape

STYLE = """
body { font: 1rem/1.5 system-ui, sans-serif; max-width: 70rem; margin: 0 auto; padding: 0 1rem 2rem; color: #16202e; background: #fff }
h1 { font-size: 1.5rem; color: #1f4e79; border-bottom: 3px solid #1f4e79; margin: 2rem 0 1rem; padding-bottom: .4rem }
h2 { font-size: 1.2rem; color: #1f4e79; margin: 2.2rem 0 .3rem }
a { color: #1f4e79 }
table { border-collapse: collapse; width: 100%; margin: 1.2rem 0; font-size: .95rem; font-variant-numeric: tabular-nums }
th, td { text-align: left; vertical-align: top; padding: .35rem .6rem; border-bottom: 1px solid #cfd6df }
thead th { background: #f3f5f8; border-bottom-color: #8793a3 }
tbody tr:nth-child(even) { background: #fafbfc }
.article, .day { white-space: nowrap }
.count { text-align: right }
caption { text-align: left; font-weight: 650; padding-bottom: .3rem }
.private { border-left: 6px solid #7a4b00; padding: .3rem .8rem; background: #fbf6ee }
.picture { overflow-x: auto }
@media print { section { break-inside: avoid } }
"""
#: Columns whose cells stay on one line, or stand at the right.
LOOKS = {"Article": "article", "Since": "day", "Until": "day", "Entered": "day", "Findings": "count"}
KINDS = {"breach": "breach", "late": "late", "not_shown": "not shown"}


def rows(heads, body, caption):
    """A table."""
    looks = [f' class="{LOOKS[word]}"' if word in LOOKS else "" for word in heads]
    head = "".join(f'<th scope="col"{look}>{escape(word)}</th>' for word, look in zip(heads, looks))
    lines = "".join("<tr>" + "".join(f"<td{look}>{cell}</td>" for cell, look in zip(line, looks)) + "</tr>\n" for line in body)
    return f"<table><caption>{escape(caption)}</caption>\n<thead><tr>{head}</tr></thead>\n<tbody>\n{lines}</tbody></table>\n"


def counted(number, word):
    """One case, two cases."""
    return f"{number} {word}{'' if number == 1 else 's'}"


def told(value):
    return "" if value is None else escape(str(value))


def by_article(imported, found, lang):
    """How often each article was departed from, with what it says."""
    count = {}
    for _, finding in found:
        key = finding.provision.id if finding.provision else None
        count[key] = count.get(key, 0) + 1
    for key, number in count.items():
        provision = imported.law.provision(key, lang=lang) if key else None
        yield (told(provision.citation if provision else "structure"), told(provision.gloss if provision else ""), str(number))


def finding_row(number, finding):
    return (f'<a href="#case-{number}">{number}</a>', KINDS[finding.kind.value], told(finding.name), told(finding.item),
            told(finding.provision.citation if finding.provision else "structure"), told(finding.since), told(finding.until), told(finding.by))


def report(imported, found, cured, as_of, lang):
    """The page, as text."""
    heads = ("Case", "Kind", "What", "Item", "Article", "Since", "Until", "By")
    parts = [f'<!DOCTYPE html>\n<html lang="{lang}">\n<head><meta charset="utf-8"><title>Audit as of {as_of}</title>\n<style>{STYLE}</style></head>\n'
             f"<body>\n<h1>{escape(imported.law.title(lang))}</h1>\n",
             f"<p>Audit of {escape(imported.path.name)}: {counted(len(imported.cases), 'case')}, {counted(len(found), 'finding')} as of {as_of}; "
             f"{counted(len(imported.left_out), 'row')} left out.</p>\n",
             '<p class="private">Pseudonymous personal data: whoever may not see the cases may not see this page.</p>\n',
             rows(("Article", "Says", "Findings"), by_article(imported, found, lang), "By article"),
             rows(heads, (finding_row(*one) for one in found), "By article and date")]
    for number, case in imported.cases.items():
        parts.append(f'<section id="case-{number}"><h2>Case {number}</h2>\n')
        own = [finding_row(*one) for one in found if one[0] == number]
        parts.append(rows(heads, own, "Findings") if own else f"<p>No findings as of {as_of}.</p>\n")
        gone = [(*finding_row(*one), told(one[1].cured_on)) for one in cured if one[0] == number]
        if gone:
            parts.append(rows((*heads, "Entered"), gone, "Cured by a later entry"))
        # All pictures stand on one page: their inner names, which begin with "ombud-", are made the case's own.
        picture = case.render("svg", as_of=as_of, lang=lang)
        picture = picture[picture.index("<svg"):].replace("ombud-", f"ombud-{number}-")
        parts.append(f'<div class="picture">{picture}</div></section>\n')
    if imported.left_out:
        parts.append(rows(("Line", "Case", "Why"), ((told(line), told(case), told(why)) for line, case, why in imported.left_out),
                          "Rows of the export that are in no journal"))
    return "".join(parts) + "</body>\n</html>\n"
