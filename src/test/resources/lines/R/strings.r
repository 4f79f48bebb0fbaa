# 4 lines 3 code 1 comments 0 blanks
a <- "it's # no
comment" # comment
`b#` <- '"' # name
