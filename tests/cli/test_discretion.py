#!/usr/bin/env python3
"""Journals of the order of 2000 and of the plan that differ only in what an audience must not know look the same to it, byte by byte.
Speaks TAP. Pairs of the joint decree are in test_audience.py, from which the looking is taken.

    test_discretion.py OMBUD
"""
import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))
from test_audience import Tests

LOOKS = [("en", "2001-02-14"), ("en", "2022-03-05"), ("en", "2024-07-10"), ("fr", "2024-07-10"), ("nl", "2024-07-10")]

# ---- the order of 2000: discretion (art. 5 § 1 al. 2), the inquiry in the strictest confidentiality (art. 6 al. 1, 1°) ------------------

ORDER = """\
law fwb2000
set since publication 2000-10-02
case 72
person p1 complainant
person p2 accused
person p3 trust_person
person p4 secretary_general
person p5 victim
person p6
person p7 disciplinary_authority
2001-02-01  conduct.occurred c1 author=p2 victim=p5 towards=colleague author_status=statutory
"""
TOLD = "2001-02-05  complaint.told_to_trust_service k1 of_conduct=c1\n"
# Told to a superior first, it is there for everybody; told to the trust service alone, it is not.
BEGUN = ORDER + "2001-02-04  complaint.told_to_superior k1 which_superior=of_the_author\n"
NAMED = "2001-02-05  complaint.told_to_trust_service k1 complainant=p1 accused=p2 of_conduct=c1\n"
NEEDED = "2001-02-06  complaint.inquiry_found_needed k1 by=p3 tells_harassment=yes\n"
INQUIRY = NEEDED + "2001-02-12  complaint.inquiry_opened k1 by=p3\n"
HEARD = INQUIRY + """\
2001-02-13  complaint.accused_informed k1 by=p3 nature_told=yes
2001-02-14  complaint.accused_assistant_named k1 by=p2 accused_assistant=p6
2001-02-15  complaint.accused_answered k1 by=p2
2001-02-16  complaint.act_of_inquiry k1 by=p3 denounced=yes
2001-02-17  complaint.content_told k1 by=p3 recipient_has_part=no
"""
# Art. 5, § 2, al. 2: "seulement si la personne victime [...] le demande". It is whom the facts complained of hurt (links of_conduct, victim: p5) who
# asks for that, not who denounced them (p1).
CLOSED = HEARD + """\
2001-03-12  complaint.inquiry_closed k1 by=p3
2001-03-13  complaint.result_told_to_complainant k1 by=p3
2001-03-13  complaint.result_told_to_accused k1 by=p3
2001-03-14  complaint.submission_requested k1 by=p5 request_of_the_victim=yes
2001-03-15  complaint.report_submitted k1 by=p3 recipient=other_superior
"""
ADVICE = """\
2001-02-06  consultation.advice_asked q1 by=p1 complainant=p1
2001-02-07  consultation.advice_given q1 by=p3
2001-02-08  consultation.help_asked q1 by=p1 complainant=p1 suffered=c1
2001-02-09  consultation.help_given q1 by=p5
2001-02-10  consultation.resolution_contributed q1 by=p3 route=informal
"""
HEADS = ["secretary_general", "secretary_general,p4", "body", "disciplinary_authority"]

# Those of them who may not proceed against the author.
AGENTS = HEADS[:3]
STATED = ["needs_inquiry", "found_needed", "tells_harassment", "tells_connected_facts", "told_to_service", "submission_was_requested", "request_of_the_victim", "nature_told",
          "content_told_in_full", "denounced", "of_private_life", "recipient_has_part"]


def stated(fact, value):
    return f"2001-02-06  fact k1 {fact}={value} by=p3\n"


# ---- the plan: victim cells (F3), the case consultation (F5) ------------------------------------------------------------------------------

PLAN = """\
law pgsp2124
case 73
person p1 police_zone
person p2 officer
person p3 partner
person p4 partner
person p5 victim
person p6 safe_brussels
person p7 prosecutor
2022-02-01  victim_file.opened vf1 by=p1 entry=reception_desk zone=midi{hurt}
{file}2022-03-01  protocol.drafted pr1 by=p6
2022-03-02  protocol.approved pr1 by=p7
2022-03-02  family_case.brought fc1 by=p3{family}
2022-03-03  family_case.consultation_begun fc1 by=p6 under=pr1
2022-03-04  sharing.shared sh1 by=p3 sector=social_sector{shared}
"""


def plan(hurt="", file="", family="", shared=""):
    return PLAN.format(hurt=hurt, file=file, family=family, shared=shared)


OTHERS = ["professional", "municipality", "association", "perpetrator"]
FAMILY = " children_involved=yes actor_at_limits=yes safety_not_guaranteed=yes"

# name, two journals, audiences to whom they are the same, one to whom they are not
PAIRS = [
    ("who complained of whom", BEGUN + NAMED, BEGUN + TOLD, HEADS, "trust_person"),
    ("one accused and another", BEGUN + NAMED, BEGUN + NAMED.replace("accused=p2", "accused=p6"), HEADS, "complainant"),
    ("an inquiry was found necessary", BEGUN + NAMED + NEEDED, BEGUN + NAMED, HEADS, "accused"),
    ("an inquiry runs", BEGUN + NAMED + INQUIRY, BEGUN + NAMED, HEADS, "accused"),
    ("the accused was heard, and a secret got out", BEGUN + NAMED + HEARD, BEGUN + NAMED, HEADS, "trust_person"),
    ("the inquiry is over, and its report went astray", BEGUN + NAMED + CLOSED, BEGUN + NAMED, HEADS, "victim"),
    ("it was told to the trust service", ORDER + NAMED, ORDER, HEADS, "accused"),
    ("told to it after a superior", BEGUN + NAMED, BEGUN, HEADS, "complainant"),
    ("who did it", ORDER, ORDER.replace("author=p2", "author=p6"), AGENTS, "employer"),
    ("whom it hurt", ORDER, ORDER.replace("victim=p5", "victim=p6"), AGENTS, "disciplinary_authority"),
    *[(f"stated of a complaint: {fact}", BEGUN + stated(fact, "yes"), BEGUN + stated(fact, "no"), HEADS, "trust_person")
      for fact in STATED],
    ("somebody came for advice and help", ORDER + NAMED + ADVICE, ORDER + NAMED, [*HEADS, "accused", "accused,p2"], "trust_person"),
    ("came for advice without a complaint", ORDER + ADVICE, ORDER, [*HEADS, "accused", "accused,p2"], "victim"),
    ("which victim it is", plan(hurt=" hurt=p5"), plan(), OTHERS, "eva_officer"),
    ("what was done to the victim", plan(hurt=" hurt=p5", file="2022-02-02  fact vf1 sexual_or_family_violence=yes by=p1\n"), plan(hurt=" hurt=p5"), OTHERS, "officer"),
    ("what a family goes through", plan(family=FAMILY), plan(), OTHERS, "partner"),
    ("of which family it was spoken", plan(shared=" in_case=fc1"), plan(), OTHERS, "prosecutor"),
    ("with whom it was shared", plan(shared=" shared_with=p4"), plan(shared=" shared_with=p5"), OTHERS, "safe_brussels"),
]


def main():
    if len(sys.argv) != 2:
        raise SystemExit(__doc__)
    t = Tests(sys.argv[1], LOOKS)
    for pair in PAIRS:
        t.pair(*pair)
    print(f"1..{t.count}")
    return t.failed != 0


if __name__ == "__main__":
    sys.exit(main())
