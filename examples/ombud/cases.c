/*
 * Case files: reading them with a settings file mixed in, and the day they are looked at.
 */
#include "cli.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

/* The offset after the line that begins with `law`, and that line's number; 0 if there is none. */
static size_t after_law_line(const text_file *file, size_t *line)
{
    size_t at = 0;
    for (size_t number = 1; at < file->length; number++) {
        const char *begin = file->text + at;
        const char *end = memchr(begin, '\n', file->length - at);
        size_t length = end ? (size_t)(end - begin) : file->length - at;
        size_t blank = 0;
        while (blank < length && (begin[blank] == ' ' || begin[blank] == '\t')) {
            blank++;
        }
        at += length + (end != NULL);
        if (length - blank > 4 && memcmp(begin + blank, "law ", 4) == 0) {
            *line = number;
            return at;
        }
    }
    return 0;
}

/* Whether a line of settings says anything. */
static int says_nothing(const char *line, size_t length)
{
    for (size_t i = 0; i < length && line[i] != '#'; i++) {
        if (line[i] != ' ' && line[i] != '\t' && line[i] != '\r') {
            return 0;
        }
    }
    return 1;
}

/* Puts each line of the settings, after `set`, behind the case's line `law`, one line for one so that places can be
 * told. */
static int mix_in(case_file *out, const text_file *settings)
{
    static const char set[] = "set ";
    size_t line = 0, lines = 1, at = after_law_line(&out->file, &line);
    for (size_t i = 0; i < settings->length; i++) {
        lines += settings->text[i] == '\n';
    }
    /* A line `law` may be the last and without an end. */
    int unended = at && out->file.text[at - 1] != '\n';
    char *text = at ? malloc(out->file.length + settings->length + lines * (sizeof set) + 2) : NULL;
    if (!text) {
        fputs(at ? "ombud: out of memory\n"
                 : "ombud: the case names no law, so --settings cannot apply; begin it with `law NAME`\n",
              stderr);
        return at ? EXIT_NO_MEMORY : EXIT_BAD_INPUT;
    }
    size_t length = at;
    memcpy(text, out->file.text, at);
    if (unended) {
        text[length++] = '\n';
    }
    out->inserted = 0;
    for (size_t from = 0; from < settings->length; out->inserted++) {
        const char *begin = settings->text + from;
        const char *end = memchr(begin, '\n', settings->length - from);
        size_t size = end ? (size_t)(end - begin) : settings->length - from;
        if (!says_nothing(begin, size)) {
            memcpy(text + length, set, sizeof set - 1);
            length += sizeof set - 1;
        }
        memcpy(text + length, begin, size);
        length += size;
        text[length++] = '\n';
        from += size + (end != NULL);
    }
    memcpy(text + length, out->file.text + at, out->file.length - at);
    length += out->file.length - at;
    text[length] = '\0';
    free(out->file.text);
    out->file.text = text;
    out->file.length = length;
    out->inserted_after = line;
    return EXIT_GOOD;
}

/* The settings of --settings with a line of their own behind them. */
static int read_settings(const options *opts, text_file *out)
{
    growing all = {NULL, 0, 0, 0};
    int result = EXIT_GOOD;
    memset(out, 0, sizeof *out);
    if (opts->settings_file) {
        result = file_read(opts->settings_file, out);
    }
    if (result != EXIT_GOOD || !opts->settings_line) {
        return result;
    }
    ombud_view file = {out->text, out->length};
    if (file.len > 0) {
        grow_view(&all, file);
        grow_z(&all, "\n");
    }
    grow_z(&all, opts->settings_line);
    file_free(out);
    if (all.failed) {
        fputs("ombud: out of memory\n", stderr);
        free(all.text);
        return EXIT_NO_MEMORY;
    }
    out->text = all.text;
    out->length = all.length;
    return EXIT_GOOD;
}

static int mix_in_settings(case_file *out, const options *opts)
{
    text_file settings;
    int result = read_settings(opts, &settings);
    if (result == EXIT_GOOD) {
        result = mix_in(out, &settings);
        file_free(&settings);
    }
    return result;
}

/* The line of a text by its number; empty if there is none. */
static ombud_view line_of(const text_file *file, size_t number)
{
    ombud_view line = {file->text, 0};
    size_t at = 0;
    for (size_t i = 0; i < number && at < file->length; i++) {
        const char *end = memchr(file->text + at, '\n', file->length - at);
        line.ptr = file->text + at;
        line.len = end ? (size_t)(end - line.ptr) : file->length - at;
        at += line.len + 1;
    }
    return line;
}

/* The law under which a text that was not read stands, of those at hand; NULL if it cannot be told. A built-in one is
 * read into `own`. */
static const ombud_law *law_of_text(const text_file *file, const law_shelf *shelf, ombud_law **own)
{
    size_t number = 0;
    char name[64];
    ombud_view line = after_law_line(file, &number) ? line_of(file, number) : line_of(file, 0);
    size_t from = 0, length = 0;
    while (from + 4 < line.len && memcmp(line.ptr + from, "law ", 4) != 0) {
        from++;
    }
    for (from += 4; from < line.len && line.ptr[from] == ' '; from++) {
    }
    while (from + length < line.len && length + 1 < sizeof name && !strchr(" \t\r#", line.ptr[from + length])) {
        name[length] = line.ptr[from + length];
        length++;
    }
    name[length] = '\0';
    for (size_t i = 0; i < shelf->count; i++) {
        ombud_view known = ombud_law_name(shelf->laws[i]);
        if (known.len == length && memcmp(known.ptr, name, length) == 0) {
            return shelf->laws[i];
        }
    }
    return ombud_law_builtin(name, NULL, own, NULL) == OMBUD_OK ? *own : NULL;
}

/* An error in what was mixed in is the settings file's. */
static int case_error(const case_file *file, const options *opts, const law_shelf *shelf, ombud_status status,
                      const ombud_error *err)
{
    static const size_t prefix = 4; /* `set ` */
    ombud_error placed = *err;
    const char *name = file->file.name;
    if (file->inserted && err->line > file->inserted_after) {
        if (err->line <= file->inserted_after + file->inserted) {
            name = opts->settings_file ? opts->settings_file : "the setting";
            placed.line = err->line - (uint32_t)file->inserted_after;
            placed.column = err->column > prefix ? err->column - (uint32_t)prefix : 1;
        } else {
            placed.line = (uint32_t)case_line(file, err->line);
        }
    }
    int result = library_error(name, status, &placed);
    ombud_law *own = NULL;
    const ombud_law *law = status == OMBUD_E_UNKNOWN_NAME ? law_of_text(&file->file, shelf, &own) : NULL;
    if (law) {
        choices_tell(law, line_of(&file->file, err->line), err);
    }
    ombud_law_free(own);
    return result;
}

size_t case_line(const case_file *file, size_t line)
{
    return line > file->inserted_after + file->inserted ? line - file->inserted : line;
}

int case_open(case_file *out, const char *name, const options *opts, const law_shelf *shelf)
{
    ombud_error err = OMBUD_ERROR_INIT;
    const ombud_law *laws[LAW_FILES_MAX];
    memset(out, 0, sizeof *out);
    int result = file_read(name, &out->file);
    if (result == EXIT_GOOD && (opts->settings_file || opts->settings_line)) {
        result = mix_in_settings(out, opts);
    }
    if (result != EXIT_GOOD) {
        case_close(out);
        return result;
    }
    for (size_t i = 0; i < shelf->count; i++) {
        laws[i] = shelf->laws[i];
    }
    ombud_status status = ombud_scenario_parse(out->file.text, out->file.length, shelf->count ? laws : NULL,
                                               shelf->count, NULL, &out->scenario, &err);
    if (status != OMBUD_OK) {
        result = case_error(out, opts, shelf, status, &err);
        case_close(out);
    }
    return result;
}

void case_close(case_file *file)
{
    ombud_scenario_free(file->scenario);
    file->scenario = NULL;
    file_free(&file->file);
}

int case_each(const char *verb, const options *opts, run_visitor each, void *user)
{
    law_shelf shelf;
    int worst = EXIT_GOOD;
    if (!opts->word_count) {
        return usage_error(verb, "a file is missing", NULL);
    }
    int result = shelf_open(&shelf, opts);
    if (result != EXIT_GOOD) {
        return result;
    }
    for (size_t i = 0; i < opts->word_count; i++) {
        case_file file;
        result = case_open(&file, opts->words[i], opts, &shelf);
        if (result == EXIT_GOOD) {
            for (size_t run = 0; run < ombud_scenario_count(file.scenario) && result == EXIT_GOOD; run++) {
                result = each(&file, run, opts, user);
            }
            case_close(&file);
        }
        worst = result > worst ? result : worst;
    }
    shelf_close(&shelf);
    return worst;
}

int case_has_person(const ombud_case *matter, int64_t number)
{
    size_t count = ombud_case_item_count(matter);
    for (size_t i = 0; i < count; i++) {
        ombud_item item = OMBUD_ITEM_INIT;
        if (ombud_case_item_at(matter, i, &item) == OMBUD_OK && item.number == number && item.kind.len == 6 &&
            memcmp(item.kind.ptr, "person", 6) == 0) {
            return 1;
        }
    }
    return 0;
}

/* ROLE[,pN] in the words of the case's law. */
int case_audience(const case_file *file, size_t run, const options *opts, ombud_asof *asof)
{
    const ombud_law *law = ombud_case_law(ombud_scenario_case(file->scenario, run));
    const char *comma = opts->given & OPT_FOR ? strchr(opts->audience, ',') : NULL;
    size_t length = !(opts->given & OPT_FOR) ? 0 : comma ? (size_t)(comma - opts->audience) : strlen(opts->audience);
    if (!(opts->given & OPT_FOR)) {
        return EXIT_GOOD;
    }
    for (size_t i = 0; i < ombud_law_word_count(law, OMBUD_WORD_ROLE); i++) {
        ombud_word role = OMBUD_WORD_INIT;
        if (ombud_law_word(law, OMBUD_WORD_ROLE, i, opts->lang, &role) == OMBUD_OK && role.name.len == length &&
            memcmp(role.name.ptr, opts->audience, length) == 0) {
            asof->has_audience = 1;
            asof->audience |= (uint64_t)1 << i;
        }
    }
    if (!asof->has_audience) {
        ombud_word role = OMBUD_WORD_INIT;
        fprintf(stderr, "%s: the law has no role '%.*s' for --for; name one of ", file->file.name, (int)length,
                opts->audience);
        for (size_t i = 0; ombud_law_word(law, OMBUD_WORD_ROLE, i, opts->lang, &role) == OMBUD_OK; i++) {
            fprintf(stderr, "%s%.*s", i ? ", " : "", (int)role.name.len, role.name.ptr);
        }
        fputc('\n', stderr);
        return EXIT_BAD_INPUT;
    }
    if (comma) {
        char *end = NULL;
        asof->audience_person = strtoll(comma + 1 + (comma[1] == 'p'), &end, 10);
        if (!end || *end || asof->audience_person < 1) {
            fprintf(stderr, "%s: --for takes ROLE or ROLE,pN, such as reporter,p1; '%s' is no person\n",
                    file->file.name, comma + 1);
            return EXIT_BAD_INPUT;
        }
        if (!case_has_person(ombud_scenario_case(file->scenario, run), asof->audience_person)) {
            fprintf(stderr,
                    "%s: --for names p%" PRId64 ", who is not in the case; name a person of a line `person` of it\n",
                    file->file.name, asof->audience_person);
            return EXIT_BAD_INPUT;
        }
    }
    return EXIT_GOOD;
}

int case_asof(const case_file *file, size_t run, const options *opts, ombud_asof *out)
{
    ombud_asof asof = OMBUD_ASOF_INIT;
    if (opts->given & OPT_AS_OF) {
        asof.day = opts->as_of;
    } else if (ombud_scenario_last_day(file->scenario, run, &asof.day) != OMBUD_OK) {
        fprintf(stderr, "%s: nothing in it has a day, so there is none to look at it; say --as-of DAY\n",
                file->file.name);
        return EXIT_BAD_INPUT;
    }
    asof.has_known_by = (opts->given & OPT_KNOWN_BY) != 0;
    asof.known_by = opts->known_by;
    *out = asof;
    return case_audience(file, run, opts, out);
}

ombud_view case_title(const case_file *file, size_t run, char *buffer, size_t capacity)
{
    ombud_view scenario = ombud_scenario_name(file->scenario, run);
    const char *slash = strrchr(file->file.name, '/');
    ombud_view name = ombud_view_of(slash ? slash + 1 : file->file.name);
    size_t length = name.len + (scenario.len ? scenario.len + 2 : 0);
    if (!scenario.len || length >= capacity) {
        return name;
    }
    memcpy(buffer, name.ptr, name.len);
    memcpy(buffer + name.len, ": ", 2);
    memcpy(buffer + name.len + 2, scenario.ptr, scenario.len);
    ombud_view title = {buffer, length};
    return title;
}
