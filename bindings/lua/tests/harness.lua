-- What the tests share: judging, and comparing with what was expected. Written for Lua 5.1 and all that came after.
local t = { program = arg[1], root = arg[2] }

function t.ok(good, what)
  print((good and "ok - " or "not ok - ") .. tostring(what):gsub("\n", " "))
  return good
end

local function show(value, depth)
  if type(value) ~= "table" then
    return type(value) == "string" and string.format("%q", value) or tostring(value)
  elseif (depth or 0) > 4 then
    return "{…}"
  end
  local keys, parts = {}, {}
  for key in pairs(value) do if key ~= 0 then keys[#keys + 1] = key end end
  table.sort(keys, function(a, b) return tostring(a) < tostring(b) end)
  for _, key in ipairs(keys) do parts[#parts + 1] = tostring(key) .. "=" .. show(value[key], (depth or 0) + 1) end
  return "{" .. table.concat(parts, ", ") .. "}"
end
t.show = show

function t.is(got, wanted, what)
  local good = show(got) == show(wanted)
  t.ok(good, what)
  if not good then print("  got    " .. show(got)); print("  wanted " .. show(wanted)) end
  return good
end

-- nil, a message and a code
function t.fails(code, what, value, message, got, details)
  return t.is({ value, got, type(message), type(details) }, { nil, code, "string", "table" }, what .. " fails: " .. tostring(message))
end

function t.raises(part, what, f, ...)
  local good, message = pcall(f, ...)
  local found = not good and tostring(message):find(part, 1, true) ~= nil
  t.ok(found, what .. " raises")
  if not found then print("  " .. tostring(good and "nothing was raised" or message)) end
end

function t.read(path)
  local file = assert(io.open(path:sub(1, 1) == "/" and path or t.root .. "/" .. path, "rb"))
  local text = file:read("*a")
  file:close()
  return text
end

-- What a command prints.
function t.run(command)
  local pipe = assert(io.popen("cd '" .. t.root .. "' && LD_PRELOAD= " .. command .. " 2>/dev/null", "r"))
  local text = pipe:read("*a")
  pipe:close()
  return text
end

function t.files(pattern)
  local names = {}
  for name in t.run("find " .. pattern .. " -name '*.case' | LC_ALL=C sort"):gmatch("[^\n]+") do names[#names + 1] = name end
  return names
end

-- Laws of our own, so that what is tested is the module and not a law: the one of the program's tests, and one in which things must not be so.
local here = debug.getinfo(1, "S").source:match "^@(.*)harness%.lua$"
t.tiny = t.read(here .. "../../../tests/tiny.law")
t.desk = t.read(here .. "../../../tests/desk.law")

-- A plan's tables, each after those it refers to.
t.plan_tables = { "categories", "themes", "measures", "actors", "contributions", "resolutions", "demands", "actions", "duties",
  "meetings", "columns", "printed", "figures" }

return t
