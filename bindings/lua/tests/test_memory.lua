-- Memory stays flat over many folds: 20,000, or as many as $OMBUD_LUA_FOLDS says.
local t = require "harness"
local ombud = require "ombud"

local folds = tonumber(os.getenv "OMBUD_LUA_FOLDS") or 20000
local law = assert(ombud.parse_law(t.tiny))
local function event(name, more)
  local out = { "parcel." .. name, "x1", by = "p2" }
  for key, value in pairs(more) do out[key] = value end
  return out
end
local arrived, out = event("arrived", { on = "2026-01-05", owner = "p1" }), event("handed_over", { on = "2026-01-09" })
local question = { on = "2026-01-10", lang = "fr" }

local function once(close)
  local case = ombud.case(law)
  case:person("p1", "guest"); case:person("p2", "keeper")
  case:apply(arrived)
  assert(case:duties "2026-01-07" [1].status == "open")
  case:apply(out)
  assert(case:findings(question)[1].kind == "late")
  case:may(out)
  case:propose(event("handed_over", { on = "2026-02-30" }))
  if close then case:close() end
end
local function settle() collectgarbage(); collectgarbage(); return collectgarbage "count" * 1024, ombud.memory() end

for _ = 1, 500 do once(true) end
local lua_before, library_before = settle()
local most = 0
for i = 1, folds do
  once(i % 2 == 0) -- every other case is left to the collector
  if i % 64 == 0 then most = math.max(most, ombud.memory()) end
end
local lua_after, library_after = settle()
t.is(library_after, library_before, folds .. " folds: the library holds what it held")
t.ok(lua_after <= lua_before + 65536, "Lua holds what it held: " .. lua_before .. ", then " .. lua_after)
t.ok(most < library_before + 8 * 1024 * 1024, "cases left to the collector do not pile up: at most " .. most .. " bytes")
law:close()
settle()
t.is(ombud.memory(), 0, "and nothing when all is closed")

print "done"
