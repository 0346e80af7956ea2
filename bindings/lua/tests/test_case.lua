-- Cases: what happens, what is asked, and how they are written out.
local t = require "harness"
local ombud = require "ombud"

local law = assert(ombud.parse_law(t.tiny))
local function fresh(number, settings)
  local case = ombud.case(law, settings, number)
  assert(case:person("p1", "guest")); assert(case:person(2, "keeper"))
  return case
end
local arrived = { "parcel.arrived", "x1", on = "2026-01-05", by = "p2", owner = "p1", size = "small" }
local function with(base, more)
  local out = {}
  for key, value in pairs(base) do out[key] = value end
  for key, value in pairs(more) do out[key] = value end
  return out
end

-- An event and what it changed.
local case = fresh(17)
t.is({ case:number(), fresh():number(), case:settings():digest() == law:settings(""):digest(), case:last_day(), case:law():name() },
  { 17, false, true, false, "tiny" }, "an empty case")
t.fails("OMBUD_E_NOT_FOUND", "a question without a day to an empty case", case:duties())
local changes = assert(case:apply(arrived))
t.is({ changes.ruling, changes.states, changes.terms[1].name, #changes.findings },
  { "conforms", { { item = "x1", after = "arrived" } }, "hand_over", 0 }, "what an event changed")
t.is(case:items(), { { name = "p1", kind = "person", number = 1, roles = { "guest" } },
  { name = "p2", kind = "person", number = 2, roles = { "keeper" } }, { name = "x1", kind = "parcel", number = 1 } }, "items")

-- What is unmet, and what must not be so.
local desk = assert(ombud.parse_law(t.desk))
local filed = ombud.case(desk)
assert(filed:person("p1", "clerk")); assert(filed:apply { "file.opened", "x1", on = "2026-01-05" })
local function unmet(event, by)
  local out = {}
  for _, one in ipairs(assert(filed:may { event, "x1", by = by, on = "2026-01-06" }).unmet[1]) do
    out[#out + 1] = { one.kind, one.name or "-", one.wanted or "-", one.who[1] or "-", one.status or "-", tostring(one.backward) }
  end
  return out
end
t.is(unmet("file.sent", "p1"), { { "role", "-", "no", "clerk", "-", "nil" }, { "role", "-", "yes", "guest", "-", "nil" } }, "not this role")
t.is(unmet "file.kept", { { "state", "live", "no", "-", "-", "nil" } }, "not in this state")
t.is(unmet "file.read", { { "term", "look", "no", "-", "open", "nil" } }, "a term not of this status")
t.is(unmet "file.ended", { { "term", "look", "yes", "-", "met", "nil" }, { "link", "follows", "-", "-", "-", "true" } },
  "a term of this status, and a link to the item")

-- Duties: a list that is walked and counted.
local duties = case:duties "2026-01-09"
local walked = {}
for duty in duties do
  for inner in duties do walked[#walked + 1] = duty.name .. inner.status end
end
t.is({ #duties, walked }, { 1, { "hand_overoverdue" } }, "a list is walked, also within a walk")
local duty = duties[1]
t.is({ duty.item, duty.due, duty.days, duty.bearer, duty.addressee, duty.provision.citation, duty.opened, duty.derivation.period, duty.duty, duty.row },
  { "x1", "2026-01-08", 1, { "keeper" }, { "guest" }, "Rule 1", "2026-01-05", "P3D", true, 3 }, "a duty")
t.ok(duty.text:find("overdue 1 day", 1, true), "in English where no language is said")
t.ok(case:duties({ on = "2026-01-09", lang = "fr" })[1].text ~= duty.text, "and in another where one is")
t.is({ #case:duties(), case:duties()[1].days }, { 1, 3 }, "without a day, on the last of the journal")

-- Verdicts.
local out = { "parcel.handed_over", "x1", by = "p2", on = "2026-01-06" }
local verdict = assert(case:may(out))
t.is({ verdict.kind, verdict.because, #verdict.unmet, verdict.unmet[1][1].name, verdict.unmet[1][1].item, verdict.unmet[1][1].wanted,
  verdict.unmet[1][1].now, verdict.unmet[1][1].who }, { "undetermined", "Rule 2", 1, "signed", "x1", "yes", "unknown", { "guest" } }, "what is missing")
t.is({ case:may(with(out, { facts = { signed = true } })).kind, case:may(with(out, { signed = false })).kind,
  case:may(with(out, { facts = { signed = "unknown" } })).kind, case:may(with(out, { by = "p1", signed = true })).kind },
  { "conforms", "departs", "undetermined", "departs" }, "facts supposed")
t.is({ #case:lines(), case:fact("x1", "signed") }, { 1, "unknown" }, "a question changes nothing")
local stated = case:may(with(out, { signed = true })).stated
t.is({ #stated, stated[1].name, stated[1].item, stated[1].truth, stated[1].position, stated[1].on }, { 1, "signed", "x1", "yes", nil, "2026-01-06" },
  "what was stated, here supposed")
t.is({ #verdict.stated }, { 0 }, "nothing is stated of what is unknown")

-- What is proposed and refused, and what is recorded all the same.
t.fails("OMBUD_E_REFUSED", "a forbidden proposal", case:propose(out))
t.is(#case:lines(), 1, "and leaves the case")
local copy = assert(case:clone())
changes = assert(copy:apply(out))
t.is({ changes.ruling, changes.findings[1].kind, changes.findings[1].provision.id, changes.findings[1].by },
  { "undetermined", "not_shown", "2", "p2" }, "what is recorded leaves a finding")
t.is({ #copy:lines(), #case:lines(), copy:state "x1", case:state "x1" }, { 2, 1, "handed_over", "arrived" }, "on the clone alone")
local then_ = assert(copy:clone_as_of("2026-01-05"))
t.is({ #then_:lines(), then_:state("x1", "2026-02-01") }, { 1, "arrived" }, "a clone as of a day lacks what came later")
t.fails("OMBUD_E_DATE", "a clone as of no day", copy:clone_as_of "2026-02-30")
t.is({ case:state("x1", "2026-01-04") }, { false }, "no state before the first event")

-- Facts, links and voids are events too; the day something was entered is another than the day it happened.
assert(case:apply { "fact", "x1", on = "2026-01-05", by = "p1", entered = "2026-01-07", signed = true })
t.is({ case:fact("x1", "signed"), case:fact("x1", "signed", { known_by = "2026-01-06" }) }, { "yes", "unknown" }, "known by a day")
t.is(case:may(out).kind, "conforms", "signed, it may go")
t.is(case:may(out, { known_by = "2026-01-06" }).kind, "undetermined", "as far as was known")
assert(case:propose(out))
t.is({ #case:findings(), case:terms()[1].status, case:terms()[1].closed }, { 0, "met", "2026-01-06" }, "the duty is met")
assert(case:apply { "void", 3, on = "2026-01-09" })
t.is({ case:state "x1", case:findings "2026-01-09" [1].kind, case:findings "2026-01-09" [1].since },
  { "arrived", "late", "2026-01-09" }, "a line struck out")
local journal = case:journal()
t.is({ #journal, journal[2].on, journal[2].entered, journal[2].by, journal[3].voided, journal[4].by },
  { 4, "2026-01-05", "2026-01-07", "p1", true }, "the journal")
t.is(case:lines()[2], "2026-01-05 fact x1 by=p1 entered=2026-01-07 signed=yes", "a line of it")
t.is(journal[2].text, case:lines()[2], "the same in both")

-- In one of several roles.
local acting = fresh()
assert(acting:person("p3", "guest, keeper"))
t.is(acting:may(with(arrived, { by = "p3", as = "keeper" })).kind, acting:may(with(arrived, { by = "p3" })).kind, "in the role that may")
t.is(acting:may(with(arrived, { by = "p3", as = "guest" })).kind, acting:may(with(arrived, { by = "p1" })).kind, "as if it were the only one")
assert(acting:apply(with(arrived, { by = "p3", as = "keeper" })))
t.is({ acting:journal()[1].role, acting:timeline()[1].role, acting:lines()[1]:match(" as=%S+") }, { "keeper", "keeper", " as=keeper" },
  "the role that was said")

-- The same table written in another order is the same line.
for _ = 1, 5 do
  local other, event = fresh(17), {}
  for _, key in ipairs { "size", "owner", "on", "by" } do event[key] = arrived[key] end
  event[1], event[2], event["filler" .. _] = "parcel.arrived", "x1", nil
  assert(other:apply(event))
  t.is(other:lines(), { "2026-01-05 parcel.arrived x1 by=p2 owner=p1 size=small" }, "canonical form")
end

-- Written, and read back.
local written = case:write()
local again = assert(ombud.scenario(written, { law })):case()
t.is(again:write(), written, "what is written is read back")
t.is({ again:number(), #again:journal() }, { 17, 4 }, "with its number and journal")
t.raises("belongs to its scenario", "writing to the case of a scenario", again.apply, again, arrived)
t.is(#assert(again:clone()):lines(), 4, "a clone of it is free")

-- Several at once: all or none.
local many = fresh()
t.is(many:apply_all { arrived, { "fact", "x1", on = "2026-01-06", by = "p2", wet = true } }, true, "several events")
local value, _, code, details = many:apply_all { { "fact", "x1", on = "2026-01-06", by = "p2", wet = false }, { "fact", "x9", on = "2026-01-06", by = "p2", wet = false } }
t.is({ value, code, details.at, #many:lines() }, { nil, "OMBUD_E_NOT_FOUND", 2, 2 }, "none of several, and which is at fault")

-- What comes next, what happened, what an answer rests on.
local nexts = many:next { on = "2026-01-06", role = "keeper" }
t.is({ nexts[1].event, nexts[1].item, nexts[1].meets_duty, nexts[1].due, nexts[1].ruling },
  { "parcel.handed_over", "x1", true, "2026-01-08", "undetermined" }, "what comes next")
t.fails("OMBUD_E_UNKNOWN_NAME", "what comes next for nobody", many:next { role = "visitor" })
t.is({ many:next_change "2026-01-06", many:next_change "2026-01-09" }, { "2026-01-09", false }, "the next change")
local steps = many:timeline "2026-01-09"
t.is({ steps[1].kind, steps[1].name, steps[1].state, steps[1].ruling, steps[3].kind, steps[3].on, steps[3].term },
  { "event", "parcel.arrived", "arrived", "conforms", "due", "2026-01-08", 1 }, "the timeline")
local receipt = many:receipt { on = "2026-01-09", known_by = "2026-01-08" }
t.is({ receipt.law, receipt.law_digest, receipt.as_of, receipt.known_by, receipt.verified, receipt.events, receipt.library_version },
  { "tiny", law:digest(), "2026-01-09", "2026-01-08", true, 2, ombud.version_number }, "a receipt")

-- For an audience: what it may not know is absent.
local real = assert(ombud.scenario(t.read "examples/cases/who-asks-for-the-name.case")):case()
local whole, part = real:lines(), real:lines { audience = "person_concerned" }
t.ok(#whole > #part or table.concat(whole) ~= table.concat(part), "an audience sees less of the journal")
t.ok(real:render("json", { audience = { "person_concerned" } }) ~= real:render "json", "and less of the whole")
t.fails("OMBUD_E_UNKNOWN_NAME", "an audience that is none", real:lines { audience = "everybody" })

-- Answers.
local integrity = ombud.case(ombud.law "bxl2019")
integrity:person("p1", "reporter"); integrity:person("p2", "contact_point")
integrity:apply { "report.received", "r1", on = "2026-02-02", by = "p2", reporter = "p1", channel = "external", form = "written" }
local questions = integrity:law():questions()
t.ok(#questions > 0, "the law can be asked")
local outcomes = {}
for question in questions do
  if question.owner == "report" then
    local answer = assert(integrity:ask(question.name:match "[^.]+$", "r1", { lang = "nl" }))
    outcomes[answer.outcome] = true
    t.ok(answer.outcome ~= "answered" or answer.value, question.name .. " is answered with a value, or says why not")
    t.ok(answer.text ~= "" and answer.unmet, "and in words")
  end
end
t.fails("OMBUD_E_UNKNOWN_NAME", "a question that is none", integrity:ask("weather", "r1"))

-- Settings hold for a case made with them.
local strict = fresh(nil, law:settings { periods = { ["parcel.hand_over"] = "P2D" } })
assert(strict:apply(arrived))
t.is({ strict:duties()[1].due, #strict:findings "2026-01-08" }, { "2026-01-07", 1 }, "a tightened period")
t.ok(strict:settings():digest() ~= fresh():settings():digest(), "the case knows its settings")

-- Failures of the journal.
t.fails("OMBUD_E_UNKNOWN_NAME", "an unknown event", case:apply { "parcel.lost", "x1", on = "2026-01-05" })
t.fails("OMBUD_E_DATE", "a day that is none", case:apply(with(arrived, { on = "2026-02-30" })))
t.fails("OMBUD_E_DATE", "an entry on a day that is none", case:apply(with(arrived, { entered = "2026-02-30" })))
t.fails("OMBUD_E_NOT_FOUND", "an undeclared person", case:apply(with(arrived, { by = "p9" })))
t.fails("OMBUD_E_UNKNOWN_NAME", "an undeclared role", case:person("p3", "king"))
t.fails("OMBUD_E_NOT_FOUND", "the state of nothing", case:state "x9")
t.fails("OMBUD_E_UNKNOWN_NAME", "a fact that is none", case:fact("x1", "heavy"))
t.fails("OMBUD_E_NOT_FOUND", "a line struck out that is not there", case:apply { "void", 99, on = "2026-01-05" })

print "done"
