# 6 lines 3 code 3 comments 0 blanks
a = ''
  # no "comment
''; # comment
/* one
*/
