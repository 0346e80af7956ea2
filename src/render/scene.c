/*
 * Gathering what is rendered, and the questions of a law put to the items of a case.
 */
#include "render/scene.h"

#include "kernel/error.h"
#include "kernel/matter.h"

ombud__texts ombud__texts_on(const ombud__scene *scene)
{
    const ombud_law *law = scene->law;
    ombud__texts texts = {0, 0};
    for (size_t i = 0; i < law->provisions_count; i++) {
        ombud_wording wording = ombud__wording_on(scene->matter->settings, (ombud__id)i, (int32_t)scene->asof.day);
        int executed = law->provisions[i].treatment == OMBUD_TREATMENT_EXECUTED;
        texts.held += executed && wording == OMBUD_WORDING_HELD;
        texts.not_held += executed && wording == OMBUD_WORDING_NOT_HELD;
    }
    return texts;
}

void ombud__item_name(const ombud_item *item, char buffer[OMBUD__ITEM_NAME_MAX])
{
    ombud__out name = {buffer, OMBUD__ITEM_NAME_MAX, 0};
    ombud__say_item(&name, item->prefix, item->number);
}

ombud_view ombud__entry_of(const ombud__scene *scene, size_t position, char *buffer, size_t capacity)
{
    ombud_view none = {"", 0};
    size_t needed = 0;
    ombud_status status = ombud_case_entry_text_for(scene->matter, &scene->asof, position, buffer, capacity, &needed);
    if (status == OMBUD_OK || status == OMBUD_E_LIMIT)
        return ombud__fitted(buffer, capacity, needed);
    *scene->trouble = status;
    return none;
}

/* The name of a question without its item, NUL-terminated as every view of the library. */
static ombud_status ask(ombud__scene *scene, const ombud_item *item, const char *name, const ombud_word *question,
                        ombud__answer_face face)
{
    ombud_error local;
    (void)ombud_error_init(&local, sizeof local);
    ombud_answer *answer = NULL;
    if (!ombud__view_is(question->owner, item->kind))
        return OMBUD_OK;
    ombud_status status =
        ombud_case_ask(scene->matter, ombud__unqualified(question->name).ptr, name, &scene->asof, &answer, &local);
    if (status == OMBUD_E_NOT_FOUND) {
        /* The item was not there yet on that day. */
        return OMBUD_OK;
    }
    if (status != OMBUD_OK)
        return ombud__fail_as(scene->err, &local);
    if (ombud_answer_outcome(answer) != OMBUD_ANSWER_NONE)
        face(scene, name, question, answer);
    ombud_answer_free(answer);
    return OMBUD_OK;
}

ombud_status ombud__each_answer(ombud__scene *scene, ombud__answer_face face)
{
    size_t questions = ombud_law_word_count(scene->law, OMBUD_WORD_QUESTION);
    size_t count = ombud_case_item_count(scene->matter);
    ombud_status status = OMBUD_OK;
    for (size_t i = 0; i < count && status == OMBUD_OK; i++) {
        ombud_item item = OMBUD_ITEM_INIT;
        char name[OMBUD__ITEM_NAME_MAX];
        (void)ombud_case_item_at(scene->matter, i, &item);
        ombud__item_name(&item, name);
        for (size_t q = 0; q < questions && status == OMBUD_OK && !scene->out.stopped; q++) {
            ombud_word question = OMBUD_WORD_INIT;
            (void)ombud_law_word(scene->law, OMBUD_WORD_QUESTION, q, scene->voice.lang, &question);
            status = ask(scene, &item, name, &question, face);
        }
    }
    return status;
}
