/*
 * The table of fixed words: English, French, Dutch, in this order. The blank before a French colon, semicolon, question
 * or exclamation mark and within guillemets is U+00A0, so that no line is cut there; the laws write it likewise.
 */
#include "render/words.h"

#include "kernel/enums.h"
#include "kernel/table.h"
#include "render/languages.h"

static const char *const words[OMBUD__W_COUNT][LANGUAGES] = {
    [OMBUD__W_CASE] = IN("case #", "dossier #", "dossier #"),
    [OMBUD__W_AS_OF] = IN("as of #", "au #", "op #"),
    [OMBUD__W_KNOWN_BY] = IN("as known by #", "tel que connu le #", "zoals bekend op #"),
    [OMBUD__W_VERIFIED_TO] = IN("wording verified to #", "texte vérifié jusqu'au #", "tekst nagekeken tot #"),
    [OMBUD__W_LATER_NOT] =
        IN("later days not verified", "jours ultérieurs non vérifiés", "latere dagen niet nagekeken"),
    [OMBUD__W_NOT_VERIFIED] = IN("wording not verified", "texte non vérifié", "tekst niet nagekeken"),
    [OMBUD__W_NONE_IN_FORCE] = IN("No text of it is in force on that day: of that day it says nothing.",
                                  "Aucun texte n'en est en vigueur ce jour-là : de ce jour elle ne dit rien.",
                                  "Geen tekst ervan is die dag van kracht: over die dag zegt ze niets."),
    [OMBUD__W_NONE_HELD] = IN("No text of it is held on that day: what was in force then is not known here.",
                              "Aucun texte n'en est détenu pour ce jour : ce qui valait alors n'est pas connu ici.",
                              "Geen tekst ervan is voor die dag voorhanden: wat toen gold, is hier niet bekend."),
    [OMBUD__W_SOME_NOT_HELD] =
        IN("On that day the wording of # of its provisions is not held: what rests on them is undetermined.",
           "Ce jour-là, le texte de # de ses dispositions n'est pas détenu : ce qui en dépend est indéterminé.",
           "Op die dag is de tekst van # van de bepalingen niet voorhanden: wat erop rust is onbepaald."),
    [OMBUD__W_NOW] = IN("Now", "Maintenant", "Nu"),
    [OMBUD__W_FINDINGS] = IN("Findings", "Constats", "Vaststellingen"),
    [OMBUD__W_ANSWERS] = IN("Answers", "Réponses", "Antwoorden"),
    [OMBUD__W_LAST_DAY] = IN("last day", "dernier jour", "laatste dag"),
    [OMBUD__W_NO_LAST_DAY] = IN("no last day", "sans échéance", "geen laatste dag"),
    [OMBUD__W_NO_PERIOD] =
        IN("the text sets no period", "le texte ne fixe aucun délai", "de tekst bepaalt geen termijn"),
    [OMBUD__W_LENGTH_UNSET] = IN("length not set: #", "durée non fixée : #", "duur niet ingesteld: #"),
    [OMBUD__W_NOT_STARTED] =
        IN("the event it is counted from has not happened", "l'événement de départ n'a pas eu lieu",
           "de gebeurtenis waarvan wordt gerekend, is er nog niet"),
    [OMBUD__W_NO_WORDING] = IN("the wording of that day is not held", "le texte de ce jour n'est pas détenu",
                               "de tekst van die dag is niet voorhanden"),
    [OMBUD__W_THE_WORDING] = IN("the wording of that day", "le texte de ce jour", "de tekst van die dag"),
    [OMBUD__W_HELD_FROM] = IN("wording held from #", "texte détenu à partir du #", "tekst voorhanden vanaf #"),
    [OMBUD__W_IN_FORCE_FROM] = IN("in force from #", "en vigueur à partir du #", "van kracht vanaf #"),
    [OMBUD__W_ENDED_ON] = IN("ended on #", "abrogé après le #", "vervallen na #"),
    [OMBUD__W_NOT_BINDING] =
        IN("not yet binding on that day", "pas encore contraignant à cette date", "op die dag nog niet bindend"),
    [OMBUD__W_OUT_OF_RANGE] = IN("past the year 9999", "au-delà de l'an 9999", "na het jaar 9999"),
    [OMBUD__W_NO_CALENDAR] = IN("the holidays of that year are not known", "jours fériés de cette année inconnus",
                                "feestdagen van dat jaar niet bekend"),
    [OMBUD__W_NOT_COUNTED] =
        IN("day of the event not counted", "jour de l'événement non compté", "dag van de gebeurtenis niet meegeteld"),
    [OMBUD__W_MONTH_END] = IN("last day of the month", "dernier jour du mois", "laatste dag van de maand"),
    [OMBUD__W_MOVED] = IN("moved from #", "déplacé du #", "verschoven van #"),
    [OMBUD__W_EXTENDED] = IN("extended", "prolongé", "verlengd"),
    [OMBUD__W_YEARLY] = IN("until that day of the year, # later", "jusqu'à ce jour de l'année, # plus tard",
                           "tot die dag van het jaar, # later"),
    [OMBUD__W_SAME_YEAR] = IN("until the fixed day of that year", "jusqu'au jour fixé de la même année",
                              "tot de vaste dag van hetzelfde jaar"),
    [OMBUD__W_SAME_DAY] = IN("the same day", "le jour même", "dezelfde dag"),
    [OMBUD__W_LAST_DAY_NOW] = IN("last day today", "dernier jour", "laatste dag"),
    [OMBUD__W_LEFT] = IN("# left", "encore #", "nog #"),
    [OMBUD__W_OVERDUE] = IN("overdue #", "retard de #", "# te laat"),
    [OMBUD__W_MET] = IN("met #", "accompli le #", "nagekomen op #"),
    [OMBUD__W_MET_LATE] = IN("met late, #", "accompli tardivement le #", "te laat nagekomen, op #"),
    [OMBUD__W_EXPIRED] = IN("expired", "expiré", "verstreken"),
    [OMBUD__W_EXCUSED] = IN("excused #", "dispensé le #", "vrijgesteld op #"),
    [OMBUD__W_LAPSED] = IN("lapsed #", "éteint le #", "vervallen op #"),
    [OMBUD__W_DUE] = IN("due #", "échéance le #", "uiterlijk op #"),
    [OMBUD__W_SINCE] = IN("since #", "depuis le #", "sinds #"),
    [OMBUD__W_UNTIL] = IN("until #", "jusqu'au #", "tot #"),
    [OMBUD__W_FROM] = IN("from # on", "à partir du #", "vanaf #"),
    [OMBUD__W_BREACH] = IN("breach", "manquement", "inbreuk"),
    [OMBUD__W_DEPARTURE] = IN("departure", "écart", "afwijking"),
    [OMBUD__W_LATE] = IN("overdue", "en retard", "te laat"),
    [OMBUD__W_LATE_MET] = IN("late, met #", "tardif, accompli le #", "te laat, nagekomen op #"),
    [OMBUD__W_NOT_SHOWN] = IN("not shown", "non établi", "niet aangetoond"),
    [OMBUD__W_STATED_BY] = IN("stated by #", "déclaré par #", "verklaard door #"),
    [OMBUD__W_ENTERED] = IN("entered #", "encodé le #", "ingevoerd op #"),
    [OMBUD__W_BY_TIME] =
        IN("brought about by the end of the term", "par l'expiration du délai", "door het verstrijken van de termijn"),
    [OMBUD__W_YES] = IN("yes", "oui", "ja"),
    [OMBUD__W_NO] = IN("no", "non", "neen"),
    [OMBUD__W_NOT] = IN("not #", "pas #", "niet #"),
    [OMBUD__W_UNKNOWN] = IN("unknown", "inconnu", "onbekend"),
    [OMBUD__W_UNDETERMINED] = IN("undetermined", "indéterminé", "onbepaald"),
    [OMBUD__W_CONFLICT] = IN("rows of the law contradict each other", "des lignes de la loi se contredisent",
                             "regels van de wet spreken elkaar tegen"),
    [OMBUD__W_DECIDED_BY] = IN("missing: #", "il manque : #", "ontbreekt: #"),
    [OMBUD__W_OR] = IN("or", "ou", "of"),
    [OMBUD__W_OR_ELSE] = IN("or with:", "ou bien avec :", "of met:"),
    [OMBUD__W_WOULD_PASS] = IN("It would pass with:", "Cela passerait avec :", "Het zou kunnen met:"),
    [OMBUD__W_WAS_STATED] =
        IN("Rests on what was stated:", "Repose sur ce qui a été déclaré :", "Steunt op wat is verklaard:"),
    [OMBUD__W_LINE] = IN("line #", "ligne #", "regel #"),
    [OMBUD__W_SUPPOSED] = IN("supposed", "supposé", "verondersteld"),
    [OMBUD__W_SAME_BUT] = IN("or the same, but instead of \"#\":", "ou les mêmes, mais au lieu de « # » :",
                             "of hetzelfde, maar in plaats van \"#\":"),
    [OMBUD__W_ONE_MORE_WAY] = IN("and one more way", "et une autre façon", "en nog één manier"),
    [OMBUD__W_MORE_WAYS] = IN("and # more ways", "et # autres façons", "en nog # manieren"),
    [OMBUD__W_OTHERS] = IN("# others", "# autres", "# andere"),
    [OMBUD__W_OPEN_ANSWERS] = IN("Undetermined", "Indéterminé", "Onbepaald"),
    [OMBUD__W_EACH_BY_WHOM] = IN("each stated by #", "chacun à déclarer par #", "elk te verklaren door #"),
    [OMBUD__W_BROUGHT_BY] = IN("brought by #", "accompli par #", "gedaan door #"),
    [OMBUD__W_BROUGHT_BY_ANOTHER] =
        IN("brought by somebody else as #: who acts is concerned",
           "accompli par quelqu'un d'autre en qualité de # : la personne qui agit est concernée",
           "gedaan door iemand anders als #: wie handelt is betrokken"),
    [OMBUD__W_BROUGHT_BY_NO] = IN("brought by somebody who is not #", "accompli par quelqu'un qui n'est pas #",
                                  "gedaan door iemand die geen # is"),
    [OMBUD__W_ON_RECORD] = IN("on file: #", "au dossier : #", "in het dossier: #"),
    [OMBUD__W_ON_RECORD_AS] = IN("on file as: #", "au dossier comme : #", "in het dossier als: #"),
    [OMBUD__W_CARRIED] = IN("given: #", "avec mention : #", "met vermelding: #"),
    [OMBUD__W_NOT_CARRIED] = IN("not given: #", "sans mention : #", "zonder vermelding: #"),
    [OMBUD__W_BY_WHOM] = IN("stated by #", "à déclarer par #", "te verklaren door #"),
    [OMBUD__W_BY_EVENT] = IN("through: #", "par : #", "door: #"),
    [OMBUD__W_NEXT_CHANGE] = IN("Time alone next changes an answer on #.", "Le temps seul modifie une réponse le #.",
                                "De tijd alleen wijzigt een antwoord op #."),
    [OMBUD__W_NO_NEXT_CHANGE] =
        IN("No day on which time alone changes an answer.", "Aucun jour où le temps seul modifie une réponse.",
           "Geen dag waarop de tijd alleen een antwoord wijzigt."),
    [OMBUD__W_HINT] =
        IN("`ombud show #` prints the rule.", "`ombud show #` imprime la règle.", "`ombud show #` toont de regel."),
    [OMBUD__W_NOTHING_OPEN] = IN("nothing is open", "rien n'est en cours", "er loopt niets"),
    [OMBUD__W_NO_FINDINGS] = IN("none", "aucun", "geen"),
    [OMBUD__W_CURED] =
        IN("Cured by a later entry", "Levés par un encodage ultérieur", "Weggenomen door een latere invoer"),
    [OMBUD__W_CURED_BY] = IN("cured by line #", "levé par la ligne #", "weggenomen door regel #"),
    [OMBUD__W_PICTURE_OF] = IN("Timeline, #", "Ligne du temps, #", "Tijdlijn, #"),
    [OMBUD__W_EVENTS] = IN("Events", "Événements", "Gebeurtenissen"),
    [OMBUD__W_TERMS] = IN("Terms", "Délais", "Termijnen"),
    [OMBUD__W_NONE_YET] = IN("none yet", "aucun jusqu'ici", "nog geen"),
    [OMBUD__W_LEGEND_EVENT] = IN("event", "événement", "gebeurtenis"),
    [OMBUD__W_LEGEND_UNLAWFUL] = IN("event not permitted", "événement non permis", "gebeurtenis niet toegestaan"),
    [OMBUD__W_LEGEND_STATED] = IN("statement or link", "déclaration ou lien", "verklaring of koppeling"),
    [OMBUD__W_LEGEND_BY_TIME] = IN("brought about by time", "effet du temps", "door de tijd teweeggebracht"),
    [OMBUD__W_LEGEND_MET] = IN("met", "accompli", "nagekomen"),
    [OMBUD__W_LEGEND_RUN] = IN("running, elapsed", "en cours, écoulé", "lopend, verstreken"),
    [OMBUD__W_LEGEND_LEFT] = IN("time left", "temps restant", "resterende tijd"),
    [OMBUD__W_LEGEND_PAST] = IN("past the last day", "après le dernier jour", "na de laatste dag"),
    [OMBUD__W_LEGEND_ENDED] =
        IN("lapsed, excused or expired", "éteint, dispensé ou expiré", "vervallen, vrijgesteld of verstreken"),
    [OMBUD__W_LEGEND_FINDING] = IN("finding", "constat", "vaststelling"),
    [OMBUD__W_DUTY_DUE] = IN("Last day of a duty", "Dernier jour d'une obligation", "Laatste dag van een verplichting"),
    [OMBUD__W_AT_MOST] = IN("at most #", "au plus #", "hoogstens #"),
    [OMBUD__W_AT_LEAST] = IN("at least #", "au moins #", "minstens #"),
    [OMBUD__W_EXACTLY] = IN("exactly #", "exactement #", "precies #"),
    [OMBUD__W_HOST_LENGTH] = IN("set by the host: #", "fixé par l'hôte : #", "door de gastheer bepaald: #"),
    [OMBUD__W_AS_CARRIED] = IN("as the event says: #", "selon l'événement : #", "zoals de gebeurtenis zegt: #"),
    [OMBUD__W_MET_BY] = IN("met by: #", "accompli par : #", "nagekomen door: #"),
    [OMBUD__W_THEN] = IN("at its end: #", "à son terme : #", "na afloop: #"),
    [OMBUD__W_FIGURES] = IN("figures from #", "chiffres du #", "cijfers van #"),
    [OMBUD__W_FIGURES_TO] = IN("to #", "au #", "tot en met #"),
    [OMBUD__W_COUNTED_ON] = IN("counted on #", "comptés le #", "geteld op #"),
    [OMBUD__W_COUNTS_WITHHELD] = IN("counts below #, and what would tell them, are withheld: -",
                                    "les nombres sous #, et ceux qui les révéleraient, sont retenus : -",
                                    "aantallen onder #, en wat ze zou verraden, worden weggelaten: -"),
    [OMBUD__W_ALL] = IN("total", "total", "totaal"),
    [OMBUD__W_DENOMINATOR] = IN("without what still runs or never ran", "sans ce qui n'est pas fini ou n'a pas couru",
                                "zonder wat nog loopt of nooit heeft gelopen"),
    [OMBUD__W_NOT_CLEAR] =
        IN("not known whether to be counted", "à compter ou non : inconnu", "mee te tellen of niet: onbekend"),
    [OMBUD__W_DONE] = IN("in time", "à temps", "tijdig"),
    [OMBUD__W_DONE_LATE] = IN("late", "en retard", "te laat"),
    [OMBUD__W_PAST_DUE] = IN("not done, overdue", "pas fait à l'échéance", "niet gedaan, te laat"),
    [OMBUD__W_RAN_OUT] = IN("expired", "délai expiré", "termijn verstreken"),
    [OMBUD__W_FREED] = IN("excused", "avec dispense", "vrijgesteld"),
    [OMBUD__W_ENDED] = IN("lapsed", "n'est plus à faire", "vervallen"),
    [OMBUD__W_NOT_YET_DUE] = IN("not yet due", "pas encore à l'échéance", "nog niet verschuldigd"),
    [OMBUD__W_NEVER_BEGUN] = IN("never ran", "n'a pas couru", "nooit gelopen"),
    [OMBUD__W_NO_STATE] = IN("no state yet", "pas encore d'état", "nog geen toestand"),
    [OMBUD__W_IN_ANY_STATE] =
        IN("without changing the state:", "sans changer l'état :", "zonder de toestand te wijzigen:"),
};

static const char *const forces[][LANGUAGES] = {
    IN("force not stated", "force non indiquée", "kracht niet vermeld"),
    IN("law", "loi", "wet"),
    IN("proposal, not law", "proposition, pas une loi", "voorstel, geen wet"),
    IN("plan, not law", "plan, pas une loi", "plan, geen wet"),
    IN("policy, not law", "règle interne, pas une loi", "beleidsregel, geen wet"),
};

static const char *const units[][2][LANGUAGES] = {
    {IN("", "", ""), IN("", "", "")},
    {IN("day", "jour", "dag"), IN("days", "jours", "dagen")},
    {IN("week", "semaine", "week"), IN("weeks", "semaines", "weken")},
    {IN("month", "mois", "maand"), IN("months", "mois", "maanden")},
    {IN("year", "an", "jaar"), IN("years", "ans", "jaar")},
};

/* The status of a term as it must be, and as it must not be. */
static const char *const statuses[OMBUD_TERM_LAPSED + 1][2][LANGUAGES] = {
    [OMBUD_TERM_NONE] = {IN("never begun", "jamais commencé", "nooit begonnen"), IN("begun", "commencé", "begonnen")},
    [OMBUD_TERM_OPEN] = {IN("running", "en cours", "lopend"), IN("not running", "pas en cours", "niet lopend")},
    [OMBUD_TERM_MET] = {IN("met", "accompli", "nagekomen"), IN("not met", "pas accompli", "niet nagekomen")},
    [OMBUD_TERM_MET_LATE] = {IN("met late", "accompli tardivement", "te laat nagekomen"),
                             IN("not met late", "pas accompli tardivement", "niet te laat nagekomen")},
    [OMBUD_TERM_OVERDUE] = {IN("overdue", "en retard", "te laat"), IN("not overdue", "pas en retard", "niet te laat")},
    [OMBUD_TERM_EXPIRED] = {IN("expired", "expiré", "verstreken"), IN("not expired", "pas expiré", "niet verstreken")},
    [OMBUD_TERM_EXCUSED] = {IN("excused", "dispensé", "vrijgesteld"),
                            IN("not excused", "pas dispensé", "niet vrijgesteld")},
    [OMBUD_TERM_LAPSED] = {IN("lapsed", "éteint", "vervallen"), IN("not lapsed", "pas éteint", "niet vervallen")},
};

static const char *const holidays[][LANGUAGES] = {
    IN("working day", "jour ouvrable", "werkdag"),
    IN("New Year's Day", "jour de l'an", "nieuwjaarsdag"),
    IN("Easter Monday", "lundi de Pâques", "paasmaandag"),
    IN("Labour Day", "fête du travail", "Dag van de Arbeid"),
    IN("Ascension Day", "Ascension", "Hemelvaartsdag"),
    IN("Whit Monday", "lundi de Pentecôte", "pinkstermaandag"),
    IN("Belgian National Day", "fête nationale", "nationale feestdag"),
    IN("Assumption", "Assomption", "Onze-Lieve-Vrouw-Hemelvaart"),
    IN("All Saints' Day", "Toussaint", "Allerheiligen"),
    IN("Armistice Day", "Armistice", "Wapenstilstand"),
    IN("Christmas", "Noël", "Kerstmis"),
    IN("Saturday", "samedi", "zaterdag"),
    IN("Sunday", "dimanche", "zondag"),
    IN("a day without work set by the host", "jour chômé fixé par l'hôte", "door de gastheer vastgestelde vrije dag"),
};

/* By ruling; the second row of a pair is how a proposal, plan or policy speaks. */
static const char *const rulings[][2][LANGUAGES] = {
    {IN("", "", ""), IN("", "", "")},
    {IN("permitted", "permis", "toegestaan"), IN("conforms", "conforme", "conform")},
    {IN("forbidden", "interdit", "verboden"), IN("departs", "s'écarte", "wijkt af")},
    {IN("undetermined", "indéterminé", "onbepaald"), IN("undetermined", "indéterminé", "onbepaald")},
    {IN("not foreseen", "non prévu", "niet voorzien"), IN("not foreseen", "non prévu", "niet voorzien")},
    {IN("no text", "pas de texte", "geen tekst"), IN("no text", "pas de texte", "geen tekst")},
};

static const char *const weekdays[7][2][LANGUAGES] = {
    {IN("Monday", "lundi", "maandag"), IN("Mon", "lun.", "ma")},
    {IN("Tuesday", "mardi", "dinsdag"), IN("Tue", "mar.", "di")},
    {IN("Wednesday", "mercredi", "woensdag"), IN("Wed", "mer.", "wo")},
    {IN("Thursday", "jeudi", "donderdag"), IN("Thu", "jeu.", "do")},
    {IN("Friday", "vendredi", "vrijdag"), IN("Fri", "ven.", "vr")},
    {IN("Saturday", "samedi", "zaterdag"), IN("Sat", "sam.", "za")},
    {IN("Sunday", "dimanche", "zondag"), IN("Sun", "dim.", "zo")},
};

static const char *const months[12][2][LANGUAGES] = {
    {IN("January", "janvier", "januari"), IN("Jan", "janv.", "jan")},
    {IN("February", "février", "februari"), IN("Feb", "févr.", "feb")},
    {IN("March", "mars", "maart"), IN("Mar", "mars", "mrt")},
    {IN("April", "avril", "april"), IN("Apr", "avr.", "apr")},
    {IN("May", "mai", "mei"), IN("May", "mai", "mei")},
    {IN("June", "juin", "juni"), IN("Jun", "juin", "jun")},
    {IN("July", "juillet", "juli"), IN("Jul", "juil.", "jul")},
    {IN("August", "août", "augustus"), IN("Aug", "août", "aug")},
    {IN("September", "septembre", "september"), IN("Sep", "sept.", "sep")},
    {IN("October", "octobre", "oktober"), IN("Oct", "oct.", "okt")},
    {IN("November", "novembre", "november"), IN("Nov", "nov.", "nov")},
    {IN("December", "décembre", "december"), IN("Dec", "déc.", "dec")},
};

static const char *const joints[][LANGUAGES] = {IN(": ", " : ", ": "), IN("; ", " ; ", "; ")};

/* All tables as rows of words by language; a host's language holds a text for each row, in this order. */
enum { WORDS, FORCES, UNITS, STATUSES, HOLIDAYS, RULINGS, WEEKDAYS, MONTHS, JOINTS, TABLES };
#define ROWS(table)                                                                                                    \
    {                                                                                                                  \
        (const char *const *)(table), sizeof(table) / sizeof(const char *) / LANGUAGES                                 \
    }
static const struct {
    const char *const *rows;
    size_t count;
} tables[TABLES] = {
    [WORDS] = ROWS(words),       [FORCES] = ROWS(forces),     [UNITS] = ROWS(units),
    [STATUSES] = ROWS(statuses), [HOLIDAYS] = ROWS(holidays), [RULINGS] = ROWS(rulings),
    [WEEKDAYS] = ROWS(weekdays), [MONTHS] = ROWS(months),     [JOINTS] = ROWS(joints),
};

size_t ombud__fixed_count(void)
{
    size_t count = 0;
    for (size_t i = 0; i < TABLES; i++)
        count += tables[i].count;
    return count;
}

const char *ombud__fixed_at(size_t index)
{
    size_t table = 0;
    for (; index >= tables[table].count; table++)
        index -= tables[table].count;
    return tables[table].rows[index * LANGUAGES];
}

static size_t column(ombud_lang lang)
{
    return lang == OMBUD_LANG_FR ? FR : lang == OMBUD_LANG_NL ? NL : 0;
}

static const char *said(size_t table, size_t row, const ombud__voice *voice)
{
    if (voice->lang != OMBUD_LANG_OTHER || !voice->law || !voice->law->phrases)
        return tables[table].rows[row * LANGUAGES + column(voice->lang)];
    for (size_t i = 0; i < table; i++)
        row += tables[i].count;
    return voice->law->phrases[row].ptr;
}

int ombud__speaks_fr(const ombud__voice *voice)
{
    return FR != 0 && voice->lang == OMBUD_LANG_FR;
}

const char *ombud__fixed_word(ombud__fixed word, const ombud__voice *voice)
{
    return said(WORDS, word, voice);
}

const char *ombud__word_of_force(ombud_force force, const ombud__voice *voice)
{
    return said(FORCES, (size_t)force, voice);
}

const char *ombud__word_of_unit(ombud_unit unit, int64_t count, const ombud__voice *voice)
{
    /* Nought is singular in French. */
    int singular = count == 1 || (count == 0 && ombud__speaks_fr(voice));
    return said(UNITS, 2 * (size_t)unit + !singular, voice);
}

const char *ombud__word_of_holiday(ombud_holiday holiday, const ombud__voice *voice)
{
    return said(HOLIDAYS, (size_t)holiday, voice);
}

const char *ombud__word_of_status(ombud_term_status status, int negated, const ombud__voice *voice)
{
    return said(STATUSES, 2 * (size_t)status + (negated != 0), voice);
}

const char *ombud__word_of_ruling(ombud_ruling ruling, ombud_force force, const ombud__voice *voice)
{
    return said(RULINGS, 2 * (size_t)ruling + !ombud__force_binds(force), voice);
}

const char *ombud__word_colon(const ombud__voice *voice)
{
    return said(JOINTS, 0, voice);
}

const char *ombud__word_semicolon(const ombud__voice *voice)
{
    return said(JOINTS, 1, voice);
}

const char *ombud__word_behind(ombud_view label, const ombud__voice *voice)
{
    return label.len > 0 && label.ptr[label.len - 1] == '?' ? " " : ombud__word_colon(voice);
}

const char *ombud__word_of_weekday(int32_t weekday, int brief, const ombud__voice *voice)
{
    return said(WEEKDAYS, 2 * (size_t)((weekday + 6) % 7) + (brief != 0), voice);
}

const char *ombud__word_of_month(int32_t month, int brief, const ombud__voice *voice)
{
    return said(MONTHS, 2 * (size_t)((month + 11) % 12) + (brief != 0), voice);
}
