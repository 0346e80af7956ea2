-- Proving a law: line by line what `ombud prove --json` and `ombud explore --json` print, and witnesses that hold.
local t = require "harness"
local ombud = require "ombud"

local function json(value)
  if value == nil then return "null" elseif type(value) ~= "string" then return tostring(value) end
  return '"' .. value:gsub('[%c"\\]', function(c) return (c == '"' or c == "\\") and "\\" .. c or ("\\u%04x"):format(c:byte()) end) .. '"'
end
local function object(...)
  local out, fields = {}, { ... }
  for i = 1, #fields do out[i] = ('"%s":%s'):format(fields[i][1], json(fields[i][2])) end
  return "{" .. table.concat(out, ",") .. "}\n"
end
local function shown(flaws, name)
  local out = {}
  for flaw in flaws do
    out[#out + 1] = object({ "kind", "flaw" }, { "law", name }, { "flaw", flaw.kind }, { "warning", flaw.warning }, { "line", flaw.line or 0 },
      { "provision", flaw.provision and name .. ":" .. flaw.provision.id }, { "what", flaw.what }, { "row", flaw.row },
      { "sentence", flaw.sentence }, { "remedy", flaw.remedy }, { "witness", flaw.witness })
  end
  return table.concat(out)
end
local function told(law, name)
  local out, found = {}, assert(law:explore())
  for walk in found.walks do
    out[#out + 1] = object({ "kind", "walk" }, { "law", name }, { "item", walk.item }, { "reading", walk.reading },
      { "situations", walk.situations }, { "steps", walk.steps }, { "whole", walk.whole }, { "bounded", walk.bounded })
  end
  for one in found.invariants do
    out[#out + 1] = object({ "kind", "invariant" }, { "law", name }, { "name", one.name }, { "label", one.label or "" }, { "line", one.line },
      { "judged", one.judged }, { "told", one.told }, { "broken", one.broken })
  end
  return table.concat(out) .. shown(found.flaws, name), found.flaws
end

local flaws, witnesses = 0, 0
for file in t.run "find tests/prove -name '*.law' | LC_ALL=C sort":gmatch "[^\n]+" do
  local law = assert(ombud.parse_law(t.read(file)))
  local proved, explored, found = law:prove(), told(law, law:name())
  t.is(shown(proved, law:name()), t.run(("'%s' prove %s --json"):format(t.program, file)), file .. " proved")
  t.is(explored, t.run(("'%s' explore %s --json"):format(t.program, file)), file .. " explored")
  for _, list in ipairs { proved, found } do
    for flaw in list do
      flaws = flaws + 1
      if flaw.witness then
        local report = assert(assert(ombud.scenario(flaw.witness, { law })):check())
        witnesses = witnesses + 1
        if report.passed < 1 or report.failed > 0 then t.ok(false, file .. ": the witness of " .. flaw.what) end
      end
    end
  end
end
t.ok(flaws > 15 and witnesses > 10, flaws .. " flaws, and " .. witnesses .. " witnesses that hold")
local law = assert(ombud.law "bxl2019")
t.is(shown(law:prove(), "bxl2019"), t.run(("'%s' prove bxl2019 --json"):format(t.program)), "bxl2019 proved")

-- Wishes.
local one = assert(law:explore { item = "report", situations_max = 50, lang = "fr" })
t.is({ #one.walks, one.walks[1].item, one.walks[1].whole, one.walks[1].situations <= 50 }, { 1, "report", false, true }, "one walk, bounded")
local house = assert(ombud.parse_law(t.tiny))
local plain, readings = house:explore { item = "parcel" }, house:explore { item = "parcel", readings = true, recorded = true }
t.is({ #plain.walks, #readings.walks, readings.walks[2].reading }, { 1, 2, "T-1 no" }, "and one more for the other reading")
t.ok(readings.walks[1].situations >= plain.walks[1].situations, "what is not permitted leads further")
t.fails("OMBUD_E_UNKNOWN_NAME", "an item that is none", law:explore { item = "weather" })
local part = assert(law:explore { item = "report", with = "report.received,claim", situations_max = 50 })
t.ok(part.walks[1].bounded:find("as asked, items of person, ", 1, true), "what may walk together")
t.fails("OMBUD_E_UNKNOWN_NAME", "what may not, since it is none", law:explore { item = "report", with = "claim,weather" })
t.raises("means nothing here", "an unknown wish", law.explore, law, { items = "report" })
t.raises("from 1 on", "no situations", law.explore, law, { situations_max = 0 })
t.raises("boolean expected", "a wish that is no truth", law.explore, law, { recorded = 1 })
t.raises("there is no 'de'", "a language that is none", law.prove, law, "de")

print "done"
