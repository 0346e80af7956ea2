-- Judges `.case` files: as a program, from a script, or as tests of busted.
--
--     lua case_runner.lua [--law FILE.law]... FILE.case...     closes with 'N passed, N failed'; status 1 if any failed
--
--     local runner = require "case_runner"
--     runner.check("path.case", { law }, function(expectation, name) ... end)    --> passed, failed
--     runner.busted({ "path.case" }, { law })                                    -- one `it` a run
local ombud = require "ombud"

local runner = {}

local function read(path)
  local file, message = io.open(path, "rb")
  if not file then return nil, message end
  local text = file:read "*a"
  file:close()
  return text
end

-- The scenarios of a file; nil and a message with its place.
function runner.read(path, laws)
  local text, message = read(path)
  if not text then return nil, message end
  local scenario, what, _, details = ombud.scenario(text, laws)
  if scenario then return scenario end
  if details.line then
    return nil, ("%s:%d:%d: %s; %s"):format(path, details.line, details.column, details.what, details.remedy or "")
  end
  return nil, path .. ": " .. what
end

-- Judges every run; `each` is given each expectation and the name of its run. How many were met and how many were not.
function runner.check(path, laws, each)
  local scenario, message = runner.read(path, laws)
  if not scenario then return nil, message end
  local passed, failed = 0, 0
  for run = 1, scenario:count() do
    local report = assert(scenario:check(run))
    passed, failed = passed + report.passed, failed + report.failed
    if each then
      for expectation in report.expectations do each(expectation, scenario:name(run)) end
    end
  end
  scenario:close()
  return passed, failed
end

-- What a failed expectation shows.
function runner.told(path, expectation)
  local lines = { ("%s:%d: failed"):format(path, expectation.line), "    expected  " .. expectation.text,
    "    got       " .. (expectation.got or "") }
  local provision = expectation.provision
  if provision then
    lines[#lines + 1] = "    because   " .. provision.id .. "  " .. provision.citation
    if provision.gloss then lines[#lines + 1] = "              " .. provision.gloss end
  end
  if expectation.would_hold then lines[#lines + 1] = "    to paste  " .. expectation.would_hold end
  return table.concat(lines, "\n")
end

-- One `describe` a file, one `it` a run.
function runner.busted(paths, laws)
  local busted = require "busted"
  local describe, it = busted.describe, busted.it
  for _, path in ipairs(paths) do
    describe(path, function()
      local scenario, message = runner.read(path, laws)
      if not scenario then
        it("is read", function() error(message, 0) end)
        return
      end
      for run = 1, scenario:count() do
        local name = scenario:name(run)
        it(name ~= "" and name or "holds", function()
          local wrong = {}
          for expectation in assert(scenario:check(run)).expectations do
            if not expectation.met then wrong[#wrong + 1] = runner.told(path, expectation) end
          end
          if #wrong > 0 then error(table.concat(wrong, "\n"), 0) end
        end)
      end
    end)
  end
end

function runner.main(words)
  local laws, passed, failed, status, at = {}, 0, 0, 0, 1
  while words[at] == "--law" and words[at + 1] do
    local law, message = ombud.parse_law(assert(read(words[at + 1])))
    if not law then
      io.stderr:write(words[at + 1], ": ", message, "\n")
      return 2
    end
    laws[#laws + 1], at = law, at + 2
  end
  if not words[at] then
    io.stderr:write "case_runner: a file is missing\n"
    return 2
  end
  for index = at, #words do
    local path = words[index]
    local met, not_met = runner.check(path, laws, function(expectation)
      if not expectation.met then print(runner.told(path, expectation)) end
    end)
    if met then
      passed, failed = passed + met, failed + not_met
    else
      io.stderr:write(not_met, "\n")
      status = 2
    end
  end
  print(passed .. " passed, " .. failed .. " failed")
  return status ~= 0 and status or failed > 0 and 1 or 0
end

if arg and arg[0] and arg[0]:find "case_runner%.lua$" then os.exit(runner.main(arg)) end
return runner
