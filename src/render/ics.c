/*
 * The calendar face: RFC 5545, one all-day entry for each duty that is open or overdue and has a last day. An entry
 * names neither the case nor the duty unless the host asks for it: calendars are shared more widely than files.
 */
#include "kernel/error.h"
#include "render/scene.h"

/* A content line is folded so that no physical line has more than 75 octets, the blank of a continuation included. */
enum { FOLD_AT = 75 };

typedef struct calendar {
    ombud__scene *scene;
    size_t column; /* octets of the physical line so far */
} calendar;

static size_t char_length(const char *text, size_t left)
{
    size_t length = 1;
    while (length < left && ((unsigned char)text[length] & 0xC0u) == 0x80u)
        length++;
    return length;
}

/* Bytes of a content line, folded between characters. */
static void put(calendar *to, ombud_view text)
{
    for (size_t i = 0; i < text.len;) {
        size_t length = char_length(text.ptr + i, text.len - i);
        if (to->column + length > FOLD_AT) {
            ombud__render_z(&to->scene->out, "\r\n ");
            to->column = 1;
        }
        ombud__render_bytes(&to->scene->out, text.ptr + i, length);
        to->column += length;
        i += length;
    }
}

static void put_z(calendar *to, const char *z)
{
    put(to, ombud_view_of(z));
}

/* A value of type TEXT (RFC 5545, 3.3.11). */
static void put_text(calendar *to, ombud_view text)
{
    for (size_t i = 0; i < text.len;) {
        ombud_view piece = {text.ptr + i, char_length(text.ptr + i, text.len - i)};
        switch (*piece.ptr) {
        case '\\': put_z(to, "\\\\"); break;
        case ';': put_z(to, "\\;"); break;
        case ',': put_z(to, "\\,"); break;
        case '\n': put_z(to, "\\n"); break;
        case '\r': break;
        default: put(to, piece);
        }
        i += piece.len;
    }
}

static void end_line(calendar *to)
{
    ombud__render_z(&to->scene->out, "\r\n");
    to->column = 0;
}

static void line(calendar *to, const char *z)
{
    put_z(to, z);
    end_line(to);
}

static void text_line(calendar *to, const char *name, ombud_view text)
{
    put_z(to, name);
    put_text(to, text);
    end_line(to);
}

/* A property of a day, YYYYMMDD, and what follows it. */
static void day_line(calendar *to, const char *name, ombud_day day, const char *after)
{
    char text[16];
    ombud__out date = {text, sizeof text, 0};
    ombud__out_day(&date, day);
    put_z(to, name);
    for (size_t i = 0; i < date.length; i++) {
        ombud_view digit = {text + i, 1};
        if (text[i] != '-')
            put(to, digit);
    }
    put_z(to, after);
    end_line(to);
}

/* ---- the name of an entry ---------------------------------------------------------------------------------------- */

static uint64_t fnv1a(uint64_t digest, ombud_view bytes)
{
    for (size_t i = 0; i < bytes.len; i++)
        digest = (digest ^ (unsigned char)bytes.ptr[i]) * 1099511628211u;
    return digest;
}

static int same_start(const ombud_term *a, const ombud_term *b)
{
    return a->opened == b->opened && a->item_number == b->item_number && ombud__view_is(a->name, b->name) &&
           ombud__view_is(a->item_prefix, b->item_prefix);
}

/* What tells an entry from all others of the host, and stays when its last day moves. */
static void say_identity(const ombud__scene *scene, ombud__out *out, size_t index, const ombud_term *term)
{
    int64_t before = 0;
    for (size_t i = 0; i < index; i++) {
        ombud_term other = OMBUD_TERM_INIT;
        (void)ombud_terms_get(scene->terms, i, &other);
        before += same_start(&other, term);
    }
    ombud__out_view(out, ombud_law_name(scene->law));
    ombud__out_char(out, '\n');
    ombud__out_number(out, ombud_case_number(scene->matter));
    ombud__out_char(out, '\n');
    ombud__say_item(out, term->item_prefix, term->item_number);
    ombud__out_char(out, '\n');
    ombud__out_view(out, term->name);
    ombud__out_char(out, '\n');
    ombud__out_day(out, term->opened);
    ombud__out_char(out, '\n');
    ombud__out_number(out, before);
}

static ombud_status put_uid(calendar *to, size_t index, const ombud_term *term)
{
    const ombud_render *how = &to->scene->how;
    uint64_t digest[2] = {0, 0};
    char text[40];
    ombud__out hex = {text, sizeof text, 0};
    ombud__phrase identity;
    ombud__phrase_begin(&identity);
    say_identity(to->scene, &identity.out, index, term);
    ombud_view bytes = ombud__phrase_end(&identity);
    if (how->uid) {
        int failed = how->uid(how->uid_user, bytes.ptr, bytes.len, digest);
        if (failed)
            return ombud__fail_callback(to->scene->err, failed, "the host's digest for a calendar entry failed",
                                        "return 0 from ombud_render.uid to go on");
    } else {
        /* The salt on both sides, and two halves from two beginnings. */
        for (size_t half = 0; half < 2; half++) {
            uint64_t begin = half ? 0x6C62272E07BB0142u : 14695981039346656037u;
            digest[half] = fnv1a(fnv1a(fnv1a(begin, how->salt), bytes), how->salt);
        }
    }
    ombud__out_hex(&hex, digest[0], 16);
    ombud__out_hex(&hex, digest[1], 16);
    put_z(to, "UID:");
    put_z(to, text);
    put_z(to, "@");
    put(to, how->domain);
    end_line(to);
    return OMBUD_OK;
}

/* ---- entries ----------------------------------------------------------------------------------------------------- */

/* What the entry says in one line: that a duty is due; or which, of which item and case, and by whom. */
static void say_summary(const ombud__scene *scene, ombud__out *out, const ombud_term *term)
{
    const ombud__voice *voice = &scene->voice;
    char digits[24];
    ombud__out number = {digits, sizeof digits, 0};
    if (!scene->how.detailed) {
        ombud__say_word(out, voice, OMBUD__W_DUTY_DUE);
        return;
    }
    ombud__out_number(&number, ombud_case_number(scene->matter));
    ombud__say_with(out, voice, OMBUD__W_CASE, ombud__fitted(digits, sizeof digits, number.length));
    ombud__out_z(out, ", ");
    ombud__say_item(out, term->item_prefix, term->item_number);
    ombud__out_char(out, ' ');
    ombud__say_label(out, voice, OMBUD_WORD_TERM, ombud__kind_of_prefix(voice->law, term->item_prefix), term->name);
    if (term->provision != SIZE_MAX) {
        ombud__out_z(out, " \xE2\x80\x94 ");
        ombud__say_citation(out, voice, term->provision);
    }
}

static void alarm(calendar *to, ombud_view summary)
{
    char text[24];
    ombud__out number = {text, sizeof text, 0};
    ombud__out_number(&number, to->scene->how.alarm_days);
    line(to, "BEGIN:VALARM");
    line(to, "ACTION:DISPLAY");
    text_line(to, "DESCRIPTION:", summary);
    put_z(to, "TRIGGER:-P");
    put_z(to, text);
    line(to, "D");
    line(to, "END:VALARM");
}

/* The whole of a term, and up to which day its wording was verified if this day is later. */
static void describe(calendar *to, size_t index)
{
    const ombud__voice *voice = &to->scene->voice;
    ombud__phrase whole, said;
    size_t length = ombud_explain_term(to->scene->terms, index, voice->lang, whole.text, sizeof whole.text);
    ombud__phrase_begin(&said);
    ombud__out_view(&said.out, ombud__fitted(whole.text, sizeof whole.text, length));
    if (!ombud__is_verified(voice->law, to->scene->asof.day)) {
        ombud__out_z(&said.out, ombud__word_semicolon(voice));
        ombud__say_verified(&said.out, voice, to->scene->asof.day);
    }
    text_line(to, "DESCRIPTION:", ombud__phrase_end(&said));
}

static ombud_status entry(calendar *to, size_t index, const ombud_term *term)
{
    ombud__phrase text;
    ombud__phrase_begin(&text);
    say_summary(to->scene, &text.out, term);
    ombud_view summary = ombud__phrase_end(&text);
    line(to, "BEGIN:VEVENT");
    ombud_status status = put_uid(to, index, term);
    if (status != OMBUD_OK)
        return status;
    day_line(to, "DTSTAMP:", to->scene->asof.day, "T000000Z");
    day_line(to, "DTSTART;VALUE=DATE:", term->due, "");
    /* The end is not counted; without one an entry of a date lasts that day (3.6.1). */
    if (term->due < OMBUD_DAY_MAX)
        day_line(to, "DTEND;VALUE=DATE:", term->due + 1, "");
    /* An extended term moves the entry it had. */
    line(to, term->extended ? "SEQUENCE:1" : "SEQUENCE:0");
    text_line(to, "SUMMARY:", summary);
    if (to->scene->how.detailed)
        describe(to, index);
    line(to, "CLASS:CONFIDENTIAL");
    line(to, "TRANSP:TRANSPARENT");
    if (to->scene->how.alarm_days)
        alarm(to, summary);
    line(to, "END:VEVENT");
    return OMBUD_OK;
}

/* ---- the calendar ------------------------------------------------------------------------------------------------ */

static int is_domain(ombud_view domain)
{
    for (size_t i = 0; i < domain.len; i++) {
        char c = domain.ptr[i];
        int plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
        if (!plain && (i == 0 || i + 1 == domain.len || (c != '-' && c != '.')))
            return 0;
    }
    return domain.len > 0 && domain.len <= 253;
}

static ombud_status check(const ombud__scene *scene)
{
    const ombud_render *how = &scene->how;
    if (!is_domain(how->domain))
        return ombud__fail(scene->err, OMBUD_E_ARGUMENT, "a calendar needs a domain of the host's",
                           "letters, digits, hyphens and points, such as calendar.example.org");
    if (!how->uid && (how->salt.len < OMBUD_SALT_MIN || !how->salt.ptr))
        return ombud__fail(scene->err, OMBUD_E_ARGUMENT, "a calendar needs a salt of at least 16 bytes",
                           "draw it at random once, keep it to yourself, and always pass the same");
    if (how->alarm_days < 0 || how->alarm_days > 365)
        return ombud__fail(scene->err, OMBUD_E_ARGUMENT, "an alarm cannot ring so many days before the last day",
                           "1 to 365, or 0 for none");
    if (!ombud_case_number(scene->matter))
        return ombud__fail(scene->err, OMBUD_E_STATE,
                           "the case has no number, so its entries could not be told from another's",
                           "give it one, in a file with a line `case 17`");
    return OMBUD_OK;
}

ombud_status ombud__ics_case(ombud__scene *scene)
{
    calendar to = {scene, 0};
    ombud_status status = check(scene);
    if (status != OMBUD_OK)
        return status;
    line(&to, "BEGIN:VCALENDAR");
    line(&to, "VERSION:2.0");
    line(&to, "PRODID:-//libombud//libombud//EN");
    line(&to, "CALSCALE:GREGORIAN");
    for (size_t i = 0; i < ombud_terms_count(scene->terms) && status == OMBUD_OK && !scene->out.stopped; i++) {
        ombud_term term = OMBUD_TERM_INIT;
        (void)ombud_terms_get(scene->terms, i, &term);
        if (term.duty && term.no_due == OMBUD_DUE_KNOWN &&
            (term.status == OMBUD_TERM_OPEN || term.status == OMBUD_TERM_OVERDUE))
            status = entry(&to, i, &term);
    }
    line(&to, "END:VCALENDAR");
    return status;
}
