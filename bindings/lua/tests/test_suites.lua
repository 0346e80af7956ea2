-- The same cases as everywhere, and the same bytes as the command line program.
local t = require "harness"
local ombud = require "ombud"

local house = assert(ombud.parse_law(t.read "examples/own-law/house.law"))
local files = t.files "tests/cases examples"
t.ok(#files > 50, #files .. " files of cases")
-- Under a sanitizer the examples and every third of the rest: each file makes the same calls, and takes five times as long.
if (os.getenv "OMBUD_LUA_PRELOAD" or "") ~= "" then
  local kept = {}
  for index, name in ipairs(files) do
    if index % 3 == 0 or name:find "^examples" then kept[#kept + 1] = name end
  end
  files = kept
end

local passed, failed, coverage = 0, 0, {}
local scenarios = {}
for _, name in ipairs(files) do
  local scenario, message = ombud.scenario(t.read(name), { house })
  scenarios[name] = scenario
  t.ok(scenario, name .. " is read " .. tostring(message or ""))
  for run = 1, scenario:count() do
    local report = assert(scenario:check(run))
    passed, failed = passed + report.passed, failed + report.failed
    for expectation in report.expectations do
      if not expectation.met then print("  " .. name .. ":" .. expectation.line .. ": " .. expectation.text .. ": " .. expectation.got) end
    end
  end
end
local said = t.run("'" .. t.program .. "' check --law examples/own-law/house.law " .. table.concat(files, " "))
t.is({ failed, passed .. " passed, " .. failed .. " failed\n" }, { 0, said }, "expectations: as many as the program counts, and all hold")

-- What fails shows what would hold.
local wrong = assert(ombud.scenario("law house\nperson p1 reporter\nperson p2 handler\n2026-09-07 report.received r1 by=p2 reporter=p1\non 2026-09-08\n  expect state r1 closed\n", { house }))
local report = wrong:check()
local first = report.expectations[1]
t.is({ report.passed, report.failed, first.met, first.line, first.text, first.would_hold }, { 0, 1, false, 6, "expect state r1 closed",
  first.would_hold }, "an expectation that is not met")
t.ok(first.would_hold:find "^expect state r1 ", "and the line that would hold: " .. first.would_hold)
t.fails("OMBUD_E_DATE", "a text that is no case", ombud.scenario "law bxl2019\n2026-13-40 nothing")

-- Byte by byte: text in three languages, JSON, pictures, calendars, findings, verdicts, machines.
local function title(name, scenario, run)
  local base, own = name:match "[^/]+$", scenario:name(run)
  return own ~= "" and base .. ": " .. own or base
end
local quoted = "'" .. t.program .. "' "
local compared, differing = 0, {}
local function same(command, got)
  compared = compared + 1
  if got ~= t.run(quoted .. command) then differing[#differing + 1] = command end
end
-- Files of many runs take their time; their expectations were all judged above, and at length they are compared too.
local most = os.getenv "OMBUD_LUA_DEEP" and math.huge or 6
for index, name in ipairs(files) do
  local scenario = scenarios[name]
  if scenario:count() > most then scenario = nil end
  local law = name:find "own%-law" and " --law examples/own-law/house.law" or ""
  local languages = name:find "^examples" and { "en", "fr", "nl" } or { ({ "en", "fr", "nl" })[index % 3 + 1] }
  for _, lang in ipairs(scenario and languages or {}) do
    local texts, json = {}, {}
    for run = 1, scenario:count() do
      local how = { on = scenario:last_day(run), name = title(name, scenario, run), lang = lang }
      texts[run], json[run] = assert(scenario:case(run):render("text", how)), assert(scenario:case(run):render("json", how))
    end
    same("run " .. name .. law .. " --lang " .. lang, table.concat(texts, "\n"))
    same("run " .. name .. law .. " --json --lang " .. lang, table.concat(json))
  end
  if scenario and scenario:count() == 1 then
    local how = { on = scenario:last_day(1), name = title(name, scenario, 1), lang = "fr" }
    same("timeline " .. name .. law .. " --lang fr", assert(scenario:case():render("svg", how)))
    if scenario:case():number() then
      how.domain, how.salt, how.detailed, how.alarm_days = "example.org", "sixteen bytes or more", true, 3
      same("calendar " .. name .. law .. " --lang fr --domain example.org --salt 'sixteen bytes or more' --detailed --alarm 3",
        assert(scenario:case():render("ics", how)))
    end
  end
end
local law = assert(ombud.law "bxl2019")
same("draw bxl2019 --lang nl", law:draw { lang = "nl" })
same("draw bxl2019 report", law:draw { item = "report" })
t.ok(compared > 150, compared .. " outputs compared with the program's")
t.is(differing, {}, "and none differs")
t.fails("OMBUD_E_UNKNOWN_NAME", "drawing an item that is none", law:draw { item = "weather" })
t.fails("OMBUD_E_STATE", "a calendar of a case without a number", ombud.scenario("law bxl2019\nperson p1\n"):case():render("ics", { on = "2026-01-01", domain = "example.org", salt = "sixteen bytes or more" }))

-- Coverage counts what the program counts.
local covering = ombud.coverage(law)
for _, name in ipairs(files) do
  local scenario = scenarios[name]
  for run = 1, scenario:count() do
    if scenario:case(run):law():name() == "bxl2019" then assert(scenario:check(run, covering)) end
  end
end
local covered, total = covering:count "rows"
local listed, gaps = covering:list "rows", 0
for row in listed do if not row.covered then gaps = gaps + 1 end end
t.ok(covered > 0 and total == #listed and total - covered == gaps, covered .. " of " .. total .. " rows covered")
t.is(covering:law():name(), "bxl2019", "of a law")
t.raises("", "a coverage of another law", scenarios["examples/own-law/cases/the-house-rules.case"].check,
  scenarios["examples/own-law/cases/the-house-rules.case"], 1, covering)

print "done"
