-- The house's rules and the tightened law, from Lua; departs.py prints the same. Run in this folder.
local ombud = require "ombud"

local function read(path)
  local file = assert(io.open(path, "rb"))
  local text = file:read "*a"
  file:close()
  return text
end

-- A law of one's own is a text like any other.
local house = assert(ombud.parse_law(read "house.law"))
local case = ombud.case(house, house:settings { since = { house_rules = "2026-09-01" } })
case:person("p1", "reporter")
case:person("p2", "handler")
assert(case:apply { "report.received", "r1", on = "2026-09-07", by = "p2", reporter = "p1" })
local verdict = assert(case:may { "report.closed_as_minor", "r1", on = "2026-09-08", by = "p2", facts = { reader_involved = false } })
print(verdict.kind .. " " .. tostring(verdict.because))
for finding in case:findings "2026-09-14" do
  print(("%s %s %s %s"):format(finding.kind, finding.name, finding.since, finding.provision.citation))
end

-- Settings tighten the law, with its article.
local law = assert(ombud.law "bxl2019")
case = ombud.case(law, assert(law:settings(read "house.settings")))
case:person("p1", "reporter")
case:person("p2", "contact_point")
assert(case:apply { "report.received", "r1", on = "2026-09-07", by = "p2", reporter = "p1", channel = "external", form = "written" })
for duty in case:duties "2026-09-07" do
  if duty.name == "acknowledge" then
    print(("%s %s %s"):format(duty.name, duty.due, duty.provision.citation))
  end
end

-- They never loosen it.
local loosened, _, _, details = law:settings(read "too-long.settings")
assert(not loosened)
print(details.line .. " " .. details.excerpt)
