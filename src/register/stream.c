/* A journal of many cases, read line by line however it is cut; see ombud/register.h. */
#include "register.h"

#include "kernel/error.h"
#include "kernel/text.h"

#include <string.h>

/* A number, a tab, and a line of the case language. */
#define LINE_ROOM (OMBUD_LINE_MAX + 32)

struct ombud_stream {
    ombud_alloc alloc;
    ombud_register *reg;
    uint64_t lines;
    size_t held; /* bytes of a line whose end has not come */
    int closed;
    char line[LINE_ROOM];
};

ombud_status ombud_stream_new(ombud_register *reg, ombud_stream **out, ombud_error *err)
{
    if (reg == NULL || out == NULL)
        return ombud__fail(err, OMBUD_E_ARGUMENT, "a stream needs a register and a place for the result", "pass both");
    ombud_stream *stream = ombud__alloc(&reg->alloc, sizeof *stream);
    if (stream == NULL)
        return ombud__fail_no_memory_for(err, "there is no memory for the stream");
    memset(stream, 0, sizeof *stream);
    stream->alloc = reg->alloc;
    stream->reg = reg;
    *out = stream;
    return OMBUD_OK;
}

void ombud_stream_free(ombud_stream *stream)
{
    if (stream == NULL)
        return;
    ombud_alloc alloc = stream->alloc;
    ombud__free_wiped(&alloc, stream, sizeof *stream);
}

/* The number of the line that comes next; errors count no further than 32 bits. */
static uint32_t number_of_line(const ombud_stream *stream)
{
    return stream->lines < UINT32_MAX ? (uint32_t)stream->lines + 1 : UINT32_MAX;
}

static ombud_status record(ombud_stream *stream, const char *text, size_t length, ombud_error *err)
{
    uint32_t line = number_of_line(stream);
    ombud__textline words = ombud__textline_over(text, length, line, err);
    const char *tab = memchr(text, '\t', length);
    ombud_view number = {text, tab == NULL ? 0 : (size_t)(tab - text)};
    ombud_view word;
    size_t fault = ombud__utf8_fault(text, length);
    if (fault < length)
        return ombud__fail_at(err, OMBUD_E_UTF8, "not valid UTF-8, or a control character", "write UTF-8 text", line,
                              (uint32_t)fault + 1, text + fault, 1);
    if (!ombud__textline_peek(&words, &word))
        return OMBUD_OK;
    if (ombud__number_of(number) == 0)
        return ombud__textline_fail(&words, word, OMBUD_E_SYNTAX, "the line does not begin with the number of a case",
                                    "write the number, a tab, and a line of the case language");
    words.at = number.len + 1;
    return ombud__fail_on_line(err, ombud__register_words(stream->reg, ombud__number_of(number), &words), line);
}

/* The next line as far as it has come; its bytes where they stand if it begins and ends here. */
static ombud_status take_line(ombud_stream *stream, const char *bytes, size_t length, int ends, ombud_error *err)
{
    if (length > LINE_ROOM - stream->held)
        return ombud__fail_at(err, OMBUD_E_LIMIT, "a line is longer than 64 KiB", "cut it into several lines",
                              number_of_line(stream), (uint32_t)LINE_ROOM, "", 0);
    if (stream->held > 0 || !ends) {
        if (length > 0)
            memcpy(stream->line + stream->held, bytes, length);
        stream->held += length;
        bytes = stream->line;
        length = stream->held;
    }
    if (!ends)
        return OMBUD_OK;
    ombud_status status = length > 0 ? record(stream, bytes, length, err) : OMBUD_OK;
    if (status == OMBUD_OK) {
        stream->held = 0;
        stream->lines++;
    }
    return status;
}

ombud_status ombud_stream_feed(ombud_stream *stream, const char *bytes, size_t length, ombud_error *err)
{
    ombud_status status = OMBUD_OK;
    if (stream == NULL || (bytes == NULL && length > 0))
        return ombud__fail(err, OMBUD_E_ARGUMENT, "a NULL where something must be", "give the stream and bytes");
    if (stream->closed)
        return ombud__fail(err, OMBUD_E_STATE, "the stream has stopped", "begin a new one where it did");
    for (size_t at = 0; at < length && status == OMBUD_OK;) {
        const char *end = memchr(bytes + at, '\n', length - at);
        size_t piece = end == NULL ? length - at : (size_t)(end - (bytes + at));
        status = take_line(stream, bytes + at, piece, end != NULL, err);
        at += piece + (end != NULL);
    }
    stream->closed = status != OMBUD_OK;
    return status;
}

ombud_status ombud_stream_end(ombud_stream *stream, ombud_error *err)
{
    if (stream == NULL)
        return ombud__fail(err, OMBUD_E_ARGUMENT, "a NULL where something must be", "give the stream");
    if (stream->closed)
        return ombud__fail(err, OMBUD_E_STATE, "the stream has stopped", "begin a new one where it did");
    stream->closed = 1;
    if (stream->held > 0)
        return ombud__fail_at(err, OMBUD_E_SYNTAX, "the journal ends in the middle of a line",
                              "its lines above are in the register; give this one whole, with its end of line",
                              number_of_line(stream), (uint32_t)stream->held + 1, stream->line, stream->held);
    return OMBUD_OK;
}

uint64_t ombud_stream_lines(const ombud_stream *stream)
{
    return stream == NULL ? 0 : stream->lines;
}
