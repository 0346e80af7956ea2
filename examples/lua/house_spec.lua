-- Rules of a house tested with busted: its cases, and what only a script can say. From the root of the checkout:
--
--     LUA_PATH='bindings/lua/?.lua;;' busted examples/lua
local ombud = require "ombud"
local runner = require "case_runner"

local function read(path)
  local file = assert(io.open(path, "rb"))
  local text = file:read "*a"
  file:close()
  return text
end
local house = assert(ombud.parse_law(read "examples/own-law/house.law"))

runner.busted({ "examples/own-law/cases/the-house-rules.case", "examples/own-law/cases/before-adoption.case" }, { house })

describe("the house rules", function()
  it("give five days to acknowledge a report, in every month", function()
    for month = 1, 12 do
      local case = ombud.case(house, house:settings { since = { house_rules = "2026-01-01" } })
      case:person("p1", "reporter")
      case:person("p2", "handler")
      local day = ombud.date.of(2027, month, 27)
      assert(case:apply { "report.received", "r1", on = day, by = "p2", reporter = "p1" })
      local acknowledge
      for duty in case:duties(day) do
        if duty.name == "acknowledge" then acknowledge = duty end
      end
      assert.equal(ombud.date.add(day, "P5D"), acknowledge.due)
      case:close()
    end
  end)
end)
