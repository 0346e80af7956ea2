#!/usr/bin/env python3
"""Two journals that differ only in what an audience must not know look the same to it, byte by byte. Speaks TAP.

    test_audience.py [--brief] OMBUD

--brief looks at one language and one day, without it all of them: some minutes.

Each pair is one journal with and without some lines. It is rendered for the audiences named, as text and JSON, in three
languages, on several days; and to those who may know, the two must differ, or the pair would prove nothing.
"""
import pathlib
import subprocess
import sys
import tempfile

BODY, ACCUSED, REPORTER, POINT = "body", "person_concerned", "reporter", "contact_point"
OUTSIDE = ["person_concerned,p7", BODY, "institution", "protected_person,p5"]
# The report is external: neither who handles internal ones, nor the author of another report, is told more than others.
APART = OUTSIDE + ["trust_person,p3", "reporter,p4"]
# Each language on the last day, the first one on days before too.
LOOKS = [("en", "2024-03-06"), ("en", "2024-03-14"), ("en", "2024-07-10"), ("fr", "2024-07-10"), ("nl", "2024-07-10")]

HEAD = """\
law bxl2019
case 71
person p2 contact_point
person p3 trust_person
person p4 reporter
person p5 protected_person
person p6 ombudsman
person p7 person_concerned
person p8 body
item b1
"""
COMMON = """\
2024-03-01  body.established b1 body_kind=listed depends_on=region
2024-03-04  report.received r1 by=p2 channel=external form=written{received}
2024-03-04  report.received r7 by=p3 channel=internal form=written reporter=p4
2024-03-05  breach.suspected br1 lies_within=b1{suspected}
2024-03-05  link r1 concerns br1 by=p2
2024-03-06  breach.classified br1 by=p2 subject_matter=other_matter
2024-03-08  report.acknowledged r1 by=p2
{early}
2024-03-11  report.inquiry_opened r1 by=p2
2024-03-12  access_request.lodged ar1 applicant=p7 about_report=r1
{late}
2024-05-13  report.examined r1 by=p2
"""


def journal(persons="", received="", suspected="", early="", late="", more=""):
    return HEAD + persons + more + COMMON.format(received=received, suspected=suspected, early=early, late=late)


P1 = "person p1 reporter\n"
KNOWN = {"persons": P1, "received": " reporter=p1", "suspected": " suspected_by=p1"}
# name, two journals, audiences to whom they are the same, one to whom they are not
COMPLAINT = """\
2024-03-14  complaint.lodged k1 by=p9 complainant=p9 respondent=b1 form=written
2024-03-15  complaint.taken_up k1 by=p6
2024-03-16  inquiry.opened_on_complaint i1 by=p6 into_complaint=k1 looks_into=b1
"""
PAIRS = [
    ("a known reporter and an anonymous one", journal(**KNOWN),
     journal(early="2024-03-08  fact r1 anonymous=yes unreachable=yes by=p2"), APART, POINT),
    ("one reporter and another", journal(**KNOWN),
     journal(persons="person p9 reporter\n", received=" reporter=p9", suspected=" suspected_by=p9"), APART, POINT),
    ("who reported also handles the report", journal(persons="person p3 reporter\n", received=" reporter=p3",
                                                    late="2024-03-20  report.internal_inquiry_opened r1 by=p3"),
     journal(**KNOWN, late="2024-03-20  report.internal_inquiry_opened r1 by=p3"), OUTSIDE, POINT),
    ("who reported within the body", journal(**KNOWN, more="person p9 reporter\n", late="""\
2024-03-14  report.received r8 by=p3 channel=internal form=written reporter=p9
2024-03-14  fact p9 worker=yes by=p3"""),
     journal(**KNOWN, more="person p10 reporter\n", late="""\
2024-03-14  report.received r8 by=p3 channel=internal form=written reporter=p10
2024-03-14  fact r8 anonymous=yes by=p2"""), ["ombudsman", "ombudsman,p6", POINT, "person_concerned,p7"], "trust_person"),
    ("what the reporter told of themselves", journal(**KNOWN, early="""\
2024-03-08  fact p1 worker=yes by=p2
2024-03-08  fact br1 works_there=yes by=p2
2024-03-08  fact r1 learnt_in_ended_work=yes by=p2
2024-03-08  fact r1 no_acknowledgement_asked=yes by=p1
2024-03-09  report.information_added r1 by=p1"""), journal(**KNOWN), APART, POINT),
    ("a request for the name refused", journal(**KNOWN, late="""\
2024-03-12  identity_request.made id1 by=p8 asks_about=r1 recipient=p8
2024-03-12  fact id1 recipient_authorised=no is_obligation=no by=p2
2024-03-13  identity_request.refused id1 by=p2"""), journal(**KNOWN), APART, POINT),
    ("consent, its limits and a revealing", journal(**KNOWN, late="""\
2024-03-14  fact r1 consent=yes consent_limited=yes by=p1
2024-03-15  fact r1 within_consent=yes recipient_authorised=no by=p2
2024-03-15  report.identity_revealed r1 by=p2 recipient=p8"""), journal(**KNOWN), APART, POINT),
    ("a name that came out", journal(**KNOWN, late="2024-03-15  fact r1 identity_came_out=yes by=p2"),
     journal(**KNOWN), APART, POINT),
    ("protection asked for and placed", journal(**KNOWN, late="""\
2024-03-14  fact p1 worker=yes by=p2
2024-03-14  fact r1 reasonable_grounds=yes by=p2
2024-03-14  report.grounds_confirmed r1 by=p6
2024-03-15  report.protection_asked r1 by=p1
2024-03-16  report.protection_examined r1 by=p6
2024-03-18  report.placed_under_protection r1 by=p6"""), journal(**KNOWN), OUTSIDE, REPORTER),
    ("passed on to another authority", journal(**KNOWN, late="""\
2024-03-14  fact r1 receiver_competent=no by=p2
2024-03-14  transmission.assessed t1 by=p2 passes_on=r1 addressee_competent=yes secure=yes
2024-03-18  transmission.sent t1 by=p2
2024-03-19  transmission.reporter_told t1 by=p2"""), journal(**KNOWN), OUTSIDE + ["reporter,p4"], REPORTER),
    ("a claim of retaliation", journal(**KNOWN, late="""\
2024-03-14  claim.made c1 by=p1 concerns=p1 measure=dismissal manner=direct_act measure_taken=yes
2024-03-20  fact c1 because_of_report=yes work_context=yes by=p6
2024-03-21  claim.protection_opened c1 by=p6"""), journal(**KNOWN), OUTSIDE[:-1], "ombudsman"),
    ("those around the reporter", journal(**KNOWN, late="""\
2024-03-14  link p5 assists p1 by=p2
2024-03-14  fact p5 work_context=yes help_is_confidential=yes by=p2
2024-03-14  link p1 close_to p5 by=p2"""), journal(**KNOWN), OUTSIDE, POINT),
    ("a call and an interview on record", journal(**KNOWN, late="""\
2024-03-14  record.call_taken rec1 by=p2 documents=r1 line=recorded
2024-03-14  fact rec1 record_consented=yes by=p1
2024-03-14  record.call_recorded rec1 by=p2 durable=yes retrievable=yes
2024-03-15  record.interview_requested rec2 by=p1 documents=r1
2024-03-18  record.interview_held rec2 by=p2 documents=r1"""), journal(**KNOWN), APART, REPORTER),
    ("support for the reporter", journal(**KNOWN, late="""\
2024-03-14  support.begun sup1 by=p2 supported=p1
2024-03-15  fact p1 in_proceedings=yes by=p2"""), journal(**KNOWN), [ACCUSED, BODY, "institution"], POINT),
    ("a line struck out", journal(**KNOWN, early="2024-03-09  fact r1 anonymous=yes by=p2",
                                  late="2024-03-15  void 8 by=p2"), journal(**KNOWN), OUTSIDE, None),
    ("a refusal of access of which notice may be held back", journal(**KNOWN, late="""\
2024-03-18  fact ar1 targeted_by_report=yes accords_with_article_38=yes grounds_recorded=yes by=p2
2024-03-18  fact ar1 access_endangers_inquiry=yes notice_endangers_inquiry=yes by=p2
2024-03-18  access_request.refused ar1 by=p2"""), journal(**KNOWN, late="""\
2024-03-18  fact ar1 targeted_by_report=yes accords_with_article_38=yes by=p2"""),
     [ACCUSED, "person_concerned,p7"], "supervisory_authority"),
    ("who looked into the register", journal(**KNOWN, late="""\
2024-03-14  fact p3 authorised_for_register=yes by=p2
2024-03-14  consultation.granted reg1 by=p2 consulted_by=p3"""), journal(**KNOWN), [ACCUSED, "institution"], BODY),
    ("one complainant and another", journal(**KNOWN, more="person p9 complainant\n", late="""\
2024-03-14  complaint.lodged k1 by=p9 complainant=p9 respondent=b1 form=written
2024-03-15  complaint.contact_shown k1 by=p9 contact_day=2024-03-01"""),
     journal(**KNOWN, more="person p10 complainant\n", late="""\
2024-03-14  complaint.lodged k1 by=p10 complainant=p10 respondent=b1 form=written"""),
     ["assemblies", "court_of_audit", "administration", "person_concerned,p7", "complainant,p7"], "ombudsman"),
    ("what came up in an inquiry into a complaint", journal(**KNOWN, more="person p9 complainant\n", late=COMPLAINT + """\
2024-03-17  query.asked q1 by=p6 in_inquiry=i1
2024-03-17  query.period_set q1 by=p6 set_period=P5D
2024-03-18  inquiry.expert_assigned i1 by=p6 expert=p8
2024-03-18  inquiry.finding_on_the_spot i1 by=p6
2024-03-18  inquiry.documents_requested i1 by=p6
2024-04-02  recommendation.made n1 by=p6 rests_on=i1 addressed_to=b1 set_period=P1M
2024-04-02  recommendation.responsible_told n1 by=p6 responsible=minister
2024-04-03  fact k1 manifestly_no_step=yes identity_unknown=no by=p6"""),
     journal(**KNOWN, more="person p9 complainant\n", late=COMPLAINT.rstrip()),
     ["court_of_audit", "contact_point", "reporter,p1", "person_concerned,p7", "complainant,p7"], "administration"),
    ("questions and a recommendation, to who complained", journal(**KNOWN, more="person p9 complainant\n", late=COMPLAINT + """\
2024-03-17  query.asked q1 by=p6 in_inquiry=i1
2024-03-17  query.period_set q1 by=p6 set_period=P5D
2024-04-02  recommendation.made n1 by=p6 rests_on=i1 addressed_to=b1 set_period=P1M"""),
     journal(**KNOWN, more="person p9 complainant\n", late=COMPLAINT.rstrip()), ["complainant,p9"], "ombudsman"),
    ("an offence that came to light", journal(**KNOWN, more="person p9 ombudsman\n", late="""\
2024-03-14  inquiry.opened_on_report i1 by=p9 into_report=r1
2024-03-15  suspicion.found sp1 by=p9 found_in=i1 nature=crime_or_delict
2024-03-16  inquiry.person_heard i1 by=p9 heard=p8"""),
     journal(**KNOWN, more="person p9 ombudsman\n", late="2024-03-14  inquiry.opened_on_report i1 by=p9 into_report=r1"),
     ["assemblies", "administration", "body", "person_concerned,p7"], "ombudsman"),
    ("conduct alleged", journal(**KNOWN, late="""\
2024-03-14  conduct.happened x1 of_person=p1 about_report=r1 act=report_made
2024-03-15  fact x1 falsified=yes by=p6"""), journal(**KNOWN), [ACCUSED, "institution", "protected_person,p5"], BODY),
    ("an anonymous disclosure and its author", journal(**KNOWN, late="""\
2024-03-14  public_disclosure.made d1 by=p1 discloser=p1 follows=r1
2024-03-14  fact d1 anonymous=yes by=p6"""), journal(**KNOWN, late="""\
2024-03-14  public_disclosure.made d1
2024-03-14  fact d1 anonymous=yes by=p6"""), OUTSIDE, POINT),
    ("a name revealed without notice, to its author", journal(**KNOWN, late="""\
2024-03-14  fact r1 recipient_authorised=no is_obligation=yes necessary=yes proportionate=yes in_proceedings=yes by=p2
2024-03-14  fact r1 notice_endangers=yes by=p2
2024-03-15  report.identity_revealed r1 by=p2 recipient=p8"""), journal(**KNOWN), [REPORTER, "reporter,p1"], POINT),
    ("a request of which the author must not learn", journal(**KNOWN, late="""\
2024-03-14  identity_request.made id1 asks_about=r1 recipient=p8
2024-03-14  fact id1 notice_endangers=yes is_obligation=yes by=p2"""), journal(**KNOWN), [REPORTER], POINT),
]

# What the law lets somebody know: a journal, the audience, and what it is told.
TOLD = [
    ("the reporter learns of a revealing that was announced", journal(**KNOWN, late="""\
2024-03-14  fact r1 recipient_authorised=no is_obligation=yes necessary=yes proportionate=yes in_proceedings=yes by=p2
2024-03-14  fact r1 informed_beforehand=yes by=p2
2024-03-15  report.identity_revealed r1 by=p2 recipient=p8"""), REPORTER, "who learns it p8"),
    ("who asked for access learns of a refusal with reasons", journal(**KNOWN, late="""\
2024-03-18  access_request.refused ar1 by=p2"""), "person_concerned,p7", "access refused"),
    ("who acted is known where it tells nothing", journal(**KNOWN), BODY, "contact point (p2)"),
    ("an announced disclosure has an author", journal(**KNOWN, late="""\
2024-03-14  public_disclosure.made d1 by=p9 discloser=p9""", more="person p9\n"), BODY, "p9"),
]

# What somebody asks to do, naming what they may not know of: the name of a pair, a line, who must not be told, who is.
MAY = [
    ("a request for the name refused", "identity_request.refused id1 by=p2", [ACCUSED, BODY, "institution"], POINT),
    ("a request for the name refused", "identity_request.made id1 asks_about=r1 recipient=p8",
     [ACCUSED, BODY, "institution"], POINT),
    ("protection asked for and placed", "report.protection_asked r1 by=p1", OUTSIDE, None),
    ("one reporter and another", "report.acknowledged r1 by=p9", OUTSIDE, POINT),
    ("one reporter and another", "report.received r9 by=p2 channel=external reporter=p9", OUTSIDE, POINT),
    ("a claim of retaliation", "claim.protection_opened c1 by=p6", OUTSIDE[:-1], "ombudsman"),
    ("passed on to another authority", "transmission.sent t1 by=p2", OUTSIDE, REPORTER),
]


def first_differences(one, other):
    pairs = zip(*(text.replace("},{", "},\n{").splitlines() for text in (one, other)))
    return "\n".join(f"{a}\n{b}" for a, b in [(a, b) for a, b in pairs if a != b][:4]) or "one goes on\n" + one[-300:]


class Tests:
    def __init__(self, program, looks):
        self.program, self.looks, self.count, self.failed = program, looks, 0, 0
        self.seen = {}  # many pairs share a journal
        self.folder = tempfile.TemporaryDirectory()

    def render(self, *look):
        if look not in self.seen:
            self.seen[look] = self.run(*look)
        return self.seen[look]

    def run(self, text, audience, day, lang, json):
        path = pathlib.Path(self.folder.name) / "it.case"
        path.write_text(text, encoding="utf-8")
        done = subprocess.run([self.program, "run", str(path), "--for", audience, "--as-of", day, "--lang", lang]
                              + (["--json"] if json else []), capture_output=True, timeout=60, check=False)
        return done.stdout.decode() if done.returncode == 0 else f"status {done.returncode}: {done.stderr.decode()}"

    def may(self, text, audience, line):
        path = pathlib.Path(self.folder.name) / "it.case"
        path.write_text(text, encoding="utf-8")
        done = subprocess.run([self.program, "may", str(path), *line.split(), "--for", audience, "--on", "2024-07-10"],
                              capture_output=True, timeout=60, check=False)
        return f"{done.returncode}\n{done.stdout.decode()}{done.stderr.decode()}"

    def ok(self, what, good, shown=""):
        self.count += 1
        self.failed += not good
        print(f"{'ok' if good else 'not ok'} {self.count} - {what}")
        if not good:
            print("\n".join("# " + line for line in shown.splitlines()[:30]))

    def pair(self, what, one, other, audiences, knowing):
        for audience in audiences:
            for json in (False, True):
                bad = ""
                for lang, day in self.looks:
                    a, b = (self.render(text, audience, day, lang, json) for text in (one, other))
                    if (a != b or a.startswith("status")) and not bad:
                        bad = f"{lang} {day}\n" + first_differences(a, b)
                self.ok(f"{what}: the same for {audience}, {'JSON' if json else 'text'}", not bad, bad)
        if knowing:
            a, b = (self.render(text, knowing, "2024-07-10", "en", False) for text in (one, other))
            self.ok(f"{what}: not the same for {knowing}", a != b and not a.startswith("status"), a)


def main():
    brief = sys.argv[1:2] == ["--brief"]
    if len(sys.argv) != 2 + brief:
        raise SystemExit(__doc__)
    t = Tests(sys.argv[-1], LOOKS[2:3] if brief else LOOKS)
    for pair in PAIRS:
        t.pair(*pair)
    journals = {what: (one, other) for what, one, other, *_ in PAIRS}
    for what, line, audiences, knowing in MAY:
        for audience in [*audiences, *[knowing] * (knowing is not None)]:
            a, b = (t.may(text, audience, line) for text in journals[what])
            same = audience != knowing
            t.ok(f"{what}: may {line}: {'' if same else 'not '}the same for {audience}", (a == b) == same, f"{a}{b}")
    for what, text, audience, told in TOLD:
        shown = t.render(text, audience, "2024-07-10", "en", False)
        t.ok(f"{what}: {audience}", told in shown and not shown.startswith("status"), shown)
    print(f"1..{t.count}")
    return t.failed != 0


if __name__ == "__main__":
    sys.exit(main())
