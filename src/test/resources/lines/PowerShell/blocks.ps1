# 11 lines 8 code 3 comments 0 blanks
<# one
two #>
$a = "it's # no comment" # comment
$b = @"
# no "comment"
"@
$c = @'
# it's none
'@ # comment
$d = "a `" # b" # comment
