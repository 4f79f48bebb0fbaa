# 6 lines 3 code 3 comments 0 blanks
set a "# no
comment" ;# comment
# goes on \
to here
puts {it's}
