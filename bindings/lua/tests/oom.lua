-- What oom_host runs with ever less memory: a little of everything, on a small law.
local law = ombud.parse_law [[
law tiny
source "house rules"
role keeper
role guest
item parcel x
  state arrived, handed_over
  event arrived by keeper carries owner (person)
  event handed_over by keeper
  fact signed stated by guest
item person p
provision 1 "Rule 1" since 2020-01-01
  modality duty
  anchor "a"
  gloss en "Handed over."
  parcel.arrived: -> arrived by keeper
  parcel.handed_over: arrived -> handed_over by keeper
  parcel.handed_over only when signed
  duty hand_over keeper to guest
    opened by parcel.arrived
    within at most P3D
    met by parcel.handed_over
  figure parcels = count of parcel.arrived by state
    en "parcels"
]]
law:prove(); law:explore { item = "parcel", situations_max = 3 }
local settings = law:settings { roll = "next_working_day" }
local case = ombud.case(law, settings, 7)
case:person("p1", "guest"); case:person("p2", "keeper")
case:apply { "parcel.arrived", "x1", on = "2026-01-05", by = "p2", owner = "p1" }
case:apply_all { { "fact", "x1", on = "2026-01-06", by = "p1", signed = true } }
local out = { "parcel.handed_over", "x1", on = "2026-01-06", by = "p2" }
case:may(out); case:propose(out)
case:duties "2026-01-06"; case:terms { lang = "fr" }; case:findings(); case:next(); case:timeline(); case:receipt()
case:journal(); case:lines { audience = "guest" }; case:items(); case:write(); law:events(); law:rows()
case:chain(2, function(previous, line) return (previous .. line):sub(-8) end)
case:verify({ digest = function() return "x" end, match = function() return true end }, { "a", "b", "c" })
local copy = case:clone()
copy:apply { "void", 1, on = "2026-01-09" }
copy:render("json"); copy:render("svg")
copy:render("ics", { on = "2026-01-05", domain = "example.org", uid = function() return ("u"):rep(16) end })
local scenario = ombud.scenario("law tiny\n" .. case:write():gsub("^law tiny\n", "") .. "\non 2026-01-06\n  expect state x1 handed_over\n", { law })
local report = scenario:check(1, ombud.coverage(law))
assert(report.failed == 0, "the expectation holds")
local _, message = case:duties "2026-02-30"
assert(message)
law:draw()
ombud.date.due("2026-01-05", "P3D", { roll = "next_working_day", holidays = function(year) return { year .. "-01-08" } end })
local register = ombud.register(law, "2026-01-09")
register:load "3\tperson p2 keeper\n3\t2026-01-05 parcel.arrived x1 by=p2 owner=p2\n4\tperson p2 keeper\n"
local stream = register:stream()
stream:feed "5\tperson p2 keeper\n"; stream:finish()
register:add(case); register:line(3, "2026-01-06 fact x1 by=p2 signed=yes")
register:apply(3, { "parcel.handed_over", "x1", on = "2026-01-09", by = "p2" })
register:due("2026-01-01", "2026-12-31"); register:overdue "2026-01-09"; register:undated(); register:elapsed "2026-01-09"
register:holds(7); register:next_change(); register:advance "2026-01-10"
local under = register:under(settings)
ombud.moves(register:case(3), under:case(3)); ombud.together({ case, under:case(3) }, "2026-01-09")
local figures = register:figures("2026-01-01", "2026-12-31", 0)
assert(figures:tables()[1].cells[2][1].count == 2, "two parcels")
figures:render "csv"
assert(register:delete(3, function() return "x" end) and register:tombstone(3).digest == "x")
