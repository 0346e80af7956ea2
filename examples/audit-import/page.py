"""The page of an audit: one HTML file with nothing from elsewhere, breaches by article and date, a timeline for each case."""
from html import escape

STYLE = """
body { font: 1rem/1.5 system-ui, sans-serif; max-width: 66rem; margin: 2rem auto; padding: 0 1rem; color: #1a1a1a; background: #fff }
table { border-collapse: collapse; width: 100%; margin: 1rem 0 }
th, td { text-align: left; vertical-align: top; padding: .3rem .6rem; border-bottom: 1px solid #bbb }
caption { text-align: left; font-weight: bold }
.picture { overflow-x: auto }
@media print { section { break-inside: avoid } }
"""
KINDS = {"breach": "breach", "late": "late", "not_shown": "not shown"}


def rows(heads, body, caption):
    """A table."""
    head = "".join(f'<th scope="col">{escape(word)}</th>' for word in heads)
    lines = "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in line) + "</tr>\n" for line in body)
    return f"<table><caption>{escape(caption)}</caption>\n<thead><tr>{head}</tr></thead>\n<tbody>\n{lines}</tbody></table>\n"


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


def report(imported, found, as_of, lang):
    """The page, as text."""
    heads = ("Case", "Kind", "What", "Item", "Article", "Since", "Until", "By")
    parts = [f'<!DOCTYPE html>\n<html lang="{lang}">\n<head><meta charset="utf-8"><title>Audit as of {as_of}</title>\n<style>{STYLE}</style></head>\n'
             f"<body>\n<h1>{escape(imported.law.title(lang))}</h1>\n",
             f"<p>{escape(imported.path.name)}: {len(imported.cases)} cases, {len(found)} findings as of {as_of}; "
             f"{len(imported.left_out)} rows left out.</p>\n",
             "<p>Pseudonymous personal data: whoever may not see the cases may not see this page.</p>\n",
             rows(("Article", "Says", "Findings"), by_article(imported, found, lang), "By article"),
             rows(heads, (finding_row(*one) for one in found), "By article and date")]
    for number, case in imported.cases.items():
        parts.append(f'<section id="case-{number}"><h2>Case {number}</h2>\n')
        own = [finding_row(*one) for one in found if one[0] == number]
        parts.append(rows(heads, own, "Findings") if own else f"<p>No findings as of {as_of}.</p>\n")
        # All pictures stand on one page: their inner names, which begin with "ombud-", are made the case's own.
        picture = case.render("svg", as_of=as_of, lang=lang)
        picture = picture[picture.index("<svg"):].replace("ombud-", f"ombud-{number}-")
        parts.append(f'<div class="picture">{picture}</div></section>\n')
    if imported.left_out:
        parts.append(rows(("Line", "Case", "Why"), ((told(line), told(case), told(why)) for line, case, why in imported.left_out),
                          "Rows of the export that are in no journal"))
    return "".join(parts) + "</body>\n</html>\n"
