-- Plans: the example's tables, counted, compared, and written out as the program writes them.
local t = require "harness"
local ombud = require "ombud"

local names = t.plan_tables
local plan = assert(ombud.plan())
t.fails("OMBUD_E_STATE", "a table before those it refers to", plan:load("measures", t.read "examples/plan/measures.tsv"))
for _, name in ipairs(names) do assert(plan:load(name, t.read("examples/plan/" .. name .. ".tsv"))) end
t.fails("OMBUD_E_STATE", "a table twice", plan:load("themes", t.read "examples/plan/themes.tsv"))
for _, name in ipairs(names) do
  local rows = -1
  for line in t.read("examples/plan/" .. name .. ".tsv"):gmatch "[^\n]+" do if line:sub(1, 1) ~= "#" then rows = rows + 1 end end
  t.is(plan:rows(name), rows, "rows of " .. name)
end
local first = plan:field("measures", 1, "id")
t.is({ plan:find("measures", first), plan:field("measures", 1, "none") }, { 1, "" }, "a row and its fields")
t.ok(plan:label("themes", 1, "fr") ~= "", "a label")
t.fails("OMBUD_E_NOT_FOUND", "a row that is not there", plan:find("measures", "none"))

local none = assert(plan:count { counts = "measures" })
local all = assert(plan:count { counts = "measures", rule = "all" })
t.ok(none > 0 and none <= all and all <= plan:rows "measures", "measures counted: " .. none .. " and " .. all)
t.is(plan:count { counts = "contributions" }, plan:rows "contributions", "every contribution")
local sum = 0
for row = 1, plan:rows "themes" do sum = sum + plan:count { counts = "measures", theme = plan:field("themes", row, "id") } end
t.is(sum, none, "the themes together are all")
t.fails("OMBUD_E_NOT_FOUND", "a theme that is not there", plan:count { counts = "measures", theme = "none" })
t.raises("there is no 'money'", "what is not counted", plan.count, plan, { counts = "money" })
t.raises("a year from 1 to 9999", "a year that is none", plan.count, plan, { counts = "measures", from_year = 0 })

local cell = assert(plan:compare(plan:field("columns", 1, "id"), plan:field("themes", 1, "id")))
t.ok(cell.verdict ~= "?" and cell.counted.none <= cell.counted.all, "a cell: " .. cell.verdict)
t.ok(assert(plan:compare(plan:field("columns", 1, "id"))).measures == plan:rows "measures", "a total")
local findings = plan:check()
t.ok(#findings > 0 and findings[1].fault ~= "?" and findings[1].row >= 1, #findings .. " findings")

for _, format in ipairs { "text", "json", "html" } do
  t.ok(#assert(plan:render(format, { name = "the example", lang = "fr" })) > 100, "written out as " .. format)
end
for _, lang in ipairs { "en", "fr", "nl" } do
  local how = { name = "examples/plan", lang = lang }
  t.ok(plan:render("text", how) == t.run("'" .. t.program .. "' plan examples/plan --lang " .. lang), "the program's text in " .. lang)
  t.ok(plan:render("json", how) == t.run("'" .. t.program .. "' plan examples/plan --json --lang " .. lang), "the program's JSON in " .. lang)
end
plan:close()
t.raises("it is closed", "a closed plan", plan.check, plan)

print "done"
