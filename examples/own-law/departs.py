"""The house's rules and the tightened law, from Python; departs.lua prints the same. Run in this folder."""
from datetime import date
from pathlib import Path

import ombud

here = Path(__file__).resolve().parent

# A law of one's own is a text like any other.
house = ombud.Law((here / "house.law").read_text(encoding="utf-8"))
case = ombud.Case(house, "since house_rules 2026-09-01", number=17)
case.person("p1", "reporter")
case.person("p2", "handler")
case.apply("report.received", "r1", on=date(2026, 9, 7), by="p2", reporter="p1")
verdict = case.may("report.closed_as_minor", "r1", on=date(2026, 9, 8), by="p2", reader_involved=False)
print(verdict.word, verdict.because)
for finding in case.findings(as_of=date(2026, 9, 14)):
    print(finding.kind.value, finding.name, finding.since, finding.provision)

# Settings tighten the law, with its article.
case = ombud.Case("bxl2019", (here / "house.settings").read_text(encoding="utf-8"), number=17)
case.person("p1", "reporter")
case.person("p2", "contact_point")
case.apply("report.received", "r1", on=date(2026, 9, 7), by="p2", reporter="p1", channel="external", form="written")
for duty in case.duties():
    if duty.name == "acknowledge":
        print(duty.name, duty.due, duty.provision)

# They never loosen it.
try:
    ombud.Settings(ombud.law("bxl2019"), (here / "too-long.settings").read_text(encoding="utf-8"))
except ombud.OmbudError as refused:
    print(refused.line, refused.excerpt)
