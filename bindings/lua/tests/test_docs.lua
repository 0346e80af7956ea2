-- The examples of docs/lua.md, run one after the other; what they print is what the page says.
local t = require "harness"

local printed, wanted, code = {}, {}, {}
local function plain(text) return (text:gsub("%s+", " "):gsub(" $", "")) end
for block in t.read("docs/lua.md"):gmatch "```lua\n(.-)```" do
  code[#code + 1] = block
  for line in block:gmatch "\n%-%->%s*([^\n]+)" do wanted[#wanted + 1] = plain(line) end
end
t.ok(#code >= 8 and #wanted >= 20, #code .. " examples, " .. #wanted .. " lines that they print")

local real = print
function print(...)
  local words = {}
  for i = 1, select("#", ...) do words[i] = tostring((select(i, ...))) end
  printed[#printed + 1] = plain(table.concat(words, " "))
end
local chunk, message = (loadstring or load)(table.concat(code, "\n"), "=docs/lua.md")
local good, why = false, message
if chunk then good, why = pcall(chunk) end
print = real
t.ok(good, "they run " .. tostring(why or ""))
t.is(printed, wanted, "and print what the page says")

print "done"
