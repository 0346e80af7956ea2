-- The rules of the house tested with busted: the .case files, and what only a script can say. $OMBUD_RULES is the folder of house.law,
-- $OMBUD_SUITE the folder of the .case files.
local ombud = require "ombud"
local runner = require "case_runner"

local rules = os.getenv "OMBUD_RULES" or "examples/own-law"
local suite = os.getenv "OMBUD_SUITE" or "examples/policy-tests"
local file = assert(io.open(rules .. "/house.law", "rb"))
local house = assert(ombud.parse_law(file:read "*a"))
file:close()

runner.busted({ suite .. "/approval.case" }, { house })

describe("the house rules", function()
  it("let nobody drop a report alone", function()
    local case = ombud.case(house, house:settings { since = { house_rules = "2026-09-01" } })
    case:person("p1", "reporter")
    case:person("p2", "handler")
    assert(case:apply { "report.received", "r1", on = "2026-09-07", by = "p2", reporter = "p1" })
    local verdict = assert(case:may { "report.closed_as_minor", "r1", on = "2026-09-08", by = "p2", facts = { reader_involved = false } })
    assert.equal("departs", verdict.kind)
    assert.equal("House rules, 3", tostring(verdict.because))
    case:close()
  end)
end)
