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

-- A law of our own, so that what is tested is the module and not a law.
t.tiny = [[
law tiny
title en "Tiny house rules" fr "Petit règlement"
force policy
source "house rules 1"
verified 2030-12-31
role keeper en "keeper" fr "gardien" nl "bewaker"
role guest  en "guest"
length reply en "time to reply"
item parcel x en "parcel"
  state arrived, handed_over
  event arrived by keeper carries owner (person), size (small, large) en "arrived"
  event handed_over by keeper en "handed over"
  fact signed stated by guest en "signed for"
  fact wet stated by keeper en "is wet"
item person p
reading T-1 en "May a wet parcel be handed over?"
  yes default en "yes"
  no en "no"
provision 1 "Rule 1" since 2020-01-01
  modality duty
  anchor "is handed over"
  gloss en "A parcel is handed over within three days."
  parcel.arrived: -> arrived by keeper
  parcel.handed_over: arrived -> handed_over by keeper
  duty hand_over keeper to guest
    opened by parcel.arrived
    within at most P3D
    met by parcel.handed_over
provision 2 "Rule 2" since 2020-01-01
  modality prohibition
  anchor "signature"
  gloss en "Nothing is handed over without a signature."
  parcel.handed_over only when signed
  parcel.handed_over not when wet reading T-1 no
provision 3 "Rule 3" since 2020-01-01 until 2024-12-31
  modality duty
  anchor "thanks"
  gloss en "Thanks are said."
  outside "manners are not decided here"
]]

return t
