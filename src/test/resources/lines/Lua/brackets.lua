-- 11 lines 5 code 5 comments 1 blanks
--[[ a long

comment ]]
local a = [==[ a ]] b
-- no comment
]==] -- comment
--[=[ one ]] one
]=]
local b = a[b[1]] -- index
local c = '--' .. "\"--" -- comment
