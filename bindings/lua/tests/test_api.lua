-- The table of the module's functions is the module: nothing is missing, nothing is too much, what is written from it is current.
local t = require "harness"
local ombud = require "ombud"

local python = "/usr/bin/env python3 -B bindings/lua/api.py "
local law = ombud.parse_law(t.tiny)
local objects = { Law = law, Settings = law:settings "", Case = ombud.case(law), Scenario = ombud.scenario("law tiny\nperson p1\n", { law }), Coverage = ombud.coverage(law), Plan = ombud.plan(),
  Register = ombud.register(law, "2026-01-01") }
objects.Stream, objects.Figures = objects.Register:stream(), objects.Register:figures("2026-01-01", "2026-01-01", 0)
local names = {}
for name in pairs(ombud) do names[#names + 1] = "ombud." .. name end
for name in pairs(ombud.date) do names[#names + 1] = "ombud.date." .. name end
for kind, object in pairs(objects) do
  for name in pairs(getmetatable(object).__index) do names[#names + 1] = kind .. "." .. name end
end
table.sort(names)
t.is(table.concat(names, "\n") .. "\n", t.run(python .. "--names"), #names .. " names of the module are those of the table")
t.is(t.run(python .. "--check && echo current"), "current\n", "annotations and reference are current")
t.ok(assert(loadfile(t.root .. "/bindings/lua/ombud.d.lua")), "the annotations are Lua")

-- What comes back has no field that the table does not tell.
local fields, record = {}, nil
for line in t.read("bindings/lua/api.txt"):gmatch "[^\n]+" do
  local kind, name = line:match "^(%l+) ([%w.]+) |"
  if kind then
    record = kind == "record" and {} or nil
    fields[name] = record
  elseif record then
    record[line:match "^  field ([%w_]+)"] = true
  end
end
local untold, looked = {}, 0
local function told(value, kind)
  for key in pairs(value) do
    looked = looked + 1
    if type(key) == "string" and not fields[kind][key] then untold[kind .. "." .. key] = true end
  end
end
local function each(list, kind, more)
  for value in assert(list) do told(value, kind); if more then more(value) end end
end
local function unmet(value)
  if value.provision then told(value.provision, "Provision") end
  for set in value.unmet do each(set, "Unmet") end
  each(value.stated, "Stated")
end
local scenario = assert(ombud.scenario(t.read "examples/cases/late-acknowledgement.case"))
local case, real = scenario:case(), ombud.law "bxl2019"
for _, method in ipairs { "roles", "items", "states", "facts", "terms", "questions", "values" } do each(real[method](real), "Word") end
each(real:events(), "Word", function(event) each(event.arguments, "Word") end)
each(real:provisions(), "WholeProvision"); each(real:rows(), "Row")
each(real:readings(), "Reading", function(reading) each(reading.alternatives, "Alternative") end)
each(case:items(), "Item"); each(case:journal(), "Entry"); each(case:next(), "Action"); each(case:timeline(), "Step")
each(case:findings(), "Finding")
local cured = assert(ombud.scenario(t.read "examples/cases/late-entry.case")):case():cured "2026-03-01"
t.is({ #cured, cured[1].name, cured[1].cured_by, cured[1].cured_on }, { 1, "acknowledge", 2, "2026-02-20" }, "what a late entry cured")
each(cured, "Finding")
each(case:terms(), "Term", function(term) if term.derivation then told(term.derivation, "Derivation") end end)
told(case:receipt { known_by = "2026-12-31" }, "Receipt")
local verdict = case:may { "report.identity_revealed", "r1", on = "2026-05-05", by = "p2" }
told(verdict, "Verdict"); unmet(verdict)
for question in real:questions() do
  if question.owner == "report" then
    local answer = assert(case:ask(question.name:match "[^.]+$", "r1"))
    told(answer, "Answer"); unmet(answer)
  end
end
local report = scenario:check()
told(report, "Report"); each(report.expectations, "Expectation")
local coverage = ombud.coverage(real)
assert(scenario:check(1, coverage))
for _, what in ipairs { "provisions", "rows", "conditions", "outcomes", "boundaries", "versions" } do each(coverage:list(what), "Covered") end
told(select(4, ombud.parse_law "law x\nfoo"), "Failure")
local small = ombud.case(law)
small:person("p2", "keeper")
told(assert(small:apply { "parcel.arrived", "x1", on = "2026-05-05", by = "p2", owner = "p2" }), "Changes")
local register = assert(ombud.register(real, "2036-01-01"))
local matter = case:clone()
matter:set_number(1)
assert(register:add(matter) and register:open(2) and register:delete(2))
for _, list in ipairs { register:due("0001-01-01", "9999-12-31"), register:overdue "2036-01-01", register:undated(), register:elapsed "9999-12-31" } do each(list, "Due") end
each(register:holds(1), "Hold"); told(register:tombstone(2), "Tombstone")
each(register:figures("2026-01-01", "2026-12-31", 0):tables(), "Figure", function(figure)
  if figure.base then told(figure.base, "Count") end
  told(figure.unknown, "Count")
  for row in figure.cells do each(row, "Count") end
end)
told(ombud.together { case }, "Together")
local under = register:under(real:settings { readings = { ["Q-02"] = "acknowledgement" } })
each(ombud.moves(register:case(1), under:case(1)), "Move", function(move)
  if move.before then told(move.before, "Moved") end
  if move.after then told(move.after, "Moved") end
end)
each(real:prove(), "Flaw")
local explored = law:explore()
told(explored, "Exploration"); each(explored.walks, "Walk"); each(explored.flaws, "Flaw")
each(ombud.parse_law(t.read "tests/prove/broken-always.law"):explore().invariants, "Invariant")
t.is(untold, {}, looked .. " fields that come back are told")

print "done"
