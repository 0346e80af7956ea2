/*
 * The reference of the benchmark: the report machine of bxl2019 written out by hand, as one would who needs nothing but
 * reports, under the readings a host gets that sets nothing: art. 15 § 2 (the internal channel), § 4, art. 15/1 § 4
 * (what a public disclosure waits for), 15/3 § 1 (register and archive) and 15/4 § 2 1° (what is explained). Left out,
 * since the journals hold none of it: §§ 5 to 7, who the reporter is and what is told of them. It reads the same acts
 * and loads as the fold; only the numbers of the names are its own.
 */
#ifndef OMBUD__HAND_H
#define OMBUD__HAND_H

#include "kernel/matter.h"

/* Events of a report; the order is the law's. */
enum {
    HAND_RECEIVED,
    HAND_ACKNOWLEDGED,
    HAND_EXTENSION_JUSTIFIED,
    HAND_FEEDBACK_GIVEN,
    HAND_INFORMATION_REQUESTED,
    HAND_INFORMATION_ADDED,
    HAND_EXAMINED,
    HAND_PROTECTION_EXAMINED,
    HAND_INQUIRY_OPENED,
    HAND_INQUIRY_CONCLUDED,
    HAND_MEASURE_TAKEN,
    HAND_MEASURES_COMMUNICATED,
    HAND_RESULT_COMMUNICATED,
    HAND_FURTHER_INQUIRY_NEEDED,
    HAND_TRANSMITTED,
    HAND_CLOSED_AS_MINOR,
    HAND_CLOSED_AS_REPETITIVE,
    HAND_CLOSED_AFTER_RESULT,
    HAND_CLOSURE_NOTIFIED,
    HAND_REOPENED,
    HAND_ACCESS_GIVEN,
    HAND_INTERNALLY_ACKNOWLEDGED,
    HAND_INTERNAL_INQUIRY_OPENED,
    HAND_INTERNAL_FEEDBACK_GIVEN,
    HAND_APPROPRIATE_MEASURE,
    HAND_REGISTERED,
    HAND_INTERNALLY_REGISTERED,
    HAND_CLOSED_INTERNALLY,
    HAND_DELETED,
    HAND_PROTECTION_EXPLAINED,
    HAND_EVENTS
};

/* Facts; those before FIRST_ASSESSMENT are no where nothing is recorded. */
enum {
    HAND_NO_ACKNOWLEDGEMENT_ASKED,
    HAND_ACKNOWLEDGEMENT_ENDANGERS,
    HAND_JUDICIAL_INVESTIGATION,
    HAND_ANONYMOUS,
    HAND_UNREACHABLE,
    HAND_CLOSURE_REASONS_GIVEN,
    HAND_MEASURE_REASONS_GIVEN,
    HAND_MINOR_CLOSURE,
    HAND_NEEDED_IN_PROCEEDINGS,
    HAND_FIRST_ASSESSMENT,
    HAND_FOLLOWED_UP = HAND_FIRST_ASSESSMENT,
    HAND_MINOR,
    HAND_SIGNIFICANT_NEW_INFORMATION,
    HAND_NEW_ELEMENTS_JUSTIFY,
    HAND_READER_AUTHORISED,
    HAND_REASONABLE_GROUNDS,
    HAND_GROUNDS_AT_REPORT,
    HAND_FACTS
};

enum { HAND_INTERNAL = 1, HAND_EXTERNAL, HAND_WRITTEN, HAND_ORAL, HAND_CHOICES };
enum { HAND_REPORTER = 1, HAND_REPEATS, HAND_READER, HAND_LINKS };
enum { HAND_NEW, HAND_IS_RECEIVED, HAND_IS_EXAMINED, HAND_IS_CLOSED, HAND_STATES };
/* Those before DATED have a last day, duties or not: the others have none and end only by an act. */
enum {
    HAND_ACKNOWLEDGE,
    HAND_FEEDBACK,
    HAND_EXTERNAL_MEASURE,
    HAND_ARCHIVE,
    HAND_DATED,
    HAND_FOLLOW_UP = HAND_DATED,
    HAND_FINAL_RESULT,
    HAND_TRANSMISSION,
    HAND_CLOSURE_NOTICE,
    HAND_MEASURES_NOTICE,
    HAND_REGISTRATION,
    HAND_PROTECTION_NOTICE,
    HAND_INTERNAL_ACKNOWLEDGEMENT,
    HAND_INTERNAL_FEEDBACK,
    HAND_INTERNAL_MEASURE,
    HAND_TERMS
};
/* Roles, as bits. */
enum { HAND_BY_REPORTER = 1, HAND_BY_CONTACT_POINT = 2, HAND_BY_OMBUDSMAN = 4, HAND_BY_TRUST_PERSON = 8 };

typedef struct hand_report {
    uint32_t known, yes;                  /* facts */
    uint32_t reporters, repeats, readers; /* members, as bits */
    int32_t received, feedback_start, measure_start, due[HAND_DATED];
    int32_t next;               /* the earliest of those that still run */
    uint8_t status[HAND_TERMS]; /* ombud_term_status, OVERDUE and EXPIRED included */
    uint32_t late;              /* terms whose last day has passed, as bits */
    uint8_t state, channel, form;
} hand_report;

enum { HAND_MEMBERS = 5 };
typedef struct hand_case {
    hand_report report[HAND_MEMBERS]; /* by member; persons leave theirs unused */
    uint8_t roles[HAND_MEMBERS];
    uint32_t findings;
} hand_case;

/* Makes a case anew whose members hold these roles; members from `first_report` on are reports. */
void hand_begin(hand_case *c, const uint8_t *roles, int first_report);
void hand_act(hand_case *c, const ombud__act *act, const ombud__load *loads);
/* Time alone, up to the end of a day. */
void hand_settle(hand_case *c, int first_report, int32_t day);

/* The verdict on an event as things stand: ombud_ruling. */
int hand_may(const hand_case *c, uint16_t item, int event, uint8_t roles, int named);

/* What stands in the way, as bits: a fact that should be otherwise, the state, the role, a result that is not
 * communicated, a report to repeat, the channel. */
enum {
    HAND_LACKS_STATE = 1 << 16,
    HAND_LACKS_ROLE = 1 << 17,
    HAND_LACKS_RESULT = 1 << 18,
    HAND_LACKS_LINK = 1 << 19,
    HAND_LACKS_TIME = 1 << 20,
    HAND_LACKS_CHANNEL = 1 << 21
};
uint32_t hand_why(const hand_case *c, uint16_t item, int event, uint8_t roles, int named);

/* A due day in the plain way: month lengths from a table, a loop over no days. */
int32_t hand_due(int32_t start, int32_t count, int32_t unit);

#endif
