-- The golden files of the program's tests: not what the program writes today, but what was read and kept.
local t = require "harness"
local ombud = require "ombud"

local late = assert(ombud.scenario(t.read "examples/cases/late-acknowledgement.case")):case()
local tiny = assert(ombud.parse_law(t.read "tests/cli/every-mark.law"))
local marks = assert(ombud.scenario(t.read "tests/cli/every-mark.case", { tiny })):case()
local plan = assert(ombud.plan())
for _, name in ipairs(t.plan_tables) do assert(plan:load(name, t.read("examples/plan/" .. name .. ".tsv"))) end
local function how(more)
  more.on, more.name = more.on or "2026-05-03", more.name or "late-acknowledgement.case"
  return more
end
local golden = {
  ["run.json"] = late:render("json", how {}):gsub('(_digest":)"%x+"', '%1"…"'),
  ["audit.txt"] = late:render_findings("text", how {}) .. "\n3 findings in 1 case\n",
  ["calendar.ics"] = late:render("ics", how { on = "2026-03-01", domain = "example.org", salt = "sixteen bytes or more" }),
  ["timeline.svg"] = marks:render("svg", { on = "2026-01-17", name = "tiny.case" }),
  ["draw.dot"] = tiny:draw(),
  ["plan.html"] = plan:render("html", { name = "examples/plan" }),
  ["plan.json"] = plan:render("json", { name = "examples/plan" }),
}
for _, lang in ipairs { "en", "fr", "nl" } do
  golden["run." .. lang .. ".txt"] = late:render("text", how { lang = lang })
  golden["plan." .. lang .. ".txt"] = plan:render("text", { name = "examples/plan", lang = lang })
end
-- The program alone writes these: a route out of a file of facts, and the scenarios it proposes.
local held = 0
for name in t.run "ls tests/cli/golden":gmatch "[^\n]+" do
  if not name:find "^route%..*%.txt$" and name ~= "boundaries.case" then
    held = held + 1
    t.ok(golden[name] == t.read("tests/cli/golden/" .. name), "golden " .. name)
  end
end
local written = 0
for _ in pairs(golden) do written = written + 1 end
t.is(held, written, "and no other is there")

print "done"
