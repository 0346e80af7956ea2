/*
 * The table of what the program says: English, French, Dutch, in this order. The blank before a French colon,
 * semicolon, question or exclamation mark is U+00A0, so that no line is cut there; the library writes it likewise.
 */
#include "words.h"

#include <inttypes.h>
#include <string.h>

enum { FR = 1, NL = 2, LANGUAGES = 3 };
#define IN(en, fr, nl)                                                                                                 \
    {                                                                                                                  \
        en, fr, nl                                                                                                     \
    }

static const char *const phrases[SAY_COUNT][LANGUAGES] = {
    [SAY_COLON] = IN(": ", " : ", ": "),
    [SAY_YES] = IN("yes", "oui", "ja"),
    [SAY_NO] = IN("no", "non", "neen"),
    [SAY_UNDETERMINED] = IN("undetermined", "indéterminé", "onbepaald"),
    [SAY_CONFLICT] = IN("conflict", "contradiction", "tegenspraak"),
    [SAY_NO_ANSWER] = IN("none", "pas de réponse", "geen antwoord"),
    [SAY_OPEN] = IN("(open)", "(ouverte)", "(opengelaten)"),
    [SAY_UNTIL] = IN("until #", "jusqu'au #", "tot en met #"),
    [SAY_NO_ROW] = IN("no row", "aucune ligne", "geen regel"),
    [SAY_STRUCTURE] = IN("structure", "structure", "structuur"),
    [SAY_NO_FIGURES] =
        IN("the law defines no table of figures, so nothing is counted; a law of your own can: docs/figures.md",
           "la loi ne définit aucun tableau de chiffres, rien n'est donc compté ; une loi à vous le peut : "
           "docs/figures.md",
           "de wet bepaalt geen tabel van cijfers, dus wordt niets geteld; een eigen wet kan dat: docs/figures.md"),

    [SAY_PROVISION] = IN("# provision", "# disposition", "# bepaling"),
    [SAY_PROVISIONS] = IN("# provisions", "# dispositions", "# bepalingen"),
    [SAY_FINDING] = IN("# finding", "# constat", "# vaststelling"),
    [SAY_FINDINGS] = IN("# findings", "# constats", "# vaststellingen"),
    [SAY_CURED_ONE] = IN("# cured by a later entry", "# levé par un encodage ultérieur",
                         "# weggenomen door een latere invoer"),
    [SAY_CURED] = IN("# cured by a later entry", "# levés par un encodage ultérieur",
                     "# weggenomen door een latere invoer"),
    [SAY_CASE] = IN("# case", "# dossier", "# dossier"),
    [SAY_CASES] = IN("# cases", "# dossiers", "# dossiers"),
    [SAY_PASSED] = IN("# passed", "# réussie", "# geslaagd"),
    [SAY_PASSED_MORE] = IN("# passed", "# réussies", "# geslaagd"),
    [SAY_FAILED] = IN("# failed", "# échouée", "# mislukt"),
    [SAY_FAILED_MORE] = IN("# failed", "# échouées", "# mislukt"),
    [SAY_IN] = IN("in", "dans", "in"),

    [SAY_SOURCE] = IN("source #", "source #", "bron #"),
    [SAY_VERIFIED_TO] = IN("verified to #", "texte vérifié jusqu'au #", "tekst nagekeken tot #"),
    [SAY_NOT_VERIFIED] = IN("not verified", "texte non vérifié", "tekst niet nagekeken"),

    [SAY_HEAD_IN_FORCE] = IN("in force", "en vigueur", "van kracht"),
    [SAY_HEAD_MODALITY] = IN("modality", "nature", "aard"),
    [SAY_HEAD_TREATMENT] = IN("treatment", "traitement", "behandeling"),
    [SAY_HEAD_ANCHOR] = IN("anchor", "repère", "zoektekst"),
    [SAY_HEAD_LINE] = IN("line", "ligne", "regel"),
    [SAY_HEAD_READING] = IN("reading", "lecture", "lezing"),
    [SAY_HEAD_TESTS] = IN("tests", "tests", "tests"),
    [SAY_FROM] = IN("from #", "à partir du #", "vanaf #"),
    [SAY_FROM_UNKNOWN] = IN("from a day that is not known", "depuis un jour inconnu", "vanaf een onbekende dag"),
    [SAY_WORDING_FROM] = IN("wording held from #", "texte détenu à partir du #", "tekst voorhanden vanaf #"),
    [SAY_NOT_STATED] = IN("not stated", "non indiquée", "niet vermeld"),
    [SAY_LINE_OF_LAW] = IN("# of the .law text", "# du texte .law", "# van de .law-tekst"),
    [SAY_NO_TEST] = IN("none names it", "aucun ne la nomme", "geen enkele noemt ze"),

    [SAY_MISSING] = IN("missing:  ", "il manque :  ", "ontbreekt:  "),
    [SAY_DECIDED_BY] = IN("decided by: ", "décidé par : ", "beslist door: "),
    [SAY_OUTSIDE_FIELD] =
        IN("the facts put the matter outside its field", "les faits placent l'affaire hors de son champ",
           "volgens de feiten valt de zaak buiten het toepassingsgebied"),
    [SAY_DAY_OF_SETTING] = IN("the day since when it is in force; the law leaves it to `set # since NAME DAY`",
                              "le jour depuis lequel elle est en vigueur ; la loi le laisse à `set # since NOM JOUR`",
                              "de dag sinds wanneer ze van kracht is; de wet laat die over aan `set # since NAAM DAG`"),
    [SAY_NONE_IN_FORCE] = IN("no row of it is in force on that day", "aucune de ses lignes n'est en vigueur ce jour-là",
                             "geen regel ervan is die dag van kracht"),
    [SAY_NO_ROUTING] = IN("no row says when it applies", "aucune ligne ne dit quand elle s'applique",
                          "geen regel zegt wanneer ze geldt"),
    [SAY_LAWS_APPLY] =
        IN("# laws apply: open a case under each", "# lois s'appliquent : ouvrez un dossier sous chacune d'elles",
           "# wetten gelden: open een dossier onder elk ervan"),
    [SAY_SAME_NUMBER] = IN(", both numbered #", ", tous sous le numéro #", ", alle met nummer #"),
    [SAY_NONE_APPLIES] =
        IN("no law at hand applies", "aucune loi à disposition ne s'applique", "geen van de voorhanden wetten geldt"),

    [SAY_FAILED_IN] = IN("failed", "échec", "mislukt"),
    [SAY_HEAD_EXPECTED] = IN("expected", "attendu", "verwacht"),
    [SAY_HEAD_GOT] = IN("got", "obtenu", "gekregen"),
    [SAY_HEAD_BECAUSE] = IN("because", "selon", "volgens"),
    [SAY_HEAD_TO_PASTE] = IN("to paste", "à coller", "plak dit"),

    [SAY_COVERAGE_OF] = IN("coverage of #", "couverture de #", "dekking van #"),
    [SAY_OF_ALL] = IN("of", "sur", "van"),
    [SAY_WITHIN] = IN(", in: ", ", dans : ", ", in: "),

    [SAY_MOVED_NONE] = IN("none", "rien", "niets"),
    [SAY_MOVED_LINE] = IN(" (line #)", " (ligne #)", " (regel #)"),
    [SAY_CASE_MOVES] = IN("# case moves", "# dossier touché", "# dossier geraakt"),
    [SAY_CASES_MOVE] = IN("# cases move", "# dossiers touchés", "# dossiers geraakt"),
    [SAY_OF_ANOTHER_LAW] = IN(", # of another law", ", # d'une autre loi", ", # van een andere wet"),
    [SAY_CONFORMS] = IN("conforms", "conforme", "conform"),
    [SAY_DEPARTS] = IN("departs", "s'écarte", "wijkt af"),

    [SAY_BY] = IN("by", "par", "door"),
    [SAY_FORMERLY] = IN("formerly", "anciennement", "voorheen"),
    [SAY_STATED_BY] = IN("stated by", "déclaré par", "verklaard door"),
    [SAY_ANYBODY] = IN("anybody", "quiconque", "om het even wie"),
    [SAY_SILENCE_NO] = IN("; not stated it is no", " ; non déclaré, c'est non", "; niet verklaard is het neen"),
    [SAY_SILENCE_UNKNOWN] =
        IN("; not stated it is unknown", " ; non déclaré, c'est inconnu", "; niet verklaard is het onbekend"),
    /* What stands behind the colon is written so in a case; what is in capitals is put in. */
    [SAY_HEAD_ROLES] = IN("roles: person p1 ROLE, ROLE", "rôles : person p1 RÔLE, RÔLE", "rollen: person p1 ROL, ROL"),
    [SAY_HEAD_LENGTHS] =
        IN("lengths that the host sets: set length NAME PERIOD", "durées que l'hôte fixe : set length NOM PÉRIODE",
           "duren die de gastheer instelt: set length NAAM PERIODE"),
    [SAY_HEAD_SCOPES] = IN("scopes: set scope NAME", "champs : set scope NOM", "toepassingsgebieden: set scope NAAM"),
    [SAY_HEAD_DAYS] = IN("days in force that the host sets: set since NAME DATE",
                         "jours d'entrée en vigueur que l'hôte fixe : set since NOM DATE",
                         "dagen van inwerkingtreding die de gastheer instelt: set since NAAM DATUM"),
    [SAY_HEAD_READINGS] = IN("readings: set reading NAME ALTERNATIVE (* is the default)",
                             "lectures : set reading NOM VARIANTE (* est celle qui vaut si rien n'est choisi)",
                             "lezingen: set reading NAAM KEUZE (* geldt als niets gekozen is)"),
    [SAY_HEAD_EVENTS] = IN("events: DATE EVENT #1 by=PERSON ARGUMENT=VALUE FACT=yes|no|unknown",
                           "événements : DATE ÉVÉNEMENT #1 by=PERSONNE ARGUMENT=VALEUR FAIT=yes|no|unknown",
                           "gebeurtenissen: DATUM GEBEURTENIS #1 by=PERSOON ARGUMENT=WAARDE FEIT=yes|no|unknown"),
    [SAY_HEAD_FACTS] = IN("facts: DATE fact #1 FACT=yes|no|unknown by=PERSON, or on the line of an event",
                          "faits : DATE fact #1 FAIT=yes|no|unknown by=PERSONNE, ou sur la ligne d'un événement",
                          "feiten: DATUM fact #1 FEIT=yes|no|unknown by=PERSOON, of op de regel van een gebeurtenis"),
    [SAY_HEAD_LINKS] = IN("links: DATE link #1 LINK ITEM by=PERSON", "liens : DATE link #1 LIEN ÉLÉMENT by=PERSONNE",
                          "koppelingen: DATUM link #1 KOPPELING ELEMENT by=PERSOON"),
    [SAY_HEAD_STATES] =
        IN("states: expect state #1 STATE", "états : expect state #1 ÉTAT", "toestanden: expect state #1 TOESTAND"),
    [SAY_HEAD_DEFINITIONS] = IN("facts that the law defines: expect fact #1 FACT yes|no|unknown",
                                "faits que la loi définit : expect fact #1 FAIT yes|no|unknown",
                                "feiten die de wet bepaalt: expect fact #1 FEIT yes|no|unknown"),
    [SAY_HEAD_TERMS] = IN("duties and other terms: expect duty|term NAME #1 STATUS",
                          "obligations et autres délais : expect duty|term NOM #1 STATUT",
                          "verplichtingen en andere termijnen: expect duty|term NAAM #1 STATUS"),
    [SAY_HEAD_QUESTIONS] = IN("questions: expect answer QUESTION #1 VALUE",
                              "questions : expect answer QUESTION #1 VALEUR", "vragen: expect answer VRAAG #1 WAARDE"),

    [SAY_FORCES] = IN("", "", ""),
    [SAY_FORCES + OMBUD_FORCE_LAW] = IN("law", "loi", "wet"),
    [SAY_FORCES + OMBUD_FORCE_PROPOSAL] = IN("proposal", "proposition", "voorstel"),
    [SAY_FORCES + OMBUD_FORCE_PLAN] = IN("plan", "plan", "plan"),
    [SAY_FORCES + OMBUD_FORCE_POLICY] = IN("policy", "règle interne", "beleidsregel"),

    [SAY_TREATMENTS] = IN("", "", ""),
    [SAY_TREATMENTS + OMBUD_TREATMENT_EXECUTED] = IN("executed", "exécutée", "uitgevoerd"),
    [SAY_TREATMENTS + OMBUD_TREATMENT_RECORDED] = IN("recorded", "enregistrée", "opgetekend"),
    [SAY_TREATMENTS + OMBUD_TREATMENT_OUTSIDE] = IN("outside", "non traitée", "niet behandeld"),

    [SAY_PARTS] = IN("", "", ""),
    [SAY_PARTS + OMBUD_PART_READING] = IN("reading", "lecture", "lezing"),
    [SAY_PARTS + OMBUD_PART_LENGTH] = IN("length", "durée", "duur"),
    [SAY_PARTS + OMBUD_PART_FACT] = IN("fact", "fait", "feit"),
    [SAY_PARTS + OMBUD_PART_FIXED] = IN("fixed", "réponse fixe", "vast antwoord"),

    /* What stands for a value behind `NAME=`. */
    [SAY_CARRIED] = IN("", "", ""),
    [SAY_CARRIED + OMBUD_ARGUMENT_ITEM] = IN("1", "1", "1"),
    [SAY_CARRIED + OMBUD_ARGUMENT_CHOICE] = IN("CHOICE", "CHOIX", "KEUZE"),
    [SAY_CARRIED + OMBUD_ARGUMENT_DAY] = IN("DATE", "DATE", "DATUM"),
    [SAY_CARRIED + OMBUD_ARGUMENT_PERIOD] = IN("PERIOD", "PÉRIODE", "PERIODE"),

    [SAY_COUNTED] = IN("", "", ""),
    [SAY_COUNTED + OMBUD_COVERING_PROVISIONS] = IN("provisions", "dispositions", "bepalingen"),
    [SAY_COUNTED + OMBUD_COVERING_ROWS] = IN("rows", "lignes", "regels"),
    [SAY_COUNTED + OMBUD_COVERING_CONDITIONS] = IN("conditions", "conditions", "voorwaarden"),
    [SAY_COUNTED + OMBUD_COVERING_OUTCOMES] = IN("outcomes", "issues", "uitkomsten"),
    [SAY_COUNTED + OMBUD_COVERING_BOUNDARIES] = IN("boundaries", "limites", "grenzen"),
    [SAY_COUNTED + OMBUD_COVERING_VERSIONS] = IN("versions", "versions", "versies"),
    [SAY_COUNTED_ONE] = IN("", "", ""),
    [SAY_COUNTED_ONE + OMBUD_COVERING_PROVISIONS] = IN("provision", "disposition", "bepaling"),
    [SAY_COUNTED_ONE + OMBUD_COVERING_ROWS] = IN("row", "ligne", "regel"),
    [SAY_COUNTED_ONE + OMBUD_COVERING_CONDITIONS] = IN("condition", "condition", "voorwaarde"),
    [SAY_COUNTED_ONE + OMBUD_COVERING_OUTCOMES] = IN("outcome", "issue", "uitkomst"),
    [SAY_COUNTED_ONE + OMBUD_COVERING_BOUNDARIES] = IN("boundary", "limite", "grens"),
    [SAY_COUNTED_ONE + OMBUD_COVERING_VERSIONS] = IN("version", "version", "versie"),

    /* English as ombud_gap_name() has it; in French of what is counted, each of which is feminine. */
    [SAY_GAPS] = IN("covered", "couverte", "gedekt"),
    [SAY_GAPS + OMBUD_GAP_NEVER_EVALUATED] = IN("never evaluated", "jamais évaluée", "nooit beoordeeld"),
    [SAY_GAPS + OMBUD_GAP_NEVER_NO] = IN("never no", "jamais non", "nooit neen"),
    [SAY_GAPS + OMBUD_GAP_NEVER_YES] = IN("never yes", "jamais oui", "nooit ja"),
    [SAY_GAPS + OMBUD_GAP_NEVER_DECIDED] = IN("never what decided", "jamais décisive", "nooit doorslaggevend"),
    [SAY_GAPS + OMBUD_GAP_NEVER_TAKEN] = IN("never taken", "jamais suivie", "nooit gevolgd"),
    [SAY_GAPS + OMBUD_GAP_NOT_IN_FORCE] = IN("its provision was not in force on any day used",
                                             "sa disposition n'était en vigueur aucun des jours utilisés",
                                             "de bepaling was op geen enkele gebruikte dag van kracht"),
    [SAY_GAPS + OMBUD_GAP_NO_WORDING] =
        IN("its wording was not held on any day used", "son texte n'était détenu pour aucun des jours utilisés",
           "de tekst was voor geen enkele gebruikte dag voorhanden"),
    [SAY_GAPS + OMBUD_GAP_READING] =
        IN("its reading was not chosen in any case", "sa lecture n'a été choisie dans aucun dossier",
           "de lezing werd in geen enkel dossier gekozen"),
    [SAY_GAPS + OMBUD_GAP_SCOPE] = IN("no case lies in its scope", "aucun dossier n'entre dans son champ",
                                      "geen enkel dossier valt onder het toepassingsgebied"),
    [SAY_GAPS + OMBUD_GAP_NEVER_CAME] = IN("never came", "jamais survenue", "nooit voorgekomen"),
    [SAY_GAPS + OMBUD_GAP_NEVER_LOOKED] = IN("never looked at", "jamais examinée", "nooit bekeken"),
    [SAY_GAPS + OMBUD_GAP_ROWS] =
        IN("rows of it are not covered", "des lignes n'en sont pas couvertes", "regels ervan zijn niet gedekt"),

    /* English as the library names them; French and Dutch as it tells them of a case. */
    [SAY_RULINGS] = IN("", "", ""),
    [SAY_RULINGS + OMBUD_PERMITTED] = IN("permitted", "permis", "toegestaan"),
    [SAY_RULINGS + OMBUD_FORBIDDEN] = IN("forbidden", "interdit", "verboden"),
    [SAY_RULINGS + OMBUD_UNDETERMINED] = IN("undetermined", "indéterminé", "onbepaald"),
    [SAY_RULINGS + OMBUD_NOT_FORESEEN] = IN("not_foreseen", "non prévu", "niet voorzien"),
    [SAY_RULINGS + OMBUD_NO_TEXT] = IN("no_text", "pas de texte", "geen tekst"),
    [SAY_STATUSES] = IN("none", "jamais commencé", "nooit begonnen"),
    [SAY_STATUSES + OMBUD_TERM_OPEN] = IN("open", "en cours", "lopend"),
    [SAY_STATUSES + OMBUD_TERM_MET] = IN("met", "accompli", "nagekomen"),
    [SAY_STATUSES + OMBUD_TERM_MET_LATE] = IN("met_late", "accompli tardivement", "te laat nagekomen"),
    [SAY_STATUSES + OMBUD_TERM_OVERDUE] = IN("overdue", "en retard", "te laat"),
    [SAY_STATUSES + OMBUD_TERM_EXPIRED] = IN("expired", "expiré", "verstreken"),
    [SAY_STATUSES + OMBUD_TERM_EXCUSED] = IN("excused", "dispensé", "vrijgesteld"),
    [SAY_STATUSES + OMBUD_TERM_LAPSED] = IN("lapsed", "éteint", "vervallen"),
    [SAY_KINDS] = IN("", "", ""),
    [SAY_KINDS + OMBUD_BREACH] = IN("breach", "manquement", "inbreuk"),
    [SAY_KINDS + OMBUD_LATE] = IN("late", "en retard", "te laat"),
    [SAY_KINDS + OMBUD_NOT_SHOWN] = IN("not_shown", "non établi", "niet aangetoond"),
    [SAY_MOVED] = IN("", "", ""),
    [SAY_MOVED + OMBUD_MOVED_VERDICT] = IN("verdict", "verdict", "oordeel"),
    [SAY_MOVED + OMBUD_MOVED_FINDING] = IN("finding", "constat", "vaststelling"),
    [SAY_MOVED + OMBUD_MOVED_TERM] = IN("term", "délai", "termijn"),
};

/* The modalities that laws name so far. */
static const struct {
    const char *name;
    const char *in[LANGUAGES];
} modalities[] = {
    {"condition", IN("condition", "condition", "voorwaarde")},
    {"consequence", IN("consequence", "conséquence", "gevolg")},
    {"deadline", IN("deadline", "délai", "termijn")},
    {"definition", IN("definition", "définition", "definitie")},
    {"duty", IN("duty", "obligation", "verplichting")},
    {"exclusion", IN("exclusion", "exclusion", "uitsluiting")},
    {"office", IN("office", "fonction", "ambt")},
    {"penalty", IN("penalty", "sanction", "sanctie")},
    {"power", IN("power", "pouvoir", "bevoegdheid")},
    {"presumption", IN("presumption", "présomption", "vermoeden")},
    {"prohibition", IN("prohibition", "interdiction", "verbod")},
    {"publication", IN("publication", "publication", "bekendmaking")},
    {"record", IN("record", "enregistrement", "registratie")},
    {"right", IN("right", "droit", "recht")},
    {"scope", IN("scope", "champ d'application", "toepassingsgebied")},
};

/* A language that a build leaves out of the library the program does not speak either. */
static int column(ombud_lang lang)
{
#ifndef OMBUD_WITHOUT_FR
    if (lang == OMBUD_LANG_FR) {
        return FR;
    }
#endif
#ifndef OMBUD_WITHOUT_NL
    if (lang == OMBUD_LANG_NL) {
        return NL;
    }
#endif
    (void)lang;
    return 0;
}

const char *phrase_of(phrase what, ombud_lang lang)
{
    return phrases[what][column(lang)];
}

void say(phrase what, ombud_lang lang)
{
    fputs(phrase_of(what, lang), stdout);
}

void say_with(phrase what, ombud_lang lang, ombud_view filling)
{
    for (const char *z = phrase_of(what, lang); *z; z++) {
        if (*z == '#') {
            put(filling);
        } else {
            putchar(*z);
        }
    }
}

void say_with_day(phrase what, ombud_lang lang, ombud_day day)
{
    char text[16] = "";
    (void)ombud_day_format(day, text, sizeof text);
    say_with(what, lang, ombud_view_of(text));
}

void say_with_number(phrase what, ombud_lang lang, int64_t number)
{
    char text[24] = "";
    (void)snprintf(text, sizeof text, "%" PRId64, number);
    say_with(what, lang, ombud_view_of(text));
}

void say_count(phrase one, ombud_lang lang, size_t count)
{
    /* Nought is singular in French. */
    int singular = count == 1 || (count == 0 && column(lang) == FR);
    say_with_number(singular ? one : (phrase)(one + 1), lang, (int64_t)count);
}

size_t width_of(const char *text)
{
    size_t width = 0;
    for (; *text; text++) {
        width += ((unsigned char)*text & 0xC0) != 0x80;
    }
    return width;
}

void say_head(phrase what, ombud_lang lang, size_t width)
{
    size_t written = width_of(phrase_of(what, lang));
    say(what, lang);
    printf("%*s", written < width ? (int)(width - written) : 0, "");
}

void say_modality(ombud_view name, ombud_lang lang)
{
    for (size_t i = 0; i < sizeof modalities / sizeof modalities[0]; i++) {
        if (name.len == strlen(modalities[i].name) && memcmp(name.ptr, modalities[i].name, name.len) == 0) {
            fputs(modalities[i].in[column(lang)], stdout);
            return;
        }
    }
    put(name);
}
