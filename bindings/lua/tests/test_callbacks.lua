-- Functions of the script's that run beneath the library: each may raise, at each call, and nothing is the worse for it.
local t = require "harness"
local ombud = require "ombud"

local law = assert(ombud.parse_law(t.tiny))
local case = ombud.case(law, nil, 5)
case:person("p1", "guest"); case:person("p2", "keeper")
assert(case:apply { "parcel.arrived", "x1", on = "2026-01-05", by = "p2", owner = "p1" })
assert(case:apply { "fact", "x1", on = "2026-01-06", by = "p1", signed = true })
assert(case:apply { "parcel.handed_over", "x1", on = "2026-01-07", by = "p2" })
local lines = case:lines()

-- A digest for tests, no cryptography: what counts is what it is given and what becomes of what it returns.
local function digest(previous, line)
  local sum = 7
  for i = 1, #previous do sum = (sum * 31 + previous:byte(i)) % 1000003 end
  for i = 1, #line do sum = (sum * 37 + line:byte(i)) % 1000003 end
  return string.format("%08d", sum)
end

local wanted, previous = {}, ""
for i, line in ipairs(lines) do
  previous = digest(previous, line)
  wanted[i] = previous
end
t.is({ case:chain(1, digest), case:chain(2, digest), case:chain(3, { digest = digest }) }, wanted, "the chain digests line by line")
local calls = 0
t.is(case:chain(3, function(...) calls = calls + 1; return digest(...) end, wanted[2]), wanted[3], "from the digest before")
t.is(calls, 1, "a line appended costs one digest")
t.is(case:verify(digest, wanted), true, "what was digested is verified")

local value, _, code, details = case:verify(digest, { wanted[1], "false", wanted[3] })
t.is({ value, code, details.first }, { nil, "OMBUD_E_DIFFERENT", 2 }, "the first line that differs")
value, _, code, details = case:verify(digest, { wanted[1], wanted[2] })
t.is({ value, code, details.first }, { nil, "OMBUD_E_DIFFERENT", 3 }, "a line without a digest")

-- A host's own comparison, for signatures.
local seen = {}
t.is(case:verify({ digest = digest, match = function(before, line, stored)
  seen[#seen + 1] = line
  return stored == digest(before, line)
end }, wanted), true, "match says whether")
t.is(seen, { lines[1], lines[2], lines[3] }, "and is given the lines")
value, _, code = case:verify({ digest = digest, match = function() return false end }, wanted)
t.is({ value, code }, { nil, "OMBUD_E_DIFFERENT" }, "or that not")

-- It raises at each call in turn: the error comes out as it was, whatever it is, and the case serves again.
local function raising_at(n, what, wrapped)
  local call = 0
  return function(...)
    call = call + 1
    if call == n then error(what) end
    return wrapped(...)
  end
end
for n = 1, 3 do
  local what = { "an error of our own", n }
  for name, f in pairs {
    chain = function() return case:chain(3, raising_at(n, what, digest)) end,
    verify = function() return case:verify(raising_at(n, what, digest), wanted) end,
    match = function() return case:verify({ digest = digest, match = raising_at(n, what, function() return true end) }, wanted) end,
  } do
    local good, got = pcall(f)
    t.ok(not good and got == what, name .. " raises at call " .. n .. " what was raised")
    t.is(case:chain(3, digest), wanted[3], "and the case serves again")
  end
end
t.raises("nil", "an error that is nil", function()
  local good, what = pcall(case.chain, case, 1, function() error(nil) end)
  error(tostring(good) .. tostring(what or "nil"))
end)

-- What it returns is looked at.
t.raises("a string is wanted, not a nil", "a digest that is none", case.chain, case, 1, function() end)
t.raises("1 to 64 bytes", "a digest of nothing", case.chain, case, 1, function() return "" end)
t.raises("1 to 64 bytes", "a digest too long", case.chain, case, 1, function() return ("x"):rep(65) end)
t.is(case:chain(1, function() return ("x"):rep(64) end), ("x"):rep(64), "the longest digest")
t.raises("true or false is wanted", "a match that does not say", case.verify, case, { digest = digest, match = function() return 1 end }, wanted)
t.raises("function expected", "no digest", case.chain, case, 1, {})
t.raises("means nothing here", "an unknown key", case.chain, case, 1, { digest = digest, math = digest })
t.raises("a string is wanted", "digests that are none", case.verify, case, digest, { 1, 2, 3 })
t.fails("OMBUD_E_NOT_FOUND", "a line that is not there", case:chain(9, digest))

-- It may not use the case, but may close what it likes: that takes effect afterwards.
for name, f in pairs {
  question = function() return case:state "x1" end,
  event = function() return case:apply { "fact", "x1", on = "2026-01-08", by = "p2", wet = true } end,
  chain = function() return case:chain(1, digest) end,
} do
  t.raises("may not call back", name .. " within a callback", case.chain, case, 1, function() f(); return "x" end)
end
t.is(#case:lines(), 3, "and changes nothing")
local doomed = case:clone()
t.is({ doomed:chain(1, function(...) doomed:close(); collectgarbage(); collectgarbage(); return digest(...) end) }, { wanted[1] }, "closed within a callback")
t.raises("it is closed", "afterwards", doomed.lines, doomed)
local inner
t.is(case:chain(1, function(...) inner = case.clone; return law:name() .. #digest(...) end), "tiny8", "other objects serve within a callback")
local worker = coroutine.wrap(function() return case:chain(1, function() coroutine.yield "early"; return "x" end) end)
t.raises("yield", "a callback that yields", worker)
t.is(coroutine.wrap(function() return case:chain(2, digest) end)(), wanted[2], "a chain within a coroutine")
local function deep(n) return n == 0 and case:chain(1, digest) or (deep(n - 1)) end
t.is(deep(100), wanted[1], "deep in a stack")

-- UIDs of a calendar.
local wishes = { on = "2026-01-06", domain = "example.org", detailed = true }
local open = case:clone()
assert(open:apply { "parcel.arrived", "x2", on = "2026-01-06", by = "p2", owner = "p1" })
assert(open:apply { "parcel.arrived", "x3", on = "2026-01-06", by = "p2", owner = "p1" })
local asked = {}
wishes.uid = function(bytes) asked[#asked + 1] = bytes; return "0123456789abcde" .. #asked end
local calendar = assert(open:render("ics", wishes))
t.ok(#asked > 1 and calendar:find("30313233343536373839616263646531@example.org", 1, true), "a calendar's UIDs are the script's")
for n = 1, #asked do
  local what = {}
  wishes.uid = raising_at(n, what, function() return ("u"):rep(16) end)
  local good, got = pcall(open.render, open, "ics", wishes)
  t.ok(not good and got == what, "uid raises at call " .. n)
end
wishes.uid = function() return "short" end
t.raises("16 bytes are wanted", "a UID too short", open.render, open, "ics", wishes)
wishes.uid, wishes.salt = nil, "sixteen bytes or more"
t.ok(assert(open:render("ics", wishes)):find("BEGIN:VEVENT", 1, true), "or made with a salt")

print "done"
