/*
 * The fixed words of a plan's page. In a sentence on a finding %r is its row, %o the other, %p what is printed and %c
 * what is computed; %P and %C the same as days.
 */
#include "plan/page.h"

#include "render/languages.h"

static const char *const words[OMBUD__P_COUNT][LANGUAGES] = {
    [OMBUD__P_TITLE] = IN("Plan", "Plan", "Plan"),
    [OMBUD__P_NAMED] = IN("What the text names", "Ce que le texte nomme", "Wat de tekst noemt"),
    [OMBUD__P_NAMED_HELP] =
        IN("Measures named / measures of the theme; in brackets contributions. A blank: none.",
           "Mesures nommées / mesures du thème ; entre parenthèses les contributions. Blanc : aucune.",
           "Genoemde maatregelen / maatregelen van het thema; tussen haakjes bijdragen. Leeg: geen."),
    [OMBUD__P_THEME] = IN("Theme", "Thème", "Thema"),
    [OMBUD__P_TOTAL] = IN("Total", "Total", "Totaal"),
    [OMBUD__P_PRINTED] = IN("As printed, beside what is counted", "Comme imprimé, à côté de ce qui est compté",
                            "Zoals gedrukt, naast wat geteld wordt"),
    [OMBUD__P_PRINTED_HELP] = IN(
        "= counted the same; ~N that many are named, the rest if links to whole themes count; <N fewer are named than "
        "printed; !N contradicts: N are named.",
        "= compté pareil ; ~N autant sont nommés, le reste si les liens à des thèmes entiers comptent ; <N moins sont "
        "nommés qu'imprimés ; !N contradiction : N sont nommés.",
        "= gelijk geteld; ~N zoveel worden genoemd, de rest als koppelingen met hele thema's tellen; <N minder genoemd "
        "dan gedrukt; !N tegenspraak: N worden genoemd."),
    [OMBUD__P_COVERAGE] = IN("Coverage", "Couverture", "Dekking"),
    [OMBUD__P_COVERED] = IN("named", "nommées", "genoemd"),
    [OMBUD__P_UNCOVERED] = IN("named by nothing", "nommées par rien", "door niets genoemd"),
    [OMBUD__P_DEMANDS] = IN("Demands", "Demandes", "Vragen"),
    [OMBUD__P_TABLE] = IN("Table", "Tableau", "Tabel"),
    [OMBUD__P_DUTIES] = IN("What recurs", "Ce qui revient", "Wat terugkeert"),
    [OMBUD__P_EVERY] = IN("at least once in", "au moins une fois en", "minstens eens in"),
    [OMBUD__P_FINDINGS] = IN("What does not agree", "Ce qui ne concorde pas", "Wat niet overeenstemt"),
    [OMBUD__P_NO_FINDINGS] = IN("Everything agrees.", "Tout concorde.", "Alles stemt overeen."),
    [OMBUD__P_LISTED] = IN("listed only", "pour information", "ter informatie"),
    [OMBUD__P_ANSWERED] = IN("answered", "avec réponse", "beantwoord"),
    [OMBUD__P_NO_RESPONSE] = IN("no response", "sans réponse", "zonder antwoord"),
    [OMBUD__P_NONE_PLANNED] = IN("none planned", "rien de prévu", "niets gepland"),
    [OMBUD__P_PLANNED_LATER] = IN("planned later", "prévu plus tard", "later gepland"),
    [OMBUD__P_NOT_COMPETENT] = IN("not competent", "hors compétence", "niet bevoegd"),

    [OMBUD__P_FAULTS] = IN("", "", ""),
    [OMBUD__P_FAULTS + OMBUD_PLAN_FAULT_SUM] =
        IN("Totals and their columns", "Totaux et leurs colonnes", "Totalen en hun kolommen"),
    [OMBUD__P_FAULTS + OMBUD_PLAN_FAULT_OF] = IN("Denominators", "Dénominateurs", "Noemers"),
    [OMBUD__P_FAULTS + OMBUD_PLAN_FAULT_ANNOUNCED] =
        IN("Announced numbers", "Nombres annoncés", "Aangekondigde aantallen"),
    [OMBUD__P_FAULTS + OMBUD_PLAN_FAULT_CELL] =
        IN("Cells that contradict the text", "Cellules que le texte contredit", "Cellen die de tekst tegenspreekt"),
    [OMBUD__P_FAULTS + OMBUD_PLAN_FAULT_COLUMN] =
        IN("Columns that no way of counting gives", "Colonnes qu'aucun comptage ne donne",
           "Kolommen die geen telwijze oplevert"),
    [OMBUD__P_FAULTS + OMBUD_PLAN_FAULT_CLOSED] =
        IN("Themes that were closed", "Thèmes qui étaient fermés", "Thema's die gesloten waren"),
    [OMBUD__P_FAULTS + OMBUD_PLAN_FAULT_TEXT] = IN("Wrong texts", "Textes erronés", "Foute teksten"),
    [OMBUD__P_FAULTS + OMBUD_PLAN_FAULT_REPEATED] = IN("Repeated texts", "Textes répétés", "Herhaalde teksten"),
    [OMBUD__P_FAULTS + OMBUD_PLAN_FAULT_NO_RESPONSE] =
        IN("Demands without a response", "Demandes sans réponse", "Vragen zonder antwoord"),
    [OMBUD__P_FAULTS + OMBUD_PLAN_FAULT_NO_NUMBER] =
        IN("Demands without a number", "Demandes sans numéro", "Vragen zonder nummer"),
    [OMBUD__P_FAULTS + OMBUD_PLAN_FAULT_UNLISTED] =
        IN("Measures of actions that the resolution does not list", "Mesures d'actions que la résolution ne liste pas",
           "Maatregelen van acties die de resolutie niet vermeldt"),
    [OMBUD__P_FAULTS + OMBUD_PLAN_FAULT_NO_ACTION] =
        IN("Listed measures without an action", "Mesures listées sans action", "Vermelde maatregelen zonder actie"),
    [OMBUD__P_FAULTS + OMBUD_PLAN_FAULT_EARLY] = IN("Before the beginning", "Avant le début", "Voor het begin"),
    [OMBUD__P_FAULTS + OMBUD_PLAN_FAULT_INTERVAL] = IN("Long intervals", "Longs intervalles", "Lange tussenpozen"),
    [OMBUD__P_FAULTS + OMBUD_PLAN_FAULT_NO_MEETING] =
        IN("Periods without a date", "Périodes sans date", "Perioden zonder datum"),
    [OMBUD__P_FAULTS + OMBUD_PLAN_FAULT_MEETINGS] =
        IN("Meetings announced and dated", "Réunions annoncées et datées", "Aangekondigde en gedateerde vergaderingen"),
    [OMBUD__P_FAULTS + OMBUD_PLAN_FAULT_FIGURE] = IN("Figures of the text", "Chiffres du texte", "Cijfers in de tekst"),
    [OMBUD__P_FAULTS + OMBUD_PLAN_FAULT_TOTAL] =
        IN("Totals and what is counted", "Totaux et ce qui est compté", "Totalen en wat geteld wordt"),

    [OMBUD__P_SENTENCES] = IN("", "", ""),
    [OMBUD__P_SENTENCES + OMBUD_PLAN_FAULT_SUM] =
        IN("%r: printed %p, the cells add up to %c", "%r : imprimé %p, la somme des cellules est %c",
           "%r: gedrukt %p, de som van de cellen is %c"),
    [OMBUD__P_SENTENCES + OMBUD_PLAN_FAULT_OF] =
        IN("%r: printed of %p, there are %c measures", "%r : imprimé sur %p, il y a %c mesures",
           "%r: gedrukt op %p, er zijn %c maatregelen"),
    [OMBUD__P_SENTENCES + OMBUD_PLAN_FAULT_ANNOUNCED] =
        IN("%r: %p announced, %c there", "%r : %p annoncées, %c présentes", "%r: %p aangekondigd, %c aanwezig"),
    [OMBUD__P_SENTENCES + OMBUD_PLAN_FAULT_CELL] =
        IN("%r: printed %p, named %c", "%r : imprimé %p, nommé %c", "%r: gedrukt %p, genoemd %c"),
    [OMBUD__P_SENTENCES + OMBUD_PLAN_FAULT_COLUMN] = IN(
        "%r: %c of %p cells are given", "%r : %c cellules sur %p sont données", "%r: %c van %p cellen worden gegeven"),
    [OMBUD__P_SENTENCES + OMBUD_PLAN_FAULT_CLOSED] =
        IN("%r: %o was closed to it", "%r : %o lui était fermé", "%r: %o was ervoor gesloten"),
    [OMBUD__P_SENTENCES + OMBUD_PLAN_FAULT_TEXT] =
        IN("%r: the text of %o is printed by mistake", "%r : le texte de %o est imprimé par erreur",
           "%r: de tekst van %o is per vergissing gedrukt"),
    [OMBUD__P_SENTENCES + OMBUD_PLAN_FAULT_REPEATED] =
        IN("%r: has the text of %o", "%r : a le texte de %o", "%r: heeft de tekst van %o"),
    [OMBUD__P_SENTENCES + OMBUD_PLAN_FAULT_NO_RESPONSE] = IN("%r", "%r", "%r"),
    [OMBUD__P_SENTENCES + OMBUD_PLAN_FAULT_NO_NUMBER] = IN("%r", "%r", "%r"),
    [OMBUD__P_SENTENCES + OMBUD_PLAN_FAULT_UNLISTED] = IN("%r: %o", "%r : %o", "%r: %o"),
    [OMBUD__P_SENTENCES + OMBUD_PLAN_FAULT_NO_ACTION] = IN("%r: %o", "%r : %o", "%r: %o"),
    [OMBUD__P_SENTENCES + OMBUD_PLAN_FAULT_EARLY] =
        IN("%r: dated %C, created %P", "%r : daté du %C, créé le %P", "%r: gedateerd %C, opgericht %P"),
    [OMBUD__P_SENTENCES + OMBUD_PLAN_FAULT_INTERVAL] =
        IN("%r: %c days after %o; at most %p", "%r : %c jours après %o ; %p au plus",
           "%r: %c dagen na %o; ten hoogste %p"),
    [OMBUD__P_SENTENCES + OMBUD_PLAN_FAULT_NO_MEETING] =
        IN("%r: nothing dated from %P to %C", "%r : rien de daté du %P au %C", "%r: niets gedateerd van %P tot %C"),
    [OMBUD__P_SENTENCES + OMBUD_PLAN_FAULT_MEETINGS] =
        IN("%r: %p announced, %c dated", "%r : %p annoncées, %c datées", "%r: %p aangekondigd, %c gedateerd"),
    [OMBUD__P_SENTENCES + OMBUD_PLAN_FAULT_FIGURE] =
        IN("%r: printed %p, from its parts %c", "%r : imprimé %p, d'après ses parties %c",
           "%r: gedrukt %p, uit de delen %c"),
    [OMBUD__P_SENTENCES + OMBUD_PLAN_FAULT_TOTAL] =
        IN("%r: printed %p, counted %c", "%r : imprimé %p, compté %c", "%r: gedrukt %p, geteld %c"),
};

ombud_view ombud__plan_say(ombud__plan_word word, ombud_lang lang)
{
    return ombud_view_of(words[word][lang == OMBUD_LANG_FR ? FR : lang == OMBUD_LANG_NL ? NL : 0]);
}
