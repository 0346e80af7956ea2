/*
 * Tables of fixed words in the languages of the build: one row of a table is IN(English, French, Dutch). A language
 * that was left out of the build speaks English.
 */
#ifndef OMBUD__RENDER_LANGUAGES_H
#define OMBUD__RENDER_LANGUAGES_H

/* clang-format off */
#if defined OMBUD_WITHOUT_FR && defined OMBUD_WITHOUT_NL
#define IN(en, fr, nl) {en}
enum { FR = 0, NL = 0, LANGUAGES = 1 };
#elif defined OMBUD_WITHOUT_FR
#define IN(en, fr, nl) {en, nl}
enum { FR = 0, NL = 1, LANGUAGES };
#elif defined OMBUD_WITHOUT_NL
#define IN(en, fr, nl) {en, fr}
enum { NL = 0, FR = 1, LANGUAGES };
#else
#define IN(en, fr, nl) {en, fr, nl}
enum { FR = 1, NL = 2, LANGUAGES };
#endif
/* clang-format on */

#endif
