-- Registers: against cases asked one by one, and against what the program prints.
local t = require "harness"
local ombud = require "ombud"

local law = assert(ombud.law "bxl2019")
local present = "2026-12-31"
local cases, reg = {}, assert(ombud.register(law, present))
local names = { "a-complaint", "late-acknowledgement", "feedback-extended", "kept-ten-years", "consent-and-its-limits", "late-entry" }
for number, name in ipairs(names) do
  local case = assert(ombud.scenario(t.read("examples/cases/" .. name .. ".case"))):case():clone()
  assert(case:set_number(number))
  local day = assert(case:last_day())
  if day > present then assert(reg:advance(day)); present = day end
  assert(reg:add(case))
  cases[number] = case
end
t.is({ reg:present(), reg:count(), reg:settings(), reg:law():name() }, { present, #names, false, "bxl2019" }, "a register of " .. #names .. " cases")
t.is(reg:numbers(), { 1, 2, 3, 4, 5, 6 }, "their numbers")
for number, case in ipairs(cases) do t.is(reg:case(number):write(), case:write(), names[number] .. " as it was put in") end
t.fails("OMBUD_E_NOT_FOUND", "a case that is not there", reg:case(99))
t.fails("OMBUD_E_DUPLICATE", "a number twice", reg:add(cases[1]))

-- What is due, as each case says by itself.
local function line(number, duty) return table.concat({ duty.due or "-", number, duty.item, duty.name, duty.status, duty.provision and duty.provision.id or "-" }, " ") end
local function each_by_itself(choose)
  local out = {}
  for number, case in ipairs(cases) do
    local last = {} -- of a term that ran several times the last run is listed
    for term in case:terms(present) do last[term.item .. term.name] = term end
    for _, term in pairs(last) do
      if term.duty and (term.status == "open" or term.status == "overdue") and choose(term) then out[#out + 1] = line(number, term) end
    end
  end
  table.sort(out)
  return out
end
local function listed(list)
  local out, previous = {}, ""
  for entry in assert(list) do
    out[#out + 1] = line(entry.case, entry)
    local order = ("%s %09d"):format(entry.due or "-", entry.case)
    if order < previous then t.ok(false, "the order of " .. out[#out]) end
    previous = order
  end
  table.sort(out)
  return out
end
local due, overdue, undated = listed(reg:due("0001-01-01", "9999-12-31")), listed(reg:overdue(present)), listed(reg:undated())
t.is(due, each_by_itself(function(term) return term.due end), #due .. " duties with a last day")
t.is(overdue, each_by_itself(function(term) return term.due and term.due < present end), #overdue .. " overdue")
t.is(undated, each_by_itself(function(term) return not term.due end), #undated .. " without a last day")
t.ok(#due > 0 and #overdue > 0 and #undated > 0, "and there are some of each")
local elapsed = assert(reg:elapsed "9999-12-31")
for entry in elapsed do
  local found
  for term in cases[entry.case]:terms(present) do
    found = found or not term.duty and term.name == entry.name and term.item == entry.item and term.due == entry.due and term.status == entry.status
  end
  t.ok(found and not entry.duty and entry.due < "9999-12-31", "a period of keeping: " .. entry.name .. " of case " .. entry.case)
end
t.ok(#elapsed > 0, #elapsed .. " periods of keeping")
t.ok(#reg:elapsed(present) < #elapsed, "of which some are not over on the present")
local some = reg:due("0001-01-01", present)[1]
t.ok(some.days <= 0 and some.bearer[1] and some.row > 0, "a line in full")
t.is(#reg:due("2026-03-01", "2026-02-28"), 0, "no day lies between a day and the day before")
local next_day
for _, case in ipairs(cases) do
  local day = case:next_change(present)
  if day and (not next_day or day < next_day) then next_day = day end
end
t.is(reg:next_change(), next_day or false, "the next change is the first of all cases")

-- Figures, as the program prints them.
local files = "examples/cases/" .. table.concat(names, ".case examples/cases/") .. ".case"
for _, threshold in ipairs { 0, 3, 5 } do
  local figures = assert(reg:figures("2026-01-01", "2026-12-31", threshold))
  for format, flag in pairs { text = "", json = " --json", csv = " --csv" } do
    t.is(figures:render(format, "fr"), t.run(("'%s' figures %s --from 2026-01-01 --to 2026-12-31 --as-of %s --threshold %d --lang fr%s"):format(
      t.program, files, present, threshold, flag)), "figures as " .. format .. ", threshold " .. threshold)
  end
end
local all, few = reg:figures("2026-01-01", "2026-12-31", 0):tables "nl", reg:figures("2026-01-01", "2026-12-31", 1000):tables()
t.ok(#all > 3 and #all == #few, #all .. " tables")
local seen, withheld = 0, 0
for index, figure in ipairs(all) do
  local sum, total = 0, nil
  for at, row in ipairs(figure.cells) do
    for column, cell in ipairs(row) do
      seen = seen + 1
      local other = few[index].cells[at][column]
      if other.withheld then withheld = withheld + 1 end
      if cell.count > 0 and not (other.withheld and other.count == nil) then t.ok(false, figure.name .. " shows " .. cell.count) end
      if cell.total then total = cell.count else sum = sum + cell.count end
    end
  end
  t.is(total, sum, figure.name .. ": the total of " .. #figure.axes[1].values .. " values by " .. figure.axes[1].by)
end
t.ok(withheld > 0 and withheld < seen, withheld .. " of " .. seen .. " counts are withheld under 1000")
t.raises("3 to 1000", "a threshold that withholds nothing", reg.figures, reg, "2026-01-01", "2026-12-31", 2)
t.raises("there is no 'svg'", "a picture of figures", few and reg:figures("2026-01-01", "2026-01-01", 0).render, reg:figures("2026-01-01", "2026-01-01", 0), "svg")

-- Recording, as a case does.
local tiny = assert(ombud.parse_law(t.tiny))
local own = assert(ombud.register(tiny, "2026-01-04", tiny:settings ""))
t.is({ own:open(7), own:person(7, "p1", "guest"), own:person(7, 2, "keeper"), own:line(8, "person p2 keeper") }, { true, true, true, true }, "cases are opened")
local arrived = { "parcel.arrived", "x1", on = "2026-01-05", by = "p2", owner = "p1" }
t.fails("OMBUD_E_RANGE", "an event after the present", own:apply(7, arrived))
t.is(own:advance "2026-01-09", true, "the present is set")
t.fails("OMBUD_E_RANGE", "and does not go back", own:advance "2026-01-08")
t.is(assert(own:apply(7, arrived)).states, { { item = "x1", after = "arrived" } }, "what an event changed")
t.is(own:item(7, "x2"), true, "another item")
t.fails("OMBUD_E_NOT_FOUND", "an event of a case that is not there", own:apply(9, arrived))
t.fails("OMBUD_E_UNKNOWN_NAME", "a line with a wrong word", own:line(7, "2026-01-06 parcel.lost x1"))
local before = own:case(7)
t.is({ own:line(7, "2026-01-06 fact x1 by=p1 signed=yes"), #before:lines(), #own:case(7):lines() }, { true, 1, 2 }, "a case taken out stays as it was")
t.is({ own:overdue "2026-01-09" [1].case, own:overdue "2026-01-09" [1].days }, { 7, -1 }, "overdue by a day")

-- Journals.
local journal = "# two cases\n3\tperson p2 keeper\n3\tperson p1 guest\n3\t2026-01-05 parcel.arrived x1 by=p2 owner=p1\n4\tperson p2 keeper\n"
t.is(own:load(journal), 5, "a journal as a whole")
local taken = { select(4, own:load("5\tperson p2 keeper\n5\tnonsense\n6\tperson p2 keeper\n")) }
t.is({ taken[1].taken, taken[1].line, own:numbers() }, { 1, 2, { 3, 4, 5, 7, 8 } }, "what stands above a wrong line stays")
local other = ombud.register(tiny, "2026-01-09")
local stream = assert(other:stream())
for byte in journal:gmatch "." do assert(stream:feed(byte)) end
t.is({ stream:lines(), stream:finish() }, { 5, 5 }, "a journal byte by byte")
t.is(other:case(3):write(), own:case(3):write(), "the same case")
t.fails("OMBUD_E_STATE", "a stream at its end", stream:feed "x")
local cut = other:stream()
cut:feed "9\tperson"
t.fails("OMBUD_E_SYNTAX", "a journal that ends within a line", cut:finish())
other:close()
t.ok(cut:lines() == 0, "a stream outlives the handle of its register")

-- Deleting.
local holds = assert(own:holds(7))
t.is({ holds[1].kind, holds[1].name, holds[1].item, holds[1].due }, { "duty", "hand_over", "x1", "2026-01-08" }, "a duty holds a case")
t.fails("OMBUD_E_REFUSED", "deleting it", own:delete(7))
assert(own:line(7, "2026-01-09 parcel.handed_over x1 by=p2"))
t.is(#own:holds(7), 0, "then nothing does")
local function digest(previous, text) return #previous .. ":" .. #text end
local head, wrong = own:case(7):chain(#own:case(7):lines(), digest), {}
local good, raised = pcall(own.delete, own, 7, function() error(wrong) end)
t.is({ good, raised == wrong, own:count() }, { false, true, 5 }, "a digest that raises deletes nothing")
local line_stream = own:stream()
for name, f in pairs { register = function() own:count() end, stream = function() line_stream:feed "7\titem x9\n" end } do
  t.raises("may not call back", name .. " within a callback", own.delete, own, 7, function() f(); return "x" end)
end
t.is({ own:delete(7, digest), own:count() }, { true, 4 }, "it is deleted")
t.is(own:tombstone(7), { number = 7, on = "2026-01-09", digest = head }, "and leaves the head of its chain")
t.is({ own:delete(8), own:tombstone(8).digest }, { true, nil }, "or nothing")
t.fails("OMBUD_E_STATE", "its number is not given again", own:open(7))
t.fails("OMBUD_E_NOT_FOUND", "a tombstone of what is there", own:tombstone(3))

-- Together, and what moves.
local both = assert(ombud.together({ cases[2], own:case(3) }, present))
local duties, findings = 0, 0
for index, case in ipairs { cases[2], own:case(3) } do
  for duty in case:duties(present) do
    duties = duties + 1
    local found
    for one in both.duties do found = found or one.of == index and one.name == duty.name and one.due == duty.due and one.status == duty.status end
    t.ok(found, duty.name .. " is told together")
  end
  findings = findings + #case:findings(present)
end
t.is({ #both.duties, #both.findings }, { duties, findings }, duties .. " duties and " .. findings .. " findings together")
t.fails("OMBUD_E_LIMIT", "nothing together", ombud.together {})
t.raises("ombud.case expected", "what is no case", ombud.together, { law })
t.raises("means nothing here", "an audience of several laws", ombud.together, { cases[2] }, { audience = "guest" })

local strict = assert(law:settings { readings = { ["Q-02"] = "acknowledgement" } })
local under = assert(reg:under(strict))
t.is({ under:count(), under:settings():digest() }, { #names, strict:digest() }, "under other settings")
local name = "examples/cases/late-acknowledgement.case"
local day = ombud.scenario(t.read(name)):last_day()
local lines = {}
local function side(of)
  return of and ('{"word":"%s","day":"%s","provision":"bxl2019:%s"}'):format(of.word, of.day, of.provision.id) or "null"
end
local moves = assert(ombud.moves(reg:case(2), under:case(2), day))
for move in moves do
  for _, of in pairs { move.before or {}, move.after or {} } do of.day = move.kind == "term" and of.last or of.first end
  lines[#lines + 1] = ('{"kind":"move","name":"late-acknowledgement.case","what":"%s","of":"%s","item":"%s","position":%d,"before":%s,"after":%s}\n'):format(
    move.kind, move.name, move.item, move.position or 0, side(move.before), side(move.after))
end
t.ok(#moves > 0, #moves .. " things move")
t.is(table.concat(lines), t.run(("'%s' diff --new-setting 'reading Q-02 acknowledgement' %s --json"):format(t.program, name)):gsub('{"kind":"[^m][^\n]*\n', ""), "what moves is what the program prints")
t.raises("", "journals of different length", ombud.moves, cases[1], cases[2], day)

-- Lifetimes.
local copy, drawn = under:case(2), under:settings()
reg:close(); under:close(); law:close(); strict:close()
collectgarbage(); collectgarbage()
t.is({ copy:law():name(), #drawn:digest(), copy:number() }, { "bxl2019", 16, 2 }, "a case outlives its register")
t.raises("it is closed", "a closed register", reg.count, reg)

print "done"
