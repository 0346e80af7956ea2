-- What a script does wrong is raised, and leaves everything as it was.
local t = require "harness"
local ombud = require "ombud"

local law = assert(ombud.parse_law(t.tiny))
local case = ombud.case(law, nil, 5)
case:person("p2", "keeper")
local before = case:write()
local function event(more)
  local out = { "parcel.arrived", "x1", on = "2026-01-05", by = "p2", owner = "p2" }
  for key, value in pairs(more) do out[key] = value end
  return out
end

-- Words cannot smuggle in more than one.
t.raises("one word is wanted", "a blank in a value", case.apply, case, event { owner = "p2 wet=yes" })
t.raises("one word is wanted", "a line end in a value", case.apply, case, event { owner = "p2\n2026-01-06" })
t.raises("one word is wanted", "a comment in a name", case.apply, case, event { ["wet#"] = true })
t.raises("no equals sign", "an equals sign in a name", case.apply, case, event { ["wet=yes size"] = "small" })
t.raises("one word is wanted", "a zero byte", case.apply, case, event { owner = "p2\0" })
t.raises("is empty", "an empty word", case.apply, case, event { owner = "" })
t.raises("a string is wanted, not a table", "a table in a value", case.apply, case, event { owner = {} })
t.raises("not whole", "a fraction", case.apply, case, { "void", 1.5, on = "2026-01-05" })
t.raises("not whole", "past 2^53", case.apply, case, { "void", 2 ^ 60, on = "2026-01-05" })
t.raises("negative", "a negative number", case.apply, case, { "void", -1, on = "2026-01-05" })
t.raises("name of the event is missing", "no event", case.apply, case, { on = "2026-01-05" })
t.raises("the day it happened is missing", "no day", case.apply, case, { "parcel.arrived", "x1" })
t.raises("key of the table is no name", "a hole in the words", case.apply, case, { "parcel.arrived", "x1", [9] = "x", on = "2026-01-05" })
t.raises("table expected", "no table", case.apply, case, "parcel.arrived x1")
t.raises("a person such as p2", "no person", case.apply, case, event { by = "r1" })
t.raises("a person such as p2", "p alone", case.apply, case, event { by = "p" })
t.raises("a person such as p2", "a number too large", case.apply, case, event { by = "p99999999999999999999" })
t.raises("not whole", "half a person", case.person, case, 1.5)
t.raises("person", "person zero", case.person, case, 0)
t.raises("a string is wanted, not a number", "a number for a day", case.duties, case, 5)
t.raises("means nothing here: 'audiance'", "a key misspelt", case.duties, case, { audiance = "keeper" })
t.raises("means nothing here: 'on'", "a day besides the event's", case.may, case, event {}, { on = "2026-01-05" })
t.raises("there is no 'de'", "a language that is not there", case.duties, case, { on = "2026-01-05", lang = "de" })
t.raises("there is no 'pdf'", "a format that is not there", case.render, case, "pdf")
t.raises("from 1 to 2^53 - 1", "case number zero", case.set_number, case, 0)
t.raises("from 1 to 2^53 - 1", "a case with number zero", ombud.case, law, nil, 0)
t.is(case:write(), before, "the case is as it was")

-- The wrong object, none, or one that is closed.
t.raises("ombud.case expected", "a law for a case", case.apply, law, event {})
t.raises("ombud.law expected", "no law", ombud.case, nil)
t.raises("ombud.settings expected", "a law for settings", ombud.case, law, law)
t.raises("ombud.law expected", "a law that is none", ombud.scenario, "law tiny\n", { case })
t.raises("an object of ombud", "closing something else", case.close, io.stdout)
t.raises("an object of ombud", "closing a table", case.close, {})
local other = assert(ombud.parse_law(t.tiny))
t.raises("", "settings of another law", ombud.case, law, other:settings "")
t.raises("no such run", "a run that is not there", function() return ombud.scenario("law tiny\n", { law }):case(99) end)
t.raises("counted from 1", "run zero", function() return ombud.scenario("law tiny\n", { law }):name(0) end)

local open = ombud.case(law)
t.is({ tostring(law), tostring(open) }, { "ombud.law tiny", "ombud.case of 0 lines under tiny" }, "a law and a case say what they are")
local closed = ombud.case(law)
closed:close()
closed:close()
t.raises("it is closed", "a closed case", closed.person, closed, "p1")
t.ok(tostring(closed):find("closed", 1, true), "and says so")
getmetatable(closed).__gc(closed)

-- A law is there as long as anything made from it, in whatever order things are closed.
local made = ombud.case(other, other:settings "roll next_working_day")
local drawn = made:law()
other:close()
t.raises("it is closed", "the law itself", other.name, other)
made:person("p2", "keeper")
t.is({ drawn:name(), made:law():name() }, { "tiny", "tiny" }, "its case goes on")
local copy = made:clone()
made:close()
t.is({ copy:law():name(), drawn:name() }, { "tiny", "tiny" }, "and a clone of the case")
local scenario = ombud.scenario("law tiny\nperson p2 keeper\n2026-01-05 parcel.arrived x1 by=p2 owner=p2\n", { law })
local inner = scenario:case()
local law_of_inner = inner:law()
scenario:close()
t.is({ inner:state "x1", law_of_inner:name() }, { "arrived", "tiny" }, "a scenario's case outlives its handle")
inner:close()
t.is(law_of_inner:name(), "tiny", "and so does the law of that")

-- `local x <close>` in Lua 5.4; the metamethod itself everywhere.
t.ok(type(getmetatable(case).__close) == "function" and type(getmetatable(law).__close) == "function", "to be closed")
local chunk = (loadstring or load)([[
  local ombud, law = ...
  local kept
  do local case <close> = ombud.case(law); kept = case end
  return tostring(kept):find("closed", 1, true) ~= nil]])
if chunk then t.ok(chunk(ombud, law), "closed at the end of its block") end

print "done"
