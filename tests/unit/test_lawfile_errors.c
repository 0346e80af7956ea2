/*
 * What the .law reader refuses: each with its status, its place, the token at fault and a remedy.
 */
#include "wrong_law.h"

/* The base itself must be right, or every case would fail for another reason. */
static void base_is_right(void **state)
{
    (void)state;
    ombud_error err = OMBUD_ERROR_INIT;
    assert_int_equal(parse(base, sizeof base - 1, &err), OMBUD_OK);
}

static void texts(void **state)
{
    (void)state;
    static const wrong table[] = {
        {"law garden\n\xff", OMBUD_E_UTF8, 2, 1, "\\xff", "", "UTF-8"},
        {"law garden\n# \xc0\xaf", OMBUD_E_UTF8, 2, 3, "\\xc0\\xaf", "", "UTF-8"},
        {"law garden\n# \xed\xa0\x80", OMBUD_E_UTF8, 2, 3, "\\xed\\xa0\\x80", "", "UTF-8"},
        {"law garden\n# \xe2\x82", OMBUD_E_UTF8, 2, 3, "\\xe2\\x82", "", "UTF-8"},
        {"law garden\n# \x07", OMBUD_E_UTF8, 2, 3, "\\x07", "", "control"},
        {"law garden\n# a\rb", OMBUD_E_UTF8, 2, 4, "\\x0db", "", "control"},
        {"law garden\r", OMBUD_E_UTF8, 1, 11, "\\x0d", "", "control"},
        {"law garden\n\trole a", OMBUD_E_SYNTAX, 2, 1, "\\x09role a", "", "spaces"},
        {"law garden\nrole\ta", OMBUD_E_SYNTAX, 2, 5, "\\x09a", "", "spaces"},
        {"law garden\ntitle en \"cut", OMBUD_E_SYNTAX, 2, 10, "\"cut", "", "close it"},
        {"law garden\ntitle en \"cut\\\"\nrole a", OMBUD_E_SYNTAX, 2, 10, "\"cut\\\"", "", "close it"},
        {"law garden\ntitle en \"\"", OMBUD_E_SYNTAX, 2, 10, "\"\"", "", "write the text"},
        {"law garden\ntitle en \"a\\n\"", OMBUD_E_SYNTAX, 2, 12, "\\n\"", "", "\\\\"},
        {"law garden\nrole a;", OMBUD_E_SYNTAX, 2, 7, ";", "", "outside of quotes"},
        {"law garden\nrole \xc3\xa9", OMBUD_E_SYNTAX, 2, 6, "\xc3\xa9", "", "outside of quotes"},
        {"role a\n", OMBUD_E_SYNTAX, 1, 1, "", "", "law NAME"},
        {"", OMBUD_E_SYNTAX, 1, 1, "", "", "law NAME"},
    };
    EXPECT_ALL("", table);
}

static void heads(void **state)
{
    (void)state;
    static const wrong table[] = {
        {"law garden\nlaw garden", OMBUD_E_DUPLICATE, 2, 5, "garden", "", "once"},
        {"law garden\nroel a", OMBUD_E_SYNTAX, 2, 1, "roel", "role", "role"},
        {"law Garden", OMBUD_E_SYNTAX, 1, 5, "Garden", "", "lower-case"},
        {"law garden\nrole when", OMBUD_E_SYNTAX, 2, 6, "when", "", "word of the language"},
        {"law garden\nforce duty", OMBUD_E_SYNTAX, 2, 7, "duty", "", "proposal"},
        {"law garden\nverified 2023-02-29", OMBUD_E_DATE, 2, 10, "2023-02-29", "", "calendar"},
        {"law garden\nverified soon", OMBUD_E_SYNTAX, 2, 10, "soon", "", "YYYY-MM-DD"},
        {"law garden\nsource 2019", OMBUD_E_SYNTAX, 2, 8, "2019", "", "quotes"},
        {"law garden\nrole a\nrole a", OMBUD_E_DUPLICATE, 3, 6, "a", "", "another name"},
        {"law garden\nrole a en \"x\" en \"y\"", OMBUD_E_DUPLICATE, 2, 15, "en", "", "leave one"},
        {"law garden\nrole a b", OMBUD_E_SYNTAX, 2, 8, "b", "", "new line"},
        {"law garden\nlength a\nlength a", OMBUD_E_DUPLICATE, 3, 8, "a", "", "another name"},
        {"law garden\nlabel nowhere en \"x\"", OMBUD_E_UNKNOWN_NAME, 2, 7, "nowhere", "", "declared"},
        {"law garden\nitem a s1", OMBUD_E_SYNTAX, 2, 8, "s1", "", "letters only"},
        {"law garden\nitem a s\nitem a t", OMBUD_E_DUPLICATE, 3, 6, "a", "", "another name"},
        {"law garden\nitem a s\nitem b s", OMBUD_E_DUPLICATE, 3, 8, "s", "", "another name"},
        {"law garden\nitem plot s\nitem plt", OMBUD_E_UNKNOWN_NAME, 3, 6, "plt", "plot", "PREFIX"},
        {"law garden\nreading Q-1\n  a\n  b\n", OMBUD_E_CONFLICT, 2, 9, "Q-1", "", "default"},
        {"law garden\nreading Q-1\n  a default\n  b default\n", OMBUD_E_CONFLICT, 2, 9, "Q-1", "", "default"},
        {"law garden\nreading Q-1\n  a default\n  a\n", OMBUD_E_DUPLICATE, 4, 3, "a", "", "another name"},
        {"law garden\nreading Q-1\n  a default\nquestion Q-1 fixed\n", OMBUD_E_DUPLICATE, 4, 10, "Q-1", "",
         "another name"},
        {"law garden\nquestion Q-1 unsure\n", OMBUD_E_SYNTAX, 2, 14, "unsure", "", "fixed"},
        {"law garden\nlength rest\nquestion Q-1 length rset\n", OMBUD_E_UNKNOWN_NAME, 3, 21, "rset", "rest",
         "length NAME"},
        {"law garden\ntitle en \"a\"\ntitle fr \"b\"", OMBUD_E_DUPLICATE, 3, 7, "fr", "", "once"},
        {"law garden\nforce law\nforce plan", OMBUD_E_DUPLICATE, 3, 7, "plan", "", "once"},
        {"law garden\nsource \"1\"\nsource \"1\"", OMBUD_E_DUPLICATE, 3, 8, "\"1\"", "", "once"},
        {"law garden\nverified 2024-01-01\nverified 2024-01-01", OMBUD_E_DUPLICATE, 3, 10, "2024-01-01", "", "once"},
        {"law garden\nscope a en \"x\" en \"y\"", OMBUD_E_DUPLICATE, 2, 16, "en", "", "leave one"},
        {"law garden\nlength a en \"x\" nl \"y\" en \"z\"", OMBUD_E_DUPLICATE, 2, 24, "en", "", "leave one"},
        {"law garden\nscope a\nscope a", OMBUD_E_DUPLICATE, 3, 7, "a", "", "another name"},
        {"law garden\nitem a s\xc3\xa9", OMBUD_E_SYNTAX, 2, 9, "\xc3\xa9", "", "outside of quotes"},
        {"law garden\nitem a 9", OMBUD_E_SYNTAX, 2, 8, "9", "", "letters only"},
        {"law garden\nitem a {", OMBUD_E_SYNTAX, 2, 8, "{", "", "outside of quotes"},
        {"law garden\nrole a{", OMBUD_E_SYNTAX, 2, 7, "{", "", "outside of quotes"},
        {"law garden\nrole a < b", OMBUD_E_SYNTAX, 2, 8, "< b", "", "outside of quotes"},
        {"law garden\nrole a.b", OMBUD_E_SYNTAX, 2, 6, "a.b", "", "lower-case"},
        {"law garden\nrole a/b", OMBUD_E_SYNTAX, 2, 6, "a/b", "", "lower-case"},
        {"law garden\nlabel x en \"x\"\nlabel x en \"y\"", OMBUD_E_DUPLICATE, 3, 7, "x", "", "another name"},
        {"law garden\ntitle en \"cut\\", OMBUD_E_SYNTAX, 2, 10, "\"cut\\", "", "close it"},
        {"law garden\ntitle en \"cut\\\n", OMBUD_E_SYNTAX, 2, 10, "\"cut\\", "", "close it"},
        {"law garden\ntitle en \"cut\nrole a", OMBUD_E_SYNTAX, 2, 10, "\"cut", "", "close it"},
    };
    EXPECT_ALL("", table);
}

static void items(void **state)
{
    (void)state;
    static const wrong table[] = {
        {"item plot\n  sate x", OMBUD_E_SYNTAX, 13, 3, "sate", "state", "states"},
        {"item plot\n  state free", OMBUD_E_DUPLICATE, 13, 9, "free", "", "another name"},
        {"item plot\n  states x, y en \"z\"", OMBUD_E_SYNTAX, 13, 15, "en", "", "line of its own"},
        {"item plot\n  states x, y final", OMBUD_E_SYNTAX, 13, 15, "final", "", "line of its own"},
        {"item plot\n  state x last", OMBUD_E_SYNTAX, 13, 11, "last", "", "new line"},
        {"item plot\n  event let", OMBUD_E_DUPLICATE, 13, 9, "let", "", "another name"},
        {"item plot\n  event x by keper", OMBUD_E_UNKNOWN_NAME, 13, 14, "keper", "keeper", "role NAME"},
        {"item plot\n  event x carries way (internal, public)", OMBUD_E_CONFLICT, 13, 19, "way", "", "same order"},
        {"item plot\n  event x carries whom (persn)", OMBUD_E_UNKNOWN_NAME, 13, 25, "persn", "", "commas"},
        {"item plot\n  event x carries whom (internal external)", OMBUD_E_UNKNOWN_NAME, 13, 25, "internal", "",
         "commas"},
        {"item plot\n  event x carries dry (day)", OMBUD_E_DUPLICATE, 13, 19, "dry", "", "conditions read them all"},
        {"item plot\n  event x carries w (a, a)", OMBUD_E_DUPLICATE, 13, 25, "a", "", "another name"},
        {"item plot\n  event x carries w", OMBUD_E_SYNTAX, 13, 20, "", "", "(day)"},
        {"item plot\n  fact x", OMBUD_E_SYNTAX, 13, 9, "", "", "stated by"},
        {"item plot\n  fact x stated by keeper silence yes", OMBUD_E_SYNTAX, 13, 35, "yes", "", "silence no"},
        {"item plot\n  defined x", OMBUD_E_UNKNOWN_NAME, 13, 11, "x", "", "ITEM.NAME when"},
        {"link a plot -> plot", OMBUD_E_SYNTAX, 12, 8, "plot", "", "ITEM -> ITEM"},
        {"link a : plot -> plot en \"x\" en \"y\"", OMBUD_E_DUPLICATE, 12, 30, "en", "", "leave one"},
        {"link a : plot -> polt", OMBUD_E_UNKNOWN_NAME, 12, 18, "polt", "plot", "item NAME"},
        {"link a : plot -> plot\nlink a : plot -> plot", OMBUD_E_DUPLICATE, 13, 6, "a", "", "another name"},
        {"item shed h\nlink a : plot -> plot\nitem plot\n  event x carries a (shed)", OMBUD_E_CONFLICT, 15, 19, "a", "",
         "another name"},
        {"question Q-1 fact plot.dri", OMBUD_E_UNKNOWN_NAME, 12, 19, "plot.dri", "dry", "fact NAME"},
        {"question Q-1 fact plot.way", OMBUD_E_UNKNOWN_NAME, 12, 19, "plot.way", "dry", "fact NAME"},
        {"item plot\n  event x carries way (day)", OMBUD_E_CONFLICT, 13, 19, "way", "", "same order"},
        {"item plot\n  event x carries way (internal, external, public)",
         OMBUD_E_CONFLICT, 13, 19, "way", "", "same order"},
        {"item plot\n  event x carries way (internal, extermal)", OMBUD_E_CONFLICT, 13, 19, "way", "", "same order"},
        {"item plot\n  event x carries who (plot)\n  event y carries who (shed)\nitem shed h",
         OMBUD_E_CONFLICT, 14, 19, "who", "", "same order"},
        {"role holder held by plot is fere", OMBUD_E_UNKNOWN_NAME, 12, 29, "fere", "free", "state NAME"},
        {"role holder held by pot is free", OMBUD_E_UNKNOWN_NAME, 12, 21, "pot", "plot", "item NAME"},
        {"role keeper held by plot is free", OMBUD_E_DUPLICATE, 12, 6, "keeper", "", "another name"},
    };
    EXPECT_ALL(base, table);
}

static void provisions(void **state)
{
    (void)state;
    static const wrong table[] = {
        {"provision 2 since unknown", OMBUD_E_SYNTAX, 12, 13, "since", "", "quotes"},
        {"provision 2 \"R\"", OMBUD_E_SYNTAX, 12, 16, "", "", "since DATE"},
        {"provision 2 \"R\" since 2024-13-01", OMBUD_E_DATE, 12, 23, "2024-13-01", "", "calendar"},
        {"provision 2 \"R\" since 2024-01-02 held from 2024-01-01", OMBUD_E_CONFLICT, 12, 44, "2024-01-01", "",
         "held from"},
        {"provision 2 \"R\" since 2024-01-02 until 2024-01-01", OMBUD_E_CONFLICT, 12, 40, "2024-01-01", "", "correct"},
        {"provision 2 \"R\" since setting s not after 2024-01-01", OMBUD_E_SYNTAX, 12, 37, "after", "", "not before"},
        {"provision 2 \"R\" since setting s not before 2024-02-30", OMBUD_E_DATE, 12, 44, "2024-02-30", "", "calendar"},
        {"provision 2 \"R\" since setting s not before 2024-01-02 until 2024-01-01", OMBUD_E_CONFLICT, 12, 61,
         "2024-01-01", "", "correct"},
        {"provision 2 \"R\" since unknown\n  gloss en \"g\"\n  outside \"w\"", OMBUD_E_SYNTAX, 12, 11, "2", "",
         "anchor"},
        {"provision 2 \"R\" since unknown\n  anchor \"a\"\n  gloss fr \"g\"\n  outside \"w\"", OMBUD_E_SYNTAX, 12, 11,
         "2", "", "gloss en"},
        {"provision 2 \"R\" since unknown\n  anchor \"a\"\n  gloss en \"g\"", OMBUD_E_SYNTAX, 12, 11, "2", "",
         "outside"},
        {"provision 2 \"R\" since unknown\n  anchor \"a\"\n  gloss en \"g\"\n  outside \"w\"\n  plot.dry_soil when dry",
         OMBUD_E_CONFLICT, 12, 11, "2", "", "outside"},
        {"provision 2 \"R\" since unknown\n  outside fr \"w\"", OMBUD_E_SYNTAX, 13, 17, "", "", "with `en"},
        {"provision 2 \"R\" since unknown\n  outside en \"w\" en \"v\"", OMBUD_E_DUPLICATE, 13, 18, "en", "",
         "leave one"},
        {"provision 2 \"R\" since unknown\n  outside en \"w\"\n  recorded en \"v\"", OMBUD_E_DUPLICATE, 14, 12, "en",
         "", "leave one"},
        {"provision 2 \"R\" since unknown\n  outside en \"w\" v", OMBUD_E_SYNTAX, 13, 18, "v", "", ""},
        {"provision 2 \"R\" since unknown\n  anchor \"a\"\n  anchor \"b\"", OMBUD_E_DUPLICATE, 14, 10, "\"b\"", "",
         "leave one"},
        {"provision 1 \"R\" since unknown\n  anchor \"a\"\n  gloss en \"g\"\n  outside \"w\"", OMBUD_E_DUPLICATE, 12, 1,
         "provision", "", "until DATE"},
        {"structure\n  anchor \"a\"", OMBUD_E_SYNTAX, 13, 3, "anchor", "", "provision"},
        {"provision 2 \"R\" since unknown held from 2024-01-02 until 2024-01-01",
         OMBUD_E_CONFLICT, 12, 58, "2024-01-01", "", "correct"},
        {"scope town\nscope hill\nprovision 2 \"R\" since unknown\n  only in town\n  only in hill",
         OMBUD_E_DUPLICATE, 16, 8, "in", "", "leave one"},
        {"scope town\nprovision 2 \"R\" since unknown\n  anchor \"a\"\n  gloss en \"g\"\n  in town exclude 3",
         OMBUD_E_UNKNOWN_NAME, 16, 3, "in", "", "of this law"},
    };
    EXPECT_ALL(base, table);
}

/* `15 until 2023 … 15 since 2024` are two wordings of one provision, and right. */
static void two_wordings_are_right(void **state)
{
    (void)state;
    static const char added[] =
        "provision 2 \"R\" since original until 2023-12-31\n  anchor \"a\"\n  gloss en \"g\"\n  outside \"w\"\n"
        "provision 2 \"R\" since 2024-01-01\n  anchor \"a\"\n  gloss en \"g\"\n  outside \"w\"\n";
    char text[sizeof base + sizeof added];
    ombud_error err = OMBUD_ERROR_INIT;
    strcpy(text, base);
    strcat(text, added);
    assert_int_equal(parse(text, strlen(text), &err), OMBUD_OK);
}

static void rows(void **state)
{
    (void)state;
    static const wrong table[] = {
        {"  exclude x", OMBUD_E_SYNTAX, 12, 3, "exclude", "", "ITEM.NAME"},
        {"  answr plot.x = y", OMBUD_E_SYNTAX, 12, 3, "answr", "", "ITEM.NAME"},
        {"  plto.let: -> free", OMBUD_E_UNKNOWN_NAME, 12, 3, "plto.let", "plot", "item NAME"},
        {"  plot.lets: free -> left", OMBUD_E_UNKNOWN_NAME, 12, 3, "plot.lets", "let", "event NAME"},
        {"  plot.weeded: fre -> left", OMBUD_E_UNKNOWN_NAME, 12, 16, "fre", "free", "state NAME"},
        {"  plot.weeded: free left", OMBUD_E_SYNTAX, 12, 21, "left", "", "->"},
        {"  plot.weeded: -> same", OMBUD_E_CONFLICT, 12, 19, "same", "", "first state"},
        {"  plot.weeded: free -> left makes moist", OMBUD_E_UNKNOWN_NAME, 12, 35, "moist", "", "fact NAME"},
        {"  plot.weeded: free -> left makes wet\n  plot.wet when dry", OMBUD_E_CONFLICT, 12, 35, "wet", "", "states"},
        {"  plot.let: -> left", OMBUD_E_CONFLICT, 12, 3, "plot.let", "", "reading"},
        {"  plot.weeded: free -> left\n  plot.weeded: any -> same", OMBUD_E_CONFLICT, 13, 3, "plot.weeded", "",
         "reading"},
        {"  plot.weeded only dry", OMBUD_E_SYNTAX, 12, 20, "dry", "", "only when"},
        {"  plot.weeded needs", OMBUD_E_SYNTAX, 12, 20, "", "", "name"},
        {"  plot.weeded never", OMBUD_E_SYNTAX, 12, 15, "never", "", "guard"},
        {"  plot.dry when sick", OMBUD_E_DUPLICATE, 12, 3, "plot.dry", "", "stated or defined"},
        {"  plot.way when sick", OMBUD_E_DUPLICATE, 12, 3, "plot.way", "", "conditions read"},
        {"  plot.a when b\n  plot.b when not a", OMBUD_E_CONFLICT, 12, 3, "a", "", "stated facts"},
        {"  plot.a unless a", OMBUD_E_CONFLICT, 12, 3, "a", "", "stated facts"},
        {"  plot.a when sick\n  plot.a as at plot.let when dry", OMBUD_E_CONFLICT, 12, 3, "a", "", "as at EVENT"},
        {"  plot.a as at plot.lt when dry", OMBUD_E_UNKNOWN_NAME, 12, 16, "plot.lt", "let", "event NAME"},
        {"  answer plot.x yes", OMBUD_E_SYNTAX, 12, 17, "yes", "", "= VALUE"},
        {"  answer plot.x = Yes", OMBUD_E_SYNTAX, 12, 19, "Yes", "", "lower-case"},
        {"  require tidy keeper: dry", OMBUD_E_SYNTAX, 12, 22, ":", "", "while ITEM"},
        {"  require tidy keeper while plot is fre: dry", OMBUD_E_UNKNOWN_NAME, 12, 37, "fre", "free", "state NAME"},
        {"  plot.a when dry reading Q-9 x", OMBUD_E_UNKNOWN_NAME, 12, 27, "Q-9", "", "reading NAME"},
        {"  plot.a when dry reading Q-1 y\nreading Q-1\n  x default", OMBUD_E_UNKNOWN_NAME, 12, 31, "y", "x",
         "alternatives"},
        {"  plot.a when dry\n   sick", OMBUD_E_SYNTAX, 13, 4, "sick", "", "no deeper"},
        {"  plot.weeded needs way", OMBUD_E_UNKNOWN_NAME, 12, 21, "way", "dry", "fact NAME"},
        {"  plot.weeded needs shed.big\nitem shed h\n  fact big stated by keeper",
         OMBUD_E_UNKNOWN_NAME, 12, 21, "shed.big", "", "fact NAME"},
        {"  duty care keeper to keeper\n    opened by plot.let\n    within none\n  plot.care when dry",
         OMBUD_E_DUPLICATE, 15, 3, "plot.care", "", "conditions read"},
        {"  plot.way", OMBUD_E_DUPLICATE, 12, 3, "plot.way", "", "conditions read"},
        {"  plot.weeded: free -> left reading Q-1 x\n  plot.weeded: free -> free reading Q-1 x\nreading Q-1\n"
         "  x default\n  y", OMBUD_E_CONFLICT, 13, 3, "plot.weeded", "", "reading"},
        {"  plot.weeded: free -> left reading Q-1 x\n  plot.weeded: free -> free\nreading Q-1\n  x default\n  y",
         OMBUD_E_CONFLICT, 13, 3, "plot.weeded", "", "reading"},
        {"invariant sure always plot: dry en \"x\" en \"y\"", OMBUD_E_DUPLICATE, 12, 40, "en", "", "leave one"},
        {"invariant sure always plot: dry\ninvariant sure always plot: sick",
         OMBUD_E_DUPLICATE, 13, 11, "sure", "", "another name"},
        {"  in hill exclude 1", OMBUD_E_UNKNOWN_NAME, 12, 6, "hill", "", "scope NAME"},
        {"  withhold plot.nothing from all but keeper",
         OMBUD_E_UNKNOWN_NAME, 12, 12, "plot.nothing", "", "question of the item"},
        {"  figure many = count of shed by state\nitem shed h", OMBUD_E_CONFLICT, 12, 39, "", "", "something else"},
        {"  figure many = count of plot by seen", OMBUD_E_CONFLICT, 12, 34, "seen", "", "published"},
        {"  figure many = count of plot by dry, sick, way", OMBUD_E_LIMIT, 12, 45, "way", "", "second figure"},
        {"  figure many = count of plot.let, shed.built\nitem shed h\n  event built",
         OMBUD_E_CONFLICT, 12, 36, "shed.built", "", "each item"},
        {"  figure many = count of plot\n  figure more = count of plot unless dry",
         OMBUD_E_CONFLICT, 13, 1, "more", "", "all items"},
        {"  figure many = count of plot when dry\n  figure more = count of plot",
         OMBUD_E_CONFLICT, 13, 1, "more", "", "all items"},
        {"  figure many = count of plot.let, plot.weeded\n  figure more = count of plot.let, plot.weeded",
         OMBUD_E_CONFLICT, 13, 1, "more", "", "all items"},
        {"  figure many = count of plot.let, plot.weeded\n  figure more = count of plot.weeded",
         OMBUD_E_CONFLICT, 13, 1, "more", "", "all items"},
        {"  figure many = count of plot.weeded\n  figure more = count of plot",
         OMBUD_E_CONFLICT, 13, 1, "more", "", "all items"},
        {"  figure many = count of plot.weeded\n  term t\n    opened by plot.let\n    within exactly P1D\n"
         "    then plot.weeded", OMBUD_E_CONFLICT, 12, 1, "plot.weeded", "", "by the term"},
    };
    EXPECT_ALL(base, table);
}

/* Over links: a circle that goes through two items, and one through the excuse of a term. */
static void circles(void **state)
{
    (void)state;
    static const wrong table[] = {
        {"  plot.a when at least 1 near -> plot (b)\n  plot.b when a\nlink near : plot -> plot", OMBUD_E_CONFLICT, 12,
         3, "a", "", "stated facts"},
        {"  duty care keeper to keeper\n    opened by plot.let\n    within none\n    excused when late\n  plot.late "
         "when care is open",
         OMBUD_E_CONFLICT, 16, 3, "late", "", "stated facts"},
        {"  duty care keeper to keeper\n    opened by plot.let\n    within none\n    excused when care is met",
         OMBUD_E_CONFLICT, 12, 8, "care", "", "stated facts"},
        {"  plot.a when a", OMBUD_E_CONFLICT, 12, 3, "a", "", "stated facts"},
    };
    EXPECT_ALL(base, table);
}

static void conditions(void **state)
{
    (void)state;
    static const wrong table[] = {
        {"  plot.a when dry and sick or dry", OMBUD_E_SYNTAX, 12, 28, "or", "", "parentheses"},
        {"  plot.a when is free or left and dry", OMBUD_E_SYNTAX, 12, 31, "and", "", "parentheses"},
        {"  plot.a when drey", OMBUD_E_UNKNOWN_NAME, 12, 15, "drey", "dry", "fact NAME"},
        {"  plot.a when (dry", OMBUD_E_SYNTAX, 12, 19, "", "", ")"},
        {"  plot.a when", OMBUD_E_SYNTAX, 12, 14, "", "", "name"},
        {"  plot.a when dry sick", OMBUD_E_SYNTAX, 12, 19, "sick", "", "comma"},
        {"  plot.a when is fere", OMBUD_E_UNKNOWN_NAME, 12, 18, "fere", "free", "state NAME"},
        {"  plot.a when way is intern", OMBUD_E_UNKNOWN_NAME, 12, 22, "intern", "internal", "choices"},
        {"  plot.a when way", OMBUD_E_SYNTAX, 12, 18, "", "", "ARGUMENT is CHOICE"},
        {"  plot.a when carries wayy", OMBUD_E_UNKNOWN_NAME, 12, 23, "wayy", "way", "argument of the item's events"},
        {"  plot.a when carries colour\nitem shed h\n  event built carries colour (day)", OMBUD_E_UNKNOWN_NAME, 12, 23,
         "colour", "", "LINK -> ITEM"},
        {"  plot.a when carries dry", OMBUD_E_CONFLICT, 12, 23, "dry", "", "a fact by its name"},
        {"  plot.a when carries plot.way", OMBUD_E_SYNTAX, 12, 23, "plot.way", "", "lower-case"},
        {"  plot.a when carries whom\nitem plot\n  event sold carries whom (plot)", OMBUD_E_CONFLICT, 12, 23, "whom",
         "", "LINK -> ITEM"},
        {"  plot.a when carries", OMBUD_E_SYNTAX, 12, 22, "", "", "name"},
        {"  plot.a when carries way is internal", OMBUD_E_SYNTAX, 12, 27, "is", "", ""},
        {"  plot.a when seen is open", OMBUD_E_SYNTAX, 12, 23, "open", "", "more than"},
        {"  plot.a when dry more than P1Y before plot.let", OMBUD_E_UNKNOWN_NAME, 12, 15, "dry", "", "(day)"},
        {"  plot.a when seen more than 1Y before plot.let", OMBUD_E_PERIOD, 12, 30, "1Y", "", "P7D"},
        {"  plot.a when seen more than P1Y since", OMBUD_E_SYNTAX, 12, 34, "since", "", "before EVENT"},
        {"  plot.a when at least 0 near -> plot", OMBUD_E_SYNTAX, 12, 24, "0", "", "from 1"},
        {"  plot.a when at least 000 near -> plot", OMBUD_E_SYNTAX, 12, 24, "000", "", "from 1"},
        {"  plot.a when at least 1 near -> plot", OMBUD_E_UNKNOWN_NAME, 12, 26, "near", "", "link NAME"},
        {"  plot.a when at least 1 near plot\nlink near : plot -> plot", OMBUD_E_SYNTAX, 12, 31, "plot", "",
         "LINK <- ITEM"},
        {"  plot.a when every near -> plot\nlink near : plot -> plot", OMBUD_E_SYNTAX, 12, 33, "", "", "(CONDITION)"},
        {"  plot.a when at least 1 near -> plot whose wed at least P1D before weeded\nlink near : plot -> plot",
         OMBUD_E_UNKNOWN_NAME, 12, 45, "wed", "let", "(day)"},
        {"  plot.a when at least 1 near -> plot whose let at least P1D ago\nlink near : plot -> plot", OMBUD_E_SYNTAX,
         12, 62, "ago", "", "before EVENT"},
        {"  plot.a when at least 1 near -> shed\nlink near : plot -> plot\nitem shed h", OMBUD_E_CONFLICT, 12, 26,
         "near", "", "leads to"},
        {"  plot.a when shed.big\nitem shed h\n  fact big stated by keeper", OMBUD_E_CONFLICT, 12, 15, "shed.big", "",
         "LINK"},
        {"  plot.a when care is expired\n  duty care keeper to keeper\n    opened by plot.let\n    within none",
         OMBUD_E_CONFLICT, 12, 23, "expired", "", "overdue"},
        {"  plot.a when is free or dry\nitem plot\n  state dry", OMBUD_E_CONFLICT, 12, 26, "dry", "", "is NAME"},
        {"  plot.a when seen at most P1Y ago", OMBUD_E_SYNTAX, 12, 23, "most", "", "at least"},
        {"  plot.a when way more than P1Y ago", OMBUD_E_UNKNOWN_NAME, 12, 15, "way", "", "(day)"},
        {"  plot.a when at least /1 near -> plot\nlink near : plot -> plot",
         OMBUD_E_SYNTAX, 12, 24, "/1 near -> plot", "", "outside of quotes"},
        {"  plot.a when at least 10000 near -> plot\nlink near : plot -> plot",
         OMBUD_E_SYNTAX, 12, 24, "10000", "", "0 to 9999"},
        {"  plot.a when at least x near -> plot\nlink near : plot -> plot",
         OMBUD_E_SYNTAX, 12, 24, "x", "", "0 to 9999"},
        {"  plot.a when at last 1 near -> plot\nlink near : plot -> plot",
         OMBUD_E_SYNTAX, 12, 18, "last", "", "at least N"},
        {"  plot.a when rest is overdue\n  term rest\n    opened by plot.let\n    within none",
         OMBUD_E_CONFLICT, 12, 23, "overdue", "", "expired"},
        {"  plot.a when rest is over\n  term rest\n    opened by plot.let\n    within none",
         OMBUD_E_UNKNOWN_NAME, 12, 23, "over", "", "lapsed"},
        {"  plot.a when at least 1 near -> plot whose way at least P1D before let\nlink near : plot -> plot",
         OMBUD_E_UNKNOWN_NAME, 12, 45, "way", "", "(day)"},
    };
    EXPECT_ALL(base, table);
}

static void terms(void **state)
{
    (void)state;
#define OPENED "  term t\n    opened by plot.let\n"
    static const wrong table[] = {
        {"  term t\n    within none", OMBUD_E_SYNTAX, 12, 3, "term", "", "opened by"},
        {OPENED, OMBUD_E_SYNTAX, 12, 3, "term", "", "within"},
        {OPENED "    within P3M", OMBUD_E_SYNTAX, 14, 12, "P3M", "", "at most"},
        {OPENED "    within at most 3M", OMBUD_E_PERIOD, 14, 20, "3M", "", "P7D"},
        {OPENED "    within at most P3M\n    within none", OMBUD_E_CONFLICT, 15, 12, "none", "", "readings"},
        {OPENED "    within host rest", OMBUD_E_UNKNOWN_NAME, 14, 17, "rest", "", "length NAME"},
        {OPENED "    within carried seen", OMBUD_E_UNKNOWN_NAME, 14, 20, "seen", "", "(period)"},
        {OPENED "    within none\n    metby plot.weeded", OMBUD_E_SYNTAX, 15, 5, "metby", "met", "met by"},
        {OPENED "    within none\n    met by plot.weded", OMBUD_E_UNKNOWN_NAME, 15, 12, "plot.weded", "weeded",
         "event NAME"},
        {OPENED "    within none\n    met by shed.built\nitem shed h\n  event built", OMBUD_E_CONFLICT, 15, 12,
         "shed.built", "", "same item"},
        {OPENED "    within none\n    met by 9 -> plot.weeded", OMBUD_E_SYNTAX, 15, 12, "9", "", "lower-case"},
        {OPENED "    counted from plot.weeded\n    takes over t of near\nlink near : plot -> plot",
         OMBUD_E_CONFLICT, 15, 11, "over", "", "readings"},
        {OPENED "    within none\n    counted from plot.let\n    counted from plot.weeded", OMBUD_E_CONFLICT, 16, 13,
         "from", "", "readings"},
        {OPENED "    within none\n    counted from plot.let or P7D after the opening", OMBUD_E_CONFLICT, 15, 27, "or",
         "", "counted from EVENT or PERIOD"},
        {OPENED "    within none\n    counted from plot.weeded or P7D after opening", OMBUD_E_SYNTAX, 15, 43, "opening",
         "", "after the opening"},
        {OPENED "    within none\n    counted from the last day of u", OMBUD_E_UNKNOWN_NAME, 15, 34, "u", "t",
         "same item"},
        {OPENED "    within none\n    rolls to monday", OMBUD_E_SYNTAX, 15, 14, "monday", "", "next_working_day"},
        {OPENED "    within none\n    excused when dry\n    excused when sick", OMBUD_E_DUPLICATE, 16, 13, "when", "",
         "or"},
        {OPENED "    within none\n    extended to P6M plot.let", OMBUD_E_SYNTAX, 15, 21, "plot.let", "", "by EVENT"},
        {OPENED "    within none\n  duty t keeper to keeper\n    opened by plot.let\n    within none", OMBUD_E_CONFLICT,
         15, 8, "t", "", "bearer"},
        {"  duty t keeper\n    opened by plot.let\n    within none", OMBUD_E_SYNTAX, 12, 16, "", "", "BEARER to"},
        {"  duty t gardener to keeper\n    opened by plot.let\n    within none", OMBUD_E_UNKNOWN_NAME, 12, 10,
         "gardener", "", "role NAME"},
        {"  term dry\n    opened by plot.let\n    within none", OMBUD_E_DUPLICATE, 12, 8, "dry", "", "conditions read"},
        {"  term t\n    opened by plot.let\n    within none\n    then plot.weeded\n    then plot.let",
         OMBUD_E_DUPLICATE, 16, 10, "plot.let", "", "leave one"},
        {"  term t\n    opened by plot.let\n    within none\n    rolls to next_working_day\n"
         "    rolls to next_working_day", OMBUD_E_DUPLICATE, 16, 11, "to", "", "leave one"},
        {"  term t\n    opened by plot.let\n    within none\n    again\n    again",
         OMBUD_E_DUPLICATE, 16, 10, "", "", "leave one"},
        {"  term t\n    opened by plot.let\n    within none\n    counted from the last day of dry",
         OMBUD_E_UNKNOWN_NAME, 15, 34, "dry", "way", "same item"},
        {"  term t\n    opened by plot.let\n    within none\n    counted from shed.built\nitem shed h\n  event built",
         OMBUD_E_CONFLICT, 15, 18, "shed.built", "", "same item"},
        {"  term t\n    opened by plot.let\n    within none\n    counted from way",
         OMBUD_E_UNKNOWN_NAME, 15, 18, "way", "", "(day)"},
        {"  term t\n    opened by plot.let\n    within none\n"
         "    counted from plot.weeded plus P1D or P7D after the opening",
         OMBUD_E_CONFLICT, 15, 39, "or", "", "counted from EVENT or PERIOD"},
        {"  term t\n    opened by plot.let\n    within none\n    takes over dry of near\nlink near : plot -> plot",
         OMBUD_E_UNKNOWN_NAME, 15, 16, "dry", "way", "link leads to"},
        {"  term t\n    opened by plot.let\n    within carried dry",
         OMBUD_E_UNKNOWN_NAME, 14, 20, "dry", "way", "(period)"},
        {"  term t\n    opened by plot.let\n    within carried way",
         OMBUD_E_UNKNOWN_NAME, 14, 20, "way", "dry", "(period)"},
        {"  term t\n    opened by plot.let\n    within carried shed.long\nitem shed h\n"
         "  event built carries long (period)", OMBUD_E_UNKNOWN_NAME, 14, 20, "shed.long", "", "(period)"},
        {"  term t\n    opened by plot.let\n    until 0 March, 1 year after the opening",
         OMBUD_E_DATE, 14, 11, "0", "", "31 March"},
        {"  term t\n    opened by plot.let\n    until 32 March, 1 year after the opening",
         OMBUD_E_DATE, 14, 11, "32", "", "31 March"},
        {"  term t\n    opened by plot.let\n    until 30 February, 1 year after the opening",
         OMBUD_E_DATE, 14, 11, "30", "", "31 March"},
        {"  term t\n    opened by plot.let\n    until 3 Marsh, 1 year after the opening",
         OMBUD_E_DATE, 14, 11, "3", "", "31 March"},
        {"  term t reading Q-1 x\n    opened by plot.let\n    within none reading Q-1 y\nreading Q-1\n  x default\n"
         "  y", OMBUD_E_CONFLICT, 12, 3, "term", "", "one of the two"},
        {"  term t\n    opened by plot.let\n    within none reading Q-1 x\n    within at most P1D reading Q-1 x\n"
         "reading Q-1\n  x default\n  y", OMBUD_E_CONFLICT, 15, 12, "at", "", "readings"},
        {"  term t\n    opened by plot.let\n    within none reading Q-1 x\n    within at most P1D\nreading Q-1\n"
         "  x default\n  y", OMBUD_E_CONFLICT, 15, 12, "at", "", "readings"},
        {"  term t\n    opened by plot.let\n    within none\n    counted from plot.let reading Q-1 x\n"
         "    counted from plot.weeded reading Q-1 x\nreading Q-1\n  x default\n  y",
         OMBUD_E_CONFLICT, 16, 13, "from", "", "readings"},
        {"  term t\n    opened by plot.let\n    within none\n    counted from plot.let reading Q-1 x\n"
         "    counted from plot.weeded\nreading Q-1\n  x default\n  y",
         OMBUD_E_CONFLICT, 16, 13, "from", "", "readings"},
        {"  term t\n    opened by plot.let\n    within none\n    extended to P6M by plot.let while runing",
         OMBUD_E_SYNTAX, 15, 39, "runing", "", "while running"},
    };
    EXPECT_ALL(base, table);
}

/* ---- limits ------------------------------------------------------------------------------------------------------ */

static char *repeated(const char *before, const char *unit, size_t times, const char *after)
{
    size_t size = strlen(unit);
    char *text = malloc(strlen(before) + size * times + strlen(after) + 1);
    assert_non_null(text);
    char *at = text + strlen(before);
    strcpy(text, before);
    for (size_t i = 0; i < times; i++, at += size) {
        memcpy(at, unit, size);
    }
    strcpy(at, after);
    return text;
}

static void expect_limit(char *text, ombud_status status, uint32_t line)
{
    ombud_error err = OMBUD_ERROR_INIT;
    assert_int_equal(parse(text, strlen(text), &err), status);
    assert_int_equal(err.line, line);
    free(text);
}

static void limits(void **state)
{
    (void)state;
    expect_limit(repeated("law garden\n# ", "x", OMBUD_LINE_MAX - 2, "\n"), OMBUD_OK, 0);
    expect_limit(repeated("law garden\n# ", "x", OMBUD_LINE_MAX - 1, "\n"), OMBUD_E_LIMIT, 2);
    expect_limit(repeated("law garden\n# ", "x", 10u << 20, "\n"), OMBUD_E_LIMIT, 0);
    expect_limit(repeated("law garden\n", "a\n", 250000, ""), OMBUD_E_LIMIT, 250001);
    expect_limit(repeated(base, "  plot.x when dry\n", 15999, ""), OMBUD_OK, 0);
    expect_limit(repeated(base, "  plot.x when dry\n", 16000, ""), OMBUD_E_LIMIT, 16011);
}

static void nesting(void **state)
{
    (void)state;
    char deep[128] = "  plot.x when ";
    size_t length = strlen(deep);
    memset(deep + length, '(', 31);
    expect_limit(repeated(base, strcat(deep, "dry"), 1, ")))))))))))))))))))))))))))))))"), OMBUD_OK, 0);
    deep[length + 31] = '\0';
    expect_limit(repeated(base, strcat(deep, "(dry"), 1, "))))))))))))))))))))))))))))))))"), OMBUD_E_LIMIT, 12);
    expect_limit(
        repeated(base,
                 "  plot.x when not not not not not not not not not not not not not not not not not not not not "
                 "not not not not not not not not not not not not not dry",
                 1, ""),
        OMBUD_E_LIMIT, 12);
    expect_limit(repeated(base, "  plot.x when dry\n    ", 1, "and sick\n"), OMBUD_OK, 0);
}

static void roles_and_states(void **state)
{
    (void)state;
    char text[4096] = "law garden\n";
    char *at = text + strlen(text);
    for (int i = 0; i < 65; i++) {
        memcpy(at, "role r__\n", 9);
        at[6] = (char)('a' + i / 10);
        at[7] = (char)('0' + i % 10);
        at += 9;
        *at = '\0';
        ombud_error err = OMBUD_ERROR_INIT;
        assert_int_equal(parse(text, strlen(text), &err), i < 64 ? OMBUD_OK : OMBUD_E_LIMIT);
    }
    strcpy(text, "law garden\nitem a a\n");
    at = text + strlen(text);
    for (int i = 0; i < 128; i++) {
        memcpy(at, "  state s__\n", 12);
        at[9] = (char)('a' + i / 10);
        at[10] = (char)('0' + i % 10);
        at += 12;
        *at = '\0';
    }
    ombud_error err = OMBUD_ERROR_INIT;
    assert_int_equal(parse(text, strlen(text) - 12, &err), OMBUD_OK);
    assert_int_equal(parse(text, strlen(text), &err), OMBUD_E_LIMIT);
    assert_int_equal(err.line, 130);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(base_is_right),
        cmocka_unit_test(texts),
        cmocka_unit_test(heads),
        cmocka_unit_test(items),
        cmocka_unit_test(provisions),
        cmocka_unit_test(two_wordings_are_right),
        cmocka_unit_test(rows),
        cmocka_unit_test(circles),
        cmocka_unit_test(conditions),
        cmocka_unit_test(terms),
        cmocka_unit_test(limits),
        cmocka_unit_test(nesting),
        cmocka_unit_test(roles_and_states),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
