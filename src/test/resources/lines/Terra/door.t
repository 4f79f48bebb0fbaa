-- 7 lines 4 code 3 comments 0 blanks
--[[ a long
comment ]]
terra f() return 1 end -- one
local s = [[
-- no comment
]]
