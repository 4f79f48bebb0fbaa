# 10 lines 5 code 5 comments 0 blanks
#[[ one
two ]]
set(a "# no
comment") # comment
set(b [=[ it's "raw ]]
# no comment
]=]) # comment
#[==[ three ]] ]=]
]==]
