# 8 lines 6 code 2 comments 0 blanks
if {[regexp {"} $line]} {
# a comment, for no string is open
set half 5"
set text "# no
# comment"
if {$text=="#" || $half ne "b"} { incr x }
}
