-- Days, periods, due days.
local t = require "harness"
local date = require "ombud".date

t.is({ date.of(2026, 2, 28), date.easter(2026), date.from_number(0), date.number "1970-01-02" },
  { "2026-02-28", "2026-04-05", "1970-01-01", 1 }, "days")
t.is({ date.civil "2026-02-03" }, { 2026, 2, 3 }, "the parts of a day")
t.is({ date.weekday "2026-05-04", date.weekday "2026-05-10" }, { 1, 7 }, "weekdays")
t.is({ date.add("2026-01-31", "P1M"), date.add("2024-02-29", "P1Y"), date.add("2026-02-02", "P0D"), date.subtract("2026-03-31", "P1M") },
  { "2026-02-28", "2025-02-28", "2026-02-02", "2026-02-28" }, "periods forward and backward")
t.is({ date.period "P3M" }, { 3, "months" }, "a period")
t.is({ date.brussels(1767222000), date.brussels(1767221999) }, { "2026-01-01", "2025-12-31" }, "the day in Brussels")
t.is({ date.holiday "2026-07-21", date.holiday "2026-07-22", date.holiday("2026-07-22", { "2026-07-22" }) },
  { "national_day", false, "host" }, "holidays")
t.is({ date.roll("2026-05-14", "next_working_day"), date.roll("2026-05-14", "next_working_day", { "2026-05-15", "2026-05-14", "2026-05-15" }),
  date.roll("2026-05-16", "previous_working_day"), date.roll("2026-05-16", "none") },
  { "2026-05-15", "2026-05-18", "2026-05-15", "2026-05-16" }, "rolling, whatever the order of the host's days")
t.is(date.due("2026-01-31", "P1M"), { start = "2026-01-31", period = "P1M", unrolled = "2026-02-28", due = "2026-02-28",
  month_end = true, roll = "none", rolled_days = 0 }, "a due day with its steps")
t.is(date.due("2026-05-07", "P7D", { roll = "next_working_day" }), { start = "2026-05-07", period = "P7D", unrolled = "2026-05-14",
  due = "2026-05-15", month_end = false, roll = "next_working_day", rolled_days = 1, because = "ascension" }, "and with a roll")

-- Holidays by a function: asked for the years about the day, never beneath the library.
local asked = {}
local steps = date.due("2026-12-30", "P1D", { roll = "next_working_day", holidays = function(year)
  asked[#asked + 1] = year
  return { year .. "-12-31", year .. "-01-02" }
end })
t.is({ steps.due, asked }, { "2027-01-04", { 2025, 2026, 2027 } }, "a function of the year")
t.raises("no holidays today", "a function that raises", date.due, "2026-12-30", "P1D", { holidays = function() error "no holidays today" end })
for n = 1, 3 do
  local calls = 0
  t.raises("call " .. n, "holidays at call " .. n, date.roll, "2026-05-14", "next_working_day", function()
    calls = calls + 1
    if calls == n then error("call " .. n) end
  end)
end
t.fails("OMBUD_E_DATE", "a holiday that is no day", date.holiday("2026-05-14", function(year) return { year .. "-02-30" } end))
t.raises("table", "a function that returns no list", date.holiday, "2026-05-14", function() return 1 end)

t.fails("OMBUD_E_DATE", "no such date", date.add("2026-02-30", "P1D"))
t.fails("OMBUD_E_SYNTAX", "no day", date.weekday "tomorrow")
t.fails("OMBUD_E_PERIOD", "no period", date.add("2026-02-28", "P1H"))
t.fails("OMBUD_E_RANGE", "past the years", date.add("9999-12-31", "P1D"))
t.fails("OMBUD_E_CALENDAR", "before the calendar", date.holiday "1973-05-01")
t.fails("OMBUD_E_DATE", "the 30th of February", date.of(2026, 2, 30))
t.fails("OMBUD_E_RANGE", "before 1996", date.brussels(0))
t.raises("not whole", "a fraction", date.of, 2026.5, 1, 1)
t.raises("not whole", "no number", date.of, 0 / 0, 1, 1)
t.raises("not whole", "infinity", date.from_number, 1 / 0)
t.raises("a whole number is wanted, not a string", "a string for a number", date.of, "2026", 1, 1)
t.raises("a string is wanted, not a number", "a number for a day", date.weekday, 20260504)
t.raises("there is no 'sideways'", "an unknown roll", date.roll, "2026-05-14", "sideways")
t.raises("means nothing here", "an unknown key", date.due, "2026-05-14", "P1D", { rolls = "none" })

print "done"
