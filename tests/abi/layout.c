/*
 * The layout of every public struct on LP64 and every pinned value. Written by layout.py --update; a difference here is a
 * change of the ABI.
 */
#include <stddef.h>
#include <stdint.h>

#include "ombud/answer.h"
#include "ombud/base.h"
#include "ombud/case.h"
#include "ombud/date.h"
#include "ombud/law.h"
#include "ombud/ombud.h"
#include "ombud/plan.h"
#include "ombud/prove.h"
#include "ombud/register.h"
#include "ombud/render.h"
#include "ombud/scenario.h"

#define HAS_TYPE(type, field, pointer) _Generic(&((type *)0)->field, pointer: 1, default: 0)

_Static_assert(HAS_TYPE(ombud_asof, struct_size, uint32_t (*)), "type of ombud_asof.struct_size");
_Static_assert(HAS_TYPE(ombud_asof, day, ombud_day (*)), "type of ombud_asof.day");
_Static_assert(HAS_TYPE(ombud_asof, has_known_by, int32_t (*)), "type of ombud_asof.has_known_by");
_Static_assert(HAS_TYPE(ombud_asof, known_by, ombud_day (*)), "type of ombud_asof.known_by");
_Static_assert(HAS_TYPE(ombud_asof, audience, uint64_t (*)), "type of ombud_asof.audience");
_Static_assert(HAS_TYPE(ombud_asof, audience_person, int64_t (*)), "type of ombud_asof.audience_person");
_Static_assert(HAS_TYPE(ombud_asof, has_audience, int32_t (*)), "type of ombud_asof.has_audience");
_Static_assert(HAS_TYPE(ombud_asof, reserved, int32_t (*)), "type of ombud_asof.reserved");
#if UINTPTR_MAX == 0xFFFFFFFFFFFFFFFF
_Static_assert(sizeof(ombud_asof) == 56, "size of ombud_asof");
_Static_assert(offsetof(ombud_asof, struct_size) == 0, "offset of ombud_asof.struct_size");
_Static_assert(offsetof(ombud_asof, day) == 8, "offset of ombud_asof.day");
_Static_assert(offsetof(ombud_asof, has_known_by) == 16, "offset of ombud_asof.has_known_by");
_Static_assert(offsetof(ombud_asof, known_by) == 24, "offset of ombud_asof.known_by");
_Static_assert(offsetof(ombud_asof, audience) == 32, "offset of ombud_asof.audience");
_Static_assert(offsetof(ombud_asof, audience_person) == 40, "offset of ombud_asof.audience_person");
_Static_assert(offsetof(ombud_asof, has_audience) == 48, "offset of ombud_asof.has_audience");
_Static_assert(offsetof(ombud_asof, reserved) == 52, "offset of ombud_asof.reserved");
_Static_assert(offsetof(ombud_asof, reserved) + sizeof(((ombud_asof *)0)->reserved) == sizeof(ombud_asof), "ombud_asof ends in bytes that a later field would take for set");
#endif

_Static_assert(HAS_TYPE(ombud_unmet, struct_size, uint32_t (*)), "type of ombud_unmet.struct_size");
_Static_assert(HAS_TYPE(ombud_unmet, kind, ombud_unmet_kind (*)), "type of ombud_unmet.kind");
_Static_assert(HAS_TYPE(ombud_unmet, name, ombud_view (*)), "type of ombud_unmet.name");
_Static_assert(HAS_TYPE(ombud_unmet, item_prefix, ombud_view (*)), "type of ombud_unmet.item_prefix");
_Static_assert(HAS_TYPE(ombud_unmet, item_number, int64_t (*)), "type of ombud_unmet.item_number");
_Static_assert(HAS_TYPE(ombud_unmet, wanted, ombud_truth (*)), "type of ombud_unmet.wanted");
_Static_assert(HAS_TYPE(ombud_unmet, now, ombud_truth (*)), "type of ombud_unmet.now");
_Static_assert(HAS_TYPE(ombud_unmet, who, uint64_t (*)), "type of ombud_unmet.who");
_Static_assert(HAS_TYPE(ombud_unmet, by_event, ombud_view (*)), "type of ombud_unmet.by_event");
_Static_assert(HAS_TYPE(ombud_unmet, has_until, int32_t (*)), "type of ombud_unmet.has_until");
_Static_assert(HAS_TYPE(ombud_unmet, until, ombud_day (*)), "type of ombud_unmet.until");
_Static_assert(HAS_TYPE(ombud_unmet, has_provision, int32_t (*)), "type of ombud_unmet.has_provision");
_Static_assert(HAS_TYPE(ombud_unmet, provision, size_t (*)), "type of ombud_unmet.provision");
_Static_assert(HAS_TYPE(ombud_unmet, status, int32_t (*)), "type of ombud_unmet.status");
_Static_assert(HAS_TYPE(ombud_unmet, backward, int32_t (*)), "type of ombud_unmet.backward");
#if UINTPTR_MAX == 0xFFFFFFFFFFFFFFFF
_Static_assert(sizeof(ombud_unmet) == 120, "size of ombud_unmet");
_Static_assert(offsetof(ombud_unmet, struct_size) == 0, "offset of ombud_unmet.struct_size");
_Static_assert(offsetof(ombud_unmet, kind) == 4, "offset of ombud_unmet.kind");
_Static_assert(offsetof(ombud_unmet, name) == 8, "offset of ombud_unmet.name");
_Static_assert(offsetof(ombud_unmet, item_prefix) == 24, "offset of ombud_unmet.item_prefix");
_Static_assert(offsetof(ombud_unmet, item_number) == 40, "offset of ombud_unmet.item_number");
_Static_assert(offsetof(ombud_unmet, wanted) == 48, "offset of ombud_unmet.wanted");
_Static_assert(offsetof(ombud_unmet, now) == 52, "offset of ombud_unmet.now");
_Static_assert(offsetof(ombud_unmet, who) == 56, "offset of ombud_unmet.who");
_Static_assert(offsetof(ombud_unmet, by_event) == 64, "offset of ombud_unmet.by_event");
_Static_assert(offsetof(ombud_unmet, has_until) == 80, "offset of ombud_unmet.has_until");
_Static_assert(offsetof(ombud_unmet, until) == 88, "offset of ombud_unmet.until");
_Static_assert(offsetof(ombud_unmet, has_provision) == 96, "offset of ombud_unmet.has_provision");
_Static_assert(offsetof(ombud_unmet, provision) == 104, "offset of ombud_unmet.provision");
_Static_assert(offsetof(ombud_unmet, status) == 112, "offset of ombud_unmet.status");
_Static_assert(offsetof(ombud_unmet, backward) == 116, "offset of ombud_unmet.backward");
_Static_assert(offsetof(ombud_unmet, backward) + sizeof(((ombud_unmet *)0)->backward) == sizeof(ombud_unmet), "ombud_unmet ends in bytes that a later field would take for set");
#endif

_Static_assert(HAS_TYPE(ombud_stated, struct_size, uint32_t (*)), "type of ombud_stated.struct_size");
_Static_assert(HAS_TYPE(ombud_stated, truth, ombud_truth (*)), "type of ombud_stated.truth");
_Static_assert(HAS_TYPE(ombud_stated, name, ombud_view (*)), "type of ombud_stated.name");
_Static_assert(HAS_TYPE(ombud_stated, item_prefix, ombud_view (*)), "type of ombud_stated.item_prefix");
_Static_assert(HAS_TYPE(ombud_stated, item_number, int64_t (*)), "type of ombud_stated.item_number");
_Static_assert(HAS_TYPE(ombud_stated, position, size_t (*)), "type of ombud_stated.position");
_Static_assert(HAS_TYPE(ombud_stated, on, ombud_day (*)), "type of ombud_stated.on");
#if UINTPTR_MAX == 0xFFFFFFFFFFFFFFFF
_Static_assert(sizeof(ombud_stated) == 64, "size of ombud_stated");
_Static_assert(offsetof(ombud_stated, struct_size) == 0, "offset of ombud_stated.struct_size");
_Static_assert(offsetof(ombud_stated, truth) == 4, "offset of ombud_stated.truth");
_Static_assert(offsetof(ombud_stated, name) == 8, "offset of ombud_stated.name");
_Static_assert(offsetof(ombud_stated, item_prefix) == 24, "offset of ombud_stated.item_prefix");
_Static_assert(offsetof(ombud_stated, item_number) == 40, "offset of ombud_stated.item_number");
_Static_assert(offsetof(ombud_stated, position) == 48, "offset of ombud_stated.position");
_Static_assert(offsetof(ombud_stated, on) == 56, "offset of ombud_stated.on");
_Static_assert(offsetof(ombud_stated, on) + sizeof(((ombud_stated *)0)->on) == sizeof(ombud_stated), "ombud_stated ends in bytes that a later field would take for set");
#endif

_Static_assert(HAS_TYPE(ombud_term, struct_size, uint32_t (*)), "type of ombud_term.struct_size");
_Static_assert(HAS_TYPE(ombud_term, name, ombud_view (*)), "type of ombud_term.name");
_Static_assert(HAS_TYPE(ombud_term, label, ombud_view (*)), "type of ombud_term.label");
_Static_assert(HAS_TYPE(ombud_term, item_prefix, ombud_view (*)), "type of ombud_term.item_prefix");
_Static_assert(HAS_TYPE(ombud_term, item_number, int64_t (*)), "type of ombud_term.item_number");
_Static_assert(HAS_TYPE(ombud_term, duty, int32_t (*)), "type of ombud_term.duty");
_Static_assert(HAS_TYPE(ombud_term, status, ombud_term_status (*)), "type of ombud_term.status");
_Static_assert(HAS_TYPE(ombud_term, extended, int32_t (*)), "type of ombud_term.extended");
_Static_assert(HAS_TYPE(ombud_term, bearer, uint64_t (*)), "type of ombud_term.bearer");
_Static_assert(HAS_TYPE(ombud_term, addressee, uint64_t (*)), "type of ombud_term.addressee");
_Static_assert(HAS_TYPE(ombud_term, provision, size_t (*)), "type of ombud_term.provision");
_Static_assert(HAS_TYPE(ombud_term, row, size_t (*)), "type of ombud_term.row");
_Static_assert(HAS_TYPE(ombud_term, opened, ombud_day (*)), "type of ombud_term.opened");
_Static_assert(HAS_TYPE(ombud_term, no_due, ombud_no_due (*)), "type of ombud_term.no_due");
_Static_assert(HAS_TYPE(ombud_term, length, ombud_view (*)), "type of ombud_term.length");
_Static_assert(HAS_TYPE(ombud_term, due, ombud_day (*)), "type of ombud_term.due");
_Static_assert(HAS_TYPE(ombud_term, steps, ombud_due_steps (*)), "type of ombud_term.steps");
_Static_assert(HAS_TYPE(ombud_term, has_closed, int32_t (*)), "type of ombud_term.has_closed");
_Static_assert(HAS_TYPE(ombud_term, closed, ombud_day (*)), "type of ombud_term.closed");
_Static_assert(HAS_TYPE(ombud_term, days, int64_t (*)), "type of ombud_term.days");
_Static_assert(HAS_TYPE(ombud_term, reading, ombud_view (*)), "type of ombud_term.reading");
_Static_assert(HAS_TYPE(ombud_term, yearly, int32_t (*)), "type of ombud_term.yearly");
_Static_assert(HAS_TYPE(ombud_term, reserved, int32_t (*)), "type of ombud_term.reserved");
#if UINTPTR_MAX == 0xFFFFFFFFFFFFFFFF
_Static_assert(sizeof(ombud_term) == 256, "size of ombud_term");
_Static_assert(offsetof(ombud_term, struct_size) == 0, "offset of ombud_term.struct_size");
_Static_assert(offsetof(ombud_term, name) == 8, "offset of ombud_term.name");
_Static_assert(offsetof(ombud_term, label) == 24, "offset of ombud_term.label");
_Static_assert(offsetof(ombud_term, item_prefix) == 40, "offset of ombud_term.item_prefix");
_Static_assert(offsetof(ombud_term, item_number) == 56, "offset of ombud_term.item_number");
_Static_assert(offsetof(ombud_term, duty) == 64, "offset of ombud_term.duty");
_Static_assert(offsetof(ombud_term, status) == 68, "offset of ombud_term.status");
_Static_assert(offsetof(ombud_term, extended) == 72, "offset of ombud_term.extended");
_Static_assert(offsetof(ombud_term, bearer) == 80, "offset of ombud_term.bearer");
_Static_assert(offsetof(ombud_term, addressee) == 88, "offset of ombud_term.addressee");
_Static_assert(offsetof(ombud_term, provision) == 96, "offset of ombud_term.provision");
_Static_assert(offsetof(ombud_term, row) == 104, "offset of ombud_term.row");
_Static_assert(offsetof(ombud_term, opened) == 112, "offset of ombud_term.opened");
_Static_assert(offsetof(ombud_term, no_due) == 120, "offset of ombud_term.no_due");
_Static_assert(offsetof(ombud_term, length) == 128, "offset of ombud_term.length");
_Static_assert(offsetof(ombud_term, due) == 144, "offset of ombud_term.due");
_Static_assert(offsetof(ombud_term, steps) == 152, "offset of ombud_term.steps");
_Static_assert(offsetof(ombud_term, has_closed) == 208, "offset of ombud_term.has_closed");
_Static_assert(offsetof(ombud_term, closed) == 216, "offset of ombud_term.closed");
_Static_assert(offsetof(ombud_term, days) == 224, "offset of ombud_term.days");
_Static_assert(offsetof(ombud_term, reading) == 232, "offset of ombud_term.reading");
_Static_assert(offsetof(ombud_term, yearly) == 248, "offset of ombud_term.yearly");
_Static_assert(offsetof(ombud_term, reserved) == 252, "offset of ombud_term.reserved");
_Static_assert(offsetof(ombud_term, reserved) + sizeof(((ombud_term *)0)->reserved) == sizeof(ombud_term), "ombud_term ends in bytes that a later field would take for set");
#endif

_Static_assert(HAS_TYPE(ombud_finding, struct_size, uint32_t (*)), "type of ombud_finding.struct_size");
_Static_assert(HAS_TYPE(ombud_finding, kind, ombud_finding_kind (*)), "type of ombud_finding.kind");
_Static_assert(HAS_TYPE(ombud_finding, name, ombud_view (*)), "type of ombud_finding.name");
_Static_assert(HAS_TYPE(ombud_finding, item_prefix, ombud_view (*)), "type of ombud_finding.item_prefix");
_Static_assert(HAS_TYPE(ombud_finding, item_number, int64_t (*)), "type of ombud_finding.item_number");
_Static_assert(HAS_TYPE(ombud_finding, since, ombud_day (*)), "type of ombud_finding.since");
_Static_assert(HAS_TYPE(ombud_finding, has_until, int32_t (*)), "type of ombud_finding.has_until");
_Static_assert(HAS_TYPE(ombud_finding, until, ombud_day (*)), "type of ombud_finding.until");
_Static_assert(HAS_TYPE(ombud_finding, provision, size_t (*)), "type of ombud_finding.provision");
_Static_assert(HAS_TYPE(ombud_finding, row, size_t (*)), "type of ombud_finding.row");
_Static_assert(HAS_TYPE(ombud_finding, answerable, uint64_t (*)), "type of ombud_finding.answerable");
_Static_assert(HAS_TYPE(ombud_finding, by, int64_t (*)), "type of ombud_finding.by");
_Static_assert(HAS_TYPE(ombud_finding, position, size_t (*)), "type of ombud_finding.position");
_Static_assert(HAS_TYPE(ombud_finding, cured_by, size_t (*)), "type of ombud_finding.cured_by");
_Static_assert(HAS_TYPE(ombud_finding, cured_on, ombud_day (*)), "type of ombud_finding.cured_on");
#if UINTPTR_MAX == 0xFFFFFFFFFFFFFFFF
_Static_assert(sizeof(ombud_finding) == 128, "size of ombud_finding");
_Static_assert(offsetof(ombud_finding, struct_size) == 0, "offset of ombud_finding.struct_size");
_Static_assert(offsetof(ombud_finding, kind) == 4, "offset of ombud_finding.kind");
_Static_assert(offsetof(ombud_finding, name) == 8, "offset of ombud_finding.name");
_Static_assert(offsetof(ombud_finding, item_prefix) == 24, "offset of ombud_finding.item_prefix");
_Static_assert(offsetof(ombud_finding, item_number) == 40, "offset of ombud_finding.item_number");
_Static_assert(offsetof(ombud_finding, since) == 48, "offset of ombud_finding.since");
_Static_assert(offsetof(ombud_finding, has_until) == 56, "offset of ombud_finding.has_until");
_Static_assert(offsetof(ombud_finding, until) == 64, "offset of ombud_finding.until");
_Static_assert(offsetof(ombud_finding, provision) == 72, "offset of ombud_finding.provision");
_Static_assert(offsetof(ombud_finding, row) == 80, "offset of ombud_finding.row");
_Static_assert(offsetof(ombud_finding, answerable) == 88, "offset of ombud_finding.answerable");
_Static_assert(offsetof(ombud_finding, by) == 96, "offset of ombud_finding.by");
_Static_assert(offsetof(ombud_finding, position) == 104, "offset of ombud_finding.position");
_Static_assert(offsetof(ombud_finding, cured_by) == 112, "offset of ombud_finding.cured_by");
_Static_assert(offsetof(ombud_finding, cured_on) == 120, "offset of ombud_finding.cured_on");
_Static_assert(offsetof(ombud_finding, cured_on) + sizeof(((ombud_finding *)0)->cured_on) == sizeof(ombud_finding), "ombud_finding ends in bytes that a later field would take for set");
#endif

_Static_assert(HAS_TYPE(ombud_action, struct_size, uint32_t (*)), "type of ombud_action.struct_size");
_Static_assert(HAS_TYPE(ombud_action, event, ombud_view (*)), "type of ombud_action.event");
_Static_assert(HAS_TYPE(ombud_action, item_prefix, ombud_view (*)), "type of ombud_action.item_prefix");
_Static_assert(HAS_TYPE(ombud_action, item_number, int64_t (*)), "type of ombud_action.item_number");
_Static_assert(HAS_TYPE(ombud_action, roles, uint64_t (*)), "type of ombud_action.roles");
_Static_assert(HAS_TYPE(ombud_action, ruling, ombud_ruling (*)), "type of ombud_action.ruling");
_Static_assert(HAS_TYPE(ombud_action, due, int32_t (*)), "type of ombud_action.due");
_Static_assert(HAS_TYPE(ombud_action, has_due_day, int32_t (*)), "type of ombud_action.has_due_day");
_Static_assert(HAS_TYPE(ombud_action, due_day, ombud_day (*)), "type of ombud_action.due_day");
_Static_assert(HAS_TYPE(ombud_action, provision, size_t (*)), "type of ombud_action.provision");
#if UINTPTR_MAX == 0xFFFFFFFFFFFFFFFF
_Static_assert(sizeof(ombud_action) == 88, "size of ombud_action");
_Static_assert(offsetof(ombud_action, struct_size) == 0, "offset of ombud_action.struct_size");
_Static_assert(offsetof(ombud_action, event) == 8, "offset of ombud_action.event");
_Static_assert(offsetof(ombud_action, item_prefix) == 24, "offset of ombud_action.item_prefix");
_Static_assert(offsetof(ombud_action, item_number) == 40, "offset of ombud_action.item_number");
_Static_assert(offsetof(ombud_action, roles) == 48, "offset of ombud_action.roles");
_Static_assert(offsetof(ombud_action, ruling) == 56, "offset of ombud_action.ruling");
_Static_assert(offsetof(ombud_action, due) == 60, "offset of ombud_action.due");
_Static_assert(offsetof(ombud_action, has_due_day) == 64, "offset of ombud_action.has_due_day");
_Static_assert(offsetof(ombud_action, due_day) == 72, "offset of ombud_action.due_day");
_Static_assert(offsetof(ombud_action, provision) == 80, "offset of ombud_action.provision");
_Static_assert(offsetof(ombud_action, provision) + sizeof(((ombud_action *)0)->provision) == sizeof(ombud_action), "ombud_action ends in bytes that a later field would take for set");
#endif

_Static_assert(HAS_TYPE(ombud_step, struct_size, uint32_t (*)), "type of ombud_step.struct_size");
_Static_assert(HAS_TYPE(ombud_step, kind, ombud_step_kind (*)), "type of ombud_step.kind");
_Static_assert(HAS_TYPE(ombud_step, on, ombud_day (*)), "type of ombud_step.on");
_Static_assert(HAS_TYPE(ombud_step, entered, ombud_day (*)), "type of ombud_step.entered");
_Static_assert(HAS_TYPE(ombud_step, position, size_t (*)), "type of ombud_step.position");
_Static_assert(HAS_TYPE(ombud_step, name, ombud_view (*)), "type of ombud_step.name");
_Static_assert(HAS_TYPE(ombud_step, item_prefix, ombud_view (*)), "type of ombud_step.item_prefix");
_Static_assert(HAS_TYPE(ombud_step, item_number, int64_t (*)), "type of ombud_step.item_number");
_Static_assert(HAS_TYPE(ombud_step, by, int64_t (*)), "type of ombud_step.by");
_Static_assert(HAS_TYPE(ombud_step, ruling, ombud_ruling (*)), "type of ombud_step.ruling");
_Static_assert(HAS_TYPE(ombud_step, provision, size_t (*)), "type of ombud_step.provision");
_Static_assert(HAS_TYPE(ombud_step, state, ombud_view (*)), "type of ombud_step.state");
_Static_assert(HAS_TYPE(ombud_step, term, size_t (*)), "type of ombud_step.term");
_Static_assert(HAS_TYPE(ombud_step, role, ombud_view (*)), "type of ombud_step.role");
#if UINTPTR_MAX == 0xFFFFFFFFFFFFFFFF
_Static_assert(sizeof(ombud_step) == 136, "size of ombud_step");
_Static_assert(offsetof(ombud_step, struct_size) == 0, "offset of ombud_step.struct_size");
_Static_assert(offsetof(ombud_step, kind) == 4, "offset of ombud_step.kind");
_Static_assert(offsetof(ombud_step, on) == 8, "offset of ombud_step.on");
_Static_assert(offsetof(ombud_step, entered) == 16, "offset of ombud_step.entered");
_Static_assert(offsetof(ombud_step, position) == 24, "offset of ombud_step.position");
_Static_assert(offsetof(ombud_step, name) == 32, "offset of ombud_step.name");
_Static_assert(offsetof(ombud_step, item_prefix) == 48, "offset of ombud_step.item_prefix");
_Static_assert(offsetof(ombud_step, item_number) == 64, "offset of ombud_step.item_number");
_Static_assert(offsetof(ombud_step, by) == 72, "offset of ombud_step.by");
_Static_assert(offsetof(ombud_step, ruling) == 80, "offset of ombud_step.ruling");
_Static_assert(offsetof(ombud_step, provision) == 88, "offset of ombud_step.provision");
_Static_assert(offsetof(ombud_step, state) == 96, "offset of ombud_step.state");
_Static_assert(offsetof(ombud_step, term) == 112, "offset of ombud_step.term");
_Static_assert(offsetof(ombud_step, role) == 120, "offset of ombud_step.role");
_Static_assert(offsetof(ombud_step, role) + sizeof(((ombud_step *)0)->role) == sizeof(ombud_step), "ombud_step ends in bytes that a later field would take for set");
#endif

_Static_assert(HAS_TYPE(ombud_receipt, struct_size, uint32_t (*)), "type of ombud_receipt.struct_size");
_Static_assert(HAS_TYPE(ombud_receipt, library_version, uint32_t (*)), "type of ombud_receipt.library_version");
_Static_assert(HAS_TYPE(ombud_receipt, law, ombud_view (*)), "type of ombud_receipt.law");
_Static_assert(HAS_TYPE(ombud_receipt, source, ombud_view (*)), "type of ombud_receipt.source");
_Static_assert(HAS_TYPE(ombud_receipt, law_digest, uint64_t (*)), "type of ombud_receipt.law_digest");
_Static_assert(HAS_TYPE(ombud_receipt, settings_digest, uint64_t (*)), "type of ombud_receipt.settings_digest");
_Static_assert(HAS_TYPE(ombud_receipt, as_of, ombud_day (*)), "type of ombud_receipt.as_of");
_Static_assert(HAS_TYPE(ombud_receipt, has_known_by, int32_t (*)), "type of ombud_receipt.has_known_by");
_Static_assert(HAS_TYPE(ombud_receipt, known_by, ombud_day (*)), "type of ombud_receipt.known_by");
_Static_assert(HAS_TYPE(ombud_receipt, verified, int32_t (*)), "type of ombud_receipt.verified");
_Static_assert(HAS_TYPE(ombud_receipt, events, size_t (*)), "type of ombud_receipt.events");
#if UINTPTR_MAX == 0xFFFFFFFFFFFFFFFF
_Static_assert(sizeof(ombud_receipt) == 96, "size of ombud_receipt");
_Static_assert(offsetof(ombud_receipt, struct_size) == 0, "offset of ombud_receipt.struct_size");
_Static_assert(offsetof(ombud_receipt, library_version) == 4, "offset of ombud_receipt.library_version");
_Static_assert(offsetof(ombud_receipt, law) == 8, "offset of ombud_receipt.law");
_Static_assert(offsetof(ombud_receipt, source) == 24, "offset of ombud_receipt.source");
_Static_assert(offsetof(ombud_receipt, law_digest) == 40, "offset of ombud_receipt.law_digest");
_Static_assert(offsetof(ombud_receipt, settings_digest) == 48, "offset of ombud_receipt.settings_digest");
_Static_assert(offsetof(ombud_receipt, as_of) == 56, "offset of ombud_receipt.as_of");
_Static_assert(offsetof(ombud_receipt, has_known_by) == 64, "offset of ombud_receipt.has_known_by");
_Static_assert(offsetof(ombud_receipt, known_by) == 72, "offset of ombud_receipt.known_by");
_Static_assert(offsetof(ombud_receipt, verified) == 80, "offset of ombud_receipt.verified");
_Static_assert(offsetof(ombud_receipt, events) == 88, "offset of ombud_receipt.events");
_Static_assert(offsetof(ombud_receipt, events) + sizeof(((ombud_receipt *)0)->events) == sizeof(ombud_receipt), "ombud_receipt ends in bytes that a later field would take for set");
#endif

_Static_assert(HAS_TYPE(ombud_view, ptr, const char * (*)), "type of ombud_view.ptr");
_Static_assert(HAS_TYPE(ombud_view, len, size_t (*)), "type of ombud_view.len");
#if UINTPTR_MAX == 0xFFFFFFFFFFFFFFFF
_Static_assert(sizeof(ombud_view) == 16, "size of ombud_view");
_Static_assert(offsetof(ombud_view, ptr) == 0, "offset of ombud_view.ptr");
_Static_assert(offsetof(ombud_view, len) == 8, "offset of ombud_view.len");
#endif

_Static_assert(HAS_TYPE(ombud_error, struct_size, uint32_t (*)), "type of ombud_error.struct_size");
_Static_assert(HAS_TYPE(ombud_error, code, ombud_status (*)), "type of ombud_error.code");
_Static_assert(HAS_TYPE(ombud_error, message, const char * (*)), "type of ombud_error.message");
_Static_assert(HAS_TYPE(ombud_error, remedy, const char * (*)), "type of ombud_error.remedy");
_Static_assert(HAS_TYPE(ombud_error, line, uint32_t (*)), "type of ombud_error.line");
_Static_assert(HAS_TYPE(ombud_error, column, uint32_t (*)), "type of ombud_error.column");
_Static_assert(HAS_TYPE(ombud_error, host_code, int64_t (*)), "type of ombud_error.host_code");
_Static_assert(HAS_TYPE(ombud_error, excerpt, char (*)[52]), "type of ombud_error.excerpt");
_Static_assert(HAS_TYPE(ombud_error, nearest, char (*)[52]), "type of ombud_error.nearest");
#if UINTPTR_MAX == 0xFFFFFFFFFFFFFFFF
_Static_assert(sizeof(ombud_error) == 144, "size of ombud_error");
_Static_assert(offsetof(ombud_error, struct_size) == 0, "offset of ombud_error.struct_size");
_Static_assert(offsetof(ombud_error, code) == 4, "offset of ombud_error.code");
_Static_assert(offsetof(ombud_error, message) == 8, "offset of ombud_error.message");
_Static_assert(offsetof(ombud_error, remedy) == 16, "offset of ombud_error.remedy");
_Static_assert(offsetof(ombud_error, line) == 24, "offset of ombud_error.line");
_Static_assert(offsetof(ombud_error, column) == 28, "offset of ombud_error.column");
_Static_assert(offsetof(ombud_error, host_code) == 32, "offset of ombud_error.host_code");
_Static_assert(offsetof(ombud_error, excerpt) == 40, "offset of ombud_error.excerpt");
_Static_assert(offsetof(ombud_error, nearest) == 92, "offset of ombud_error.nearest");
_Static_assert(offsetof(ombud_error, nearest) + sizeof(((ombud_error *)0)->nearest) == sizeof(ombud_error), "ombud_error ends in bytes that a later field would take for set");
#endif

_Static_assert(HAS_TYPE(ombud_alloc, ctx, void * (*)), "type of ombud_alloc.ctx");
_Static_assert(HAS_TYPE(ombud_alloc, alloc, void *(*(*))(void *ctx, size_t size)), "type of ombud_alloc.alloc");
_Static_assert(HAS_TYPE(ombud_alloc, resize, void *(*(*))(void *ctx, void *ptr, size_t old_size, size_t new_size)), "type of ombud_alloc.resize");
_Static_assert(HAS_TYPE(ombud_alloc, free, void (*(*))(void *ctx, void *ptr, size_t size)), "type of ombud_alloc.free");
#if UINTPTR_MAX == 0xFFFFFFFFFFFFFFFF
_Static_assert(sizeof(ombud_alloc) == 32, "size of ombud_alloc");
_Static_assert(offsetof(ombud_alloc, ctx) == 0, "offset of ombud_alloc.ctx");
_Static_assert(offsetof(ombud_alloc, alloc) == 8, "offset of ombud_alloc.alloc");
_Static_assert(offsetof(ombud_alloc, resize) == 16, "offset of ombud_alloc.resize");
_Static_assert(offsetof(ombud_alloc, free) == 24, "offset of ombud_alloc.free");
#endif

_Static_assert(HAS_TYPE(ombud_event, struct_size, uint32_t (*)), "type of ombud_event.struct_size");
_Static_assert(HAS_TYPE(ombud_event, on, ombud_day (*)), "type of ombud_event.on");
_Static_assert(HAS_TYPE(ombud_event, has_entered, int32_t (*)), "type of ombud_event.has_entered");
_Static_assert(HAS_TYPE(ombud_event, entered, ombud_day (*)), "type of ombud_event.entered");
_Static_assert(HAS_TYPE(ombud_event, by, int64_t (*)), "type of ombud_event.by");
_Static_assert(HAS_TYPE(ombud_event, line, ombud_view (*)), "type of ombud_event.line");
#if UINTPTR_MAX == 0xFFFFFFFFFFFFFFFF
_Static_assert(sizeof(ombud_event) == 56, "size of ombud_event");
_Static_assert(offsetof(ombud_event, struct_size) == 0, "offset of ombud_event.struct_size");
_Static_assert(offsetof(ombud_event, on) == 8, "offset of ombud_event.on");
_Static_assert(offsetof(ombud_event, has_entered) == 16, "offset of ombud_event.has_entered");
_Static_assert(offsetof(ombud_event, entered) == 24, "offset of ombud_event.entered");
_Static_assert(offsetof(ombud_event, by) == 32, "offset of ombud_event.by");
_Static_assert(offsetof(ombud_event, line) == 40, "offset of ombud_event.line");
_Static_assert(offsetof(ombud_event, line) + sizeof(((ombud_event *)0)->line) == sizeof(ombud_event), "ombud_event ends in bytes that a later field would take for set");
#endif

_Static_assert(HAS_TYPE(ombud_entry, struct_size, uint32_t (*)), "type of ombud_entry.struct_size");
_Static_assert(HAS_TYPE(ombud_entry, on, ombud_day (*)), "type of ombud_entry.on");
_Static_assert(HAS_TYPE(ombud_entry, entered, ombud_day (*)), "type of ombud_entry.entered");
_Static_assert(HAS_TYPE(ombud_entry, by, int64_t (*)), "type of ombud_entry.by");
_Static_assert(HAS_TYPE(ombud_entry, voided, int32_t (*)), "type of ombud_entry.voided");
_Static_assert(HAS_TYPE(ombud_entry, reserved, int32_t (*)), "type of ombud_entry.reserved");
_Static_assert(HAS_TYPE(ombud_entry, role, ombud_view (*)), "type of ombud_entry.role");
#if UINTPTR_MAX == 0xFFFFFFFFFFFFFFFF
_Static_assert(sizeof(ombud_entry) == 56, "size of ombud_entry");
_Static_assert(offsetof(ombud_entry, struct_size) == 0, "offset of ombud_entry.struct_size");
_Static_assert(offsetof(ombud_entry, on) == 8, "offset of ombud_entry.on");
_Static_assert(offsetof(ombud_entry, entered) == 16, "offset of ombud_entry.entered");
_Static_assert(offsetof(ombud_entry, by) == 24, "offset of ombud_entry.by");
_Static_assert(offsetof(ombud_entry, voided) == 32, "offset of ombud_entry.voided");
_Static_assert(offsetof(ombud_entry, reserved) == 36, "offset of ombud_entry.reserved");
_Static_assert(offsetof(ombud_entry, role) == 40, "offset of ombud_entry.role");
_Static_assert(offsetof(ombud_entry, role) + sizeof(((ombud_entry *)0)->role) == sizeof(ombud_entry), "ombud_entry ends in bytes that a later field would take for set");
#endif

_Static_assert(HAS_TYPE(ombud_chain, struct_size, uint32_t (*)), "type of ombud_chain.struct_size");
_Static_assert(HAS_TYPE(ombud_chain, user, void * (*)), "type of ombud_chain.user");
_Static_assert(HAS_TYPE(ombud_chain, digest, int (*(*))(void *user, const unsigned char *previous, size_t previous_len, const char *bytes, size_t len, unsigned char *out, size_t capacity, size_t *out_len)), "type of ombud_chain.digest");
_Static_assert(HAS_TYPE(ombud_chain, match, int (*(*))(void *user, const unsigned char *previous, size_t previous_len, const char *bytes, size_t len, const unsigned char *stored, size_t stored_len, int32_t *matches)), "type of ombud_chain.match");
#if UINTPTR_MAX == 0xFFFFFFFFFFFFFFFF
_Static_assert(sizeof(ombud_chain) == 32, "size of ombud_chain");
_Static_assert(offsetof(ombud_chain, struct_size) == 0, "offset of ombud_chain.struct_size");
_Static_assert(offsetof(ombud_chain, user) == 8, "offset of ombud_chain.user");
_Static_assert(offsetof(ombud_chain, digest) == 16, "offset of ombud_chain.digest");
_Static_assert(offsetof(ombud_chain, match) == 24, "offset of ombud_chain.match");
_Static_assert(offsetof(ombud_chain, match) + sizeof(((ombud_chain *)0)->match) == sizeof(ombud_chain), "ombud_chain ends in bytes that a later field would take for set");
#endif

_Static_assert(HAS_TYPE(ombud_item, struct_size, uint32_t (*)), "type of ombud_item.struct_size");
_Static_assert(HAS_TYPE(ombud_item, kind, ombud_view (*)), "type of ombud_item.kind");
_Static_assert(HAS_TYPE(ombud_item, prefix, ombud_view (*)), "type of ombud_item.prefix");
_Static_assert(HAS_TYPE(ombud_item, number, int64_t (*)), "type of ombud_item.number");
_Static_assert(HAS_TYPE(ombud_item, roles, uint64_t (*)), "type of ombud_item.roles");
#if UINTPTR_MAX == 0xFFFFFFFFFFFFFFFF
_Static_assert(sizeof(ombud_item) == 56, "size of ombud_item");
_Static_assert(offsetof(ombud_item, struct_size) == 0, "offset of ombud_item.struct_size");
_Static_assert(offsetof(ombud_item, kind) == 8, "offset of ombud_item.kind");
_Static_assert(offsetof(ombud_item, prefix) == 24, "offset of ombud_item.prefix");
_Static_assert(offsetof(ombud_item, number) == 40, "offset of ombud_item.number");
_Static_assert(offsetof(ombud_item, roles) == 48, "offset of ombud_item.roles");
_Static_assert(offsetof(ombud_item, roles) + sizeof(((ombud_item *)0)->roles) == sizeof(ombud_item), "ombud_item ends in bytes that a later field would take for set");
#endif

_Static_assert(HAS_TYPE(ombud_period, count, int32_t (*)), "type of ombud_period.count");
_Static_assert(HAS_TYPE(ombud_period, unit, ombud_unit (*)), "type of ombud_period.unit");
#if UINTPTR_MAX == 0xFFFFFFFFFFFFFFFF
_Static_assert(sizeof(ombud_period) == 8, "size of ombud_period");
_Static_assert(offsetof(ombud_period, count) == 0, "offset of ombud_period.count");
_Static_assert(offsetof(ombud_period, unit) == 4, "offset of ombud_period.unit");
#endif

_Static_assert(HAS_TYPE(ombud_due_steps, struct_size, uint32_t (*)), "type of ombud_due_steps.struct_size");
_Static_assert(HAS_TYPE(ombud_due_steps, start, ombud_day (*)), "type of ombud_due_steps.start");
_Static_assert(HAS_TYPE(ombud_due_steps, unrolled, ombud_day (*)), "type of ombud_due_steps.unrolled");
_Static_assert(HAS_TYPE(ombud_due_steps, due, ombud_day (*)), "type of ombud_due_steps.due");
_Static_assert(HAS_TYPE(ombud_due_steps, period, ombud_period (*)), "type of ombud_due_steps.period");
_Static_assert(HAS_TYPE(ombud_due_steps, month_end, int32_t (*)), "type of ombud_due_steps.month_end");
_Static_assert(HAS_TYPE(ombud_due_steps, roll, ombud_roll (*)), "type of ombud_due_steps.roll");
_Static_assert(HAS_TYPE(ombud_due_steps, rolled_days, int32_t (*)), "type of ombud_due_steps.rolled_days");
_Static_assert(HAS_TYPE(ombud_due_steps, because, ombud_holiday (*)), "type of ombud_due_steps.because");
#if UINTPTR_MAX == 0xFFFFFFFFFFFFFFFF
_Static_assert(sizeof(ombud_due_steps) == 56, "size of ombud_due_steps");
_Static_assert(offsetof(ombud_due_steps, struct_size) == 0, "offset of ombud_due_steps.struct_size");
_Static_assert(offsetof(ombud_due_steps, start) == 8, "offset of ombud_due_steps.start");
_Static_assert(offsetof(ombud_due_steps, unrolled) == 16, "offset of ombud_due_steps.unrolled");
_Static_assert(offsetof(ombud_due_steps, due) == 24, "offset of ombud_due_steps.due");
_Static_assert(offsetof(ombud_due_steps, period) == 32, "offset of ombud_due_steps.period");
_Static_assert(offsetof(ombud_due_steps, month_end) == 40, "offset of ombud_due_steps.month_end");
_Static_assert(offsetof(ombud_due_steps, roll) == 44, "offset of ombud_due_steps.roll");
_Static_assert(offsetof(ombud_due_steps, rolled_days) == 48, "offset of ombud_due_steps.rolled_days");
_Static_assert(offsetof(ombud_due_steps, because) == 52, "offset of ombud_due_steps.because");
_Static_assert(offsetof(ombud_due_steps, because) + sizeof(((ombud_due_steps *)0)->because) == sizeof(ombud_due_steps), "ombud_due_steps ends in bytes that a later field would take for set");
#endif

_Static_assert(HAS_TYPE(ombud_word, struct_size, uint32_t (*)), "type of ombud_word.struct_size");
_Static_assert(HAS_TYPE(ombud_word, kind, ombud_word_kind (*)), "type of ombud_word.kind");
_Static_assert(HAS_TYPE(ombud_word, name, ombud_view (*)), "type of ombud_word.name");
_Static_assert(HAS_TYPE(ombud_word, label, ombud_view (*)), "type of ombud_word.label");
_Static_assert(HAS_TYPE(ombud_word, question, ombud_view (*)), "type of ombud_word.question");
_Static_assert(HAS_TYPE(ombud_word, owner, ombud_view (*)), "type of ombud_word.owner");
_Static_assert(HAS_TYPE(ombud_word, roles, uint64_t (*)), "type of ombud_word.roles");
_Static_assert(HAS_TYPE(ombud_word, silence_no, int32_t (*)), "type of ombud_word.silence_no");
_Static_assert(HAS_TYPE(ombud_word, duty, int32_t (*)), "type of ombud_word.duty");
_Static_assert(HAS_TYPE(ombud_word, argument, ombud_argument_type (*)), "type of ombud_word.argument");
_Static_assert(HAS_TYPE(ombud_word, leads_to, int32_t (*)), "type of ombud_word.leads_to");
#if UINTPTR_MAX == 0xFFFFFFFFFFFFFFFF
_Static_assert(sizeof(ombud_word) == 96, "size of ombud_word");
_Static_assert(offsetof(ombud_word, struct_size) == 0, "offset of ombud_word.struct_size");
_Static_assert(offsetof(ombud_word, kind) == 4, "offset of ombud_word.kind");
_Static_assert(offsetof(ombud_word, name) == 8, "offset of ombud_word.name");
_Static_assert(offsetof(ombud_word, label) == 24, "offset of ombud_word.label");
_Static_assert(offsetof(ombud_word, question) == 40, "offset of ombud_word.question");
_Static_assert(offsetof(ombud_word, owner) == 56, "offset of ombud_word.owner");
_Static_assert(offsetof(ombud_word, roles) == 72, "offset of ombud_word.roles");
_Static_assert(offsetof(ombud_word, silence_no) == 80, "offset of ombud_word.silence_no");
_Static_assert(offsetof(ombud_word, duty) == 84, "offset of ombud_word.duty");
_Static_assert(offsetof(ombud_word, argument) == 88, "offset of ombud_word.argument");
_Static_assert(offsetof(ombud_word, leads_to) == 92, "offset of ombud_word.leads_to");
_Static_assert(offsetof(ombud_word, leads_to) + sizeof(((ombud_word *)0)->leads_to) == sizeof(ombud_word), "ombud_word ends in bytes that a later field would take for set");
#endif

_Static_assert(HAS_TYPE(ombud_provision, struct_size, uint32_t (*)), "type of ombud_provision.struct_size");
_Static_assert(HAS_TYPE(ombud_provision, id, ombud_view (*)), "type of ombud_provision.id");
_Static_assert(HAS_TYPE(ombud_provision, citation, ombud_view (*)), "type of ombud_provision.citation");
_Static_assert(HAS_TYPE(ombud_provision, anchor, ombud_view (*)), "type of ombud_provision.anchor");
_Static_assert(HAS_TYPE(ombud_provision, gloss, ombud_view (*)), "type of ombud_provision.gloss");
_Static_assert(HAS_TYPE(ombud_provision, modality, ombud_view (*)), "type of ombud_provision.modality");
_Static_assert(HAS_TYPE(ombud_provision, why, ombud_view (*)), "type of ombud_provision.why");
_Static_assert(HAS_TYPE(ombud_provision, treatment, ombud_treatment (*)), "type of ombud_provision.treatment");
_Static_assert(HAS_TYPE(ombud_provision, has_from, int32_t (*)), "type of ombud_provision.has_from");
_Static_assert(HAS_TYPE(ombud_provision, from, ombud_day (*)), "type of ombud_provision.from");
_Static_assert(HAS_TYPE(ombud_provision, has_held, int32_t (*)), "type of ombud_provision.has_held");
_Static_assert(HAS_TYPE(ombud_provision, held, ombud_day (*)), "type of ombud_provision.held");
_Static_assert(HAS_TYPE(ombud_provision, has_until, int32_t (*)), "type of ombud_provision.has_until");
_Static_assert(HAS_TYPE(ombud_provision, until, ombud_day (*)), "type of ombud_provision.until");
_Static_assert(HAS_TYPE(ombud_provision, line, uint32_t (*)), "type of ombud_provision.line");
_Static_assert(HAS_TYPE(ombud_provision, reserved, int32_t (*)), "type of ombud_provision.reserved");
#if UINTPTR_MAX == 0xFFFFFFFFFFFFFFFF
_Static_assert(sizeof(ombud_provision) == 160, "size of ombud_provision");
_Static_assert(offsetof(ombud_provision, struct_size) == 0, "offset of ombud_provision.struct_size");
_Static_assert(offsetof(ombud_provision, id) == 8, "offset of ombud_provision.id");
_Static_assert(offsetof(ombud_provision, citation) == 24, "offset of ombud_provision.citation");
_Static_assert(offsetof(ombud_provision, anchor) == 40, "offset of ombud_provision.anchor");
_Static_assert(offsetof(ombud_provision, gloss) == 56, "offset of ombud_provision.gloss");
_Static_assert(offsetof(ombud_provision, modality) == 72, "offset of ombud_provision.modality");
_Static_assert(offsetof(ombud_provision, why) == 88, "offset of ombud_provision.why");
_Static_assert(offsetof(ombud_provision, treatment) == 104, "offset of ombud_provision.treatment");
_Static_assert(offsetof(ombud_provision, has_from) == 108, "offset of ombud_provision.has_from");
_Static_assert(offsetof(ombud_provision, from) == 112, "offset of ombud_provision.from");
_Static_assert(offsetof(ombud_provision, has_held) == 120, "offset of ombud_provision.has_held");
_Static_assert(offsetof(ombud_provision, held) == 128, "offset of ombud_provision.held");
_Static_assert(offsetof(ombud_provision, has_until) == 136, "offset of ombud_provision.has_until");
_Static_assert(offsetof(ombud_provision, until) == 144, "offset of ombud_provision.until");
_Static_assert(offsetof(ombud_provision, line) == 152, "offset of ombud_provision.line");
_Static_assert(offsetof(ombud_provision, reserved) == 156, "offset of ombud_provision.reserved");
_Static_assert(offsetof(ombud_provision, reserved) + sizeof(((ombud_provision *)0)->reserved) == sizeof(ombud_provision), "ombud_provision ends in bytes that a later field would take for set");
#endif

_Static_assert(HAS_TYPE(ombud_row, struct_size, uint32_t (*)), "type of ombud_row.struct_size");
_Static_assert(HAS_TYPE(ombud_row, kind, ombud_row_kind (*)), "type of ombud_row.kind");
_Static_assert(HAS_TYPE(ombud_row, provision, size_t (*)), "type of ombud_row.provision");
_Static_assert(HAS_TYPE(ombud_row, text, ombud_view (*)), "type of ombud_row.text");
_Static_assert(HAS_TYPE(ombud_row, reading, ombud_view (*)), "type of ombud_row.reading");
_Static_assert(HAS_TYPE(ombud_row, line, uint32_t (*)), "type of ombud_row.line");
_Static_assert(HAS_TYPE(ombud_row, reserved, int32_t (*)), "type of ombud_row.reserved");
#if UINTPTR_MAX == 0xFFFFFFFFFFFFFFFF
_Static_assert(sizeof(ombud_row) == 56, "size of ombud_row");
_Static_assert(offsetof(ombud_row, struct_size) == 0, "offset of ombud_row.struct_size");
_Static_assert(offsetof(ombud_row, kind) == 4, "offset of ombud_row.kind");
_Static_assert(offsetof(ombud_row, provision) == 8, "offset of ombud_row.provision");
_Static_assert(offsetof(ombud_row, text) == 16, "offset of ombud_row.text");
_Static_assert(offsetof(ombud_row, reading) == 32, "offset of ombud_row.reading");
_Static_assert(offsetof(ombud_row, line) == 48, "offset of ombud_row.line");
_Static_assert(offsetof(ombud_row, reserved) == 52, "offset of ombud_row.reserved");
_Static_assert(offsetof(ombud_row, reserved) + sizeof(((ombud_row *)0)->reserved) == sizeof(ombud_row), "ombud_row ends in bytes that a later field would take for set");
#endif

_Static_assert(HAS_TYPE(ombud_reading, struct_size, uint32_t (*)), "type of ombud_reading.struct_size");
_Static_assert(HAS_TYPE(ombud_reading, name, ombud_view (*)), "type of ombud_reading.name");
_Static_assert(HAS_TYPE(ombud_reading, question, ombud_view (*)), "type of ombud_reading.question");
_Static_assert(HAS_TYPE(ombud_reading, part, ombud_part (*)), "type of ombud_reading.part");
_Static_assert(HAS_TYPE(ombud_reading, detail, ombud_view (*)), "type of ombud_reading.detail");
_Static_assert(HAS_TYPE(ombud_reading, alternatives, size_t (*)), "type of ombud_reading.alternatives");
#if UINTPTR_MAX == 0xFFFFFFFFFFFFFFFF
_Static_assert(sizeof(ombud_reading) == 72, "size of ombud_reading");
_Static_assert(offsetof(ombud_reading, struct_size) == 0, "offset of ombud_reading.struct_size");
_Static_assert(offsetof(ombud_reading, name) == 8, "offset of ombud_reading.name");
_Static_assert(offsetof(ombud_reading, question) == 24, "offset of ombud_reading.question");
_Static_assert(offsetof(ombud_reading, part) == 40, "offset of ombud_reading.part");
_Static_assert(offsetof(ombud_reading, detail) == 48, "offset of ombud_reading.detail");
_Static_assert(offsetof(ombud_reading, alternatives) == 64, "offset of ombud_reading.alternatives");
_Static_assert(offsetof(ombud_reading, alternatives) + sizeof(((ombud_reading *)0)->alternatives) == sizeof(ombud_reading), "ombud_reading ends in bytes that a later field would take for set");
#endif

_Static_assert(HAS_TYPE(ombud_alternative, struct_size, uint32_t (*)), "type of ombud_alternative.struct_size");
_Static_assert(HAS_TYPE(ombud_alternative, name, ombud_view (*)), "type of ombud_alternative.name");
_Static_assert(HAS_TYPE(ombud_alternative, label, ombud_view (*)), "type of ombud_alternative.label");
_Static_assert(HAS_TYPE(ombud_alternative, chosen, int32_t (*)), "type of ombud_alternative.chosen");
_Static_assert(HAS_TYPE(ombud_alternative, reserved, int32_t (*)), "type of ombud_alternative.reserved");
#if UINTPTR_MAX == 0xFFFFFFFFFFFFFFFF
_Static_assert(sizeof(ombud_alternative) == 48, "size of ombud_alternative");
_Static_assert(offsetof(ombud_alternative, struct_size) == 0, "offset of ombud_alternative.struct_size");
_Static_assert(offsetof(ombud_alternative, name) == 8, "offset of ombud_alternative.name");
_Static_assert(offsetof(ombud_alternative, label) == 24, "offset of ombud_alternative.label");
_Static_assert(offsetof(ombud_alternative, chosen) == 40, "offset of ombud_alternative.chosen");
_Static_assert(offsetof(ombud_alternative, reserved) == 44, "offset of ombud_alternative.reserved");
_Static_assert(offsetof(ombud_alternative, reserved) + sizeof(((ombud_alternative *)0)->reserved) == sizeof(ombud_alternative), "ombud_alternative ends in bytes that a later field would take for set");
#endif

_Static_assert(HAS_TYPE(ombud_plan_question, struct_size, uint32_t (*)), "type of ombud_plan_question.struct_size");
_Static_assert(HAS_TYPE(ombud_plan_question, counts, ombud_plan_counts (*)), "type of ombud_plan_question.counts");
_Static_assert(HAS_TYPE(ombud_plan_question, rule, ombud_plan_rule (*)), "type of ombud_plan_question.rule");
_Static_assert(HAS_TYPE(ombud_plan_question, from_year, int32_t (*)), "type of ombud_plan_question.from_year");
_Static_assert(HAS_TYPE(ombud_plan_question, to_year, int32_t (*)), "type of ombud_plan_question.to_year");
_Static_assert(HAS_TYPE(ombud_plan_question, has_theme, int32_t (*)), "type of ombud_plan_question.has_theme");
_Static_assert(HAS_TYPE(ombud_plan_question, theme, size_t (*)), "type of ombud_plan_question.theme");
_Static_assert(HAS_TYPE(ombud_plan_question, has_category, int32_t (*)), "type of ombud_plan_question.has_category");
_Static_assert(HAS_TYPE(ombud_plan_question, has_measure, int32_t (*)), "type of ombud_plan_question.has_measure");
_Static_assert(HAS_TYPE(ombud_plan_question, category, size_t (*)), "type of ombud_plan_question.category");
_Static_assert(HAS_TYPE(ombud_plan_question, measure, size_t (*)), "type of ombud_plan_question.measure");
#if UINTPTR_MAX == 0xFFFFFFFFFFFFFFFF
_Static_assert(sizeof(ombud_plan_question) == 56, "size of ombud_plan_question");
_Static_assert(offsetof(ombud_plan_question, struct_size) == 0, "offset of ombud_plan_question.struct_size");
_Static_assert(offsetof(ombud_plan_question, counts) == 4, "offset of ombud_plan_question.counts");
_Static_assert(offsetof(ombud_plan_question, rule) == 8, "offset of ombud_plan_question.rule");
_Static_assert(offsetof(ombud_plan_question, from_year) == 12, "offset of ombud_plan_question.from_year");
_Static_assert(offsetof(ombud_plan_question, to_year) == 16, "offset of ombud_plan_question.to_year");
_Static_assert(offsetof(ombud_plan_question, has_theme) == 20, "offset of ombud_plan_question.has_theme");
_Static_assert(offsetof(ombud_plan_question, theme) == 24, "offset of ombud_plan_question.theme");
_Static_assert(offsetof(ombud_plan_question, has_category) == 32, "offset of ombud_plan_question.has_category");
_Static_assert(offsetof(ombud_plan_question, has_measure) == 36, "offset of ombud_plan_question.has_measure");
_Static_assert(offsetof(ombud_plan_question, category) == 40, "offset of ombud_plan_question.category");
_Static_assert(offsetof(ombud_plan_question, measure) == 48, "offset of ombud_plan_question.measure");
_Static_assert(offsetof(ombud_plan_question, measure) + sizeof(((ombud_plan_question *)0)->measure) == sizeof(ombud_plan_question), "ombud_plan_question ends in bytes that a later field would take for set");
#endif

_Static_assert(HAS_TYPE(ombud_plan_cell, struct_size, uint32_t (*)), "type of ombud_plan_cell.struct_size");
_Static_assert(HAS_TYPE(ombud_plan_cell, verdict, ombud_plan_verdict (*)), "type of ombud_plan_cell.verdict");
_Static_assert(HAS_TYPE(ombud_plan_cell, has_printed, int32_t (*)), "type of ombud_plan_cell.has_printed");
_Static_assert(HAS_TYPE(ombud_plan_cell, has_of, int32_t (*)), "type of ombud_plan_cell.has_of");
_Static_assert(HAS_TYPE(ombud_plan_cell, printed, int64_t (*)), "type of ombud_plan_cell.printed");
_Static_assert(HAS_TYPE(ombud_plan_cell, of, int64_t (*)), "type of ombud_plan_cell.of");
_Static_assert(HAS_TYPE(ombud_plan_cell, measures, int64_t (*)), "type of ombud_plan_cell.measures");
_Static_assert(HAS_TYPE(ombud_plan_cell, counted, int64_t (*)[3]), "type of ombud_plan_cell.counted");
#if UINTPTR_MAX == 0xFFFFFFFFFFFFFFFF
_Static_assert(sizeof(ombud_plan_cell) == 64, "size of ombud_plan_cell");
_Static_assert(offsetof(ombud_plan_cell, struct_size) == 0, "offset of ombud_plan_cell.struct_size");
_Static_assert(offsetof(ombud_plan_cell, verdict) == 4, "offset of ombud_plan_cell.verdict");
_Static_assert(offsetof(ombud_plan_cell, has_printed) == 8, "offset of ombud_plan_cell.has_printed");
_Static_assert(offsetof(ombud_plan_cell, has_of) == 12, "offset of ombud_plan_cell.has_of");
_Static_assert(offsetof(ombud_plan_cell, printed) == 16, "offset of ombud_plan_cell.printed");
_Static_assert(offsetof(ombud_plan_cell, of) == 24, "offset of ombud_plan_cell.of");
_Static_assert(offsetof(ombud_plan_cell, measures) == 32, "offset of ombud_plan_cell.measures");
_Static_assert(offsetof(ombud_plan_cell, counted) == 40, "offset of ombud_plan_cell.counted");
_Static_assert(offsetof(ombud_plan_cell, counted) + sizeof(((ombud_plan_cell *)0)->counted) == sizeof(ombud_plan_cell), "ombud_plan_cell ends in bytes that a later field would take for set");
#endif

_Static_assert(HAS_TYPE(ombud_plan_finding, struct_size, uint32_t (*)), "type of ombud_plan_finding.struct_size");
_Static_assert(HAS_TYPE(ombud_plan_finding, fault, ombud_plan_fault (*)), "type of ombud_plan_finding.fault");
_Static_assert(HAS_TYPE(ombud_plan_finding, table, ombud_plan_table (*)), "type of ombud_plan_finding.table");
_Static_assert(HAS_TYPE(ombud_plan_finding, others, ombud_plan_table (*)), "type of ombud_plan_finding.others");
_Static_assert(HAS_TYPE(ombud_plan_finding, row, size_t (*)), "type of ombud_plan_finding.row");
_Static_assert(HAS_TYPE(ombud_plan_finding, other, size_t (*)), "type of ombud_plan_finding.other");
_Static_assert(HAS_TYPE(ombud_plan_finding, printed, int64_t (*)), "type of ombud_plan_finding.printed");
_Static_assert(HAS_TYPE(ombud_plan_finding, computed, int64_t (*)), "type of ombud_plan_finding.computed");
#if UINTPTR_MAX == 0xFFFFFFFFFFFFFFFF
_Static_assert(sizeof(ombud_plan_finding) == 48, "size of ombud_plan_finding");
_Static_assert(offsetof(ombud_plan_finding, struct_size) == 0, "offset of ombud_plan_finding.struct_size");
_Static_assert(offsetof(ombud_plan_finding, fault) == 4, "offset of ombud_plan_finding.fault");
_Static_assert(offsetof(ombud_plan_finding, table) == 8, "offset of ombud_plan_finding.table");
_Static_assert(offsetof(ombud_plan_finding, others) == 12, "offset of ombud_plan_finding.others");
_Static_assert(offsetof(ombud_plan_finding, row) == 16, "offset of ombud_plan_finding.row");
_Static_assert(offsetof(ombud_plan_finding, other) == 24, "offset of ombud_plan_finding.other");
_Static_assert(offsetof(ombud_plan_finding, printed) == 32, "offset of ombud_plan_finding.printed");
_Static_assert(offsetof(ombud_plan_finding, computed) == 40, "offset of ombud_plan_finding.computed");
_Static_assert(offsetof(ombud_plan_finding, computed) + sizeof(((ombud_plan_finding *)0)->computed) == sizeof(ombud_plan_finding), "ombud_plan_finding ends in bytes that a later field would take for set");
#endif

_Static_assert(HAS_TYPE(ombud_flaw, struct_size, uint32_t (*)), "type of ombud_flaw.struct_size");
_Static_assert(HAS_TYPE(ombud_flaw, kind, ombud_flaw_kind (*)), "type of ombud_flaw.kind");
_Static_assert(HAS_TYPE(ombud_flaw, warning, int32_t (*)), "type of ombud_flaw.warning");
_Static_assert(HAS_TYPE(ombud_flaw, line, uint32_t (*)), "type of ombud_flaw.line");
_Static_assert(HAS_TYPE(ombud_flaw, provision, size_t (*)), "type of ombud_flaw.provision");
_Static_assert(HAS_TYPE(ombud_flaw, what, ombud_view (*)), "type of ombud_flaw.what");
_Static_assert(HAS_TYPE(ombud_flaw, row, ombud_view (*)), "type of ombud_flaw.row");
_Static_assert(HAS_TYPE(ombud_flaw, sentence, ombud_view (*)), "type of ombud_flaw.sentence");
_Static_assert(HAS_TYPE(ombud_flaw, remedy, ombud_view (*)), "type of ombud_flaw.remedy");
_Static_assert(HAS_TYPE(ombud_flaw, witness, ombud_view (*)), "type of ombud_flaw.witness");
#if UINTPTR_MAX == 0xFFFFFFFFFFFFFFFF
_Static_assert(sizeof(ombud_flaw) == 104, "size of ombud_flaw");
_Static_assert(offsetof(ombud_flaw, struct_size) == 0, "offset of ombud_flaw.struct_size");
_Static_assert(offsetof(ombud_flaw, kind) == 4, "offset of ombud_flaw.kind");
_Static_assert(offsetof(ombud_flaw, warning) == 8, "offset of ombud_flaw.warning");
_Static_assert(offsetof(ombud_flaw, line) == 12, "offset of ombud_flaw.line");
_Static_assert(offsetof(ombud_flaw, provision) == 16, "offset of ombud_flaw.provision");
_Static_assert(offsetof(ombud_flaw, what) == 24, "offset of ombud_flaw.what");
_Static_assert(offsetof(ombud_flaw, row) == 40, "offset of ombud_flaw.row");
_Static_assert(offsetof(ombud_flaw, sentence) == 56, "offset of ombud_flaw.sentence");
_Static_assert(offsetof(ombud_flaw, remedy) == 72, "offset of ombud_flaw.remedy");
_Static_assert(offsetof(ombud_flaw, witness) == 88, "offset of ombud_flaw.witness");
_Static_assert(offsetof(ombud_flaw, witness) + sizeof(((ombud_flaw *)0)->witness) == sizeof(ombud_flaw), "ombud_flaw ends in bytes that a later field would take for set");
#endif

_Static_assert(HAS_TYPE(ombud_exploring, struct_size, uint32_t (*)), "type of ombud_exploring.struct_size");
_Static_assert(HAS_TYPE(ombud_exploring, recorded, int32_t (*)), "type of ombud_exploring.recorded");
_Static_assert(HAS_TYPE(ombud_exploring, item, const char * (*)), "type of ombud_exploring.item");
_Static_assert(HAS_TYPE(ombud_exploring, situations_max, size_t (*)), "type of ombud_exploring.situations_max");
_Static_assert(HAS_TYPE(ombud_exploring, readings, int32_t (*)), "type of ombud_exploring.readings");
_Static_assert(HAS_TYPE(ombud_exploring, reserved, uint32_t (*)), "type of ombud_exploring.reserved");
_Static_assert(HAS_TYPE(ombud_exploring, with, const char * (*)), "type of ombud_exploring.with");
#if UINTPTR_MAX == 0xFFFFFFFFFFFFFFFF
_Static_assert(sizeof(ombud_exploring) == 40, "size of ombud_exploring");
_Static_assert(offsetof(ombud_exploring, struct_size) == 0, "offset of ombud_exploring.struct_size");
_Static_assert(offsetof(ombud_exploring, recorded) == 4, "offset of ombud_exploring.recorded");
_Static_assert(offsetof(ombud_exploring, item) == 8, "offset of ombud_exploring.item");
_Static_assert(offsetof(ombud_exploring, situations_max) == 16, "offset of ombud_exploring.situations_max");
_Static_assert(offsetof(ombud_exploring, readings) == 24, "offset of ombud_exploring.readings");
_Static_assert(offsetof(ombud_exploring, reserved) == 28, "offset of ombud_exploring.reserved");
_Static_assert(offsetof(ombud_exploring, with) == 32, "offset of ombud_exploring.with");
_Static_assert(offsetof(ombud_exploring, with) + sizeof(((ombud_exploring *)0)->with) == sizeof(ombud_exploring), "ombud_exploring ends in bytes that a later field would take for set");
#endif

_Static_assert(HAS_TYPE(ombud_walk, struct_size, uint32_t (*)), "type of ombud_walk.struct_size");
_Static_assert(HAS_TYPE(ombud_walk, whole, int32_t (*)), "type of ombud_walk.whole");
_Static_assert(HAS_TYPE(ombud_walk, item, ombud_view (*)), "type of ombud_walk.item");
_Static_assert(HAS_TYPE(ombud_walk, reading, ombud_view (*)), "type of ombud_walk.reading");
_Static_assert(HAS_TYPE(ombud_walk, situations, size_t (*)), "type of ombud_walk.situations");
_Static_assert(HAS_TYPE(ombud_walk, steps, size_t (*)), "type of ombud_walk.steps");
_Static_assert(HAS_TYPE(ombud_walk, bounded, ombud_view (*)), "type of ombud_walk.bounded");
#if UINTPTR_MAX == 0xFFFFFFFFFFFFFFFF
_Static_assert(sizeof(ombud_walk) == 72, "size of ombud_walk");
_Static_assert(offsetof(ombud_walk, struct_size) == 0, "offset of ombud_walk.struct_size");
_Static_assert(offsetof(ombud_walk, whole) == 4, "offset of ombud_walk.whole");
_Static_assert(offsetof(ombud_walk, item) == 8, "offset of ombud_walk.item");
_Static_assert(offsetof(ombud_walk, reading) == 24, "offset of ombud_walk.reading");
_Static_assert(offsetof(ombud_walk, situations) == 40, "offset of ombud_walk.situations");
_Static_assert(offsetof(ombud_walk, steps) == 48, "offset of ombud_walk.steps");
_Static_assert(offsetof(ombud_walk, bounded) == 56, "offset of ombud_walk.bounded");
_Static_assert(offsetof(ombud_walk, bounded) + sizeof(((ombud_walk *)0)->bounded) == sizeof(ombud_walk), "ombud_walk ends in bytes that a later field would take for set");
#endif

_Static_assert(HAS_TYPE(ombud_invariant, struct_size, uint32_t (*)), "type of ombud_invariant.struct_size");
_Static_assert(HAS_TYPE(ombud_invariant, line, uint32_t (*)), "type of ombud_invariant.line");
_Static_assert(HAS_TYPE(ombud_invariant, name, ombud_view (*)), "type of ombud_invariant.name");
_Static_assert(HAS_TYPE(ombud_invariant, label, ombud_view (*)), "type of ombud_invariant.label");
_Static_assert(HAS_TYPE(ombud_invariant, text, ombud_view (*)), "type of ombud_invariant.text");
_Static_assert(HAS_TYPE(ombud_invariant, judged, size_t (*)), "type of ombud_invariant.judged");
_Static_assert(HAS_TYPE(ombud_invariant, told, size_t (*)), "type of ombud_invariant.told");
_Static_assert(HAS_TYPE(ombud_invariant, broken, size_t (*)), "type of ombud_invariant.broken");
#if UINTPTR_MAX == 0xFFFFFFFFFFFFFFFF
_Static_assert(sizeof(ombud_invariant) == 80, "size of ombud_invariant");
_Static_assert(offsetof(ombud_invariant, struct_size) == 0, "offset of ombud_invariant.struct_size");
_Static_assert(offsetof(ombud_invariant, line) == 4, "offset of ombud_invariant.line");
_Static_assert(offsetof(ombud_invariant, name) == 8, "offset of ombud_invariant.name");
_Static_assert(offsetof(ombud_invariant, label) == 24, "offset of ombud_invariant.label");
_Static_assert(offsetof(ombud_invariant, text) == 40, "offset of ombud_invariant.text");
_Static_assert(offsetof(ombud_invariant, judged) == 56, "offset of ombud_invariant.judged");
_Static_assert(offsetof(ombud_invariant, told) == 64, "offset of ombud_invariant.told");
_Static_assert(offsetof(ombud_invariant, broken) == 72, "offset of ombud_invariant.broken");
_Static_assert(offsetof(ombud_invariant, broken) + sizeof(((ombud_invariant *)0)->broken) == sizeof(ombud_invariant), "ombud_invariant ends in bytes that a later field would take for set");
#endif

_Static_assert(HAS_TYPE(ombud_due_item, number, int64_t (*)), "type of ombud_due_item.number");
_Static_assert(HAS_TYPE(ombud_due_item, item_number, int64_t (*)), "type of ombud_due_item.item_number");
_Static_assert(HAS_TYPE(ombud_due_item, day, int32_t (*)), "type of ombud_due_item.day");
_Static_assert(HAS_TYPE(ombud_due_item, item, uint16_t (*)), "type of ombud_due_item.item");
_Static_assert(HAS_TYPE(ombud_due_item, row, uint16_t (*)), "type of ombud_due_item.row");
#if UINTPTR_MAX == 0xFFFFFFFFFFFFFFFF
_Static_assert(sizeof(ombud_due_item) == 24, "size of ombud_due_item");
_Static_assert(offsetof(ombud_due_item, number) == 0, "offset of ombud_due_item.number");
_Static_assert(offsetof(ombud_due_item, item_number) == 8, "offset of ombud_due_item.item_number");
_Static_assert(offsetof(ombud_due_item, day) == 16, "offset of ombud_due_item.day");
_Static_assert(offsetof(ombud_due_item, item) == 20, "offset of ombud_due_item.item");
_Static_assert(offsetof(ombud_due_item, row) == 22, "offset of ombud_due_item.row");
#endif

_Static_assert(HAS_TYPE(ombud_due_entry, struct_size, uint32_t (*)), "type of ombud_due_entry.struct_size");
_Static_assert(HAS_TYPE(ombud_due_entry, duty, int32_t (*)), "type of ombud_due_entry.duty");
_Static_assert(HAS_TYPE(ombud_due_entry, number, int64_t (*)), "type of ombud_due_entry.number");
_Static_assert(HAS_TYPE(ombud_due_entry, name, ombud_view (*)), "type of ombud_due_entry.name");
_Static_assert(HAS_TYPE(ombud_due_entry, item_prefix, ombud_view (*)), "type of ombud_due_entry.item_prefix");
_Static_assert(HAS_TYPE(ombud_due_entry, item_number, int64_t (*)), "type of ombud_due_entry.item_number");
_Static_assert(HAS_TYPE(ombud_due_entry, status, ombud_term_status (*)), "type of ombud_due_entry.status");
_Static_assert(HAS_TYPE(ombud_due_entry, has_due, int32_t (*)), "type of ombud_due_entry.has_due");
_Static_assert(HAS_TYPE(ombud_due_entry, due, ombud_day (*)), "type of ombud_due_entry.due");
_Static_assert(HAS_TYPE(ombud_due_entry, days, int64_t (*)), "type of ombud_due_entry.days");
_Static_assert(HAS_TYPE(ombud_due_entry, bearer, uint64_t (*)), "type of ombud_due_entry.bearer");
_Static_assert(HAS_TYPE(ombud_due_entry, addressee, uint64_t (*)), "type of ombud_due_entry.addressee");
_Static_assert(HAS_TYPE(ombud_due_entry, provision, size_t (*)), "type of ombud_due_entry.provision");
_Static_assert(HAS_TYPE(ombud_due_entry, row, size_t (*)), "type of ombud_due_entry.row");
#if UINTPTR_MAX == 0xFFFFFFFFFFFFFFFF
_Static_assert(sizeof(ombud_due_entry) == 112, "size of ombud_due_entry");
_Static_assert(offsetof(ombud_due_entry, struct_size) == 0, "offset of ombud_due_entry.struct_size");
_Static_assert(offsetof(ombud_due_entry, duty) == 4, "offset of ombud_due_entry.duty");
_Static_assert(offsetof(ombud_due_entry, number) == 8, "offset of ombud_due_entry.number");
_Static_assert(offsetof(ombud_due_entry, name) == 16, "offset of ombud_due_entry.name");
_Static_assert(offsetof(ombud_due_entry, item_prefix) == 32, "offset of ombud_due_entry.item_prefix");
_Static_assert(offsetof(ombud_due_entry, item_number) == 48, "offset of ombud_due_entry.item_number");
_Static_assert(offsetof(ombud_due_entry, status) == 56, "offset of ombud_due_entry.status");
_Static_assert(offsetof(ombud_due_entry, has_due) == 60, "offset of ombud_due_entry.has_due");
_Static_assert(offsetof(ombud_due_entry, due) == 64, "offset of ombud_due_entry.due");
_Static_assert(offsetof(ombud_due_entry, days) == 72, "offset of ombud_due_entry.days");
_Static_assert(offsetof(ombud_due_entry, bearer) == 80, "offset of ombud_due_entry.bearer");
_Static_assert(offsetof(ombud_due_entry, addressee) == 88, "offset of ombud_due_entry.addressee");
_Static_assert(offsetof(ombud_due_entry, provision) == 96, "offset of ombud_due_entry.provision");
_Static_assert(offsetof(ombud_due_entry, row) == 104, "offset of ombud_due_entry.row");
_Static_assert(offsetof(ombud_due_entry, row) + sizeof(((ombud_due_entry *)0)->row) == sizeof(ombud_due_entry), "ombud_due_entry ends in bytes that a later field would take for set");
#endif

_Static_assert(HAS_TYPE(ombud_hold, struct_size, uint32_t (*)), "type of ombud_hold.struct_size");
_Static_assert(HAS_TYPE(ombud_hold, kind, ombud_hold_kind (*)), "type of ombud_hold.kind");
_Static_assert(HAS_TYPE(ombud_hold, name, ombud_view (*)), "type of ombud_hold.name");
_Static_assert(HAS_TYPE(ombud_hold, item_prefix, ombud_view (*)), "type of ombud_hold.item_prefix");
_Static_assert(HAS_TYPE(ombud_hold, item_number, int64_t (*)), "type of ombud_hold.item_number");
_Static_assert(HAS_TYPE(ombud_hold, has_due, int32_t (*)), "type of ombud_hold.has_due");
_Static_assert(HAS_TYPE(ombud_hold, due, ombud_day (*)), "type of ombud_hold.due");
_Static_assert(HAS_TYPE(ombud_hold, ruling, ombud_ruling (*)), "type of ombud_hold.ruling");
_Static_assert(HAS_TYPE(ombud_hold, provision, size_t (*)), "type of ombud_hold.provision");
#if UINTPTR_MAX == 0xFFFFFFFFFFFFFFFF
_Static_assert(sizeof(ombud_hold) == 80, "size of ombud_hold");
_Static_assert(offsetof(ombud_hold, struct_size) == 0, "offset of ombud_hold.struct_size");
_Static_assert(offsetof(ombud_hold, kind) == 4, "offset of ombud_hold.kind");
_Static_assert(offsetof(ombud_hold, name) == 8, "offset of ombud_hold.name");
_Static_assert(offsetof(ombud_hold, item_prefix) == 24, "offset of ombud_hold.item_prefix");
_Static_assert(offsetof(ombud_hold, item_number) == 40, "offset of ombud_hold.item_number");
_Static_assert(offsetof(ombud_hold, has_due) == 48, "offset of ombud_hold.has_due");
_Static_assert(offsetof(ombud_hold, due) == 56, "offset of ombud_hold.due");
_Static_assert(offsetof(ombud_hold, ruling) == 64, "offset of ombud_hold.ruling");
_Static_assert(offsetof(ombud_hold, provision) == 72, "offset of ombud_hold.provision");
_Static_assert(offsetof(ombud_hold, provision) + sizeof(((ombud_hold *)0)->provision) == sizeof(ombud_hold), "ombud_hold ends in bytes that a later field would take for set");
#endif

_Static_assert(HAS_TYPE(ombud_tombstone, struct_size, uint32_t (*)), "type of ombud_tombstone.struct_size");
_Static_assert(HAS_TYPE(ombud_tombstone, digest_length, uint32_t (*)), "type of ombud_tombstone.digest_length");
_Static_assert(HAS_TYPE(ombud_tombstone, number, int64_t (*)), "type of ombud_tombstone.number");
_Static_assert(HAS_TYPE(ombud_tombstone, on, ombud_day (*)), "type of ombud_tombstone.on");
_Static_assert(HAS_TYPE(ombud_tombstone, digest, unsigned char (*)[OMBUD_CHAIN_DIGEST_MAX]), "type of ombud_tombstone.digest");
#if UINTPTR_MAX == 0xFFFFFFFFFFFFFFFF
_Static_assert(sizeof(ombud_tombstone) == 88, "size of ombud_tombstone");
_Static_assert(offsetof(ombud_tombstone, struct_size) == 0, "offset of ombud_tombstone.struct_size");
_Static_assert(offsetof(ombud_tombstone, digest_length) == 4, "offset of ombud_tombstone.digest_length");
_Static_assert(offsetof(ombud_tombstone, number) == 8, "offset of ombud_tombstone.number");
_Static_assert(offsetof(ombud_tombstone, on) == 16, "offset of ombud_tombstone.on");
_Static_assert(offsetof(ombud_tombstone, digest) == 24, "offset of ombud_tombstone.digest");
_Static_assert(offsetof(ombud_tombstone, digest) + sizeof(((ombud_tombstone *)0)->digest) == sizeof(ombud_tombstone), "ombud_tombstone ends in bytes that a later field would take for set");
#endif

_Static_assert(HAS_TYPE(ombud_cell, count, int64_t (*)), "type of ombud_cell.count");
_Static_assert(HAS_TYPE(ombud_cell, withheld, int32_t (*)), "type of ombud_cell.withheld");
_Static_assert(HAS_TYPE(ombud_cell, total, int32_t (*)), "type of ombud_cell.total");
#if UINTPTR_MAX == 0xFFFFFFFFFFFFFFFF
_Static_assert(sizeof(ombud_cell) == 16, "size of ombud_cell");
_Static_assert(offsetof(ombud_cell, count) == 0, "offset of ombud_cell.count");
_Static_assert(offsetof(ombud_cell, withheld) == 8, "offset of ombud_cell.withheld");
_Static_assert(offsetof(ombud_cell, total) == 12, "offset of ombud_cell.total");
#endif

_Static_assert(HAS_TYPE(ombud_figure, struct_size, uint32_t (*)), "type of ombud_figure.struct_size");
_Static_assert(HAS_TYPE(ombud_figure, axes, int32_t (*)), "type of ombud_figure.axes");
_Static_assert(HAS_TYPE(ombud_figure, name, ombud_view (*)), "type of ombud_figure.name");
_Static_assert(HAS_TYPE(ombud_figure, label, ombud_view (*)), "type of ombud_figure.label");
_Static_assert(HAS_TYPE(ombud_figure, item, ombud_view (*)), "type of ombud_figure.item");
_Static_assert(HAS_TYPE(ombud_figure, provision, size_t (*)), "type of ombud_figure.provision");
_Static_assert(HAS_TYPE(ombud_figure, row, size_t (*)), "type of ombud_figure.row");
_Static_assert(HAS_TYPE(ombud_figure, rows, size_t (*)), "type of ombud_figure.rows");
_Static_assert(HAS_TYPE(ombud_figure, columns, size_t (*)), "type of ombud_figure.columns");
_Static_assert(HAS_TYPE(ombud_figure, by, ombud_view (*)[2]), "type of ombud_figure.by");
_Static_assert(HAS_TYPE(ombud_figure, has_base, int32_t (*)), "type of ombud_figure.has_base");
_Static_assert(HAS_TYPE(ombud_figure, base, ombud_cell (*)), "type of ombud_figure.base");
_Static_assert(HAS_TYPE(ombud_figure, unknown, ombud_cell (*)), "type of ombud_figure.unknown");
#if UINTPTR_MAX == 0xFFFFFFFFFFFFFFFF
_Static_assert(sizeof(ombud_figure) == 160, "size of ombud_figure");
_Static_assert(offsetof(ombud_figure, struct_size) == 0, "offset of ombud_figure.struct_size");
_Static_assert(offsetof(ombud_figure, axes) == 4, "offset of ombud_figure.axes");
_Static_assert(offsetof(ombud_figure, name) == 8, "offset of ombud_figure.name");
_Static_assert(offsetof(ombud_figure, label) == 24, "offset of ombud_figure.label");
_Static_assert(offsetof(ombud_figure, item) == 40, "offset of ombud_figure.item");
_Static_assert(offsetof(ombud_figure, provision) == 56, "offset of ombud_figure.provision");
_Static_assert(offsetof(ombud_figure, row) == 64, "offset of ombud_figure.row");
_Static_assert(offsetof(ombud_figure, rows) == 72, "offset of ombud_figure.rows");
_Static_assert(offsetof(ombud_figure, columns) == 80, "offset of ombud_figure.columns");
_Static_assert(offsetof(ombud_figure, by) == 88, "offset of ombud_figure.by");
_Static_assert(offsetof(ombud_figure, has_base) == 120, "offset of ombud_figure.has_base");
_Static_assert(offsetof(ombud_figure, base) == 128, "offset of ombud_figure.base");
_Static_assert(offsetof(ombud_figure, unknown) == 144, "offset of ombud_figure.unknown");
_Static_assert(offsetof(ombud_figure, unknown) + sizeof(((ombud_figure *)0)->unknown) == sizeof(ombud_figure), "ombud_figure ends in bytes that a later field would take for set");
#endif

_Static_assert(HAS_TYPE(ombud_moved, there, int32_t (*)), "type of ombud_moved.there");
_Static_assert(HAS_TYPE(ombud_moved, word, int32_t (*)), "type of ombud_moved.word");
_Static_assert(HAS_TYPE(ombud_moved, has_first, int32_t (*)), "type of ombud_moved.has_first");
_Static_assert(HAS_TYPE(ombud_moved, has_last, int32_t (*)), "type of ombud_moved.has_last");
_Static_assert(HAS_TYPE(ombud_moved, first, ombud_day (*)), "type of ombud_moved.first");
_Static_assert(HAS_TYPE(ombud_moved, last, ombud_day (*)), "type of ombud_moved.last");
_Static_assert(HAS_TYPE(ombud_moved, provision, size_t (*)), "type of ombud_moved.provision");
#if UINTPTR_MAX == 0xFFFFFFFFFFFFFFFF
_Static_assert(sizeof(ombud_moved) == 40, "size of ombud_moved");
_Static_assert(offsetof(ombud_moved, there) == 0, "offset of ombud_moved.there");
_Static_assert(offsetof(ombud_moved, word) == 4, "offset of ombud_moved.word");
_Static_assert(offsetof(ombud_moved, has_first) == 8, "offset of ombud_moved.has_first");
_Static_assert(offsetof(ombud_moved, has_last) == 12, "offset of ombud_moved.has_last");
_Static_assert(offsetof(ombud_moved, first) == 16, "offset of ombud_moved.first");
_Static_assert(offsetof(ombud_moved, last) == 24, "offset of ombud_moved.last");
_Static_assert(offsetof(ombud_moved, provision) == 32, "offset of ombud_moved.provision");
#endif

_Static_assert(HAS_TYPE(ombud_move, struct_size, uint32_t (*)), "type of ombud_move.struct_size");
_Static_assert(HAS_TYPE(ombud_move, kind, ombud_move_kind (*)), "type of ombud_move.kind");
_Static_assert(HAS_TYPE(ombud_move, name, ombud_view (*)), "type of ombud_move.name");
_Static_assert(HAS_TYPE(ombud_move, item_prefix, ombud_view (*)), "type of ombud_move.item_prefix");
_Static_assert(HAS_TYPE(ombud_move, item_number, int64_t (*)), "type of ombud_move.item_number");
_Static_assert(HAS_TYPE(ombud_move, position, size_t (*)), "type of ombud_move.position");
_Static_assert(HAS_TYPE(ombud_move, before, ombud_moved (*)), "type of ombud_move.before");
_Static_assert(HAS_TYPE(ombud_move, after, ombud_moved (*)), "type of ombud_move.after");
#if UINTPTR_MAX == 0xFFFFFFFFFFFFFFFF
_Static_assert(sizeof(ombud_move) == 136, "size of ombud_move");
_Static_assert(offsetof(ombud_move, struct_size) == 0, "offset of ombud_move.struct_size");
_Static_assert(offsetof(ombud_move, kind) == 4, "offset of ombud_move.kind");
_Static_assert(offsetof(ombud_move, name) == 8, "offset of ombud_move.name");
_Static_assert(offsetof(ombud_move, item_prefix) == 24, "offset of ombud_move.item_prefix");
_Static_assert(offsetof(ombud_move, item_number) == 40, "offset of ombud_move.item_number");
_Static_assert(offsetof(ombud_move, position) == 48, "offset of ombud_move.position");
_Static_assert(offsetof(ombud_move, before) == 56, "offset of ombud_move.before");
_Static_assert(offsetof(ombud_move, after) == 96, "offset of ombud_move.after");
_Static_assert(offsetof(ombud_move, after) + sizeof(((ombud_move *)0)->after) == sizeof(ombud_move), "ombud_move ends in bytes that a later field would take for set");
#endif

_Static_assert(HAS_TYPE(ombud_render, struct_size, uint32_t (*)), "type of ombud_render.struct_size");
_Static_assert(HAS_TYPE(ombud_render, format, ombud_format (*)), "type of ombud_render.format");
_Static_assert(HAS_TYPE(ombud_render, lang, ombud_lang (*)), "type of ombud_render.lang");
_Static_assert(HAS_TYPE(ombud_render, colour, int32_t (*)), "type of ombud_render.colour");
_Static_assert(HAS_TYPE(ombud_render, name, ombud_view (*)), "type of ombud_render.name");
_Static_assert(HAS_TYPE(ombud_render, domain, ombud_view (*)), "type of ombud_render.domain");
_Static_assert(HAS_TYPE(ombud_render, salt, ombud_view (*)), "type of ombud_render.salt");
_Static_assert(HAS_TYPE(ombud_render, uid, ombud_uid (*)), "type of ombud_render.uid");
_Static_assert(HAS_TYPE(ombud_render, uid_user, void * (*)), "type of ombud_render.uid_user");
_Static_assert(HAS_TYPE(ombud_render, detailed, int32_t (*)), "type of ombud_render.detailed");
_Static_assert(HAS_TYPE(ombud_render, alarm_days, int32_t (*)), "type of ombud_render.alarm_days");
#if UINTPTR_MAX == 0xFFFFFFFFFFFFFFFF
_Static_assert(sizeof(ombud_render) == 88, "size of ombud_render");
_Static_assert(offsetof(ombud_render, struct_size) == 0, "offset of ombud_render.struct_size");
_Static_assert(offsetof(ombud_render, format) == 4, "offset of ombud_render.format");
_Static_assert(offsetof(ombud_render, lang) == 8, "offset of ombud_render.lang");
_Static_assert(offsetof(ombud_render, colour) == 12, "offset of ombud_render.colour");
_Static_assert(offsetof(ombud_render, name) == 16, "offset of ombud_render.name");
_Static_assert(offsetof(ombud_render, domain) == 32, "offset of ombud_render.domain");
_Static_assert(offsetof(ombud_render, salt) == 48, "offset of ombud_render.salt");
_Static_assert(offsetof(ombud_render, uid) == 64, "offset of ombud_render.uid");
_Static_assert(offsetof(ombud_render, uid_user) == 72, "offset of ombud_render.uid_user");
_Static_assert(offsetof(ombud_render, detailed) == 80, "offset of ombud_render.detailed");
_Static_assert(offsetof(ombud_render, alarm_days) == 84, "offset of ombud_render.alarm_days");
_Static_assert(offsetof(ombud_render, alarm_days) + sizeof(((ombud_render *)0)->alarm_days) == sizeof(ombud_render), "ombud_render ends in bytes that a later field would take for set");
#endif

_Static_assert(HAS_TYPE(ombud_expectation, struct_size, uint32_t (*)), "type of ombud_expectation.struct_size");
_Static_assert(HAS_TYPE(ombud_expectation, met, int32_t (*)), "type of ombud_expectation.met");
_Static_assert(HAS_TYPE(ombud_expectation, line, uint32_t (*)), "type of ombud_expectation.line");
_Static_assert(HAS_TYPE(ombud_expectation, text, ombud_view (*)), "type of ombud_expectation.text");
_Static_assert(HAS_TYPE(ombud_expectation, got, ombud_view (*)), "type of ombud_expectation.got");
_Static_assert(HAS_TYPE(ombud_expectation, would_hold, ombud_view (*)), "type of ombud_expectation.would_hold");
_Static_assert(HAS_TYPE(ombud_expectation, has_provision, int32_t (*)), "type of ombud_expectation.has_provision");
_Static_assert(HAS_TYPE(ombud_expectation, provision, size_t (*)), "type of ombud_expectation.provision");
#if UINTPTR_MAX == 0xFFFFFFFFFFFFFFFF
_Static_assert(sizeof(ombud_expectation) == 80, "size of ombud_expectation");
_Static_assert(offsetof(ombud_expectation, struct_size) == 0, "offset of ombud_expectation.struct_size");
_Static_assert(offsetof(ombud_expectation, met) == 4, "offset of ombud_expectation.met");
_Static_assert(offsetof(ombud_expectation, line) == 8, "offset of ombud_expectation.line");
_Static_assert(offsetof(ombud_expectation, text) == 16, "offset of ombud_expectation.text");
_Static_assert(offsetof(ombud_expectation, got) == 32, "offset of ombud_expectation.got");
_Static_assert(offsetof(ombud_expectation, would_hold) == 48, "offset of ombud_expectation.would_hold");
_Static_assert(offsetof(ombud_expectation, has_provision) == 64, "offset of ombud_expectation.has_provision");
_Static_assert(offsetof(ombud_expectation, provision) == 72, "offset of ombud_expectation.provision");
_Static_assert(offsetof(ombud_expectation, provision) + sizeof(((ombud_expectation *)0)->provision) == sizeof(ombud_expectation), "ombud_expectation ends in bytes that a later field would take for set");
#endif

_Static_assert(HAS_TYPE(ombud_covered, struct_size, uint32_t (*)), "type of ombud_covered.struct_size");
_Static_assert(HAS_TYPE(ombud_covered, covered, int32_t (*)), "type of ombud_covered.covered");
_Static_assert(HAS_TYPE(ombud_covered, gap, ombud_gap (*)), "type of ombud_covered.gap");
_Static_assert(HAS_TYPE(ombud_covered, line, uint32_t (*)), "type of ombud_covered.line");
_Static_assert(HAS_TYPE(ombud_covered, provision, size_t (*)), "type of ombud_covered.provision");
_Static_assert(HAS_TYPE(ombud_covered, row, size_t (*)), "type of ombud_covered.row");
_Static_assert(HAS_TYPE(ombud_covered, what, ombud_view (*)), "type of ombud_covered.what");
_Static_assert(HAS_TYPE(ombud_covered, reading, ombud_view (*)), "type of ombud_covered.reading");
#if UINTPTR_MAX == 0xFFFFFFFFFFFFFFFF
_Static_assert(sizeof(ombud_covered) == 64, "size of ombud_covered");
_Static_assert(offsetof(ombud_covered, struct_size) == 0, "offset of ombud_covered.struct_size");
_Static_assert(offsetof(ombud_covered, covered) == 4, "offset of ombud_covered.covered");
_Static_assert(offsetof(ombud_covered, gap) == 8, "offset of ombud_covered.gap");
_Static_assert(offsetof(ombud_covered, line) == 12, "offset of ombud_covered.line");
_Static_assert(offsetof(ombud_covered, provision) == 16, "offset of ombud_covered.provision");
_Static_assert(offsetof(ombud_covered, row) == 24, "offset of ombud_covered.row");
_Static_assert(offsetof(ombud_covered, what) == 32, "offset of ombud_covered.what");
_Static_assert(offsetof(ombud_covered, reading) == 48, "offset of ombud_covered.reading");
_Static_assert(offsetof(ombud_covered, reading) + sizeof(((ombud_covered *)0)->reading) == sizeof(ombud_covered), "ombud_covered ends in bytes that a later field would take for set");
#endif

_Static_assert((OMBUD_NO) == 1, "value of OMBUD_NO");
_Static_assert((OMBUD_UNKNOWN) == 2, "value of OMBUD_UNKNOWN");
_Static_assert((OMBUD_YES) == 3, "value of OMBUD_YES");
_Static_assert((OMBUD_PERMITTED) == 1, "value of OMBUD_PERMITTED");
_Static_assert((OMBUD_FORBIDDEN) == 2, "value of OMBUD_FORBIDDEN");
_Static_assert((OMBUD_UNDETERMINED) == 3, "value of OMBUD_UNDETERMINED");
_Static_assert((OMBUD_NOT_FORESEEN) == 4, "value of OMBUD_NOT_FORESEEN");
_Static_assert((OMBUD_NO_TEXT) == 5, "value of OMBUD_NO_TEXT");
_Static_assert((OMBUD_UNMET_FACT) == 1, "value of OMBUD_UNMET_FACT");
_Static_assert((OMBUD_UNMET_STATE) == 2, "value of OMBUD_UNMET_STATE");
_Static_assert((OMBUD_UNMET_ROLE) == 3, "value of OMBUD_UNMET_ROLE");
_Static_assert((OMBUD_UNMET_TERM) == 4, "value of OMBUD_UNMET_TERM");
_Static_assert((OMBUD_UNMET_WAIT) == 5, "value of OMBUD_UNMET_WAIT");
_Static_assert((OMBUD_UNMET_LINK) == 6, "value of OMBUD_UNMET_LINK");
_Static_assert((OMBUD_UNMET_READING) == 7, "value of OMBUD_UNMET_READING");
_Static_assert((OMBUD_UNMET_LENGTH) == 8, "value of OMBUD_UNMET_LENGTH");
_Static_assert((OMBUD_UNMET_WORDING) == 9, "value of OMBUD_UNMET_WORDING");
_Static_assert((OMBUD_UNMET_ACTOR) == 10, "value of OMBUD_UNMET_ACTOR");
_Static_assert((OMBUD_UNMET_DAY) == 11, "value of OMBUD_UNMET_DAY");
_Static_assert((OMBUD_UNMET_CONCERNED) == 12, "value of OMBUD_UNMET_CONCERNED");
_Static_assert((OMBUD_TERM_NONE) == 0, "value of OMBUD_TERM_NONE");
_Static_assert((OMBUD_TERM_OPEN) == 1, "value of OMBUD_TERM_OPEN");
_Static_assert((OMBUD_TERM_MET) == 2, "value of OMBUD_TERM_MET");
_Static_assert((OMBUD_TERM_MET_LATE) == 3, "value of OMBUD_TERM_MET_LATE");
_Static_assert((OMBUD_TERM_OVERDUE) == 4, "value of OMBUD_TERM_OVERDUE");
_Static_assert((OMBUD_TERM_EXPIRED) == 5, "value of OMBUD_TERM_EXPIRED");
_Static_assert((OMBUD_TERM_EXCUSED) == 6, "value of OMBUD_TERM_EXCUSED");
_Static_assert((OMBUD_TERM_LAPSED) == 7, "value of OMBUD_TERM_LAPSED");
_Static_assert((OMBUD_DUE_KNOWN) == 0, "value of OMBUD_DUE_KNOWN");
_Static_assert((OMBUD_DUE_NO_PERIOD) == 1, "value of OMBUD_DUE_NO_PERIOD");
_Static_assert((OMBUD_DUE_LENGTH_UNSET) == 2, "value of OMBUD_DUE_LENGTH_UNSET");
_Static_assert((OMBUD_DUE_NOT_STARTED) == 3, "value of OMBUD_DUE_NOT_STARTED");
_Static_assert((OMBUD_DUE_NO_TEXT) == 4, "value of OMBUD_DUE_NO_TEXT");
_Static_assert((OMBUD_DUE_OUT_OF_RANGE) == 5, "value of OMBUD_DUE_OUT_OF_RANGE");
_Static_assert((OMBUD_DUE_NO_CALENDAR) == 6, "value of OMBUD_DUE_NO_CALENDAR");
_Static_assert((OMBUD_DUE_UNDETERMINED) == 7, "value of OMBUD_DUE_UNDETERMINED");
_Static_assert((OMBUD_BREACH) == 1, "value of OMBUD_BREACH");
_Static_assert((OMBUD_LATE) == 2, "value of OMBUD_LATE");
_Static_assert((OMBUD_NOT_SHOWN) == 3, "value of OMBUD_NOT_SHOWN");
_Static_assert((OMBUD_ANSWERED) == 1, "value of OMBUD_ANSWERED");
_Static_assert((OMBUD_ANSWER_UNDETERMINED) == 2, "value of OMBUD_ANSWER_UNDETERMINED");
_Static_assert((OMBUD_ANSWER_NONE) == 3, "value of OMBUD_ANSWER_NONE");
_Static_assert((OMBUD_ANSWER_CONFLICT) == 4, "value of OMBUD_ANSWER_CONFLICT");
_Static_assert((OMBUD_STEP_EVENT) == 1, "value of OMBUD_STEP_EVENT");
_Static_assert((OMBUD_STEP_DUE) == 2, "value of OMBUD_STEP_DUE");
_Static_assert((OMBUD_STEP_THEN) == 3, "value of OMBUD_STEP_THEN");
_Static_assert((OMBUD_OK) == 0, "value of OMBUD_OK");
_Static_assert((OMBUD_E_ARGUMENT) == 1, "value of OMBUD_E_ARGUMENT");
_Static_assert((OMBUD_E_NOMEM) == 2, "value of OMBUD_E_NOMEM");
_Static_assert((OMBUD_E_LIMIT) == 3, "value of OMBUD_E_LIMIT");
_Static_assert((OMBUD_E_UNSUPPORTED) == 4, "value of OMBUD_E_UNSUPPORTED");
_Static_assert((OMBUD_E_RANGE) == 5, "value of OMBUD_E_RANGE");
_Static_assert((OMBUD_E_DATE) == 6, "value of OMBUD_E_DATE");
_Static_assert((OMBUD_E_PERIOD) == 7, "value of OMBUD_E_PERIOD");
_Static_assert((OMBUD_E_CALENDAR) == 8, "value of OMBUD_E_CALENDAR");
_Static_assert((OMBUD_E_SYNTAX) == 9, "value of OMBUD_E_SYNTAX");
_Static_assert((OMBUD_E_UNKNOWN_NAME) == 10, "value of OMBUD_E_UNKNOWN_NAME");
_Static_assert((OMBUD_E_DUPLICATE) == 11, "value of OMBUD_E_DUPLICATE");
_Static_assert((OMBUD_E_CONFLICT) == 12, "value of OMBUD_E_CONFLICT");
_Static_assert((OMBUD_E_UTF8) == 13, "value of OMBUD_E_UTF8");
_Static_assert((OMBUD_E_NOT_FOUND) == 14, "value of OMBUD_E_NOT_FOUND");
_Static_assert((OMBUD_E_REFUSED) == 15, "value of OMBUD_E_REFUSED");
_Static_assert((OMBUD_E_CALLBACK) == 16, "value of OMBUD_E_CALLBACK");
_Static_assert((OMBUD_E_STATE) == 17, "value of OMBUD_E_STATE");
_Static_assert((OMBUD_E_DIFFERENT) == 18, "value of OMBUD_E_DIFFERENT");
_Static_assert((OMBUD_LANG_UNSPECIFIED) == 0, "value of OMBUD_LANG_UNSPECIFIED");
_Static_assert((OMBUD_LANG_EN) == 1, "value of OMBUD_LANG_EN");
_Static_assert((OMBUD_LANG_FR) == 2, "value of OMBUD_LANG_FR");
_Static_assert((OMBUD_LANG_NL) == 3, "value of OMBUD_LANG_NL");
_Static_assert((OMBUD_LANG_OTHER) == 4, "value of OMBUD_LANG_OTHER");
_Static_assert((OMBUD_UNIT_UNSPECIFIED) == 0, "value of OMBUD_UNIT_UNSPECIFIED");
_Static_assert((OMBUD_UNIT_DAYS) == 1, "value of OMBUD_UNIT_DAYS");
_Static_assert((OMBUD_UNIT_WEEKS) == 2, "value of OMBUD_UNIT_WEEKS");
_Static_assert((OMBUD_UNIT_MONTHS) == 3, "value of OMBUD_UNIT_MONTHS");
_Static_assert((OMBUD_UNIT_YEARS) == 4, "value of OMBUD_UNIT_YEARS");
_Static_assert((OMBUD_ROLL_NONE) == 0, "value of OMBUD_ROLL_NONE");
_Static_assert((OMBUD_ROLL_NEXT_WORKING_DAY) == 1, "value of OMBUD_ROLL_NEXT_WORKING_DAY");
_Static_assert((OMBUD_ROLL_PREVIOUS_WORKING_DAY) == 2, "value of OMBUD_ROLL_PREVIOUS_WORKING_DAY");
_Static_assert((OMBUD_HOLIDAY_NONE) == 0, "value of OMBUD_HOLIDAY_NONE");
_Static_assert((OMBUD_HOLIDAY_NEW_YEAR) == 1, "value of OMBUD_HOLIDAY_NEW_YEAR");
_Static_assert((OMBUD_HOLIDAY_EASTER_MONDAY) == 2, "value of OMBUD_HOLIDAY_EASTER_MONDAY");
_Static_assert((OMBUD_HOLIDAY_LABOUR_DAY) == 3, "value of OMBUD_HOLIDAY_LABOUR_DAY");
_Static_assert((OMBUD_HOLIDAY_ASCENSION) == 4, "value of OMBUD_HOLIDAY_ASCENSION");
_Static_assert((OMBUD_HOLIDAY_WHIT_MONDAY) == 5, "value of OMBUD_HOLIDAY_WHIT_MONDAY");
_Static_assert((OMBUD_HOLIDAY_NATIONAL_DAY) == 6, "value of OMBUD_HOLIDAY_NATIONAL_DAY");
_Static_assert((OMBUD_HOLIDAY_ASSUMPTION) == 7, "value of OMBUD_HOLIDAY_ASSUMPTION");
_Static_assert((OMBUD_HOLIDAY_ALL_SAINTS) == 8, "value of OMBUD_HOLIDAY_ALL_SAINTS");
_Static_assert((OMBUD_HOLIDAY_ARMISTICE) == 9, "value of OMBUD_HOLIDAY_ARMISTICE");
_Static_assert((OMBUD_HOLIDAY_CHRISTMAS) == 10, "value of OMBUD_HOLIDAY_CHRISTMAS");
_Static_assert((OMBUD_HOLIDAY_SATURDAY) == 11, "value of OMBUD_HOLIDAY_SATURDAY");
_Static_assert((OMBUD_HOLIDAY_SUNDAY) == 12, "value of OMBUD_HOLIDAY_SUNDAY");
_Static_assert((OMBUD_HOLIDAY_HOST) == 13, "value of OMBUD_HOLIDAY_HOST");
_Static_assert((OMBUD_FORCE_UNSPECIFIED) == 0, "value of OMBUD_FORCE_UNSPECIFIED");
_Static_assert((OMBUD_FORCE_LAW) == 1, "value of OMBUD_FORCE_LAW");
_Static_assert((OMBUD_FORCE_PROPOSAL) == 2, "value of OMBUD_FORCE_PROPOSAL");
_Static_assert((OMBUD_FORCE_PLAN) == 3, "value of OMBUD_FORCE_PLAN");
_Static_assert((OMBUD_FORCE_POLICY) == 4, "value of OMBUD_FORCE_POLICY");
_Static_assert((OMBUD_WORD_ROLE) == 1, "value of OMBUD_WORD_ROLE");
_Static_assert((OMBUD_WORD_ITEM) == 2, "value of OMBUD_WORD_ITEM");
_Static_assert((OMBUD_WORD_STATE) == 3, "value of OMBUD_WORD_STATE");
_Static_assert((OMBUD_WORD_EVENT) == 4, "value of OMBUD_WORD_EVENT");
_Static_assert((OMBUD_WORD_ARGUMENT) == 5, "value of OMBUD_WORD_ARGUMENT");
_Static_assert((OMBUD_WORD_CHOICE) == 6, "value of OMBUD_WORD_CHOICE");
_Static_assert((OMBUD_WORD_FACT) == 7, "value of OMBUD_WORD_FACT");
_Static_assert((OMBUD_WORD_DEFINITION) == 8, "value of OMBUD_WORD_DEFINITION");
_Static_assert((OMBUD_WORD_LINK) == 9, "value of OMBUD_WORD_LINK");
_Static_assert((OMBUD_WORD_TERM) == 10, "value of OMBUD_WORD_TERM");
_Static_assert((OMBUD_WORD_QUESTION) == 11, "value of OMBUD_WORD_QUESTION");
_Static_assert((OMBUD_WORD_VALUE) == 12, "value of OMBUD_WORD_VALUE");
_Static_assert((OMBUD_WORD_LENGTH) == 13, "value of OMBUD_WORD_LENGTH");
_Static_assert((OMBUD_WORD_SCOPE) == 14, "value of OMBUD_WORD_SCOPE");
_Static_assert((OMBUD_WORD_REQUIREMENT) == 15, "value of OMBUD_WORD_REQUIREMENT");
_Static_assert((OMBUD_WORD_SINCE) == 16, "value of OMBUD_WORD_SINCE");
_Static_assert((OMBUD_ARGUMENT_NONE) == 0, "value of OMBUD_ARGUMENT_NONE");
_Static_assert((OMBUD_ARGUMENT_ITEM) == 1, "value of OMBUD_ARGUMENT_ITEM");
_Static_assert((OMBUD_ARGUMENT_CHOICE) == 2, "value of OMBUD_ARGUMENT_CHOICE");
_Static_assert((OMBUD_ARGUMENT_DAY) == 3, "value of OMBUD_ARGUMENT_DAY");
_Static_assert((OMBUD_ARGUMENT_PERIOD) == 4, "value of OMBUD_ARGUMENT_PERIOD");
_Static_assert((OMBUD_TREATMENT_UNSPECIFIED) == 0, "value of OMBUD_TREATMENT_UNSPECIFIED");
_Static_assert((OMBUD_TREATMENT_EXECUTED) == 1, "value of OMBUD_TREATMENT_EXECUTED");
_Static_assert((OMBUD_TREATMENT_RECORDED) == 2, "value of OMBUD_TREATMENT_RECORDED");
_Static_assert((OMBUD_TREATMENT_OUTSIDE) == 3, "value of OMBUD_TREATMENT_OUTSIDE");
_Static_assert((OMBUD_WORDING_HELD) == 0, "value of OMBUD_WORDING_HELD");
_Static_assert((OMBUD_WORDING_NOT_HELD) == 1, "value of OMBUD_WORDING_NOT_HELD");
_Static_assert((OMBUD_WORDING_NOT_YET) == 2, "value of OMBUD_WORDING_NOT_YET");
_Static_assert((OMBUD_WORDING_ENDED) == 3, "value of OMBUD_WORDING_ENDED");
_Static_assert((OMBUD_ROW_DEFINITION) == 1, "value of OMBUD_ROW_DEFINITION");
_Static_assert((OMBUD_ROW_MOVE) == 2, "value of OMBUD_ROW_MOVE");
_Static_assert((OMBUD_ROW_GUARD) == 3, "value of OMBUD_ROW_GUARD");
_Static_assert((OMBUD_ROW_TERM) == 4, "value of OMBUD_ROW_TERM");
_Static_assert((OMBUD_ROW_ANSWER) == 5, "value of OMBUD_ROW_ANSWER");
_Static_assert((OMBUD_ROW_REQUIREMENT) == 6, "value of OMBUD_ROW_REQUIREMENT");
_Static_assert((OMBUD_ROW_EXCLUSION) == 7, "value of OMBUD_ROW_EXCLUSION");
_Static_assert((OMBUD_ROW_WITHHOLDING) == 8, "value of OMBUD_ROW_WITHHOLDING");
_Static_assert((OMBUD_ROW_FIGURE) == 9, "value of OMBUD_ROW_FIGURE");
_Static_assert((OMBUD_PART_READING) == 1, "value of OMBUD_PART_READING");
_Static_assert((OMBUD_PART_LENGTH) == 2, "value of OMBUD_PART_LENGTH");
_Static_assert((OMBUD_PART_FACT) == 3, "value of OMBUD_PART_FACT");
_Static_assert((OMBUD_PART_FIXED) == 4, "value of OMBUD_PART_FIXED");
_Static_assert((OMBUD_PLAN_CATEGORIES) == 1, "value of OMBUD_PLAN_CATEGORIES");
_Static_assert((OMBUD_PLAN_THEMES) == 2, "value of OMBUD_PLAN_THEMES");
_Static_assert((OMBUD_PLAN_MEASURES) == 3, "value of OMBUD_PLAN_MEASURES");
_Static_assert((OMBUD_PLAN_ACTORS) == 4, "value of OMBUD_PLAN_ACTORS");
_Static_assert((OMBUD_PLAN_CONTRIBUTIONS) == 5, "value of OMBUD_PLAN_CONTRIBUTIONS");
_Static_assert((OMBUD_PLAN_RESOLUTIONS) == 6, "value of OMBUD_PLAN_RESOLUTIONS");
_Static_assert((OMBUD_PLAN_DEMANDS) == 7, "value of OMBUD_PLAN_DEMANDS");
_Static_assert((OMBUD_PLAN_ACTIONS) == 8, "value of OMBUD_PLAN_ACTIONS");
_Static_assert((OMBUD_PLAN_DUTIES) == 9, "value of OMBUD_PLAN_DUTIES");
_Static_assert((OMBUD_PLAN_MEETINGS) == 10, "value of OMBUD_PLAN_MEETINGS");
_Static_assert((OMBUD_PLAN_COLUMNS) == 11, "value of OMBUD_PLAN_COLUMNS");
_Static_assert((OMBUD_PLAN_PRINTED) == 12, "value of OMBUD_PLAN_PRINTED");
_Static_assert((OMBUD_PLAN_FIGURES) == 13, "value of OMBUD_PLAN_FIGURES");
_Static_assert((OMBUD_PLAN_COUNTS_MEASURES) == 1, "value of OMBUD_PLAN_COUNTS_MEASURES");
_Static_assert((OMBUD_PLAN_COUNTS_CONTRIBUTIONS) == 2, "value of OMBUD_PLAN_COUNTS_CONTRIBUTIONS");
_Static_assert((OMBUD_PLAN_COUNTS_ACTORS) == 3, "value of OMBUD_PLAN_COUNTS_ACTORS");
_Static_assert((OMBUD_PLAN_COUNTS_LINKED) == 4, "value of OMBUD_PLAN_COUNTS_LINKED");
_Static_assert((OMBUD_PLAN_COUNTS_ACTED) == 5, "value of OMBUD_PLAN_COUNTS_ACTED");
_Static_assert((OMBUD_PLAN_RULE_NONE) == 0, "value of OMBUD_PLAN_RULE_NONE");
_Static_assert((OMBUD_PLAN_RULE_ONE) == 1, "value of OMBUD_PLAN_RULE_ONE");
_Static_assert((OMBUD_PLAN_RULE_ALL) == 2, "value of OMBUD_PLAN_RULE_ALL");
_Static_assert((OMBUD_PLAN_NOT_PRINTED) == 0, "value of OMBUD_PLAN_NOT_PRINTED");
_Static_assert((OMBUD_PLAN_NOT_COUNTED) == 1, "value of OMBUD_PLAN_NOT_COUNTED");
_Static_assert((OMBUD_PLAN_EQUAL) == 2, "value of OMBUD_PLAN_EQUAL");
_Static_assert((OMBUD_PLAN_BY_RULE) == 3, "value of OMBUD_PLAN_BY_RULE");
_Static_assert((OMBUD_PLAN_BELOW) == 4, "value of OMBUD_PLAN_BELOW");
_Static_assert((OMBUD_PLAN_CONTRADICTS) == 5, "value of OMBUD_PLAN_CONTRADICTS");
_Static_assert((OMBUD_PLAN_FAULT_SUM) == 1, "value of OMBUD_PLAN_FAULT_SUM");
_Static_assert((OMBUD_PLAN_FAULT_OF) == 2, "value of OMBUD_PLAN_FAULT_OF");
_Static_assert((OMBUD_PLAN_FAULT_ANNOUNCED) == 3, "value of OMBUD_PLAN_FAULT_ANNOUNCED");
_Static_assert((OMBUD_PLAN_FAULT_CELL) == 4, "value of OMBUD_PLAN_FAULT_CELL");
_Static_assert((OMBUD_PLAN_FAULT_COLUMN) == 5, "value of OMBUD_PLAN_FAULT_COLUMN");
_Static_assert((OMBUD_PLAN_FAULT_CLOSED) == 6, "value of OMBUD_PLAN_FAULT_CLOSED");
_Static_assert((OMBUD_PLAN_FAULT_TEXT) == 7, "value of OMBUD_PLAN_FAULT_TEXT");
_Static_assert((OMBUD_PLAN_FAULT_REPEATED) == 8, "value of OMBUD_PLAN_FAULT_REPEATED");
_Static_assert((OMBUD_PLAN_FAULT_NO_RESPONSE) == 9, "value of OMBUD_PLAN_FAULT_NO_RESPONSE");
_Static_assert((OMBUD_PLAN_FAULT_NO_NUMBER) == 10, "value of OMBUD_PLAN_FAULT_NO_NUMBER");
_Static_assert((OMBUD_PLAN_FAULT_UNLISTED) == 11, "value of OMBUD_PLAN_FAULT_UNLISTED");
_Static_assert((OMBUD_PLAN_FAULT_NO_ACTION) == 12, "value of OMBUD_PLAN_FAULT_NO_ACTION");
_Static_assert((OMBUD_PLAN_FAULT_EARLY) == 13, "value of OMBUD_PLAN_FAULT_EARLY");
_Static_assert((OMBUD_PLAN_FAULT_INTERVAL) == 14, "value of OMBUD_PLAN_FAULT_INTERVAL");
_Static_assert((OMBUD_PLAN_FAULT_NO_MEETING) == 15, "value of OMBUD_PLAN_FAULT_NO_MEETING");
_Static_assert((OMBUD_PLAN_FAULT_MEETINGS) == 16, "value of OMBUD_PLAN_FAULT_MEETINGS");
_Static_assert((OMBUD_PLAN_FAULT_FIGURE) == 17, "value of OMBUD_PLAN_FAULT_FIGURE");
_Static_assert((OMBUD_PLAN_FAULT_TOTAL) == 18, "value of OMBUD_PLAN_FAULT_TOTAL");
_Static_assert((OMBUD_FLAW_NONE) == 0, "value of OMBUD_FLAW_NONE");
_Static_assert((OMBUD_FLAW_IDLE_GUARD) == 1, "value of OMBUD_FLAW_IDLE_GUARD");
_Static_assert((OMBUD_FLAW_SHUT_GUARD) == 2, "value of OMBUD_FLAW_SHUT_GUARD");
_Static_assert((OMBUD_FLAW_SHUT_EVENT) == 3, "value of OMBUD_FLAW_SHUT_EVENT");
_Static_assert((OMBUD_FLAW_DEAD_ROW) == 4, "value of OMBUD_FLAW_DEAD_ROW");
_Static_assert((OMBUD_FLAW_NEVER_IN_FORCE) == 5, "value of OMBUD_FLAW_NEVER_IN_FORCE");
_Static_assert((OMBUD_FLAW_UNREACHED_STATE) == 6, "value of OMBUD_FLAW_UNREACHED_STATE");
_Static_assert((OMBUD_FLAW_TRAP) == 7, "value of OMBUD_FLAW_TRAP");
_Static_assert((OMBUD_FLAW_WORDING_GAP) == 8, "value of OMBUD_FLAW_WORDING_GAP");
_Static_assert((OMBUD_FLAW_ENDLESS_DUTY) == 9, "value of OMBUD_FLAW_ENDLESS_DUTY");
_Static_assert((OMBUD_FLAW_CIRCLE_OF_ENDS) == 10, "value of OMBUD_FLAW_CIRCLE_OF_ENDS");
_Static_assert((OMBUD_FLAW_OPPOSITE_LINES) == 11, "value of OMBUD_FLAW_OPPOSITE_LINES");
_Static_assert((OMBUD_FLAW_ANSWERS_CLASH) == 12, "value of OMBUD_FLAW_ANSWERS_CLASH");
_Static_assert((OMBUD_FLAW_UNCITED_ROW) == 13, "value of OMBUD_FLAW_UNCITED_ROW");
_Static_assert((OMBUD_FLAW_UNMOVED_EVENT) == 14, "value of OMBUD_FLAW_UNMOVED_EVENT");
_Static_assert((OMBUD_FLAW_BROKEN_INVARIANT) == 15, "value of OMBUD_FLAW_BROKEN_INVARIANT");
_Static_assert((OMBUD_FLAW_UNTRIED_INVARIANT) == 16, "value of OMBUD_FLAW_UNTRIED_INVARIANT");
_Static_assert((OMBUD_FLAW_STUCK_DUTY) == 17, "value of OMBUD_FLAW_STUCK_DUTY");
_Static_assert((OMBUD_FLAW_STUCK_CASE) == 18, "value of OMBUD_FLAW_STUCK_CASE");
_Static_assert((OMBUD_HOLD_DUTY) == 1, "value of OMBUD_HOLD_DUTY");
_Static_assert((OMBUD_HOLD_TERM) == 2, "value of OMBUD_HOLD_TERM");
_Static_assert((OMBUD_HOLD_RETENTION) == 3, "value of OMBUD_HOLD_RETENTION");
_Static_assert((OMBUD_HOLD_EVENT) == 4, "value of OMBUD_HOLD_EVENT");
_Static_assert((OMBUD_MOVED_VERDICT) == 1, "value of OMBUD_MOVED_VERDICT");
_Static_assert((OMBUD_MOVED_FINDING) == 2, "value of OMBUD_MOVED_FINDING");
_Static_assert((OMBUD_MOVED_TERM) == 3, "value of OMBUD_MOVED_TERM");
_Static_assert((OMBUD_FORMAT_TEXT) == 1, "value of OMBUD_FORMAT_TEXT");
_Static_assert((OMBUD_FORMAT_JSON) == 2, "value of OMBUD_FORMAT_JSON");
_Static_assert((OMBUD_FORMAT_SVG) == 3, "value of OMBUD_FORMAT_SVG");
_Static_assert((OMBUD_FORMAT_ICS) == 4, "value of OMBUD_FORMAT_ICS");
_Static_assert((OMBUD_FORMAT_DOT) == 5, "value of OMBUD_FORMAT_DOT");
_Static_assert((OMBUD_FORMAT_HTML) == 6, "value of OMBUD_FORMAT_HTML");
_Static_assert((OMBUD_FORMAT_CSV) == 7, "value of OMBUD_FORMAT_CSV");
_Static_assert((OMBUD_COVERING_PROVISIONS) == 1, "value of OMBUD_COVERING_PROVISIONS");
_Static_assert((OMBUD_COVERING_ROWS) == 2, "value of OMBUD_COVERING_ROWS");
_Static_assert((OMBUD_COVERING_CONDITIONS) == 3, "value of OMBUD_COVERING_CONDITIONS");
_Static_assert((OMBUD_COVERING_OUTCOMES) == 4, "value of OMBUD_COVERING_OUTCOMES");
_Static_assert((OMBUD_COVERING_BOUNDARIES) == 5, "value of OMBUD_COVERING_BOUNDARIES");
_Static_assert((OMBUD_COVERING_VERSIONS) == 6, "value of OMBUD_COVERING_VERSIONS");
_Static_assert((OMBUD_GAP_NONE) == 0, "value of OMBUD_GAP_NONE");
_Static_assert((OMBUD_GAP_NEVER_EVALUATED) == 1, "value of OMBUD_GAP_NEVER_EVALUATED");
_Static_assert((OMBUD_GAP_NEVER_NO) == 2, "value of OMBUD_GAP_NEVER_NO");
_Static_assert((OMBUD_GAP_NEVER_YES) == 3, "value of OMBUD_GAP_NEVER_YES");
_Static_assert((OMBUD_GAP_NEVER_DECIDED) == 4, "value of OMBUD_GAP_NEVER_DECIDED");
_Static_assert((OMBUD_GAP_NEVER_TAKEN) == 5, "value of OMBUD_GAP_NEVER_TAKEN");
_Static_assert((OMBUD_GAP_NOT_IN_FORCE) == 6, "value of OMBUD_GAP_NOT_IN_FORCE");
_Static_assert((OMBUD_GAP_NO_WORDING) == 7, "value of OMBUD_GAP_NO_WORDING");
_Static_assert((OMBUD_GAP_READING) == 8, "value of OMBUD_GAP_READING");
_Static_assert((OMBUD_GAP_SCOPE) == 9, "value of OMBUD_GAP_SCOPE");
_Static_assert((OMBUD_GAP_NEVER_CAME) == 10, "value of OMBUD_GAP_NEVER_CAME");
_Static_assert((OMBUD_GAP_NEVER_LOOKED) == 11, "value of OMBUD_GAP_NEVER_LOOKED");
_Static_assert((OMBUD_GAP_ROWS) == 12, "value of OMBUD_GAP_ROWS");
_Static_assert((OMBUD_NUMBER_MAX) == 9007199254740991, "value of OMBUD_NUMBER_MAX");
_Static_assert((OMBUD_CASE_EVENTS_MAX) == 1000000, "value of OMBUD_CASE_EVENTS_MAX");
_Static_assert((OMBUD_CASE_ITEMS_MAX) == 60000, "value of OMBUD_CASE_ITEMS_MAX");
_Static_assert((OMBUD_CASE_LINKS_MAX) == 60000, "value of OMBUD_CASE_LINKS_MAX");
_Static_assert((OMBUD_CHAIN_DIGEST_MAX) == 64, "value of OMBUD_CHAIN_DIGEST_MAX");
_Static_assert((OMBUD_DAY_MIN) == -719162, "value of OMBUD_DAY_MIN");
_Static_assert((OMBUD_DAY_MAX) == 2932896, "value of OMBUD_DAY_MAX");
_Static_assert((OMBUD_CALENDAR_FIRST_YEAR) == 1974, "value of OMBUD_CALENDAR_FIRST_YEAR");
_Static_assert((OMBUD_LAW_TEXT_MAX) == 8388608, "value of OMBUD_LAW_TEXT_MAX");
_Static_assert((OMBUD_LINE_MAX) == 65536, "value of OMBUD_LINE_MAX");
_Static_assert((OMBUD_PREFIX_MAX) == 24, "value of OMBUD_PREFIX_MAX");
_Static_assert((OMBUD_LAW_ROWS_MAX) == 16000, "value of OMBUD_LAW_ROWS_MAX");
_Static_assert((OMBUD_LAW_ROLES_MAX) == 64, "value of OMBUD_LAW_ROLES_MAX");
_Static_assert((OMBUD_KIND_STATES_MAX) == 127, "value of OMBUD_KIND_STATES_MAX");
_Static_assert((OMBUD_KIND_TERMS_MAX) == 32, "value of OMBUD_KIND_TERMS_MAX");
_Static_assert((OMBUD_KIND_FACTS_MAX) == 256, "value of OMBUD_KIND_FACTS_MAX");
_Static_assert((OMBUD_KIND_DAYS_MAX) == 32, "value of OMBUD_KIND_DAYS_MAX");
_Static_assert((OMBUD_CONDITION_DEPTH_MAX) == 32, "value of OMBUD_CONDITION_DEPTH_MAX");
_Static_assert((OMBUD_TRANSLATION_MAX) == 4096, "value of OMBUD_TRANSLATION_MAX");
_Static_assert((OMBUD_LANGUAGE_TAG_MAX) == 35, "value of OMBUD_LANGUAGE_TAG_MAX");
_Static_assert((OMBUD_PLAN_TEXT_MAX) == 16777216, "value of OMBUD_PLAN_TEXT_MAX");
_Static_assert((OMBUD_PLAN_ROWS_MAX) == 10000, "value of OMBUD_PLAN_ROWS_MAX");
_Static_assert((OMBUD_PLAN_LISTS_MAX) == 100000, "value of OMBUD_PLAN_LISTS_MAX");
_Static_assert((OMBUD_PLAN_CATEGORIES_MAX) == 100, "value of OMBUD_PLAN_CATEGORIES_MAX");
_Static_assert((OMBUD_PLAN_THEMES_MAX) == 50, "value of OMBUD_PLAN_THEMES_MAX");
_Static_assert((OMBUD_PLAN_COLUMNS_MAX) == 100, "value of OMBUD_PLAN_COLUMNS_MAX");
_Static_assert((OMBUD_PLAN_DUTIES_MAX) == 100, "value of OMBUD_PLAN_DUTIES_MAX");
_Static_assert((OMBUD_PLAN_MEETINGS_MAX) == 2000, "value of OMBUD_PLAN_MEETINGS_MAX");
_Static_assert((OMBUD_REGISTER_CASES_MAX) == 100000000, "value of OMBUD_REGISTER_CASES_MAX");
_Static_assert((OMBUD_TOGETHER_MAX) == 1000, "value of OMBUD_TOGETHER_MAX");
_Static_assert((OMBUD_THRESHOLD_MIN) == 3, "value of OMBUD_THRESHOLD_MIN");
_Static_assert((OMBUD_SALT_MIN) == 16, "value of OMBUD_SALT_MIN");
_Static_assert((OMBUD_SCENARIO_TEXT_MAX) == 67108864, "value of OMBUD_SCENARIO_TEXT_MAX");

int main(void)
{
    return 0;
}
