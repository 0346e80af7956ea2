#!/usr/bin/env python3
"""How the pictures and calendars of the command line program come out. Speaks TAP.

    test_pictures.py OMBUD [--update]

Pictures are well-formed, self-contained, and no text lies on another or leaves the page, measured with a font of the system;
calendars keep to RFC 5545; graphs are drawn by Graphviz where it is there; scenarios that `boundaries` writes hold.
--update writes the golden files from what comes out; look at them before keeping them.
"""
import pathlib
import re
import shutil
import struct
import subprocess
import sys
import xml.dom.minidom

from program import Tests

LATE = "examples/cases/late-acknowledgement.case"
CASES = [("examples/cases/late-acknowledgement.case", []), ("examples/cases/closed-as-minor.case", []),
         ("examples/cases/feedback-extended.case", []), ("examples/cases/late-entry.case", []),
         ("examples/cases/two-readings.case", ["from_receipt"])]
WIDE = [("examples/cases/plan-two-years.case", []), ("examples/cases/trust-persons.case", [])]
SALT = "sixteen bytes or more"
FONT = "/usr/share/fonts/truetype/dejavu/DejaVuSans{}.ttf"

# A law and a case of our own in which every mark and every bar occurs: what is drawn of them changes only with the drawing.
TINY_LAW, TINY_CASE = ((pathlib.Path(__file__).parent / f"every-mark.{kind}").read_text(encoding="utf-8") for kind in ("law", "case"))


# ---- SVG -----------------------------------------------------------------------------------------------------------------

class Font:
    """Advance widths out of a TrueType file; without the file a generous guess."""

    def __init__(self, path):
        self.known = {}
        self.data = pathlib.Path(path).read_bytes() if pathlib.Path(path).exists() else None
        if self.data:
            self.read()

    def at(self, form, offset):
        return struct.unpack_from(">" + form, self.data, offset)

    def read(self):
        tables = {}
        for i in range(self.at("H", 4)[0]):
            tag, _, offset, _ = self.at("4sIII", 12 + 16 * i)
            tables[tag.decode()] = offset
        self.unit, metrics = self.at("H", tables["head"] + 18)[0], self.at("H", tables["hhea"] + 34)[0]
        cmap = tables["cmap"]
        for i in range(self.at("H", cmap + 2)[0]):
            sub = cmap + self.at("HHI", cmap + 4 + 8 * i)[2]
            if self.at("H", sub)[0] == 4:
                break
        count = self.at("H", sub + 6)[0] // 2
        for i in range(count):
            end, start = self.at("H", sub + 14 + 2 * i)[0], self.at("H", sub + 16 + 2 * (count + i))[0]
            delta, place = self.at("H", sub + 16 + 2 * (2 * count + i))[0], sub + 16 + 2 * (3 * count + i)
            offset = self.at("H", place)[0]
            for char in range(start, min(end, 0xFFFE) + 1):
                glyph = (char + delta) & 0xFFFF
                if offset:
                    glyph = self.at("H", place + offset + 2 * (char - start))[0]
                    glyph = (glyph + delta) & 0xFFFF if glyph else 0
                self.known[chr(char)] = self.at("H", tables["hmtx"] + 4 * min(glyph, metrics - 1))[0]

    def width(self, text, size):
        return sum(self.known.get(char, self.unit) for char in text) * size / self.unit if self.data else len(text) * size * 0.6


FONTS = [Font(FONT.format("")), Font(FONT.format("-Bold"))]


def boxes(picture):
    """(left, top, right, bottom, text) of each text that is drawn."""
    for node in picture.getElementsByTagName("text"):
        text, size = "".join(child.data for child in node.childNodes), float(node.getAttribute("font-size"))
        x, y = float(node.getAttribute("x")), float(node.getAttribute("y"))
        width = FONTS[node.getAttribute("font-weight") == "bold"].width(text, size)
        left = x - {"": 0, "middle": width / 2, "end": width}[node.getAttribute("text-anchor")]
        yield left, y - 0.76 * size, left + width, y + 0.2 * size, text


def overlaps(all_boxes):
    for i, a in enumerate(all_boxes):
        for b in all_boxes[i + 1:]:
            if a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]:
                yield a[4], b[4]


def is_self_contained(picture, text):
    names = {node.tagName for node in picture.getElementsByTagName("*")}
    urls = re.findall(r"(?:https?:|data:|//)[^\"'\s]*", text.replace('xmlns="http://www.w3.org/2000/svg"', ""))
    return not names & {"script", "image", "foreignObject", "style", "use", "a", "font"} and not urls and "href" not in text


def picture(t, what, *arguments):
    text = t.good("timeline", *arguments)
    try:
        document = xml.dom.minidom.parseString(text)
    except Exception as fault:
        t.ok(f"{what}: well-formed", False, f"{fault}\n{text[:2000]}")
        return "", None
    root = document.documentElement
    wide, high = float(root.getAttribute("width")), float(root.getAttribute("height"))
    found = list(boxes(document))
    outside = [box for box in found if box[0] < 0 or box[2] > wide or box[1] < 0 or box[3] > high]
    t.ok(f"{what}: well-formed, a title and a description, nothing from outside",
         is_self_contained(document, text) and root.getAttribute("role") == "img"
         and all(document.getElementsByTagName(tag)[0].firstChild.data.strip() for tag in ("title", "desc")), text[:2000])
    t.ok(f"{what}: {len(found)} texts, none on another", len(found) > 10 and not list(overlaps(found)), list(overlaps(found)))
    t.ok(f"{what}: none leaves the page", not outside, outside)
    return text, document


def timelines(t):
    for name, more in CASES + WIDE:
        for lang in ("en", "fr", "nl"):
            picture(t, f"{pathlib.Path(name).stem} in {lang}", name, *more, "--lang", lang)
    for day in ("2026-02-02", "2026-02-05", "2026-05-03", "2027-01-10", "2036-07-01", "2500-01-01", "9999-12-31"):
        picture(t, f"late-acknowledgement as of {day}", LATE, "--as-of", day, "--lang", "nl")
    tiny = (t.file("tiny.case", TINY_CASE), "--law", t.file("tiny.law", TINY_LAW))
    for day in ("2026-01-05", "2026-01-17", "2027-01-17", "2046-01-17"):
        text, _ = picture(t, f"every mark, as of {day}", *tiny, "--as-of", day)
        if day == "2026-01-17":
            t.golden("timeline.svg", text)
    text, document = picture(t, "the case of the manual", LATE, "--as-of", "2026-05-03")
    words = [box[4] for box in boxes(document)]
    for wanted in ("as of 3 May", "r1 acknowledge receipt", "met late, 11 Feb · due 9 Feb", "overdue 1 day · due 2 May",
                   "contact point → reporter · Art. 15, § 4, al. 4, 1°", "r1 give feedback: overdue", "no last day"):
        t.ok(f"it says `{wanted}`", wanted in words, words)
    t.ok("what is overdue is hatched, not only coloured", text.count("url(#ombud-past)") >= 3, text.count("url(#ombud-past)"))
    bars = [(float(bar.getAttribute("x")), float(bar.getAttribute("width"))) for bar in document.getElementsByTagName("rect")
            if bar.getAttribute("fill") == "#5b84b1" and bar.getAttribute("width") != "30"]
    # From the middle of 2 February to the end of 3 May are 90.5 days; to the end of 2 May one less.
    t.ok("bars are as long as their days", len(bars) >= 2 and bars[0][0] == bars[1][0]
         and abs(bars[1][1] / bars[0][1] - 89.5 / 90.5) < 0.001, bars)
    red = [line for line in document.getElementsByTagName("line") if line.getAttribute("stroke") == "#a4271b"]
    t.ok("no line of a finding is all but hidden by its mark", all(abs(float(line.getAttribute("x2")) - float(line.getAttribute("x1"))) > 12
                                                                   for line in red if line.getAttribute("y1") == line.getAttribute("y2")))
    _, years = picture(t, "several years", "examples/cases/plan-two-years.case", "--lang", "fr")
    words = [box[4] for box in boxes(years)]
    t.ok("of several years the day asked about names its own", "au 2 janv. 2025" in words and "as of 3 May 2026" not in words, words)
    t.ok("a day of the year is not so many years later", not any("0 an" in word for word in words), words)
    t.ok("the same bytes twice", text == t.good("timeline", LATE, "--as-of", "2026-05-03"))
    place = str(pathlib.Path(t.folder.name) / "out.svg")
    t.ok("--out writes the same", t.good("timeline", LATE, "--as-of", "2026-05-03", "--out", place) == "" and pathlib.Path(place).read_text() == text)
    for what, arguments, err in (("a file that cannot be written", (LATE, "--out", "/nowhere/x.svg"), "cannot be written"),
                                 ("several scenarios", ("examples/cases/two-readings.case",), "from_the_acknowledgement"),
                                 ("an unknown scenario", (LATE, "nonsense"), "there is no scenario 'nonsense'"),
                                 ("no file", (), "a file is wanted")):
        code, out, said = t.run("timeline", *arguments)
        t.ok(f"timeline: {what}", code == 2 and not out and err in said, said)


# ---- calendars -----------------------------------------------------------------------------------------------------------

def fnv1a(start, data):
    for byte in data:
        start = (start ^ byte) * 1099511628211 % 2**64
    return start


def uid(salt, *parts):
    data = salt.encode() + "\n".join(map(str, parts)).encode() + salt.encode()
    return "".join(f"{fnv1a(start, data):016x}" for start in (14695981039346656037, 0x6C62272E07BB0142)) + "@example.org"


def entries(text):
    """The properties of each VEVENT, alarms left out."""
    lines = re.sub("\r\n[ \t]", "", text).split("\r\n")
    found, inside = [], []
    for line in lines:
        name, _, value = line.partition(":")
        inside = inside + [value] if name == "BEGIN" else inside[:-1] if name == "END" else inside
        if line == "BEGIN:VEVENT":
            found.append({})
        elif inside == ["VCALENDAR", "VEVENT"] and name not in ("BEGIN", "END"):
            found[-1][name] = value
    return found


def calendars(t):
    calendar = ("calendar", LATE, "--domain", "example.org", "--salt", SALT)
    text = t.good(*calendar, "--as-of", "2026-03-01")
    t.golden("calendar.ics", text)
    found = entries(text)
    t.ok("one entry, of the duty with a last day", len(found) == 1 and found[0]["DTSTART;VALUE=DATE"] == "20260502"
         and found[0]["DTEND;VALUE=DATE"] == "20260503" and found[0]["DTSTAMP"] == "20260301T000000Z", found)
    t.ok("it says nothing", found[0]["CLASS"] == "CONFIDENTIAL" and found[0]["SUMMARY"] == "Last day of a duty" and "CATEGORIES" not in text
         and "DESCRIPTION" not in text and not re.search("feedback|bxl|r1|Art|report", text), text)
    t.ok("its name is salt and duty, hidden", found[0]["UID"] == uid(SALT, "bxl2019", 1, "r1", "feedback", "2026-02-02", 0), found)
    later = entries(t.good(*calendar, "--as-of", "2026-05-03"))
    t.ok("the name stays when days pass; an overdue duty stays in the calendar", [e["UID"] for e in later] == [found[0]["UID"]], later)
    other = entries(t.good("calendar", LATE, "--domain", "example.org", "--salt", SALT + "x", "--as-of", "2026-03-01"))
    t.ok("another salt, another name", other[0]["UID"] != found[0]["UID"], other)
    extended = ("calendar", "examples/cases/feedback-extended.case", "--domain", "example.org", "--salt", SALT)
    before, after = (entries(t.good(*extended, "--as-of", day))[-1] for day in ("2026-04-19", "2026-04-20"))
    t.ok("an extension moves the entry it had", before["UID"] == after["UID"] and (before["SEQUENCE"], after["SEQUENCE"]) == ("0", "1")
         and (before["DTSTART;VALUE=DATE"], after["DTSTART;VALUE=DATE"]) == ("20260502", "20260802"), (before, after))
    for lang in ("en", "fr", "nl"):
        text = t.good(*calendar, "--as-of", "2026-05-03", "--detailed", "--alarm", "7", "--lang", lang)
        lines = text.split("\r\n")
        t.ok(f"in {lang}: lines end with CR LF and have at most 75 octets, folded between characters", lines[-1] == "" and "\n" not in
             "".join(lines) and max(len(line.encode()) for line in lines) <= 75 and any(line.startswith(" ") for line in lines), lines)
        t.ok(f"in {lang}: begun is ended", [line[6:] for line in lines if line.startswith("BEGIN:")]
             == ["VCALENDAR", "VEVENT", "VALARM"] and "TRIGGER:-P7D" in lines, lines)
        detail = entries(text)[0]
        t.ok(f"in {lang}: told in full when asked, commas escaped", "Art. 15\\, § 4\\, al. 4\\, 3°" in detail["SUMMARY"]
             and re.search(r"(?<!\\)[,;]", detail["DESCRIPTION"]) is None, detail)
        verified = {"en": "16 October 2024", "fr": "16 octobre 2024", "nl": "16 oktober 2024"}[lang]
        t.ok(f"in {lang}: up to which day the wording was verified", verified in detail["DESCRIPTION"], detail)
    for what, arguments, err in (("no domain", ("--salt", SALT), "--domain is missing"), ("no salt", ("--domain", "example.org"), "--salt is missing"),
                                 ("a short salt", ("--domain", "example.org", "--salt", "short"), "at least 16 bytes"),
                                 ("a domain that is none", ("--domain", "a b", "--salt", SALT), "needs a domain"),
                                 ("an alarm that is none", ("--domain", "example.org", "--salt", SALT, "--alarm", "400"), "1 to 365")):
        code, out, said = t.run("calendar", LATE, *arguments)
        t.ok(f"calendar: {what}", code == 2 and not out and err in said, said)


# ---- graphs --------------------------------------------------------------------------------------------------------------

def graphs(t):
    t.golden("draw.dot", t.good("draw", "tiny", "--law", t.file("tiny.law", TINY_LAW)))
    text = t.good("draw", "bxl2019", "report")
    t.ok("an edge says event, who and article",
         '"report." -> "report.received" [label="report received\\l  contact point, trust person for integrity\\l  Art. 15' in text, text[:3000])
    t.ok("a term says for how long and by what it is met", "at most 7 days\\lmet by: receipt acknowledged\\lArt. 15, § 4, al. 4, 1°" in text, text[-3000:])
    t.ok("an item alone, or all", "cluster_report" in text and "cluster_procedure" not in text and "cluster_procedure" in t.good("draw", "bxl2019"))
    t.ok("the same bytes twice", text == t.good("draw", "bxl2019", "report"))
    for what, arguments, err in (("an unknown item", ("bxl2019", "reprot"), "no items"), ("an unknown law", ("nowhere",), "there is no law"),
                                 ("no law", (), "a law is wanted")):
        code, out, said = t.run("draw", *arguments)
        t.ok(f"draw: {what}", code == 2 and not out and err in said, said)
    if not shutil.which("dot"):
        print("# Graphviz is not there: no graph was drawn")
        return
    for lang in ("en", "fr", "nl"):
        graph = t.good("draw", "bxl2019", "--lang", lang)
        done = subprocess.run(["dot", "-Tsvg"], input=graph.encode(), capture_output=True, timeout=120)
        t.ok(f"Graphviz draws it in {lang}", done.returncode == 0 and done.stdout.count(b'class="node"') > 10
             and b"rror" not in done.stderr, done.stderr.decode())


# ---- boundaries ----------------------------------------------------------------------------------------------------------

def boundaries(t):
    for name, _ in CASES:
        text = t.good("boundaries", name)
        place = pathlib.Path(t.folder.name) / "made.case"
        place.write_text(text)
        code, out, err = t.run("check", str(place))
        wanted = len(re.findall(r"^\s+expect ", text, re.M))
        t.ok(f"{name}: what is written holds ({wanted})", wanted > 0 and code == 0 and f"{wanted} passed, 0 failed" in out, out + err + text)
    law, case = t.file("tiny.law", TINY_LAW), t.file("tiny.case", TINY_CASE)
    text = t.good("boundaries", case, "--law", law)
    t.golden("boundaries.case", text)
    # What was written, put behind the file, leaves nothing to write: it is asked of the same journal, uncut.
    found = re.findall(r"on (\S+)\n\s+expect (duty|term) (\S+) (\S+) ", text)
    whole = t.file("whole.case", TINY_CASE + "".join(f"on {on}\n  expect {sort} {name} {item} open\n" for on, sort, name, item in found))
    done = t.good("boundaries", whole, "--law", law, "--as-of", "2026-01-12")
    t.ok("nothing is missing then", done == "law tiny\n# nothing is missing: each last day has expectations on it, the day before and "
         "the day after\n", done)
    text = t.good("boundaries", LATE)
    # The file asks about the last days of these two and the days after.
    found = [row for row in re.findall(r"on (\S+)\n\s+expect (?:duty|term) (\S+) r1 (\S+)", text) if row[1] in ("acknowledge", "feedback")]
    t.ok("only the days that are missing", found == [("2026-02-08", "acknowledge", "open"), ("2026-05-01", "feedback", "open")], text)
    text = t.good("boundaries", "examples/cases/feedback-extended.case")
    t.ok("a duty met in time is let run over its last day", "on 2026-02-10\n    expect duty acknowledge r1 overdue due=2026-02-09" in text
         and "every" not in text and text.count("# generated: read before you keep it") == text.count("\nscenario "), text)
    t.ok("a setting of a scenario goes with it", "set reading Q-02 seven_days" in t.good("boundaries", "examples/cases/two-readings.case"))
    code, out, said = t.run("boundaries")
    t.ok("boundaries: no file", code == 2 and "exactly one file" in said, said)


def main():
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    t = Tests(str(pathlib.Path(sys.argv[1]).resolve()), "--update" in sys.argv)
    timelines(t)
    calendars(t)
    graphs(t)
    boundaries(t)
    print(f"1..{t.count}")
    return 1 if t.failed else 0


if __name__ == "__main__":
    sys.exit(main())
