/*
 * How much a law may hold, each limit on both sides: the last text that is read and the first that is refused; and
 * texts whose rows seem to clash and do not.
 */
#include "trial.h"

static const char base[] = "law garden\nrole keeper\nitem plot s\n  states free, left\n"
                           "  event let carries way (internal, external), seen (day)\n  event weeded by keeper\n"
                           "  fact dry, sick stated by keeper\nlink near : plot -> plot\n"
                           "reading Q-1\n  x default\n  y\nreading Q-2\n  x default\n  y\n"
                           "provision 1 \"Rule 1\" since original until 2020-12-31\n  anchor \"a\"\n  gloss en \"G.\"\n"
                           "  plot.let: -> free\n";
#define WORDING(id, since) "\nprovision " id " \"Rule\" since " since "\n  anchor \"a\"\n  gloss en \"G.\"\n"

typedef struct text {
    char bytes[1 << 20];
    size_t length;
} text;
static text made;

static void put(const char *format, ...)
{
    va_list args;
    va_start(args, format);
    made.length += (size_t)vsnprintf(made.bytes + made.length, sizeof made.bytes - made.length, format, args);
    va_end(args);
    assert_true(made.length < sizeof made.bytes);
}

/* `unit` so many times, each with its number. */
static void put_each(const char *unit, unsigned count)
{
    for (unsigned i = 0; i < count; i++) {
        for (const char *at = unit; *at; at++) {
            if (*at == '$')
                put("%u", i);
            else
                put("%c", *at);
        }
    }
}

static ombud_status parse(ombud_error *err)
{
    static const ombud_error none = OMBUD_ERROR_INIT;
    ombud_law *law = NULL;
    *err = none;
    ombud_status status = ombud_law_parse(made.bytes, made.length, NULL, &law, err);
    ombud_law_free(law);
    return status;
}

/* ---- limits ------------------------------------------------------------------------------------------------------ */

typedef struct limit {
    const char *before, *unit, *after;
    unsigned most;
    const char *message;
} limit;

static void put_limit(const limit *l, unsigned count)
{
    made.length = 0;
    put("%s%s", base, l->before);
    put_each(l->unit, count);
    put("%s\n", l->after);
}

static void each_limit(void **state)
{
    (void)state;
    static const limit limits[] = {
        {"item shed h\n  states z", ", s$", "", 63, "a line names at most 64"},
        {"item shed h\n  event e carries z (day)", ", a$ (period)", "", 15, "at most 16 arguments"},
        {"item shed h\n  fact z stated by keeper\n", "  fact f$ stated by keeper\n", "", 255, "at most 256 facts"},
        {"item shed h\n  event e carries z (o, p)\n", "  event e$ carries a$ (o, p)\n", "", 127, "at most 256 facts"},
        {"item shed h\n  event e\nstructure\n", "  shed.d$ as at shed.e\n", "", 256, "at most 256 facts"},
        {"item shed h\n  event e carries a (day)\n", "  event e$ carries a$ (day)\n", "", 31, "more than 32 days"},
        {"item shed h\n  event e carries a (day)\n  event g\n", "  event e$ carries a$ (day)\n",
         "structure\n  shed.d when g more than P1D ago", 30, "more than 32 days"},
        {"item shed h\n  event e carries a (day)\n  event g\n", "  event e$ carries a$ (day)\n",
         "structure\n  term t\n    opened by shed.e\n    counted from shed.g\n    within none", 30,
         "more than 32 days"},
        {"link of : plot -> shed\nitem shed h\n  event e carries a (day)\n  event g\n", "  event e$ carries a$ (day)\n",
         "structure\n  plot.d when at least 1 of -> shed whose g at least P1D before let", 30, "more than 32 days"},
        {"item shed h\n  event z\n", "  event e$\n", "", 15997, "16,000"},
        {"structure\n  plot.let", ", plot.let", " not when dry", 63, "a row names at most 64 events"},
        {"structure\n  term t\n    opened by plot.let\n    within none\n    met by plot.let", ", plot.let", "", 63,
         "a clause names at most 64 events"},
        {"structure\n", "  term t$\n    opened by plot.let\n    within none\n", "", 32, "at most 32 terms"},
        {"item shed h\n  event e carries c (z", ", l$)\n  event e$ carries c$ (z", ", q)", 127, "at most 256 facts"},
    };
    for (size_t i = 0; i < sizeof limits / sizeof limits[0]; i++) {
        const limit *l = &limits[i];
        ombud_error err;
        put_limit(l, l->most);
        if (parse(&err) != OMBUD_OK)
            fail_msg("%s, %u times: %u:%u %s [%s]", l->unit, l->most, err.line, err.column, err.message, err.excerpt);
        put_limit(l, l->most + 1);
        ombud_status status = parse(&err);
        if (status != OMBUD_E_LIMIT || !strstr(err.message, l->message) || err.remedy[0] == '\0')
            fail_msg("%s, %u times: %s %u:%u %s", l->unit, l->most + 1, ombud_status_name(status), err.line, err.column,
                     err.message);
    }
}

/* Labels for words that nothing bears are refused one by one; but first there are too many. */
static void too_many_labels(void **state)
{
    (void)state;
    ombud_error err;
    made.length = 0;
    put("%s", base);
    put_each("label w$ en \"x\"\n", 16001);
    assert_int_equal(parse(&err), OMBUD_E_LIMIT);
    assert_non_null(strstr(err.message, "16,000 labels"));
}

/* Seventeen periods need as many alternatives. */
static void periods_of_a_term(void **state)
{
    (void)state;
    ombud_error err;
    for (unsigned count = 16; count <= 17; count++) {
        made.length = 0;
        put("%sreading Q-3\n  z default\n", base);
        put_each("  a$\n", count);
        put("structure\n  term t\n    opened by plot.let\n");
        put_each("    within none reading Q-3 a$\n", count);
        assert_int_equal(parse(&err), count == 16 ? OMBUD_OK : OMBUD_E_LIMIT);
    }
    assert_non_null(strstr(err.message, "at most 16 periods"));
}

/* ---- depth ------------------------------------------------------------------------------------------------------- */

/* Each definition rests on the one before; wherever the last is read, one more is refused there. */
static void too_deep_wherever_it_is_read(void **state)
{
    (void)state;
    static const char *const readers[] = {
        "  plot.let not when $",
        "  plot.let not when dry unless $",
        "  answer plot.how = so when $",
        "  require r keeper while plot is free: $",
        "  withhold plot.dry from all but keeper unless $",
        "  withhold plot.dry from all but keeper when $",
        "  figure many = count of plot when $",
        "  duty care keeper to keeper\n    opened by plot.let when $\n    within none",
        "  plot.last when $",
        "invariant i always plot: $",
        "  duty care keeper to keeper\n    opened by plot.let\n    within none\n    excused when $",
    };
    ombud_error err;
    for (size_t i = 0; i < sizeof readers / sizeof readers[0]; i++) {
        for (unsigned last = 254; last <= 255; last++) {
            const char *hole = strchr(readers[i], '$');
            made.length = 0;
            put("%sstructure\n  plot.d0 when dry\n", base);
            for (unsigned d = 1; d <= last; d++)
                put("  plot.d%u when d%u\n", d, d - 1);
            uint32_t row = 20 + last + 1;
            put("%.*sd%u%s\n", (int)(hole - readers[i]), readers[i], last, hole + 1);
            ombud_status status = parse(&err);
            if (status != (last == 254 ? OMBUD_OK : OMBUD_E_LIMIT) || (status != OMBUD_OK && err.line != row))
                fail_msg("%s of %u: %s at %u:%u, not on line %u", readers[i], last, ombud_status_name(status), err.line,
                         err.column, row);
        }
    }
}

/* Each definition reads the one before twice: 2 n + 4 steps after n, so 10236 after eleven times. */
static void too_many_steps(void **state)
{
    (void)state;
    ombud_error err;
    for (unsigned times = 1; times <= 7; times++) {
        made.length = 0;
        put("%sstructure\n  plot.d0 when dry\n", base);
        for (unsigned d = 1; d <= 11; d++)
            put("  plot.d%u when d%u and not d%u\n", d, d - 1, d - 1);
        put("  plot.all when d11");
        for (unsigned i = 1; i < times; i++)
            put(" and d11");
        assert_int_equal(parse(&err), times == 1 ? OMBUD_OK : OMBUD_E_LIMIT);
        assert_int_equal(err.line, times == 1 ? 0 : 32);
    }
}

/* ---- rows that only seem to clash -------------------------------------------------------------------------------- */

static void side_by_side(void **state)
{
    (void)state;
    static const char *const texts[] = {
        "  plot.weeded: free -> left reading Q-1 x\n  plot.weeded: free -> free reading Q-1 y\n",
        WORDING("2", "2021-01-01") "  plot.let: -> left\n",
        "  figure many = count of plot by state\n" WORDING("1",
                                                           "2021-01-01") "  figure many = count of plot when dry\n",
        "  figure many = count of plot.let by state\n  figure more = count of plot.let by way\n",
        "  figure many = count of plot.let by state\n  figure more = count of plot.weeded when dry\n",
        "  figure many = count of plot by dry\n  figure more = count of plot by way\n",
        "  term t\n    opened by plot.let\n    counted from plot.let reading Q-1 x\n    counted from plot.weeded "
        "reading "
        "Q-1 y\n    within none reading Q-2 x\n    within at most P1D reading Q-2 y\n",
        "  term t\n    opened by plot.let, plot.weeded\n    counted from plot.let\n    until 29 February, 2 years "
        "after "
        "the opening\n",
        "  plot.a when is free or left or seen more than P1D ago\n",
        "  plot.b when is free or is left\n  plot.c when is free or seen at least P1D ago\n",
        "  plot.d when at least 1 near -> plot whose let more than P1M before weeded\n",
        "  plot.e # a comment\r\n\r\n  \r\n# another\r\n  plot.f when e\r\n",
        "scope town\nstructure\n  in town exclude 1\n",
        "question Q-9 fact plot.dry\nquestion Q-10 fact plot.whole\nstructure\n  plot.whole when dry\n",
        "item shed h\n  event e carries who (plot), c (a, b)\n  event f carries c (a, b), who (plot)\n",
    };
    for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++) {
        ombud_error err;
        made.length = 0;
        put("%s%s", base, texts[i]);
        if (parse(&err) != OMBUD_OK)
            fail_msg("%s\n%u:%u %s; %s [%s]", texts[i], err.line, err.column, err.message, err.remedy, err.excerpt);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_limit),        cmocka_unit_test(too_many_labels),
        cmocka_unit_test(periods_of_a_term), cmocka_unit_test(too_deep_wherever_it_is_read),
        cmocka_unit_test(too_many_steps),    cmocka_unit_test(side_by_side),
    };
    return cmocka_run_group_tests_name("limits of a law", tests, NULL, NULL);
}
