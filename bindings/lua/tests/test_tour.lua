-- The tour: what a script looks like.
local t = require "harness"
local print = function() end
local seen = {}
local ombud = require "ombud"
local case = ombud.case(ombud.law "bxl2019")
case:person("p1", "reporter"); case:person("p2", "contact_point")
case:apply { "report.received", "r1", on = "2026-02-02", by = "p2", reporter = "p1", channel = "external", form = "written" }

for duty in case:duties "2026-02-10" do
  print(duty.name, duty.due, duty.status, duty.provision.citation)
  seen[duty.name] = { duty.due, duty.status, duty.provision.citation }
end
local verdict = case:may { "report.identity_revealed", "r1", by = "p2", on = "2026-02-11",
                           facts = { recipient_authorised = false, is_obligation = false } }
print(verdict.kind, verdict.because)     --> forbidden   Art. 15, § 5, al. 1er

t.is(seen.acknowledge, { "2026-02-09", "overdue", "Art. 15, § 4, al. 4, 1°" }, "the acknowledgement is overdue")
t.is({ verdict.kind, verdict.because }, { "forbidden", "Art. 15, § 5, al. 1er" }, "the name may not be revealed")
t.is(verdict.unmet[1][1].name, "consent", "consent would let it pass")
_G.print "done"
