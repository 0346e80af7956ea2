-- Laws and their words, settings.
local t = require "harness"
local ombud = require "ombud"

local names = ombud.laws()
t.ok(#names > 0, "laws are built in")
for name in names do
  local law = assert(ombud.law(name))
  t.is({ law:name(), law:text() }, { name, ombud.law_text(name) }, name .. " is read from its text")
  t.ok(#law:provisions() > 0 and #law:rows() > 0 and law:source() ~= "", name .. " has provisions and rows")
  law:close()
end
t.fails("OMBUD_E_NOT_FOUND", "a law that is none", ombud.law "none")
t.fails("OMBUD_E_NOT_FOUND", "the text of none", ombud.law_text "none")

local law = assert(ombud.parse_law(t.tiny))
t.is({ law:title(), law:title "fr", law:force(), law:source(), law:verified() },
  { "Tiny house rules", "Petit règlement", "policy", "house rules 1", "2030-12-31" }, "about the law")
t.ok(law:digest():match "^%x+$" and #law:digest() == 16, "a digest is 16 digits")

local function column(list, key)
  local out = {}
  for _, row in ipairs(list) do out[#out + 1] = row[key] end
  return out
end
t.is(column(law:roles "fr", "label"), { "gardien", "guest" }, "roles and their labels, in English where there is no other")
t.is(column(law:items(), "name"), { "parcel", "person" }, "items")
t.is(column(law:states(), "name"), { "parcel.arrived", "parcel.handed_over" }, "states")
t.is(column(law:facts(), "name"), { "parcel.signed", "parcel.wet" }, "facts")
t.is(law:facts()[1].roles, { "guest" }, "who states a fact")
t.is(law:terms()[1], { name = "parcel.hand_over", label = law:terms()[1].label, owner = "parcel", duty = true }, "a term")
t.is(column(law:lengths(), "name"), { "reply" }, "lengths")
for _, method in ipairs { "arguments", "choices", "definitions", "links", "questions", "values", "scopes", "requirements", "sinces" } do
  t.ok(type(law[method](law)) == "table", method .. " are listed")
end
local arrived = law:events()[1]
t.is({ arrived.name, arrived.roles, column(arrived.arguments, "name"), column(arrived.arguments, "type") },
  { "parcel.arrived", { "keeper" }, { "parcel.owner", "parcel.size" }, { "item", "choice" } }, "an event with its arguments")
t.is(column(arrived.arguments[2].choices, "name"), { "small", "large" }, "the choices of an argument")
t.is({ arrived.arguments[1].leads_to, arrived.arguments[2].leads_to == nil }, { "person", true }, "the kind of item an argument carries")

local third = law:provision "3"
t.is({ third.citation, third.treatment, third.why, third.from, third.ended, third.modality },
  { "Rule 3", "outside", "manners are not decided here", "2020-01-01", "2024-12-31", "duty" }, "a provision")
t.is({ law:wording("3", "2024-12-31"), law:wording("3", "2025-01-01"), law:wording("1", "2019-12-31") },
  { "held", "ended", "not_yet" }, "wordings on a day")
t.fails("OMBUD_E_NOT_FOUND", "no provision", law:provision "9")
t.is(column(law:rows(), "kind"), { "move", "move", "term", "guard", "guard" }, "rows")
t.is({ law:rows()[5].reading, law:rows()[5].provision }, { "T-1 no", "2" }, "a row names its reading and provision")
local reading = law:readings()[1]
t.is({ reading.name, reading.part, column(reading.alternatives, "name"), column(reading.alternatives, "chosen") },
  { "T-1", "reading", { "yes", "no" }, { "chosen", "dropped" } }, "a reading")

-- Errors say where.
local value, message, code, details = ombud.parse_law "law x\nfoo\n"
t.is({ value, code, details.line, details.column, details.excerpt }, { nil, "OMBUD_E_SYNTAX", 2, 1, "foo" }, "where a law is wrong")
t.ok(message:find("line 2, column 1", 1, true), "and in words")
value, message, code, details = ombud.parse_law((t.tiny:gsub("met by parcel.handed_over", "met by parcel.handed_ovr")))
t.is({ value, code, details.nearest }, { nil, "OMBUD_E_UNKNOWN_NAME", "handed_over" }, "the nearest name")
t.fails("OMBUD_E_UTF8", "a zero byte", ombud.parse_law "law x\0\n")

-- Settings: as a text and as a table.
local text = assert(law:settings "reading T-1 no\nlength reply P5D\nroll next_working_day\nholiday 2026-05-15\n")
local table_ = assert(law:settings { readings = { ["T-1"] = "no" }, lengths = { reply = "P5D" }, roll = "next_working_day", holidays = { "2026-05-15" } })
t.is(table_:digest(), text:digest(), "a table says the same as a text")
t.ok(text:digest() ~= assert(law:settings ""):digest(), "and another thing than nothing")
t.fails("OMBUD_E_UNKNOWN_NAME", "a reading that is none", law:settings { readings = { ["T-9"] = "no" } })
t.fails("OMBUD_E_CONFLICT", "a looser period", law:settings { periods = { ["parcel.hand_over"] = "P4D" } })
t.raises("means nothing here: 'colour'", "an unknown key", law.settings, law, { colour = "red" })
t.raises("one word", "a line in a value", law.settings, law, { roll = "none\nlength reply P5D" })

-- Words that were renamed are understood by their old names.
local renamed = assert(ombud.parse_law(t.tiny .. [[
renamed role keeper was porter
renamed item parcel was package
renamed prefix x was k
renamed event parcel.arrived was delivered, came
renamed argument parcel.size was bulk
renamed choice parcel.size small was little
renamed fact parcel.signed was receipted
renamed reading T-1 was T-0
renamed length reply was answer_time
]]))
t.is(renamed:events()[1].former, { "delivered", "came" }, "old names are told")
t.is({ renamed:events()[2].former == nil, renamed:events()[1].arguments[2].former, renamed:events()[1].arguments[2].choices[1].former },
  { true, { "bulk" }, { "little" } }, "of arguments and choices too")
local told = {}
for _, names in ipairs { { "porter", "package.came", "k1", "bulk", "little", "receipted" }, { "keeper", "parcel.arrived", "x1", "size", "small", "signed" } } do
  local case = ombud.case(renamed, renamed:settings { readings = { ["T-0"] = "no" }, lengths = { answer_time = "P5D" } })
  assert(case:person("p1", "guest")); assert(case:person(2, names[1]))
  assert(case:apply { names[2], names[3], on = "2026-01-05", by = "p2", owner = "p1", [names[4]] = names[5] })
  told[#told + 1] = { case:write(), case:fact(names[3], names[6]), case:state(names[3]), case:duties { audience = names[1] } }
end
t.ok(told[1][1]:find("parcel.arrived x1", 1, true) and told[1][3] == "arrived" and #told[1][4] == 1, "what old names told is told in those of today")
t.is(told[1], told[2], "old names tell the same")

-- A further language: a table, or a function; what it lacks stays English.
local german = assert(ombud.parse_law(t.tiny))
t.is(german:title "other", "Tiny house rules", "before a language is given it is English")
t.is(german:translate("de", { ["Tiny house rules"] = "Kleine Hausordnung", ["arrived"] = "angekommen", ["case #"] = "Akte #", ["Now"] = "Jetzt", ["as of #"] = "am Tag" }), true, "a table of texts")
t.is({ german:title "other", german:events("other")[1].label, german:title() }, { "Kleine Hausordnung", "angekommen", "Tiny house rules" }, "labels")
local page = assert(ombud.case(german, nil, 7)); assert(page:person(2, "keeper")); assert(page:person(1, "guest"))
assert(page:apply { "parcel.arrived", "x1", on = "2026-01-05", by = "p2", owner = "p1" })
local said = assert(page:render("text", { lang = "other" }))
t.ok(said:find("Akte 7", 1, true) and said:find("Jetzt", 1, true) and said:find("angekommen", 1, true) and said:find("as of Monday 5 January", 1, true), "a page in it, and English where the place of the day is lost")
t.is(german:translate("xx", function(english) return "<" .. english .. ">" end), true, "a function")
t.is({ german:title "other", german:roles("other")[1].label }, { "<Tiny house rules>", "<keeper>" }, "which takes the place of the table")
t.raises("no more", "an error of the function", german.translate, german, "de", function() error "no more" end)
t.raises("a text of the language", "an answer that is no text", german.translate, german, "de", function() return true end)
t.fails("OMBUD_E_SYNTAX", "a tag that is none", german:translate("", {}))
t.fails("OMBUD_E_LIMIT", "a text that is too long", german:translate("de", function() return ("a"):rep(5000) end))
t.is(german:title "other", "<Tiny house rules>", "and the law is as it was")

print "done"
