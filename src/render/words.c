/*
 * The table of fixed words: English, French, Dutch, in this order. Typographic blanks before French colons are plain
 * ones.
 */
#include "render/words.h"

#define LANGUAGES 3
static const char *const words[OMBUD__W_COUNT][LANGUAGES] = {
    [OMBUD__W_CASE] = {"case #", "dossier #", "dossier #"},
    [OMBUD__W_AS_OF] = {"as of #", "au #", "op #"},
    [OMBUD__W_KNOWN_BY] = {"as known by #", "tel que connu le #", "zoals bekend op #"},
    [OMBUD__W_VERIFIED_TO] = {"wording verified to #", "texte vérifié jusqu'au #", "tekst nagekeken tot #"},
    [OMBUD__W_LATER_NOT] = {"later days not verified", "jours ultérieurs non vérifiés", "latere dagen niet nagekeken"},
    [OMBUD__W_NOT_VERIFIED] = {"wording not verified", "texte non vérifié", "tekst niet nagekeken"},
    [OMBUD__W_NOW] = {"Now", "Maintenant", "Nu"},
    [OMBUD__W_FINDINGS] = {"Findings", "Constats", "Vaststellingen"},
    [OMBUD__W_ANSWERS] = {"Answers", "Réponses", "Antwoorden"},
    [OMBUD__W_LAST_DAY] = {"last day", "dernier jour", "laatste dag"},
    [OMBUD__W_NO_LAST_DAY] = {"no last day", "sans échéance", "geen laatste dag"},
    [OMBUD__W_NO_PERIOD] = {"the text sets no period", "le texte ne fixe aucun délai", "de tekst bepaalt geen termijn"},
    [OMBUD__W_LENGTH_UNSET] = {"length not set: #", "durée non fixée : #", "duur niet ingesteld: #"},
    [OMBUD__W_NOT_STARTED] = {"the event it is counted from has not happened", "l'événement de départ n'a pas eu lieu",
                              "de gebeurtenis waarvan wordt gerekend, is er nog niet"},
    [OMBUD__W_NO_WORDING] = {"the wording of that day is not held", "le texte de ce jour n'est pas détenu",
                             "de tekst van die dag is niet voorhanden"},
    [OMBUD__W_THE_WORDING] = {"the wording of that day", "le texte de ce jour", "de tekst van die dag"},
    [OMBUD__W_HELD_FROM] = {"wording held from #", "texte détenu à partir du #", "tekst voorhanden vanaf #"},
    [OMBUD__W_IN_FORCE_FROM] = {"in force from #", "en vigueur à partir du #", "van kracht vanaf #"},
    [OMBUD__W_ENDED_ON] = {"ended on #", "abrogé après le #", "vervallen na #"},
    [OMBUD__W_NOT_BINDING] = {"not yet binding on that day", "pas encore contraignant à cette date", "op die dag nog niet bindend"},
    [OMBUD__W_OUT_OF_RANGE] = {"past the year 9999", "au-delà de l'an 9999", "na het jaar 9999"},
    [OMBUD__W_NO_CALENDAR] = {"the holidays of that year are not known", "jours fériés de cette année inconnus",
                              "feestdagen van dat jaar niet bekend"},
    [OMBUD__W_NOT_COUNTED] = {"day of the event not counted", "jour de l'événement non compté",
                              "dag van de gebeurtenis niet meegeteld"},
    [OMBUD__W_MONTH_END] = {"last day of the month", "dernier jour du mois", "laatste dag van de maand"},
    [OMBUD__W_MOVED] = {"moved from #", "déplacé du #", "verschoven van #"},
    [OMBUD__W_EXTENDED] = {"extended", "prolongé", "verlengd"},
    [OMBUD__W_YEARLY] = {"until that day of the year, # later", "jusqu'à ce jour de l'année, # plus tard", "tot die dag van het jaar, # later"},
    [OMBUD__W_SAME_DAY] = {"the same day", "le jour même", "dezelfde dag"},
    [OMBUD__W_LAST_DAY_NOW] = {"last day today", "dernier jour", "laatste dag"},
    [OMBUD__W_LEFT] = {"# left", "encore #", "nog #"},
    [OMBUD__W_OVERDUE] = {"overdue #", "retard de #", "# te laat"},
    [OMBUD__W_MET] = {"met #", "accompli le #", "nagekomen op #"},
    [OMBUD__W_MET_LATE] = {"met late, #", "accompli tardivement le #", "te laat nagekomen, op #"},
    [OMBUD__W_EXPIRED] = {"expired", "expiré", "verstreken"},
    [OMBUD__W_EXCUSED] = {"excused #", "dispensé le #", "vrijgesteld op #"},
    [OMBUD__W_LAPSED] = {"lapsed #", "éteint le #", "vervallen op #"},
    [OMBUD__W_DUE] = {"due #", "échéance le #", "uiterlijk op #"},
    [OMBUD__W_SINCE] = {"since #", "depuis le #", "sinds #"},
    [OMBUD__W_UNTIL] = {"until #", "jusqu'au #", "tot #"},
    [OMBUD__W_FROM] = {"from # on", "à partir du #", "vanaf #"},
    [OMBUD__W_BREACH] = {"breach", "manquement", "inbreuk"},
    [OMBUD__W_DEPARTURE] = {"departure", "écart", "afwijking"},
    [OMBUD__W_LATE] = {"overdue", "en retard", "te laat"},
    [OMBUD__W_LATE_MET] = {"late, met #", "tardif, accompli le #", "te laat, nagekomen op #"},
    [OMBUD__W_NOT_SHOWN] = {"not shown", "non établi", "niet aangetoond"},
    [OMBUD__W_STATED_BY] = {"stated by #", "déclaré par #", "verklaard door #"},
    [OMBUD__W_ENTERED] = {"entered #", "encodé le #", "ingevoerd op #"},
    [OMBUD__W_BY_TIME] = {"brought about by the end of the term", "par l'expiration du délai",
                          "door het verstrijken van de termijn"},
    [OMBUD__W_YES] = {"yes", "oui", "ja"},
    [OMBUD__W_NO] = {"no", "non", "nee"},
    [OMBUD__W_UNKNOWN] = {"unknown", "inconnu", "onbekend"},
    [OMBUD__W_UNDETERMINED] = {"undetermined", "indéterminé", "onbepaald"},
    [OMBUD__W_CONFLICT] = {"rows of the law contradict each other", "des lignes de la loi se contredisent",
                           "regels van de wet spreken elkaar tegen"},
    [OMBUD__W_DECIDED_BY] = {"missing: #", "il manque : #", "ontbreekt: #"},
    [OMBUD__W_OR] = {"or", "ou", "of"},
    [OMBUD__W_OR_ELSE] = {"or with:", "ou bien avec :", "of met:"},
    [OMBUD__W_WOULD_PASS] = {"It would pass with:", "Cela passerait avec :", "Het zou kunnen met:"},
    [OMBUD__W_BY_WHOM] = {"stated by #", "à déclarer par #", "te verklaren door #"},
    [OMBUD__W_BY_EVENT] = {"through: #", "par : #", "door: #"},
    [OMBUD__W_NEXT_CHANGE] = {"Time alone next changes an answer on #.", "Le temps seul modifie une réponse le #.",
                              "De tijd alleen wijzigt een antwoord op #."},
    [OMBUD__W_NO_NEXT_CHANGE] = {"No day on which time alone changes an answer.",
                                 "Aucun jour où le temps seul modifie une réponse.",
                                 "Geen dag waarop de tijd alleen een antwoord wijzigt."},
    [OMBUD__W_HINT] = {"`ombud show #` prints the rule.", "`ombud show #` imprime la règle.",
                       "`ombud show #` toont de regel."},
    [OMBUD__W_NOTHING_OPEN] = {"nothing is open", "rien n'est en cours", "er loopt niets"},
    [OMBUD__W_NO_FINDINGS] = {"none", "aucun", "geen"},
    [OMBUD__W_PICTURE_OF] = {"Timeline, #", "Ligne du temps, #", "Tijdlijn, #"},
    [OMBUD__W_EVENTS] = {"Events", "Événements", "Gebeurtenissen"},
    [OMBUD__W_TERMS] = {"Terms", "Délais", "Termijnen"},
    [OMBUD__W_NONE_YET] = {"none yet", "aucun jusqu'ici", "nog geen"},
    [OMBUD__W_LEGEND_EVENT] = {"event", "événement", "gebeurtenis"},
    [OMBUD__W_LEGEND_UNLAWFUL] = {"event not permitted", "événement non permis", "gebeurtenis niet toegestaan"},
    [OMBUD__W_LEGEND_STATED] = {"statement or link", "déclaration ou lien", "verklaring of koppeling"},
    [OMBUD__W_LEGEND_BY_TIME] = {"brought about by time", "effet du temps", "door de tijd teweeggebracht"},
    [OMBUD__W_LEGEND_MET] = {"met", "accompli", "nagekomen"},
    [OMBUD__W_LEGEND_RUN] = {"running, elapsed", "en cours, écoulé", "lopend, verstreken"},
    [OMBUD__W_LEGEND_LEFT] = {"time left", "temps restant", "resterende tijd"},
    [OMBUD__W_LEGEND_PAST] = {"past the last day", "après le dernier jour", "na de laatste dag"},
    [OMBUD__W_LEGEND_ENDED] = {"lapsed, excused or expired", "éteint, dispensé ou expiré",
                               "vervallen, vrijgesteld of verstreken"},
    [OMBUD__W_LEGEND_FINDING] = {"finding", "constat", "vaststelling"},
    [OMBUD__W_DUTY_DUE] = {"Last day of a duty", "Dernier jour d'une obligation", "Laatste dag van een verplichting"},
    [OMBUD__W_AT_MOST] = {"at most #", "au plus #", "hoogstens #"},
    [OMBUD__W_AT_LEAST] = {"at least #", "au moins #", "minstens #"},
    [OMBUD__W_EXACTLY] = {"exactly #", "exactement #", "precies #"},
    [OMBUD__W_HOST_LENGTH] = {"set by the host: #", "fixé par l'hôte : #", "door de gastheer bepaald: #"},
    [OMBUD__W_AS_CARRIED] = {"as the event says: #", "selon l'événement : #", "zoals de gebeurtenis zegt: #"},
    [OMBUD__W_MET_BY] = {"met by: #", "accompli par : #", "nagekomen door: #"},
    [OMBUD__W_THEN] = {"at its end: #", "à son terme : #", "na afloop: #"},
    [OMBUD__W_IN_ANY_STATE] = {"without changing the state:", "sans changer l'état :",
                               "zonder de toestand te wijzigen:"},
};

static const char *const forces[][LANGUAGES] = {
    {"force not stated", "force non indiquée", "kracht niet vermeld"},
    {"law", "loi", "wet"},
    {"proposal, not law", "proposition, pas une loi", "voorstel, geen wet"},
    {"plan, not law", "plan, pas une loi", "plan, geen wet"},
    {"policy, not law", "règle interne, pas une loi", "beleidsregel, geen wet"},
};

static const char *const units[][2][LANGUAGES] = {
    {{"", "", ""}, {"", "", ""}},
    {{"day", "jour", "dag"}, {"days", "jours", "dagen"}},
    {{"week", "semaine", "week"}, {"weeks", "semaines", "weken"}},
    {{"month", "mois", "maand"}, {"months", "mois", "maanden"}},
    {{"year", "an", "jaar"}, {"years", "ans", "jaar"}},
};

static const char *const holidays[][LANGUAGES] = {
    {"working day", "jour ouvrable", "werkdag"},
    {"New Year's Day", "jour de l'an", "nieuwjaarsdag"},
    {"Easter Monday", "lundi de Pâques", "paasmaandag"},
    {"Labour Day", "fête du travail", "Dag van de Arbeid"},
    {"Ascension Day", "Ascension", "Hemelvaartsdag"},
    {"Whit Monday", "lundi de Pentecôte", "pinkstermaandag"},
    {"Belgian National Day", "fête nationale", "nationale feestdag"},
    {"Assumption", "Assomption", "Onze-Lieve-Vrouw-Hemelvaart"},
    {"All Saints' Day", "Toussaint", "Allerheiligen"},
    {"Armistice Day", "Armistice", "Wapenstilstand"},
    {"Christmas", "Noël", "Kerstmis"},
    {"Saturday", "samedi", "zaterdag"},
    {"Sunday", "dimanche", "zondag"},
    {"a day without work set by the host", "jour chômé fixé par l'hôte", "door de gastheer vastgestelde vrije dag"},
};

/* By ruling; the second row of a pair is how a proposal, plan or policy speaks. */
static const char *const rulings[][2][LANGUAGES] = {
    {{"", "", ""}, {"", "", ""}},
    {{"permitted", "permis", "toegestaan"}, {"conforms", "conforme", "conform"}},
    {{"forbidden", "interdit", "verboden"}, {"departs", "s'écarte", "wijkt af"}},
    {{"undetermined", "indéterminé", "onbepaald"}, {"undetermined", "indéterminé", "onbepaald"}},
    {{"not foreseen", "non prévu", "niet voorzien"}, {"not foreseen", "non prévu", "niet voorzien"}},
    {{"no text", "pas de texte", "geen tekst"}, {"no text", "pas de texte", "geen tekst"}},
};

static const char *const weekdays[7][2][LANGUAGES] = {
    {{"Monday", "lundi", "maandag"}, {"Mon", "lun.", "ma"}},
    {{"Tuesday", "mardi", "dinsdag"}, {"Tue", "mar.", "di"}},
    {{"Wednesday", "mercredi", "woensdag"}, {"Wed", "mer.", "wo"}},
    {{"Thursday", "jeudi", "donderdag"}, {"Thu", "jeu.", "do"}},
    {{"Friday", "vendredi", "vrijdag"}, {"Fri", "ven.", "vr"}},
    {{"Saturday", "samedi", "zaterdag"}, {"Sat", "sam.", "za"}},
    {{"Sunday", "dimanche", "zondag"}, {"Sun", "dim.", "zo"}},
};

static const char *const months[12][2][LANGUAGES] = {
    {{"January", "janvier", "januari"}, {"Jan", "janv.", "jan"}},
    {{"February", "février", "februari"}, {"Feb", "févr.", "feb"}},
    {{"March", "mars", "maart"}, {"Mar", "mars", "mrt"}},
    {{"April", "avril", "april"}, {"Apr", "avr.", "apr"}},
    {{"May", "mai", "mei"}, {"May", "mai", "mei"}},
    {{"June", "juin", "juni"}, {"Jun", "juin", "jun"}},
    {{"July", "juillet", "juli"}, {"Jul", "juil.", "jul"}},
    {{"August", "août", "augustus"}, {"Aug", "août", "aug"}},
    {{"September", "septembre", "september"}, {"Sep", "sept.", "sep"}},
    {{"October", "octobre", "oktober"}, {"Oct", "oct.", "okt"}},
    {{"November", "novembre", "november"}, {"Nov", "nov.", "nov"}},
    {{"December", "décembre", "december"}, {"Dec", "déc.", "dec"}},
};

static int column(ombud_lang lang)
{
    return lang == OMBUD_LANG_FR ? 1 : lang == OMBUD_LANG_NL ? 2 : 0;
}

const char *ombud__fixed_word(ombud__fixed word, ombud_lang lang)
{
    return words[word][column(lang)];
}

const char *ombud__word_of_force(ombud_force force, ombud_lang lang)
{
    return forces[force >= OMBUD_FORCE_LAW && force <= OMBUD_FORCE_POLICY ? force : 0][column(lang)];
}

const char *ombud__word_of_unit(ombud_unit unit, int64_t count, ombud_lang lang)
{
    int known = unit >= OMBUD_UNIT_DAYS && unit <= OMBUD_UNIT_YEARS;
    /* Nought is singular in French. */
    int singular = count == 1 || (count == 0 && lang == OMBUD_LANG_FR);
    return units[known ? unit : 0][!singular][column(lang)];
}

const char *ombud__word_of_holiday(ombud_holiday holiday, ombud_lang lang)
{
    return holidays[holiday >= OMBUD_HOLIDAY_NONE && holiday <= OMBUD_HOLIDAY_HOST ? holiday : 0][column(lang)];
}

const char *ombud__word_of_ruling(ombud_ruling ruling, ombud_force force, ombud_lang lang)
{
    int known = ruling >= OMBUD_PERMITTED && ruling <= OMBUD_NO_TEXT;
    return rulings[known ? ruling : 0][force > OMBUD_FORCE_LAW][column(lang)];
}

const char *ombud__word_colon(ombud_lang lang)
{
    return lang == OMBUD_LANG_FR ? " : " : ": ";
}

const char *ombud__word_of_weekday(int32_t weekday, int brief, ombud_lang lang)
{
    return weekdays[(weekday + 6) % 7][brief != 0][column(lang)];
}

const char *ombud__word_of_month(int32_t month, int brief, ombud_lang lang)
{
    return months[(month + 11) % 12][brief != 0][column(lang)];
}
