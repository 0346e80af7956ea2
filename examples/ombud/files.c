/*
 * Reading files whole, and saying where something is wrong in them: FILE:LINE:COL: what; what would be right.
 */
#include "cli.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

int library_error(const char *file, ombud_status status, const ombud_error *err)
{
    if (file && err->line) {
        fprintf(stderr, "%s:%u:%u: ", file, (unsigned)err->line, (unsigned)err->column);
    } else {
        fprintf(stderr, "%s: ", file ? file : "ombud");
    }
    fputs(*err->message ? err->message : ombud_status_name(status), stderr);
    if (*err->excerpt) {
        fprintf(stderr, ": '%s'", err->excerpt);
    }
    if (*err->nearest) {
        fprintf(stderr, "; did you mean %s?", err->nearest);
    } else if (*err->remedy) {
        fprintf(stderr, "; %s", err->remedy);
    }
    fputc('\n', stderr);
    return status == OMBUD_E_NOMEM ? EXIT_NO_MEMORY : EXIT_BAD_INPUT;
}

static int too_large(const char *name)
{
    fprintf(stderr, "%s: larger than 64 MiB; cut it into several files\n", name);
    return EXIT_BAD_INPUT;
}

/* Reads to the end, growing by doubling. */
static int read_all(FILE *stream, const char *name, text_file *out)
{
    size_t room = 0;
    for (;;) {
        if (out->length == room) {
            size_t wanted = room ? room * 2 : 65536;
            char *grown = realloc(out->text, wanted + 1);
            if (!grown) {
                fputs("ombud: out of memory\n", stderr);
                return EXIT_NO_MEMORY;
            }
            out->text = grown;
            room = wanted;
        }
        size_t got = fread(out->text + out->length, 1, room - out->length, stream);
        out->length += got;
        if (out->length > FILE_MAX) {
            return too_large(name);
        }
        if (got == 0) {
            break;
        }
    }
    if (ferror(stream)) {
        fprintf(stderr, "%s: cannot be read: %s; name a file that can be read\n", name, strerror(errno));
        return EXIT_BAD_INPUT;
    }
    out->text[out->length] = '\0';
    return EXIT_GOOD;
}

int file_read(const char *name, text_file *out)
{
    int from_stdin = strcmp(name, "-") == 0;
    text_file file = {from_stdin ? "stdin" : name, NULL, 0};
    FILE *stream = from_stdin ? stdin : fopen(name, "rb");
    if (!stream) {
        int missing = errno;
        int law = 0;
        for (size_t i = 0; i < ombud_law_builtin_count(); i++) {
            law |= strcmp(name, ombud_law_builtin_name(i)) == 0;
        }
        fprintf(stderr, "%s: cannot be opened: %s; %s\n", name, strerror(missing),
                law ? "that is the name of a law, and a file is wanted"
                    : "name a file that can be read, or - for stdin");
        return EXIT_BAD_INPUT;
    }
    int result = read_all(stream, file.name, &file);
    if (!from_stdin) {
        fclose(stream);
    }
    if (result != EXIT_GOOD) {
        file_free(&file);
        return result;
    }
    *out = file;
    return EXIT_GOOD;
}

void file_free(text_file *file)
{
    free(file->text);
    file->text = NULL;
    file->length = 0;
}
